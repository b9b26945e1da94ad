public import Insight
import Measures
import Regression
import Resampling
import Survey

extension Study {
  /// What carries the effects of the drivers on the outcomes: direct and indirect effects with intervals. What `mainspring mediate`
  /// prints.
  ///
  /// Throws `DataFault` and `MediationFault` for data or settings that do not allow it.
  public func mediation(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<MediationAnalysis.Fit> {
    var choice: MediationChoice?
    let settings = self.settings.mediation
    if let missing = specification.missing, missing != .listwise { throw MediationFault.treatment(missing) }
    if settings.moderator == nil, let stage = settings.moderates.first {
      throw DataFault.request(
        problem: "\(setting: .moderates, stage.rawValue) says which effects a moderator changes, and none is named",
        suggestion: "Name it with \(setting: .moderator), such as \(setting: .moderator, "segment").")
    }
    var loader = SourceLoader(study: self, need: MediationAnalysis.need, isExplaining: true, execution: execution) {
      study, names, text in
      let own = try MediationChoice(study, settings, columns: names, text: text)
      choice = own
      return (own.roles, own.notes)
    }
    let bootstrap = self.settings.bootstrap(replicates: 1000)
    loader.resamples = bootstrap.replicates
    let source = try loader.load()
    guard let choice else { preconditionFailure("a source was resolved") }
    var analysis = MediationAnalysis(
      drivers: choice.drivers, mediators: choice.mediators, outcomes: choice.outcomes,
      isSerial: settings.isSerial ?? false, moderator: choice.moderator,
      stages: settings.moderates.isEmpty ? Set(MediationAnalysis.Stage.allCases) : Set(settings.moderates),
      errors: self.settings.errors, inference: settings.inference, bootstrap: bootstrap)
    analysis.ordinal = settings.ordinal.map(Selection.unquoted)
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) { part, execution in
      GroupedFit(part, fit: try fit(part, source.roles, analysis, execution))
    }
    let isResampled = analysis.chosenInference == .bootstrap
    var run = source.description(
      isResampled ? bootstrap : BootstrapSpecification(replicates: 0, confidence: bootstrap.confidence),
      rowsUsed: groups.map(\.fit.rowsUsed))
    run.seed = analysis.chosenInference == .delta ? nil : bootstrap.seed
    run.interval = isResampled ? bootstrap.interval.rawValue : analysis.chosenInference.rawValue
    run.errors = groups.first?.fit.paths.first?.errors.rawValue
    run.recorded = { [self] in StudyKeys.recorded(self, for: .mediate) }
    return StudyResult(
      groups: groups, title: specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
  }

  private func fit(
    _ part: SourcePart, _ roles: AnalysisRoles, _ analysis: MediationAnalysis, _ execution: StudyExecution
  ) throws -> MediationAnalysis.Fit {
    let steps = analysis.chosenInference == .bootstrap ? analysis.bootstrap.replicates : 0
    return try execution.observing(part, steps: steps) { report in
      switch part.content {
      case .rows(let dataset):
        return try analysis.fit(
          to: ModelFrame(dataset, roles: roles, ratings: false), jobs: execution.threads, progress: report)
      case .moments(let moments):
        return try analysis.fit(to: moments, roles: roles, jobs: execution.threads, progress: report)
      case .stream:
        throw DataFault.needsRows(
          analysis: "The split of effects", suggestion: "Give the data themselves, or a matrix of covariances.")
      case .groups: preconditionFailure("a part is one group")
      }
    }
  }
}
