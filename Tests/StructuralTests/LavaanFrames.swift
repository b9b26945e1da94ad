import Measures
import Survey

extension LavaanData {
  /// Columns as a frame.
  static func frame(_ names: [String], _ columns: [[Double]]) throws -> ModelFrame {
    let data = Dataset(
      variables: zip(names, columns).map { Variable(name: $0, values: .double($1)) }, rowCount: columns[0].count)
    let players = names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: players), ratings: false)
  }
}
