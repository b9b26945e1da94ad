public import Survey

/// A sample after raking: its weights, how far each margin was and is from its target, and what that costs.
public struct RakedSample: Sendable, Equatable {
  /// One category of a margin. Shares are of the sum of weights.
  public struct Category: Sendable, Equatable {
    /// The variable, or the variables of a joint margin with colons between them.
    public var margin: String
    /// What its label says, or the value.
    public var category: String
    /// Respondents in it.
    public var n: Int
    /// Share before raking, 0–1.
    public var before: Double
    /// The share that was to be reached.
    public var target: Double
    /// The share that was reached.
    public var achieved: Double
    /// The sum of weights that was to be reached.
    public var total: Double
  }

  /// What the weights are like.
  public struct Summary: Sendable, Equatable {
    /// Respondents with a weight.
    public var n: Int
    public var sum: Double
    public var mean: Double
    public var least: Double
    public var largest: Double
    /// The least and the largest ratio of a weight to the one before, both about their means.
    public var leastRatio: Double
    public var largestRatio: Double
    /// Kish's 1 + cv² of the weights: by what unequal weights multiply the variance of a mean.
    public var designEffect: Double
    /// The same of the weights before.
    public var designEffectBefore: Double
    /// n over the design effect.
    public var effective: Double
    /// Respondents whose weight stopped at a limit.
    public var stopped: Int
    /// Newton's steps.
    public var steps: Int
    /// The largest |achieved − target| of any category, as a share of the whole.
    public var discrepancy: Double
  }

  public var categories: [Category]
  public var summary: Summary
  /// By row of the sample that counts.
  public var weights: [Double]
  /// The numbers of these rows in the source.
  public var rowNumbers: [Int32]
  public var notes: [Note]

  init(_ sample: SampleRaking, _ result: Calibration.Result) {
    weights = result.weights
    rowNumbers = sample.rowNumbers
    notes = sample.notes
    let (sum, sumBefore) = (result.weights.reduce(0, +), sample.base.reduce(0, +))
    categories = zip(sample.calibration.margins, sample.margins).flatMap { margin, words -> [Category] in
      let before = sample.sums(sample.base, margin)
      let achieved = sample.sums(result.weights, margin)
      let total = margin.targets.reduce(0, +)
      return margin.targets.indices.map { place in
        Category(
          margin: words.title, category: words.categories[place], n: words.counts[place],
          before: before[place] / sumBefore, target: margin.targets[place] / total, achieved: achieved[place] / sum,
          total: margin.targets[place])
      }
    }
    func effect(_ weights: [Double]) -> Double {
      let (sum, squares) = (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
      return Double(weights.count) * squares / (sum * sum)
    }
    let ratios = zip(result.weights, sample.base).map { $0 / $1 * sumBefore / sum }
    let n = result.weights.count
    summary = Summary(
      n: n, sum: sum, mean: sum / Double(n), least: result.weights.min() ?? 0, largest: result.weights.max() ?? 0,
      leastRatio: ratios.min() ?? 1, largestRatio: ratios.max() ?? 1, designEffect: effect(result.weights),
      designEffectBefore: effect(sample.base), effective: Double(n) / effect(result.weights), stopped: result.stopped,
      steps: result.steps, discrepancy: result.discrepancy)
    if summary.largestRatio > 5 || summary.designEffect > 2 {
      func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
      notes.append(
        Note(
          .farFromTargets,
          "The sample is far from its targets: weights are moved by up to \(rounded(summary.largestRatio)) times, and \(n) respondents tell as much as \(Int(summary.effective.rounded())) of equal weight. Join small categories, or set \(setting: .trim)."
        ))
    }
  }

  /// The weight of each row of a dataset; `nil` of rows that were not raked.
  package func weights(of dataset: Dataset) -> [Double?] {
    var byRow: [Int32: Double] = [:]
    byRow.reserveCapacity(weights.count)
    for (number, weight) in zip(rowNumbers, weights) { byRow[number] = weight }
    return (0..<dataset.rowCount).map { byRow[Int32(dataset.rowNumber($0))] }
  }
}
