import Factors
import LinearAlgebra
import Measures
import Resampling
import Testing

/// What identical groups would show, by exchanging respondents between them.
@Suite("Congruence of identical groups") struct CongruenceExchangeTests {
  private let population = Population(factors: 2, itemsPerFactor: 4, correlation: 0.5)

  private func group(_ columns: [[Double]]) throws -> FactorCongruence.Group {
    let frame = try population.frame(columns)
    let fit = try FactorAnalysis(factors: 2).fit(to: CorrelationInput(Moments(frame)))
    return FactorCongruence.Group(fit, frame: frame)
  }

  private func pValue(_ a: [[Double]], _ b: [[Double]], exchanges: Int, jobs: Int = 1) throws -> FactorCongruence {
    try FactorCongruence(
      group(a), group(b), BootstrapSpecification(replicates: exchanges, seed: 3), jobs: jobs)
  }

  @Test func `samples of one population are called different as often as said`() throws {
    let samples = 120
    var (rejected, sum) = (0, 0.0)
    for k in 0..<samples {
      let found = try pValue(
        population.rows(90, seed: 41, stream: UInt64(2 * k)), population.rows(140, seed: 41, stream: UInt64(2 * k + 1)),
        exchanges: 99)
      let total = try #require(found.identical.last ?? nil)
      sum += total.pValue
      if total.pValue <= 0.1 { rejected += 1 }
      #expect(found.identical.count == 3 && total.low > 0.5 && total.low < 1)
    }
    // Uniform p: standard errors .027 of the share, .026 of the mean.
    #expect(abs(Double(rejected) / Double(samples) - 0.1) < 0.085, "\(rejected)")
    #expect(abs(sum / Double(samples) - 0.5) < 0.08, "\(sum / Double(samples))")
  }

  @Test func `other loadings are told from identical ones, and other means and spreads are not`() throws {
    let a = population.rows(300, seed: 42, stream: 1)
    let b = population.rows(300, seed: 42, stream: 2)
    // The second group's items belong to the factors in another way.
    let mixed = [0, 1, 4, 5, 2, 3, 6, 7].map { b[$0] }
    let different = try #require(try pValue(a, mixed, exchanges: 199).identical.last ?? nil)
    #expect(different.pValue == 1 / 200.0)
    let moved = b.map { column in column.map { 3 + 2 * $0 } }
    let (plain, shifted) = (try pValue(a, b, exchanges: 99), try pValue(a, moved, exchanges: 99))
    for (x, y) in zip(plain.identical, shifted.identical) {
      #expect(abs(x!.low - y!.low) < 1e-6 && x!.pValue == y!.pValue)
    }
  }

  @Test func `threads do not matter, and without replicates nothing is said`() throws {
    let (a, b) = (population.rows(80, seed: 43, stream: 1), population.rows(80, seed: 43, stream: 2))
    #expect(try pValue(a, b, exchanges: 40, jobs: 3) == pValue(a, b, exchanges: 40))
    #expect(try pValue(a, b, exchanges: 0).identical.isEmpty)
  }
}
