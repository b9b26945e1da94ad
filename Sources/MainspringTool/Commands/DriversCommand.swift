import ArgumentParser
import Importance
import Insight
import Presentation
import Rendering
import Studies
import Survey

struct DriversCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "drivers",
    abstract: "What drives the outcomes: regression and relative importance, with intervals.",
    discussion: """
      Examples:
        mainspring drivers webshop
        mainspring datasets webshop --copy my-study
        mainspring drivers my-study/webshop.csv --outcome recommend,repurchase \\
          --drivers pq1:sc4 --scale 1:7 --scale recommend=0:10 \\
          --missing-codes 9 --weights weight --output drivers.png
        mainspring drivers webshop --drivers pq1:pq4 --terms 'pq1:pq2,pq1^2'
        mainspring drivers webshop --permutations 1000 --diagnostics
        mainspring drivers webshop --figure residuals --output residuals.png
        mainspring drivers attitude --block 'pay=raises' --block 'boss=complaints'
      Tables: fit, coefficients, importance (the default for csv), differences, dominance, dominance_levels;
      with --by group_differences; with --block blocks; with --diagnostics diagnostics, influence, collinearity, vif.
      """, aliases: ["key-drivers", "importance", "regression"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var drivers: DriverOptions
  @OptionGroup(title: "Examination") var examination: ExaminationOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let methods = drivers.methods, Selection.split(methods).contains("stated") {
      throw ValidationError("--methods stated: stated importance is not derived from the data; `ipa` shows it.")
    }
    try checkFigure()
  }

  /// A figure that nothing would show is a mistake worth hearing of.
  private func checkFigure() throws {
    guard let figure = examination.figure, !output.writesPicture
    else { return }
    throw ValidationError(
      "--figure \(figure.rawValue): name a picture file too, such as --output \(figure.rawValue).png.")
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: true, command: "drivers", source: data.source)
    var study = try Study(data, outputs: output.output)
    try drivers.overlay(&study)
    resampling.overlay(&study)
    try examination.overlay(&study, table: output.table)
    study.settings.table = output.table
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .drivers, quiet: output.quiet))
    try emitter.emit(Self.document(study, figure: examination.figure ?? .importance, execution))
  }

  static func document(
    _ study: Study, figure: DriverFigure = .importance, _ execution: StudyExecution
  ) throws -> Document {
    let result = try study.drivers(execution)
    return DriverDocuments.drivers(
      result.groups, title: result.title, run: result.run, notes: result.notes, figure: figure
    ).naming(notDrawn: result.leftOut)
  }
}
