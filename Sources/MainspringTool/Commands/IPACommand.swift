import ArgumentParser
import Insight
import Presentation
import Rendering
import Studies
import Survey

struct IPACommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipa",
    abstract: "The importance–performance matrix: what to work on first.",
    discussion: """
      Examples:
        mainspring ipa webshop --output matrix.png
        mainspring datasets webshop --copy my-study
        mainspring ipa my-study/webshop.csv --outcome recommend --drivers pq1:sc4 \\
          --scale 1:7 --scale recommend=0:10 --missing-codes 9 --crosshair 70,0.1
        mainspring ipa webshop --methods lmg,stated
        mainspring ipa webshop --by wave --figure waves --output waves.png
      Tables: ipa (the default for csv), crosshair; with --by group_differences.
      """, aliases: ["matrix", "importance-performance"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var drivers: DriverOptions
  @OptionGroup(title: "Matrix") var matrix: MatrixOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if let term = drivers.terms.first {
      throw ValidationError(
        "--terms \(term): a product or power has no performance, hence no place in the matrix; `drivers` takes it.")
    }
  }

  func run() throws {
    try figure.check(verb: "ipa", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "ipa", source: data.source)
    var study = try Study(data, outputs: output.output)
    try drivers.overlay(&study)
    resampling.overlay(&study)
    try matrix.overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .ipa, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.importancePerformance(execution)
    return MatrixDocuments.make(result.groups, title: result.title, run: result.run, notes: result.notes)
      .naming(notDrawn: result.leftOut)
  }
}

/// What only the matrix needs.
struct MatrixOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where the lines stand: mean, median, scale, or performance,importance such as 70,0.25.", valueName: "rule"))
  var crosshair: String?

  @Option(
    help: ArgumentHelp("The column of stated importance of a driver or item (repeatable).", valueName: "pq1=imp_pq1"))
  var stated: [String] = []

  @Option(help: ArgumentHelp("Stated importance of pq1 is in <prefix>pq1.", valueName: "imp_"))
  var statedPrefix: String?

  func validate() throws {
    try OptionText.check(crosshair, "--crosshair", SettingLimits.crosshair) { $0 }
  }

  func overlay(_ study: inout Study) throws {
    if let crosshair { study.settings.crosshair = CrosshairRule(crosshair) }
    for pair in stated {
      let (driver, column) = try OptionText.pair(pair, option: "--stated", example: "pq1=imp_pq1")
      study.specification.stated[driver] = column
    }
    if let statedPrefix { study.specification.statedPrefix = statedPrefix }
  }
}
