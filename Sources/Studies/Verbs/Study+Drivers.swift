import Importance
import Insight
import Measures
import Regression
import Resampling
import Survey

extension Study {
  /// What drives the outcomes: regression and relative importance, with intervals. What `mainspring drivers` prints.
  ///
  /// Throws `DataFault` for data or settings that do not allow it; a group that cannot be analysed is left out with a note
  /// unless it is the only one.
  public func drivers(_ execution: StudyExecution = StudyExecution()) throws -> StudyResult<DriverStudyFit> {
    try DriverRun(verb: .drivers, study: self, recorded: self, execution: execution).result()
  }

  /// The importance–performance matrix: what to work on first. What `mainspring ipa` prints.
  ///
  /// Throws as `drivers` does, and for drivers that have no performance.
  public func importancePerformance(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<DriverStudyFit> {
    var study = self
    // A study's products are for `drivers`: kept here, they would take importance from the drivers that have a place.
    let terms = specification.terms
    study.specification.terms = []
    (study.settings.permutations, study.settings.folds, study.settings.diagnostics) = (nil, 0, nil)
    var result = try DriverRun(verb: .ipa, study: study, recorded: self, execution: execution).result()
    if !terms.isEmpty {
      result.notes.append(
        Note(
          .termsLeftOut,
          "The study's terms (\(terms.joined(separator: ", "))) are left out: a product or power has no performance. `drivers` shows their coefficients and importance."
        ))
    }
    return result
  }
}

/// One run of `drivers` or `ipa`.
private struct DriverRun {
  let verb: Verb
  let study: Study
  /// The study as it was asked for.
  let recorded: Study
  let execution: StudyExecution

  private var isMatrix: Bool { verb == .ipa }

  func result() throws -> StudyResult<DriverStudyFit> {
    let map = isMatrix ? study.settings.matrix() : study.settings.advice()
    var loader = SourceLoader(
      study: study, need: study.settings.driverAnalysis(axes: map.axes).need, isExplaining: true,
      execution: execution
    ) { [through = verb == .drivers ? study.settings.through : []] in try Self.roles($0, through: through, $1, $2) }
    loader.resamples = study.settings.bootstrap(replicates: 1000).replicates
    var source = try loader.load()
    if let withRows = source.withRows, source.sums.contains(where: { !LinearRegression.trusts($0) }) {
      // Nearly collinear drivers, or hardly any residual: the rows have digits that their sums have lost.
      source = try withRows()
    }
    var found = try analysed(source, map)
    if let withRows = source.withRows, found.groups.contains(where: \.restsOnOneBlock) {
      // Sums do not tell a respondent that a coefficient rests on.
      source = try withRows()
      found = try analysed(source, map)
    }
    return StudyResult(
      groups: found.groups, title: study.specification.title, run: description(source, found.analysis, found.groups),
      notes: found.notes, leftOut: found.leftOut)
  }

  /// What comes of a source's groups.
  private func analysed(
    _ source: LoadedSource, _ map: ImportancePerformance
  ) throws -> (analysis: DriverAnalysis, groups: [AnalysedGroup], notes: [Note], leftOut: [String]) {
    try study.settings.checkImputation(study.specification.missing)
    // The data can bring reliabilities.
    try source.study.settings.checkDrivers(isMatrix ? map : nil)
    var analysis = source.study.settings.driverAnalysis(axes: map.axes)
    if !isMatrix { analysis.blocks = source.roles.blocks }
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) {
      try fit($0, source, analysis, map, $1)
    }
    return (analysis, groups, notes, leftOut)
  }

  private func fit(
    _ part: SourcePart, _ source: LoadedSource, _ analysis: DriverAnalysis, _ map: ImportancePerformance,
    _ execution: StudyExecution
  ) throws -> AnalysedGroup {
    let fit = try execution.observing(part, steps: analysis.bootstrap.replicates) { report in
      try drivers(part, source.roles, analysis, jobs: execution.threads, report)
    }
    var matrix: ImportancePerformance.Fit?
    var specification = map
    // What to work on is read off the method that the answer is about.
    if !isMatrix, let method = ImportancePerformance.firstDefined(fit) { specification.axes = [.derived(method)] }
    if isMatrix || ImportancePerformance.isPossible(fit) {
      matrix = try specification.fit(fit, jobs: execution.threads)
    }
    return AnalysedGroup(part, fit: DriverStudyFit(drivers: fit, matrix: matrix))
  }

  private func drivers(
    _ part: SourcePart, _ roles: AnalysisRoles, _ analysis: DriverAnalysis, jobs: Int,
    _ report: @escaping @Sendable (Int) -> Void
  ) throws -> DriverAnalysis.Fit {
    switch part.content {
    case .rows(let dataset) where analysis.scoring.needsItems && roles.missing != .impute:
      let frame = try ModelFrame(dataset, roles: ConstructScoring.itemRoles(roles))
      return try analysis.fit(toItems: frame, roles: roles, jobs: jobs, progress: report)
    case .rows(let dataset) where roles.missing == .impute:
      return try analysis.fit(
        imputing: dataset, roles: roles, by: study.settings.multipleImputation(),
        imputations: study.settings.imputations, imputesResamples: study.settings.imputesResamples ?? false,
        jobs: jobs, progress: report)
    case .rows(let dataset):
      return try analysis.fit(to: ModelFrame(dataset, roles: roles), jobs: jobs, progress: report)
    case .moments(let moments) where analysis.scoring.needsItems:
      return try analysis.fit(toItems: moments, roles: roles, jobs: jobs, progress: report)
    case .moments(let moments):
      return try analysis.fit(to: moments, roles: roles, jobs: jobs, progress: report)
    case .stream(let model):
      return try analysis.fit(to: model, roles: roles, jobs: jobs, progress: report)
    case .groups: preconditionFailure("a part is one group")
    }
  }

  /// - Parameter through: mediators, as they are named.
  private static func roles(
    _ study: StudySpecification, through: [String], _ names: [String], _ text: Set<String>
  ) throws -> (roles: AnalysisRoles, notes: [Note]) {
    guard !study.outcomes.isEmpty else {
      throw DataFault.missingRole(
        role: "outcome",
        suggestion:
          "Name what is to be explained with \(setting: .outcomes), such as \(setting: .outcomes, "recommend").")
    }
    if study.drivers == nil, study.constructs.isEmpty, study.groups.isEmpty, study.blocks.isEmpty {
      throw DataFault.missingRole(
        role: "driver",
        suggestion:
          "Name the drivers with \(setting: .drivers), such as \(setting: .drivers, "pq1:sc4"), or \(setting: .drivers, "'*'") for every column without another role."
      )
    }
    let resolved = try study.withMediators(through, columns: names).resolved(in: names, text: text)
    guard !resolved.roles.players.isEmpty else {
      throw DataFault.missingRole(
        role: "driver",
        suggestion: "Name the drivers with \(setting: .drivers), such as \(setting: .drivers, "pq1:sc4").")
    }
    return resolved
  }

  private func description(
    _ source: LoadedSource, _ analysis: DriverAnalysis, _ groups: [AnalysedGroup]
  ) -> RunDescription {
    let outcomes = groups.flatMap(\.drivers.outcomes)
    let isCrossValidated = outcomes.contains { $0.crossValidatedRSquared != nil }
    let resamples = analysis.bootstrap.replicates > 0
    let isRandom = resamples || analysis.permutations > 0 || isCrossValidated
    var run = source.description(analysis.bootstrap, rowsUsed: groups.map(\.drivers.rowsUsed))
    run.seed = isRandom ? analysis.bootstrap.seed : nil
    run.errors = groups.first?.drivers.outcomes.first?.regression.errors.rawValue
    run.methods = analysis.methods.map(\.rawValue)
    run.permutations = analysis.permutations > 0 ? analysis.permutations : nil
    run.folds = isCrossValidated ? analysis.folds ?? CrossValidation.defaultFolds : nil
    run.recorded = { [recorded, verb] in StudyKeys.recorded(recorded, for: verb) }
    return run
  }
}

extension GroupedFit<DriverStudyFit> {
  fileprivate var restsOnOneBlock: Bool { fit.drivers.outcomes.contains { $0.regression.restsOnOneBlock } }
}
