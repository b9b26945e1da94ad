import Survey

extension StudySpecification {
  /// The study with its items of satisfaction as a construct of that name, where nothing else is called so.
  func takingSatisfaction(columns: [String]) -> StudySpecification {
    guard !satisfaction.isEmpty, construct("satisfaction") == nil, !columns.contains("satisfaction") else {
      return self
    }
    var study = self
    study.constructs.append(Construct(name: "satisfaction", items: satisfaction, scale: scale))
    return study
  }

  /// The study with these mediators: constructs by name, satisfaction among them, and columns by names, ranges and globs.
  ///
  /// Throws `DataFault.noSuchVariable`, and `.request` for one that is named twice.
  func withMediators(_ patterns: [String], columns: [String]) throws -> StudySpecification {
    guard !patterns.isEmpty else { return self }
    var study = takingSatisfaction(columns: columns)
    study.mediators = try patterns.flatMap { text in
      let pattern = Selection.unquoted(Selection.trimmed(text))
      if study.construct(pattern) != nil || columns.contains(pattern) { return [pattern] }
      if !pattern.contains(where: { ":*?".contains($0) }) {
        let known = columns + study.constructs.map(\.name)
        throw DataFault.noSuchVariable(name: pattern, nearest: Spelling.nearest(to: pattern, among: known))
      }
      return try Selection.resolve([pattern], in: columns)
    }
    try MediationChoice.once(study.mediators, "a mediator", .through)
    // Unless it carries something it is no construct of the analysis.
    if !study.mediators.contains("satisfaction") { study.constructs = constructs }
    return study
  }
}
