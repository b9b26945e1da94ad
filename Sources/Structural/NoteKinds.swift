package import Survey

extension NoteKind {
  package static let negativeVariance = NoteKind(
    "negative_variance",
    "a variance is estimated below zero (Heywood case)",
    advice: "Do not read the solution; look at that variable, and at whether two constructs are one.")
  package static let improperConstructs = NoteKind(
    "improper_constructs",
    "the constructs' correlations are none that variables can have",
    advice: "Do not read the solution; look whether two constructs are one.")
  package static let improperResiduals = NoteKind(
    "improper_residuals",
    "residuals of observed variables correlate beyond 1",
    advice: "Do not read the solution; leave out covariances of residuals.")
  package static let nearlyOneConstruct = NoteKind(
    "nearly_one_construct",
    "constructs correlate .98 or more in size",
    advice: "Look whether they are one; do not read paths that tell them apart.")
  package static let noStructuralErrors = NoteKind(
    "no_structural_errors",
    "the moments of a model of constructs are weighted, of pairs, of answers with gaps, or no product moments: there are no errors and no χ²",
    advice: "Use the rows themselves, or judge the model by its residuals.")
  package static let correlationsFitted = NoteKind(
    "correlations_fitted",
    "correlations stand in for covariances",
    advice: "Give the covariances, or read standardised values only.")
  package static let noLeastSquaresTest = NoteKind(
    "no_least_squares_test",
    "unweighted least squares have no χ²",
    advice: "Judge fit by SRMR and residuals, or use another estimator.")
  package static let structuralPrecision = NoteKind(
    "structural_precision",
    "the search for a model's estimates ended in rounding",
    advice: "Bring variables to similar units.")

  package static let incompleteAnswers = NoteKind(
    "incomplete_answers",
    "respondents of a model of constructs count with what they answered (\(setting: .missing, "em")): how many left something out, in how many patterns",
    advice:
      "Compare with \(setting: .missing, "listwise"): where results differ, who answers everything differs from the others."
  )

  package static let auxiliaryVariables = NoteKind(
    "auxiliary_variables",
    "columns beside a model of constructs that missing answers may depend on",
    advice:
      "Name those that tell who left something out (\(setting: .auxiliary)); others cost parameters and gain nothing.")

  package static let orderedAndMeasured = NoteKind(
    "ordered_and_measured",
    "which variables of a model by `wlsmv` are taken for ordered answers, and which as measured",
    advice: "Say otherwise with \(setting: .ordinal) or \(setting: .continuous) where one is taken wrongly.")

  package static let measuredNotNormal = NoteKind(
    "measured_not_normal",
    "measured variables of a model by `wlsmv` are far from normal, on which errors and χ² rest",
    advice: "Use \(setting: .information, "observed"), and compare.")

  /// What is noted of models of constructs and paths.
  package static let structuralFamily = Family(
    "Models of constructs and paths",
    [
      .negativeVariance, .improperConstructs, .improperResiduals, .nearlyOneConstruct, .noStructuralErrors,
      .correlationsFitted,
      .noLeastSquaresTest,
      .structuralPrecision, .incompleteAnswers, .auxiliaryVariables, .orderedAndMeasured, .measuredNotNormal,
    ])
}
