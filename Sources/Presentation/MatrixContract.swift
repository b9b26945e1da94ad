import Rendering

/// The tables of `ipa`.
extension TableContract {
  package static let ipa = TableContract(
    "ipa", "Importance and performance", verb: "ipa",
    [
      outcome, driver, method,
      Column(
        "importance", "Importance", .percent(1),
        "share of the method's sum, 0–1; with the method `stated` the mean stated importance on 0–100"),
      Column("importance_low", "low", .percent(1), "lower end of its interval"),
      Column("importance_high", "high", .percent(1), "upper end of its interval"),
      Column("performance", "Perf.", .decimals(1), "mean of the driver's items on 0–100 of the scale's bounds"),
      Column("performance_low", "low", .decimals(1), "lower end of its interval"),
      Column("performance_high", "high", .decimals(1), "upper end of its interval"),
      Column("sign", "Sign", .text, "sign of the driver's coefficient in the full model", shown: false),
      Column(
        "stated", "Stated", .decimals(1), "mean stated importance on 0–100; null when nobody was asked", shown: false),
      Column("gap", "Gap", .decimals(1), "stated − performance", shown: false),
      Column(
        "quadrant", "Quadrant", .text,
        "`concentrate_here`, `keep_up_the_good_work`, `low_priority` or `possible_overkill`"),
      Column(
        "p_concentrate_here", "concentrate", .percent(0), "frequency of resamples that put the driver in this quadrant"),
      Column("p_keep_up_the_good_work", "keep up", .percent(0), "the same"),
      Column("p_low_priority", "low priority", .percent(0), "the same"),
      Column("p_possible_overkill", "overkill", .percent(0), "the same"),
      Column("headroom", "Headroom", .decimals(1), "100 − performance", shown: false),
      Column(
        "effect", "Effect", .significant(3),
        "points of the outcome per ten points of performance, from the coefficients"),
      Column(
        "potential", "Potential", .significant(3),
        "effect × headroom / 10: points of the outcome if performance were perfect"),
      Column("priority", "Priority", .integer, "rank of potential among the drivers with a positive coefficient"),
      Column(
        "n", "n", .integer,
        "respondents whom the performance is of: the fewest who rated one of the driver's items, whether they answered the rest or not; null of a matrix",
        shown: false),
      outcomeLabel, driverLabel,
    ])

  package static let crosshair = TableContract(
    "crosshair", "Crosshair", verb: "ipa",
    [
      outcome,
      Column(
        "importance", "Importance", .percent(1), "where the horizontal line stands, in the units of `ipa.importance`"),
      Column("performance", "Performance", .decimals(1), "where the vertical line stands"),
      Column("rule", "Rule", .text, "`mean`, `median`, `scale` or `given`"),
      outcomeLabel,
    ])
}
