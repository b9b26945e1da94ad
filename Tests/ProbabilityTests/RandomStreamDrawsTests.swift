import Foundation
import Probability
import Testing

/// Draws against closed-form distribution functions. The seeds are fixed, so a test either always passes or never.
@Suite struct RandomStreamDrawsTests {
  static let n = 400_000

  /// The largest distance between the empirical and the true distribution function, times √n: above 1.95 by chance in
  /// one case of a thousand (Kolmogorov).
  static func distance(_ cdf: (Double) -> Double, _ draw: (inout RandomStream) -> Double) -> Double {
    var stream = RandomStream(seed: 20_26, stream: 3)
    let values = (0..<n).map { _ in draw(&stream) }.sorted()
    var largest = 0.0
    for (i, value) in values.enumerated() {
      let p = cdf(value)
      largest = max(largest, p - Double(i) / Double(n), Double(i + 1) / Double(n) - p)
    }
    return largest * Double(n).squareRoot()
  }

  @Test func normalNumbersFollowTheErrorFunction() {
    #expect(Self.distance({ 0.5 * erfc(-$0 / 2.0.squareRoot()) }) { $0.normal() } < 1.95)
  }

  @Test func exponentialNumbersFollowTheirFormula() {
    #expect(Self.distance({ 1 - exp(-$0) }) { $0.exponential() } < 1.95)
  }

  @Test func gammaNumbersFollowTheErlangAndTheHalfShapeFormulas() {
    #expect(Self.distance({ 1 - exp(-$0) * (1 + $0 + $0 * $0 / 2) }) { $0.gamma(shape: 3) } < 1.95)
    #expect(Self.distance({ erf($0.squareRoot()) }) { $0.gamma(shape: 0.5) } < 1.95)
    #expect(Self.distance({ 1 - exp(-$0) }) { $0.gamma(shape: 1) } < 1.95)
  }

  @Test func chiSquaredNumbersFollowTheirFormulas() {
    #expect(Self.distance({ 1 - exp(-$0 / 2) }) { $0.chiSquared(degreesOfFreedom: 2) } < 1.95)
    #expect(Self.distance({ erf(($0 / 2).squareRoot()) }) { $0.chiSquared(degreesOfFreedom: 1) } < 1.95)
  }

  @Test func normalNumbersHaveTheMomentsAndTailsOfTheNormal() {
    var stream = RandomStream(seed: 5, stream: 0)
    let n = 4_000_000
    var sums = [0.0, 0, 0, 0]
    var beyond = [0, 0]
    var product = 0.0
    var before = stream.normal()
    for _ in 0..<n {
      let x = stream.normal()
      sums[0] += x
      sums[1] += x * x
      sums[2] += x * x * x
      sums[3] += x * x * x * x
      // The ziggurat's tail begins at 3.4426.
      if x.magnitude > 3.5 { beyond[x > 0 ? 1 : 0] += 1 }
      product += x * before
      before = x
    }
    // Standard errors of the four raw moments: √1, √2, √15, √96 over √n.
    let root = Double(n).squareRoot()
    for (sum, (mean, variance)) in zip(sums, [(0.0, 1.0), (1, 2), (0, 15), (3, 96)]) {
      #expect(abs(sum / Double(n) - mean) < 4 * variance.squareRoot() / root)
    }
    #expect(abs(product / Double(n)) < 4 / root)
    let tail = Normal().upperTail(3.5)
    for count in beyond {
      #expect(abs(Double(count) - Double(n) * tail) < 4 * (Double(n) * tail).squareRoot())
    }
  }

  @Test func aSeedAndAStreamNameTheNumbers() {
    var stream = RandomStream(seed: 1, stream: 0)
    let first = (0..<3).map { _ in stream.normal() }
    var again = RandomStream(seed: 1, stream: 0)
    #expect((0..<3).map { _ in again.normal() } == first)
    var other = RandomStream(seed: 1, stream: 1)
    #expect((0..<3).map { _ in other.normal() } != first)
  }
}
