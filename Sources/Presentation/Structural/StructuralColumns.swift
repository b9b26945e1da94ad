import Rendering
import Structural
import Studies
import Survey

/// The tables of `sem`.
enum StructuralColumns {
  /// A number of the fit, with what its variables are called.
  typealias Labelled<Row: Sendable> = (row: Row, labels: [String: String])
  typealias ParameterRow = Labelled<StructuralModel.Parameter>
  typealias EffectRow = Labelled<StructuralEffect>
  typealias ModificationRow = Labelled<StructuralModel.Modification>
  typealias ResidualRow = Labelled<StructuralModel.Residual>
  typealias VariableRow = Labelled<StructuralModel.VariableValue>

  private static let leftMeaning = "the variable, construct or defined parameter on the left"
  private static let signMeaning =
    "`=~` measured by, `<~` formed by, `~` regressed on, `~~` covaries with, `~1` intercept, `:=` defined as"

  static let parameters = TableDeclaration<ParameterRow>("parameters", "Parameters", verb: "sem", shown: false) {
    Column(
      names: "lhs", "Left", leftMeaning, value: { $0.row.left }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.left] })
    Column("op", "Sign", .text, signMeaning) { $0.row.sign }
    Column(
      names: "rhs", "Right", "the one on the right, or the formula; empty of intercepts", value: { $0.row.right },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.right] })
    Column("label", "Label", .text, "the parameter's label in the model; null without one", shown: false) {
      $0.row.label
    }
    Column("free", "Free", .text, "whether it is estimated; false of what is fixed or defined", shown: false) {
      $0.row.isFree
    }
    Column("estimate", "b", .decimals(3), "in the units of the variables") { $0.row.estimate }
    Column(
      "std_error", "s.e.", .decimals(3),
      "its standard error; null of what is fixed, and where there is none (unknown n)"
    ) { $0.row.standardError }
    Column("statistic", "z", .decimals(2), "estimate / std_error", shown: false) { $0.row.statistic }
    Column(
      "df", "df", .decimals(1),
      "degrees of freedom of t, where clusters, strata or replicate weights leave few; null: statistic is z",
      shown: false
    ) { $0.row.degrees }
    Column("p_value", "p", .pValue, "two-sided p-value of z, or of t with df") { $0.row.pValue }
    Column("conf_low", "low", .decimals(3), "lower end of its confidence interval") { $0.row.low }
    Column("conf_high", "high", .decimals(3), "upper end of its confidence interval") { $0.row.high }
    Column("std_lv", "b, lv", .decimals(3), "with constructs of variance 1", shown: false) {
      $0.row.standardizedLatent
    }
    Column("std_all", "β", .proportion(3), "with all variables of variance 1") { $0.row.standardized }
    Column(
      "fmi", "FMI", .decimals(2), "fraction of missing information; null but with `--missing impute`", shown: false
    ) { $0.row.missingInformation }
    Column("std_lv_error", "s.e.", .decimals(3), "standard error of std_lv (delta method)", shown: false) {
      $0.row.standardizedLatentError
    }
    Column("std_all_error", "s.e.", .proportion(3), "standard error of std_all (delta method)", shown: false) {
      $0.row.standardizedError
    }
  }

  static let effects = TableDeclaration<EffectRow>(
    "effects", "Direct and indirect effects", verb: "sem", shown: false,
    empty: EmptyTable("The model has no paths.")
  ) {
    Column(
      names: "from", "From", "the cause", value: { $0.row.from }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.from] })
    Column(
      names: "to", "To", "what it acts on", value: { $0.row.to }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.to] })
    Column(
      names: "through", "Through",
      "the variables in between, in their order, of one way; null of all ways together",
      value: { row in row.row.through.map { $0.joined(separator: " → ") } },
      labels: "what they are called; null without a label",
      label: { row in
        row.row.through.flatMap { names in
          names.contains { row.labels[$0] != nil }
            ? names.map { row.labels[$0] ?? $0 }.joined(separator: " → ") : nil
        }
      })
    Column("direct", "Direct", .decimals(3), "the path between them; null of one way through others") {
      $0.row.direct?.estimate
    }
    Column("direct_std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.direct?.standardError
    }
    Column("direct_low", "low", .decimals(3), "lower end of its interval", shown: false) { $0.row.direct?.low }
    Column("direct_high", "high", .decimals(3), "upper end of its interval", shown: false) { $0.row.direct?.high }
    Column("indirect", "Indirect", .decimals(3), "through others: the product along the way, or the sum of all ways") {
      $0.row.indirect.estimate
    }
    Column(
      "indirect_std_error", "s.e.", .decimals(3), "its standard error: resampled with `--bootstrap`, else delta method",
      shown: false
    ) { $0.row.indirect.standardError }
    Column(
      "indirect_low", "low", .decimals(3),
      "lower end of its interval, by `--inference`: delta method, resamples (`--bootstrap`) or draws"
    ) {
      $0.row.indirect.low
    }
    Column("indirect_high", "high", .decimals(3), "upper end of its interval") { $0.row.indirect.high }
    Column("total", "Total", .decimals(3), "direct and indirect together; null of one way") {
      $0.row.total?.estimate
    }
    Column("total_std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.total?.standardError
    }
    Column("total_low", "low", .decimals(3), "lower end of its interval", shown: false) { $0.row.total?.low }
    Column("total_high", "high", .decimals(3), "upper end of its interval", shown: false) { $0.row.total?.high }
    Column(
      "std_all", "β", .proportion(3), "the total effect, or that of the one way, with all variables of variance 1"
    ) { $0.row.standardized }
  }

  static let modification = TableDeclaration<ModificationRow>(
    "modification", "What would fit better", verb: "sem", shown: false,
    empty: EmptyTable(
      "Nothing is left to set free, χ² does not hold here, or answers are ordered (--estimator wlsmv) or imputed (--missing impute), of which modifications are not told."
    )
  ) {
    Column(
      names: "lhs", "Left", leftMeaning, value: { $0.row.left }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.left] })
    Column("op", "Sign", .text, signMeaning) { $0.row.sign }
    Column(
      names: "rhs", "Right", "the one on the right; empty of intercepts", value: { $0.row.right },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.right] })
    Column("index", "Index", .decimals(2), "by how much χ² would fall if it were free (score test)") { $0.row.index }
    Column("p_value", "p", .pValue, "its p-value; of the largest of many it is too small") { $0.row.pValue }
    Column("expected_change", "Change", .decimals(3), "the value that it would move by") { $0.row.expectedChange }
    Column("std_change", "β", .proportion(3), "the same with all variables of variance 1") {
      $0.row.standardizedChange
    }
  }

  static let residuals = TableDeclaration<ResidualRow>(
    "residuals", "What the model leaves", verb: "sem", shown: false
  ) {
    Column(
      names: "a", "Variable", "a variable", value: { $0.row.a }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.a] })
    Column(
      names: "b", "With", "another, or the same", value: { $0.row.b },
      labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.b] })
    Column("sample", "Sample", .decimals(3), "their covariance in the data") { $0.row.sample }
    Column("implied", "Model", .decimals(3), "their covariance in the model") { $0.row.implied }
    Column("residual", "Residual", .decimals(3), "sample − implied") { $0.row.residual }
    Column("correlation", "r", .proportion(3), "the residual over both standard deviations of the data") {
      $0.row.correlation
    }
  }

  static let rSquared = TableDeclaration<VariableRow>("r_squared", "Variance explained", verb: "sem", shown: false) {
    Column(
      names: "variable", "Variable", "a variable or construct that something points at", value: { $0.row.variable },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.variable] })
    Column("r_squared", "R²", .proportion(3), "the share of its variance that the model explains") { $0.row.value }
  }
}
