import ArgumentParser
import Measures
import Presentation
import Rendering
import Studies
import Survey

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Items one by one: mean with interval, spread, shape, answers, and what is missing for which reason.",
    discussion: """
      Examples:
        mainspring describe webshop
        mainspring describe webshop --variables 'pq*' --table frequencies
        mainspring describe webshop --output answers.png
        mainspring datasets webshop --copy my-study
        mainspring describe my-study/webshop.csv --missing-codes 9 --by segment
        mainspring describe my-study/webshop.csv --study
      Tables: items (the default for csv), shares,
      share_differences, group_tests, quality, quantiles, frequencies.
      """, aliases: ["summary", "nps"])

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The columns: names, ranges, globs. Without it those of the study, or all.", valueName: "a,b,c"))
  var variables: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Coverage of the intervals of means. Default: 0.95.", valueName: "share"))
  var confidence: Double?

  @Option(help: "Intervals of net promoter scores and shares: adjusted, wald or score. Default: adjusted.")
  var shareInterval: ShareIntervalKind?

  @Flag(help: "Print a draft of the study file instead, made from columns and answers; `mainspring init` writes it.")
  var study = false

  @Flag(help: "With --study: take batteries of six items or more apart by factor analysis.")
  var byFactors = false

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("describe: --stream is for `drivers` and `ipa`.") }
    if byFactors, !study { throw ValidationError("--by-factors: it is for the draft that --study prints.") }
    try OptionText.check(confidence, "--confidence", SettingLimits.confidence)
  }

  func run() throws {
    if self.study { return try printDraft() }
    try figure.check(verb: "describe", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "describe", source: data.source)
    var study = try Study(data, outputs: output.output)
    if let variables { study.settings.variables = Selection.split(variables) }
    if let confidence { study.settings.confidence = confidence }
    if let shareInterval { study.settings.shareInterval = shareInterval }
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .describe, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  /// Prints the draft of a study, and nothing else on standard output.
  private func printDraft() throws {
    if let path = output.output.first {
      throw ValidationError("--output \(path): --study prints a draft; `mainspring init` writes it to a file.")
    }
    guard output.format == .text, output.table == nil else {
      throw ValidationError("--study prints a study file, which has one form; leave --format and --table out.")
    }
    let study = try Study(data, outputs: [])
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .describe, quiet: output.quiet))
    Console.write(try study.draft(splitsByFactors: byFactors, execution).text)
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.description(execution)
    return DescribeDocument.make(
      result.groups, title: result.title, run: result.run, notes: result.notes, differences: result.shareDifferences,
      tests: result.groupTests,
      quality: result.quality
    ).naming(notDrawn: result.leftOut)
  }
}
