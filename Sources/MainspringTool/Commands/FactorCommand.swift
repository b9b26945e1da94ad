import ArgumentParser
import Presentation
import Rendering
import Studies
import Survey

struct FactorCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "factor",
    abstract: "How many factors the items have, what they are, and how well they fit.",
    discussion: """
      Examples:
        mainspring factor webshop
        mainspring factor webshop --factors 3 --extraction ml --sort
        mainspring factor cahps --rotation geomin --output loadings.png
        mainspring factor webshop --variables pq1:sc4 --scores scores.csv
      Tables: loadings (the default for csv), communalities, factor_correlations, variance_explained, fit, factor_count, \
      eigenvalues, suitability, residual_correlations, score_weights, congruence (with --by).
      """, aliases: ["factors", "efa"])

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Factors") var factors: FactorOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("factor: --stream is for `drivers` and `ipa`.") }
  }

  func run() throws {
    try figure.check(verb: "factor", writesPicture: output.writesPicture)
    let scoresFile = [factors.scores].compactMap { $0 }
    try Emitter(options: output).check(hasFigure: true, command: "factor", source: data.source, others: scoresFile)
    var study = try Study(data, outputs: output.output + scoresFile)
    try factors.overlay(&study)
    resampling.overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .factor, quiet: output.quiet))
    let result = try study.factors(scores: factors.scores != nil, execution)
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure)
        .emit(Self.document(study, result), others: output.scores(result.scores, path: factors.scores))
    }
  }

  static func document(_ study: Study, _ factors: FactorStudy) -> Document {
    let result = factors.result
    let view = FactorDocuments.View(
      cut: study.settings.factor.cut ?? 0.3, isSorted: study.settings.factor.isSorted,
      labels: result.labels)
    return FactorDocuments.make(
      result.groups, congruences: factors.congruences, view: view, title: result.title, run: result.run,
      notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }
}
