import Foundation
import Measures
import Probability
import Resampling
import Survey
import Testing

/// Samples of a bivariate normal population cut into ratings: what intervals cover, tests reject and estimates recover.
@Suite("Correlations in repeated samples")
struct CorrelationSimulationTests {
  /// The shares of the answers of a five-point item, skewed as satisfaction is.
  static let shares = [0.05, 0.1, 0.25, 0.35, 0.25]

  static func sample(_ stream: inout RandomStream, _ count: Int, _ rho: Double) -> Dataset {
    let normal = Normal()
    var cuts: [Double] = []
    var below = 0.0
    for share in shares.dropLast() {
      below += share
      cuts.append(normal.quantile(below))
    }
    var columns: [[Double]] = Array(repeating: [], count: 4)
    for _ in 0..<count {
      let x = stream.normal()
      let y = rho * x + (1 - rho * rho).squareRoot() * stream.normal()
      columns[0].append(x)
      columns[1].append(y)
      columns[2].append(Double(cuts.count { $0 < x } + 1))
      columns[3].append(Double(cuts.count { $0 < y } + 1))
    }
    return Dataset(
      variables: zip(["x", "y", "rx", "ry"], columns).map { Variable(name: $0, values: .double($1)) }, rowCount: count)
  }

  /// Kendall's τ-b and Spearman's ρ of the population of ratings, from a large table of its probabilities.
  static func population(_ rho: Double) -> (kendall: Double, spearman: Double) {
    let normal = Normal()
    var cuts: [Double] = []
    var below = 0.0
    for share in shares.dropLast() {
      below += share
      cuts.append(normal.quantile(below))
    }
    let distribution = BivariateNormal(correlation: rho)
    func corner(_ a: Int, _ b: Int) -> Double {
      if a < 0 || b < 0 { return 0 }
      return distribution.lowerTail(a < 4 ? cuts[a] : .infinity, b < 4 ? cuts[b] : .infinity)
    }
    var p = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 5)
    for a in 0..<5 {
      for b in 0..<5 { p[a][b] = corner(a, b) - corner(a - 1, b) - corner(a, b - 1) + corner(a - 1, b - 1) }
    }
    var (concordance, equal) = (0.0, 0.0)
    for a in 0..<5 {
      equal += shares[a] * shares[a]
      for b in 0..<5 {
        for c in 0..<5 {
          for d in 0..<5 {
            let sign = (a - c).signum() * (b - d).signum()
            concordance += p[a][b] * p[c][d] * Double(sign)
          }
        }
      }
    }
    var ranks: [Double] = []
    below = 0
    for share in shares {
      ranks.append(below + share / 2 - 0.5)
      below += share
    }
    var (xy, xx) = (0.0, 0.0)
    for a in 0..<5 {
      xx += shares[a] * ranks[a] * ranks[a]
      for b in 0..<5 { xy += p[a][b] * ranks[a] * ranks[b] }
    }
    return (concordance / (1 - equal), xy / xx)
  }

  struct Case: Sendable {
    var method: CorrelationMethod
    var variables: [String]
    var rho: Double
    var truth: Double
  }

  static let cases: [Case] = [0.0, 0.5, 0.8].flatMap { rho in
    let population = population(rho)
    return [
      Case(method: .pearson, variables: ["x", "y"], rho: rho, truth: rho),
      Case(method: .spearman, variables: ["rx", "ry"], rho: rho, truth: population.spearman),
      Case(method: .kendall, variables: ["rx", "ry"], rho: rho, truth: population.kendall),
      Case(method: .polychoric, variables: ["rx", "ry"], rho: rho, truth: rho),
      Case(method: .polyserial, variables: ["x", "ry"], rho: rho, truth: rho),
    ]
  }

  /// 1000 samples of 200: the interval covers 95 ± 2.5 %, the test rejects 5 ± 2 % of true hypotheses, and the mean of the
  /// estimates is the truth within 0.01.
  @Test(arguments: cases)
  func intervalsCoverAndTestsHoldTheirSize(_ c: Case) throws {
    let samples = 1000
    var (covered, rejected, sum) = (0, 0, 0.0)
    for k in 0..<samples {
      var stream = RandomStream(seed: 20_26, stream: UInt64(k))
      let fit = try CorrelationAnalysis(method: c.method).fit(Self.sample(&stream, 200, c.rho), c.variables)
      let pair = fit.pairs[0]
      covered += pair.low! <= c.truth && c.truth <= pair.high! ? 1 : 0
      rejected += pair.pValue! < 0.05 ? 1 : 0
      sum += pair.correlation
    }
    let coverage = Double(covered) / Double(samples)
    #expect(abs(coverage - 0.95) < 0.025, "\(c.method) \(c.rho): covered \(coverage)")
    #expect(abs(sum / Double(samples) - c.truth) < 0.01, "\(c.method) \(c.rho): mean \(sum / Double(samples))")
    if c.rho == 0 { #expect(abs(Double(rejected) / Double(samples) - 0.05) < 0.02, "\(c.method): \(rejected)") }
  }
}
