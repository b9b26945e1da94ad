import Foundation
import Measures
import Survey
import Testing

@Suite struct UnivariateStatisticsTests {
  @Test("three numbers of eight digits") func three() {
    // NIST's NumAcc1: 10000001, 10000003, 10000002.
    let found = UnivariateStatistics([10_000_001, 10_000_003, 10_000_002])
    #expect(found.n == 3 && found.mean == 10_000_002 && found.standardDeviation == 1 && found.autocorrelation == -0.5)
  }

  @Test("a shift and a power of two change what they must, to the last digit", arguments: [0.0, 0x1p30, -0x1p40])
  func shifted(_ shift: Double) {
    let base = (0..<64).map { Double(($0 * 37) % 23) }
    let one = UnivariateStatistics(base)
    let other = UnivariateStatistics(base.map { 0x1p100 * ($0 + shift) })
    #expect(other.mean == 0x1p100 * (one.mean + shift))
    #expect(other.standardDeviation == one.standardDeviation.map { 0x1p100 * $0 })
    #expect(other.autocorrelation == one.autocorrelation)
  }

  @Test("exact sums in whole numbers agree") func whole() throws {
    let values = (0..<400).map { ($0 * $0 * 31 + 17 * $0) % 101 }
    let (n, total) = (values.count, values.reduce(0, +))
    let deviations = values.map { n * $0 - total }
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    let lagged = zip(deviations, deviations.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let found = UnivariateStatistics(values.map(Double.init))
    #expect(found.autocorrelation == Double(lagged) / Double(square))
    let variance = Double(square) / Double(n * n * (n - 1))
    #expect(abs(try #require(found.standardDeviation) - variance.squareRoot()) < 1e-15 * variance.squareRoot())
  }

  @Test("what is not defined is nil, and large numbers do not overflow") func edges() {
    let one = UnivariateStatistics([3])
    #expect(one.standardDeviation == nil && one.autocorrelation == nil && one.mean == 3)
    #expect(UnivariateStatistics([5, 5, 5]).autocorrelation == nil)
    #expect(UnivariateStatistics([5, 5, 5]).standardDeviation == 0)
    #expect(UnivariateStatistics([0, 0]).mean == 0)
    let large = UnivariateStatistics([1e300, -1e300]).standardDeviation ?? 0
    #expect(abs(large / 1e300 - 2.0.squareRoot()) < 1e-15)
    #expect(UnivariateStatistics([1e-300, -1e-300]).mean == 0)
  }

  @Test("describe keeps the digits that the data have") func described() throws {
    // NIST's NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 in turns, 1001 rows; sd 0.1 exactly in decimals. As doubles
    // the data allow 8.3 digits of it; two passes in doubles keep them, sums of squares none.
    let values = [10_000_000.2] + (0..<500).flatMap { _ in [10_000_000.1, 10_000_000.3] }
    let data = Dataset(variables: [Variable(name: "y", values: .double(values))], rowCount: values.count)
    let item = try #require(try data.describe([.init(name: "y")]).first)
    let found = UnivariateStatistics(values)
    #expect(item.mean == 10_000_000.2)
    #expect(item.standardDeviation == found.standardDeviation)
    #expect(abs(try #require(item.standardDeviation) / 0.1 - 1) < 1e-8)
    #expect(abs(try #require(found.autocorrelation) / -0.999 - 1) < 2e-11)
  }
}
