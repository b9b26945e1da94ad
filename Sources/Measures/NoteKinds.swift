package import Survey

extension NoteKind {
  package static let rowsDropped = NoteKind(
    "rows_dropped",
    "how many respondents are left out because an answer is missing, by the questions that cost most",
    advice: "Leave out a question that few answered, or use \(setting: .missing, "pairwise").")
  package static let zeroWeights = NoteKind(
    "zero_weights",
    "respondents with weight 0 are left out",
    advice: "Nothing, if the weights are meant so.")
  package static let effectiveSampleSize = NoteKind(
    "effective_sample_size",
    "how many respondents of equal weight, drawn one by one, these are worth: by their weights (Kish), or by the design effect of means",
    advice: "Take errors for those of that many.")
  package static let secondStage = NoteKind(
    "second_stage",
    "what is known of the units drawn within clusters, and so what errors make of them",
    advice:
      "Name the columns of the population's clusters and units with \(setting: .fpc), where many of them were drawn.")
  package static let referenceLevel = NoteKind(
    "reference_level",
    "which category the others of a column are compared with",
    advice: "Name another under `reference` of the study.")
  package static let partialScores = NoteKind(
    "partial_scores",
    "how many scores of a construct rest on part of its items",
    advice: "Raise the share that must be answered (`composites` of the study), if they are many.")
  package static let scaleAssumed = NoteKind(
    "scale_assumed",
    "the scale that items without a declared one are taken to be on",
    advice: "Declare it with \(setting: .scale).")
  package static let noScale = NoteKind(
    "no_scale",
    "a column without a declared scale runs where no scale of the other items does; it has no performance and no potential",
    advice: "Declare its \(setting: .scale), or keep it as a covariate with \(setting: .always).")
  package static let productTerms = NoteKind(
    "product_terms",
    "products enter only after their factors; or which lower terms are missing, so that importance depends on where zero lies",
    advice: "Add the lower terms that are named.")
  package static let standardisedComposite = NoteKind(
    "standardised_composite",
    "a matrix has correlations only, so a construct is the mean of its standardised items",
    advice: "Give covariances, if the items' spreads differ much.")
  package static let pairwiseCounts = NoteKind(
    "pairwise_counts",
    "pairs of variables rest on different numbers of respondents",
    advice: "Look at the smallest count before trusting what rests on it.")
  package static let maximumLikelihood = NoteKind(
    "maximum_likelihood",
    "means and covariances are those of maximum likelihood, from all that each respondent answered: how many left something out, in how many patterns",
    advice:
      "Compare with \(setting: .missing, "listwise"): where results differ, who answers everything differs from the others."
  )
  package static let notPositiveDefinite = NoteKind(
    "not_positive_definite",
    "the correlations contradict each other, or some variables are determined by others",
    advice: "Leave out the variables that few answered, or that repeat others.")
  package static let nearestMatrix = NoteKind(
    "nearest_matrix",
    "a matrix that is not positive definite was replaced by the nearest one that is",
    advice: "See whether the largest change is small; otherwise leave variables out.")
  package static let blockResampling = NoteKind(
    "block_resampling",
    "resamples reweight random blocks of very many rows",
    advice: "Nothing: the intervals differ by the share of their width that is named.")
  package static let analyticErrors = NoteKind(
    "analytic_errors",
    "no formula gives standard errors and tests here",
    advice: "Resample: \(setting: .bootstrap) gives intervals, \(setting: .errors, "bootstrap") standard errors.")
  package static let approximateP = NoteKind(
    "approximate_p",
    "p-values of rank correlations are approximate, because of many respondents or equal answers",
    advice: "Nothing, unless one is close to the limit that you hold it against.")
  package static let emptyCells = NoteKind(
    "empty_cells",
    "some pairs of answers to two ratings never occur",
    advice: "Distrust polychoric correlations of tables with many; join rare answers.")
  package static let measurementLevels = NoteKind(
    "measurement_levels",
    "which variables count as ratings and which as measured",
    advice: "Name another \(setting: .method) where that is wrong.")
  package static let perfectCorrelation = NoteKind(
    "perfect_correlation",
    "two variables correlate perfectly, or their likelihood has no maximum inside −1 … 1",
    advice: "Leave one out, or join rare answers.")
  package static let replicatesFailed = NoteKind(
    "replicates_failed",
    "resamples without a result, and why; above 5 % of them there are no intervals",
    advice: "Heed the reason: fewer columns, joined categories or more respondents.")
  package static let noResampling = NoteKind(
    "no_resampling",
    "nothing can be drawn from this matrix, so there are no resampled intervals",
    advice: "Say how many respondents it is from with \(setting: .n), or give the rows.")
  package static let noBca = NoteKind(
    "no_bca",
    "the BCa intervals that were asked for are not there, and why",
    advice: "Use \(setting: .interval, "percentile").")

  package static let marginsNormalised = NoteKind(
    "margins_normalised",
    "targets of a margin that do not add up exactly, as rounded ones do not, and what was done",
    advice: "Nothing, unless a category is missing among them.")
  package static let farFromTargets = NoteKind(
    "far_from_targets",
    "raking moves weights very far: by more than five times, or to a design effect above two",
    advice: "Join small categories, leave a margin out, or limit weights with \(setting: .trim).")

  package static let rakedResamples = NoteKind(
    "raked_resamples",
    "weights are raked again in every resample, and what came of it",
    advice: "Nothing, unless resamples fail: then join small categories.")

  /// What is noted of rows, scales, correlations and resamples, by whichever family.
  package static let measuresFamily = Family(
    "Rows, scales and correlations",
    [
      .rowsDropped, .zeroWeights, .effectiveSampleSize, .secondStage, .referenceLevel, .partialScores, .scaleAssumed,
      .noScale,
      .productTerms, .standardisedComposite, .pairwiseCounts, .maximumLikelihood, .notPositiveDefinite, .nearestMatrix,
      .blockResampling,
      .analyticErrors, .approximateP, .emptyCells, .measurementLevels, .perfectCorrelation, .replicatesFailed,
      .noResampling, .noBca, .marginsNormalised, .farFromTargets, .rakedResamples,
    ])
}
