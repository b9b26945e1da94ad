import ArgumentParser
import Studies
import Survey

/// What regressions explain, and what they hold constant.
struct RoleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The outcomes, separated by commas; each is analysed on its own. Constructs of the study too in `mediate`.",
      valueName: "a,b"))
  var outcome: String?

  @Option(
    help: ArgumentHelp(
      "The category that the others of a column are compared with (repeatable). Default: alphabetically the first.",
      valueName: "var=level"))
  var reference: [String] = []

  @Option(help: ArgumentHelp("Covariates kept in every model.", valueName: "a,b"))
  var always: String?

  func overlay(_ study: inout Study) throws {
    if let outcome {
      study.specification.otherOutcomes = study.specification.outcomes
      study.specification.outcomes = Selection.split(outcome)
    }
    for text in reference {
      let (name, level) = try OptionText.pair(text, option: "--reference", example: "region=north")
      study.specification.references[Selection.unquoted(name)] = Selection.unquoted(level)
    }
    if let always { study.specification.always = Selection.split(always) }
  }
}
