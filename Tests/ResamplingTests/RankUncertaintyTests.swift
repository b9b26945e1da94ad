import Probability
import Resampling
import Testing

@Suite struct RankUncertaintyTests {
  /// The usual normal approximation: estimates with independent errors, and replicates round them.
  private func replicates(_ estimates: [Double], error: Double, count: Int, seed: UInt64) -> [[Double]] {
    var stream = RandomStream(seed: seed, stream: 0)
    return (0..<count).map { _ in estimates.map { $0 + error * stream.normal() } }
  }

  @Test func `estimates far apart have one rank, ties have all`() {
    let far = [1.0, 5, 3]
    let ranks = RankUncertainty.intervals(
      estimates: far, replicates: replicates(far, error: 0.01, count: 500, seed: 1), confidence: 0.95)
    #expect(ranks.map(\.low) == [3, 1, 2] && ranks.map(\.high) == [3, 1, 2])
    let near = [1.0, 1.001, 0.999, 9]
    let shared = RankUncertainty.intervals(
      estimates: near, replicates: replicates(near, error: 0.1, count: 500, seed: 2), confidence: 0.95)
    #expect(shared.map(\.low) == [2, 2, 2, 1] && shared.map(\.high) == [4, 4, 4, 1])
  }

  @Test func `identical estimates are not distinguishable, nor is anything without replicates`() {
    let estimates = [2.0, 2, 1]
    let rows = replicates([2, 1], error: 0.01, count: 300, seed: 3).map { [$0[0], $0[0] * (1 + 1e-16), $0[1]] }
    let ranks = RankUncertainty.intervals(estimates: estimates, replicates: rows, confidence: 0.95)
    #expect(ranks.map(\.low) == [1, 1, 3] && ranks.map(\.high) == [2, 2, 3])
    let unknown = RankUncertainty.intervals(estimates: estimates, replicates: [], confidence: 0.95)
    #expect(unknown.map(\.low) == [1, 1, 1] && unknown.map(\.high) == [3, 3, 3])
    let undefined = RankUncertainty.intervals(estimates: [1, .nan], replicates: [[1, 2], [2, 3]], confidence: 0.9)
    #expect(undefined.map(\.high) == [2, 2])
    #expect(RankUncertainty.intervals(estimates: [1], replicates: [[1], [2]], confidence: 0.9).map(\.high) == [1])
    #expect(RankUncertainty.intervals(estimates: [], replicates: [[], []], confidence: 0.9).isEmpty)
  }

  @Test func `the first step is the documented formula`() {
    // One pair: surely above when the difference exceeds the quantile of the studentised maximum times its error.
    let estimates = [1.0, 0.7]
    let rows = replicates(estimates, error: 0.1, count: 399, seed: 4)
    let differences = rows.map { $0[0] - $0[1] }
    let mean = differences.reduce(0, +) / 399
    let error = (differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 398).squareRoot()
    let maxima = differences.map { abs($0 - (1 - 0.7)) / error }.sorted()
    let sure = { (confidence: Double) in 0.3 / error > Quantile.ofSorted(maxima, confidence) }
    for confidence in [0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
      let ranks = RankUncertainty.intervals(estimates: estimates, replicates: rows, confidence: confidence)
      #expect((ranks[0].high == 1 && ranks[1].low == 2) == sure(confidence))
    }
    #expect(sure(0.5) && !sure(0.999))
  }

  @Test func `what the first step decides sharpens the next`() {
    // By hand: in ten of a hundred replicates the first estimate is 20 higher, which is 3.3 standard errors of its
    // differences; the other two always lie 0.3 to either side. The 95 % quantile of all pairs is 3.3, more than the 1.65
    // errors between the second and the third; without the pairs that the first step decides it is 1.
    let estimates = [1000.0, 1, 0]
    let rows = (0..<100).map { i in
      [1000 + (i % 10 == 0 ? 20.0 : 0), 1 + (i % 2 == 0 ? 0.3 : -0.3), i % 2 == 0 ? -0.3 : 0.3]
    }
    let ranks = RankUncertainty.intervals(estimates: estimates, replicates: rows, confidence: 0.95)
    #expect(ranks.map(\.low) == [1, 2, 3] && ranks.map(\.high) == [1, 2, 3])
  }

  @Test func `all true ranks are covered at once, with and without near-ties`() {
    // Simulation: truth with near-ties, estimates normal around it, replicates normal around those. Nominal 90 %.
    for (truth, seed) in [
      ([1.0, 1.02, 1.04, 2, 2.01, 3], UInt64(10)), ([1, 1, 1, 1, 1, 1], 20), ([1, 2, 3, 4, 5, 6], 30),
    ] {
      var covered = 0
      var length = 0
      for trial in 0..<200 {
        var stream = RandomStream(seed: seed, stream: UInt64(trial))
        let estimates = truth.map { $0 + 0.3 * stream.normal() }
        let rows = replicates(estimates, error: 0.3, count: 199, seed: seed &* 7919 &+ UInt64(trial))
        let ranks = RankUncertainty.intervals(estimates: estimates, replicates: rows, confidence: 0.9)
        let holds = truth.indices.allSatisfy { i in
          // A tie may take any of the ranks it spans.
          let above = truth.count(where: { $0 > truth[i] })
          let tied = truth.count(where: { $0 == truth[i] })
          return ranks[i].low <= above + 1 && ranks[i].high >= above + tied
        }
        covered += holds ? 1 : 0
        length += ranks.reduce(0) { $0 + $1.high - $1.low }
      }
      // 0.9 less three standard errors of 2.1 %.
      #expect(covered >= 167, "truth \(truth): \(covered) of 200")
      // And they say something: with truth wide apart the intervals are shorter than "anything".
      if truth[0] != truth[5] { #expect(length < 200 * 6 * 5 / 2 * 3 / 2) }
    }
  }

  @Test func `being first is counted, and shared when tied`() {
    let rows: [[Double]] = [[3, 1, 2], [1, 3, 3], [5, 5, 5], [.nan, 1, 2], [0, 9, 1]]
    let first = RankUncertainty.frequencyOfFirst(replicates: rows)
    let expected = [(1 + 1.0 / 3) / 4, (0.5 + 1.0 / 3 + 1) / 4, (0.5 + 1.0 / 3) / 4]
    #expect(zip(first!, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(RankUncertainty.frequencyOfFirst(replicates: [[.nan]]) == nil)
  }
}
