import ArgumentParser
import Presentation
import Rendering
import Studies
import Survey

struct MediateCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "mediate",
    abstract: "What carries the effects of the drivers: direct and indirect effects, with intervals.",
    discussion: """
      Examples:
        mainspring mediate webshop --through satisfaction
        mainspring datasets webshop --copy my-study
        mainspring mediate my-study/webshop.csv --outcome recommend \\
          --drivers pq1,pe1 --through sat1,sat2 --serial --missing-codes 9
        mainspring mediate webshop --through satisfaction --moderator segment
        mainspring mediate webshop --through satisfaction --output carried.png
        mainspring mediate political-democracy --outcome y5 --drivers x1 \\
          --through y1 --inference monte-carlo --table effects
      Tables: effects (the default for csv), paths, sensitivity; with --moderator conditional_effects, moderated_mediation, johnson_neyman.
      """, aliases: ["mediation", "process"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var mediation: MediationOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("mediate: --stream is for `drivers` and `ipa`.") }
  }

  func run() throws {
    try figure.check(verb: "mediate", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "mediate", source: data.source)
    var study = try Study(data, outputs: output.output)
    try mediation.overlay(&study)
    resampling.overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .mediate, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.mediation(execution)
    return MediationDocuments.make(
      result.groups, title: result.title, run: result.run, notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }
}
