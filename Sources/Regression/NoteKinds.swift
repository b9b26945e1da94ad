package import Survey

extension NoteKind {
  package static let collinear = NoteKind(
    "collinear",
    "a driver is a combination of others: it has no coefficient of its own, and lmg shares out what they explain together",
    advice: "Leave it out, or one of those that make it up.")
  package static let roundedCombination = NoteKind(
    "rounded_combination",
    "a column is a sum or mean of others that was rounded: it counts as that combination and has no coefficient of its own",
    advice: "Leave it out, or those that it sums up.")
  package static let nearDependency = NoteKind(
    "near_dependency",
    "predictors share a dimension of condition index above 30",
    advice: "Leave one out, or put them into one driver.")
  package static let illConditioned = NoteKind(
    "ill_conditioned",
    "the predictors of a matrix are nearly collinear, so few digits of the coefficients can be trusted",
    advice: "Leave one out, or give the rows.")
  package static let signReversal = NoteKind(
    "sign_reversal",
    "a coefficient has the opposite sign of the correlation with the outcome (suppression)",
    advice: "Do not read its share as a promise that more of it is better.")
  package static let perfectFit = NoteKind(
    "perfect_fit",
    "the predictors determine the outcome exactly",
    advice: "Check that the outcome is not made from the drivers.")
  package static let leverageOne = NoteKind(
    "leverage_one",
    "a coefficient rests on one respondent or one cluster alone; only classical errors of it exist",
    advice: "Join the category with another, or leave it out.")
  package static let leverageHigh = NoteKind(
    "leverage_high",
    "a coefficient rests almost wholly on one row, which lies far from all others",
    advice: "Check that row's answers: a code left over looks like that.")
  package static let influentialRow = NoteKind(
    "influential_row",
    "a row decides much of the result (Cook's distance)",
    advice: "Check its answers, and see what changes without it.")
  package static let unequalVariance = NoteKind(
    "unequal_variance",
    "the errors vary with the predictors (Breusch–Pagan test)",
    advice: "Use \(setting: .errors, "hc3").")
  package static let form = NoteKind(
    "form",
    "a straight line may not do (RESET test)",
    advice: "Look at \(setting: .figure, "residuals"); a curve or an interaction may be missing.")
  package static let noBreuschPagan = NoteKind(
    "no_breusch_pagan",
    "the Breusch–Pagan test is left out under a sampling design",
    advice: "Nothing: design errors do not need it.")
  package static let noDiagnostics = NoteKind(
    "no_diagnostics",
    "a perfect fit leaves no residuals to examine",
    advice: "See `perfect_fit`.")
  package static let noCrossValidation = NoteKind(
    "no_cross_validation",
    "there is no cross-validated R², and why",
    advice: "Use fewer \(setting: .folds), or \(setting: .missing, "listwise").")
  package static let noJointTest = NoteKind(
    "no_joint_test",
    "the test of all predictors together is not defined, as with fewer clusters than predictors",
    advice: "Use fewer predictors.")
  package static let classicalErrors = NoteKind(
    "classical_errors",
    "classical errors take sampling weights for precisions",
    advice: "Use \(setting: .errors, "design").")
  package static let summedErrors = NoteKind(
    "summed_errors",
    "only a matrix or sums of the rows are known, so errors are classical and the interval of R² is that of normal answers",
    advice: "Nothing with a matrix; \(setting: .errors, "hc3") reads the rows of a file.")
  package static let fewClusters = NoteKind(
    "few_clusters",
    "clustered errors from fewer than about 40 clusters",
    advice: "Take tests for too bold.")
  package static let designDegrees = NoteKind(
    "design_degrees",
    "too few clusters for the coefficients: no degrees of freedom for tests and intervals",
    advice: "Use fewer drivers, or join strata.")
  package static let standardised = NoteKind(
    "standardised",
    "only correlations are known, so coefficients are standardised",
    advice: "Give covariances or standard deviations for raw ones.")
  package static let infinite = NoteKind(
    "infinite",
    "a number is infinite, such as F of a perfect fit; JSON writes null for it",
    advice: "Nothing: there is no finite number to give.")
  package static let noMeans = NoteKind(
    "no_means",
    "a matrix has no means, so there is no intercept",
    advice: "Give the means, if it matters.")

  /// What is noted of regression.
  package static let regressionFamily = Family(
    "Regression",
    [
      .collinear, .roundedCombination, .nearDependency, .illConditioned, .signReversal, .perfectFit, .leverageOne,
      .leverageHigh, .influentialRow, .unequalVariance, .form, .noBreuschPagan, .noDiagnostics, .noCrossValidation,
      .noJointTest, .classicalErrors, .summedErrors, .fewClusters, .designDegrees, .standardised, .infinite, .noMeans,
    ])
}
