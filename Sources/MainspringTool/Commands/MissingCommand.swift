import ArgumentParser
import Presentation
import Rendering
import Studies
import Survey

struct MissingCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing",
    abstract: "What is missing, of whom, what each treatment of it costs, and which one to use.",
    discussion: """
      Examples:
        mainspring missing webshop
        mainspring missing webshop --variables 'pq*' --table missing_patterns
        mainspring datasets webshop --copy my-study
        mainspring missing my-study/webshop.csv --missing-codes 9 --variables pq1:sc4
      Tables: missing_variables (the default for csv), missing_patterns, missing_reasons, missing_treatments, little,
      missing_predictors, sensitivity (of a study with outcomes and drivers).
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The columns: names, ranges, globs. Without it those of the study, or every column of numbers.",
      valueName: "a,b,c"))
  var variables: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Coverage of the intervals of odds ratios. Default: 0.95.", valueName: "share"))
  var confidence: Double?

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if data.stream { throw ValidationError("missing: --stream is for `drivers` and `ipa`.") }
    try OptionText.check(confidence, "--confidence", SettingLimits.confidence)
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: false, command: "missing", source: data.source)
    var study = try Study(data, outputs: output.output)
    if let variables { study.settings.variables = Selection.split(variables) }
    if let confidence { study.settings.confidence = confidence }
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .missing, quiet: output.quiet))
    try study.worded { try emitter.emit(Self.document(study, execution)) }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.missingAnswers(execution)
    return MissingDocuments.make(
      result.groups, title: result.title, run: result.run, notes: result.notes, sensitivity: result.sensitivity
    )
    .naming(notDrawn: result.leftOut)
  }
}
