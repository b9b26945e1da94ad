package import Platform

/// Eigenvalues and eigenvectors of symmetric matrices of one order, again and again without allocating.
///
/// LAPACK's `dsyevd` as in `SymmetricEigen`, but in buffers that stay, in ascending order and with the signs that LAPACK
/// gives: a search evaluates thousands of these, and needs neither.
package final class EigenSolver {
  package let order: Int
  /// Column-major, order × order. Before a call the matrix, of which the lower triangle is read; after it, when vectors
  /// are asked for, the eigenvectors in its columns.
  package let matrix: OwnedBuffer<Double>
  /// Ascending, after a call.
  package let values: OwnedBuffer<Double>
  private let work: OwnedBuffer<Double>
  private let integers: OwnedBuffer<CInt>
  private let workCount: Int
  private let integerCount: Int

  package init(order: Int) {
    precondition(order > 0, "an order is above zero")
    self.order = order
    workCount = 1 + 6 * order + 2 * order * order
    integerCount = 3 + 5 * order
    matrix = OwnedBuffer(repeating: 0, count: order * order)
    values = OwnedBuffer(repeating: 0, count: order)
    work = OwnedBuffer(count: workCount)
    integers = OwnedBuffer(count: integerCount)
  }

  /// Decomposes what stands in `matrix`.
  /// - Returns: `false` when a number is not finite or LAPACK's iteration fails; then the buffers hold nothing of use.
  package func decompose(vectors: Bool) -> Bool {
    for j in 0..<order {
      for i in j..<order where !matrix[i + j * order].isFinite { return false }
    }
    let info = LAPACK.shared.eigen(
      vectors ? "V" : "N", order: order, matrix: matrix.pointer, values: values.pointer, work: work.pointer,
      workCount: workCount,
      integers: integers.pointer, integerCount: integerCount)
    precondition(info >= 0, "dsyevd refused argument \(-info)")
    return info == 0
  }
}
