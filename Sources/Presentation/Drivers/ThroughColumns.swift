import Importance
import Insight
import Measures
import Rendering
import Studies
import Survey

/// The table of importance that is split by mediators.
enum ThroughColumns {
  typealias Row = (row: DriverAnalysis.CarriedImportance, driver: String?, labels: [String: String])

  static let importance = TableDeclaration<Row>(
    "importance_through", "Importance through mediators and past them", verb: "drivers", sections: "outcome",
    empty: EmptyTable("It is made with --through.")
  ) {
    Column.outcome { ($0.row.outcome, $0.labels) }
    Column(
      names: "driver", "Driver", "the driver; null of all drivers together", value: { $0.driver },
      labels: "what it is called; null without a label",
      label: { row in row.driver.flatMap { row.labels[$0] } })
    Column.through { ($0.row.through, $0.labels) }
    Column("importance", "Importance", .decimals(4), "lmg, a part of R²", shown: false) { $0.row.importance }
    Column(
      "carried", "Carried", .decimals(4),
      "the part of lmg that goes through, in units of R²: the Shapley value of the variance that the drivers explain by what the mediators carry; below 0 where it works against what goes past",
      shown: false
    ) { $0.row.carried.value }
    Column("carried_low", "low", .decimals(4), "lower end of its interval", shown: false) { $0.row.carried.low }
    Column("carried_high", "high", .decimals(4), "upper end of its interval", shown: false) { $0.row.carried.high }
    Column(
      "direct", "Direct", .decimals(4),
      "lmg less `carried`: the part that goes past; null of one mediator among several",
      shown: false
    ) { $0.row.direct.value }
    Column("direct_low", "low", .decimals(4), "lower end of its interval", shown: false) { $0.row.direct.low }
    Column("direct_high", "high", .decimals(4), "upper end of its interval", shown: false) { $0.row.direct.high }
    Column("share", "Share", .percent(1), "lmg / the sum over drivers") { $0.row.share }
    Column("carried_share", "Through", .percent(1), "carried / the sum of lmg over drivers") {
      $0.row.carriedShare.value
    }
    Column("carried_share_low", "low", .percent(1), "lower end of its interval") { $0.row.carriedShare.low }
    Column("carried_share_high", "high", .percent(1), "upper end of its interval") { $0.row.carriedShare.high }
    Column("direct_share", "Directly", .percent(1), "direct / the sum of lmg over drivers") {
      $0.row.directShare.value
    }
    Column("direct_share_low", "low", .percent(1), "lower end of its interval") { $0.row.directShare.low }
    Column("direct_share_high", "high", .percent(1), "upper end of its interval") { $0.row.directShare.high }
    Column(
      "portion", "Carried", .percent(0), "carried / lmg of the driver: of all drivers together Σ carried / Σ lmg",
      shown: false
    ) { $0.row.portion.value }
    Column("portion_low", "low", .percent(0), "lower end of its interval", shown: false) { $0.row.portion.low }
    Column("portion_high", "high", .percent(0), "upper end of its interval", shown: false) { $0.row.portion.high }
  }
}
