public import Factors

/// How alike the factors of two groups are.
public struct GroupCongruence: Sendable {
  /// The group whose factors are the target.
  public var a: String
  /// The group whose loadings are turned towards them.
  public var b: String
  /// What the groups are called, where their values have labels.
  public var aLabel: String?
  /// The second's.
  public var bLabel: String?
  /// Factor by factor, and of all together.
  public var congruence: FactorCongruence

  /// The congruence of two groups.
  public init(
    a: String, b: String, aLabel: String? = nil, bLabel: String? = nil, congruence: FactorCongruence
  ) {
    self.a = a
    self.b = b
    self.aLabel = aLabel
    self.bLabel = bLabel
    self.congruence = congruence
  }
}
