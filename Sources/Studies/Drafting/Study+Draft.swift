import Measures
import Survey

extension Study {
  /// A draft of the study of these data, for a person to correct. What the study says already stays.
  ///
  /// Throws `DataFault` for data that cannot be read, or that are no answers of people, and `.request` for a study file, which needs
  /// no draft, and for bundled data.
  ///
  /// - Parameters:
  ///   - data: what the draft calls the data file; its path as it was given without it.
  ///   - splitsByFactors: batteries of six items or more are taken apart by factor analysis.
  public func draft(
    data: String? = nil, splitsByFactors: Bool = false, _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyDraft {
    guard case .path(let path) = source, file == nil else {
      throw DataFault.request(
        problem: file == nil ? "A draft names the file of its data, and these are bundled" : "That is a study already",
        suggestion: file == nil
          ? "Copy them with \(setting: .copy, "FOLDER") of `datasets`, and name the copied file."
          : "Name its data file instead.")
    }
    let loaded = try SourceLoader(
      study: self, need: .rows, takesRepeatedNames: true, execution: execution
    ) { _, _, _ in (AnalysisRoles(outcomes: [], players: []), []) }.load()
    guard case .rows(let dataset) = loaded.content else {
      throw DataFault.needsRows(analysis: "A draft of a study", suggestion: "Give the answers themselves.")
    }
    return StudyDraft(
      dataset, study: self, data: data ?? (path == "-" ? "survey.csv" : path), splitsByFactors: splitsByFactors,
      jobs: execution.threads)
  }
}
