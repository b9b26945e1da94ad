import Measures
import Rendering
import Survey

/// The tables of `describe`.
enum DescribeColumns {
  /// An answer, or a reason for a missing one.
  typealias FrequencyRow = (variable: String, value: String, isMissing: Bool, n: Double, share: Double?, label: String?)

  static let items = TableDeclaration<ItemDescription>(
    "items", "Items", verb: "describe"
  ) {
    Column("variable", "Variable", .text, "the column's name") { $0.variable }
    Column("label", "Label", .text, "its label, when the study gives one") { $0.label }
    Column("n", "n", .integer, "answers") { Cell(whole: $0.n) }
    Column("missing", "missing", .integer, "respondents without one") { Cell(whole: $0.missing) }
    Column("mean", "Mean", .decimals(2), "mean, weighted when there are weights; null for text") { $0.mean }
    Column("conf_low", "low", .decimals(2), "lower end of its confidence interval") { $0.meanLow }
    Column("conf_high", "high", .decimals(2), "upper end of its confidence interval") { $0.meanHigh }
    Column("std_deviation", "sd", .decimals(2), "standard deviation") { $0.standardDeviation }
    Column("min", "min", .significant(4), "smallest answer") { Cell(whole: $0.minimum) }
    Column("max", "max", .significant(4), "largest answer") { Cell(whole: $0.maximum) }
    Column("skewness", "skew", .decimals(2), "SPSS's (type 2)") { $0.skewness }
    Column("kurtosis", "kurt.", .decimals(2), "SPSS's (type 2), excess over the normal distribution's") { $0.kurtosis }
    Column("top_box", "top box", .percent(0), "share of answers at the best point of the declared scale") { $0.topBox }
    Column("floor", "floor", .percent(0), "share of answers at the lowest number of the scale", shown: false) {
      $0.floor
    }
    Column("ceiling", "ceiling", .percent(0), "share of answers at its highest number", shown: false) { $0.ceiling }
    Column("scale_low", "from", .significant(4), "lowest number of the declared scale", shown: false) { $0.scale?.low }
    Column("scale_high", "to", .significant(4), "its highest number", shown: false) { $0.scale?.high }
    Column("level", "Level", .text, "`nominal`, `ordinal` or `scale`, where the file says so", shown: false) {
      $0.level?.rawValue
    }
  }

  /// A quantile with the variable that it is of.
  typealias QuantileRow = (variable: String, label: String?, n: Double, quantile: QuantileEstimate)

  static let quantiles = TableDeclaration<QuantileRow>(
    "quantiles", "Quartiles", verb: "describe", shown: false, empty: EmptyTable("No variable has numbers.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.variable }, labels: "its label; null without one",
      label: { $0.label })
    Column("probability", "Share", .decimals(2), "0.25, 0.5 (the median) or 0.75") { $0.quantile.probability }
    Column(
      "estimate", "Answer", .significant(4),
      "the least answer that at least this share of the respondents gave or went below, weighted"
    ) { Cell(whole: $0.quantile.estimate) }
    Column(
      "conf_low", "low", .significant(4),
      "lower end of its confidence interval, from the errors of shares (Francisco & Fuller 1991) under weights and design"
    ) { Cell(whole: $0.quantile.low) }
    Column("conf_high", "high", .significant(4), "upper end of it") { Cell(whole: $0.quantile.high) }
    Column("n", "n", .integer, "answers") { Cell(whole: $0.n) }
  }

  static let shares = TableDeclaration<ShareEstimate>(
    "shares", "Scores and shares of outcomes", verb: "describe",
    empty: EmptyTable("No outcome stands on a declared scale, and no question asks for a recommendation from 0 to 10.")
  ) {
    Column("variable", "Variable", .text, "the outcome's column") { $0.variable }
    Column(
      "measure", "Measure", .text,
      "`nps` (share of 9–10 less share of 0–6), `ces` (share at the best three of seven points), `top_box`, `top_two_box`, `bottom_box`"
    ) { $0.measure.rawValue }
    Column(
      "estimate", "Estimate", .decimals(1), "per cent of the answers; of a net promoter score points from −100 to 100"
    ) { $0.estimate }
    Column("conf_low", "low", .decimals(1), "lower end of its confidence interval, in the same unit") { $0.low }
    Column("conf_high", "high", .decimals(1), "upper end of it") { $0.high }
    Column("n", "n", .integer, "answers") { Cell(whole: $0.n) }
    Column("promoters", "9–10", .percent(0), "weighted share of promoters, of a net promoter score") { $0.promoters }
    Column("passives", "7–8", .percent(0), "weighted share of passives") { $0.passives }
    Column("detractors", "0–6", .percent(0), "weighted share of detractors") { $0.detractors }
  }

  static let shareDifferences = TableDeclaration<ShareDifference>(
    "share_differences", "Scores and shares compared between groups", verb: "describe", isOfGroups: true,
    empty: EmptyTable("Only groups have differences, of outcomes on a declared scale.")
  ) {
    Column("variable", "Variable", .text, "the outcome's column") { $0.variable }
    Column("measure", "Measure", .text, "as in `shares`") { $0.measure.rawValue }
    Column(
      names: "group", "Group", "the value of the grouping column", value: { $0.group },
      labels: "its value label; null without one", label: { $0.groupLabel })
    Column(
      names: "versus", "Versus", "the value it is compared with", value: { $0.versus },
      labels: "its value label; null without one", label: { $0.versusLabel })
    Column("difference", "Difference", .decimals(1), "the group's estimate less the other's, in points") {
      $0.difference
    }
    Column("conf_low", "low", .decimals(1), "lower end of the difference's confidence interval") { $0.low }
    Column("conf_high", "high", .decimals(1), "upper end of it") { $0.high }
    Column("statistic", "z", .decimals(2), "of the test of no difference; with weights or a design a t") {
      $0.statistic
    }
    Column("p_value", "p", .pValue, "of that test") { $0.pValue }
    Column("p_adjusted", "adj. p", .pValue, "adjusted by Holm for the pairs of groups of this measure") { $0.adjusted }
  }

  static let groupTests = TableDeclaration<GroupTest>(
    "group_tests", "Do the groups differ?", verb: "describe", isOfGroups: true,
    empty: EmptyTable("Only groups can differ, in what has at least two answers.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.variable },
      labels: "its label; null without one", label: { $0.label })
    Column(
      "test", "Test", .text,
      "`distribution`: how often each answer was given (Rao and Scott's χ² as an F); `mean`: the means (Wald's F)"
    ) { $0.kind.rawValue }
    Column("n", "n", .integer, "respondents compared (with frequency weights their sum)") { Cell(whole: $0.n) }
    Column("f_statistic", "F", .decimals(2), "by weights, strata and clusters; of a simple sample by its respondents") {
      $0.statistic
    }
    Column("df_model", "df", .decimals(1), "its degrees of freedom, not whole under a design") { $0.modelDegrees }
    Column("df_residual", "df within", .decimals(0), "those of the denominator") { $0.residualDegrees }
    Column("p_value", "p", .pValue, "small: not all groups are alike") { $0.pValue }
    Column("p_adjusted", "adj. p", .pValue, "adjusted by Holm for the variables of this test") { $0.adjusted }
  }

  static let quality = TableDeclaration<QualityCheck>(
    "quality", "Answers to look at", verb: "describe",
    empty: EmptyTable(
      "There is no battery of four items, no column of times or respondents' numbers, and too few columns to compare rows."
    )
  ) {
    Column(
      "check", "Look at", .text,
      "`same_answers` (every item of a battery answered alike), `fast` (less than a third of the median time), `relative_speed` (relative speed index of 2 or more: the mean over pages of median time/own time, each at most 3), `repeated_id`, `repeated_answers` (all answers equal to an earlier row's); medians and repetitions are those of all rows read, with `--by` too"
    ) { $0.kind.rawValue }
    Column("variables", "Where", .text, "the battery or construct, or the column") { $0.variables }
    Column("n", "n", .integer, "respondents it concerns, unweighted") { $0.count }
    Column("of", "of", .integer, "respondents looked at: with all items answered, a known time, a number") { $0.of }
    Column("share", "Share", .percent(1), "the first of the second") { $0.share }
    Column("rows", "First rows", .text, "numbers of the first five rows it concerns") {
      $0.rows.map(String.init).joined(separator: ", ")
    }
    Column(
      "limit", "Limit", .significant(4),
      "of `fast` the time below which a respondent counts, in the column's unit; of `relative_speed` the index from which",
      shown: false
    ) { $0.limit }
  }

  static let frequencies = TableDeclaration<FrequencyRow>(
    "frequencies", "Answers", verb: "describe", shown: false,
    empty: EmptyTable("No variable has few enough different answers to list.")
  ) {
    Column("variable", "Variable", .text, "the column's name") { $0.variable }
    Column("value", "Value", .text, "the answer; for a missing one its reason") { $0.value }
    Column("missing", "Missing", .text, "true when the value is a reason for a missing answer") { $0.isMissing }
    Column("n", "n", .integer, "respondents with it, unweighted") { Cell(whole: $0.n) }
    Column("share", "Share", .percent(1), "weighted share of the valid answers; null for missing ones") { $0.share }
    Column("label", "Label", .text, "what the answer stands for, where the study or the file says so") { $0.label }
  }
}
