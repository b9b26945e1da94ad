import ArgumentParser
import Studies
import Survey

/// How missing answers are drawn.
struct ImputationOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How often missing answers are drawn with --missing impute. Default: 20, or as often as a pilot asks for.",
      valueName: "number"))
  var imputations: Int?

  @Option(
    help: ArgumentHelp(
      "How they are drawn: pmm, normal or ordinal for all, or of one column age=normal; pmm, normal, ordinal, logit. Default: logit for two values, else pmm.",
      valueName: "method,…"))
  var imputationMethods: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Resample respondents first and impute every resample anew: slow; right where imputation and analysis differ in their models.",
      visibility: Offer.visibility("impute-resamples")))
  var imputeResamples = false

  func validate() throws { try OptionText.check(imputations, "--imputations", SettingLimits.imputations) }

  func overlay(_ study: inout Study) {
    if let imputations { study.settings.imputations = imputations }
    if imputeResamples { study.settings.imputesResamples = true }
    if let imputationMethods { study.settings.imputationMethods = Selection.split(imputationMethods) }
  }
}
