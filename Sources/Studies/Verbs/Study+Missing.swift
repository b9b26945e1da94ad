import Imputation
import Insight
public import Measures
import Resampling
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
    let isIncomplete = groups.contains { $0.fit.items.contains { $0.missing > 0 } }
    let sensitivity = isNamed || !isIncomplete ? [] : shiftedShares(execution, notes: &notes)
    var result = StudyResult(
      groups: groups, title: specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
    result.sensitivity = sensitivity
    return result
  }

  /// Shares of importance under shifted imputations, of a study that says what drives what.
  private func shiftedShares(
    _ execution: StudyExecution, notes: inout [Note]
  ) -> [GroupedFit<[ShiftedShare]>] {
    guard !specification.outcomes.isEmpty else { return [] }
    var study = self
    study.specification.missing = .impute
    // What else a study asks of its drivers has no place here.
    study.specification.terms = []
    study.specification.blocks = []
    do {
      let imputation = try settings.multipleImputation()
      let source = try SourceLoader(study: study, need: .rows, isExplaining: true, execution: execution) {
        try $0.resolved(in: $1, text: $2)
      }.load()
      var (others, leftOut) = ([Note](), [String]())
      let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0), dominance: false)
      return try source.analysed(&others, leftOut: &leftOut, execution) { part, execution in
        guard case .rows(let dataset) = part.content else { return GroupedFit(part, fit: []) }
        return GroupedFit(
          part,
          fit: try analysis.shiftedShares(
            imputing: dataset, roles: source.roles, by: imputation, jobs: execution.threads))
      }
    } catch let fault as any Fault {
      notes.append(
        Note(.noSensitivity, "There are no shares of importance under shifted imputations. \(fault.sentence)"))
      return []
    } catch {
      return []
    }
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
        for (names, isEmpty) in [(empty, true), (constant, false)] where !names.isEmpty {
          let list = names.map { "'\($0)'" }.joined(separator: ", ")
          found.notes.append(
            Note(
              .columnsPassedOver,
              isEmpty
                ? "Left out of patterns and treatments: \(list), which nobody answered."
                : "Left out of patterns and treatments: \(list), which never vary."))
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
