public import Factors

/// How alike the factors of two groups are.
public struct GroupCongruence: Sendable {
  /// The group whose factors are the target.
  public var a: String
  /// The group whose loadings are turned towards them.
  public var b: String
  /// Factor by factor, and of all together.
  public var congruence: FactorCongruence

  public init(a: String, b: String, congruence: FactorCongruence) {
    self.a = a
    self.b = b
    self.congruence = congruence
  }
}
