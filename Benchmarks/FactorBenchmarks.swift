import Factors
import LinearAlgebra
import Measures
import Probability
import Resampling

/// Factor analysis of 2436 respondents to 25 items, five factors correlated at .3 with five items each.
enum FactorBenchmarks {
  static let respondents = 2436

  static func run(jobs: Int) throws {
    let input = try sample()
    for starts in [1, 10] {
      let analysis = FactorAnalysis(factors: 5, starts: starts)
      try report("efa 25 × 5, minres and oblimin, \(starts) start\(starts == 1 ? "" : "s")", runs: 200) {
        _ = try analysis.fit(to: input)
      }
    }
    let analysis = FactorAnalysis(factors: 5, extraction: .maximumLikelihood, rotation: Rotation(.none))
    try report("efa 25 × 5, ml with standard errors", runs: 20) { _ = try analysis.fit(to: input) }
    report("parallel analysis, 1000 samples of 2436 × 25", runs: 3) {
      _ = ParallelAnalysis(input, replicates: 1000, seed: 1, jobs: jobs)
    }
    let fit = try FactorAnalysis(factors: 5).fit(to: input)
    report("efa bootstrap, 1000 replicates of moments", runs: 2) {
      _ = FactorBootstrap(fit, BootstrapSpecification(replicates: 1000), jobs: jobs)
    }
  }

  private static func report(_ name: String, runs: Int, _ work: () throws -> Void) rethrows {
    var least = Double.infinity
    for _ in 0..<runs {
      let start = Benchmarks.now()
      try work()
      least = min(least, Benchmarks.now() - start)
    }
    print("\(name)\t\(least)")
  }

  private static func sample() throws -> CorrelationInput {
    let p = 25
    var stream = RandomStream(seed: 1, stream: 0)
    var sums = SymmetricMatrix(order: p)
    var means = [Double](repeating: 0, count: p)
    var row = means
    for _ in 0..<respondents {
      let common = stream.normal() * 0.3.squareRoot()
      for factor in 0..<5 {
        let score = common + stream.normal() * 0.7.squareRoot()
        for item in 0..<5 {
          let loading = 0.75 - 0.08 * Double(item)
          row[5 * factor + item] = loading * score + (1 - loading * loading).squareRoot() * stream.normal()
        }
      }
      for i in 0..<p {
        means[i] += row[i] / Double(respondents)
        for j in 0...i { sums[i, j] += row[i] * row[j] }
      }
    }
    for i in 0..<p { for j in 0...i { sums[i, j] -= Double(respondents) * means[i] * means[j] } }
    let n = Double(respondents)
    return try CorrelationInput(
      Moments(
        names: (1...p).map { "x\($0)" }, n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: means, scatter: sums))
  }
}
