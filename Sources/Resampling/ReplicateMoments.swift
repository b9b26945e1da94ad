/// What one thread draws into, replicate after replicate: the weights of the rows and the moments under them.
package final class ReplicateMoments {
  /// Of the rows, then of those that only rate; none when matrices are drawn.
  package let weights: UnsafeMutableBufferPointer<Double>
  /// Packed lower triangle: order × (order + 1) / 2.
  package let scatter: UnsafeMutablePointer<Double>
  /// One per column; zeros where nothing is known of them.
  package let means: UnsafeMutablePointer<Double>
  /// Room that the source works in.
  package let scratch: UnsafeMutablePointer<Double>
  package let order: Int
  /// What the scatter is divided by to be covariances, where the source says it.
  package var unit = Double.nan

  /// - Parameters:
  ///   - order: columns of the moments.
  ///   - rows: weights; 0 when matrices are drawn.
  ///   - scratch: numbers that the source needs to work in.
  package init(order: Int, rows: Int, scratch count: Int = 0) {
    precondition(order >= 0 && rows >= 0 && count >= 0, "sizes are not negative")
    self.order = order
    weights = .allocate(capacity: rows)
    scatter = .allocate(capacity: max(1, order * (order + 1) / 2))
    means = .allocate(capacity: max(1, order))
    means.initialize(repeating: 0, count: max(1, order))
    scratch = .allocate(capacity: max(1, count))
  }

  deinit {
    weights.deallocate()
    for buffer in [scatter, means, scratch] { buffer.deallocate() }
  }
}
