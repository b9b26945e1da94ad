import LinearAlgebra
import Platform
import Resampling

/// Moves the moments of resamples to where the model holds: rows y become Σ^½S^−½(y − m) + μ, of which the sample's own covariances
/// are Σ and means μ (Beran & Srivastava 1985; Bollen & Stine 1992, doi:10.1177/0049124192021002004). What resamples of these rows
/// vary by is what χ² varies by where the model is true, whatever the distribution of the answers. Roots are the symmetric ones.
struct BollenStineTransform: Sendable {
  private let order: Int
  /// Σ^½S^−½, row by row.
  private let matrix: [Double]
  /// m and μ; zeros without means.
  private let centre: [Double]
  private let target: [Double]

  /// - Returns: `nil` where S or Σ has no root.
  init?(_ group: StructuralModel.Group) {
    let p = group.sample.order
    guard let root = Self.power(group.implied, 0.5), let inverse = Self.power(group.sample, -0.5) else { return nil }
    order = p
    var matrix = [Double](repeating: 0, count: p * p)
    for i in 0..<p {
      for j in 0..<p { for k in 0..<p { matrix[i * p + j] += root[i, k] * inverse[k, j] } }
    }
    self.matrix = matrix
    let none = [Double](repeating: 0, count: p)
    (centre, target) = (group.sampleMeans ?? none, group.impliedMeans ?? none)
  }

  private static func power(_ matrix: SymmetricMatrix, _ exponent: Double) -> SymmetricMatrix? {
    let eigen = SymmetricEigen(matrix)
    guard let least = eigen.values.last, least > 0 else { return nil }
    var result = SymmetricMatrix(order: matrix.order)
    for (k, value) in eigen.values.enumerated() {
      let scale = pow(value, exponent)
      for i in 0..<matrix.order {
        for j in 0...i { result[i, j] += scale * eigen.vectors[i, k] * eigen.vectors[j, k] }
      }
    }
    return result
  }

  /// C becomes ACA' and m* A(m* − m) + μ.
  ///
  /// - Parameters:
  ///   - covariance: packed lower triangle.
  ///   - work: order × order numbers.
  func move(
    _ covariance: UnsafeMutablePointer<Double>, means: UnsafeMutablePointer<Double>, work: UnsafeMutablePointer<Double>
  ) {
    let p = order
    for i in 0..<p {
      for j in 0..<p {
        var sum = 0.0
        for k in 0..<p { sum += matrix[i * p + k] * covariance[SymmetricMatrix.position(k, j)] }
        work[i * p + j] = sum
      }
    }
    for i in 0..<p {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<p { sum += work[i * p + k] * matrix[j * p + k] }
        covariance[i * (i + 1) / 2 + j] = sum
      }
    }
    for k in 0..<p { work[k] = means[k] - centre[k] }
    for i in 0..<p {
      var sum = target[i]
      for k in 0..<p { sum += matrix[i * p + k] * work[k] }
      means[i] = sum
    }
  }
}

/// What resamples of rows for which the model holds say of χ².
public struct BollenStineTest: Sendable, Equatable {
  /// (1 + resamples whose χ² is as large as the sample's)/(1 + resamples): the sample itself is one of them (Davison & Hinkley 1997,
  /// section 4.2). `nil` where more than one resample in twenty gave nothing.
  public var pValue: Double?
  /// Resamples that were drawn.
  public var replicates: Int
  /// Resamples under which the model had no estimates.
  public var failed: Int

  /// - Parameters:
  ///   - replicates: F in the first column.
  ///   - value: F of the sample.
  init(_ replicates: Replicates, value: Double) {
    self.replicates = replicates.count
    failed = replicates.failureCount
    let drawn = replicates.column(0).filter(\.isFinite)
    guard !replicates.failsTooOften, !drawn.isEmpty else { return }
    pValue = Double(1 + drawn.count { $0 >= value }) / Double(1 + drawn.count)
  }
}
