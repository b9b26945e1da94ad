import Platform

/// A = L·Lᵀ of a symmetric positive definite matrix.
///
/// By LAPACK's packed routines: the lower triangle row by row is the upper triangle column by column.
public struct Cholesky: Sendable {
  /// Rows and columns of the factored matrix.
  public let order: Int
  /// L, row by row.
  public let packed: [Double]

  /// Factors `matrix`; throws `NotPositiveDefinite` with the first row whose pivot is not above zero.
  public init(_ matrix: SymmetricMatrix) throws(NotPositiveDefinite) {
    order = matrix.order
    var factor = matrix.packed
    let info = order > 0 ? LAPACK.shared.factor(order: order, packed: &factor) : 0
    precondition(info >= 0, "dpptrf refused argument \(-info)")
    if info > 0 { throw NotPositiveDefinite(index: info - 1) }
    // A NaN compares as neither above nor below zero, so LAPACK's own check may pass it.
    for i in 0..<order where !(factor[SymmetricMatrix.position(i, i)] > 0) { throw NotPositiveDefinite(index: i) }
    packed = factor
  }

  /// x with A·x = b.
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, storage: b)).storage
  }

  /// X with A·X = B.
  public func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right side has \(b.rows) rows, the matrix \(order)")
    var x = b
    let isEmpty = order == 0 || b.columns == 0
    let info =
      isEmpty ? 0 : LAPACK.shared.solve(order: order, columns: b.columns, factor: packed, right: &x.storage)
    precondition(info == 0, "dpptrs refused argument \(-info)")
    return x
  }

  /// A⁻¹; use `solve` where a solution is all that is wanted.
  public var inverse: SymmetricMatrix {
    var result = packed
    let info = order > 0 ? LAPACK.shared.invert(order: order, factor: &result) : 0
    precondition(info == 0, "dpptri: \(info)")
    return SymmetricMatrix(order: order, packed: result)
  }

  /// ln |A| = 2 Σ ln Lᵢᵢ.
  public var logDeterminant: Double {
    (0..<order).reduce(0) { $0 + 2 * log(packed[SymmetricMatrix.position($1, $1)]) }
  }
}

/// A matrix that should be positive definite is not.
public struct NotPositiveDefinite: Error, Sendable, Equatable {
  /// The first row (0-based) whose leading block is not positive definite.
  public let index: Int
  public init(index: Int) { self.index = index }
}
