import ArgumentParser
import Presentation
import Rendering
import Studies
import Survey

struct StructuralCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "sem",
    abstract: "What carries what: paths between constructs, how they are measured, and how well the model fits.",
    discussion: """
      Examples:
        mainspring sem webshop \\
          --model 'satisfaction ~ product_quality; recommend ~ satisfaction'
        mainspring cfa webshop
        mainspring sem political-democracy --estimator mlr --table effects
        mainspring sem political-democracy --output paths.png
        mainspring cfa holzinger-swineford --by school --invariance
        mainspring cfa webshop --missing em
        mainspring sem webshop --model 'recommend ~ satisfaction' --ordinal sat1:sat3
        mainspring cfa webshop --missing impute --imputations 5
      Tables: parameters (the default for csv), fit, effects, r_squared, modification, residuals, invariance, partial_invariance,
        group_differences (with --by).
      """, aliases: ["cfa", "lavaan"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var model: StructuralOptions
  @OptionGroup(title: "Imputation") var imputation: ImputationOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("sem: --stream is for `drivers` and `ipa`.") }
  }

  func run() throws {
    try figure.check(verb: "sem", writesPicture: output.writesPicture)
    let scoresFile = [model.scores].compactMap { $0 }
    try Emitter(options: output).check(hasFigure: true, command: "sem", source: data.source, others: scoresFile)
    var study = try Study(data, outputs: output.output + scoresFile)
    try model.overlay(&study)
    imputation.overlay(&study)
    resampling.overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .sem, quiet: output.quiet))
    let result = try study.structural(scores: model.scores != nil, execution)
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure)
        .emit(StructuralDocuments.make(result), others: output.scores(result.scores, path: model.scores))
    }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    StructuralDocuments.make(try study.structural(execution))
  }
}
