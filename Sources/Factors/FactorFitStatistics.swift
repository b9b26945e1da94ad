import LinearAlgebra
import Platform
import Probability

/// How well k factors reproduce the correlations.
///
/// With F = tr(Σ⁻¹R) − ln|Σ⁻¹R| − p at the solution, whatever the extraction, Σ = ΛΦΛ' off the diagonal and 1 on it:
/// χ² = (n − 1 − (2p + 5)/6 − 2k/3)·F (Bartlett 1951) with df = ½((p − k)² − p − k); RMSEA = √(max(χ² − df, 0)/(df·n)) with the
/// interval of its noncentrality; TLI = (χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1) with χ²₀ = −(n − 1 − (2p + 5)/6)·ln|R| and
/// df₀ = p(p − 1)/2; RMSR the root of the mean squared residual correlation; BIC = χ² − df·ln n.
///
/// Where rows are at hand χ² is divided by c (`RobustFactors`), for which answers need not be normal; RMSEA and TLI then
/// estimate what they would be of the population (Brosseau-Liard, Savalei & Li 2012, doi:10.1080/00273171.2012.715252): c·df and
/// c₀·df₀ take the place of df and df₀, with χ² as it was. BIC stays that of the likelihood.
public struct FactorFitStatistics: Sendable, Equatable {
  /// What is not defined (without n, without degrees of freedom, under weights) is `nil`.
  public var chiSquared: Double?
  /// ((p − k)² − (p + k))/2; `nil` of components.
  public var degreesOfFreedom: Int?
  /// Upper tail of χ²; small when so few factors do not reproduce the correlations.
  public var pValue: Double?
  /// √(max(χ² − df, 0)/(df·n)).
  public var rmsea: Double?
  /// Lower end of its 90 % interval, from the noncentral χ².
  public var rmseaLow: Double?
  /// Upper end of its 90 % interval.
  public var rmseaHigh: Double?
  /// (χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1), where 0 is the model without factors.
  public var tli: Double?
  /// Root of the mean squared residual correlation.
  public var rmsr: Double
  /// χ² − df·ln n.
  public var bic: Double?
  /// What χ² was divided by; `nil` where it is that of normal data.
  public var scaling: Double?
  /// F itself.
  public var discrepancy: Double?

  /// RMSEA's interval has the coverage that the field prints, whatever that of the loadings.
  public static let rmseaConfidence = 0.90

  init(rmsr: Double) { self.rmsr = rmsr }

  init(_ fit: FactorAnalysis.Fit, robust: RobustFactors? = nil) {
    let p = fit.names.count
    var squares = 0.0
    for i in 0..<p { for j in 0..<i { squares += fit.residuals[i, j] * fit.residuals[i, j] } }
    rmsr = (squares / Double(p * (p - 1) / 2)).squareRoot()
    guard fit.specification.extraction != .components else { return }
    let df = fit.specification.degreesOfFreedom(items: p)
    degreesOfFreedom = df
    guard let f = FactorFitStatistics.discrepancy(fit) else { return }
    discrepancy = f
    guard let n = fit.input.n, robust?.allowsTest(degrees: df) ?? fit.input.isNormalTheory else { return }
    let k = fit.specification.factors
    let base = n - 1 - Double(2 * p + 5) / 6
    let multiplier = base - 2 * Double(k) / 3
    guard multiplier > 0 else { return }
    let plain = max(0, multiplier * f)
    scaling = robust?.scaling(degrees: df)
    // Without degrees of freedom nothing is left to be scaled.
    let c = scaling ?? 1
    let statistic = plain / c
    chiSquared = statistic
    if fit.input.isNormalTheory { bic = plain - Double(df) * log(n) }
    guard df > 0 else { return }
    pValue = ChiSquared(degrees: Double(df)).upperTail(statistic)
    let scale = Double(df) * n / c
    rmsea = (max(statistic - Double(df), 0) / scale).squareRoot()
    let tail = (1 - FactorFitStatistics.rmseaConfidence) / 2
    func end(_ probability: Double) -> Double {
      (NoncentralChiSquared.noncentrality(degrees: Double(df), x: statistic, lowerTail: probability) / scale)
        .squareRoot()
    }
    rmseaLow = end(1 - tail)
    rmseaHigh = end(tail)
    if let null = try? Cholesky(fit.input.correlation).logDeterminant {
      let df0 = Double(p * (p - 1) / 2)
      let c0 = robust.map { $0.baselineTrace / df0 } ?? 1
      let ratio0 = -base * null / df0
      if ratio0 != c0 { tli = (ratio0 - c0 - (plain / Double(df) - c)) / (ratio0 - c0) }
    }
  }

  /// F; `nil` when Σ or R is not positive definite.
  static func discrepancy(_ fit: FactorAnalysis.Fit) -> Double? {
    let p = fit.names.count
    var model = fit.input.correlation
    for i in 0..<p {
      for j in 0..<i { model[i, j] -= fit.residuals[i, j] }
      model[i, i] = 1
    }
    guard let factor = try? Cholesky(model), let sample = try? Cholesky(fit.input.correlation) else { return nil }
    let inverse = factor.inverse
    var trace = 0.0
    for i in 0..<p {
      for j in 0...i { trace += (i == j ? 1 : 2) * inverse[i, j] * fit.input.correlation[i, j] }
    }
    return trace + factor.logDeterminant - sample.logDeterminant - Double(p)
  }
}
