import Measures
import Rendering

/// The table of `correlate`.
enum CorrelationColumns {
  typealias PairRow = (
    a: String, b: String, labelOfA: String?, labelOfB: String?, pair: CorrelationAnalysis.Pair
  )

  static let correlations = TableDeclaration<PairRow>(
    "correlations", "Correlations", verb: "correlate"
  ) {
    Column(
      names: "a", "Variable", "one variable", value: { $0.a }, labels: "the first variable's label; null without one",
      label: { $0.labelOfA })
    Column(names: "b", "With", "the other", value: { $0.b }, labels: "the other's label", label: { $0.labelOfB })
    Column("correlation", "r", .proportion(3), "their correlation, of the kind that `method` says") {
      $0.pair.correlation
    }
    Column(
      "conf_low", "low", .proportion(3),
      "lower end of its interval, on Fisher's scale: from what each respondent does to the correlation (`--errors classical`: as if answers were normal), or resampled; null at ±1 and where it is not known"
    ) { $0.pair.low }
    Column("conf_high", "high", .proportion(3), "upper end of its interval") { $0.pair.high }
    Column(
      "p_value", "p", .pValue,
      "two-sided p-value of no correlation, adjusted as `--adjust` says; of ranks exact for at most nine respondents without equal answers, else approximate; of polychoric and polyserial correlations the score test's, null at ±1"
    ) { $0.pair.pValue }
    Column("n", "n", .integer, "respondents with both answers (with frequency weights their sum)") {
      Cell(whole: $0.pair.n)
    }
    Column("method", "Method", .text, "`pearson`, `spearman`, `kendall`, `partial`, `polychoric` or `polyserial`") {
      $0.pair.method.rawValue
    }
  }
}
