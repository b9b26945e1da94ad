package import Rendering

/// The closed list of tables and columns that JSON and CSV may hold. A name here is a promise: scripts depend on it.
///
/// Every builder of a table takes its columns from this list, the page `OutputContract.md` is compared with it by the
/// tests, and `mainspring explain output` prints it.
package struct TableContract: Sendable {
  package struct Column: Sendable {
    package let name: String
    package let heading: String
    package let style: Table.Style
    /// Shown to people in text and Markdown; the rest is for JSON and CSV.
    package let isShown: Bool
    package let meaning: String

    init(_ name: String, _ heading: String, _ style: Table.Style, _ meaning: String, shown: Bool = true) {
      self.name = name
      self.heading = heading
      self.style = style
      self.isShown = shown
      self.meaning = meaning
    }
  }

  package let name: String
  package let title: String
  package let verb: String
  package let columns: [Column]
  package let isShown: Bool
  /// It compares the groups of `--by`: empty without it, and no columns say which group a row is of.
  package let isOfGroups: Bool

  init(
    _ name: String, _ title: String, verb: String, shown: Bool = true, isOfGroups: Bool = false, _ columns: [Column]
  ) {
    self.name = name
    self.title = title
    self.verb = verb
    self.columns = columns
    isShown = shown
    self.isOfGroups = isOfGroups
  }

  /// An empty table of this contract; with `by`, the two columns that say which group a row is of come first.
  func table(by: Bool, caption: String? = nil, hiding hidden: Set<String> = []) -> Table {
    var all = columns
    if by { all = TableContract.groupColumns + all }
    return Table(
      name: name, title: title,
      columns: all.map {
        Table.Column($0.name, $0.heading, $0.style, isShown: $0.isShown && !hidden.contains($0.name))
      }, isShown: isShown, caption: caption)
  }

  /// The column with the labels of another column's names.
  static func label(of name: String, _ meaning: String) -> Column {
    Column("\(name)_label", "Label", .text, meaning, shown: false)
  }

  package static let groupColumns = [
    Column("by", "By", .text, "the variable that `--by` names; absent without `--by`", shown: false),
    Column("group", "Group", .text, "the value of that variable in this group; absent without `--by`"),
  ]

  private static let outcome = Column("outcome", "Outcome", .text, "the outcome's name")
  private static let driver = Column("driver", "Driver", .text, "the driver's name: a column, a construct or a group")
  private static let method = Column("method", "Method", .text, "the importance method; see `mainspring explain`")

  package static let fit = TableContract(
    "fit", "Model", verb: "drivers",
    [
      outcome,
      Column("n", "n", .integer, "respondents used (with frequency weights their sum)"),
      Column("r_squared", "R²", .decimals(3), "share of the outcome's variance that the model explains"),
      Column(
        "r_squared_low", "low", .decimals(3),
        "lower end of its interval: for random predictors, exact under joint normality; with other than classical errors resampled"
      ),
      Column("r_squared_high", "high", .decimals(3), "upper end of its interval"),
      Column("adj_r_squared", "adj. R²", .decimals(3), "R² adjusted for the number of terms"),
      Column("sigma", "σ", .decimals(3), "residual standard deviation"),
      Column("f_statistic", "F", .decimals(2), "F of the whole model; with robust or design errors the Wald test's F"),
      Column("df_model", "df", .integer, "its numerator degrees of freedom"),
      Column("df_residual", "df res.", .integer, "its denominator degrees of freedom"),
      Column("p_value", "p", .pValue, "p-value of that test"),
      Column("log_lik", "log-lik.", .decimals(1), "log-likelihood; null under sampling weights", shown: false),
      Column("aic", "AIC", .decimals(1), "Akaike's criterion, counting σ as a parameter", shown: false),
      Column("bic", "BIC", .decimals(1), "Schwarz's criterion", shown: false),
      Column(
        "cv_r_squared", "R² new", .decimals(3),
        "R² in rows left out of the fit, `--folds` times; null without rows, and from 50,000 rows on unless `--folds` is given"
      ),
    ])

  package static let coefficients = TableContract(
    "coefficients", "Coefficients", verb: "drivers",
    [
      outcome,
      Column("term", "Term", .text, "`(Intercept)`, a driver, a covariate, or `variable=level` of a categorical one"),
      Column("estimate", "b", .significant(4), "coefficient in points of the outcome per point of the term"),
      Column("std_error", "s.e.", .significant(3), "its standard error of the kind that `--errors` names"),
      Column("statistic", "t", .decimals(2), "estimate / std_error"),
      Column("df", "df", .decimals(0), "degrees of freedom of t", shown: false),
      Column("p_value", "p", .pValue, "two-sided p-value: does the driver add anything beyond the others"),
      Column("conf_low", "low", .significant(3), "lower end of the confidence interval"),
      Column("conf_high", "high", .significant(3), "upper end of the confidence interval"),
      Column("beta", "β", .decimals(3), "coefficient between standardised variables"),
      Column(
        "partial_correlation", "partial r", .decimals(3),
        "correlation with the outcome, the other terms held constant in both", shown: false),
      Column(
        "part_correlation", "part r", .decimals(3),
        "correlation with the outcome, the other terms held constant in the driver only", shown: false),
      Column("vif", "VIF", .decimals(2), "variance inflation factor; of a categorical term the generalised one"),
    ])

  package static let importance = TableContract(
    "importance", "Importance", verb: "drivers",
    [
      outcome, driver, method,
      Column(
        "importance", "Importance", .decimals(4), "in units of the method: for lmg, last, first and pratt a part of R²"),
      Column("share", "Share", .percent(1), "importance / the sum over drivers"),
      Column(
        "sign", "Sign", .text,
        "`+` or `-`: the sign of the driver's coefficient in the full model; null for groups and categories"),
      Column("rank", "Rank", .integer, "1 is the largest importance"),
      Column("conf_low", "low", .decimals(4), "lower end of the interval of importance", shown: false),
      Column("conf_high", "high", .decimals(4), "upper end of the interval of importance", shown: false),
      Column("share_low", "low", .percent(1), "lower end of the interval of the share"),
      Column("share_high", "high", .percent(1), "upper end of the interval of the share"),
      Column("rank_low", "best", .integer, "best rank of the simultaneous rank interval"),
      Column("rank_high", "worst", .integer, "worst rank of the simultaneous rank interval"),
      Column("p_first", "First in", .percent(0), "frequency of resamples in which the driver came first"),
      Column(
        "p_permutation", "p perm.", .pValue,
        "`--permutations`: could a driver unrelated to everything reach this importance; null unless asked for"),
    ])

  package static let differences = TableContract(
    "differences", "Differences between drivers", verb: "drivers", shown: false,
    [
      outcome, method, driver,
      Column("versus", "Versus", .text, "the driver compared with"),
      Column("difference", "Difference", .percent(1), "share of driver − share of versus"),
      Column("conf_low", "low", .percent(1), "lower end of its interval"),
      Column("conf_high", "high", .percent(1), "upper end of its interval"),
    ])

  package static let dominance = TableContract(
    "dominance", "Dominance", verb: "drivers", shown: false,
    [
      outcome, driver,
      Column("versus", "Versus", .text, "the driver compared with"),
      Column(
        "complete", "Complete", .decimals(3),
        "proportion of the subsets of other drivers in which driver adds more than versus; 1 is complete dominance"),
      Column(
        "conditional", "Conditional", .decimals(3),
        "proportion of subset sizes at which driver adds more on average; 1 is conditional dominance"),
      Column("general", "General", .decimals(0), "1 when driver adds more on average over all sizes (lmg), else 0"),
    ])

  package static let dominanceLevels = TableContract(
    "dominance_levels", "Average contribution by number of other drivers", verb: "drivers", shown: false,
    [
      outcome, driver,
      Column("level", "Others", .integer, "other drivers present, 0 … p − 1"),
      Column("importance", "Adds", .decimals(4), "average increase of R² over the subsets of that size"),
    ])

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
    ])

  package static let vif = TableContract(
    "vif", "Variance inflation", verb: "drivers",
    [
      outcome,
      Column("term", "Term", .text, "a driver or covariate, all its columns together; only with `--diagnostics`"),
      Column("gvif", "GVIF", .decimals(2), "generalised variance inflation factor; of one column the plain one"),
      Column("df", "df", .integer, "columns of the term"),
      Column("gvif_scaled", "per column", .decimals(2), "gvif^(1/(2 df)): comparable between terms"),
    ])

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
    ])

  package static let crosshair = TableContract(
    "crosshair", "Crosshair", verb: "ipa",
    [
      outcome,
      Column(
        "importance", "Importance", .percent(1), "where the horizontal line stands, in the units of `ipa.importance`"),
      Column("performance", "Performance", .decimals(1), "where the vertical line stands"),
      Column("rule", "Rule", .text, "`mean`, `median`, `scale` or `given`"),
    ])

  package static let items = TableContract(
    "items", "Items", verb: "describe",
    [
      Column("variable", "Variable", .text, "the column's name"),
      Column("label", "Label", .text, "its label, when the study gives one", shown: false),
      Column("n", "n", .integer, "answers"),
      Column("missing", "missing", .integer, "respondents without one"),
      Column("mean", "Mean", .decimals(2), "mean, weighted when there are weights; null for text"),
      Column("conf_low", "low", .decimals(2), "lower end of its confidence interval"),
      Column("conf_high", "high", .decimals(2), "upper end of its confidence interval"),
      Column("std_deviation", "sd", .decimals(2), "standard deviation"),
      Column("min", "min", .significant(4), "smallest answer"),
      Column("max", "max", .significant(4), "largest answer"),
      Column("skewness", "skew", .decimals(2), "SPSS's (type 2)"),
      Column("kurtosis", "kurt.", .decimals(2), "SPSS's (type 2), excess over the normal distribution's"),
      Column("top_box", "top box", .percent(0), "share of answers at the best point of the declared scale"),
    ])

  package static let frequencies = TableContract(
    "frequencies", "Answers", verb: "describe", shown: false,
    [
      Column("variable", "Variable", .text, "the column's name"),
      Column("value", "Value", .text, "the answer; for a missing one its reason"),
      Column("missing", "Missing", .text, "true when the value is a reason for a missing answer"),
      Column("n", "n", .integer, "respondents with it, unweighted"),
      Column("share", "Share", .percent(1), "weighted share of the valid answers; null for missing ones"),
    ])

  package static let datasets = TableContract(
    "datasets", "Bundled data", verb: "datasets",
    [
      Column("name", "Name", .text, "what to write after `mainspring datasets`"),
      Column("rows", "Rows", .integer, "rows of the data file; null for a collection of several"),
      Column("columns", "Columns", .integer, "its columns; null for a collection"),
      Column("title", "Title", .text, "what it is"),
    ])

  package static let population = TableContract(
    "population", "Population", verb: "simulate",
    [
      outcome, driver,
      Column("wave", "Wave", .text, "the wave the population is of; null without waves"),
      Column("importance", "Importance", .decimals(4), "the population's lmg"),
      Column("share", "Share", .percent(1), "importance / the sum over drivers"),
      Column("r_squared", "R²", .decimals(3), "the population's R²"),
    ])

  private static let suite = Column("suite", "Suite", .text, "`regression`, `univariate`, `anova` or `importance`")
  private static let dataset = Column("dataset", "Set", .text, "the reference set")
  private static let required = Column("required", "Needed", .decimals(1), "correct digits that it must have")
  private static let ceiling = Column(
    "ceiling", "At most", .decimals(1),
    "digits that exact arithmetic reaches on the data as doubles, in the worst term; null where not worked out")

  package static let validation = TableContract(
    "validation", "Reference figures", verb: "validate", shown: false,
    [
      suite, dataset,
      Column("quantity", "Quantity", .text, "what is compared: `coefficient`, `std_error`, `mean`, `lmg`, …"),
      Column("term", "Term", .text, "which coefficient or driver; null for a figure of the whole set"),
      Column("expected", "Expected", .text, "the reference with the digits it was published with"),
      Column("actual", "Actual", .significant(16), "what the program computes here"),
      Column("digits", "Digits", .decimals(1), "correct digits: −log₁₀ of the relative error, at most 15"),
      required, ceiling,
      Column("peer", "Peer", .text, "another program that computes it; null where the reference is that program's"),
      Column("peer_digits", "Peer's", .decimals(1), "the digits that it gets"),
      Column("passed", "Passed", .text, "whether digits reach what is required"),
    ])

  package static let validationSummary = TableContract(
    "validation_summary", "Reference sets", verb: "validate",
    [
      suite, dataset,
      Column("figures", "Figures", .integer, "figures compared"),
      Column("quantity", "Weakest", .text, "the quantity with the least to spare"),
      Column("term", "Term", .text, "its coefficient or driver", shown: false),
      Column("digits", "Digits", .decimals(1), "its correct digits"),
      required, ceiling,
      Column("peer_digits", "R 4.2", .decimals(1), "the digits that R gets for it"),
      Column("passed", "Passed", .text, "whether every figure of the set has the digits it must have"),
    ])

  package static let methods = TableContract(
    "methods", "Methods", verb: "explain",
    [
      Column(
        "name", "Name", .text, "what to write after `mainspring explain` and, for importance methods, `--methods`"),
      Column("title", "Title", .text, "what it is"),
    ])

  package static let all: [TableContract] =
    [
      fit, coefficients, importance, differences, dominance, dominanceLevels, blocks, diagnostics, influence,
      collinearity, vif, ipa, crosshair, items, frequencies, correlations, datasets, population,
      validation, validationSummary, methods,
    ] + ofFactor + ofReliability

  /// The tables that `--diagnostics` makes.
  package static let ofDiagnostics = [diagnostics, influence, collinearity, vif]

  /// The first table of that name, or a verb's own.
  package static func named(_ name: String, verb: String? = nil) -> TableContract? {
    all.first { $0.name == name && (verb == nil || $0.verb == verb) }
  }
}
