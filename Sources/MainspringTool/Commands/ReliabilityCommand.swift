import ArgumentParser
import Presentation
import Rendering
import Studies
import Survey

struct ReliabilityCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "How well constructs are measured by their items, and whether they are distinct.",
    discussion: """
      Examples:
        mainspring reliability webshop
        mainspring datasets webshop --copy my-study
        mainspring reliability my-study/webshop.csv --missing-codes 9 \\
          --group 'staff=sc1:sc4' --group 'product=pq1:pq4'
        mainspring reliability webshop --variables 'pq*' --table item_statistics
        mainspring reliability webshop --by segment --output reliability.png
      Tables: reliability (the default for csv), discriminant, item_statistics, one_factor, split_halves, common_method.
      """, aliases: ["alpha", "omega"])

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: .customLong("variables"),
    help: ArgumentHelp("The items of one construct: names, ranges first:last in column order, globs.", valueName: "a,b")
  )
  var variables: String?

  @Option(
    help: ArgumentHelp(
      "A construct's items (repeatable). Without it the constructs and the satisfaction of the study.",
      valueName: "name=a,b"))
  var group: [String] = []

  @OptionGroup var auxiliary: AuxiliaryOption

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("reliability: --stream is for `drivers` and `ipa`.") }
    if variables != nil, !group.isEmpty {
      throw ValidationError("reliability: --variables names one construct, --group several; give one of them.")
    }
  }

  func run() throws {
    try figure.check(verb: "reliability", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "reliability", source: data.source)
    var study = try Study(data, outputs: output.output)
    resampling.overlay(&study)
    if let variables { study.settings.variables = Selection.split(variables) }
    auxiliary.overlay(&study)
    study.settings.namedConstructs = try group.map { try OptionText.group($0, option: "--group") }
    output.overlay(&study)
    let execution = StudyExecution(
      jobs: data.jobs, observer: ConsoleObserver(verb: .reliability, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.reliability(execution)
    return ReliabilityDocuments.make(
      result.groups, labels: result.labels, title: result.title, run: result.run, notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }
}
