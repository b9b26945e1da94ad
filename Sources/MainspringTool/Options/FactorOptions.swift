import ArgumentParser
import Factors
import Measures
import Presentation
import Survey

/// The rotations by name; promax has one for each convention.
enum RotationName: String, CaseIterable, ExpressibleByArgument {
  case none, varimax, quartimax, equamax, promax
  case promaxPlain = "promax-plain"
  case promaxSPSS = "promax-spss"
  case oblimin, quartimin, geomin
  case geominOrthogonal = "geomin-orthogonal"
  case target, bifactor, biquartimin
}

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
      "How many factors, or auto: components above the 95th percentile of random ones. Default: auto.",
      valueName: "number"))
  var factors: String?

  @Option(
    help:
      "Correlations to start from: pearson, spearman, kendall, polychoric or mixed (as each item is measured). Default: pearson."
  )
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

  @Flag(help: "Items by the factor on which they load most.")
  var sort = false

  @Option(help: ArgumentHelp("Write factor scores: a row per row of the data, in their order.", valueName: "file.csv"))
  var scores: String?

  @Option(help: "Which scores: regression, bartlett or ten-berge. Default: regression.")
  var scoreMethod: FactorScores.Method?

  @Option(help: "The figure of picture files: loadings, scree or diagram. Default: loadings.")
  var figure: FactorFigure?

  func validate() throws {
    try OptionText.check(factors, "--factors", SettingLimits.factors) { $0 }
    try OptionText.check(cut, "--cut", SettingLimits.cut)
    if starts < 1 || starts > 10_000 { throw ValidationError("--starts \(starts): give a number from 1 to 10,000.") }
    if parallel != 0, !(40...1_000_000).contains(parallel) {
      throw ValidationError("--parallel \(parallel): give a number of samples from 40 to 1,000,000, or 0 for none.")
    }
    if let kappa, !(kappa >= 1 && kappa <= 20) {
      throw ValidationError("--kappa \(kappa): give a power between 1 and 20; 4 is usual.")
    }
    if let delta, !(delta > 0 && delta <= 1) {
      throw ValidationError("--delta \(delta): give a small number above 0, such as 0.01.")
    }
    if let gamma, !(gamma <= 1 && gamma >= -50) {
      throw ValidationError("--gamma \(gamma): give a number of at most 1, such as 0 or -0.5.")
    }
    if let scores, !scores.hasSuffix(".csv") {
      throw ValidationError("--scores \(scores): scores are written as .csv.")
    }
  }

  func overlay(_ study: inout StudySpecification) throws {
    if let variables { study.drivers = Selection.split(variables) }
    if !group.isEmpty { study.groups = try group.map { try OptionText.group($0, option: "--group") } }
    if let factors { study.factor.factors = factors }
    if let extraction { study.factor.extraction = extraction.rawValue }
    if let correlation { study.correlation = correlation.rawValue }
    if let rotation { study.factor.rotation = rotation.rawValue }
    if let cut { study.factor.cut = cut }
    if let scoreMethod { study.factor.scores = scoreMethod.rawValue }
  }

  /// The rotation that a study's words and these options mean.
  func rotation(_ name: RotationName, target pattern: [[Double?]]?) -> Rotation {
    let criterion: Rotation.Criterion
    var aim = Rotation.PromaxTarget.normalized
    switch name {
    case .promaxPlain: (criterion, aim) = (.promax, .plain)
    case .promaxSPSS: (criterion, aim) = (.promax, .spss)
    // Every other name is the criterion's own.
    default: criterion = Rotation.Criterion(rawValue: name.rawValue) ?? .oblimin
    }
    return Rotation(
      criterion, gamma: gamma ?? 0, delta: delta ?? 0.01, kappa: kappa ?? 4, promaxTarget: aim,
      isNormalized: kaiser, target: pattern)
  }
}
