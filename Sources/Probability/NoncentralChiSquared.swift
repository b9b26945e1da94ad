import CRmath
import Platform

/// The noncentral χ² distribution: the sum of squares of `degrees` normal numbers of variance 1 whose squared means add up
/// to `noncentrality`.
public struct NoncentralChiSquared: Sendable {
  /// Of freedom, positive.
  public let degrees: Double
  /// Not negative; 0 is the central distribution.
  public let noncentrality: Double

  public init(degrees: Double, noncentrality: Double) {
    precondition(degrees > 0 && degrees.isFinite, "degrees of freedom are above zero")
    precondition(noncentrality >= 0 && noncentrality.isFinite, "a noncentrality is not negative")
    self.degrees = degrees
    self.noncentrality = noncentrality
  }

  /// P(X ≤ x): central tails with degrees + 2j degrees of freedom, mixed by the Poisson probabilities of j.
  ///
  /// Rmath's own function gives up, aloud, on noncentralities above some 10⁵, which large samples have. Of a wide mixture
  /// every third part of a standard deviation is enough: the sum of a smooth bell is then exact to all digits.
  public func lowerTail(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    if x.isInfinite { return 1 }
    let mean = noncentrality / 2
    if mean == 0 { return rmath_pchisq(x, degrees, 1) }
    let spread = mean.squareRoot()
    let step = spread < 30 ? 1 : (spread / 3).rounded(.down)
    let last = (mean + 12 * spread + 40).rounded(.up)
    var j = max(0, (mean - 12 * spread).rounded(.down))
    var sum = 0.0
    if step == 1 {
      // From one j to the next by recurrence: P(χ²_ν ≤ x) − P(χ²_ν₊₂ ≤ x) = (x/2)^(ν/2)·e^(−x/2)/Γ(ν/2 + 1).
      var probability = rmath_dpois(j, mean)
      var tail = rmath_pchisq(x, degrees + 2 * j, 1)
      var half = degrees / 2 + j
      var fall = exp(half * log(x / 2) - x / 2 - lgamma(half + 1))
      while j <= last {
        sum += probability * tail
        j += 1
        half += 1
        probability *= mean / j
        tail = max(0, tail - fall)
        fall *= x / (2 * half)
      }
      return min(1, sum)
    }
    while j <= last {
      sum += rmath_dpois(j, mean) * rmath_pchisq(x, degrees + 2 * j, 1)
      j += step
    }
    return min(1, sum * step)
  }

  /// The noncentrality under which `x` has the lower tail `probability`: an end of a confidence interval (Steiger & Lind
  /// 1980). 0 when even the central distribution has no more below `x`.
  ///
  /// - Parameter x: a finite value of the statistic, not negative.
  public static func noncentrality(degrees: Double, x: Double, lowerTail probability: Double) -> Double {
    precondition(x >= 0 && x.isFinite, "a χ² statistic is finite and not negative")
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    func difference(_ noncentrality: Double) -> Double {
      NoncentralChiSquared(degrees: degrees, noncentrality: noncentrality).lowerTail(x) - probability
    }
    guard difference(0) > 0 else { return 0 }
    var high = max(x, 1)
    while difference(high) > 0 { high *= 2 }
    return root(between: 0, and: high, of: difference) ?? 0
  }
}
