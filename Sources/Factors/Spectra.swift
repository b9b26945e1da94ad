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

  init(order: Int) {
    self.order = order
    let packed = order * (order + 1) / 2
    scatter = OwnedBuffer(count: packed)
    factor = OwnedBuffer(count: packed)
    scales = OwnedBuffer(count: order)
    inverse = OwnedBuffer(count: order)
    solver = EigenSolver(order: order)
  }

  func take(_ matrix: SymmetricMatrix) {
    matrix.packed.withUnsafeBufferPointer { scatter.update(from: $0.baseAddress!, count: $0.count) }
  }

  func multiplyFactor() {
    for i in 0..<order {
      let a = factor + i * (i + 1) / 2
      for j in 0...i {
        let b = factor + j * (j + 1) / 2
        var sum = 0.0
        for k in 0...j { sum += a[k] * b[k] }
        scatter[i * (i + 1) / 2 + j] = sum
      }
    }
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
    guard components(into: row) else { return false }
    load()
    // Squared multiple correlations 1 − 1/(sᵢᵢ·sⁱⁱ); the scales are no longer needed.
    PackedCholesky.inverseDiagonal(factor.pointer, order: p, column: scales.pointer, into: inverse.pointer)
    for j in 0..<p { solver.matrix[j + j * p] = 1 - 1 / (scatter[j * (j + 1) / 2 + j] * inverse[j]) }
    guard solver.decompose(vectors: false) else { return false }
    for i in 0..<p { row[p + i] = solver.values[p - 1 - i] }
    return true
  }

  /// Writes the p eigenvalues of the correlations, descending.
  func components(into row: UnsafeMutablePointer<Double>) -> Bool {
    let p = order
    for i in 0..<p {
      let variance = scatter[i * (i + 1) / 2 + i]
      guard variance > 0 else { return false }
      scales[i] = 1 / variance.squareRoot()
    }
    load()
    guard solver.decompose(vectors: false) else { return false }
    for i in 0..<p { row[i] = solver.values[p - 1 - i] }
    return true
  }

  private func load() {
    let p = order
    for j in 0..<p {
      for i in j..<p { solver.matrix[i + j * p] = scatter[i * (i + 1) / 2 + j] * scales[i] * scales[j] }
      solver.matrix[j + j * p] = 1
    }
  }
}
