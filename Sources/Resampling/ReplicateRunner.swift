import Platform
package import Probability
import Synchronization

/// Runs the replicates of a bootstrap, jackknife or permutation test on several threads.
///
/// Replicate i draws from stream i of the seed and writes row i, so the result is the same to the last bit for any
/// number of threads.
package enum ReplicateRunner {
  /// - Parameters:
  ///   - count: how many replicates.
  ///   - width: how many numbers each writes.
  ///   - jobs: threads, the calling one included.
  ///   - firstStream: replicate i owns stream `firstStream` + i.
  ///   - progress: told now and then, on the calling thread, how many replicates are done; at the end `count`.
  ///   - makeWorkspace: called once per thread; what a replicate needs to work without allocating.
  ///   - body: (workspace, replicate, its random stream, its row to fill) → why it failed, or `nil`.
  package static func run<Workspace>(
    count: Int, width: Int, jobs: Int, seed: UInt64, firstStream: UInt64 = 0,
    progress: (@Sendable (Int) -> Void)? = nil,
    makeWorkspace: @escaping @Sendable () -> Workspace,
    body:
      @escaping @Sendable (inout Workspace, Int, inout RandomStream, UnsafeMutableBufferPointer<Double>) ->
      ReplicateFailure?
  ) -> Replicates {
    precondition(count >= 0 && width >= 0, "counts are not negative")
    var values = [Double](repeating: .nan, count: count * width)
    var reasons = [ReplicateFailure?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { values in
      reasons.withUnsafeMutableBufferPointer { reasons in
        let slots = Slots(values: values, reasons: reasons)
        let work = Work(total: count, jobs: jobs)
        Threads.run(jobs: min(jobs, work.chunks)) { isCaller in
          guard let first = work.take() else { return }
          var workspace = makeWorkspace()
          var next: Range<Int>? = first
          while let chunk = next {
            for i in chunk {
              var stream = RandomStream(seed: seed, stream: firstStream &+ UInt64(i))
              let row = UnsafeMutableBufferPointer(rebasing: slots.values[i * width..<(i + 1) * width])
              slots.reasons[i] = body(&workspace, i, &stream, row)
            }
            let done = work.finish(chunk.count)
            if isCaller, done < count { progress?(done) }
            next = work.take()
          }
        }
      }
    }
    if count > 0 { progress?(count) }
    return Replicates(count: count, width: width, values: values, reasons: reasons)
  }

  /// The rows that the workers fill; no two write the same one.
  private struct Slots: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Double>
    let reasons: UnsafeMutableBufferPointer<ReplicateFailure?>
  }

  /// Hands out ranges of replicates; who gets which does not matter to the result.
  private final class Work: Sendable {
    private let total: Int
    private let size: Int
    private let taken = Atomic<Int>(0)
    private let done = Atomic<Int>(0)

    init(total: Int, jobs: Int) {
      self.total = total
      // Some sixteen chunks a thread: the last one to finish keeps the others waiting for a few per cent at most. Whole batches,
      // where there are so many.
      let even = min(64, total / (16 * max(1, min(jobs, Processors.mostThreads))))
      let batches = even / ReplicateBatch.size * ReplicateBatch.size
      size = max(1, batches > 0 ? batches : even)
    }

    var chunks: Int { (total + size - 1) / size }

    func take() -> Range<Int>? {
      let start = taken.add(size, ordering: .relaxed).oldValue
      return start < total ? start..<min(total, start + size) : nil
    }

    func finish(_ count: Int) -> Int { done.add(count, ordering: .relaxed).newValue }
  }
}
