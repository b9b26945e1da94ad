public import Measures
import Resampling
import Survey

extension Study {
  /// Correlations of every kind between the variables, with intervals and p-values. What `mainspring correlate` prints.
  ///
  /// Throws `DataFault` for data or settings that do not allow it.
  public func correlations(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<CorrelationAnalysis.Fit> {
    let analysis = resamplingSettings.correlationAnalysis
    var study = self
    if let variables = settings.variables { study.specification.drivers = variables }
    // Covariates of a regression say nothing of what a correlation is to be freed from.
    study.specification.always = settings.correlate.given
    let isNamed = settings.variables != nil
    // Weights other than frequencies are not told by counts.
    let isCounted = (specification.weights.map { $0.kind == .frequency } ?? true) && specification.raking == nil
    let need = analysis.need == .tables && !isCounted ? .rows : analysis.need
    var loader = SourceLoader(study: study, need: need, execution: execution) { study, names, text in
      try VariableChoice(study: study, isNamed: isNamed, keepsAuxiliary: true).roles(in: names, text: text)
    }
    loader.resamples = analysis.bootstrap.replicates
    var source = try loader.load()
    if need == .tables, let withRows = source.withRows, source.sums.contains(where: { $0.pairs == nil }) {
      source = try withRows()
    }
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) { part, execution in
      GroupedFit(part, fit: try fit(part, source.roles, analysis, execution))
    }
    var run = source.description(analysis.bootstrap, rowsUsed: groups.map(\.fit.rowsUsed))
    run.methods = [analysis.method.rawValue]
    run.recorded = { [self] in StudyKeys.recorded(self, for: .correlate) }
    return StudyResult(
      groups: groups, title: specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
  }

  private func fit(
    _ part: SourcePart, _ roles: AnalysisRoles, _ analysis: CorrelationAnalysis, _ execution: StudyExecution
  ) throws -> CorrelationAnalysis.Fit {
    switch part.content {
    case .rows(let dataset):
      try execution.observing(part, steps: analysis.bootstrap.replicates) { report in
        let frame = try ModelFrame(dataset, roles: roles, ratings: false)
        return try analysis.fit(to: frame, jobs: execution.threads, progress: report)
      }
    case .moments(let moments): try analysis.fit(to: moments, roles: roles)
    case .stream(let model):
      try execution.observing(part, steps: analysis.bootstrap.replicates) { report in
        try analysis.fit(to: model, jobs: execution.threads, progress: report)
      }
    case .groups: preconditionFailure("a part is one group")
    }
  }
}

extension StudySettings {
  fileprivate var correlationAnalysis: CorrelationAnalysis {
    CorrelationAnalysis(
      method: correlate.method ?? .pearson, adjustment: correlate.adjustment ?? .none,
      ordinal: correlate.ordinal.map(Selection.unquoted), continuous: correlate.continuous.map(Selection.unquoted),
      errors: correlate.errors ?? .influence,
      bootstrap: bootstrap(replicates: 0))
  }
}
