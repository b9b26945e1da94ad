import Datasets
import Measures
import ModelSyntax
import Probability
import Resampling
import Structural
import Survey
import SurveyFiles

/// Models of constructs and paths inside a process.
enum StructuralBenchmarks {
  private static let respondents = 2000
  private static let items = 30
  private static let factors = 6

  /// 2000 respondents' answers to 30 items on five points, five of each of six factors that correlate.
  static func survey() -> Dataset {
    var stream = RandomStream(seed: 17, stream: 0)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: respondents), count: items)
    for row in 0..<respondents {
      let common = stream.normal()
      let own = (0..<factors).map { _ in 0.6 * common + 0.8 * stream.normal() }
      for item in 0..<items {
        let answer = 3.2 + 1.1 * (0.7 * own[item / 5] + 0.71 * stream.normal())
        columns[item][row] = max(1, min(5, answer.rounded()))
      }
    }
    return Dataset(
      variables: columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) },
      rowCount: respondents)
  }

  /// Prints the survey as comma-separated values.
  static func write() {
    let data = survey()
    let columns = data.variables.map(\.doubles)
    print(data.names.joined(separator: ","))
    for row in 0..<respondents { print(columns.map { String(Int($0[row])) }.joined(separator: ",")) }
  }

  private static let six = (0..<factors).map { factor in
    "f\(factor + 1) =~ " + (1...5).map { "x\(5 * factor + $0)" }.joined(separator: " + ")
  }.joined(separator: "\n")
  private static let abilities = "visual =~ x1 + x2 + x3; textual =~ x4 + x5 + x6; speed =~ x7 + x8 + x9"
  /// What constructs of the same tests carry; its indirect effect is resampled.
  private static let mediation = abilities + "; textual ~ a*visual; speed ~ b*textual + visual; carried := a*b"
  private static let one = "f =~ " + (1...15).map { "x\($0)" }.joined(separator: " + ")

  /// Prints a line per piece of work: its name and the least seconds.
  static func run(jobs: Int) throws {
    let tests = try frame(holzinger(), (1...9).map { "x\($0)" })
    try report("cfa-abilities", runs: 200) { _ = try fit(abilities, tests) }
    let survey = survey()
    let answers = try frame(survey, survey.names)
    try report("cfa-six", runs: 50) { _ = try fit(six, answers) }
    var resampled = StructuralModel(try ModelSyntax(mediation))
    resampled.bootstrap = BootstrapSpecification(replicates: 1000)
    try report("bootstrap", runs: 3) { _ = try resampled.fit(to: [Moments(tests)], frames: [tests], jobs: jobs) }
    let gaps = MissingBenchmarks.survey()
    let incomplete = try frame(gaps, gaps.names, missing: .em)
    try report("fiml", runs: 3) { _ = try StructuralModel(try ModelSyntax(one)).fit(to: [incomplete], jobs: jobs) }
    let ordered = StructuralModel(try ModelSyntax(six), estimator: .wlsmv)
    try report("wlsmv", runs: 3) { _ = try ordered.fit(to: [answers], jobs: jobs) }
  }

  /// From the rows on: their moments are part of the work, as they are of the peers'.
  private static func fit(_ text: String, _ frame: ModelFrame) throws -> StructuralModel.Fit {
    try StructuralModel(try ModelSyntax(text)).fit(to: [Moments(frame)])
  }

  private static func holzinger() throws -> Dataset {
    guard let file = BundledDatasets.named("holzinger-swineford")?.data else {
      preconditionFailure("the set comes with the program")
    }
    return try CSVReader(bytes: file.bytes, name: file.name).read(jobs: 1)
  }

  private static func frame(
    _ data: Dataset, _ names: [String], missing: MissingTreatment = .listwise
  ) throws -> ModelFrame {
    let players = names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    return try ModelFrame(
      data, roles: AnalysisRoles(outcomes: [], players: players, missing: missing), ratings: false)
  }

  private static func report(_ name: String, runs: Int, _ work: () throws -> Void) rethrows {
    print("\(name)\t\(try Benchmarks.least(runs: runs, work))")
  }
}
