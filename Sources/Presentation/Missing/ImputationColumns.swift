import Imputation
import Insight
import Measures
import Rendering
import Survey

/// The tables of imputed answers.
enum ImputationColumns {
  static let variables = TableDeclaration<ImputedAnswers.Summary>(
    "imputation", "Answers drawn, beside those given", verb: "impute", empty: EmptyTable("Nothing is missing.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.variable },
      labels: "its label; null without one", label: { $0.label })
    Column(
      "method", "Method", .text,
      "how its answers are drawn: `pmm`, `normal`, `logit`, `ordinal` or `categories`; see `mainspring explain imputation`"
    ) { $0.method.rawValue }
    Column("n", "n", .integer, "respondents with an answer") { $0.n }
    Column("missing", "missing", .integer, "respondents without one") { $0.missing }
    Column("mean", "Mean", .significant(4), "of the answers given; null for names of categories") { $0.observedMean }
    Column("std_deviation", "SD", .significant(3), "of them") { $0.observedDeviation }
    Column("imputed_mean", "Mean drawn", .significant(4), "of the answers drawn, in all imputations") {
      $0.imputedMean
    }
    Column("imputed_std_deviation", "SD drawn", .significant(3), "of them") { $0.imputedDeviation }
    Column(
      "fmi", "FMI", .decimals(2), "fraction of missing information about the variable's mean (Rubin's rules)"
    ) { $0.missingInformation }
    Column(
      "convergence", "R\u{302}", .decimals(2),
      "how far the chains lie apart beside how they move; near 1 when they have met (Gelman & Rubin 1992)"
    ) { $0.convergence }
  }

  static let quantities = TableDeclaration<PooledQuantity>(
    "missing_information", "What missing answers cost", verb: "drivers", shown: false, sections: "outcome",
    empty: EmptyTable("It is made with --missing impute.")
  ) {
    Column("outcome", "Outcome", .text, "the outcome's name; null for performance; only with `--missing impute`") {
      $0.outcome
    }
    Column("quantity", "Quantity", .text, "`coefficient`, `share` (of the first method) or `performance`") {
      $0.kind.rawValue
    }
    Column("term", "Term", .text, "a term of the regression, or a driver") { $0.term }
    Column("estimate", "Estimate", .significant(4), "mean over the completed data") { $0.pooled.estimate }
    Column("std_error", "SE", .significant(3), "√(within + (1 + 1/m) between): Rubin's rules") {
      $0.pooled.standardError
    }
    Column(
      "within", "Within", .significant(3),
      "mean variance within completed data: of coefficients by their errors, else by resamples"
    ) { $0.pooled.within }
    Column("between", "Between", .significant(3), "variance of the estimates between completed data") {
      $0.pooled.between
    }
    Column("df", "df", .decimals(1), "degrees of freedom of Barnard and Rubin; null when infinite") {
      $0.pooled.degrees.isFinite ? $0.pooled.degrees : nil
    }
    Column("fmi", "FMI", .decimals(2), "fraction of missing information") { $0.pooled.missingInformation }
  }
}
