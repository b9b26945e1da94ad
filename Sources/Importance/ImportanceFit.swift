public import Survey

/// How much each player contributes to the explained variance of one outcome, by several methods.
public struct ImportanceFit: Sendable, Equatable {
  /// R² of covariates and players together.
  public var rSquared: Double
  /// R² of the covariates that always stay; 0 without any.
  public var rSquaredAlways: Double
  /// In the order of `importance`.
  public var methods: [ImportanceMethod]
  /// [method][player], in units of the outcome's variance; `nil` where the method is not defined.
  public var importance: [[Double?]]
  /// [method][player]: importance over the method's sum. Never signed by a coefficient: Pratt's may be negative by
  /// themselves. `nil` when the importance is, or when the sum is not above zero.
  public var shares: [[Double?]]
  /// By player, of `lmg` when orders of entry were sampled; else `nil`.
  public var standardErrors: [Double]?
  /// The sign of the player's coefficient in the full model: −1, 0 or 1; `nil` for groups and categorical drivers, and for
  /// a driver without a coefficient of its own.
  public var signs: [Int?]
  /// What the analyst should know.
  public var notes: [Note]

  /// Sums at or below this have no shares: what is left of them is rounding.
  static let leastSum = 1e-12

  /// Importance over the sum of what is defined; NaN where it is undefined or the sum is not above zero.
  package static func shares(_ importance: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: importance.count) { buffer, count in
      importance.withUnsafeBufferPointer {
        fillShares(of: $0, into: UnsafeMutableBufferPointer(rebasing: buffer[0..<importance.count]))
      }
      count = importance.count
    }
  }

  package static func fillShares(
    of importance: UnsafeBufferPointer<Double>, into shares: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(importance.count == shares.count, "one share per importance")
    var sum = 0.0
    for value in importance where !value.isNaN { sum += value }
    for k in 0..<importance.count { shares[k] = sum > leastSum ? importance[k] / sum : .nan }
  }

  /// Rank 1 is the most important; equal values, but for rounding, share the better rank. `nil` where the value is.
  public static func ranks(_ importance: [Double?]) -> [Int?] {
    let rounding = 1e-12 * importance.reduce(0) { max($0, abs($1 ?? 0)) }
    return importance.map { own in
      guard let own else { return nil }
      return 1 + importance.count(where: { other in other.map { $0 > own + rounding } ?? false })
    }
  }
}
