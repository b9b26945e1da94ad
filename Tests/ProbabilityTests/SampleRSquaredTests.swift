import Foundation
import Probability
import TestSupport
import Testing

/// R² of samples whose predictors are random.
@Suite struct SampleRSquaredTests {
  /// Rows of `Tests/References/probability/random-r-squared.csv`: r², m, v, ρ² or confidence, and two numbers.
  private func reference(_ kind: String) throws -> [[Double]] {
    let file = PackageFiles.references.appending(path: "probability/random-r-squared.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      return fields[0] == kind ? fields.dropFirst().map { Double($0)! } : nil
    }
  }

  @Test("tails are those of Fisher's density, integrated in mpmath") func tails() throws {
    let cases = try reference("tails")
    #expect(cases.count == 14)
    for c in cases {
      let distribution = SampleRSquared(predictors: c[1], residualDegrees: c[2], signal: c[3] / (1 - c[3]))
      #expect(agree(distribution.lowerTail(c[0]), c[4], relative: 1e-11, absolute: 1e-15), "\(c)")
      #expect(agree(distribution.upperTail(c[0]), c[5], relative: 1e-11, absolute: 1e-15), "\(c)")
    }
  }

  @Test("limits are those of the mixture inverted with scipy") func intervals() throws {
    let cases = try reference("interval")
    #expect(cases.count == 9)
    for c in cases {
      let interval = RSquaredInterval(rSquared: c[0], predictors: c[1], residualDegrees: c[2], confidence: c[3])
      #expect(agree(interval.low, c[4], relative: 1e-8), "\(c) \(interval)")
      #expect(agree(interval.high, c[5], relative: 1e-8), "\(c) \(interval)")
    }
  }

  @Test("without signal it is the beta of the F test") func central() {
    for (m, v) in [(1.0, 1.0), (6, 493), (20, 9)] {
      let distribution = SampleRSquared(predictors: m, residualDegrees: v, signal: 0)
      for r in [0.01, 0.3, 0.9] {
        let f = FDistribution(numerator: m, denominator: v)
        #expect(agree(distribution.upperTail(r), f.upperTail(r / m / ((1 - r) / v)), relative: 1e-10, absolute: 1e-290))
      }
      #expect(distribution.lowerTail(0) == 0 && distribution.upperTail(0) == 1)
      #expect(distribution.lowerTail(1) == 1 && distribution.upperTail(1) == 0)
    }
  }

  @Test("the ways of summing agree where one takes over from the other") func seams() {
    // Sizes on both sides of the seams, few and many respondents: tails change smoothly with γ and sum to one.
    for (m, v) in [(2.0, 27.0), (6, 93), (6, 94), (6, 143), (3, 3)] {
      var previous = -1.0
      for exponent in stride(from: -2.0, through: 8, by: 0.125) {
        let signal = pow(10, exponent)
        let distribution = SampleRSquared(predictors: m, residualDegrees: v, signal: signal)
        // Half of the population's unexplained variance more than expected: the upper tail stays between 0 and 1.
        let r = signal / (1.5 + signal)
        let lower = distribution.lowerTail(r)
        let upper = distribution.upperTail(r)
        #expect(abs(lower + upper - 1) < 1e-10, "\(m) \(v) \(signal): \(lower + upper)")
        // From γ = 1000 on the law of (1 − R²)/(1 − ρ²) hardly changes.
        if signal > 1000, previous >= 0 { #expect(abs(upper - previous) < 0.01, "\(m) \(v) \(signal)") }
        previous = upper
      }
    }
  }

  @Test("with next to nothing unexplained, 1 − R² is to 1 − ρ² as two chi-squared") func limitLaw() {
    // (1 − R²)/(1 − ρ²) → χ²ᵥ/χ²ₙ₋₁ with χ²ₙ₋₁ independent: P(R² > r) → P(F(v, n − 1) < c(n − 1)/v).
    for (m, v) in [(2.0, 27.0), (6, 493), (1, 1)] {
      let total = m + v
      let signal = 1e9
      for c in [0.5, 0.9, 1.4] {
        let distribution = SampleRSquared(predictors: m, residualDegrees: v, signal: signal)
        let limit = FDistribution(numerator: v, denominator: total).lowerTail(c * total / v)
        #expect(abs(distribution.upperTail(1 - c / (1 + signal)) - limit) < 1e-3, "\(m) \(v) \(c)")
      }
    }
  }

  @Test("in samples of normal variables the interval holds as often as it says; the one for fixed predictors does not")
  func coverage() {
    // R² of n respondents from a standard normal numerator and chi-squared sums (Lee's representation): given χ²ₙ₋₁,
    // the explained sum is (√γ·χ + z)² + χ²ₘ₋₁.
    let simulations = 4000
    for (rho, n) in [(0.3, 150.0), (0.8, 500)] {
      var hits = [0, 0]
      for simulation in 0..<simulations {
        var stream = RandomStream(seed: 77, stream: UInt64(simulation))
        let root = (rho / (1 - rho) * stream.chiSquared(degreesOfFreedom: n - 1)).squareRoot() + stream.normal()
        let explained = root * root + stream.chiSquared(degreesOfFreedom: 5)
        let residual = stream.chiSquared(degreesOfFreedom: n - 7)
        for (k, kind) in [RSquaredInterval.Predictors.random, .fixed].enumerated() {
          let interval = RSquaredInterval(
            rSquared: explained / (explained + residual), predictors: 6, residualDegrees: n - 7, kind: kind)
          if interval.low <= rho && rho <= interval.high { hits[k] += 1 }
        }
      }
      let share = hits.map { Double($0) / Double(simulations) }
      #expect(abs(share[0] - 0.95) < 4 * (0.95 * 0.05 / Double(simulations)).squareRoot(), "\(rho): \(share)")
      if rho == 0.8 { #expect(share[1] < 0.9, "\(share)") }
    }
  }

  @Test("with fixed predictors the interval for these holds as often as it says") func fixedCoverage() {
    let simulations = 4000
    let (rho, n) = (0.5, 60.0)
    var hits = 0
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 78, stream: UInt64(simulation))
      let root = (rho / (1 - rho) * n).squareRoot() + stream.normal()
      let explained = root * root + stream.chiSquared(degreesOfFreedom: 5)
      let residual = stream.chiSquared(degreesOfFreedom: n - 7)
      let interval = RSquaredInterval(
        rSquared: explained / (explained + residual), predictors: 6, residualDegrees: n - 7, kind: .fixed)
      if interval.low <= rho && rho <= interval.high { hits += 1 }
    }
    let share = Double(hits) / Double(simulations)
    #expect(abs(share - 0.95) < 4 * (0.95 * 0.05 / Double(simulations)).squareRoot(), "\(share)")
  }
}
