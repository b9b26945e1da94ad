import LinearAlgebra
import Platform
import Probability

/// How well a model fits.
///
/// With N respondents, χ² = N·F of maximum likelihood, (N − 1)·F of least squares (groups added up), df moments less parameters.
/// Of the baseline, in which observed variables do not covary but for exogenous ones, χ²₀ and df₀:
/// CFI = 1 − max(χ² − df, 0)/max(χ² − df, χ²₀ − df₀, 0) (Bentler 1990), TLI = (χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1), RMSEA =
/// √(G·max(χ² − df, 0)/(N·df)), N as in χ², with the 90 % interval of its noncentrality (Steiger 1990) and the test that it is at most .05;
/// SRMR the root of the mean squared residual over standard deviations (Bentler), means among them where they are modelled.
/// Robust versions divide χ² by its scaling c (and shift it, where its variance is adjusted), and estimate what CFI, TLI and RMSEA would be of the population
/// (Brosseau-Liard, Savalei & Li 2012; 2014): c·df in place of df, with χ² as it was. Where answers are missing, robust versions are
/// those of complete answers, with or without a robust estimator (`IncompleteScores.completed`). Of ordered answers robust versions are
/// CFI, TLI and RMSEA of the χ²'s that are scaled and shifted.
public struct StructuralStatistics: Sendable, Equatable {
  /// Respondents.
  public var n = 0.0
  /// Parameters that are estimated, equal ones counted once.
  public var freeParameters = 0
  /// What is not defined is `nil`.
  public var chiSquared: Double?
  /// Moments less parameters.
  public var degreesOfFreedom = 0
  /// Of χ²: its upper tail.
  public var pValue: Double?
  /// χ²₀ of the baseline.
  public var baselineChiSquared: Double?
  /// df₀ of the baseline.
  public var baselineDegrees = 0
  /// Comparative fit index, 0 … 1.
  public var cfi: Double?
  /// Tucker–Lewis index; it may leave 0 … 1.
  public var tli: Double?
  /// Root mean squared error of approximation.
  public var rmsea: Double?
  /// Lower end of its 90 % interval.
  public var rmseaLow: Double?
  /// Upper end of its 90 % interval.
  public var rmseaHigh: Double?
  /// p of the hypothesis that RMSEA is at most .05.
  public var closeFit: Double?
  /// Standardised root mean squared residual.
  public var srmr = 0.0
  /// Of the model, and of the saturated one.
  public var logLikelihood: Double?
  /// Log-likelihood of the saturated model.
  public var saturatedLogLikelihood: Double?
  /// −2 log-likelihood + 2 parameters.
  public var aic: Double?
  /// −2 log-likelihood + log N · parameters.
  public var bic: Double?
  /// What χ² is divided by; `nil` but for robust estimators.
  public var scaling: Double?
  /// What χ²₀ is divided by.
  public var baselineScaling: Double?
  /// What is added then, where the variance of χ² is adjusted too: of `mlmv`, ordered answers, correlations.
  public var shift: Double?
  public var baselineShift: Double?
  /// χ² divided by its scaling, and shifted.
  public var robustChiSquared: Double?
  /// Of the scaled χ²: its upper tail.
  public var robustPValue: Double?
  /// CFI of the population, as the scaled statistics estimate it.
  public var robustCfi: Double?
  /// TLI of the population.
  public var robustTli: Double?
  /// RMSEA of the population.
  public var robustRmsea: Double?
  /// Lower end of its 90 % interval.
  public var robustRmseaLow: Double?
  /// Upper end of its 90 % interval.
  public var robustRmseaHigh: Double?

  /// What resamples of rows for which the model holds say of χ²; `nil` where nobody asked, and where nothing tests the model.
  public var bollenStine: BollenStineTest?

  /// χ² and its scaling had everybody answered, of the model and the baseline; where answers are missing.
  var completed: Completed?

  struct Completed: Sendable, Equatable {
    var chiSquared: Double
    var scaling: Double
    var baseline: Double
    var baselineScaling: Double
  }

  /// RMSEA's interval has the coverage that the field prints.
  public static let rmseaConfidence = 0.90

  init() {}

  /// Fills in what follows from χ² and the baseline's.
  ///
  /// - Parameters:
  ///   - count: what χ² multiplies F by, N or N − 1.
  ///   - isOrdered: whether robust indices are those of the scaled and shifted χ².
  mutating func derive(groups: Int, count: Double, isOrdered: Bool = false) {
    let df = Double(degreesOfFreedom)
    guard let chiSquared else { return }
    if degreesOfFreedom > 0 { pValue = ChiSquared(degrees: df).upperTail(chiSquared) }
    if let base = baselineChiSquared {
      (cfi, tli) = Self.comparative(chiSquared, df, base, Double(baselineDegrees), c: 1, c0: 1)
    }
    if degreesOfFreedom == 0 {
      (rmsea, rmseaLow, rmseaHigh) = (0, 0, 0)
    } else {
      let scale = df * count / Double(groups)
      rmsea = (max(chiSquared - df, 0) / scale).squareRoot()
      (rmseaLow, rmseaHigh) = Self.interval(chiSquared, df, scale)
      closeFit = 1 - Self.noncentral(df, scale * 0.0025, chiSquared)
    }
    if let scaling, degreesOfFreedom > 0 {
      let scaled = chiSquared / scaling + (shift ?? 0)
      robustChiSquared = scaled
      robustPValue = ChiSquared(degrees: df).upperTail(scaled)
    }
    deriveRobust(groups: groups, count: count, isOrdered: isOrdered)
  }

  /// c of c·df, the mean of χ² where the model holds: tr(UΓ)/df.
  var meanScaling: Double? { Self.meanScaling(scaling, shift, degreesOfFreedom) }

  private static func meanScaling(_ scaling: Double?, _ shift: Double?, _ degrees: Int) -> Double? {
    guard let scaling, let shift, degrees > 0 else { return scaling }
    return scaling * (1 - shift / Double(degrees))
  }

  /// Takes back what a sample with a design does not have: tests of χ² that is not scaled.
  mutating func dropNormalTheory() {
    (pValue, closeFit, rmseaLow, rmseaHigh) = (nil, nil, nil, nil)
  }

  /// CFI, TLI and RMSEA of the population's χ².
  private mutating func deriveRobust(groups: Int, count: Double, isOrdered: Bool) {
    let df = Double(degreesOfFreedom)
    if isOrdered, shift != nil, let scaled = robustChiSquared {
      let scale = df * count / Double(groups)
      robustRmsea = (max(scaled - df, 0) / scale).squareRoot()
      let ends = Self.interval(scaled, df, scale)
      (robustRmseaLow, robustRmseaHigh) = (ends.0, ends.1)
      if let base = baselineChiSquared, let c0 = baselineScaling, let shift = baselineShift {
        (robustCfi, robustTli) = Self.comparative(scaled, df, base / c0 + shift, Double(baselineDegrees), c: 1, c0: 1)
      }
      return
    }
    guard degreesOfFreedom > 0, let own = completed?.chiSquared ?? chiSquared,
      let scaling = completed?.scaling ?? meanScaling, scaling > 0
    else { return }
    let scale = df * count / Double(groups)
    robustRmsea = (max(own - scaling * df, 0) / scale).squareRoot()
    let ends =
      shift == nil
      ? Self.interval(own / scaling, df, scale / scaling)
      : Self.interval(robustChiSquared ?? .nan, df, scale / (self.scaling ?? 1))
    (robustRmseaLow, robustRmseaHigh) = (ends.0, ends.1)
    if let base = completed?.baseline ?? baselineChiSquared,
      let c0 = completed?.baselineScaling ?? Self.meanScaling(baselineScaling, baselineShift, baselineDegrees)
    {
      (robustCfi, robustTli) = Self.comparative(own, df, base, Double(baselineDegrees), c: scaling, c0: c0)
    }
  }

  private static func comparative(
    _ x: Double, _ df: Double, _ base: Double, _ df0: Double, c: Double, c0: Double
  ) -> (Double?, Double?) {
    let (excess, excess0) = (max(x - c * df, 0), max(x - c * df, base - c0 * df0, 0))
    let cfi = excess0 > 0 ? 1 - excess / excess0 : 1
    guard df > 0, df0 > 0 else { return (cfi, df == 0 ? 1 : nil) }
    let (own, null) = ((x - c * df) / df, (base - c0 * df0) / df0)
    return (cfi, null == 0 ? nil : 1 - own / null)
  }

  private static func noncentral(_ df: Double, _ noncentrality: Double, _ x: Double) -> Double {
    NoncentralChiSquared(degrees: df, noncentrality: noncentrality).lowerTail(x)
  }

  private static func interval(_ x: Double, _ df: Double, _ scale: Double) -> (Double, Double) {
    let tail = (1 - rmseaConfidence) / 2
    func end(_ probability: Double) -> Double {
      (max(0, NoncentralChiSquared.noncentrality(degrees: df, x: x, lowerTail: probability)) / scale).squareRoot()
    }
    return (end(1 - tail), end(tail))
  }
}
