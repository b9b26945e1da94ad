import Probability
import Resampling
import Testing

@Suite struct MayBeFirstTests {
  @Test func `the test of one driver is the documented formula`() {
    // Two values: the lower one may be first while the difference over its error is at most the quantile of the replicates'
    // deviations over the error: one comparison, one-sided.
    let estimates = [1.0, 0.7]
    var stream = RandomStream(seed: 4, stream: 0)
    let rows = (0..<399).map { _ in estimates.map { $0 + 0.1 * stream.normal() } }
    let differences = rows.map { $0[0] - $0[1] }
    let mean: Double = differences.reduce(0, +) / 399
    var squares = 0.0
    for difference in differences { squares += (difference - mean) * (difference - mean) }
    let error: Double = (squares / 398).squareRoot()
    let gap: Double = 1 - 0.7
    let deviations = differences.map { ($0 - gap) / error }.sorted()
    var seen: Set<Bool> = []
    for confidence in [0.5, 0.8, 0.9, 0.95, 0.97, 0.99, 0.999] {
      let open = RankUncertainty.mayBeFirst(estimates: estimates, replicates: rows, confidence: confidence)
      let expected = gap / error <= Quantile.ofSorted(deviations, confidence)
      #expect(open == [true, expected])
      seen.insert(expected)
    }
    #expect(seen.count == 2)
  }

  @Test func `the set needs fewer comparisons than all ranks at once`() {
    // Ten values, one of them ahead by as much as p − 1 comparisons see and p(p − 1) do not.
    let estimates = [0.31] + [Double](repeating: 0, count: 9)
    var stream = RandomStream(seed: 8, stream: 0)
    let rows = (0..<2000).map { _ in estimates.map { $0 + 0.08 * stream.normal() } }
    let open = RankUncertainty.mayBeFirst(estimates: estimates, replicates: rows, confidence: 0.95)
    let ranks = RankUncertainty.intervals(estimates: estimates, replicates: rows, confidence: 0.95)
    #expect(open == [true] + [Bool](repeating: false, count: 9))
    #expect(ranks[0].high > 1)
  }

  @Test func `copies and unknown values are not excluded`() {
    #expect(
      RankUncertainty.mayBeFirst(estimates: [2, 2], replicates: [[2, 2], [3, 3], [1, 1]], confidence: 0.95)
        == [true, true])
    #expect(RankUncertainty.mayBeFirst(estimates: [2, 1], replicates: [], confidence: 0.95) == [true, true])
    #expect(RankUncertainty.mayBeFirst(estimates: [1], replicates: [[1], [2]], confidence: 0.95) == [true])
  }
}
