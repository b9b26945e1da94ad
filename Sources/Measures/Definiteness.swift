package import LinearAlgebra

/// Whether a matrix can be one of correlations, by Cholesky with diagonal pivoting (Higham 2002, ch. 10.3): the largest
/// remaining pivot is taken each time, and once it is zero everything that remains must be zero too.
package struct Definiteness: Sendable, Equatable {
  /// No eigenvalue is below zero by more than rounding.
  package let isSemidefinite: Bool
  /// All pivots are above rounding.
  package let isDefinite: Bool

  package init(_ correlation: SymmetricMatrix, tolerance: Double = 1e-9) {
    let order = correlation.order
    var a = correlation
    var left = Array(0..<order)
    while let next = left.indices.max(by: { a[left[$0], left[$0]] < a[left[$1], left[$1]] }) {
      let k = left[next]
      let pivot = a[k, k]
      if !(pivot > tolerance) {
        isDefinite = false
        // |aij|² ≤ aii·ajj ≤ tolerance² in a matrix that is semidefinite up to rounding.
        isSemidefinite = left.allSatisfy { i in
          a[i, i] >= -tolerance && left.allSatisfy { i == $0 || abs(a[i, $0]) <= 10 * tolerance }
        }
        return
      }
      left.remove(at: next)
      for i in left {
        for j in left where j <= i { a[i, j] -= a[i, k] * a[j, k] / pivot }
      }
    }
    isDefinite = true
    isSemidefinite = true
  }
}
