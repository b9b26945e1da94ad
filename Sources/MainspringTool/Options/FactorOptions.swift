import ArgumentParser
import Factors
import Measures
import Studies
import Survey

/// What is factored, into how many factors, and how.
struct FactorOptions: ParsableArguments {
  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The items: names, ranges first:last in column order, globs. Without it those of the study, or all columns of numbers.",
      valueName: "a,b,c"))
  var variables: String?

  @Option(
    help: ArgumentHelp(
      "A construct's items (repeatable); all constructs' items are factored together.", valueName: "name=a,b"))
  var group: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many factors, or auto: common factors above the 95th percentile of random ones. Default: auto.",
      valueName: "number"))
  var factors: String?

  @Option(
    help:
      "Correlations to start from: pearson, spearman, kendall, polychoric or mixed (as each item is measured). Default: pearson.",
    transform: OptionText.correlation)
  var correlation: CorrelationMethod?

  @Option(help: "How they are extracted: minres, ml, principal-axis, gls or components. Default: minres.")
  var extraction: FactorAnalysis.Extraction?

  @Option(
    help:
      "How they are rotated: none, varimax, quartimax, equamax, promax, promax-plain, promax-spss, oblimin, quartimin, geomin, geomin-orthogonal, target (each item on its own construct or --group), bifactor or biquartimin. Default: oblimin."
  )
  var rotation: RotationName?

  @Flag(
    inversion: .prefixedNo,
    help: "Rows brought to length one before rotation. Default: for varimax and promax; SPSS does it always.")
  var kaiser: Bool?

  @Option(parsing: .unconditional, help: ArgumentHelp("Oblimin's γ. Default: 0.", valueName: "number"))
  var gamma: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("Promax's power. Default: 4.", valueName: "number"))
  var kappa: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("Geomin's δ. Default: 0.01.", valueName: "number"))
  var delta: Double?

  @Option(help: ArgumentHelp("Starts of the rotation. Default: 100.", valueName: "number"))
  var starts = 100

  @Option(
    help: ArgumentHelp("Random samples of each parallel analysis; 0 for none. Default: 1000.", valueName: "number"))
  var parallel = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Loadings smaller than this are left blank. Default: 0.3.", valueName: "number"))
  var cut: Double?

  @OptionGroup var auxiliary: AuxiliaryOption

  @Flag(help: "Items by the factor on which they load most.")
  var sort = false

  @Option(help: ArgumentHelp("Write factor scores: a row per row of the data, in their order.", valueName: "file.csv"))
  var scores: String?

  @Option(help: "Which scores: regression, bartlett or ten-berge. Default: regression.")
  var scoreMethod: FactorScores.Method?

  func validate() throws {
    try OptionText.check(factors, "--factors", SettingLimits.factors) { $0 }
    try OptionText.check(cut, "--cut", SettingLimits.cut)
    try OptionText.check(starts, "--starts", SettingLimits.starts)
    try OptionText.check(parallel, "--parallel", SettingLimits.parallelSamples)
    try OptionText.check(kappa, "--kappa", SettingLimits.kappa) { "\($0)" }
    try OptionText.check(delta, "--delta", SettingLimits.delta) { "\($0)" }
    try OptionText.check(gamma, "--gamma", SettingLimits.gamma) { "\($0)" }
    if let scores, !scores.hasSuffix(".csv") {
      throw ValidationError("--scores \(scores): scores are written as .csv.")
    }
  }

  func overlay(_ study: inout Study) throws {
    if let variables { study.settings.variables = Selection.split(variables) }
    if !group.isEmpty { study.specification.groups = try group.map { try OptionText.group($0, option: "--group") } }
    auxiliary.overlay(&study)
    if let factors { study.settings.factor.factors = FactorSettings.Count(factors) }
    if let extraction { study.settings.factor.extraction = extraction }
    if let correlation { study.settings.correlation = correlation }
    if let rotation { study.settings.factor.rotation = rotation }
    if let cut { study.settings.factor.cut = cut }
    if let scoreMethod { study.settings.factor.scores = scoreMethod }
    if let kaiser { study.settings.factor.isNormalized = kaiser }
    if let gamma { study.settings.factor.gamma = gamma }
    if let kappa { study.settings.factor.kappa = kappa }
    if let delta { study.settings.factor.delta = delta }
    study.settings.factor.starts = starts
    study.settings.factor.parallel = parallel
    study.settings.factor.isSorted = sort
  }
}
