import Importance
import Imputation
import LinearAlgebra
public import Measures
import Probability
import Regression
import Resampling
public import Survey

extension DriverAnalysis {
  /// Fits all outcomes of a frame of rows.
  ///
  /// - Parameters:
  ///   - jobs: threads; the result does not depend on it.
  ///   - progress: told now and then how many replicates are done.
  /// - Throws: `DataFault` of the regression (constant columns, too few rows, …).
  public func fit(
    to frame: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    if correlation != .pearson { return try fitCorrelations(to: frame, jobs: jobs, progress: progress) }
    if frame.missing == .impute {
      throw ImputationFault.unsuitable(
        what: "A frame of rows that are not complete", suggestion: "Fit the dataset itself.")
    }
    if frame.missing == .em { return try fitMaximumLikelihood(to: frame, jobs: jobs, progress: progress) }
    try checkFolds(frame)
    try ModelExtent.requireRows(frame)
    if frame.missing == .pairwise, let errors, errors != .classical, errors != .bootstrap, errors != .replicates {
      throw DataFault.request(
        problem: "Errors of the kind '\(errors.rawValue)' need complete rows, and pairwise deletion has none",
        suggestion: "Use \(setting: .missing, "listwise"), or \(setting: .errors, "bootstrap").")
    }
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    var moments = Moments(frame)
    var frame = frame
    if let settled = RoundedColumns.settled(frame, moments: moments) {
      frame = settled.frame
      frame.notes += settled.notes
      moments = Moments(frame)
    }
    let subject = Subject(frame, moments)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    // Pairwise rows have no complete cases to factor: their moments are all there is.
    let blocks = self.blocks(frame)
    let regressions = try frame.outcomes.indices.map { o in
      frame.missing == .pairwise
        ? try regression.fit(to: moments, outcome: subject.outcomeColumn(o), predictors: subject.predictors)
        : try regression.fit(to: frame, outcome: o, moments: moments, blocks: blocks)
    }
    let drawn = bootstrap.replicates > 0 && isResampledInBlocks(frame) ? blocks : nil
    let draw: ReplicateDraw = frame.missing == .pairwise ? .pairwise(frame) : drawn.map { .blocks($0) } ?? .rows(frame)
    let ratings: PlayerRatings
    if case .blocks(let blocks) = draw {
      ratings = PlayerRatings(blocks, players: frame.players.count)
    } else {
      ratings = PlayerRatings(frame)
    }
    var fit = try fit(
      subject, regressions, draw: draw, ratings: ratings, slopes: PlayerRatings.slopes(frame), jobs: jobs,
      progress: progress)
    fit.describe(frame)
    try addAnswers(of: frame, subject, rows: blocks, jobs: jobs, to: &fit)
    fit.notes = frame.notes + fit.notes
    return fit
  }

  /// Blocks of rows, which errors may come from; replicates of very many rows reweight them: see `RandomBlocks`.
  private func blocks(_ frame: ModelFrame) -> BlockMoments? {
    guard errors == .jackknife || isResampledInBlocks(frame) && (bootstrap.replicates > 0 || errors == nil),
      RandomBlocks.apply(rows: .max, missing: frame.missing, hasDesign: hasDesign(frame))
    else { return nil }
    return BlockMoments(frame, dealing: RandomBlocks(seed: bootstrap.seed))
  }

  private func isResampledInBlocks(_ frame: ModelFrame) -> Bool {
    RandomBlocks.apply(rows: frame.rowsRead, missing: frame.missing, hasDesign: hasDesign(frame))
  }

  private func hasDesign(_ frame: ModelFrame) -> Bool {
    frame.clusters != nil || frame.strata != nil || frame.design.isFinite || frame.replicates != nil
  }

  /// Fits a matrix that came without rows.
  ///
  /// Errors are classical; resampled intervals are drawn from the Wishart distribution. Composites and reversed items are
  /// made of their items' moments.
  public func fit(
    to moments: Moments, roles: AnalysisRoles, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    _ = try moments.requireN()
    let model = try ModelMoments(moments, roles: roles)
    // Standardised coefficients say nothing of points of a scale.
    let slopes = model.moments.isCorrelation ? roles.players.map { _ in nil } : PlayerRatings.slopes(roles)
    var fit = try fit(
      to: model, roles: roles, draw: .wishart(model.moments), ratings: PlayerRatings(moments: moments, roles: roles),
      slopes: slopes, jobs: jobs, progress: progress)
    noteClassicalErrors(&fit, "A matrix tells nothing of single respondents", "")
    return fit
  }

  /// Notes what errors nobody asked for rest on.
  private func noteClassicalErrors(_ fit: inout Fit, _ reason: Sentence, _ remedy: Sentence) {
    guard errors == nil,
      fit.outcomes.contains(where: { $0.regression.errors == .classical && $0.regression.covariance != nil })
    else { return }
    fit.notes.append(
      Note(
        .summedErrors,
        "\(reason): standard errors are classical, and the interval of R² is that of normal answers. Where answers pile up at the top of their scales both are somewhat too short."
          + remedy
      ))
  }

  /// Fits the sums of a stream whose rows were not kept; errors leave out random blocks of them, and replicates reweight these.
  ///
  /// - Precondition: rows were dealt into blocks (`ModelMoments.init(_:roles:ratings:resampling:rows:)`), or no replicates
  ///   are asked for.
  public func fit(
    to model: ModelMoments, roles: AnalysisRoles, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    precondition(bootstrap.replicates == 0 || model.blocks != nil, "a stream keeps no rows to draw from")
    let drawn = bootstrap.replicates > 0 ? model.blocks : nil
    var fit = try fit(
      to: model, roles: roles, draw: drawn.map { .blocks($0) } ?? .wishart(model.moments),
      ratings: drawn.map { PlayerRatings($0, players: model.players.count) } ?? PlayerRatings(model),
      slopes: PlayerRatings.slopes(model), jobs: jobs, progress: progress)
    fit.rowsUsed = model.rowCount
    fit.rowLoss = RowLoss(model)
    fit.count(model.performance)
    noteClassicalErrors(
      &fit, "Rows were summed and not kept",
      " \(setting: .errors, "hc3") has them read for errors without these assumptions.")
    return fit
  }

  private func fit(
    to model: ModelMoments, roles: AnalysisRoles, draw: ReplicateDraw, ratings: PlayerRatings, slopes: [[Double]?],
    jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try refuseWhatNeedsRows()
    if correlation != .pearson {
      throw DataFault.needsRows(
        analysis: "\(setting: .correlation, correlation.rawValue)",
        suggestion: "Give the data themselves, or leave it out.")
    }
    let subject = Subject(model)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    let regressions = try subject.outcomes.indices.map { o in
      try regression.fit(
        to: subject.moments, outcome: subject.outcomeColumn(o), predictors: subject.predictors, blocks: model.blocks)
    }
    var fit = try fit(
      subject, regressions, draw: draw, ratings: ratings, slopes: slopes, jobs: jobs, progress: progress)
    try addBlocks(of: subject, rows: model.blocks, to: &fit)
    fit.notes = model.notes + fit.notes
    return fit
  }

  /// What all kinds of data share once their regressions stand.
  func fit(
    _ subject: Subject, _ regressions: [LinearRegression.Fit], draw: ReplicateDraw, ratings: PlayerRatings,
    slopes: [[Double]?], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    var notes: [Note] = []
    let players = subject.players.count
    let seed = bootstrap.seed
    let engines = subject.outcomes.indices.map { o in
      let problem = subject.problem(o)
      return ImportanceEngine(
        problem: problem, methods: methods,
        subsets: ImportanceEngine.subsets(for: problem, inReplicates: false, seed: seed))
    }
    // Of effects too: what work on a driver would bring is worked out in every replicate.
    let isGiven = draw.frame?.replicates?.variance != nil
    let keepsErrors = errors == .bootstrap && !isGiven
    let keepsCoefficients = keepsErrors || isGiven || slopes.contains { $0 != nil }
    if let frame = draw.frame, let two = subject.mediators.first(where: frame.hasTwoAnswers) {
      throw MediationFault.twoAnswers(variable: two.name)
    }
    let split = try split(subject, engines)
    var layout = ReplicateLayout(
      outcomes: engines.count, players: players, engineWidth: engines.first?.width ?? 0,
      terms: keepsCoefficients ? subject.predictorColumns.count + 1 : 0)
    layout.splitWidth = split?.width ?? 0
    var evaluator = ReplicateEvaluator(
      subject: subject, engines: engines, layout: layout, ratings: ratings,
      kept: keepsCoefficients ? regressions.map { $0.terms.dropFirst().map { !$0.isDropped } } : nil)

    evaluator.split = split

    var point = [Double](repeating: .nan, count: layout.width)
    let showsDominance = dominance && (methods.contains(.lmg) || players <= Self.freeDominance)
    // Of several completed data everything is worked out of each.
    var imputed: ImputedSets?
    if case .imputed(let sets) = draw { imputed = sets }
    let all = imputed?.moments ?? [subject.moments]
    let dominancesOfAll = try all.map { moments in
      try engines.map { showsDominance ? try $0.dominance(moments, jobs: jobs) : nil }
    }
    let dominances = engines.indices.map { o in
      dominancesOfAll.count == 1
        ? dominancesOfAll[0][o] : showsDominance ? DominanceFit.pooled(dominancesOfAll.compactMap { $0[o] }) : nil
    }
    if dominance, !showsDominance {
      notes.append(
        Note(
          .dominanceLeftOut,
          "Dominance compares all subsets of the drivers, as lmg does: with more than \(Self.freeDominance) drivers it is worked out where lmg is among the methods."
        ))
    }
    let importanceOfAll = try all.indices.map { m in
      try zip(engines, dominancesOfAll[m]).map { engine, dominance in
        // The means of the levels are lmg: with many drivers one walk over the subsets is enough.
        try engine.fit(
          all[m], playerNames: subject.players.map(\.title), jobs: jobs,
          lmg: players > Self.separateWalks && !engine.problem.isHierarchical ? dominance?.general : nil)
      }
    }
    let importance = engines.indices.map { o in
      imputed == nil
        ? importanceOfAll[0][o]
        : ImportanceFit.pooled(importanceOfAll.map { $0[o] }, signs: subject.signs(regressions[o]))
    }
    var points = imputed?.points(layout, importance: importanceOfAll) ?? []
    for (o, fit) in importance.enumerated() { layout.write(fit, outcome: o, into: &point) }
    if let split { try split.write(all, layout, jobs: jobs, points: &points, into: &point) }
    evaluator.pointRatings(draw, into: &point)

    var resampled: Resampled?
    // Counted before too many failures take the intervals away.
    var drawing = (used: 0, failures: [(reason: String, count: Int)]())
    var isPossible = true
    if bootstrap.replicates > 0 {
      if case .blocks(let blocks) = draw { notes.append(blocks.note) }
      var correction: SampledCorrection?
      let subsets = ImportanceEngine.subsets(for: subject.problem(0), inReplicates: true, seed: seed)
      if subsets != .all, methods.contains(.lmg) {
        evaluator = evaluator.sampling(subsets)
        correction = try SampledCorrection(
          evaluator.engines, importance, subject.moments, method: methods.firstIndex(of: .lmg)!, jobs: jobs)
        if let sampled = evaluator.split { correction!.add(sampled, subject.moments, layout, exact: point) }
        notes.append(correction!.note)
      }
      resampled =
        imputed.map { $0.resample(evaluator, bootstrap, points: points, jobs: jobs, progress: progress) }
        ?? evaluator.resample(bootstrap, draw: draw, jobs: jobs, progress: progress)
      isPossible = resampled != nil
      if let drawn = resampled?.bootstrap {
        drawing = (drawn.successCount, drawn.failuresByReason.map { ($0.reason.words, $0.count) })
      }
      if scoring.removesError, let drawn = resampled?.bootstrap,
        let failed = drawn.failuresByReason.first(where: { $0.reason == .correctedInadmissible })?.count
      {
        let share = Double(failed) / Double(drawn.count)
        let isTooMany = share > ConstructScoring.largestInadmissibleShare
        notes.append(
          Note(
            .inadmissibleReplicates,
            isTooMany
              ? "In \(failed) of \(drawn.count) resamples the corrected correlations contradict each other: constructs correlate about as closely as their reliabilities allow. These are too many for intervals, which there are none of; join constructs, or take the estimates as they are."
              : "In \(failed) of \(drawn.count) resamples the corrected correlations contradict each other: constructs correlate about as closely as their reliabilities allow. They are left out."
          ))
        if isTooMany { resampled = nil }
      }
      if let drawn = resampled?.bootstrap,
        Double(drawn.failureCount) > Interval.largestUndefinedShare * Double(drawn.count)
      {
        let reasons = Sentence.reasons(drawn)
        notes.append(
          Note(
            .replicatesFailed,
            "\(drawn.failureCount) of \(drawn.count) resamples gave no result: \(reasons). Those that did are no fair picture of what might have been, so there are no intervals."
          ))
        resampled = nil
      }
      if let correction { resampled?.apply(correction, layout) }
    }

    let reader = DriverIntervals(
      specification: self, layout: layout, point: point, resampled: resampled, jobs: jobs)
    var outcomes: [OutcomeFit] = []
    for (o, regression) in regressions.enumerated() {
      var regression = regression
      // Where a regression on its rows has found them already, they are the same.
      let lacks = isGiven && (regression.errors != .replicates || regression.covariance == nil)
      if keepsErrors || lacks, let resampled {
        regression = reader.withBootstrapErrors(regression, outcome: o, replicates: resampled.bootstrap)
      }
      notes += regression.notes.map { prefixed($0, subject, o) }
      // The regression says the same of collinear columns and reversed signs, and of what exactly they depend on.
      notes += importance[o].notes.filter { $0.kind != .collinear && $0.kind != .signReversal }
      if let note = subject.noteOnInflation(regression) { notes.append(prefixed(note, subject, o)) }
      if let note = digitsLost(importance[o], regression) { notes.append(prefixed(note, subject, o)) }
      let dominance = dominances[o]
      let lone = Set(regression.loneBlocks.map { $0 - subject.always.count }.filter { $0 >= 0 })
      notes += dominance?.notes ?? []
      var fitted =
        OutcomeFit(
          outcome: subject.outcomes[o], regression: regression,
          rSquared: reader.rSquared(regression, outcome: o), rSquaredAlways: importance[o].rSquaredAlways,
          signs: importance[o].signs, correlations: subject.correlations(o, slopes: slopes),
          methods: methods.indices.map { reader.method($0, outcome: o, lone: lone) }, dominance: dominance,
          effects: [])
      subject.addEffects(of: regression, slopes: slopes, to: &fitted)
      outcomes.append(fitted)
    }
    notes += outcomes.flatMap { outcome in
      Direction.notes(outcome, subject.players, n: subject.moments.n).map {
        outcomes.count > 1 ? Note($0.kind, "\(outcome.outcome.title): \($0.sentence)") : $0
      }
    }
    notes += reader.notes
    if resampled != nil {
      notes +=
        CoverageNotes(
          outcomes: outcomes, players: subject.players.map(\.title), interval: bootstrap.interval
        ).notes
    }
    if let note = DriverIntervals.outside(outcomes, subject.players.map(\.title)) { notes.append(note) }
    if !isPossible {
      notes.append(
        Note(
          .noResampling,
          "Nothing can be drawn from this matrix: it has negative eigenvalues, or n is not above its number of columns. There are no resampled intervals."
        ))
    }
    var seen: Set<Note> = []
    return Fit(
      specification: self, players: subject.players, outcomes: outcomes,
      performance: reader.ratings(layout.performance), stated: reader.ratings(layout.stated), n: subject.moments.n,
      rowsUsed: nil, through: split.map { reader.through($0, subject, regressions) }, imputedPoints: points,
      replicatesUsed: drawing.used,
      failures: drawing.failures, notes: notes.filter { seen.insert($0).inserted },
      resampled: resampled, layout: layout, point: point)
  }

  /// Drivers up to which lmg and dominance walk over the subsets separately: so few that lmg has the same last digit with
  /// dominance and without.
  private static let separateWalks = 22
  /// Drivers whose subsets cost next to nothing, so that dominance is worked out whatever the methods are.
  private static let freeDominance = 12
  /// Sums of squares hold half the digits of rows: what a driver adds that is nearly a combination of others can be in the
  /// regression's R² and in no importance.
  private func digitsLost(_ importance: ImportanceFit, _ regression: LinearRegression.Fit) -> Note? {
    let whole = regression.rSquared - importance.rSquaredAlways
    let sums = methods.indices.compactMap { m -> (method: ImportanceMethod, sum: Double)? in
      guard ![.first, .last, .betasq].contains(methods[m]) else { return nil }
      let values = importance.importance[m].compactMap { $0 }
      // Pratt's measure has none for a driver without a coefficient, which adds nothing to its sum.
      let isWhole = methods[m] == .pratt || values.count == importance.importance[m].count
      guard isWhole, !values.isEmpty else { return nil }
      return (methods[m], values.reduce(0, +))
    }.filter { abs($0.sum - whole) > 1e-6 }
    guard let first = sums.first else { return nil }
    func shown(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
    return Note(
      .digitsLost,
      "\(sums.map(\.method.rawValue).joined(separator: ", ")): the values add up to \(shown(first.sum)), not to the \(shown(whole)) that the regression explains. A driver differs from a combination of the others by less than sums of squares can hold, so what it adds is in R² and in no driver's importance. Leave out the drivers that say the same thing."
    )
  }

  /// With several outcomes a note says whose it is.
  private func prefixed(_ note: Note, _ subject: Subject, _ outcome: Int) -> Note {
    subject.outcomes.count > 1 ? Note(note.kind, "\(subject.outcomes[outcome].title): \(note.sentence)") : note
  }
}
