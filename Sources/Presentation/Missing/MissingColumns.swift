import Insight
import Measures
import Rendering
import Survey

/// The tables of `missing`.
enum MissingColumns {
  static let variables = TableDeclaration<MissingDescription.Item>(
    "missing_variables", "Missing answers by variable", verb: "missing"
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.variable },
      labels: "its label; null without one", label: { $0.label })
    Column("n", "n", .integer, "respondents with an answer (with frequency weights their sum)") { Cell(whole: $0.n) }
    Column("missing", "missing", .integer, "respondents without one") { Cell(whole: $0.missing) }
    Column("share", "Share", .percent(1), "of respondents, who left it out") { $0.share }
    Column(
      "only_here", "only here", .integer,
      "respondents who left out nothing else: listwise deletion would keep them without this variable"
    ) { Cell(whole: $0.onlyHere) }
  }

  static let patterns = TableDeclaration<MissingDescription.Pattern>(
    "missing_patterns", "Patterns of missing answers", verb: "missing"
  ) {
    Column(
      "pattern", "Left out", .text, "what these respondents left out, with commas; empty for those who answered all"
    ) {
      $0.missing.joined(separator: ", ")
    }
    Column("variables", "variables", .integer, "how many variables that is") { $0.missing.count }
    Column("n", "n", .integer, "respondents who left out just these") { Cell(whole: $0.n) }
    Column("share", "Share", .percent(1), "of all respondents who answered anything") { $0.share }
  }

  static let reasons = TableDeclaration<MissingDescription.Reason>(
    "missing_reasons", "Reasons of missing answers", verb: "missing", empty: EmptyTable("Nothing is missing.")
  ) {
    Column(
      names: "variable", "Variable", "the column's name", value: { $0.variable },
      labels: "its label; null without one", label: { $0.label })
    Column("reason", "Reason", .text, "`empty`, `NA`, `code 9`, `unreadable`, or the answer that gives none") {
      $0.reason
    }
    Column("n", "n", .integer, "rows without an answer for that reason") { Cell(whole: $0.n) }
    Column("share", "Share", .percent(1), "of all rows") { $0.share }
  }

  static let treatments = TableDeclaration<MissingDescription.Treatment>(
    "missing_treatments", "What each treatment leaves", verb: "missing"
  ) {
    Column("treatment", "Treatment", .text, "`listwise`, `pairwise`, `em` or `impute`; what cannot be had has no row") {
      $0.treatment.rawValue
    }
    Column("n", "n", .integer, "respondents who count; with pairwise deletion the fewest of any pair of variables") {
      Cell(whole: $0.n)
    }
    Column("lost", "lost", .percent(1), "share of respondents who do not") { max(0, $0.lost) }
    Column(
      "effective_n", "effective n", .decimals(0),
      "complete respondents of equal weight that would tell as much of the mean that is known least (with `impute` of 20 imputations); null where it is not known"
    ) { $0.effective }
  }

  static let little = TableDeclaration<LittleTest>(
    "little", "Little's test that answers are missing by chance alone", verb: "missing",
    empty: EmptyTable(
      "There is no test: everybody answered the same questions, respondents are weighted, or too little was answered together."
    )
  ) {
    Column("chi_squared", "χ²", .decimals(2), "the distance of the patterns' means from those of all (Little 1988)") {
      $0.chiSquared
    }
    Column("df", "df", .integer, "its degrees of freedom") { $0.degreesOfFreedom }
    Column("p_value", "p", .pValue, "small: who left something out differs from the others in what they answered") {
      $0.pValue
    }
    Column("patterns", "patterns", .integer, "different sets of questions answered") { $0.patterns }
  }

  static let predictors = TableDeclaration<MissingDescription.Predictor>(
    "missing_predictors", "Who leaves a variable out", verb: "missing",
    empty: EmptyTable("Too few left a variable out, or no other variable was answered by nearly everybody.")
  ) {
    Column("variable", "Variable", .text, "the variable that is left out") { $0.variable }
    Column("predictor", "Predictor", .text, "a variable that at most a tenth left out") { $0.predictor }
    Column(
      "odds_ratio", "odds ratio", .decimals(2),
      "by which the odds of leaving it out are multiplied for one standard deviation more, others being equal (logit)"
    ) { $0.oddsRatio }
    Column("conf_low", "low", .decimals(2), "lower end of its confidence interval") { $0.low }
    Column("conf_high", "high", .decimals(2), "upper end of it") { $0.high }
    Column("p_value", "p", .pValue, "two-sided p-value of no effect") { $0.pValue }
    Column("n", "n", .integer, "respondents who answered all predictors") { Cell(whole: $0.n) }
  }

  static let sensitivity = TableDeclaration<ShiftedShare>(
    "sensitivity", "Shares if answers are not missing at random", verb: "missing", sections: "outcome",
    empty: EmptyTable("It is made of a study that has outcomes and drivers, when something is missing.")
  ) {
    Column("outcome", "Outcome", .text, "the outcome's name") { $0.outcome }
    Column(
      names: "driver", "Driver", "the driver's name", value: { $0.driver },
      labels: "its label; null without one", label: { $0.label })
    Column(
      "shift", "Shift", .decimals(2),
      "added to every answer that is drawn for a missing one, in standard deviations of its variable's answers, and held within their bounds"
    ) { $0.shift }
    Column("share", "Share", .percent(1), "of lmg, the mean of 20 imputations so shifted") { $0.share }
    Column("change", "Change", .percent(1), "share less that without a shift") { $0.change }
  }
}
