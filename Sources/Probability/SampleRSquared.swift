import Platform

/// The R² of a sample whose outcome and predictors are jointly normal: the predictors are random as the outcome is.
///
/// Given the predictors, F = (R²/m)/((1 − R²)/v) is noncentral with λ = γ·χ², where γ = ρ²/(1 − ρ²) and χ² has n − 1
/// degrees of freedom, n = m + v + 1; over the predictors the Poisson weights of the noncentral distribution become
/// negative binomial: P(R² ≤ r) = Σⱼ w(j)·I_r(m/2 + j, v/2), w(j) the chance of j under size (n − 1)/2 and probability
/// 1 − ρ² (Fisher 1928, doi:10.1098/rspa.1928.0224; Gurland 1968, Journal of the Royal Statistical Society B 30,
/// 276–283). With the predictors held fixed instead it is `NoncentralF` with λ = nγ.
public struct SampleRSquared: Sendable {
  /// Columns of the model, the intercept not counted.
  public let predictors: Double
  /// n − predictors − 1.
  public let residualDegrees: Double
  /// γ = ρ²/(1 − ρ²), explained over unexplained variance of the population.
  public let signal: Double

  /// - Parameters:
  ///   - predictors: m > 0.
  ///   - residualDegrees: v > 0.
  ///   - signal: γ ≥ 0.
  public init(predictors: Double, residualDegrees: Double, signal: Double) {
    precondition(predictors > 0 && residualDegrees > 0, "degrees of freedom are above zero")
    precondition(predictors.isFinite && residualDegrees.isFinite, "finite degrees of freedom")
    precondition(signal >= 0 && signal.isFinite, "a ratio of variances is zero or positive")
    self.predictors = predictors
    self.residualDegrees = residualDegrees
    self.signal = signal
  }

  /// P(R² ≤ r).
  public func lowerTail(_ r: Double) -> Double { tail(r, lower: true) }
  /// P(R² > r).
  public func upperTail(_ r: Double) -> Double { tail(r, lower: false) }

  private func tail(_ r: Double, lower: Bool) -> Double {
    if !(r > 0) { return lower ? 0 : 1 }
    if r >= 1 { return lower ? 1 : 0 }
    let central = BetaMixture(x: r, complement: 1 - r, a: predictors / 2, b: residualDegrees / 2, lower: lower)
    let size = (predictors + residualDegrees) / 2
    let mean = size * signal
    guard mean > 1e-20 else { return central.tail(0) }
    let spread = (mean * (1 + signal)).squareRoot()
    // With few respondents the weights of a long sum fall steeply from zero on: no scale on which they are smooth.
    if spread > 2000, size < 50 { return overPredictors(r, size: size, lower: lower) }
    let weights = GammaPoissonWeights(size: size, factor: signal)
    let first = max(0, (mean - 12 * spread).rounded(.down))
    var last = (mean + 12 * spread + 40).rounded(.up)
    // Beyond, the weights fall at least as fast as a geometric series.
    while weights.weight(last) > 1e-18 * (1 - weights.ratio(after: last)) {
      last += (4 * spread + 10).rounded(.up)
    }
    if spread < 30 || size < 50 { return min(1, central.sum(from: first, through: last, weights)) }
    return min(1, central.sum(from: first, through: last, by: (spread / 4).rounded(.down), weights))
  }

  /// ∫ P(F beyond its value | λ = 2γg) · gᵏ⁻¹e⁻ᵍ/Γ(k) dg, k = (n − 1)/2, by the trapezoidal rule over log g, where the
  /// integrand falls off exponentially or faster at both ends and the rule is exact to rounding.
  private func overPredictors(_ r: Double, size k: Double, lower: Bool) -> Double {
    let f = r / (1 - r) * residualDegrees / predictors
    let step = 0.2 / max(1, k.squareRoot())
    var sum = 0.0
    for direction in [-1.0, 1] {
      var place = direction < 0 ? 0 : step
      while true {
        let g = k * exp(place)
        let weight = exp(k * log(g) - g - lgamma(k))
        guard weight > 1e-19 else { break }
        let given = NoncentralF(
          numerator: predictors, denominator: residualDegrees, noncentrality: 2 * signal * g)
        sum += weight * (lower ? given.lowerTail(f) : given.upperTail(f))
        place += direction * step
      }
    }
    return min(1, sum * step)
  }
}
