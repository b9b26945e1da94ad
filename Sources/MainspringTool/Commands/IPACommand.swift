import ArgumentParser
import Insight
import Presentation
import Rendering
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
      Tables: ipa (the default for csv), crosshair.
      """)

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var drivers: DriverOptions
  @OptionGroup(title: "Matrix") var matrix: MatrixOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let term = drivers.terms.first {
      throw ValidationError(
        "--terms \(term): a product or power has no performance, hence no place in the matrix; `drivers` takes it.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: true, command: "ipa", source: data.source)
    let pipeline = DriverPipeline(
      command: "ipa", data: data, drivers: drivers, resampling: resampling, output: output)
    var leftOut: [String] = []
    let result = try pipeline.run { study in
      try matrix.overlay(&study)
      // A study's products are for `drivers`: kept here, they would take importance from the drivers that have a place.
      leftOut = study.terms
      study.terms = []
    } matrix: { study in
      let axes = try AnalysisWords.axes(study)
      let crosshair = try AnalysisWords.crosshair(study.crosshair)
      if case .given(_, let importance) = crosshair, importance > 1, axes.contains(where: { $0 != .stated }) {
        throw DataFault.request(
          problem: "The crosshair puts importance at \(importance), and derived importance is a share of 1",
          suggestion: "Write for example 70,0.25.")
      }
      return (ImportancePerformance(axes: axes, crosshair: crosshair), true)
    }
    let notes =
      leftOut.isEmpty
      ? []
      : [
        Note(
          .termsLeftOut,
          "The study's terms (\(leftOut.joined(separator: ", "))) are left out: a product or power has no performance. "
            + "`drivers` shows their coefficients and importance.")
      ]
    try emitter.emit(
      MatrixDocuments.make(result.groups, title: result.title, run: result.run, notes: result.notes + notes)
        .naming(notDrawn: result.leftOut))
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

  func overlay(_ study: inout StudySpecification) throws {
    if let crosshair { study.crosshair = crosshair }
    for pair in stated {
      let (driver, column) = try OptionText.pair(pair, option: "--stated", example: "pq1=imp_pq1")
      study.stated[driver] = column
    }
    if let statedPrefix { study.statedPrefix = statedPrefix }
  }
}
