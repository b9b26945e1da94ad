package import Survey

/// A sample whose weights are made to add up to targets: what is known before anything is moved.
package struct SampleRaking: Sendable {
  /// The rows of the sample that count, by their numbers in the source, and their weights to start from.
  package let rowNumbers: [Int32]
  package let base: [Double]
  package let calibration: Calibration
  /// Of each margin: its title, its variables, the titles of its categories and the rows in them.
  let margins: [(title: String, categories: [String], counts: [Int])]
  package let notes: [Note]

  /// - Parameter dataset: the whole sample.
  /// - Throws: `RakingFault`, `WeightFault`, `DataFault.noSuchVariable`.
  package init(
    _ specification: RakingSpecification, _ dataset: Dataset, weights: AnalysisRoles.Weighting?
  ) throws {
    guard !specification.margins.isEmpty else { throw RakingFault.nothing }
    if let weights, weights.kind != .sampling { throw RakingFault.weightsKind(weights.kind) }
    let all = try weights.map { try checkedWeights($0, in: dataset) } ?? [Double](repeating: 1, count: dataset.rowCount)
    let rows = all.indices.filter { all[$0] > 0 }
    guard !rows.isEmpty else {
      if let weights, dataset.rowCount > 0 { throw WeightFault.noWeight(variable: weights.variable) }
      throw DataFault.noRowsLeft(after: "selecting rows")
    }
    var known: Set<Set<String>> = []
    for margin in specification.margins where !known.insert(Set(margin.variables)).inserted {
      throw RakingFault.twice(margin: margin.title)
    }
    let cells = try specification.margins.map { try MarginCells($0, dataset, base: all) }
    base = rows.map { all[$0] }
    rowNumbers = rows.map { Int32(dataset.rowNumber($0)) }
    let sum = base.reduce(0, +)
    let totals = try MarginTotals(specification.margins, respondents: rows.count, sum: sum)
    margins = cells.map { ($0.margin.title, $0.titles, $0.counts) }
    notes = totals.notes
    let method = specification.method ?? .raking
    let bounds = try Self.limits(specification.bounds, "bounds")
    let trim = try Self.limits(specification.trim, "trim")
    if method == .logit, bounds == nil || trim != nil { throw RakingFault.logitLimits }
    let mean = totals.total / Double(rows.count)
    let limits = trim.map { (low: $0.low * mean, high: $0.high * mean) }
    let scale = totals.total / sum
    if let bounds, let limits,
      base.contains(where: { max(bounds.low * $0 * scale, limits.low) > min(bounds.high * $0 * scale, limits.high) })
    {
      throw RakingFault.trimmedAway
    }
    calibration = Calibration(
      margins: zip(cells, totals.targets).map { cells, targets in
        Calibration.Margin(codes: rows.map { cells.codes[$0] }, targets: targets)
      }, method: method, bounds: bounds, limits: limits)
  }

  private static func limits(_ given: [Double]?, _ name: String) throws -> (low: Double, high: Double)? {
    guard let given else { return nil }
    guard given.count == 2, given[0] >= 0, given[0] < 1, given[1] > 1, given[1].isFinite else {
      throw RakingFault.badLimits(setting: name, low: given.first ?? .nan, high: given.last ?? .nan)
    }
    return (given[0], given[1])
  }

  /// The weights that reach the targets.
  ///
  /// Throws `RakingFault.notReached` and `.negative`.
  package func raked() throws -> RakedSample {
    let result = calibration.weights(base)
    guard result.isConverged else { throw notReached(result.weights) }
    let negative = result.weights.indices.filter { result.weights[$0] < 0 }
    if let first = negative.first {
      throw RakingFault.negative(rows: negative.count, row: Int(rowNumbers[first]))
    }
    return RakedSample(self, result)
  }

  /// The margin that is farthest from its target, as shares of the whole.
  private func notReached(_ weights: [Double]) -> RakingFault {
    var worst = (margin: 0, category: 0, target: 0.0, achieved: 0.0)
    var largest = -1.0
    for (k, margin) in calibration.margins.enumerated() {
      let total = margin.targets.reduce(0, +)
      for (code, achieved) in sums(weights, margin).enumerated() where abs(achieved - margin.targets[code]) > largest {
        largest = abs(achieved - margin.targets[code])
        worst = (k, code, margin.targets[code] / total, achieved / total)
      }
    }
    func rounded(_ share: Double) -> Double { (share * 1e4).rounded() / 1e4 }
    return .notReached(
      margin: margins[worst.margin].title, category: margins[worst.margin].categories[worst.category],
      target: rounded(worst.target), achieved: rounded(worst.achieved),
      isLimited: calibration.bounds != nil || calibration.limits != nil)
  }

  func sums(_ weights: [Double], _ margin: Calibration.Margin) -> [Double] {
    var sums = [Double](repeating: 0, count: margin.targets.count)
    for (row, code) in margin.codes.enumerated() { sums[Int(code)] += weights[row] }
    return sums
  }
}

/// What the targets of margins are as totals of weights.
private struct MarginTotals {
  let total: Double
  let targets: [[Double]]
  private(set) var notes: [Note] = []

  /// How far shares and percentages of one margin, rounded as they are published, may miss their sum.
  private static let rounding = 0.0051
  /// How far the counts of two margins may differ.
  private static let smallest = 1e-4

  init(_ margins: [RakingSpecification.Margin], respondents: Int, sum: Double) throws {
    var counts: (margin: String, total: Double)?
    for margin in margins {
      let own = margin.targets.reduce(0) { $0 + $1.value }
      if abs(own - 1) <= Self.rounding || abs(own - 100) <= 100 * Self.rounding {
        let whole = own < 50 ? 1.0 : 100
        if abs(own - whole) > 1e-9 * whole {
          notes.append(
            Note(
              .marginsNormalised,
              "The targets of margin '\(margin.title)' add up to \(Sentence.number((own * 1e6).rounded() / 1e6)); each is divided by that."
            ))
        }
        continue
      }
      guard own >= Double(respondents) else { throw RakingFault.doNotAddUp(margin: margin.title, sum: own) }
      if let counts, abs(own - counts.total) > Self.smallest * counts.total {
        throw RakingFault.twoTotals(
          margin: counts.margin, total: counts.total, other: margin.title, otherTotal: own)
      }
      if let known = counts, own != known.total {
        notes.append(
          Note(
            .marginsNormalised,
            "Margin '\(margin.title)' adds up to \(Sentence.number(own)) and '\(known.margin)' to \(Sentence.number(known.total)); it is brought to the latter."
          ))
      }
      counts = counts ?? (margin.title, own)
    }
    let total = counts?.total ?? sum
    self.total = total
    targets = margins.map { margin in
      let own = margin.targets.reduce(0) { $0 + $1.value }
      return margin.targets.map { $0.value / own * total }
    }
  }
}
