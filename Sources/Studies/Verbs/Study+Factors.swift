public import Factors
import Measures
import Resampling
public import Survey

/// The factors of a survey's items, or of every group of it.
public struct FactorStudy: Sendable {
  /// Of all respondents, or of each group.
  public var result: StudyResult<FactorExploration.Fit>
  /// How alike the factors of two groups are, for every pair of groups.
  public var congruences: [GroupCongruence]
  /// Factor scores, a row per row of the data in their order: its number, the group where there are any, then the factors.
  /// `nil` when nobody asked for them.
  public var scores: Dataset?
}

extension Study {
  /// How many factors the items have, what they are, and how well they fit. What `mainspring factor` prints.
  ///
  /// - Parameter scores: whether scores of the respondents are wanted; they need the rows.
  /// - Throws: `DataFault` for data or settings that do not allow it.
  public func factors(scores: Bool = false, _ execution: StudyExecution = StudyExecution()) throws -> FactorStudy {
    var study = self
    if let variables = settings.variables { study.specification.drivers = variables }
    var target: FactorTarget?
    var loader = SourceLoader(
      study: study, need: FactorExploration.need(settings.correlation ?? .pearson, scores: scores),
      execution: execution
    ) {
      study, names, text in
      if settings.factor.rotation == .target {
        target = try FactorTarget(study, columns: names)
        try target?.check(factors: settings.factor.factors)
      }
      return try ItemChoice(study: study).roles(in: names, text: text)
    }
    loader.resamples = settings.bootstrap(replicates: 0).replicates
    let source = try loader.load()
    return try FactorRun(
      study: self, source: source, exploration: resamplingSettings.factorExploration(source.roles, target),
      target: target,
      wantsScores: scores, execution: execution
    ).result()
  }
}

/// One run of `factor`.
private struct FactorRun {
  let study: Study
  let source: LoadedSource
  let exploration: FactorExploration
  let target: FactorTarget?
  let wantsScores: Bool
  let execution: StudyExecution

  func result() throws -> FactorStudy {
    var members: [FactorCongruence.Group] = []
    var scored = FactorScoreTable(
      rows: wantsScores ? source.rowsRead ?? 0 : 0, isGrouped: !source.specification.by.isEmpty)
    var notes = source.notes + [target?.note].compactMap { $0 }
    var leftOut: [String] = []
    let fits = try source.analysed(&notes, leftOut: &leftOut, execution) { part, execution in
      let (fit, frame) = try fit(part, execution)
      return (part: part, fit: fit, frame: frame)
    }
    for (part, fit, frame) in fits {
      if wantsScores, let frame { scored.add(fit, frame, group: part.value, label: part.label) }
      if part.by != nil {
        members.append(FactorCongruence.Group(fit.solution, frame: frame, correlation: exploration.correlation))
      }
    }
    let groups = fits.map { GroupedFit($0.part, fit: $0.fit) }
    let congruences = try congruences(groups, members, &notes)
    return FactorStudy(
      result: StudyResult(
        groups: groups, title: study.specification.title, run: description(groups), notes: notes, leftOut: leftOut,
        labels: source.roles.labels),
      congruences: congruences, scores: wantsScores ? scored.dataset : nil)
  }

  private func fit(
    _ part: SourcePart, _ execution: StudyExecution
  ) throws -> (FactorExploration.Fit, ModelFrame?) {
    let jobs = execution.threads
    return try execution.observing(part, steps: exploration.bootstrap.replicates) { report in
      switch part.content {
      case .rows(let dataset):
        let frame = try ModelFrame(dataset, roles: source.roles, ratings: false)
        return (try exploration.fit(to: frame, jobs: jobs, progress: report), frame.withoutAuxiliary)
      case .moments(let moments):
        if wantsScores {
          throw DataFault.needsRows(
            analysis: "\(setting: .scores)", suggestion: "Give the data file, or leave \(setting: .scores) out.")
        }
        let model = try ModelMoments(moments, roles: source.roles)
        return (try exploration.fit(to: model.moments, jobs: jobs, progress: report), nil)
      case .stream(let model):
        return (try exploration.fit(to: model, jobs: jobs, progress: report), nil)
      case .groups: preconditionFailure("a part is one group")
      }
    }
  }

  /// Every group's factors beside those of the groups before it.
  private func congruences(
    _ groups: [GroupedFit<FactorExploration.Fit>], _ members: [FactorCongruence.Group], _ notes: inout [Note]
  ) throws -> [GroupCongruence] {
    guard members.count > 1 else { return [] }
    guard members.count <= 10 else {
      notes.append(Note(.noCongruence, "Factors are compared between at most ten groups, and there are more."))
      return []
    }
    let counts = Set(members.map(\.fit.specification.factors))
    guard counts.count == 1 else {
      notes.append(
        Note(
          .noCongruence,
          "The groups have different numbers of factors, which cannot be compared. Ask for the same with \(setting: .factors)."
        ))
      return []
    }
    var pairs: [GroupCongruence] = []
    for b in members.indices {
      for a in 0..<b {
        let congruence = try FactorCongruence(
          members[a], members[b], exploration.bootstrap, jobs: execution.threads)
        pairs.append(
          GroupCongruence(
            a: groups[a].value ?? "", b: groups[b].value ?? "", aLabel: groups[a].label, bLabel: groups[b].label,
            congruence: congruence))
      }
    }
    return pairs
  }

  private func description(_ groups: [GroupedFit<FactorExploration.Fit>]) -> RunDescription {
    var run = source.description(exploration.bootstrap, rowsUsed: groups.map(\.fit.rowsUsed))
    run.seed = exploration.analysis.seed
    run.methods =
      [exploration.analysis.extraction.rawValue, (study.settings.factor.rotation ?? .oblimin).rawValue]
      + (exploration.correlation == .pearson ? [] : [exploration.correlation.rawValue])
    run.recorded = { [study] in StudyKeys.recorded(study, for: .factor) }
    return run
  }
}

extension StudySettings {
  /// The factor analysis that the settings mean.
  fileprivate func factorExploration(_ roles: AnalysisRoles, _ target: FactorTarget?) -> FactorExploration {
    let bootstrap = bootstrap(replicates: 0)
    let (criterion, aim) = (factor.rotation ?? .oblimin).criterion
    let rotation = Rotation(
      criterion, gamma: factor.gamma ?? 0, delta: factor.delta ?? 0.01, kappa: factor.kappa ?? 4, promaxTarget: aim,
      isNormalized: factor.isNormalized, target: target?.pattern(of: roles.players.map(\.name)))
    var number = target?.names.count
    if number == nil, case .number(let asked) = factor.factors { number = asked }
    return FactorExploration(
      factors: number,
      analysis: FactorAnalysis(
        factors: 1, extraction: factor.extraction ?? .minres, rotation: rotation, starts: factor.starts ?? 100,
        seed: bootstrap.seed),
      parallelReplicates: factor.parallel ?? 1000, bootstrap: bootstrap, scores: factor.scores ?? .regression,
      correlation: correlation ?? .pearson)
  }
}
