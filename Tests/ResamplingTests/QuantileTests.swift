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
}
