/// A = L·Lᵀ in twice the precision, for the inverse of a small matrix whose entries are known to that.
///
/// An inverse of condition number κ has about 32 − log₁₀κ correct digits, so that standard errors are right to the last
/// digit of a double where κ = cond(X)² is below 10¹⁶, and to some where doubles alone have none.
package struct TwofoldCholesky: Sendable {
  package let order: Int
  /// L, row by row.
  private let packed: [DoubleDouble]

  /// `nil` when a pivot is not above zero.
  package init?(_ matrix: [DoubleDouble], order: Int) {
    precondition(matrix.count == order * (order + 1) / 2, "the lower triangle of a matrix of order \(order)")
    var l = matrix
    for i in 0..<order {
      let row = i * (i + 1) / 2
      for j in 0...i {
        let other = j * (j + 1) / 2
        var sum = l[row + j]
        for k in 0..<j { sum -= l[row + k] * l[other + k] }
        if i == j {
          guard sum.high > 0 else { return nil }
          l[row + j] = sum.squareRoot()
        } else {
          l[row + j] = sum / l[other + j]
        }
      }
    }
    self.order = order
    packed = l
  }

  /// A⁻¹ = L⁻ᵀL⁻¹, its lower triangle row by row.
  package var inverse: [DoubleDouble] {
    // L⁻¹, row by row.
    var m = packed
    for i in 0..<order {
      let row = i * (i + 1) / 2
      let diagonal = DoubleDouble(1) / packed[row + i]
      for j in 0..<i {
        var sum = DoubleDouble.zero
        for k in j..<i {
          let other = k * (k + 1) / 2
          sum += packed[row + k] * m[other + j]
        }
        m[row + j] = -(sum * diagonal)
      }
      m[row + i] = diagonal
    }
    var result = packed
    for i in 0..<order {
      for j in 0...i {
        var sum = DoubleDouble.zero
        for k in i..<order {
          let row = k * (k + 1) / 2
          sum += m[row + i] * m[row + j]
        }
        result[i * (i + 1) / 2 + j] = sum
      }
    }
    return result
  }
}

extension SymmetricMatrix {
  /// Each entry rounded to a double.
  package init(order: Int, rounding packed: [DoubleDouble]) {
    self.init(order: order, packed: packed.map(\.high))
  }
}
