import Insight
import Measures
import Rendering
import Studies
import Survey

/// The tables of `ipa`, made of what its columns declare.
struct MatrixTables {
  let group: GroupKey?
  let fit: ImportancePerformance.Fit

  func positions() -> Table {
    var hidden: Set<String> = []
    if Set(fit.maps.map(\.importance)).count == 1 { hidden.insert("method") }
    if Set(fit.maps.map(\.outcome.name)).count == 1 { hidden.insert("outcome") }
    hidden.formUnion(otherAxis)
    let rows = fit.maps.flatMap { map in map.positions.map { MatrixColumns.PositionRow(map, $0) } }
    if rows.allSatisfy({ $0.position.frequencies == nil }) {
      hidden.formUnion([
        "share_low", "share_high", "stated_low", "stated_high", "performance_low", "performance_high",
        "p_concentrate_here",
        "p_keep_up_the_good_work", "p_low_priority", "p_possible_overkill",
      ])
    }
    var table = MatrixColumns.positions.table(
      rows, group: group,
      caption:
        "Performance: 0 the worst, 100 the best answer. Effect: points of the outcome per ten points of performance; potential: if performance were perfect. Percentages of quadrants: how often a driver is there, once shares that differ by chance are drawn in.",
      hiding: hidden)
    for i in table.columns.indices where table.columns[i].name == "quadrant" {
      table.columns[i].words = Dictionary(uniqueKeysWithValues: Quadrant.allCases.map { ($0.rawValue, $0.said) })
    }
    return table
  }

  func crosshairs() -> Table {
    var table = MatrixColumns.crosshairs.table(fit.maps.map { ($0, fit.rule) }, group: group, hiding: otherAxis)
    for i in table.columns.indices where table.columns[i].name == "rule" {
      table.columns[i].words = [fit.rule.name: said(fit.rule.words)]
    }
    return table
  }

  /// The columns of the kind of importance that no map shows.
  private var otherAxis: Set<String> {
    let isStated = fit.maps.map { $0.importance == .stated }
    return isStated.contains(true)
      ? isStated.contains(false) ? [] : ["share", "share_low", "share_high"] : ["stated", "stated_low", "stated_high"]
  }
}
