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
        mainspring drivers webshop --through satisfaction
        mainspring drivers webshop --figure residuals --output residuals.png
        mainspring drivers webshop --figure coefficients --size slide \\
          --theme dark --output slide.png
        mainspring drivers attitude --block 'pay=raises' --block 'boss=complaints'
      Tables: fit, coefficients, importance (the default for csv), differences, dominance, dominance_levels;
      with --by group_differences; with --block blocks; with --through effects, importance_through; with --diagnostics diagnostics, influence, collinearity, vif.
      """, aliases: ["key-drivers", "importance", "regression"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var drivers: DriverOptions
  @OptionGroup(title: "Examination") var examination: ExaminationOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if let methods = drivers.methods, Selection.split(methods).contains("stated") {
      throw ValidationError("--methods stated: stated importance is not derived from the data; `ipa` shows it.")
    }
  }

  func run() throws {
    try figure.check(verb: "drivers", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "drivers", source: data.source)
    var study = try Study(data, outputs: output.output)
    try drivers.overlay(&study)
    resampling.overlay(&study)
    try examination.overlay(&study, table: output.table, figure: figure.figure)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .drivers, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.drivers(execution)
    return DriverDocuments.drivers(
      result.groups, title: result.title, run: result.run, notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }
}
