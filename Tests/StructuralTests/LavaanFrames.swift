import Measures
import Survey

extension LavaanData {
  /// What stands beside the model's columns: lavaan's `missing`, `sampling.weights` and `cluster`.
  struct Design {
    var isIncomplete = false
    var weights: String?
    var cluster: String?
    var strata: String?

    var extra: [String] { [weights, cluster, strata].compactMap { $0 } }
  }

  /// Columns as a frame; the design's stand behind the model's.
  static func frame(_ names: [String], _ columns: [[Double]], _ design: Design = Design()) throws -> ModelFrame {
    let data = Dataset(
      variables: zip(names + design.extra, columns).map { Variable(name: $0, values: .double($1)) },
      rowCount: columns[0].count)
    let players = names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    let roles = AnalysisRoles(
      outcomes: [], players: players, weights: design.weights.map { .init(variable: $0) },
      strata: design.strata, cluster: design.cluster,
      missing: design.isIncomplete ? .em : .listwise)
    return try ModelFrame(data, roles: roles, ratings: false)
  }
}
