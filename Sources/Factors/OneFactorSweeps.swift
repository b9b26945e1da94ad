import Platform

/// One factor of many items by sweeps over the items, from a start that is near.
///
/// In the solutions of minimum residuals and of maximum likelihood each loading is a weighted regression of the item's
/// correlations on the loadings of the others,
///
///     λᵢ = Σⱼ wⱼλⱼrᵢⱼ / Σⱼ wⱼλⱼ²,   j ≠ i,
///
/// with w = 1 for minimum residuals (Harman & Jones 1966, doi:10.1007/BF02289468) and w = 1/ψ, ψ = 1 − λ², for maximum
/// likelihood: Lawley's equations RΨ⁻¹λ = λ(1 + λ'Ψ⁻¹λ) without the terms that both sides share. Item after item is set to
/// its regression. A sweep costs p² multiplications, and the error falls with each about as the second eigenvalue stands to
/// the first, where Newton's search decomposes the matrix at every step: with 200 items a fiftieth of the time. With few
/// items that search is fast, and it copes with uniquenesses on their bound.
final class OneFactorSweeps {
  /// Items from which sweeps are the faster way.
  static let fewest = 12
  private static let limit = 300
  private static let tolerance = 1e-13

  private let items: Int
  private let isLikelihood: Bool
  private let least: Double
  /// Row-major, each row filled up with zeros to a multiple of four.
  private let matrix: OwnedBuffer<SIMD4<Double>>
  /// wλ, filled up likewise.
  private let weighted: OwnedBuffer<SIMD4<Double>>
  private let blocks: Int

  init(items: Int, isLikelihood: Bool, least: Double) {
    self.items = items
    self.isLikelihood = isLikelihood
    self.least = least
    blocks = (items + 3) / 4
    matrix = OwnedBuffer(repeating: .zero, count: items * blocks)
    weighted = OwnedBuffer(repeating: .zero, count: blocks)
  }

  /// Solves for packed correlations (lower triangle, row by row).
  ///
  /// - Parameter loadings: where the search begins, overwritten.
  /// - Returns: `false` when a uniqueness comes to its bound or the sweeps do not settle; the loadings are then of no use.
  func solve(_ correlations: UnsafePointer<Double>, loadings: UnsafeMutablePointer<Double>) -> Bool {
    load(correlations)
    for _ in 0..<Self.limit {
      guard let change = sweep(loadings) else { return false }
      if change <= Self.tolerance { return true }
    }
    return false
  }

  private func load(_ correlations: UnsafePointer<Double>) {
    let width = 4 * blocks
    matrix.pointer.withMemoryRebound(to: Double.self, capacity: items * width) { rows in
      var at = 0
      for i in 0..<items {
        for j in 0...i {
          rows[i * width + j] = correlations[at]
          rows[j * width + i] = correlations[at]
          at += 1
        }
      }
    }
  }

  /// The largest change of a loading; `nil` at a bound.
  private func sweep(_ loadings: UnsafeMutablePointer<Double>) -> Double? {
    weighted.pointer.withMemoryRebound(to: Double.self, capacity: 4 * blocks) { u -> Double? in
      var sum = 0.0
      for i in 0..<items {
        guard let weight = weight(loadings[i]) else { return nil }
        u[i] = weight * loadings[i]
        sum += u[i] * loadings[i]
      }
      var largest = 0.0
      for i in 0..<items {
        let rest = sum - u[i] * loadings[i]
        guard rest > 0 else { return nil }
        let next = (product(i) - u[i]) / rest
        guard let weight = weight(next) else { return nil }
        largest = max(largest, abs(next - loadings[i]))
        loadings[i] = next
        u[i] = weight * next
        sum = rest + u[i] * next
      }
      return largest
    }
  }

  /// `nil` for a loading that leaves no more than the least uniqueness, or is not a number.
  @inline(__always)
  private func weight(_ loading: Double) -> Double? {
    let uniqueness = 1 - loading * loading
    guard uniqueness > least * (1 + 1e-9) else { return nil }
    return isLikelihood ? 1 / uniqueness : 1
  }

  /// Σ rᵢⱼuⱼ over all items.
  @inline(__always)
  private func product(_ i: Int) -> Double {
    let row = matrix + i * blocks
    var (even, odd) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var k = 0
    while k + 1 < blocks {
      even += row[k] * weighted[k]
      odd += row[k + 1] * weighted[k + 1]
      k += 2
    }
    if k < blocks { even += row[k] * weighted[k] }
    let both = even + odd
    return (both[0] + both[1]) + (both[2] + both[3])
  }
}
