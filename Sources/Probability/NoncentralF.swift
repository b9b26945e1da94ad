import Platform

/// F whose numerator χ² has the noncentrality λ ≥ 0.
///
/// A mixture of central distributions with Poisson weights: P(F ≤ f) = Σⱼ Pois(j; λ/2)·I_x(m/2 + j, v/2) with
/// x = mf/(mf + v). Summed about the weights' centre, twelve of their standard deviations to either side. Rmath's `pnf`
/// sums the same series, but to 1e-9 only, and gives up after 10,000 terms (λ about 10⁶, that is a hundred thousand
/// respondents with R² .9), printing a warning to standard output.
///
/// A short sum goes from term to term (`BetaMixture`). Of a long one only every s-th term is evaluated, s a third of the
/// weights' standard deviation: both factors are smooth on that scale, so that this trapezoidal sum is exact to rounding.
public struct NoncentralF: Sendable {
  /// Degrees of freedom of the numerator, positive.
  public let numerator: Double
  /// Degrees of freedom of the denominator, positive.
  public let denominator: Double
  /// Not negative; 0 is the central distribution.
  public let noncentrality: Double

  public init(numerator: Double, denominator: Double, noncentrality: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are above zero")
    precondition(numerator.isFinite && denominator.isFinite, "finite degrees of freedom")
    precondition(noncentrality >= 0 && noncentrality.isFinite, "a noncentrality is zero or positive")
    self.numerator = numerator
    self.denominator = denominator
    self.noncentrality = noncentrality
  }

  /// P(F ≤ f).
  public func lowerTail(_ f: Double) -> Double { tail(f, lower: true) }
  /// P(F > f).
  public func upperTail(_ f: Double) -> Double { tail(f, lower: false) }

  private func tail(_ f: Double, lower: Bool) -> Double {
    if !(f > 0) { return lower ? 0 : 1 }
    if f.isInfinite { return lower ? 1 : 0 }
    let ratio = numerator * f / denominator
    let central = BetaMixture(
      x: ratio / (1 + ratio), complement: 1 / (1 + ratio), a: numerator / 2, b: denominator / 2, lower: lower)
    if noncentrality == 0 { return central.tail(0) }
    let mean = noncentrality / 2
    let spread = mean.squareRoot()
    let first = max(0, (mean - 12 * spread).rounded(.down))
    let last = (mean + 12 * spread + 40).rounded(.up)
    if spread < 30 { return min(1, central.sum(from: first, through: last, PoissonWeights(mean: mean))) }
    let step = (spread / 3).rounded(.down)
    return min(1, central.sum(from: first, through: last, by: step, PoissonWeights(mean: mean)))
  }
}
