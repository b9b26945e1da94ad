import Platform
import Probability

/// Replicates whose sums are made together, on one thread: a table of sums that is larger than the processor's cache is read once
/// for all of them.
///
/// Batches begin at multiples of `size`, so that what is added together, and hence the last digit, does not depend on which thread
/// asks for which replicate.
final class ReplicateBatch {
  static let size = 16

  private let weightCount: Int
  private let numberCount: Int
  private let weights: OwnedBuffer<Double>
  private let numbers: OwnedBuffer<Double>
  /// Of each replicate, behind what was drawn from it.
  private var streams: [RandomStream] = []
  /// The batch that is held.
  private var held: Int?

  /// - Parameters:
  ///   - count: weights of a replicate.
  ///   - numbers: what is made of them.
  init(weights count: Int, numbers: Int) {
    weightCount = count
    numberCount = numbers
    weights = OwnedBuffer(count: max(1, count * ReplicateBatch.size))
    self.numbers = OwnedBuffer(count: max(1, numbers * ReplicateBatch.size))
    streams.reserveCapacity(ReplicateBatch.size)
  }

  /// Gives the moments the weights and the numbers of a replicate, whose batch is made when it is not the one that is held.
  ///
  /// - Returns: the replicate's stream behind what was drawn from it.
  func take(
    _ replicate: Int, into moments: ReplicateMoments, streamOf: (Int) -> RandomStream,
    draw: (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void, sum: ReplicateSource.Sum
  ) -> RandomStream {
    let batch = replicate / ReplicateBatch.size
    if batch != held {
      streams.removeAll(keepingCapacity: true)
      for place in 0..<ReplicateBatch.size {
        var stream = streamOf(batch * ReplicateBatch.size + place)
        draw(&stream, UnsafeMutableBufferPointer(start: weights + place * weightCount, count: weightCount))
        streams.append(stream)
      }
      sum(weights.pointer, ReplicateBatch.size, numbers.pointer)
      held = batch
    }
    let place = replicate % ReplicateBatch.size
    moments.weights.baseAddress!.update(from: weights + place * weightCount, count: weightCount)
    moments.scratch.update(from: numbers + place * numberCount, count: numberCount)
    return streams[place]
  }
}
