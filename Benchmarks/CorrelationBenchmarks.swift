import Measures
import Probability
import Survey

/// Polychoric correlations of 2436 respondents' answers to 25 items on five points.
enum CorrelationBenchmarks {
  static let respondents = 2436
  static let items = 25

  /// Prints seconds of the matrix alone, and of the matrix with errors, intervals and tests.
  static func run(jobs: Int) throws {
    let (survey, roles) = sample()
    let frame = try ModelFrame(survey, roles: roles)
    let engine = try CorrelationEngine(
      frame, columns: Array(frame.columns.indices), always: 0, method: .polychoric, ordinal: [], continuous: [])
    let weights = [Double](repeating: 1, count: frame.rowCount)
    print("matrix\t\(Benchmarks.least(runs: 20) { _ = engine.correlations(weights) })")
    let analysis = CorrelationAnalysis(method: .polychoric)
    print("tests\t\(try Benchmarks.least(runs: 5) { _ = try analysis.fit(to: frame, jobs: jobs) })")
  }

  /// Five factors of five items each, cut at −1.5, −0.5, 0.5 and 1.5.
  private static func sample() -> (Dataset, AnalysisRoles) {
    var stream = RandomStream(seed: 1, stream: 0)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: respondents), count: items)
    for row in 0..<respondents {
      let general = stream.normal() * 0.3.squareRoot()
      for factor in 0..<5 {
        let score = general + stream.normal() * 0.7.squareRoot()
        for item in 0..<5 {
          let loading = 0.75 - 0.08 * Double(item)
          let latent = loading * score + (1 - loading * loading).squareRoot() * stream.normal()
          columns[5 * factor + item][row] = max(1, min(5, (latent + 3).rounded()))
        }
      }
    }
    let variables = columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) }
    let players = variables.map { AnalysisRoles.Player(name: $0.name, items: [AnalysisRoles.Item(name: $0.name)]) }
    return (Dataset(variables: variables, rowCount: respondents), AnalysisRoles(outcomes: [], players: players))
  }
}
