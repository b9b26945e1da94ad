/// A = L·Lᵀ in buffers that stay, for one small matrix after the other: factor, triangular solves and what is made of L⁻¹.
///
/// All triangles are lower ones, packed row by row.
package enum PackedCholesky {
  /// Factors A + ridge·I.
  ///
  /// - Parameters:
  ///   - tolerance: a pivot at or below this part of its diagonal entry counts as zero.
  ///   - factor: L; may be the matrix itself.
  /// - Throws: `NotPositiveDefinite` with the row whose pivot counts as zero; then `factor` holds nothing of use.
  package static func factor(
    _ matrix: UnsafePointer<Double>, order: Int, tolerance: Double, ridge: Double = 0,
    into factor: UnsafeMutablePointer<Double>
  ) throws(NotPositiveDefinite) {
    for i in 0..<order {
      let start = i * (i + 1) / 2
      let a = factor + start
      for j in 0...i {
        let b = factor + j * (j + 1) / 2
        let entry = matrix[start + j]
        var sum = entry - LaneSums.product(a, b, j)
        if i == j {
          sum += ridge
          guard sum > tolerance * (abs(entry) + ridge), sum.isFinite else { throw NotPositiveDefinite(index: i) }
          a[i] = sum.squareRoot()
        } else {
          a[j] = sum / b[j]
        }
      }
    }
  }

  /// Overwrites b with L⁻¹·b.
  package static func solveLower(_ factor: UnsafePointer<Double>, order: Int, _ b: UnsafeMutablePointer<Double>) {
    for i in 0..<order {
      let row = factor + i * (i + 1) / 2
      b[i] = (b[i] - LaneSums.product(row, b, i)) / row[i]
    }
  }

  /// Overwrites b with L⁻ᵀ·b.
  package static func solveUpper(_ factor: UnsafePointer<Double>, order: Int, _ b: UnsafeMutablePointer<Double>) {
    for i in stride(from: order - 1, through: 0, by: -1) {
      var sum = b[i]
      for j in i + 1..<max(order, i + 1) { sum -= factor[j * (j + 1) / 2 + i] * b[j] }
      b[i] = sum / factor[i * (i + 1) / 2 + i]
    }
  }

  /// A⁻¹ = L⁻ᵀL⁻¹. L⁻¹ takes the place of L.
  package static func invert(
    _ factor: UnsafeMutablePointer<Double>, order: Int, into inverse: UnsafeMutablePointer<Double>
  ) {
    // L⁻¹ over L, column by column.
    for j in 0..<order {
      factor[SymmetricMatrix.position(j, j)] = 1 / factor[SymmetricMatrix.position(j, j)]
      for i in j + 1..<max(order, j + 1) {
        var sum = 0.0
        for k in j..<i { sum -= factor[i * (i + 1) / 2 + k] * factor[k * (k + 1) / 2 + j] }
        factor[i * (i + 1) / 2 + j] = sum / factor[i * (i + 1) / 2 + i]
      }
    }
    for i in 0..<order {
      for j in 0...i {
        var sum = 0.0
        for k in i..<order { sum += factor[k * (k + 1) / 2 + i] * factor[k * (k + 1) / 2 + j] }
        inverse[i * (i + 1) / 2 + j] = sum
      }
    }
  }

  /// The diagonal of A⁻¹: of column j of L⁻¹ the sum of squares. The diagonal of L becomes that of L⁻¹.
  ///
  /// - Parameters:
  ///   - column: `order` numbers to work in.
  ///   - diagonal: `order` numbers, overwritten.
  package static func inverseDiagonal(
    _ factor: UnsafeMutablePointer<Double>, order: Int, column: UnsafeMutablePointer<Double>,
    into diagonal: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<order {
      let a = factor + i * (i + 1) / 2
      a[i] = 1 / a[i]
    }
    for j in 0..<order {
      let own = factor[j * (j + 1) / 2 + j]
      var squares = own * own
      for i in j + 1..<max(order, j + 1) {
        let a = factor + i * (i + 1) / 2
        let sum = a[j] * own + LaneSums.product(a + j + 1, column + j + 1, i - j - 1)
        let entry = -sum * a[i]
        column[i] = entry
        squares += entry * entry
      }
      diagonal[j] = squares
    }
  }
}
