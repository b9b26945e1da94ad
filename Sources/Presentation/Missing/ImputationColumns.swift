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

  /// A row of a distribution, with the variable that it is of.
  struct Answer {
    var of: ImputedDistribution
    var level: ImputedDistribution.Level
  }

  static let distributions = TableDeclaration<Answer>(
    "imputed_distribution", "How answers given and answers drawn are spread", verb: "impute", shown: false,
    sections: "variable", empty: EmptyTable("Nothing is missing.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.of.variable },
      labels: "its label; null without one",
      label: { $0.of.label })
    Column(
      "answer", "Answer", .text, "one answer by its name or number, or a range; of more than 11 answers ten ranges"
    ) { $0.level.name }
    Column("given", "Given", .percent(1), "share of the answers given") { $0.level.given }
    Column("drawn", "Drawn", .percent(1), "share of the answers drawn, in all imputations") { $0.level.drawn }
  }

  static let trace = TableDeclaration<ImputationTraceStep>(
    "imputation_trace", "What each sweep drew", verb: "impute", shown: false, sections: "variable",
    empty: EmptyTable("No number is missing.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name; names of categories have no mean and no rows",
      value: { $0.variable }, labels: "its label; null without one", label: { $0.label })
    Column("imputation", "Imputation", .integer, "the chain, from 1") { $0.imputation }
    Column("sweep", "Sweep", .integer, "from 1; the last one's answers are kept") { $0.sweep }
    Column("mean", "Mean", .significant(4), "of the answers drawn in the sweep") { $0.mean }
    Column("std_deviation", "SD", .significant(3), "of them") { $0.deviation }
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
