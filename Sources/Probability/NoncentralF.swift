import CRmath
import Glibc

/// F whose numerator χ² has the noncentrality λ ≥ 0.
///
/// A mixture of central distributions with Poisson weights: P(F ≤ f) = Σⱼ Pois(j; λ/2)·I_x(m/2 + j, v/2) with
/// x = mf/(mf + v). Summed about the weights' centre, twelve of their standard deviations to either side. Rmath's `pnf`
/// sums the same series, but to 1e-9 only, and gives up after 10,000 terms (λ about 10⁶, that is a hundred thousand
/// respondents with R² .9), printing a warning to standard output.
///
/// A short sum goes from term to term by I_x(a, b) = I_x(a + 1, b) + xᵃ(1 − x)ᵇ/(a·B(a, b)), in the direction in which
/// nothing is subtracted. Of a long one only every s-th term is evaluated, s a third of the weights' standard deviation:
/// both factors are smooth on that scale, so that this trapezoidal sum is exact to rounding.
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
    let ratio = numerator * f / denominator
    let central = CentralTerms(
      x: ratio / (1 + ratio), complement: 1 / (1 + ratio), a: numerator / 2, b: denominator / 2, lower: lower)
    if noncentrality == 0 { return central.tail(0) }
    let mean = noncentrality / 2
    let spread = mean.squareRoot()
    let first = max(0, (mean - 12 * spread).rounded(.down))
    let last = (mean + 12 * spread + 40).rounded(.up)
    if spread < 30 { return min(1, central.sum(from: first, through: last, mean: mean)) }
    let step = (spread / 3).rounded(.down)
    var sum = 0.0
    var j = first
    while j <= last {
      sum += rmath_dpois(j, mean) * central.tail(j)
      j += step
    }
    return min(1, sum * step)
  }
}

/// The tails I_x(a + j, b), or 1 less these, of the central distributions in the mixture.
private struct CentralTerms {
  let x: Double
  /// 1 − x: the smaller of the two is the one to hand on, since the other may round to 1.
  let complement: Double
  let a: Double
  let b: Double
  let lower: Bool

  func tail(_ j: Double) -> Double {
    x <= 0.5 ? rmath_pbeta(x, a + j, b, lower ? 1 : 0) : rmath_pbeta(complement, b, a + j, lower ? 0 : 1)
  }

  /// xᵃ⁺ʲ(1 − x)ᵇ/((a + j)·B(a + j, b)) = I_x(a + j, b) − I_x(a + j + 1, b).
  private func difference(_ j: Double) -> Double {
    let density = x <= 0.5 ? rmath_dbeta(x, a + j, b) : rmath_dbeta(complement, b, a + j)
    return density * x * complement / (a + j)
  }

  /// Σ Pois(j; mean)·tail(j) over every j from `first` through `last`.
  func sum(from first: Double, through last: Double, mean: Double) -> Double {
    // Below this a product has lost digits, and the next number is computed anew.
    let tiny = 1e-290
    var sum = 0.0
    // The lower tail shrinks with j and is built up from its small end, the upper one from the other.
    var j = lower ? last : first
    var tail = tail(j)
    var step = difference(lower ? j - 1 : j)
    var weight = rmath_dpois(j, mean)
    while true {
      sum += weight * tail
      if lower {
        if j <= first { return sum }
        tail += step
        weight = weight > tiny ? weight * j / mean : rmath_dpois(j - 1, mean)
        j -= 1
        if j > first {
          step = step > tiny ? step * (a + j) / ((a + j - 1 + b) * x) : difference(j - 1)
        }
      } else {
        if j >= last { return sum }
        tail += step
        weight = weight > tiny ? weight * mean / (j + 1) : rmath_dpois(j + 1, mean)
        step = step > tiny ? step * x * (a + j + b) / (a + j + 1) : difference(j + 1)
        j += 1
      }
    }
  }
}
