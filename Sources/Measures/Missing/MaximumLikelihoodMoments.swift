import LinearAlgebra
import Platform
package import Survey

/// Means and covariances that make the answers of all respondents most likely, whatever each of them left out: of a normal
/// population, under answers that are missing at random given those that are there.
///
/// Respondents count with what they answered (full information maximum likelihood of the unrestricted model). Sampling weights
/// multiply each one's log-likelihood (pseudo maximum likelihood), frequencies repeat respondents. Errors come from the observed
/// information (`NormalInformation`): the expected one is wrong unless answers are missing by chance alone (Kenward & Molenberghs
/// 1998, doi:10.1214/ss/1028905828).
public struct MaximumLikelihoodMoments: Sendable {
  /// Covariances are n/(n − 1) times those of maximum likelihood, so that without missing answers they are the ordinary ones; n is
  /// all respondents who answered anything.
  public let moments: Moments
  /// Of all answers, under the estimates.
  public let logLikelihood: Double
  /// How many different sets of questions were answered.
  public let patternCount: Int
  /// Evaluations of the likelihood, and the largest move of the last step of EM in standard deviations.
  public let evaluations: Int
  /// What the search ended with.
  public let change: Double

  package let patterns: AnswerPatterns
  package let weights: [Double]?
  /// In the units and the order of the patterns: means, then the packed lower triangle of the covariances.
  package let estimate: [Double]

  /// A step of EM must move nothing by more than that of its standard deviations.
  public static let tolerance = 1e-10
  private static let mostEvaluations = 5000

  /// Of all columns of a frame.
  ///
  /// - Throws: `MissingFault`.
  public init(_ frame: ModelFrame) throws {
    if frame.weightsKind == .precision {
      throw MissingFault.unsuitable(
        what: "A precision weight",
        suggestion: "Say what the weights are with \(setting: .weightsKind, "sampling") or frequency."
      )
    }
    if let product = (frame.players + frame.always).first(where: { !$0.powers.isEmpty }) {
      throw MissingFault.unsuitable(
        what: "The product '\(product.name)', which is not normal when its factors are,",
        suggestion: "Leave it out, or use \(setting: .missing, "listwise").")
    }
    let names = frame.columns.map(\.term)
    let p = names.count
    patterns = AnswerPatterns(
      values: frame.values, rowCount: frame.rowCount, columnCount: p, weights: frame.weights)
    weights = frame.weights
    let counts = patterns.pairCounts
    try MaximumLikelihoodMoments.requirePairs(counts, names)
    let likelihood = NormalLikelihood(patterns, weights: weights)
    let climb = LikelihoodClimb(likelihood)
    MaximumLikelihoodMoments.start(climb, patterns, weights)
    guard let story = climb.climb(tolerance: Self.tolerance, mostEvaluations: Self.mostEvaluations) else {
      throw MissingFault.dependent(variable: names[patterns.columnAt[likelihood.failed]])
    }
    guard story.isConverged else {
      throw MissingFault.notConverged(evaluations: story.evaluations, change: story.change)
    }
    patternCount = patterns.patterns.count
    (evaluations, change) = (story.evaluations, story.change)
    estimate = Array(climb.estimate.values)
    let isFrequency = frame.weightsKind == .frequency
    let total = likelihood.total
    // The answers are in standard deviations; in their own units each density is divided by them.
    logLikelihood = story.logLikelihood - MaximumLikelihoodMoments.logScales(patterns, frame.weights)
    let found = MaximumLikelihoodMoments.original(estimate, patterns)
    moments = Moments(
      names: names, n: isFrequency ? total : Double(frame.rowCount), sumOfWeights: total,
      sumOfSquaredWeights: isFrequency ? total : frame.weights?.reduce(0) { $0 + $1 * $1 } ?? total,
      means: found.means,
      scatter: SymmetricMatrix(order: p, packed: found.covariance.packed.map { $0 * total }),
      treatment: Moments.Treatment(missing: .em, weights: frame.weightsKind))
  }

  /// Σ w ln s over all answers, s the deviation of the column.
  private static func logScales(_ patterns: AnswerPatterns, _ weights: [Double]?) -> Double {
    var sum = 0.0
    for pattern in patterns.patterns {
      let own = pattern.rows.reduce(0) { $0 + (weights?[Int(patterns.rows[$1])] ?? 1) }
      for place in pattern.answered { sum += own * log(patterns.scales[place]) }
    }
    return sum
  }

  /// Who counts, and with what.
  package var note: Note {
    let incomplete = patterns.patterns.filter { $0.answered.count < patterns.width }.reduce(0) { $0 + $1.rows.count }
    let all = patterns.rows.count
    return Note(
      .maximumLikelihood,
      incomplete == 0
        ? "All \(all) respondents answered everything: maximum likelihood moments (\(setting: .missing, "em")) are the ordinary ones."
        : "Nobody is left out: means and covariances are those of maximum likelihood (normal model) from what all \(all) respondents answered, \(incomplete) of whom left something out, in \(patternCount) patterns. They hold when what is missing depends on nothing beyond the answers given."
    )
  }

  /// Two columns need respondents who answered both, more of them than there are columns: fewer let covariances be made at will.
  private static func requirePairs(_ counts: SymmetricMatrix, _ names: [String]) throws {
    let p = names.count
    var least: (a: Int, b: Int)?
    for a in 0..<p {
      for b in 0..<a {
        if counts[a, b] == 0 { throw MissingFault.neverTogether(a: names[b], b: names[a]) }
        if counts[a, b] < least.map({ counts[$0.a, $0.b] }) ?? .infinity { least = (a, b) }
      }
    }
    if let least, counts[least.a, least.b] <= Double(p) {
      throw MissingFault.tooFewPairs(
        a: names[least.b], b: names[least.a], rows: Int(counts[least.a, least.b]), variables: p)
    }
  }

  /// Correlations of pairs, drawn towards none until they are positive definite.
  private static func start(_ climb: LikelihoodClimb, _ patterns: AnswerPatterns, _ weights: [Double]?) {
    let p = patterns.width
    var sums = [Double](repeating: 0, count: p * (p + 1) / 2)
    var totals = sums
    for pattern in patterns.patterns {
      let k = pattern.answered.count
      for (at, index) in pattern.rows.enumerated() {
        let w = weights?[Int(patterns.rows[index])] ?? 1
        let own = pattern.start + at * k
        for (a, place) in pattern.answered.enumerated() {
          for (b, other) in pattern.answered[...a].enumerated() {
            let position = place * (place + 1) / 2 + other
            sums[position] += w * patterns.values[own + a] * patterns.values[own + b]
            totals[position] += w
          }
        }
      }
    }
    for share in [1, 0.9, 0.7, 0.4, 0] {
      var matrix = SymmetricMatrix(order: p)
      for a in 0..<p {
        for b in 0..<a {
          let at = a * (a + 1) / 2 + b
          matrix.packed[at] = totals[at] > 0 ? share * max(-1, min(1, sums[at] / totals[at])) : 0
        }
        matrix[a, a] = 1
      }
      for a in 0..<p { climb.estimate[a] = 0 }
      for at in matrix.packed.indices { climb.estimate[p + at] = matrix.packed[at] }
      var factor = matrix.packed
      let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
        (try? PackedCholesky.factor(factor.baseAddress!, order: p, tolerance: 1e-3, into: factor.baseAddress!)) != nil
      }
      if isDefinite { return }
    }
  }

  /// Means and covariances in the units and order of the table.
  static func original(_ estimate: [Double], _ patterns: AnswerPatterns) -> (
    means: [Double], covariance: SymmetricMatrix
  ) {
    let p = patterns.width
    var means = [Double](repeating: 0, count: p)
    var covariance = SymmetricMatrix(order: p)
    for (a, column) in patterns.columnAt.enumerated() {
      means[column] = patterns.centers[a] + patterns.scales[a] * estimate[a]
      for b in 0...a {
        covariance[column, patterns.columnAt[b]] =
          patterns.scales[a] * patterns.scales[b] * estimate[p + a * (a + 1) / 2 + b]
      }
    }
    return (means, covariance)
  }
}
