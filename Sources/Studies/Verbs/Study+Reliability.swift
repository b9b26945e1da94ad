import Measures
public import Reliability
import Resampling
import Survey

extension Study {
  /// How well constructs are measured by their items, and whether they are distinct. What `mainspring reliability` prints.
  ///
  /// Throws `DataFault` for data or settings that do not allow it.
  public func reliability(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<ReliabilityAnalysis.Fit> {
    var constructs: [ConstructChoice.Construct] = []
    var loader = SourceLoader(study: self, need: ReliabilityAnalysis.need, execution: execution) {
      study, names, text in
      let choice = try ConstructChoice(
        study, variables: settings.variables, groups: settings.namedConstructs, columns: names, text: text)
      constructs = choice.constructs
      return (choice.roles, choice.notes)
    }
    loader.resamples = settings.bootstrap(replicates: 1000).replicates
    var source = try loader.load()
    if let withRows = source.withRows, source.sums.contains(where: { !$0.isComplete }) {
      // Every construct is on those who answered its own items, which sums of complete respondents are not.
      source = try withRows()
    }
    let hasLost = constructs.count > 1 && source.sums.contains { !$0.isComplete }
    let analysis = analysis(source.roles, constructs)
    var notes = source.notes
    if hasLost {
      notes.append(
        Note(
          .commonRespondents,
          "Rows were summed and cannot be read again: every construct is of the respondents who answered all items of all constructs, and not of all who answered its own."
        ))
    }
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) { part, execution in
      GroupedFit(part, fit: try fit(part, source.roles, analysis, execution))
    }
    let resamples = groups.contains { $0.fit.replicatesUsed > 0 }
    var run = source.description(analysis.bootstrap, rowsUsed: groups.map(\.fit.rowsUsed))
    run.seed = resamples ? analysis.bootstrap.seed : nil
    run.interval = resamples ? (analysis.bootstrap.interval == .basic ? "basic" : "percentile") : "feldt"
    run.recorded = { [self] in StudyKeys.recorded(self, for: .reliability) }
    return StudyResult(
      groups: groups, title: specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
  }

  private func analysis(_ roles: AnalysisRoles, _ constructs: [ConstructChoice.Construct]) -> ReliabilityAnalysis {
    let places = Dictionary(
      roles.players.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let bounds = roles.players.map(\.items.first?.scale)
    return ReliabilityAnalysis(
      scales: constructs.map { construct in
        let chosen = construct.items.compactMap { places[$0] }
        return ReliabilityAnalysis.Scale(
          name: construct.name, label: construct.label, items: chosen, bounds: chosen.map { bounds[$0] })
      },
      bootstrap: settings.bootstrap(replicates: 1000))
  }

  private func fit(
    _ part: SourcePart, _ roles: AnalysisRoles, _ analysis: ReliabilityAnalysis, _ execution: StudyExecution
  ) throws -> ReliabilityAnalysis.Fit {
    try execution.observing(part, steps: analysis.bootstrap.replicates) { report in
      switch part.content {
      case .rows(let dataset):
        let frame = try ModelFrame.ofOwnRows(dataset, roles: roles)
        return try analysis.fit(to: frame, jobs: execution.threads, progress: report)
      case .moments(let moments):
        let model = try ModelMoments(moments, roles: roles)
        return try analysis.fit(to: model.moments, jobs: execution.threads, progress: report)
      case .stream(let model): return try analysis.fit(to: model, jobs: execution.threads, progress: report)
      case .groups: preconditionFailure("a part is one group")
      }
    }
  }
}
