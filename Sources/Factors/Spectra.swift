import LinearAlgebra
import Platform

/// Eigenvalues of a correlation matrix and of the reduced one, in buffers that stay.
final class Spectra {
  let order: Int
  /// Packed by rows: a scatter matrix, and L with LL' = the scatter.
  let scatter: OwnedBuffer<Double>
  let factor: OwnedBuffer<Double>
  private let scales: OwnedBuffer<Double>
  /// The diagonal of the inverse.
  private let inverse: OwnedBuffer<Double>
  private let solver: EigenSolver
  private let square: OwnedBuffer<Double>

  init(order: Int) {
    self.order = order
    let packed = order * (order + 1) / 2
    scatter = OwnedBuffer(count: packed)
    factor = OwnedBuffer(count: packed)
    scales = OwnedBuffer(count: order)
    inverse = OwnedBuffer(count: order)
    solver = EigenSolver(order: order)
    square = OwnedBuffer(count: 2 * order * order)
  }

  func take(_ matrix: SymmetricMatrix) {
    matrix.packed.withUnsafeBufferPointer { scatter.update(from: $0.baseAddress!, count: $0.count) }
  }

  func multiplyFactor() {
    let rows = square.pointer
    for i in 0..<order {
      (rows + i * order).update(from: factor + i * (i + 1) / 2, count: i + 1)
      (rows + i * order + i + 1).update(repeating: 0, count: order - i - 1)
    }
    TriangularProducts.square(rows, order: order, scratch: rows + order * order, into: scatter.pointer)
  }

  func factorize() -> Bool {
    do {
      try PackedCholesky.factor(scatter.pointer, order: order, tolerance: RankPolicy.variance, into: factor.pointer)
      return true
    } catch {
      return false
    }
  }

  /// Writes p eigenvalues of the correlations and p of the reduced ones, descending; `factor` is used up.
  func eigenvalues(into row: UnsafeMutablePointer<Double>) -> Bool {
    let p = order
    guard components(into: row), let correlations = correlations() else { return false }
    load(correlations)
    let communalities = communalities()
    for j in 0..<p { solver.matrix[j + j * p] = communalities[j] }
    guard solver.decompose(vectors: false) else { return false }
    for i in 0..<p { row[p + i] = solver.values[p - 1 - i] }
    return true
  }

  /// Writes the p eigenvalues of the correlations, descending.
  func components(into row: UnsafeMutablePointer<Double>) -> Bool {
    guard let correlations = correlations() else { return false }
    load(correlations)
    guard solver.decompose(vectors: false) else { return false }
    for i in 0..<order { row[i] = solver.values[order - 1 - i] }
    return true
  }

  /// The correlations of the scatter, packed; `nil` when there is none, or one is not finite. They stand until the next scatter.
  func correlations() -> UnsafePointer<Double>? {
    for i in 0..<order {
      let variance = scatter[i * (i + 1) / 2 + i]
      guard variance > 0 else { return nil }
      scales[i] = 1 / variance.squareRoot()
    }
    let packed = square.pointer
    var sum = 0.0
    var at = 0
    for i in 0..<order {
      for j in 0..<i {
        packed[at] = scatter[at] * scales[i] * scales[j]
        sum += packed[at]
        at += 1
      }
      packed[at] = 1
      at += 1
    }
    return sum.isFinite ? UnsafePointer(packed) : nil
  }

  /// Squared multiple correlations 1 − 1/(sᵢᵢ·sⁱⁱ); `factor` is used up, and `scales` are no longer there.
  func communalities() -> UnsafePointer<Double> {
    PackedCholesky.inverseDiagonal(factor.pointer, order: order, column: scales.pointer, into: inverse.pointer)
    for j in 0..<order { inverse[j] = 1 - 1 / (scatter[j * (j + 1) / 2 + j] * inverse[j]) }
    return UnsafePointer(inverse.pointer)
  }

  private func load(_ correlations: UnsafePointer<Double>) {
    let p = order
    for j in 0..<p { for i in j..<p { solver.matrix[i + j * p] = correlations[i * (i + 1) / 2 + j] } }
  }
}
