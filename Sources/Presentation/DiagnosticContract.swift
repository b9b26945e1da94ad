import Rendering

/// The tables of hierarchical blocks and of what `--diagnostics` asks for.
extension TableContract {
  package static let blocks = TableContract(
    "blocks", "Blocks", verb: "drivers",
    [
      outcome,
      Column("block", "Block", .text, "the block's name, in order of entry; only with `--block`"),
      Column("terms", "Terms", .text, "its drivers and covariates"),
      Column("df", "df", .integer, "columns it adds: numerator degrees of freedom of its test"),
      Column("r_squared", "R²", .decimals(3), "of the model up to this block"),
      Column("adj_r_squared", "adj. R²", .decimals(3), "the same adjusted for the number of terms", shown: false),
      Column("delta_r_squared", "ΔR²", .decimals(3), "what the block adds"),
      Column(
        "f_statistic", "F", .decimals(2),
        "F of the change with the residual of the model up to this block; with robust or design errors the Wald test's F"
      ),
      Column("df_model", "df model", .integer, "columns of the model up to this block", shown: false),
      Column("df_residual", "df res.", .integer, "denominator degrees of freedom of the test"),
      Column("p_value", "p", .pValue, "p-value of the test: does the block add anything to those before it"),
      outcomeLabel,
      label(of: "terms", "the labels of these drivers and covariates, names where there is none; null without any"),
    ])

  package static let diagnostics = TableContract(
    "diagnostics", "Tests of the model", verb: "drivers",
    [
      outcome,
      Column(
        "test", "Test", .text,
        "`breusch_pagan` (equal error variance, studentised) or `reset` (form: powers 2 and 3 of the fitted values); only with `--diagnostics`"
      ),
      Column("statistic", "Statistic", .decimals(2), "χ² of breusch_pagan, F of reset"),
      Column("df", "df", .integer, "its degrees of freedom, of F the numerator's"),
      Column("df_residual", "df res.", .integer, "denominator degrees of freedom of F; null for χ²"),
      Column("p_value", "p", .pValue, "small: the assumption does not hold"),
      outcomeLabel,
    ])

  package static let influence = TableContract(
    "influence", "Influence of single rows", verb: "drivers",
    [
      outcome,
      Column("row", "Row", .integer, "number of the row in the source; only with `--diagnostics`"),
      Column("fitted", "Fitted", .significant(4), "what the model expects"),
      Column("residual", "Residual", .significant(4), "outcome − fitted"),
      Column("leverage", "Leverage", .decimals(4), "diagonal of the hat matrix"),
      Column(
        "standardized_residual", "Std. res.", .decimals(2), "residual / its standard error; null at leverage 1",
        shown: false),
      Column(
        "studentized_residual", "Stud. res.", .decimals(2), "the same with the error variance of all other rows"),
      Column("cooks_distance", "Cook's D", .decimals(4), "how far the row alone moves all coefficients together"),
      outcomeLabel,
    ])

  package static let collinearity = TableContract(
    "collinearity", "Collinearity", verb: "drivers",
    [
      outcome,
      Column("dimension", "Dimension", .integer, "1 has the largest eigenvalue; only with `--diagnostics`"),
      Column(
        "eigenvalue", "Eigenvalue", .significant(3),
        "of the cross products of the columns, intercept included, scaled to length 1"),
      Column("condition_index", "Condition", .decimals(1), "√(largest eigenvalue / eigenvalue); above 30 is harmful"),
      Column("term", "Term", .text, "`(Intercept)` or a term of the model"),
      Column(
        "variance_proportion", "Proportion", .decimals(2),
        "the part of the coefficient's variance that the dimension makes"),
      outcomeLabel, termLabel,
    ])

  package static let vif = TableContract(
    "vif", "Variance inflation", verb: "drivers",
    [
      outcome,
      Column("term", "Term", .text, "a driver or covariate, all its columns together; only with `--diagnostics`"),
      Column("gvif", "GVIF", .decimals(2), "generalised variance inflation factor; of one column the plain one"),
      Column("df", "df", .integer, "columns of the term"),
      Column("gvif_scaled", "per column", .decimals(2), "gvif^(1/(2 df)): comparable between terms"),
      outcomeLabel, termLabel,
    ])

  /// The tables that `--diagnostics` makes.
  package static let ofDiagnostics = [diagnostics, influence, collinearity, vif]
}
