import Measures
import Rendering

/// The tables of `describe`.
enum DescribeColumns {
  /// An answer, or a reason for a missing one.
  typealias FrequencyRow = (variable: String, value: String, isMissing: Bool, n: Double, share: Double?)

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
  }
}
