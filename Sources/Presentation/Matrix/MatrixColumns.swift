import Insight
import Measures
import Rendering
import Resampling

/// The tables of `ipa`.
enum MatrixColumns {
  typealias PositionRow = (map: ImportancePerformance.Map, position: ImportancePerformance.Position)
  typealias CrosshairRow = (map: ImportancePerformance.Map, rule: CrosshairRule)

  static let positions = TableDeclaration<PositionRow>(
    "ipa", "Importance and performance", verb: "ipa", sections: "outcome"
  ) {
    Column.outcome { $0.map.outcome }
    Column.driver { $0.position.driver }
    Column.method { $0.map.importance.name }
    Column(
      "importance", "Importance", .decimals(4),
      "in units of the method: for lmg, last, first and pratt a part of R²; null with the method `stated`", shown: false
    ) { $0.position.derived }
    Column("share", "Share", .percent(1), "importance / the sum over drivers; null with the method `stated`") {
      $0.map.share($0.position.importance.value)
    }
    Column("share_low", "low", .percent(1), "lower end of its interval") {
      $0.map.share($0.position.importance.low)
    }
    Column("share_high", "high", .percent(1), "upper end of its interval") {
      $0.map.share($0.position.importance.high)
    }
    Column("performance", "Perf.", .decimals(1), "mean of the driver's items on 0–100 of the scale's bounds") {
      $0.position.performance.value
    }
    Column("performance_low", "low", .decimals(1), "lower end of its interval") { $0.position.performance.low }
    Column("performance_high", "high", .decimals(1), "upper end of its interval") { $0.position.performance.high }
    Column("sign", "Sign", .text, "sign of the driver's coefficient in the full model", shown: false) {
      $0.position.sign.flatMap { $0 == 0 ? nil : $0 > 0 ? "+" : "-" }
    }
    Column("stated", "Stated", .decimals(1), "mean stated importance on 0–100; null when nobody was asked") {
      $0.position.stated.value
    }
    Column("stated_low", "low", .decimals(1), "lower end of its interval") { $0.position.stated.low }
    Column("stated_high", "high", .decimals(1), "upper end of its interval") { $0.position.stated.high }
    Column("gap", "Gap", .decimals(1), "stated − performance", shown: false) { $0.position.gap }
    Column(
      "quadrant", "Quadrant", .text,
      "`concentrate_here`, `keep_up_the_good_work`, `low_priority` or `possible_overkill`; null of a driver of which more goes with less of the outcome"
    ) { $0.position.quadrant?.rawValue }
    Column(
      "p_concentrate_here", "concentrate", .percent(0),
      "how often resamples put the driver in this quadrant, their shares drawn in as for `importance.p_first`"
    ) { $0.position.frequencies?[.concentrateHere] }
    Column("p_keep_up_the_good_work", "keep up", .percent(0), "the same") {
      $0.position.frequencies?[.keepUpTheGoodWork]
    }
    Column("p_low_priority", "low priority", .percent(0), "the same") { $0.position.frequencies?[.lowPriority] }
    Column("p_possible_overkill", "overkill", .percent(0), "the same") { $0.position.frequencies?[.possibleOverkill] }
    Column("headroom", "Headroom", .decimals(1), "100 − performance", shown: false) { $0.position.headroom }
    Column(
      "effect", "Effect", .significant(3),
      "points of the outcome per ten points of performance if nothing else moves, from the coefficients"
    ) { $0.position.effect }
    Column(
      "potential", "Potential", .significant(3),
      "effect_shrunken × headroom / 10, at most what is left of the outcome's scale: points of the outcome if performance were perfect"
    ) { $0.position.potential.value }
    Column(
      "priority", "Priority", .integer,
      "rank of potential among the drivers with a positive coefficient; 1 is what to work on first"
    ) {
      $0.position.priority
    }
    Column(
      "n", "n", .integer,
      "respondents who rated: the fewest for one of the driver's items, whether they answered the rest or not; with `--missing em` and `impute` the performance itself is of all respondents; null of a matrix",
      shown: false
    ) { Cell(whole: $0.position.n) }
    Column(
      "effect_low", "low", .significant(3), "lower end of the interval of effect, from the errors of the coefficients",
      shown: false
    ) { $0.position.effectInterval?.low }
    Column("effect_high", "high", .significant(3), "upper end of the interval of effect", shown: false) {
      $0.position.effectInterval?.high
    }
    Column(
      "effect_ceiling", "Ceiling", .significant(3),
      "the same effect if the other drivers move along as they do among the respondents: cov(x, y)/var(x)", shown: false
    ) { $0.position.ceiling }
    Column(
      "effect_shrunken", "drawn in", .significant(3),
      "effect drawn in towards the other drivers' as far as its error warrants", shown: false
    ) { $0.position.shrunkenEffect }
    Column("potential_low", "low", .significant(3), "lower end of the interval of potential", shown: false) {
      $0.position.potential.low
    }
    Column("potential_high", "high", .significant(3), "upper end of the interval of potential", shown: false) {
      $0.position.potential.high
    }
    Column(
      "potential_together", "together", .significant(3),
      "its part when all drivers are perfect at once and the outcome stays on its scale: potentials do not add",
      shown: false
    ) { $0.position.potentialTogether }
    Column(
      "priority_low", "best", .integer, "best priority that the data leave open, for all drivers at once", shown: false
    ) { $0.position.priorityLow }
    Column("priority_high", "worst", .integer, "worst priority that the data leave open", shown: false) {
      $0.position.priorityHigh
    }
    Column(
      "p_best", "best in", .percent(0),
      "how often the driver has the largest potential, in draws of the effects that the data leave open", shown: false
    ) { $0.position.frequencyOfBest }
    Column(
      "may_be_best", "may be best", .text, "whether the data leave open that its potential is the largest", shown: false
    ) { $0.position.mayBeBest }
    Column(
      "expected_regret", "regret", .significant(3),
      "of priority 1: points of the outcome that working on it forgoes against the best driver, on average over what the data leave open",
      shown: false
    ) { $0.position.priority == 1 ? $0.map.expectedRegret : nil }
  }

  static let crosshairs = TableDeclaration<CrosshairRow>(
    "crosshair", "Crosshair", verb: "ipa"
  ) {
    Column.outcome { $0.map.outcome }
    Column(
      "share", "Share", .percent(1), "where the horizontal line stands, as `ipa.share`; null with the method `stated`"
    ) { $0.map.share($0.map.crosshair.importance) }
    Column(
      "stated", "Stated", .decimals(1), "where it stands with the method `stated`, as `ipa.stated`; null with others"
    ) { $0.map.importance == .stated ? $0.map.crosshair.importance : nil }
    Column("performance", "Performance", .decimals(1), "where the vertical line stands") {
      $0.map.crosshair.performance
    }
    Column("rule", "Rule", .text, "`mean`, `median`, `scale` or `given`") { $0.rule.name }
  }
}

extension ImportancePerformance.Map {
  /// A number of the vertical axis where that shows shares.
  fileprivate func share(_ value: Double?) -> Double? { importance == .stated ? nil : value }
}
