import Importance
import Insight
import Measures
import Regression
import Rendering
import Resampling

/// The tables of `drivers`.
enum DriverColumns {
  static let meaningOfTermLabel =
    "the label of the term's variable or construct, of a categorical one with its level; null without one"

  typealias CoefficientRow = (
    outcome: ModelFrame.Block, regression: LinearRegression.Fit, term: LinearRegression.Fit.Term
  )
  /// A sign of zero is told like none.
  typealias ImportanceRow = (
    outcome: ModelFrame.Block, driver: ModelFrame.Block, method: ImportanceMethod, sign: Int?,
    fit: DriverAnalysis.DriverImportance
  )
  typealias DifferenceRow = (
    outcome: ModelFrame.Block, method: ImportanceMethod, driver: ModelFrame.Block, versus: ModelFrame.Block,
    difference: DriverAnalysis.Estimated
  )
  typealias DominanceRow = (
    outcome: ModelFrame.Block, driver: ModelFrame.Block, versus: ModelFrame.Block, complete: Double?,
    conditional: Double?, isGreater: Bool?
  )
  typealias DominanceLevelRow = (
    outcome: ModelFrame.Block, driver: ModelFrame.Block, level: Int, importance: Double?
  )

  static let fit = TableDeclaration<DriverAnalysis.OutcomeFit>(
    "fit", "Model", verb: "drivers"
  ) {
    Column.outcome { $0.outcome }
    Column("n", "n", .integer, "respondents used (with frequency weights their sum)") { Cell(whole: $0.regression.n) }
    Column("r_squared", "R²", .proportion(3), "share of the outcome's variance that the model explains") {
      $0.rSquared.value
    }
    Column(
      "r_squared_low", "low", .proportion(3),
      "lower end of the interval of the population's R², for random predictors: from each row's part in R², near 0 and with classical errors as if errors were normal; of ranks, polychorics, pairs and corrected moments from the spread of the resamples"
    ) { $0.rSquared.low }
    Column("r_squared_high", "high", .proportion(3), "upper end of its interval") { $0.rSquared.high }
    Column("adj_r_squared", "adj. R²", .proportion(3), "R² adjusted for the number of terms") {
      $0.regression.adjustedRSquared
    }
    Column("sigma", "σ", .decimals(3), "residual standard deviation") { $0.regression.sigma }
    Column("f_statistic", "F", .decimals(2), "F of the whole model; with robust or design errors the Wald test's F") {
      $0.regression.fStatistic
    }
    Column("df_model", "df", .integer, "its numerator degrees of freedom") { Cell(whole: $0.regression.dfModel) }
    Column("df_residual", "df res.", .integer, "its denominator degrees of freedom") {
      Cell(whole: $0.regression.dfResidual)
    }
    Column("p_value", "p", .pValue, "p-value of that test") { $0.regression.pValue }
    Column("log_lik", "log-lik.", .decimals(1), "log-likelihood; null under sampling weights", shown: false) {
      $0.regression.logLikelihood
    }
    Column("aic", "AIC", .decimals(1), "Akaike's criterion, counting σ as a parameter", shown: false) {
      $0.regression.aic
    }
    Column("bic", "BIC", .decimals(1), "Schwarz's criterion", shown: false) { $0.regression.bic }
    Column(
      "cv_r_squared", "R² new", .proportion(3),
      "R² in rows left out of the fit, `--folds` times; null without rows, and from 50,000 rows on unless `--folds` is given"
    ) { $0.crossValidatedRSquared }
  }

  static let coefficients = TableDeclaration<CoefficientRow>(
    "coefficients", "Coefficients", verb: "drivers", sections: "outcome"
  ) {
    Column.outcome { $0.outcome }
    Column(
      names: "term", "Term", "`(Intercept)`, a driver, a covariate, or `variable=level` of a categorical one",
      value: { $0.term.name }, labels: DriverColumns.meaningOfTermLabel, label: { $0.regression.label(of: $0.term) })
    Column("estimate", "b", .significant(4), "coefficient in points of the outcome per point of the term") {
      $0.term.estimate
    }
    Column("std_error", "s.e.", .significant(3), "its standard error of the kind that `--errors` names") {
      $0.term.stdError
    }
    Column("statistic", "t", .decimals(2), "estimate / std_error") { $0.term.statistic }
    Column("df", "df", .decimals(0), "degrees of freedom of t", shown: false) { Cell(whole: $0.term.df) }
    Column("p_value", "p", .pValue, "two-sided p-value: does the driver add anything beyond the others") {
      $0.term.pValue
    }
    Column("conf_low", "low", .significant(3), "lower end of the confidence interval") { $0.term.low }
    Column("conf_high", "high", .significant(3), "upper end of the confidence interval") { $0.term.high }
    Column("beta", "β", .decimals(3), "coefficient between standardised variables") { $0.term.beta }
    Column(
      "partial_correlation", "partial r", .proportion(3),
      "correlation with the outcome, the other terms held constant in both", shown: false
    ) { $0.term.partialCorrelation }
    Column(
      "part_correlation", "part r", .proportion(3),
      "correlation with the outcome, the other terms held constant in the driver only", shown: false
    ) { $0.term.partCorrelation }
    Column("vif", "VIF", .decimals(2), "variance inflation factor; of a categorical term the generalised one") {
      $0.term.vif
    }
  }

  static let importance = TableDeclaration<ImportanceRow>(
    "importance", "Importance", verb: "drivers", sections: "outcome"
  ) {
    Column.outcome { $0.outcome }
    Column.driver { $0.driver }
    Column.method { $0.method.rawValue }
    Column(
      "importance", "Importance", .decimals(4), "in units of the method: for lmg, last, first and pratt a part of R²"
    ) { $0.fit.importance.value }
    Column("share", "Share", .percent(1), "importance / the sum over drivers") { $0.fit.share.value }
    Column(
      "sign", "Sign", .text,
      "`+` or `-`: the sign of the driver's coefficient in the full model; null for groups and categories"
    ) { $0.sign.map { $0 > 0 ? "+" : "-" } }
    Column("rank", "Rank", .integer, "1 is the largest importance") { $0.fit.rank }
    Column("conf_low", "low", .decimals(4), "lower end of the interval of importance", shown: false) {
      $0.fit.importance.low
    }
    Column("conf_high", "high", .decimals(4), "upper end of the interval of importance", shown: false) {
      $0.fit.importance.high
    }
    Column("share_low", "low", .percent(1), "lower end of the interval of the share") { $0.fit.share.low }
    Column("share_high", "high", .percent(1), "upper end of the interval of the share") { $0.fit.share.high }
    Column("rank_low", "best", .integer, "best rank of the simultaneous rank interval") { $0.fit.rankLow }
    Column("rank_high", "worst", .integer, "worst rank of the simultaneous rank interval") { $0.fit.rankHigh }
    Column(
      "p_first", "First in", .percent(0),
      "how often the driver is first when the shares of the resamples are drawn in towards each other as far as their error warrants (`mainspring explain ranks`)"
    ) { $0.fit.frequencyOfFirst }
    Column(
      "p_permutation", "p perm.", .pValue,
      "`--permutations`: could a driver unrelated to everything reach this importance; null unless asked for"
    ) { $0.fit.permutationPValue }
    Column(
      "may_be_first", "May be 1st", .text,
      "whether the data leave open that the driver is first: one test of it against all others, at the level of the intervals",
      shown: false
    ) { $0.fit.mayBeFirst }
    Column(
      "p_first_resamples", "first in resamples", .percent(0),
      "frequency of resamples in which the driver came first, as it is", shown: false
    ) { $0.fit.resampledFrequencyOfFirst }
    Column(
      "shrunken_share", "drawn in", .percent(1),
      "the share drawn in towards the others as far as its error warrants", shown: false
    ) { $0.fit.shrunkenShare }
    Column(
      "leader_low", "low as leader", .percent(1),
      "of the largest share alone: lower end of the interval that allows for its having been picked as the largest",
      shown: false
    ) { $0.fit.leaderInterval?.low }
    Column("leader_high", "high as leader", .percent(1), "its upper end", shown: false) { $0.fit.leaderInterval?.high }
  }

  static let differences = TableDeclaration<DifferenceRow>(
    "differences", "Differences between drivers", verb: "drivers", shown: false, sections: "outcome",
    empty: EmptyTable("It compares drivers with each other, and there is only one.")
  ) {
    Column.outcome { $0.outcome }
    Column.method { $0.method.rawValue }
    Column.driver { $0.driver }
    Column(
      names: "versus", "Versus", "the driver compared with", value: { $0.versus.name },
      labels: "the label of the driver compared with", label: { $0.versus.label })
    Column("difference", "Difference", .percent(1), "share of driver − share of versus") { $0.difference.value }
    Column(
      "conf_low", "low", .percent(1), "lower end of its interval, which is its own: not of all differences at once"
    ) { $0.difference.low }
    Column("conf_high", "high", .percent(1), "upper end of its interval") { $0.difference.high }
  }

  static let dominance = TableDeclaration<DominanceRow>(
    "dominance", "Dominance", verb: "drivers", shown: false, sections: "outcome",
    empty: EmptyTable(
      "It compares drivers with each other, and there is only one.",
      notes: [.dominanceLeftOut, .completeDominanceLeftOut])
  ) {
    Column.outcome { $0.outcome }
    Column.driver { $0.driver }
    Column(
      names: "versus", "Versus", "the driver compared with", value: { $0.versus.name },
      labels: "the label of the driver compared with", label: { $0.versus.label })
    Column(
      "complete", "Complete", .proportion(3),
      "proportion of the subsets of other drivers in which driver adds more than versus; 1 is complete dominance"
    ) { $0.complete }
    Column(
      "conditional", "Conditional", .proportion(3),
      "proportion of subset sizes at which driver adds more on average; 1 is conditional dominance"
    ) { $0.conditional }
    Column("general", "General", .decimals(0), "1 when driver adds more on average over all sizes (lmg), else 0") {
      $0.isGreater.map { $0 ? 1.0 : 0.0 }
    }
  }

  static let dominanceLevels = TableDeclaration<DominanceLevelRow>(
    "dominance_levels", "Average contribution by number of other drivers", verb: "drivers", shown: false,
    sections: "outcome", empty: EmptyTable("It needs every subset of the drivers.", notes: [.dominanceLeftOut])
  ) {
    Column.outcome { $0.outcome }
    Column.driver { $0.driver }
    Column("level", "Others", .integer, "other drivers present, 0 … p − 1") { $0.level }
    Column("importance", "Adds", .decimals(4), "average increase of R² over the subsets of that size") { $0.importance }
  }
}
