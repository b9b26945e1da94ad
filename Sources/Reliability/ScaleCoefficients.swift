public import LinearAlgebra
import Measures

/// Coefficients of internal consistency of the sum of k items, from their covariances.
///
/// α of the items as they are and of standardised ones (Cronbach 1951, doi:10.1007/BF02310555); Guttman's (1945,
/// doi:10.1007/BF02288892) λ₂ and λ₆, of standardised items as in R's psych.
public struct ScaleCoefficients: Sendable, Equatable {
  /// k/(k − 1)·(1 − Σsᵢᵢ/Σsᵢⱼ); may be negative.
  public var alpha: Double
  /// k·r̄/(1 + (k − 1)·r̄).
  public var standardizedAlpha: Double
  /// Guttman's λ₂.
  public var lambda2: Double
  /// 1 − Σ(1 − R²ᵢ)/Σrᵢⱼ with R²ᵢ of each item on the others; `nil` when an item is a combination of the others.
  public var lambda6: Double?

  /// - Precondition: at least two items, each with a variance above zero.
  public init(covariance: SymmetricMatrix) {
    let k = covariance.order
    precondition(k >= 2, "at least two items")
    alpha = ScaleCoefficients.alpha(covariance)
    let correlation = ScaleCoefficients.correlations(covariance)
    standardizedAlpha = ScaleCoefficients.alpha(correlation)
    var squares = 0.0
    for i in 0..<k { for j in 0..<i { squares += 2 * correlation[i, j] * correlation[i, j] } }
    let total = ScaleCoefficients.total(correlation)
    let count = Double(k)
    lambda2 = (total - count + (count / (count - 1) * squares).squareRoot()) / total
    if let inverse = try? Cholesky(correlation).inverse, Definiteness(correlation).isDefinite {
      lambda6 = 1 - (0..<k).reduce(0) { $0 + 1 / inverse[$1, $1] } / total
    }
  }

  static func correlations(_ covariance: SymmetricMatrix) -> SymmetricMatrix {
    var result = covariance
    for i in 0..<covariance.order {
      for j in 0..<i { result[i, j] = covariance[i, j] / (covariance[i, i] * covariance[j, j]).squareRoot() }
      result[i, i] = 1
    }
    return result
  }

  /// The sum of all entries: the variance of the sum of the items.
  static func total(_ matrix: SymmetricMatrix) -> Double {
    var sum = 0.0
    for i in 0..<matrix.order {
      for j in 0..<i { sum += 2 * matrix[i, j] }
      sum += matrix[i, i]
    }
    return sum
  }

  static func alpha(_ covariance: SymmetricMatrix) -> Double {
    let k = Double(covariance.order)
    let trace = (0..<covariance.order).reduce(0) { $0 + covariance[$1, $1] }
    return k / (k - 1) * (1 - trace / total(covariance))
  }
}
