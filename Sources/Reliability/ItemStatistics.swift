import LinearAlgebra

/// What each item does in its construct.
public struct ItemStatistics: Sendable, Equatable {
  /// The item's name.
  public var variable: String
  /// `nil` of a correlation matrix.
  public var mean: Double?
  /// After turning round; `nil` of a correlation matrix.
  public var standardDeviation: Double?
  /// Correlation with the sum of all items, itself among them.
  public var itemTotal: Double
  /// Correlation with the sum of the others: negative where an item is worded the other way round.
  public var itemRest: Double
  /// α of the others; `nil` when there is only one other.
  public var alphaIfDropped: Double?

  /// One per item of a construct.
  ///
  /// - Parameters:
  ///   - covariance: of at least two items.
  ///   - isCorrelation: only correlations are known.
  static func of(
    names: [String], covariance: SymmetricMatrix, means: [Double]?, isCorrelation: Bool
  ) -> [ItemStatistics] {
    let k = covariance.order
    let total = ScaleCoefficients.total(covariance)
    return (0..<k).map { i in
      var row = 0.0
      for j in 0..<k { row += covariance[i, j] }
      let variance = covariance[i, i]
      let rest = total - 2 * row + variance
      let others = (0..<k).filter { $0 != i }
      return ItemStatistics(
        variable: names[i], mean: isCorrelation ? nil : means?[i],
        standardDeviation: isCorrelation ? nil : variance.squareRoot(),
        itemTotal: correlation(row, variance, total), itemRest: correlation(row - variance, variance, rest),
        alphaIfDropped: k > 2 ? ScaleCoefficients.alpha(covariance.selecting(others)) : nil)
    }
  }

  private static func correlation(_ covariance: Double, _ a: Double, _ b: Double) -> Double {
    // A sum without variance correlates with nothing.
    a > 0 && b > 0 ? max(-1, min(1, covariance / (a * b).squareRoot())) : 0
  }
}
