package import Survey

extension NoteKind {
  package static let heywoodCase = NoteKind(
    "heywood_case",
    "a uniqueness stands at its lower bound",
    advice: "Do not read the solution as it stands: try fewer factors or other items.")
  package static let heywoodReplicates = NoteKind(
    "heywood_replicates",
    "resamples with a uniqueness at its lower bound; they are counted",
    advice: "Distrust the solution, if they are many.")
  package static let notConverged = NoteKind(
    "not_converged",
    "the extraction or the rotation did not converge",
    advice: "Use another \(setting: .extraction) or \(setting: .rotation), or fewer factors.")
  package static let localMinima = NoteKind(
    "local_minima",
    "some starts of the rotation ended at worse local minima",
    advice: "If few reached the best, distrust the rotation.")
  package static let noCommonFactor = NoteKind(
    "no_common_factor",
    "the rule that recommends keeps no factor",
    advice: "Do not read much into the one that was extracted.")
  package static let componentsDiffer = NoteKind(
    "components_differ",
    "components keep fewer factors than common factors do, and why",
    advice: "Go by the common factors, and look whether those that components miss are the ones you expect.")
  package static let minorFactors = NoteKind(
    "minor_factors",
    "with many respondents the recommended number may hold factors that are real but minor",
    advice: "Look at the solution with one factor less, too.")
  package static let clustersPermuted = NoteKind(
    "clusters_permuted",
    "random data for the number of factors are of independent respondents, and these come in clusters",
    advice: "Expect a factor too many: answers that are alike within clusters may pass for one.")
  package static let components = NoteKind(
    "components",
    "components were extracted: their loadings hold measurement error",
    advice: "Use another \(setting: .extraction) to measure something.")
  package static let noChiSquared = NoteKind(
    "no_chi_squared",
    "χ² and what follows from it (errors by formula, too) are left out: pairs, or moments of weighted rows alone",
    advice: "Judge fit by residuals.")
  package static let normalTheory = NoteKind(
    "normal_theory",
    "χ² and errors assume normal answers although there are rows",
    advice: "Distrust them where many answers are in the top box.")
  package static let rowsSampled = NoteKind(
    "rows_sampled",
    "of very many rows every second, third, … gave the scaling of χ² and the errors",
    advice: "Nothing: as many as these tell it well enough.")
  package static let summedFactors = NoteKind(
    "summed_factors",
    "rows were so many that they were summed: some rules for the number of factors are left out",
    advice: "Nothing; to see those rules, analyse a random part of the rows.")
  package static let noN = NoteKind(
    "no_n",
    "a matrix does not say how many respondents it is from, so there is no χ²",
    advice: "Say it with \(setting: .n).")
  package static let target = NoteKind(
    "target",
    "which construct each factor is turned towards",
    advice: "Nothing.")
  package static let noCongruence = NoteKind(
    "no_congruence",
    "factors are not compared between groups, and why",
    advice: "Use the same number of \(setting: .factors) in at most ten groups.")

  /// What is noted of factors.
  package static let factorsFamily = Family(
    "Factors",
    [
      .heywoodCase, .heywoodReplicates, .notConverged, .localMinima, .noCommonFactor, .componentsDiffer, .minorFactors,
      .clustersPermuted, .components, .noChiSquared, .normalTheory, .rowsSampled, .summedFactors, .noN, .target,
      .noCongruence,
    ])
}
