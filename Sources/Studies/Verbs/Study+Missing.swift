public import Measures
import Survey

extension Study {
  /// What is missing: by variable, in which patterns, for which reasons, of whom, what each treatment costs, and which one to use.
  /// What `mainspring missing` prints.
  ///
  /// Throws `DataFault` for data that do not allow it; a group that cannot be analysed is left out with a note.
  public func missingAnswers(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<MissingDescription> {
    var study = self
    if let variables = settings.variables { study.specification.drivers = variables }
    // Covariates are no more than other variables here, and whatever treatment the study names is compared with the others.
    study.specification.always = []
    study.specification.missing = .em
    let isNamed = settings.variables != nil
    let source = try SourceLoader(study: study, need: .rows, execution: execution) { study, names, text in
      try VariableChoice(study: study, isNamed: isNamed).roles(in: names, text: text)
    }.load()
    let coverage = settings.confidence ?? 0.95
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) { part, _ in
      guard case .rows(let dataset) = part.content else {
        throw DataFault.needsRows(analysis: "missing", suggestion: "Give the data file.")
      }
      return GroupedFit(part, fit: try Self.missingAnswers(dataset, source.roles, coverage))
    }
    var run = RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead, condition: specification.condition,
      wave: source.chosenWave, confidence: coverage, weights: source.roles.weights?.kind.rawValue)
    run.recorded = { [self] in StudyKeys.recorded(self, for: .missing) }
    return StudyResult(
      groups: groups, title: specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
  }

  /// Of one part. What nobody answered is told and has no place in the treatments; nor has what never varies.
  private static func missingAnswers(
    _ dataset: Dataset, _ all: AnalysisRoles, _ confidence: Double
  ) throws -> MissingDescription {
    var roles = all
    var empty: [String] = []
    var constant: [String] = []
    while true {
      do {
        let frame = try ModelFrame(dataset, roles: roles, ratings: false)
        var found = MissingDescription(frame, of: dataset, confidence: confidence)
        for name in empty { found.addUnanswered(name, label: all.labels[name]) }
        for (names, why) in [(empty, "nobody answered"), (constant, "never vary")] where !names.isEmpty {
          found.notes.append(
            Note(
              .columnsPassedOver,
              "Left out of patterns and treatments: \(names.map { "'\($0)'" }.joined(separator: ", ")), which \(why)."))
        }
        found.notes = frame.notes.filter { $0.kind != .rowsDropped } + found.notes
        return found
      } catch DataFault.allMissing(let variable) where roles.players.count > 2 {
        let before = roles.players.count
        roles.players.removeAll { $0.name == variable }
        guard roles.players.count < before else { throw DataFault.allMissing(variable: variable) }
        empty.append(variable)
      } catch DataFault.constant(let variable, let value) where roles.players.count > 2 {
        let before = roles.players.count
        roles.players.removeAll { $0.name == variable }
        guard roles.players.count < before else { throw DataFault.constant(variable: variable, value: value) }
        constant.append(variable)
      }
    }
  }
}
