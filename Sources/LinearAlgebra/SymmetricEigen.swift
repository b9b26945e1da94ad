import Platform

/// A = V·diag(λ)·Vᵀ of a symmetric matrix, the largest eigenvalue first.
///
/// Canonical signs: the elements of each vector sum to a positive number; when the sum vanishes, the first element that
/// does not is positive.
public struct SymmetricEigen: Sendable {
  /// λ, descending.
  public let values: [Double]
  /// Orthonormal columns, in the order of `values`.
  public let vectors: Matrix

  /// Decomposes a matrix of finite numbers (LAPACK's `dsyevd`).
  public init(_ matrix: SymmetricMatrix) {
    precondition(matrix.packed.allSatisfy(\.isFinite), "eigenvalues of a matrix with numbers that are not finite")
    let order = matrix.order
    var a = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0...i {
        a[i, j] = matrix[i, j]
        a[j, i] = matrix[i, j]
      }
    }
    var ascending = [Double](repeating: 0, count: order)
    if order > 0 {
      var work = [Double](repeating: 0, count: 1 + 6 * order + 2 * order * order)
      var integers = [CInt](repeating: 0, count: 3 + 5 * order)
      let info = LAPACK.shared.eigen(
        "V", order: order, matrix: &a.storage, values: &ascending, work: &work, workCount: work.count,
        integers: &integers, integerCount: integers.count)
      precondition(info == 0, "dsyevd: \(info)")
    }
    values = ascending.reversed()
    var sorted = Matrix(rows: order, columns: order)
    for j in 0..<order {
      let column = a.storage[(order - 1 - j) * order..<(order - j) * order]
      let sum = column.reduce(0, +)
      let leading = abs(sum) > 1e-10 ? sum : column.first { abs($0) > 1e-10 } ?? 1
      let sign: Double = leading < 0 ? -1 : 1
      for (i, element) in column.enumerated() { sorted[i, j] = sign * element }
    }
    vectors = sorted
  }

  /// Rows and columns of the matrix.
  public var order: Int { values.count }

  /// A^exponent = V·diag(λ^exponent)·Vᵀ, the symmetric power: ½ gives the symmetric square root, −½ its inverse.
  ///
  /// Eigenvalues of at most `tolerance` times the largest count as zero, and zero stays zero: for a singular matrix a
  /// negative exponent gives the power of the Moore–Penrose inverse.
  public func power(_ exponent: Double, tolerance: Double = RankPolicy.variance) -> SymmetricMatrix {
    let threshold = tolerance * max(values.first ?? 0, 0)
    let powers = values.map { $0 > threshold ? pow($0, exponent) : 0 }
    let order = self.order
    var result = SymmetricMatrix(order: order)
    vectors.storage.withUnsafeBufferPointer { v in
      result.packed.withUnsafeMutableBufferPointer { packed in
        for k in 0..<order where powers[k] != 0 {
          var position = 0
          for i in 0..<order {
            let scaled = powers[k] * v[i + k * order]
            for j in 0...i {
              packed[position] += scaled * v[j + k * order]
              position += 1
            }
          }
        }
      }
    }
    return result
  }

  /// The largest eigenvalue over the smallest; infinite when the smallest is not above zero.
  public var conditionNumber: Double {
    guard let largest = values.first, let smallest = values.last else { return 1 }
    return smallest > 0 ? largest / smallest : .infinity
  }
}
