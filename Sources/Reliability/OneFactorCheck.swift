import Factors
public import LinearAlgebra
import Measures
import Platform
import Probability

/// Whether one factor reproduces the correlations of a construct's items: maximum likelihood, as a confirmatory model with one
/// factor has it in lavaan.
///
/// χ² = n·F with F = ln|Σ| + tr(RΣ⁻¹) − ln|R| − k and df = k(k − 3)/2; CFI against no correlations at all; RMSEA =
/// √(max(χ² − df, 0)/(df·n)) with its 90 % interval; SRMR the root of the mean squared residual correlation, diagonal counted.
public struct OneFactorCheck: Sendable, Equatable {
  /// Standardised loadings.
  public var loadings: [Double]
  /// `nil` without n and normal theory, as is what follows from it.
  public var chiSquared: Double?
  /// p(p − 3)/2 of p items: none of three.
  public var degreesOfFreedom: Int
  /// `nil` without degrees of freedom (three items fit perfectly), as is what follows from it.
  public var pValue: Double?
  /// Comparative fit index.
  public var cfi: Double?
  /// √(max(χ² − df, 0)/(df·n)).
  public var rmsea: Double?
  /// Lower end of its 90 % interval.
  public var rmseaLow: Double?
  /// Upper end of its 90 % interval.
  public var rmseaHigh: Double?
  /// Root of the mean squared residual correlation, the diagonal counted.
  public var srmr: Double
  /// A uniqueness on its lower bound.
  public var isHeywood: Bool

  /// - Parameters:
  ///   - correlation: of at least three items.
  ///   - n: respondents; `nil` when χ² is not to be had.
  /// - Returns: `nil` when the matrix is not positive definite or the search finds nothing.
  public init?(correlation: SymmetricMatrix, n: Double?) {
    let k = correlation.order
    guard k >= 3, Definiteness(correlation).isDefinite else { return nil }
    let model = OneFactorModel(items: k, extraction: .maximumLikelihood)
    guard correlation.packed.withUnsafeBufferPointer({ model.fit($0.baseAddress!) }) else { return nil }
    loadings = (0..<k).map { model.loadings[$0] }
    isHeywood = model.isHeywood
    degreesOfFreedom = k * (k - 3) / 2
    var implied = SymmetricMatrix(order: k)
    var squares = 0.0
    for i in 0..<k {
      for j in 0..<i { implied[i, j] = loadings[i] * loadings[j] }
      implied[i, i] = loadings[i] * loadings[i] + model.uniquenesses[i]
      for j in 0...i {
        let residual = correlation[i, j] - implied[i, j]
        squares += residual * residual
      }
    }
    let residual = (squares / Double(k * (k + 1) / 2)).squareRoot()
    // Three items are fitted perfectly: what is left is rounding.
    srmr = residual < 1e-9 ? 0 : residual
    guard let n, let factor = try? Cholesky(implied), let sample = try? Cholesky(correlation) else { return }
    let inverse = factor.inverse
    var trace = 0.0
    for i in 0..<k { for j in 0...i { trace += (i == j ? 1 : 2) * inverse[i, j] * correlation[i, j] } }
    let statistic = max(0, n * (trace + factor.logDeterminant - sample.logDeterminant - Double(k)))
    chiSquared = statistic
    guard degreesOfFreedom > 0 else { return }
    let df = Double(degreesOfFreedom)
    pValue = ChiSquared(degrees: df).upperTail(statistic)
    let excess = max(statistic - df, 0)
    let null = max(-n * sample.logDeterminant - Double(k * (k - 1) / 2), excess)
    cfi = null > 0 ? 1 - excess / null : 1
    rmsea = (excess / (df * n)).squareRoot()
    let tail = (1 - FactorFitStatistics.rmseaConfidence) / 2
    rmseaLow = (NoncentralChiSquared.noncentrality(degrees: df, x: statistic, lowerTail: 1 - tail) / (df * n))
      .squareRoot()
    rmseaHigh = (NoncentralChiSquared.noncentrality(degrees: df, x: statistic, lowerTail: tail) / (df * n)).squareRoot()
  }
}
