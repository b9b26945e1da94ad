import ArgumentParser
import Measures
import Resampling
import Structural
import Studies
import Survey

/// The model, and how it is estimated.
struct StructuralOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Constructs and paths in lavaan's syntax, or a file that holds them. Constructs of the study need no =~. Default: the constructs alone.",
      valueName: "text|file"))
  var model: String?

  @Option(help: ArgumentHelp("A construct's items (repeatable), as name =~ a + b would say.", valueName: "name=a,b"))
  var group: [String] = []

  @Option(
    help:
      "What is made small, and how errors are found: ml, mlm, mlmv or mlr (robust, from rows), uls, gls, or wlsmv (ordered answers). Default: ml, with --ordinal wlsmv."
  )
  var estimator: StructuralModel.Estimator?

  @Option(
    help:
      "Fit correlations in place of covariances, with errors and χ² of their own: spearman, kendall, polychoric or mixed (as each variable is measured). Default: pearson, which is covariances.",
    transform: OptionText.correlation)
  var correlation: CorrelationMethod?

  @Option(
    help: ArgumentHelp(
      "Variables that wlsmv takes for ordered answers. Without it whole numbers with at most 11 different answers are.",
      valueName: "a,b"))
  var ordinal: String?

  @Option(help: ArgumentHelp("Variables that wlsmv takes for measured, beside ordered ones.", valueName: "a,b"))
  var continuous: String?

  @Option(
    help:
      "Information that errors of ml come from: expected or observed; of wlsmv, whether measured variables are taken for normal (expected) or as they are (observed). Default: expected."
  )
  var information: StructuralModel.Information?

  @Option(
    help:
      "Intervals of effects and defined parameters: delta, bootstrap (of --bootstrap resamples) or monte-carlo (draws of the estimates). Default: delta, with --bootstrap bootstrap."
  )
  var inference: EffectInference?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Test χ² by so many resamples of rows for which the model holds (Bollen and Stine).", valueName: "number"))
  var bollenStine: Int?

  @Option(
    help: ArgumentHelp(
      "What is the same in all groups of --by: loadings, intercepts, residuals (residual variances).",
      valueName: "loadings,…"))
  var equal: String?

  @Flag(help: "Test step by step whether the groups of --by are measured alike.")
  var invariance = false

  @Flag(help: "Constructs of variance 1 and free loadings, instead of a first loading of 1.")
  var unitVariances = false

  @Flag(help: "Constructs do not covary but where the model says so.")
  var orthogonal = false

  @Flag(help: "Means and intercepts too; several groups always have them.")
  var means = false

  @OptionGroup var auxiliary: AuxiliaryOption

  @Option(
    help: ArgumentHelp(
      "Write scores of the constructs (regression): a row per row of the data, in their order.", valueName: "file.csv"))
  var scores: String?

  func validate() throws {
    try OptionText.check(bollenStine, "--bollen-stine", SettingLimits.replicates)
    if let scores, !scores.hasSuffix(".csv") {
      throw ValidationError("--scores \(scores): scores are written as .csv.")
    }
  }

  func overlay(_ study: inout Study) throws {
    if let model { study.settings.structural.model = try StructuralSettings.model(model) }
    if !group.isEmpty { study.specification.groups = try group.map { try OptionText.group($0, option: "--group") } }
    if let estimator { study.settings.structural.estimator = estimator }
    if let correlation { study.settings.correlation = correlation }
    if let information { study.settings.structural.information = information }
    if let ordinal { study.settings.structural.ordinal = Selection.split(ordinal) }
    if let continuous { study.settings.structural.continuous = Selection.split(continuous) }
    if let inference { study.settings.structural.inference = inference }
    if let bollenStine { study.settings.structural.bollenStine = bollenStine }
    if let equal { study.settings.structural.equal = try Self.invariances(equal) }
    if invariance { study.settings.structural.testsInvariance = true }
    if unitVariances { study.settings.structural.hasUnitVariances = true }
    if orthogonal { study.settings.structural.isOrthogonal = true }
    auxiliary.overlay(&study)
    if means { study.settings.structural.hasMeans = true }
  }

  private static func invariances(_ text: String) throws -> [StructuralModel.Invariance] {
    var chosen: [StructuralModel.Invariance] = []
    for word in Selection.split(text) {
      guard let one = StructuralModel.Invariance(rawValue: word) else {
        let names = StructuralModel.Invariance.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: word, among: names, limit: 1)
        throw DataFault.request(
          problem: "No parameters of a model are called '\(word)'",
          suggestion: (near.first.map { "Did you mean '\($0)'? " } ?? "")
            + "There are: \(names.joined(separator: ", ")).")
      }
      if !chosen.contains(one) { chosen.append(one) }
    }
    return chosen
  }
}
