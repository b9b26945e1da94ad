package import Rendering

/// The closed list of tables and columns that JSON and CSV may hold. A name here is a promise: scripts depend on it.
///
/// Every builder of a table takes its columns from this list, the page `Output.md` is compared with it by the
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
    let names = Set(all.map(\.name))
    var table = Table(
      name: name, title: title,
      columns: all.map { column in
        let label = "\(column.name)_label"
        return Table.Column(
          column.name, column.heading, column.style, isShown: column.isShown && !hidden.contains(column.name),
          labelColumn: names.contains(label) ? label : nil)
      }, isShown: isShown, caption: caption)
    if hasRowsByOutcome { table.sectionColumn = TableContract.outcome.name }
    return table
  }

  /// Whether it has several rows for each outcome.
  private var hasRowsByOutcome: Bool {
    columns.first?.name == TableContract.outcome.name
      && ![TableContract.fit.name, TableContract.crosshair.name].contains(name)
  }

  /// The column with the labels of another column's names.
  static func label(of name: String, _ meaning: String) -> Column {
    Column("\(name)_label", "Label", .text, meaning, shown: false)
  }

  package static let groupColumns = [
    Column("by", "By", .text, "the variable that `--by` names; absent without `--by`", shown: false),
    Column("group", "Group", .text, "the value of that variable in this group; absent without `--by`"),
  ]

  static let outcome = Column("outcome", "Outcome", .text, "the outcome's name")
  static let outcomeLabel = label(of: "outcome", "the outcome's label; null without one")
  static let driverLabel = label(of: "driver", "the driver's label; null without one")
  private static let versusLabel = label(of: "versus", "the label of the driver compared with")
  static let termLabel = label(
    of: "term", "the label of the term's variable or construct, of a categorical one with its level; null without one")
  static let driver = Column("driver", "Driver", .text, "the driver's name: a column, a construct or a group")
  static let method = Column("method", "Method", .text, "the importance method; see `mainspring explain`")

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
      outcomeLabel,
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
      outcomeLabel, termLabel,
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
      outcomeLabel, driverLabel,
    ])

  package static let differences = TableContract(
    "differences", "Differences between drivers", verb: "drivers", shown: false,
    [
      outcome, method, driver,
      Column("versus", "Versus", .text, "the driver compared with"),
      Column("difference", "Difference", .percent(1), "share of driver − share of versus"),
      Column("conf_low", "low", .percent(1), "lower end of its interval"),
      Column("conf_high", "high", .percent(1), "upper end of its interval"),
      outcomeLabel, driverLabel, versusLabel,
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
      outcomeLabel, driverLabel, versusLabel,
    ])

  package static let dominanceLevels = TableContract(
    "dominance_levels", "Average contribution by number of other drivers", verb: "drivers", shown: false,
    [
      outcome, driver,
      Column("level", "Others", .integer, "other drivers present, 0 … p − 1"),
      Column("importance", "Adds", .decimals(4), "average increase of R² over the subsets of that size"),
      outcomeLabel, driverLabel,
    ])

  package static let items = TableContract(
    "items", "Items", verb: "describe",
    [
      Column("variable", "Variable", .text, "the column's name"),
      Column("label", "Label", .text, "its label, when the study gives one"),
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

  /// The first table of that name, or a verb's own.
  package static func named(_ name: String, verb: String? = nil) -> TableContract? {
    all.first { $0.name == name && (verb == nil || $0.verb == verb) }
  }
}
