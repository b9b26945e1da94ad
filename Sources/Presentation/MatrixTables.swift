import Insight
import Measures
import Rendering

/// The tables of `ipa`.
struct MatrixTables {
  let group: (by: String, value: String)?
  let fit: ImportancePerformance.Fit

  private var key: [Cell] { group.map { [.text($0.by), .text($0.value)] } ?? [] }

  func positions() -> Table {
    var hidden: Set<String> = []
    if Set(fit.maps.map(\.importance)).count == 1 { hidden.insert("method") }
    if Set(fit.maps.map(\.outcome.name)).count == 1 { hidden.insert("outcome") }
    let positions = fit.maps.flatMap(\.positions)
    if positions.allSatisfy({ $0.frequencies == nil }) {
      hidden.formUnion([
        "importance_low", "importance_high", "performance_low", "performance_high", "p_concentrate_here",
        "p_keep_up_the_good_work", "p_low_priority", "p_possible_overkill",
      ])
    }
    var table = TableContract.ipa.table(
      by: group != nil,
      caption:
        "Performance: 0 the worst, 100 the best answer. Effect: points of the outcome per ten points of performance; potential: if performance were perfect. Percentages of quadrants: frequency of resamples.",
      hiding: hidden)
    for i in table.columns.indices where table.columns[i].name == "quadrant" {
      table.columns[i].words = Dictionary(uniqueKeysWithValues: Quadrant.allCases.map { ($0.rawValue, $0.title) })
    }
    if fit.maps.contains(where: { $0.importance == .stated }) {
      for i in table.columns.indices where table.columns[i].name.hasPrefix("importance") {
        table.columns[i].style = .decimals(fit.maps.allSatisfy { $0.importance == .stated } ? 1 : 3)
      }
    }
    for map in fit.maps {
      for position in map.positions {
        table.append(
          key + [
            .text(map.outcome.name), .text(position.driver.name), .text(map.importance.name),
            Cell(position.importance.value), Cell(position.importance.low), Cell(position.importance.high),
            Cell(position.performance.value), Cell(position.performance.low), Cell(position.performance.high),
            DriverTables.sign(position.sign), Cell(position.stated), Cell(position.gap),
            Cell(position.quadrant?.rawValue), Cell(position.frequencies?[.concentrateHere]),
            Cell(position.frequencies?[.keepUpTheGoodWork]), Cell(position.frequencies?[.lowPriority]),
            Cell(position.frequencies?[.possibleOverkill]), Cell(position.headroom), Cell(position.effect),
            Cell(position.potential), Cell(position.priority), Cell(whole: position.n), Cell(map.outcome.label),
            Cell(position.driver.label),
          ])
      }
    }
    return table
  }

  func crosshairs() -> Table {
    var table = TableContract.crosshair.table(by: group != nil)
    for map in fit.maps {
      table.append(
        key + [
          .text(map.outcome.name), .number(map.crosshair.importance), .number(map.crosshair.performance),
          .text(fit.rule.name), Cell(map.outcome.label),
        ])
    }
    if fit.maps.contains(where: { $0.importance == .stated }) {
      for i in table.columns.indices where table.columns[i].name == "importance" {
        table.columns[i].style = .decimals(fit.maps.allSatisfy { $0.importance == .stated } ? 1 : 3)
      }
    }
    return table
  }
}
