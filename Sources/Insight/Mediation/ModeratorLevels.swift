import LinearAlgebra
import Measures

/// The values of a moderator at which effects are told.
struct ModeratorLevels {
  struct Level {
    /// The category, or which value it is.
    var name: String
    /// `nil` of a category.
    var value: Double?
    /// What the moderator's columns are there.
    var w: [Double]
  }

  /// Where effects of a single table are: the means of the columns.
  let mean: [Double]
  let levels: [Level]
  let isCategorical: Bool

  init(_ data: MediationData, _ moderator: MediationSystem.Moderator) {
    let columns = Array(moderator.block.columns)
    let means = data.moments.means ?? []
    mean = columns.map { means.isEmpty ? 0 : means[$0] }
    isCategorical = moderator.block.isCategorical
    if isCategorical {
      let terms = columns.map { data.columns[$0].term }
      let prefix = moderator.block.name + "="
      let names = terms.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
      levels =
        [Level(name: moderator.block.reference ?? "(reference)", value: nil, w: columns.map { _ in 0 })]
        + names.enumerated().map { k, name in
          Level(name: name, value: nil, w: columns.indices.map { $0 == k ? 1 : 0 })
        }
      return
    }
    let column = columns[0]
    let distinct = data.frame.map { Set($0.column(column)) } ?? []
    if distinct.count == 2 {
      levels = distinct.sorted().map { Level(name: "value", value: $0, w: [$0]) }
      return
    }
    let deviation = data.moments.covariance[column, column].squareRoot()
    levels = [("low", mean[0] - deviation), ("mean", mean[0]), ("high", mean[0] + deviation)].map {
      Level(name: $0.0, value: $0.1, w: [$0.1])
    }
  }
}
