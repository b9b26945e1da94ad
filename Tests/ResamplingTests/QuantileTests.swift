import Resampling
import Testing

@Suite struct QuantileTests {
  @Test func `the quantile is order statistic number (B + 1)p`() {
    let sorted = (1...999).map(Double.init)
    #expect(Quantile.ofSorted(sorted, 0.025) == 25)
    #expect(Quantile.ofSorted(sorted, 0.975) == 975)
    // R: quantile(1:10, c(.33, .01, .999), type = 6)
    let ten = (1...10).map(Double.init)
    #expect(abs(Quantile.ofSorted(ten, 0.33) - 3.63) < 1e-12)
    #expect(Quantile.ofSorted(ten, 0.01) == 1)
    #expect(Quantile.ofSorted(ten, 0.999) == 10)
  }

  /// The same numbers as from sorting all, whatever the values are like.
  @Test(arguments: [1, 2, 63, 64, 65, 500, 1000, 8001])
  func `quantiles of values in any order are those of sorted ones`(_ count: Int) {
    var state: UInt64 = 3
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    let probabilities = [0, 0.001, 0.025, 0.05, 0.5, 0.7, 0.975, 1]
    let kinds: [(Int) -> Double] = [
      { _ in uniform() - 0.5 }, { _ in (uniform() * 7).rounded(.down) }, { _ in 4 }, { Double($0) },
      { $0 == 0 ? 1e12 : uniform() }, { $0 == 0 ? 1e300 : -1e300 * uniform() }, { $0 == 1 ? .infinity : uniform() },
      { $0 % 2 == 0 ? 1 + uniform() * 1e-15 : 1 },
    ]
    for (number, kind) in kinds.enumerated() {
      let values = (0..<count).map(kind)
      let expected = probabilities.map { Quantile.ofSorted(values.sorted(), $0) }
      #expect(Quantile.of(values, probabilities) == expected, "kind \(number)")
    }
  }
}
