import Survey
import SurveyFiles

extension SourceLoader {
  /// The loader and its reader with the columns of the sets that groups are named after.
  ///
  /// A group without columns is one that the file itself lists, a multiple-response set: its answers become columns of 0 and 1.
  ///
  /// - Throws: `DataFault.request` for a set that the file does not have.
  func takingSets(_ reader: any SurveyReader) throws -> (SourceLoader, any SurveyReader) {
    guard specification.groups.contains(where: \.items.isEmpty) else { return (self, reader) }
    var loader = self
    let known = reader.report.responseSets
    loader.sets = try specification.groups.filter(\.items.isEmpty).map { group in
      guard let set = known.first(where: { $0.isNamed(group.name) }) else {
        let names = known.isEmpty ? "The file has none" : "Its sets: \(known.map(\.name).joined(separator: ", "))"
        let example = "\(MultipleResponseSet.plain(group.name))=a,b"
        throw DataFault.request(
          problem:
            "The group '\(group.name)' has no columns, and \(reader.report.source) has no multiple-response set of that name",
          suggestion: "\(names). Name columns, such as \(setting: .groups, example).")
      }
      return set
    }
    let extended = try loader.withSets(reader)
    for (index, group) in specification.groups.enumerated() where group.items.isEmpty {
      let set = loader.sets.first { $0.isNamed(group.name) }!
      let columns = (extended as? MultipleResponseReader)?.columns(of: set) ?? []
      guard !columns.isEmpty else {
        throw DataFault.request(
          problem: "Nobody chose an answer of the set '\(set.name)'", suggestion: "Leave it out.")
      }
      loader.study.specification.groups[index] = StudySpecification.Group(
        name: set.name, items: columns.map(Selection.quoted))
    }
    return (loader, extended)
  }

  /// A reader with the columns of the sets in use.
  func withSets(_ reader: any SurveyReader) throws -> any SurveyReader {
    guard !sets.isEmpty else { return reader }
    return try MultipleResponseReader(
      reader, sets: sets, missing: try specification.missingRules(in: reader.names))
  }
}
