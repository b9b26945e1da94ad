import ArgumentParser
import Importance
import Insight
import Measures
import Regression
import Resampling
import Survey

/// What is to be explained, by what, and how.
struct DriverOptions: ParsableArguments {
  @OptionGroup var roles: RoleOptions

  @Option(
    help: ArgumentHelp(
      "The drivers: names, ranges first:last in column order, globs prod*; quotes protect a name.",
      valueName: "a,b,c"))
  var drivers: String?

  @Option(
    help: ArgumentHelp(
      "Drivers that count as one (repeatable); a multiple-response set by its name alone.", valueName: "name=a,b"))
  var group: [String] = []

  @Option(
    help: ArgumentHelp(
      "Products and powers as drivers of their own beside the others (repeatable); here : multiplies.",
      valueName: "a:b,a^2", visibility: Offer.visibility("terms")))
  var terms: [String] = []

  @OptionGroup var auxiliary: AuxiliaryOption

  @OptionGroup(title: "Imputation") var imputation: ImputationOptions

  @Option(help: "How a study's constructs play: composites (mean of the items), groups (items count as one) or items.")
  var players: StudySpecification.Players?

  @Option(
    help:
      "How constructs are scored: mean (of the answered items), regression or bartlett (factor scores of complete rows). Default: mean."
  )
  var scoreMethod: ConstructScoring.Scores?

  @Option(
    name: [.customLong("correct"), .customLong("model")],
    help: ArgumentHelp(
      "Importance without the error of measurement: reliability (of constructs, ω of one factor) or cfa (of the constructs of a factor model of all items).",
      valueName: "kind"))
  var correct: String?

  @Option(
    help: ArgumentHelp(
      "A reliability that is known, for --correct (repeatable): of a single item, an outcome or a covariate.",
      valueName: "name=0.8"))
  var reliability: [String] = []

  @Option(
    help: ArgumentHelp(
      "Importance methods, separated by commas: lmg, last, first, betasq, pratt, genizi, relative-weights, car; ipa also takes stated.",
      valueName: "lmg,…"))
  var methods: String?

  @Option(
    help:
      "Standard errors: classical, hc0, hc1, hc2, hc3, hc4, cluster, design, jackknife or bootstrap. Default: hc3, of 50,000 rows and more jackknife; design with sampling weights or strata; cluster with --cluster; jackknife from sums by block; classical from a matrix."
  )
  var errors: LinearRegression.ErrorKind?

  @Option(
    help:
      "Correlations to start from: pearson, spearman, kendall, polychoric or mixed (as each variable is measured). Default: pearson.",
    transform: OptionText.correlation)
  var correlation: CorrelationMethod?
}

/// How sure the answer is.
struct ResamplingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Resamples; 0 switches resampling off. Default: as many as the study says, else \(Offer.resamples).",
      valueName: "number"))
  var bootstrap: Int?

  @Option(help: "Intervals from the resamples: percentile, basic or bca.")
  var interval: IntervalKind?

  @Option(parsing: .unconditional, help: ArgumentHelp("Coverage of every interval. Default: 0.95.", valueName: "share"))
  var confidence: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The seed of all random numbers. Default: 1.", valueName: "number"))
  var seed: UInt64?

  func validate() throws {
    try OptionText.check(bootstrap, "--bootstrap", SettingLimits.replicates)
    try OptionText.check(confidence, "--confidence", SettingLimits.confidence)
  }
}
