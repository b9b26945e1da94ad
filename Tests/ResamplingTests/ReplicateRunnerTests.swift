import Probability
import Resampling
import Synchronization
import Testing

@Suite struct ReplicateRunnerTests {
  private func run(_ count: Int, jobs: Int) -> Replicates {
    ReplicateRunner.run(
      count: count, width: 3, jobs: jobs, seed: 42, makeWorkspace: { [Double](repeating: 0, count: 2) }
    ) {
      workspace, replicate, stream, row in
      workspace[0] += 1
      for k in 0..<3 { row[k] = stream.uniform() + Double(replicate) }
      if replicate % 7 == 3 { return .stopped("seven") }
      return replicate % 11 == 5 ? .stopped("eleven") : nil
    }
  }

  @Test func `any number of threads gives the same bits, failures included`() {
    for count in [0, 1, 2, 63, 1000] {
      let one = run(count, jobs: 1)
      for jobs in [0, 2, 3, 7, 64] {
        let other = run(count, jobs: jobs)
        #expect(other.values.map(\.bitPattern) == one.values.map(\.bitPattern))
        #expect(other.failure == one.failure && other.reasons == one.reasons)
      }
    }
  }

  @Test func `replicate i draws from stream i`() {
    let result = run(20, jobs: 2)
    var stream = RandomStream(seed: 42, stream: 15)
    #expect(
      result.values[15 * 3 + 1]
        == {
          _ = stream.uniform(); return stream.uniform() + 15
        }())
  }

  @Test func `failures are counted by reason and left out of the columns`() {
    let result = run(100, jobs: 3)
    // i ≡ 3 mod 7: 14 of 100; i ≡ 5 mod 11 and not ≡ 3 mod 7: 9 less 1 (i = 38).
    #expect(result.failuresByReason.map(\.reason) == [.stopped("seven"), .stopped("eleven")])
    #expect(result.failuresByReason.map(\.count) == [14, 8])
    #expect(result.successCount == 78 && result.column(2).count == 78 && result.rows(1..<3).count == 78)
    #expect(result.column(0).allSatisfy { $0.isFinite })
    #expect(result.column(0) == result.rows(0..<1).map { $0[0] })
    let doubled = result.map(width: 1) { from, to in to[0] = 2 * from[2] }
    #expect(doubled.column(0) == result.column(2).map { 2 * $0 })
    #expect(doubled.failuresByReason.map(\.count) == [14, 8])
  }

  @Test func `progress rises to the number of replicates`() {
    let seen = Mutex<[Int]>([])
    _ = ReplicateRunner.run(
      count: 500, width: 1, jobs: 1, seed: 1, progress: { done in seen.withLock { $0.append(done) } },
      makeWorkspace: { 0 }
    ) { _, _, stream, row in
      row[0] = stream.uniform()
      return nil
    }
    let values = seen.withLock { $0 }
    #expect(values.last == 500 && values == values.sorted() && values.count > 1)
  }
}
