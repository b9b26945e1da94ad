import Factors
import Measures
import Survey

/// Scores of factors or constructs as they grow: a row per row of the data, in their order; empty where a respondent has none.
struct FactorScoreTable {
  private var columns: [[Double]] = []
  /// What the columns are called; F1, F2, … beyond them.
  var names: [String] = []
  private var groups: [String?]
  private var labels: [String: String] = [:]
  private let isGrouped: Bool

  init(rows: Int, isGrouped: Bool) {
    groups = [String?](repeating: nil, count: rows)
    self.isGrouped = isGrouped
  }

  /// Adds the scores of a frame's rows.
  mutating func add(_ fit: FactorExploration.Fit, _ frame: ModelFrame, group: String?, label: String? = nil) {
    guard let means = fit.means else { return }
    let scores = fit.scores.scores(
      of: frame.values, rowCount: frame.rowCount, means: means, deviations: fit.deviations)
    add(scores, frame, group: group, label: label)
  }

  /// Adds columns of scores of a frame's rows.
  mutating func add(_ scores: [[Double]], _ frame: ModelFrame, group: String?, label: String? = nil) {
    if let group, let label { labels[group] = label }
    while columns.count < scores.count { columns.append([Double](repeating: .nan, count: groups.count)) }
    for i in 0..<frame.rowCount {
      let row = (frame.rowNumbers.isEmpty ? i + 1 : Int(frame.rowNumbers[i])) - 1
      reach(row)
      for (j, column) in scores.enumerated() { columns[j][row] = column[i] }
      groups[row] = group
    }
  }

  /// Makes room up to a row.
  private mutating func reach(_ row: Int) {
    let missing = row + 1 - groups.count
    guard missing > 0 else { return }
    groups += [String?](repeating: nil, count: missing)
    for j in columns.indices { columns[j] += [Double](repeating: .nan, count: missing) }
  }

  var dataset: Dataset {
    let rows = groups.count
    var variables = [Variable(name: "row", values: .double((0..<rows).map { Double($0 + 1) }))]
    if isGrouped {
      let names = Set(groups.compactMap { $0 }).sorted()
      let code = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
      var group = Variable(
        name: "group", values: .text(codes: groups.map { $0.flatMap { code[$0] } ?? -1 }, categories: names))
      group.details.valueLabels = names.compactMap { name in labels[name].map { .init(.text(name), $0) } }
      variables.append(group)
    }
    for (j, column) in columns.enumerated() {
      variables.append(Variable(name: j < names.count ? names[j] : "F\(j + 1)", values: .double(column)))
    }
    return Dataset(variables: variables, rowCount: rows)
  }
}
