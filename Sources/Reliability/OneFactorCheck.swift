package import Factors
public import LinearAlgebra
import Measures
import Platform
import Probability

/// Whether one factor reproduces the correlations of a construct's items: maximum likelihood, as a confirmatory model with one
/// factor has it in lavaan.
///
/// χ² = n·F with F = ln|Σ| + tr(RΣ⁻¹) − ln|R| − k and df = k(k − 3)/2; CFI against no correlations at all; RMSEA =
/// √(max(χ² − df, 0)/(df·n)) with its 90 % interval. Where rows are at hand χ² is divided by c, so that answers need not be normal
/// (`RobustFactors`: lavaan's MLM, under weights, strata and clusters MLR), and CFI and RMSEA have c·df in place of df, with χ² as
/// it was (Brosseau-Liard, Savalei & Li 2012, doi:10.1080/00273171.2012.715252). SRMR is the root of the mean squared residual correlation, diagonal counted.
public struct OneFactorCheck: Sendable, Equatable {
  /// Standardised loadings.
  public var loadings: [Double]
  /// `nil` without n, with pairwise treatment, and without rows under weights; as is what follows from it.
  public var chiSquared: Double?
  /// What χ² was divided by; `nil` where it is that of normal data.
  public var scaling: Double?
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
  public init?(correlation: SymmetricMatrix, n: Double?) { self.init(correlation: correlation, n: n, units: nil) }

  /// The same with what the sample's units do to the correlations; `nil` without rows.
  package init?(correlation: SymmetricMatrix, n: Double?, units: SampledUnits?) {
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
    let robust = units.flatMap { units in
      RobustFactors(
        loadings: Matrix(rows: k, columns: 1, storage: loadings),
        uniquenesses: (0..<k).map { model.uniquenesses[$0] }, correlation: correlation, estimator: .likelihood,
        units: units, n: n)
    }
    if units?.isDesign == true, robust?.allowsTest(degrees: degreesOfFreedom) != true {
      chiSquared = nil
      return
    }
    scale(statistic, robust, null: -n * sample.logDeterminant, items: k, n: n)
  }

  private mutating func scale(_ plain: Double, _ robust: RobustFactors?, null: Double, items k: Int, n: Double) {
    let df = Double(degreesOfFreedom)
    let pairs = Double(k * (k - 1) / 2)
    scaling = robust?.scaling(degrees: degreesOfFreedom)
    let c = scaling ?? 1
    let c0 = scaling == nil ? 1 : (robust?.baselineTrace ?? pairs) / pairs
    let statistic = plain / c
    chiSquared = statistic
    pValue = ChiSquared(degrees: df).upperTail(statistic)
    let excess = max(plain - c * df, 0)
    let nullExcess = max(null - c0 * pairs, excess)
    cfi = nullExcess > 0 ? 1 - excess / nullExcess : 1
    rmsea = (excess / (df * n)).squareRoot()
    let tail = (1 - FactorFitStatistics.rmseaConfidence) / 2
    func end(_ probability: Double) -> Double {
      (c * NoncentralChiSquared.noncentrality(degrees: df, x: statistic, lowerTail: probability) / (df * n))
        .squareRoot()
    }
    rmseaLow = end(1 - tail)
    rmseaHigh = end(tail)
  }
}
