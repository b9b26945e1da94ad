import Imputation
import Measures
import Probability
import Survey

/// Maximum likelihood moments and multiple imputation of answers with gaps, inside a process.
enum MissingBenchmarks {
  private static let respondents = 2000
  private static let items = 15
  /// Of each answer; it makes some eleven hundred patterns.
  private static let missing = 0.2

  /// 2000 respondents' answers to 15 items on seven points that share a factor, with gaps by chance alone.
  static func survey() -> Dataset {
    var stream = RandomStream(seed: 11, stream: 0)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: respondents), count: items)
    for row in 0..<respondents {
      let common = stream.normal()
      for item in 0..<items {
        let answer = max(1, min(7, (4.6 + 1.3 * (0.7 * common + 0.71 * stream.normal())).rounded()))
        columns[item][row] = stream.uniform() < missing ? MissingValue.double(0) : answer
      }
    }
    return Dataset(
      variables: columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) },
      rowCount: respondents)
  }

  private static let roles = AnalysisRoles(
    outcomes: [], players: (1...items).map { .init(name: "x\($0)", items: [.init(name: "x\($0)")]) }, missing: .em)

  /// Prints the survey as comma-separated values.
  static func write() {
    let data = survey()
    let columns = data.variables.map(\.doubles)
    print(data.names.joined(separator: ","))
    for row in 0..<respondents {
      print(columns.map { $0[row].isNaN ? "" : String(Int($0[row])) }.joined(separator: ","))
    }
  }

  /// Prints a line per piece of work: its name and the least seconds.
  static func run(jobs: Int) throws {
    let data = survey()
    let frame = try ModelFrame(data, roles: roles, ratings: false)
    let patterns = try MaximumLikelihoodMoments(frame).patternCount
    print("patterns\t\(patterns)")
    try report("moments", runs: 20) { _ = try MaximumLikelihoodMoments(frame) }
    let specification = MultipleImputation(sweeps: 5)
    let variables = data.names.map { AnalysisRoles.Item(name: $0) }
    for (name, threads) in [("imputation", jobs), ("imputation-one-thread", 1)] {
      try report(name, runs: 5) {
        _ = try ImputationModel(specification, data, variables: variables).draw(0..<20, jobs: threads)
      }
    }
  }

  private static func report(_ name: String, runs: Int, _ work: () throws -> Void) rethrows {
    print("\(name)\t\(try Benchmarks.least(runs: runs, work))")
  }
}
