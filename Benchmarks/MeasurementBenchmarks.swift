import Factors
import Measures
import Resampling

/// Correlations and factor analyses of `RatingsSample` inside a process.
enum MeasurementBenchmarks {
  /// Prints a line per piece of work: its name and the least seconds.
  static func run(jobs: Int) throws {
    let frame = try RatingsSample.frame()
    let weights = [Double](repeating: 1, count: frame.rowCount)
    let engine = try CorrelationEngine(frame, columns: Array(frame.columns.indices), method: .polychoric)
    report("polychoric", runs: 20) { _ = engine.correlations(weights) }

    let input = try CorrelationInput(Moments(frame))
    for (name, starts) in [("factors", 10), ("factors-one-start", 1)] {
      let analysis = FactorAnalysis(factors: 5, starts: starts)
      try report(name, runs: 200) { _ = try analysis.fit(to: input) }
    }
    report("parallel", runs: 3) { _ = ParallelAnalysis(input, replicates: 1000, seed: 1, jobs: jobs) }
    let fit = try FactorAnalysis(factors: 5).fit(to: input)
    report("bootstrap", runs: 2) {
      _ = FactorBootstrap(fit, frame: frame, BootstrapSpecification(replicates: 1000), jobs: jobs)
    }
  }

  private static func report(_ name: String, runs: Int, _ work: () throws -> Void) rethrows {
    print("\(name)\t\(try Benchmarks.least(runs: runs, work))")
  }
}
