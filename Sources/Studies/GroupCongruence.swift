public import Factors

/// How alike the factors of two groups are.
public struct GroupCongruence: Sendable {
  public var a: String
  public var b: String
  public var congruence: FactorCongruence

  public init(a: String, b: String, congruence: FactorCongruence) {
    self.a = a
    self.b = b
    self.congruence = congruence
  }
}
