package import LinearAlgebra
import Platform

/// Estimates of several like things, drawn in towards each other as far as their sampling error warrants.
///
/// θ̂ ~ N(θ, V), with V the estimates' covariance. The true values are taken to spread normally about an unknown mean, θₖ ~ N(μ, τ²), and
/// with probability ½ one of them, any, stands out by N(0, ω²) more. τ is averaged over twenty equal steps up to m, the spread if
/// one had everything, m = √(p − 1)·|mean| (or the estimates' own, if that is larger), ω = m/2. Of several near-ties the
/// largest estimate owes its place to chance in part; this takes that part away, where estimates just as they are, or
/// resamples of them, double it (Efron & Morris 1975, doi:10.1080/01621459.1975.10479864, for τ; the one that stands out
/// keeps a driver that really is larger from being drawn in with the others).
///
/// How often such statements are true was counted: see the page on calibration.
package struct Shrinkage: Sendable {
  /// The means of the true values given the estimates.
  package let means: [Double]
  /// V = L·L'.
  let factor: Cholesky
  /// The variance of the common mean.
  let common: Double
  let components: [Component]

  /// One τ and one outstanding driver, or none.
  struct Component: Sendable {
    let weight: Double
    /// The mean given this component.
    let mean: [Double]
    /// τ².
    let variance: Double
    /// The one that stands out, and by how much variance.
    let outlier: (index: Int, variance: Double)?
  }

  /// What the true values are taken to be like.
  package struct Prior: Sendable {
    /// Standard deviations about the common mean, each as likely as the others.
    package var spreads: [Double]
    /// That one of them stands out.
    package var outlierProbability: Double
    /// By how much more it then varies.
    package var outlierSpread: Double

    package init(spreads: [Double], outlierProbability: Double, outlierSpread: Double) {
      self.spreads = spreads
      self.outlierProbability = outlierProbability
      self.outlierSpread = outlierSpread
    }

    /// The one described above.
    package init(for estimates: [Double]) {
      let p = Double(estimates.count)
      let mean = estimates.reduce(0, +) / p
      let own = (estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / p).squareRoot()
      let most = max((p - 1).squareRoot() * abs(mean), own)
      self.init(
        spreads: (1...20).map { Double($0) / 20 * most }, outlierProbability: 0.5, outlierSpread: most / 2)
    }
  }

  /// Components with less than this part of the largest weight are left out of the draws.
  private static let negligible = 1e-3
  /// So many components are kept, of the largest weight: the work per component grows with the cube of the estimates.
  private static let mostComponents = 128
  /// Draws made of each replicate: eight up to 64 estimates, of more as many as cost the same, at least two.
  static func drawsPerReplicate(_ estimates: Int) -> Int { max(2, min(8, 512 / estimates)) }
  /// The variance of the common mean in units of the largest spread's: it is left to the data.
  private static let openMean = 1e3

  /// `nil` when there are fewer than two estimates, one is not finite, or they do not vary.
  package init?(estimates: [Double], covariance: SymmetricMatrix, prior given: Prior? = nil) {
    let p = estimates.count
    precondition(covariance.order == p, "a row of the covariance per estimate")
    guard p > 1, estimates.allSatisfy(\.isFinite), covariance.packed.allSatisfy(\.isFinite) else { return nil }
    let prior = given ?? Prior(for: estimates)
    guard let widest = prior.spreads.max(), widest > 0,
      let error = Shrinkage.definite(covariance), let factor = try? Cholesky(error)
    else { return nil }
    let centre = estimates.reduce(0, +) / Double(p)
    let deviations = estimates.map { $0 - centre }
    let common = Shrinkage.openMean * widest * widest / Double(p)

    let more = prior.outlierSpread * prior.outlierSpread
    var models: [SpreadModel] = []
    for spread in prior.spreads {
      guard
        let model = SpreadModel(
          deviations, error: error, common: common, spread: spread, more: more,
          outlierProbability: prior.outlierProbability)
      else { return nil }
      models.append(model)
    }
    let logs = models.flatMap(\.logs)
    let largest = logs.max()!
    let kept = logs.indices.filter { logs[$0] - largest > log(Shrinkage.negligible) }
      .sorted { (logs[$0], -$0) > (logs[$1], -$1) }.prefix(Shrinkage.mostComponents)
    let sum = kept.reduce(0) { $0 + exp(logs[$1] - largest) }
    let perSpread = models[0].logs.count
    let components = kept.map { c in
      let outlier = c % perSpread == 0 ? nil : c % perSpread - 1
      return Component(
        weight: exp(logs[c] - largest) / sum, mean: models[c / perSpread].mean(outlier, centre: centre),
        variance: models[c / perSpread].variance, outlier: outlier.map { ($0, more) })
    }
    means = (0..<p).map { k in components.reduce(0) { $0 + $1.weight * $1.mean[k] } }
    self.factor = factor
    self.common = common
    self.components = components
  }

  /// With room for numbers that are a fixed sum of the others, or copies of each other.
  private static func definite(_ covariance: SymmetricMatrix) -> SymmetricMatrix? {
    let p = covariance.order
    let variance = (0..<p).reduce(0) { $0 + covariance[$1, $1] } / Double(p)
    guard variance > 0 else { return nil }
    var result = covariance
    var whole = 0.0
    for i in 0..<p { for j in 0..<p { whole += covariance[i, j] } }
    // Shares add up to 1: their mean has no error, and any will do.
    let isFixed = abs(whole) < 1e-6 * Double(p) * variance
    for i in 0..<p {
      if isFixed { for j in 0...i { result[i, j] += variance / Double(p) } }
      result[i, i] += 1e-9 * variance
    }
    return result
  }
}

/// What one spread τ about the common mean says: the data's likelihood without an outstanding driver and with each, and the
/// means that go with it.
private struct SpreadModel {
  /// Logarithms of the components' weights: without an outstanding driver, then with each.
  let logs: [Double]
  /// τ².
  let variance: Double
  private let common: Double
  private let more: Double
  /// (V + T)⁻¹(θ̂ − c), and (V + T)⁻¹.
  private let solved: [Double]
  private let inverse: SymmetricMatrix?

  init?(
    _ deviations: [Double], error: SymmetricMatrix, common: Double, spread: Double, more: Double,
    outlierProbability: Double
  ) {
    let p = deviations.count
    var total = error
    for at in total.packed.indices { total.packed[at] += common }
    for i in 0..<p { total[i, i] += spread * spread }
    guard let whole = try? Cholesky(total) else { return nil }
    let solved = whole.solve(deviations)
    let base = -0.5 * (whole.logDeterminant + zip(solved, deviations).reduce(0) { $0 + $1.0 * $1.1 })
    var logs = [base + log(1 - outlierProbability)]
    self.solved = solved
    (self.common, self.more, variance) = (common, more, spread * spread)
    guard outlierProbability > 0 else {
      self.logs = logs
      inverse = nil
      return
    }
    // Of a variance more at one place determinant, quadratic form and solution follow by Sherman and Morrison.
    let inverse = whole.inverse
    for k in 0..<p {
      let growth = 1 + more * inverse[k, k]
      let step = more * solved[k] / growth
      logs.append(base - 0.5 * log(growth) + 0.5 * step * solved[k] + log(outlierProbability / Double(p)))
    }
    self.logs = logs
    self.inverse = inverse
  }

  /// c + T·(V + T)⁻¹(θ̂ − c), with T the true values' covariance.
  func mean(_ outlier: Int?, centre: Double) -> [Double] {
    var own = solved
    if let k = outlier, let inverse {
      let step = more * solved[k] / (1 + more * inverse[k, k])
      for i in own.indices { own[i] -= step * inverse[max(i, k), min(i, k)] }
    }
    let shared = centre + common * own.reduce(0, +)
    var mean = own.map { shared + variance * $0 }
    if let outlier { mean[outlier] += more * own[outlier] }
    return mean
  }
}
