extension StudySpecification {
  /// The columns to which `missingCodes` do not apply, and why.
  ///
  /// Codes never apply to weights, strata and clusters. A column with a scale *of its own* on which a code is an answer
  /// keeps that answer, with a note: a 9 is "don't know" on a battery from 1 to 7 and an answer on a scale from 0 to 10.
  ///
  /// Throws `DataFault.missingCodeInsideScale` when a code lies inside the scale of the study or of a construct, or
  /// when a column's own scale holds some of the codes and not others, so that keeping all or none would be wrong.
  public func exemptFromMissingCodes(in names: [String]) throws -> (columns: Set<String>, notes: [Note]) {
    let columns = Selection.Columns(names)
    var exempt: Set<String> = []
    for name in [weights?.variable, strata, cluster] {
      if let name { exempt.insert(try columns.exactly(name)) }
    }
    let codes = missingCodes.compactMap { Double($0) }
    guard !codes.isEmpty else { return (exempt, []) }
    for scale in [scale] + constructs.map(\.scale) {
      guard let scale, let code = codes.first(where: scale.contains) else { continue }
      let construct = constructs.first { $0.scale == scale }
      throw DataFault.missingCodeInsideScale(
        code: code, variable: construct?.name ?? "the drivers", low: scale.low, high: scale.high)
    }
    var notes: [Note] = []
    for (name, entry) in variables.sorted(by: { $0.key < $1.key }) where !exempt.contains(name) {
      guard let scale = entry.scale, let code = codes.first(where: scale.contains) else { continue }
      guard codes.allSatisfy(scale.contains) else {
        throw DataFault.missingCodeInsideScale(code: code, variable: name, low: scale.low, high: scale.high)
      }
      exempt.insert(try columns.exactly(name))
      notes.append(
        Note(
          "code_is_answer",
          "\(missingCodes.joined(separator: ", ")) counts as an answer to '\(name)', whose own scale holds it."))
    }
    return (exempt, notes)
  }
}
