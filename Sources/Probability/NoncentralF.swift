import CRmath
import Glibc

/// F whose numerator χ² has the noncentrality λ ≥ 0.
///
/// A mixture of central distributions with Poisson weights: P(F ≤ f) = Σⱼ Pois(j; λ/2)·I_x(m/2 + j, v/2) with
/// x = mf/(mf + v). Summed about the weights' centre, twelve of their standard deviations to either side. Rmath's `pnf`
/// sums the same series, but to 1e-9 only, and gives up after 10,000 terms (λ about 10⁶, that is a hundred thousand
/// respondents with R² .9), printing a warning to standard output. Where the weights spread wider than a few dozen
/// terms only every s-th is evaluated, s a fifth of their standard deviation: both factors are smooth on that scale,
/// so that this trapezoidal sum is exact to rounding.
public struct NoncentralF: Sendable {
  public let numerator: Double
  public let denominator: Double
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
    // The smaller of x and 1 − x is the one to hand on: the other may round to 1.
    let ratio = numerator * f / denominator
    let x = ratio / (1 + ratio)
    let complement = 1 / (1 + ratio)
    func central(_ j: Double) -> Double {
      let a = numerator / 2 + j
      let b = denominator / 2
      return x <= 0.5 ? rmath_pbeta(x, a, b, lower ? 1 : 0) : rmath_pbeta(complement, b, a, lower ? 0 : 1)
    }
    if noncentrality == 0 { return central(0) }
    let mean = noncentrality / 2
    let spread = mean.squareRoot()
    let step = max(1, (spread / 5).rounded(.down))
    let first = max(0, (mean - 12 * spread).rounded(.down))
    let last = mean + 12 * spread + 40
    var sum = 0.0
    var j = first
    while j <= last {
      sum += rmath_dpois(j, mean) * central(j)
      j += step
    }
    return min(1, sum * step)
  }
}
