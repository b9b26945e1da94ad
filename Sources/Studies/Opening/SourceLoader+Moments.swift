import Measures
import Survey
import SurveyFiles

extension SourceLoader {
  /// Moments or a published matrix, which has no rows to choose among.
  func loadMoments(_ reader: any SurveyReader) throws -> LoadedSource {
    if specification.condition != nil {
      throw DataFault.needsRows(
        analysis: "\(setting: .`where`)", suggestion: "Give a file of moments of those respondents only.")
    }
    if specification.raking != nil {
      throw DataFault.needsRows(analysis: "Raking", suggestion: "Give the data file.")
    }
    if specification.chosenWave != nil {
      throw DataFault.needsRows(analysis: "\(setting: .wave)", suggestion: "Give a file of moments of that wave.")
    }
    if specification.keepsIncompleteRows, let missing = specification.missing {
      throw DataFault.needsRows(
        analysis: "\(setting: .missing, missing.rawValue)", suggestion: "Leave it out: the matrix is what it is.")
    }
    let dataset = try reader.rows(ReadingRequest(jobs: execution.threads))
    let moments = try Moments(
      table: dataset, n: specification.n, diagonal: specification.diagonal, source: reader.report.source)
    let resolved = try resolve(specification, moments.names, [])
    var study = study
    let notes = MatrixDiagonalChoice.apply(Moments.diagonal(of: dataset), to: &study, resolved.roles)
    return LoadedSource(
      study: study, content: .moments(moments), roles: resolved.roles, name: reader.report.source,
      digest: reader.digest, rowsRead: nil, chosenWave: nil, notes: resolved.notes + notes)
  }
}

extension AnalysisRoles {
  /// Every column that the analysis reads.
  var columns: Set<String> {
    var names = Set(outcomes.map(\.name) + always.map(\.name) + auxiliary.map(\.name))
    for player in players + mediators {
      names.formUnion((player.items + player.stated + player.factors.flatMap(\.items)).map(\.name))
    }
    names.formUnion([weights?.variable].compactMap { $0 } + unitColumns + populationColumns)
    names.formUnion(replicates?.variables ?? [])
    return names
  }
}
