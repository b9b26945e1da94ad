package import Survey

extension NoteKind {
  package static let weakSignal = NoteKind(
    "weak_signal",
    "little is explained, or by few respondents: what such samples gave in simulations",
    advice: "Read ranks and shares with that in mind.")
  package static let shareNearZero = NoteKind(
    "share_near_zero",
    "a share may be next to nothing, though its interval cannot hold zero",
    advice: "Look at the test of the coefficient.")
  package static let estimateOutsideInterval = NoteKind(
    "estimate_outside_interval",
    "a share lies outside its own interval: too many columns for so few rows",
    advice: "Leave columns out, or ask more respondents.")
  package static let basicInterval = NoteKind(
    "basic_interval",
    "basic intervals cover less often than they say",
    advice: "Use \(setting: .interval, "percentile").")
  package static let rSquaredInterval = NoteKind(
    "r_squared_interval",
    "the interval of R² rests on the spread of resamples of few respondents, and covers too little",
    advice: "Take it for somewhat too narrow.")
  package static let quadrantsVague = NoteKind(
    "quadrants_vague",
    "the sample does not tell any two drivers apart by importance",
    advice: "Do not act on a quadrant alone.")
  package static let digitsLost = NoteKind(
    "digits_lost",
    "importance does not add up to the R² of the regression, because sums of squares hold half the digits of rows",
    advice: "Leave out the drivers that say the same thing.")
  package static let effectWithheld = NoteKind(
    "effect_withheld",
    "drivers of a variance inflation above 100 have neither effect nor potential nor priority",
    advice: "Leave out what says the same, or join it into one driver.")
  package static let negativeEffect = NoteKind(
    "negative_effect",
    "a coefficient is negative beside the other drivers, so the driver has no priority",
    advice: "Look for drivers that say nearly the same thing.")
  package static let scaleTurned = NoteKind(
    "scale_turned",
    "more of a driver goes with less of the outcome, by itself and beside the others, so it is in no field of the matrix",
    advice: "Look whether its scale is turned round: \(setting: .scale, "wait=7:1").")
  package static let caughtInHalo = NoteKind(
    "caught_in_halo",
    "the effect of a driver is less than a third of what goes with it among the respondents",
    advice: "Do not take the ceiling for what work on it alone would bring.")
  package static let potentialsDoNotAdd = NoteKind(
    "potentials_do_not_add",
    "the potentials come to more than is left of the outcome's scale",
    advice: "Read each as that of its driver alone.")
  package static let methodLeftOut = NoteKind(
    "method_left_out",
    "a method of importance cannot be computed, and why; the others are",
    advice: "Heed the reason, or leave it out of \(setting: .methods).")
  package static let replicatesSampled = NoteKind(
    "replicates_sampled",
    "with many drivers each resample averages some orders of entry, and how much that can matter",
    advice: "Nothing, if it is small.")
  package static let inadmissibleReplicates = NoteKind(
    "inadmissible_replicates",
    "resamples whose corrected correlations contradict each other",
    advice: "Join constructs, or take the estimates as they are.")
  package static let blocksUntested = NoteKind(
    "blocks_untested",
    "blocks are not tested with resampled errors",
    advice: "Use another kind of \(setting: .errors).")
  package static let noPermutation = NoteKind(
    "no_permutation",
    "there is no permutation test, of all or of some drivers, and why",
    advice: "Use the test of the coefficient.")
  package static let permutationWithinClusters = NoteKind(
    "permutation_within_clusters",
    "the permutation test exchanges respondents within their clusters only",
    advice: "Do not read it as a test of differences between clusters.")
  package static let permutationWeights = NoteKind(
    "permutation_weights",
    "weights stay with their rows in the permutation test",
    advice: "Nothing, if a driver has little to do with the weights.")
  package static let factorScores = NoteKind(
    "factor_scores",
    "constructs are scored by one factor each, of respondents who answered every item",
    advice: "Nothing.")
  package static let corrected = NoteKind(
    "corrected",
    "importance is corrected for the error of measurement, and with which reliabilities",
    advice: "Keep in mind that uncorrelated errors are assumed.")
  package static let latentConstructs = NoteKind(
    "latent_constructs",
    "importance is of the constructs of a factor model",
    advice: "Keep in mind that each item is taken to measure one construct alone.")
  package static let constructFit = NoteKind(
    "construct_fit",
    "how well the factor model of the constructs fits",
    advice: "Where it does not, mend the constructs first.")
  package static let reliabilityUnknown = NoteKind(
    "reliability_unknown",
    "single items are taken as measured without error, which favours the others",
    advice: "Give what is known with \(setting: .reliability).")

  package static let effectsAssumed = NoteKind(
    "effects_assumed",
    "what direct and indirect effects take for granted",
    advice: "Look at the table sensitivity, and measure what may move both.")

  /// What is noted of drivers and importance–performance.
  package static let insightFamily = Family(
    "Drivers and importance–performance",
    [
      .weakSignal, .shareNearZero, .estimateOutsideInterval, .basicInterval, .rSquaredInterval, .quadrantsVague,
      .digitsLost, .effectWithheld, .negativeEffect, .scaleTurned, .caughtInHalo, .potentialsDoNotAdd,
      .methodLeftOut, .replicatesSampled, .inadmissibleReplicates,
      .blocksUntested, .noPermutation, .permutationWithinClusters, .permutationWeights, .factorScores, .corrected,
      .latentConstructs, .constructFit, .reliabilityUnknown, .effectsAssumed,
    ])
}
