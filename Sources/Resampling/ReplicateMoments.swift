import Platform

/// What one thread draws into, replicate after replicate: the weights of the rows and the moments under them.
package final class ReplicateMoments {
  package let order: Int
  /// What the scatter is divided by to be covariances, where the source says it.
  package var unit = Double.nan
  private let weightsOwned: OwnedBuffer<Double>
  private let scatterOwned: OwnedBuffer<Double>
  private let meansOwned: OwnedBuffer<Double>
  private let scratchOwned: OwnedBuffer<Double>

  /// - Parameters:
  ///   - order: columns of the moments.
  ///   - rows: weights; 0 when matrices are drawn.
  ///   - scratch: numbers that the source needs to work in.
  package init(order: Int, rows: Int, scratch count: Int = 0) {
    precondition(order >= 0 && rows >= 0 && count >= 0, "sizes are not negative")
    self.order = order
    weightsOwned = OwnedBuffer(count: rows)
    scatterOwned = OwnedBuffer(count: max(1, order * (order + 1) / 2))
    meansOwned = OwnedBuffer(repeating: 0, count: max(1, order))
    scratchOwned = OwnedBuffer(count: max(1, count))
  }

  /// Of the rows, then of those that only rate; none when matrices are drawn.
  package var weights: UnsafeMutableBufferPointer<Double> { weightsOwned.values }
  /// Packed lower triangle: order × (order + 1) / 2.
  package var scatter: UnsafeMutablePointer<Double> { scatterOwned.pointer }
  /// One per column; zeros where nothing is known of them.
  package var means: UnsafeMutablePointer<Double> { meansOwned.pointer }
  /// Room that the source works in.
  package var scratch: UnsafeMutablePointer<Double> { scratchOwned.pointer }
}
