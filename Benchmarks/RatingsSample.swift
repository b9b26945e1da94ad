import Measures
import Probability
import Survey

/// 2436 respondents' answers to 25 items on five points: five factors correlated at .3 with five items each, cut at −1.5,
/// −0.5, 0.5 and 1.5.
enum RatingsSample {
  static let respondents = 2436
  static let items = 25

  static func survey() -> Dataset {
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
    return Dataset(
      variables: columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) },
      rowCount: respondents)
  }

  static func frame() throws -> ModelFrame {
    let data = survey()
    let players = data.names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: players), ratings: false)
  }

  /// Prints the survey as comma-separated values.
  static func write() {
    let data = survey()
    let columns = data.variables.map(\.doubles)
    print(data.names.joined(separator: ","))
    for row in 0..<respondents { print(columns.map { String(Int($0[row])) }.joined(separator: ",")) }
  }
}
