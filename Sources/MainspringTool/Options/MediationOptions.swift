import ArgumentParser
import Insight
import Regression
import Studies
import Survey

/// What may carry the effects of which drivers on what.
struct MediationOptions: ParsableArguments {
  @OptionGroup var roles: RoleOptions

  @Option(
    help: ArgumentHelp(
      "The drivers: constructs, names, ranges first:last in column order, globs prod*. Default: the study's other constructs.",
      valueName: "a,b,c"))
  var drivers: String?

  @Option(
    help: ArgumentHelp(
      "The mediators, constructs or columns: what may carry the effects, side by side.", valueName: "a,b"))
  var through: String?

  @Flag(help: "The mediators stand one behind the other, in the order named.")
  var serial = false

  @Option(
    help: ArgumentHelp(
      "Outcomes of ordered answers: effects are on the chance of each answer or a higher one. Those of two answers are so without it.",
      valueName: "a,b"))
  var ordinal: String?

  @Option(
    help: ArgumentHelp("A column or construct that may change the effects.", valueName: "column"))
  var moderator: String?

  @Option(
    help: ArgumentHelp(
      "Which parts of the way the moderator changes: first (driver to mediator), second (mediator to outcome), direct. Default: all.",
      valueName: "first,…"))
  var moderates: String?

  @Option(
    help:
      "Intervals of effects: bootstrap, monte-carlo (draws of the coefficients) or delta (Sobel). Default: bootstrap, with --bootstrap 0 monte-carlo."
  )
  var inference: MediationAnalysis.Inference?

  @Option(
    help:
      "Errors of coefficients: classical, hc0, hc1, hc2, hc3, hc4, cluster, design or jackknife. Default: hc3; design with sampling weights or strata; cluster with --cluster; classical from a matrix."
  )
  var errors: LinearRegression.ErrorKind?

  func overlay(_ study: inout Study) throws {
    try roles.overlay(&study)
    if let drivers { study.specification.drivers = Selection.split(drivers) }
    if let through { study.settings.mediation.through = Selection.split(through) }
    if serial { study.settings.mediation.isSerial = true }
    if let ordinal { study.settings.mediation.ordinal = Selection.split(ordinal) }
    if let moderator { study.settings.mediation.moderator = moderator }
    if let moderates { study.settings.mediation.moderates = try Self.stages(moderates) }
    if let inference { study.settings.mediation.inference = inference }
    if let errors { study.settings.errors = errors }
  }

  private static func stages(_ text: String) throws -> [MediationAnalysis.Stage] {
    var chosen: [MediationAnalysis.Stage] = []
    for word in Selection.split(text) {
      guard let one = MediationAnalysis.Stage(rawValue: word) else {
        throw DataFault.request(
          problem: "No part of a way is called '\(word)'",
          suggestion: "There are: \(MediationAnalysis.Stage.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      if !chosen.contains(one) { chosen.append(one) }
    }
    return chosen
  }
}
