import CRmath

/// A continuous distribution with both tails: a p-value is an upper tail, never 1 − a lower one.
public protocol Distribution: Sendable {
  /// P(X ≤ x).
  func lowerTail(_ x: Double) -> Double
  /// P(X > x), exact to its last digits however small.
  func upperTail(_ x: Double) -> Double
  /// The x with P(X ≤ x) = `probability`, 0 ≤ probability ≤ 1.
  func quantile(_ probability: Double) -> Double
}

/// The standard normal distribution.
public struct Normal: Distribution {
  /// The standard normal.
  public init() {}
  /// P(X ≤ x).
  public func lowerTail(_ x: Double) -> Double { rmath_pnorm(x, 1) }
  /// P(X > x), without cancellation however small.
  public func upperTail(_ x: Double) -> Double { rmath_pnorm(x, 0) }
  /// The x with P(X ≤ x) = probability. Precondition: 0 … 1.
  public func quantile(_ probability: Double) -> Double { rmath_qnorm(checked(probability), 1) }
  /// P(|X| > |x|).
  public func twoSided(_ x: Double) -> Double { 2 * upperTail(x.magnitude) }
}

/// Student's t with `degrees` > 0 degrees of freedom (not necessarily whole; infinity gives the normal).
public struct StudentT: Distribution {
  /// Of freedom, positive; infinite is the normal distribution.
  public let degrees: Double
  /// With so many degrees of freedom.
  public init(degrees: Double) {
    precondition(degrees > 0, "degrees of freedom are above zero")
    self.degrees = degrees
  }
  /// P(X ≤ x).
  public func lowerTail(_ x: Double) -> Double { rmath_pt(x, degrees, 1) }
  /// P(X > x), without cancellation however small.
  public func upperTail(_ x: Double) -> Double { rmath_pt(x, degrees, 0) }
  /// The x with P(X ≤ x) = probability. Precondition: 0 … 1.
  public func quantile(_ probability: Double) -> Double { rmath_qt(checked(probability), degrees, 1) }
  /// P(|T| > |x|): the p-value of a two-sided test.
  public func twoSided(_ x: Double) -> Double { min(1, 2 * upperTail(x.magnitude)) }
}

/// χ² with `degrees` > 0 degrees of freedom.
public struct ChiSquared: Distribution {
  /// Of freedom, positive.
  public let degrees: Double
  /// With so many degrees of freedom.
  public init(degrees: Double) {
    precondition(degrees > 0 && degrees.isFinite, "degrees of freedom are above zero")
    self.degrees = degrees
  }
  /// P(X ≤ x).
  public func lowerTail(_ x: Double) -> Double { rmath_pchisq(x, degrees, 1) }
  /// P(X > x), without cancellation however small.
  public func upperTail(_ x: Double) -> Double { rmath_pchisq(x, degrees, 0) }
  /// The x with P(X ≤ x) = probability. Precondition: 0 … 1.
  public func quantile(_ probability: Double) -> Double { rmath_qchisq(checked(probability), degrees, 1) }
}

/// Fisher's F with `numerator` and `denominator` > 0 degrees of freedom; an infinite denominator gives χ²/numerator.
public struct FDistribution: Distribution {
  /// Degrees of freedom of the numerator, positive.
  public let numerator: Double
  /// Degrees of freedom of the denominator, positive.
  public let denominator: Double
  /// With degrees of freedom above and below.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && numerator.isFinite && denominator > 0, "degrees of freedom are above zero")
    self.numerator = numerator
    self.denominator = denominator
  }
  /// P(X ≤ x).
  public func lowerTail(_ x: Double) -> Double { rmath_pf(x, numerator, denominator, 1) }
  /// P(X > x), without cancellation however small.
  public func upperTail(_ x: Double) -> Double { rmath_pf(x, numerator, denominator, 0) }
  /// The x with P(X ≤ x) = probability. Precondition: 0 … 1.
  public func quantile(_ probability: Double) -> Double { rmath_qf(checked(probability), numerator, denominator, 1) }
}

private func checked(_ probability: Double) -> Double {
  precondition(probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
  return probability
}
