import Rendering

/// The table of `correlate`.
extension TableContract {
  package static let correlations = TableContract(
    "correlations", "Correlations", verb: "correlate",
    [
      Column("a", "Variable", .text, "one variable"),
      Column("b", "With", .text, "the other"),
      Column("correlation", "r", .decimals(3), "their correlation, of the kind that `method` says"),
      Column(
        "conf_low", "low", .decimals(3),
        "lower end of its interval: of Fisher's z, or resampled; null at ±1 and where it is not known"),
      Column("conf_high", "high", .decimals(3), "upper end of its interval"),
      Column(
        "p_value", "p", .pValue,
        "two-sided p-value of no correlation, adjusted as `--adjust` says; of ranks exact for at most nine respondents without equal answers, else approximate; null at ±1 of polychoric and polyserial correlations"
      ),
      Column("n", "n", .integer, "respondents with both answers (with frequency weights their sum)"),
      Column("method", "Method", .text, "`pearson`, `spearman`, `kendall`, `partial`, `polychoric` or `polyserial`"),
      label(of: "a", "the first variable's label; null without one"),
      label(of: "b", "the other's label"),
    ])
}
