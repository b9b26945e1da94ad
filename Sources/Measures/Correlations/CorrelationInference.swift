import Platform
import Probability
import Resampling
import Survey

/// Errors, intervals and p-values of correlations; see the table at `CorrelationAnalysis`.
struct CorrelationInference {
  private let analysis: CorrelationAnalysis
  private let engine: CorrelationEngine
  private let influence: CorrelationInfluence
  private let variance: InfluenceVariance
  private let weightsKind: WeightsKind?
  private let heldConstant: Int
  private let quantile: Double

  init(
    _ analysis: CorrelationAnalysis, _ engine: CorrelationEngine, _ frame: ModelFrame, weights: [Double]
  ) throws {
    self.analysis = analysis
    self.engine = engine
    variance = try InfluenceVariance(frame)
    influence = CorrelationInfluence(engine, weights: weights)
    weightsKind = frame.weightsKind
    heldConstant =
      analysis.method != .partial ? 0 : engine.alwaysCount > 0 ? engine.alwaysCount : engine.order - 2
    let tail = (1 + analysis.bootstrap.confidence) / 2
    quantile =
      variance.degrees.isFinite && variance.degrees > 0
      ? StudentT(degrees: variance.degrees).quantile(tail) : Normal().quantile(tail)
  }

  /// Adds what is defined: at ±1 there is no interval, below four respondents no error.
  func complete(_ pair: inout CorrelationAnalysis.Pair, frame: ModelFrame) {
    let r = pair.correlation
    if variance.isDesign {
      guard variance.degrees > 0 else { return }
      fromParts(&pair, test: true)
      return
    }
    switch pair.method {
    case .pearson, .partial:
      let free = pair.n - 2 - Double(heldConstant)
      CorrelationInference.normalTheory(&pair, heldConstant: heldConstant, quantile: quantile)
      if free <= 0 { pair.pValue = nil }
    case .spearman:
      let free = pair.n - 2
      if free > 0 { pair.pValue = CorrelationInference.studentTest(r, degrees: free) }
      if let n = countWithoutTies(pair, frame) {
        pair.pValue = ExactRankTests.spearman(r, n: n)
        pair.isExact = true
      }
      if pair.n > 3 { fisher(&pair, error: ((1 + r * r / 2) / (pair.n - 3)).squareRoot()) }
    case .kendall:
      fromParts(&pair, test: false)
      if let n = countWithoutTies(pair, frame) {
        pair.pValue = ExactRankTests.kendall(r, n: n)
        pair.isExact = true
      } else {
        pair.pValue = kendallTest(pair, frame)
      }
    case .polychoric, .polyserial, .mixed: fromParts(&pair, test: true)
    }
  }

  /// Fisher's z with 1/√(n − 3 − k), and t with n − 2 − k degrees of freedom.
  static func normalTheory(_ pair: inout CorrelationAnalysis.Pair, heldConstant: Int, quantile: Double) {
    let r = pair.correlation
    let free = pair.n - 2 - Double(heldConstant)
    if free > 0 { pair.pValue = studentTest(r, degrees: free) }
    if free > 1 {
      let error = 1 / (free - 1).squareRoot()
      pair.standardError = (1 - r * r) * error
      set(&pair, error: error, quantile: quantile)
    }
  }

  private static func studentTest(_ r: Double, degrees: Double) -> Double {
    let rest = (1 - r) * (1 + r)
    return rest > 0 ? StudentT(degrees: degrees).twoSided(r * (degrees / rest).squareRoot()) : 0
  }

  private func fisher(_ pair: inout CorrelationAnalysis.Pair, error: Double) {
    pair.standardError = (1 - pair.correlation * pair.correlation) * error
    CorrelationInference.set(&pair, error: error, quantile: quantile)
  }

  private static func set(_ pair: inout CorrelationAnalysis.Pair, error: Double, quantile: Double) {
    guard abs(pair.correlation) < 1 else { return }
    let z = atanh(pair.correlation)
    pair.low = tanh(z - quantile * error)
    pair.high = tanh(z + quantile * error)
  }

  /// The error from the rows' parts, by the delta method on Fisher's z.
  private func fromParts(_ pair: inout CorrelationAnalysis.Pair, test: Bool) {
    let r = pair.correlation
    guard abs(r) < 1, pair.n > 3, let parts = influence.parts(pair.a, pair.b, correlation: r) else { return }
    let error = variance.variance(parts).squareRoot()
    guard error > 0, error.isFinite else { return }
    let onZ = error / ((1 - r) * (1 + r))
    pair.standardError = error
    CorrelationInference.set(&pair, error: onZ, quantile: quantile)
    if test {
      let z = atanh(r) / onZ
      pair.pValue = variance.degrees.isFinite ? StudentT(degrees: variance.degrees).twoSided(z) : Normal().twoSided(z)
    }
  }

  /// How many respondents answered both, when they are few enough for an exact test and no two gave the same answer.
  private func countWithoutTies(_ pair: CorrelationAnalysis.Pair, _ frame: ModelFrame) -> Int? {
    guard pair.n > 2, pair.n <= Double(ExactRankTests.largestCount) else { return nil }
    let (x, y) = (engine.columns[pair.a + engine.alwaysCount], engine.columns[pair.b + engine.alwaysCount])
    let rows = CommonRows(x, y)
    let common = (0..<engine.rowCount).filter { rows.contains($0) }
    guard common.allSatisfy({ frame.weights?[$0] ?? 1 == 1 }), Double(common.count) == pair.n,
      Set(common.map { x.places[$0] }).count == common.count, Set(common.map { y.places[$0] }).count == common.count
    else { return nil }
    return common.count
  }

  /// Normal, with the variance of S = concordant − discordant pairs under independence given the ties (Kendall 1970), as R's
  /// `cor.test(exact = FALSE)`.
  private func kendallTest(_ pair: CorrelationAnalysis.Pair, _ frame: ModelFrame) -> Double? {
    let n = pair.n
    guard n > 2 else { return nil }
    let (x, y) = (engine.columns[pair.a + engine.alwaysCount], engine.columns[pair.b + engine.alwaysCount])
    let rows = CommonRows(x, y)
    func ties(_ column: CorrelationColumn) -> (pairs: Double, triples: Double, spread: Double) {
      var counts = [Double](repeating: 0, count: column.count)
      for i in 0..<engine.rowCount where rows.contains(i) { counts[Int(column.places[i])] += frame.weights?[i] ?? 1 }
      return counts.reduce(into: (0, 0, 0)) { sum, t in
        sum.pairs += t * (t - 1)
        sum.triples += t * (t - 1) * (t - 2)
        sum.spread += t * (t - 1) * (2 * t + 5)
      }
    }
    let (tx, ty) = (ties(x), ties(y))
    let all = n * (n - 1) / 2
    let s = pair.correlation * ((all - tx.pairs / 2) * (all - ty.pairs / 2)).squareRoot()
    let variance =
      (n * (n - 1) * (2 * n + 5) - tx.spread - ty.spread) / 18 + tx.pairs * ty.pairs / (2 * n * (n - 1))
      + tx.triples * ty.triples / (9 * n * (n - 1) * (n - 2))
    return variance > 0 ? min(1, Normal().twoSided(s / variance.squareRoot())) : nil
  }
}
