import Imputation
import LinearAlgebra
import Measures
import ModelSyntax
import Resampling
import Structural
import Survey

/// One group as the model sees it.
struct StructuralPart {
  var part: SourcePart
  var moments: Moments
  /// `nil` of sums and matrices.
  var frame: ModelFrame?
  var blocks: BlockMoments?
  var loss: RowLoss?
  var notes: [Note]
  /// The rows, with answers to be imputed.
  var open: Dataset?
  /// Clusters of the rows used, each by its stratum and its own value.
  var clusters: Set<[Double]> = []
}

/// One run of `sem`.
struct StructuralRun {
  let study: Study
  let source: LoadedSource
  let choice: StructuralChoice
  let wantsScores: Bool
  let execution: StudyExecution

  private var settings: StructuralSettings { study.settings.structural }

  func result() throws -> StructuralStudy {
    var notes = source.notes
    var leftOut: [String] = []
    let parts = try source.analysed(&notes, leftOut: &leftOut, execution) { part, _ in
      let own = try prepared(part)
      // Told here, where the group has a name.
      if own.moments.n <= Double(own.moments.names.count) {
        throw StructuralFault.tooFewRows(rows: own.moments.n, variables: own.moments.names.count, group: nil)
      }
      return own
    }
    let isGrouped = parts.first?.part.by != nil
    if settings.testsInvariance, parts.count < 2 {
      throw DataFault.request(
        problem: "Invariance compares groups, and there \(isGrouped ? "is only one" : "are none")",
        suggestion: "Name the column of groups with \(setting: .by, "segment").")
    }
    if !settings.equal.isEmpty, parts.count < 2 {
      throw DataFault.request(
        problem: "What is equal in all groups needs groups, and there \(isGrouped ? "is only one" : "are none")",
        suggestion: "Name the column of groups with \(setting: .by, "segment"), or leave \(setting: .equal) out.")
    }
    let bootstrap = study.settings.bootstrap(replicates: 0)
    // Replicate weights are errors of their own.
    let isReplicated = !study.specification.replicateWeights.isEmpty
    let isImputed = source.roles.missing == .impute
    let inference = settings.inference ?? (bootstrap.replicates > 0 && !isImputed ? .bootstrap : .delta)
    if isImputed, bootstrap.replicates > 0 { notes.append(Self.pooledAlone) }
    let model = try resampling(model(choice.model, parts), inference, bootstrap, isReplicated: isReplicated)
    let resamples = model.bootstrap.replicates > 0
    if study.specification.raking != nil, parts.count > 1 { notes.append(Self.sharedMargins) }
    if parts.count > 1 { notes.append(Self.order(parts)) }
    if parts.count > 1, !isReplicated, let cluster = study.specification.cluster, try sharesClusters(parts) {
      notes.append(Self.sharedClusters(cluster))
    }
    for part in parts where parts.count > 1 {
      notes += part.notes.map { Note($0.kind, "\(part.part.title ?? ""): \($0.sentence)") }
    }
    let steps = model.bootstrap.replicates + model.bollenStine
    var fit = try execution.observing(parts[0].part, steps: steps) { report in
      try imputed(model, parts) ?? fitted(model, parts, progress: report)
    }
    if resamples, parts.count > 1, fit.replicatesUsed + fit.replicatesFailed == 0 { notes.append(Self.notResampled) }
    fit.rowLoss = Self.loss(parts)
    if parts.count == 1 { fit.notes = parts[0].notes + fit.notes }
    let groups = isGrouped ? parts.map { GroupedFit($0.part, fit: $0.moments.n) } : []
    var run = source.description(
      resamples ? bootstrap : BootstrapSpecification(replicates: 0, confidence: bootstrap.confidence),
      rowsUsed: parts.map { $0.frame?.rowCount ?? $0.loss?.used })
    if inference == .monteCarlo || model.bollenStine > 0 || fit.imputations != nil { run.seed = bootstrap.seed }
    if inference == .monteCarlo { run.interval = inference.rawValue }
    run.methods =
      [model.estimator.rawValue] + (model.correlation == .pearson ? [] : [model.correlation.rawValue])
    run.recorded = { [study] in StudyKeys.recorded(study, for: .sem) }
    let search = settings.testsInvariance ? try searched(parts) : nil
    return StructuralStudy(
      result: StudyResult(
        groups: [GroupedFit(fit: fit)], title: study.specification.title, run: run, notes: notes, leftOut: leftOut,
        labels: choice.labels),
      groups: groups, invariance: settings.testsInvariance ? try invariance(parts) : [],
      partial: search?.partial ?? [], contrasts: try comparable(fit, search, parts, model.bootstrap),
      scores: wantsScores ? scores(fit, parts) : nil)
  }

  /// Scores of the constructs, a row per row of the data.
  private func scores(_ fit: StructuralModel.Fit, _ parts: [StructuralPart]) -> Dataset {
    var table = FactorScoreTable(rows: source.rowsRead ?? 0, isGrouped: parts.first?.part.by != nil)
    table.names = fit.latent
    for (group, part) in parts.enumerated() {
      guard let frame = part.frame else { continue }
      let columns = fit.observed.map { name in
        let at = frame.columns.firstIndex { $0.term == name }!
        return Array(frame.values[at * frame.rowCount..<(at + 1) * frame.rowCount])
      }
      let found =
        frame.missing == .em
        ? try? fit.scores(of: frame, group: group).values : fit.scores(of: columns, group: group)
      guard let scores = found else { continue }
      table.add(scores, frame, group: part.part.value, label: part.part.label)
    }
    return table.dataset
  }

  private func fitted(
    _ model: StructuralModel, _ parts: [StructuralPart], progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> StructuralModel.Fit {
    let blocks = parts.compactMap(\.blocks)
    return try model.fit(
      to: parts.map(\.moments), frames: frames(parts), blocks: blocks.count == parts.count ? blocks : [],
      modifications: true, jobs: execution.threads, progress: progress)
  }

  /// The model with what is drawn anew: rows for intervals, estimates in their place, rows for the test of χ².
  private func resampling(
    _ model: StructuralModel, _ inference: EffectInference, _ bootstrap: BootstrapSpecification, isReplicated: Bool
  ) throws -> StructuralModel {
    if settings.inference == .bootstrap, bootstrap.replicates == 0 { throw StructuralFault.needsReplicates }
    var model = model
    model.bootstrap = bootstrap
    if inference != .bootstrap || isReplicated { model.bootstrap.replicates = 0 }
    if inference == .monteCarlo { model.monteCarloDraws = EffectInference.draws }
    model.bollenStine = settings.bollenStine ?? 0
    return model
  }

  /// `nil` where nothing is imputed.
  private func imputed(_ model: StructuralModel, _ parts: [StructuralPart]) throws -> StructuralModel.Fit? {
    guard source.roles.missing == .impute else { return nil }
    var imputation = try StructuralImputation(study, source.roles, jobs: execution.threads)
    for part in parts {
      guard let open = part.open, let frame = part.frame else {
        throw DataFault.needsRows(
          analysis: "\(setting: .missing, "impute")", suggestion: "Give the data file.")
      }
      try imputation.add(open, rows: frame)
    }
    return try imputation.fit(model)
  }

  /// - Throws: `DataFault.noSuchVariable` for a level of no variable of the model, `DataFault.request` for auxiliary categories that
  ///   only some groups have.
  private func model(_ syntax: ModelSyntax, _ parts: [StructuralPart]) throws -> StructuralModel {
    var model = StructuralModel(
      syntax, estimator: settings.chosenEstimator, information: settings.information ?? .expected,
      hasMeans: settings.hasMeans ? true : nil, hasUnitVariances: settings.hasUnitVariances,
      isOrthogonal: settings.isOrthogonal, invariance: Set(settings.equal),
      confidence: study.settings.confidence ?? 0.95)
    model.correlation = study.settings.correlation ?? .pearson
    let observed = model.observed
    model.ordinal = try levels(settings.ordinal, .ordinal, in: observed)
    model.continuous = try levels(settings.continuous, .continuous, in: observed)
    let auxiliary = parts.compactMap(\.frame).map { frame in frame.auxiliaryColumns.map { frame.columns[$0].term } }
    if let first = auxiliary.first {
      if let other = auxiliary.first(where: { $0 != first }),
        let name = Set(other).symmetricDifference(first).min()
      {
        throw DataFault.request(
          problem: "Not every group has answers of '\(name)', a category of an auxiliary variable",
          suggestion: "Leave that variable out of \(setting: .auxiliary), or fit the groups one by one.")
      }
      model.auxiliary = first
    }
    return model
  }

  /// - Throws: `StructuralFault.noSuchLevel`: a column it may be, and no variable of the model.
  private func levels(_ names: [String], _ setting: Setting.Name, in observed: [String]) throws -> [String] {
    do { return try Selection.resolve(names, in: observed) } catch DataFault.noSuchVariable(let name, let nearest) {
      throw StructuralFault.noSuchLevel(name: name, setting: setting, nearest: nearest)
    }
  }

  private func prepared(_ part: SourcePart) throws -> StructuralPart {
    switch part.content {
    case .rows(let dataset):
      let frame = try ModelFrame(dataset, roles: source.roles, ratings: false)
      if frame.missing == .impute {
        return StructuralPart(
          part: part, moments: Self.counted(frame), frame: frame, loss: RowLoss(frame), notes: frame.notes,
          open: dataset, clusters: try clusters(dataset, frame))
      }
      let moments = frame.missing == .em ? try MaximumLikelihoodMoments(frame).moments : Moments(frame)
      return StructuralPart(
        part: part, moments: moments, frame: frame, loss: RowLoss(frame), notes: frame.notes + moments.notes,
        clusters: try clusters(dataset, frame))
    case .moments(let moments):
      if wantsScores {
        throw DataFault.needsRows(
          analysis: "\(setting: .scores)", suggestion: "Give the data file, or leave \(setting: .scores) out.")
      }
      let model = try ModelMoments(moments, roles: source.roles)
      return StructuralPart(part: part, moments: model.moments, notes: model.notes)
    case .stream(let model):
      return StructuralPart(
        part: part, moments: model.moments, blocks: model.blocks, loss: RowLoss(model), notes: model.notes)
    case .groups: preconditionFailure("a part is one group")
    }
  }

  /// Moments of which no more is known than how many respondents there are: those of completed data take their place.
  private static func counted(_ frame: ModelFrame) -> Moments {
    let n = Double(frame.rowCount)
    return Moments(
      names: frame.columns.map(\.term), n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: nil,
      scatter: SymmetricMatrix(order: frame.columns.count))
  }

  private func frames(_ parts: [StructuralPart]) -> [ModelFrame]? {
    let frames = parts.compactMap(\.frame)
    return frames.count == parts.count ? frames : nil
  }

  /// Rows that missing answers cost in all groups together; `nil` where only moments were given.
  private static func loss(_ parts: [StructuralPart]) -> RowLoss? {
    let losses = parts.compactMap(\.loss)
    guard losses.count == parts.count, var sum = losses.first else { return nil }
    for loss in losses.dropFirst() {
      sum.read += loss.read
      sum.used += loss.used
      for lost in loss.lost {
        if let known = sum.lost.firstIndex(where: { $0.variable == lost.variable }) {
          sum.lost[known].rows += lost.rows
        } else {
          sum.lost.append(lost)
        }
      }
    }
    sum.lost.sort { $0.rows > $1.rows }
    return sum
  }

  // MARK: Groups

  /// The clusters of a frame's rows, told apart as the data tell them apart.
  private func clusters(_ dataset: Dataset, _ frame: ModelFrame) throws -> Set<[Double]> {
    guard let name = source.roles.cluster, frame.unitClusters != nil else { return [] }
    let columns = try ([name] + [source.roles.strata].compactMap { $0 }).map { try dataset.variable($0).doubles }
    let used = Set(frame.rowNumbers)
    return Set(
      (0..<dataset.rowCount).filter { used.contains(Int32(dataset.rowNumber($0))) }.map { row in
        columns.map { $0[row] }
      })
  }

  private func sharesClusters(_ parts: [StructuralPart]) throws -> Bool {
    var seen: Set<[Double]> = []
    for part in parts {
      if !seen.isDisjoint(with: part.clusters) { return true }
      seen.formUnion(part.clusters)
    }
    return false
  }

  private static func sharedClusters(_ cluster: String) -> Note {
    Note(
      .groupsShareClusters,
      "Clusters of '\(cluster)' have respondents in several groups. Errors take groups for samples of their own: those of a group's own parameters hold, those of what groups have in common or differ in are approximate."
    )
  }

  private static var sharedMargins: Note {
    Note(
      .groupsShareMargins,
      "The margins were raked over all groups together. Errors take groups for samples of their own: those of a group's own parameters hold, those of what groups have in common or differ in are approximate."
    )
  }

  private static var pooledAlone: Note {
    Note(
      .imputed,
      "Fits of completed data are pooled and not resampled (\(setting: .bootstrap)): errors and intervals are those of Rubin's rules."
    )
  }

  private static var notResampled: Note {
    Note(
      .groupsNotResampled,
      "Groups of ordered answers, and groups of which only moments are given, are not resampled together: intervals are those of the delta method."
    )
  }

  private static func order(_ parts: [StructuralPart]) -> Note {
    let list = Sentence.joined(
      parts.enumerated().map { place, part in "group \(place + 1) is \(part.part.title ?? "")" }, separator: ", ")
    return Note(.modelGroups, "One model of \(parts.count) groups: \(list).")
  }

  private func searched(_ parts: [StructuralPart]) throws -> InvarianceSearch {
    let (moments, frames) = (parts.map(\.moments), frames(parts))
    return try model(choice.model, parts).searchingInvariance {
      try $0.fit(to: moments, frames: frames, modifications: true, jobs: execution.threads)
    }
  }

  /// What may be compared: paths of observed variables, of constructs with the same loadings, means with the same intercepts as well.
  /// Differences have resampled intervals where effects have them.
  private func comparable(
    _ fit: StructuralModel.Fit, _ search: InvarianceSearch?, _ parts: [StructuralPart],
    _ bootstrap: BootstrapSpecification
  ) throws -> [StructuralModel.GroupContrast] {
    var from = search?.compared ?? fit
    if search != nil, bootstrap.replicates > 0 {
      var model = from.specification
      model.bootstrap = bootstrap
      from = try fitted(model, parts)
    }
    let equal = from.specification.invariance
    let latent = Set(from.latent)
    var own = from.contrasts.filter { contrast in
      switch contrast.kind {
      case .mean: equal.isSuperset(of: [.loadings, .intercepts])
      case .path:
        equal.contains(.loadings) || !latent.contains(contrast.left) && !latent.contains(contrast.right)
      }
    }
    for (k, value) in PValueAdjustment.holm.adjust(own.map(\.pValue)).enumerated() { own[k].adjusted = value }
    return own
  }

  private func invariance(_ parts: [StructuralPart]) throws -> [InvarianceTest] {
    var tests: [InvarianceTest] = []
    for level in InvarianceTest.Level.allCases {
      var model = try model(choice.model, parts)
      model.invariance = level.equal
      model.hasMeans = true
      let fit = try model.fit(to: parts.map(\.moments), frames: frames(parts), jobs: execution.threads)
      tests.append(InvarianceTest(level, fit.statistics, before: tests.last?.statistics))
    }
    return tests
  }
}
