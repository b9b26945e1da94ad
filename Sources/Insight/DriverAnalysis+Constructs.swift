import Factors
import LinearAlgebra
public import Measures
import Regression
import Resampling
public import Survey

extension DriverAnalysis {
  /// Fits rows that hold every construct's items side by side (`ConstructScoring.itemRoles`): constructs by factor scores, or
  /// corrected for the error of their measurement.
  ///
  /// No formula gives the errors of coefficients: resampling the whole chain does, and is the default where there are
  /// replicates.
  ///
  /// - Throws: `DataFault.request` for what does not go together, `DriverFault.correctionInadmissible`, and the faults of the regression.
  public func fit(
    toItems frame: ModelFrame, roles: AnalysisRoles, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    if frame.missing.keepsIncompleteRows {
      throw DataFault.request(
        problem: "\(scoringSetting) needs respondents who answered every item",
        suggestion: "Use \(setting: .missing, "listwise").")
    }
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    try checkScoring(roles)
    var layout = ConstructLayout(
      always: frame.always, players: frame.players, outcomes: frame.outcomes, columns: frame.columns.map(\.term),
      roles: roles, scoring: scoring)
    let moments = Moments(frame)
    try layout.fitConstructs(moments)
    var analysis = self
    // Without a formula for errors the replicates' spread is the natural one.
    if errors == nil, bootstrap.replicates > 0 { analysis.errors = .bootstrap }
    var fit = try analysis.fit(
      layout, moments, ratings: PlayerRatings(frame), itemSlopes: PlayerRatings.slopes(frame), jobs: jobs,
      progress: progress
    ) { [map = layout.map] in .constructs(frame, map, starts: $0) }
    fit.describe(frame)
    fit.notes = frame.notes + fit.notes
    return fit
  }

  /// Fits a matrix of the items that came without rows; intervals are drawn from the Wishart distribution.
  public func fit(
    toItems moments: Moments, roles: AnalysisRoles, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    _ = try moments.requireN()
    try refuseWhatNeedsRows()
    try checkScoring(roles)
    let items = ConstructScoring.itemRoles(roles)
    let model = try ModelMoments(moments, roles: items)
    var layout = ConstructLayout(
      always: model.always, players: model.players, outcomes: model.outcomes, columns: model.moments.names,
      roles: roles, scoring: scoring)
    try layout.fitConstructs(model.moments)
    let slopes = model.moments.isCorrelation ? roles.players.map { _ in nil } : PlayerRatings.slopes(items)
    var analysis = self
    if errors == nil, bootstrap.replicates > 0 { analysis.errors = .bootstrap }
    var fit = try analysis.fit(
      layout, model.moments, ratings: PlayerRatings(moments: moments, roles: roles), itemSlopes: slopes, jobs: jobs,
      progress: progress
    ) { [map = layout.map] in .constructWishart(model.moments, map, starts: $0) }
    fit.notes = model.notes + fit.notes
    return fit
  }

  private func fit(
    _ layout: ConstructLayout, _ items: Moments, ratings: PlayerRatings, itemSlopes: [[Double]?], jobs: Int,
    progress: (@Sendable (Int) -> Void)?, draw: ([[Double]]) -> ReplicateDraw
  ) throws -> Fit {
    let workspace = ConstructMap.Workspace(layout.map)
    let moments = try layout.moments(items, workspace)
    workspace.keepStarts()
    let subject = Subject(
      moments: moments, always: layout.always, players: layout.players, outcomes: layout.outcomes)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    let regressions = try subject.outcomes.indices.map { o in
      try regression.fit(to: moments, outcome: subject.outcomeColumn(o), predictors: subject.predictors)
    }
    var fit = try fit(
      subject, regressions, draw: draw(workspace.starts), ratings: ratings,
      slopes: layout.slopes(itemSlopes, workspace), jobs: jobs, progress: progress)
    fit.notes = layout.notes(workspace) + fit.notes
    return fit
  }

  private var scoringSetting: Setting {
    scoring.removesError
      ? Setting(.correct, scoring.isLatent ? "cfa" : "reliability") : Setting(.scoreMethod, scoring.scores.rawValue)
  }

  private func checkScoring(_ roles: AnalysisRoles) throws {
    func fault(_ problem: Sentence, _ suggestion: Sentence) -> DataFault {
      .request(problem: problem, suggestion: suggestion)
    }
    if scoring.removesError, scoring.scores != .mean {
      throw fault(
        "\(scoringSetting) is for means of items: factor scores take their error into account in another way",
        "Leave \(setting: .scoreMethod) out, or \(setting: .correct).")
    }
    if scoring.scores != .mean, !roles.players.contains(where: { $0.kind == .composite }) {
      throw fault(
        "\(setting: .scoreMethod, scoring.scores.rawValue) scores constructs, and no driver is one",
        "Name constructs with their items in a study (`drivers:`, each with `items:`), and leave \(setting: .players) out."
      )
    }
    if scoring.isLatent {
      let constructs = roles.players.filter { $0.kind == .composite }
      guard let first = constructs.first else {
        throw fault(
          "\(scoringSetting) is about constructs, and no driver is one",
          "Name constructs with their items in a study (`drivers:`, each with `items:`), and leave \(setting: .players) out."
        )
      }
      if let lone = constructs.first(where: { $0.items.count < 2 }) {
        throw fault(
          "The construct '\(lone.name)' has one item, and a factor model cannot tell its error from it",
          "Give it further items, or use \(setting: .correct, "reliability") with \(setting: .reliability, "\(lone.name)=0.8")."
        )
      }
      if let given = constructs.first(where: { scoring.reliabilities[$0.name] != nil }) {
        throw fault(
          "The factor model finds the reliability of the construct '\(given.name)' by itself",
          "Leave \(setting: .reliability, "\(given.name)") out, or use \(setting: .correct, "reliability").")
      }
      let names = constructs.flatMap(\.items).map(\.name)
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw fault(
          "The item '\(twice)' belongs to two constructs, whose factor model would measure neither by it alone",
          "Leave it out of one of them, such as '\(first.name)'.")
      }
    }
    if let product = roles.players.first(where: { $0.kind == .product }) {
      throw fault(
        "The term '\(product.name)' is a product of rows, and \(scoringSetting) works on the items' correlations",
        "Leave one of them out.")
    }
    if correlation != .pearson {
      throw fault(
        "\(setting: .correlation, correlation.rawValue) and \(scoringSetting) do not go together",
        "Leave one of them out; ordinal items keep their Pearson correlations here.")
    }
    if let errors, errors != .classical, errors != .bootstrap, errors != .replicates {
      throw fault(
        "\(setting: .errors, errors.rawValue) is not known with \(scoringSetting)",
        "Use \(setting: .errors, "bootstrap").")
    }
    let others = [
      (diagnostics, Setting(.diagnostics)), (permutations > 0, Setting(.permutations)),
      (folds ?? 0 > 0, Setting(.folds)),
      (!blocks.isEmpty, Setting(.blocks)), (!roles.mediators.isEmpty, Setting(.through)),
    ]
    if let asked = others.first(where: \.0) {
      throw fault("\(asked.1) and \(scoringSetting) do not go together", "Leave one of them out.")
    }
    let known =
      roles.players.flatMap { [$0.name] + ($0.kind == .group ? $0.items.map(\.name) : []) }
      + roles.always.map(\.name) + roles.outcomes.map(\.name)
    for name in scoring.reliabilities.keys.sorted() where !known.contains(name) {
      throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: known))
    }
  }
}
