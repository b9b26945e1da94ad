import Insight
import Measures
import Regression
import Rendering

/// The tables of hierarchical blocks and of what `--diagnostics` asks for.
enum DiagnosticColumns {
  typealias BlockRow = (outcome: ModelFrame.Block, regression: LinearRegression.Fit, step: HierarchicalRegression.Step)
  typealias TestRow = (outcome: ModelFrame.Block, test: RegressionDiagnostics.Test)
  typealias InfluenceRow = (outcome: ModelFrame.Block, influence: RegressionDiagnostics.Influence)
  /// One term's part in one dimension.
  typealias CollinearityRow = (
    outcome: ModelFrame.Block, regression: LinearRegression.Fit, place: Int, dimension: RegressionDiagnostics.Dimension,
    term: String, proportion: Double
  )
  typealias InflationRow = (
    outcome: ModelFrame.Block, regression: LinearRegression.Fit, inflation: RegressionDiagnostics.Inflation
  )

  static let blocks = TableDeclaration<BlockRow>(
    "blocks", "Blocks", verb: "drivers", sections: "outcome",
    empty: EmptyTable("Name blocks of drivers with --block name=a,b.", notes: [.blocksUntested])
  ) {
    Column.outcome { $0.outcome }
    Column("block", "Block", .text, "the block's name, in order of entry; only with `--block`") { $0.step.block }
    Column(
      names: "terms", "Terms", "its drivers and covariates", value: { $0.step.members.joined(separator: ", ") },
      labels: "the labels of these drivers and covariates, names where there is none; null without any",
      label: { $0.regression.labels(of: $0.step.members) })
    Column("df", "df", .integer, "columns it adds: numerator degrees of freedom of its test") {
      Cell(whole: $0.step.addedTerms)
    }
    Column("r_squared", "R²", .proportion(3), "of the model up to this block") { $0.step.rSquared }
    Column("adj_r_squared", "adj. R²", .proportion(3), "the same adjusted for the number of terms", shown: false) {
      $0.step.adjustedRSquared
    }
    Column("delta_r_squared", "ΔR²", .proportion(3), "what the block adds") { $0.step.change }
    Column(
      "f_statistic", "F", .decimals(2),
      "F of the change with the residual of the model up to this block; with robust or design errors the Wald test's F"
    ) { $0.step.fStatistic }
    Column("df_model", "df model", .integer, "columns of the model up to this block", shown: false) {
      Cell(whole: $0.step.modelDegrees)
    }
    Column("df_residual", "df res.", .integer, "denominator degrees of freedom of the test") {
      Cell(whole: $0.step.residualDegrees)
    }
    Column("p_value", "p", .pValue, "p-value of the test: does the block add anything to those before it") {
      $0.step.pValue
    }
  }

  static let tests = TableDeclaration<TestRow>(
    "diagnostics", "Tests of the model", verb: "drivers", sections: "outcome",
    empty: EmptyTable("It is made from the respondents' rows: add --diagnostics.")
  ) {
    Column.outcome { $0.outcome }
    Column(
      "test", "Test", .text,
      "`breusch_pagan` (equal error variance, studentised) or `reset` (form: powers 2 and 3 of the fitted values); only with `--diagnostics`"
    ) { $0.test.kind.rawValue }
    Column("statistic", "Statistic", .decimals(2), "χ² of breusch_pagan, F of reset") { $0.test.statistic }
    Column("df", "df", .integer, "its degrees of freedom, of F the numerator's") { Cell(whole: $0.test.df) }
    Column("df_residual", "df res.", .integer, "denominator degrees of freedom of F; null for χ²") {
      Cell(whole: $0.test.dfResidual)
    }
    Column("p_value", "p", .pValue, "small: the assumption does not hold") { $0.test.pValue }
  }

  static let influence = TableDeclaration<InfluenceRow>(
    "influence", "Influence of single rows", verb: "drivers", sections: "outcome",
    empty: EmptyTable("It is made from the respondents' rows: add --diagnostics.")
  ) {
    Column.outcome { $0.outcome }
    Column("row", "Row", .integer, "number of the row in the source; only with `--diagnostics`") { $0.influence.row }
    Column("fitted", "Fitted", .significant(4), "what the model expects") { $0.influence.fitted }
    Column("residual", "Residual", .significant(4), "outcome − fitted") { $0.influence.residual }
    Column("leverage", "Leverage", .decimals(4), "diagonal of the hat matrix") { $0.influence.leverage }
    Column(
      "standardized_residual", "Std. res.", .decimals(2), "residual / its standard error; null at leverage 1",
      shown: false
    ) { $0.influence.standardised }
    Column("studentized_residual", "Stud. res.", .decimals(2), "the same with the error variance of all other rows") {
      $0.influence.studentised
    }
    Column("cooks_distance", "Cook's D", .decimals(4), "how far the row alone moves all coefficients together") {
      $0.influence.cooksDistance
    }
  }

  static let collinearity = TableDeclaration<CollinearityRow>(
    "collinearity", "Collinearity", verb: "drivers", sections: "outcome",
    empty: EmptyTable("It is made from the respondents' rows: add --diagnostics.")
  ) {
    Column.outcome { $0.outcome }
    Column("dimension", "Dimension", .integer, "1 has the largest eigenvalue; only with `--diagnostics`") { $0.place }
    Column(
      "eigenvalue", "Eigenvalue", .significant(3),
      "of the cross products of the columns, intercept included, scaled to length 1"
    ) { $0.dimension.eigenvalue }
    Column("condition_index", "Condition", .decimals(1), "√(largest eigenvalue / eigenvalue); above 30 is harmful") {
      $0.dimension.conditionIndex
    }
    Column(
      names: "term", "Term", "`(Intercept)` or a term of the model", value: { $0.term },
      labels: DriverColumns.meaningOfTermLabel, label: { $0.regression.label(ofTerm: $0.term) })
    Column(
      "variance_proportion", "Proportion", .proportion(2),
      "the part of the coefficient's variance that the dimension makes"
    ) { $0.proportion }
  }

  static let vif = TableDeclaration<InflationRow>(
    "vif", "Variance inflation", verb: "drivers", sections: "outcome",
    empty: EmptyTable("It is made from the respondents' rows: add --diagnostics.")
  ) {
    Column.outcome { $0.outcome }
    Column(
      names: "term", "Term", "a driver or covariate, all its columns together; only with `--diagnostics`",
      value: { $0.inflation.term }, labels: DriverColumns.meaningOfTermLabel,
      label: { $0.regression.label(ofTerm: $0.inflation.term) })
    Column("gvif", "GVIF", .decimals(2), "generalised variance inflation factor; of one column the plain one") {
      $0.inflation.factor
    }
    Column("df", "df", .integer, "columns of the term") { $0.inflation.df }
    Column("gvif_scaled", "per column", .decimals(2), "gvif^(1/(2 df)): comparable between terms") {
      $0.inflation.scaled
    }
  }
}
