/// Products of triangles in the processor's own blocks (BLAS), for one matrix after the other: what draws of scatter matrices are
/// made of.
package enum TriangularProducts {
  /// L·L' as a packed lower triangle, row by row.
  ///
  /// - Parameters:
  ///   - rows: L row by row, order × order numbers; those beyond the diagonal are zero.
  ///   - scratch: order × order numbers.
  package static func square(
    _ rows: UnsafePointer<Double>, order: Int, scratch: UnsafeMutablePointer<Double>,
    into packed: UnsafeMutablePointer<Double>
  ) {
    // Rows are the columns of L': its product with itself from the left.
    LAPACK.shared.crossProducts("T", order: order, rows: order, rows, result: scratch)
    pack(scratch, order, into: packed)
  }

  /// B·L·L'·B' as a packed lower triangle, row by row.
  ///
  /// - Parameters:
  ///   - matrix: B, column by column; replaced by B·L.
  ///   - rows: L row by row, as above; its place is worked in.
  package static func square(
    _ matrix: UnsafeMutablePointer<Double>, times rows: UnsafeMutablePointer<Double>, order: Int,
    into packed: UnsafeMutablePointer<Double>
  ) {
    LAPACK.shared.multiply(order: order, matrix, byTransposeOf: rows)
    LAPACK.shared.crossProducts("N", order: order, rows: order, matrix, result: rows)
    pack(rows, order, into: packed)
  }

  private static func pack(_ upper: UnsafePointer<Double>, _ order: Int, into packed: UnsafeMutablePointer<Double>) {
    for i in 0..<order { (packed + i * (i + 1) / 2).update(from: upper + i * order, count: i + 1) }
  }
}
