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
      let isLatent = pair.method == .polychoric || pair.method == .polyserial
      fromParts(&pair, test: !isLatent)
      if isLatent { scoreTest(&pair, frame) }
      return
    }
    switch pair.method {
    case .pearson, .partial:
      let free = pair.n - 2 - Double(heldConstant)
      CorrelationInference.normalTheory(&pair, heldConstant: heldConstant, quantile: quantile)
      if free <= 0 { pair.pValue = nil }
      if analysis.errors == .influence, free > 1, abs(r) < 1 { fromInfluence(&pair, degrees: free) }
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
    case .polychoric, .polyserial, .mixed:
      fromParts(&pair, test: false)
      scoreTest(&pair, frame)
    }
  }

  /// The interval from what each respondent does to the correlation, in place of Fisher's: on his scale, with t. Where without
  /// some respondent there is no correlation at all, there is no interval.
  ///
  /// A partial correlation's parts are those of residuals, divided by 1 − h, h the row's leverage in the regression that leaves
  /// them. Of five-point answers with up to 68 % in the top box such intervals held 94–96 % from n 100 on, Fisher's 87–90 %.
  private func fromInfluence(_ pair: inout CorrelationAnalysis.Pair, degrees: Double) {
    (pair.standardError, pair.low, pair.high) = (nil, nil, nil)
    let isFrequency = weightsKind == .frequency
    let spread = (1 - pair.correlation) * (1 + pair.correlation)
    var onZ: Double?
    if pair.method == .pearson {
      onZ = influence.deleted(pair.a, pair.b, isFrequency: isFrequency)?.squareRoot()
    } else if let parts = influence.parts(pair.a, pair.b, correlation: pair.correlation),
      let rests = influence.remainders(isFrequency: isFrequency), rests.allSatisfy({ $0 > 1e-10 })
    {
      onZ = variance.variance(zip(parts, rests).map { $0 / $1 }).squareRoot() / spread
    }
    guard let onZ, onZ > 0, onZ.isFinite else { return }
    pair.standardError = onZ * spread
    let tail = (1 + analysis.bootstrap.confidence) / 2
    CorrelationInference.set(&pair, error: onZ, quantile: StudentT(degrees: degrees).quantile(tail))
  }

  /// The test of no correlation of ratings: none at ±1, where the likelihood has no maximum inside.
  private func scoreTest(_ pair: inout CorrelationAnalysis.Pair, _ frame: ModelFrame) {
    pair.pValue = nil
    guard abs(pair.correlation) < 1, pair.standardError != nil else { return }
    pair.pValue = influence.scoreTest(pair.a, pair.b).pValue(
      n: pair.n, weights: frame.weights ?? [Double](repeating: 1, count: frame.rowCount), variance: variance)
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

  static func set(_ pair: inout CorrelationAnalysis.Pair, error: Double, quantile: Double) {
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
