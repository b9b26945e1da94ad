import ArgumentParser
import Platform
import Presentation
import Rendering
import Studies
import Survey
import SurveyFiles

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

  func validate() throws {
    if data.stream { throw ValidationError("factor: --stream is for `drivers` and `ipa`.") }
    // A figure that nothing would show is a mistake worth hearing of.
    if let figure = factors.figure, !output.writesPicture {
      throw ValidationError(
        "--figure \(figure.rawValue): name a picture file too, such as --output \(figure.rawValue).png.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    let scoresFile = [factors.scores].compactMap { $0 }
    try emitter.check(hasFigure: true, command: "factor", source: data.source, others: scoresFile)
    var study = try Study(data, outputs: output.output + scoresFile)
    try factors.overlay(&study)
    resampling.overlay(&study)
    study.settings.table = output.table
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .factor, quiet: output.quiet))
    let result = try study.factors(scores: factors.scores != nil, execution)
    try emitter.emit(
      Self.document(study, result, figure: factors.figure ?? .loadings), others: try scoreOutputs(result.scores))
  }

  static func document(_ study: Study, _ factors: FactorStudy, figure: FactorFigure = .loadings) -> Document {
    let result = factors.result
    let view = FactorDocuments.View(
      cut: study.settings.factor.cut ?? 0.3, isSorted: study.settings.factor.isSorted, figure: figure,
      labels: result.labels)
    return FactorDocuments.make(
      result.groups, congruences: factors.congruences, view: view, title: result.title, run: result.run,
      notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }

  /// The file of `--scores`, in which no group's name is taken for a formula where a spreadsheet is to open it.
  private func scoreOutputs(_ scores: Dataset?) throws -> [AtomicFile.Output] {
    guard let path = factors.scores, var scores else { return [] }
    if output.spreadsheetSafe {
      scores = Dataset(
        variables: scores.variables.map { variable in
          guard case .text(let codes, let categories) = variable.values else { return variable }
          var copy = variable
          copy.values = .text(codes: codes, categories: categories.map(CSVRenderer.safe))
          return copy
        }, rowCount: scores.rowCount)
    }
    return [AtomicFile.Output(path: path, bytes: CSVWriter.bytes(of: scores))]
  }
}
