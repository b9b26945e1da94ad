public import Importance
public import Measures
public import Resampling
public import Survey

/// The importance–performance matrix of a driver analysis: where each driver stands, how sure that is, and what work on
/// it would bring. A specification: options without data.
public struct ImportancePerformance: Sendable {
  /// What the vertical axis shows.
  public enum Importance: Sendable, Hashable {
    /// A share of one of the analysis's methods.
    case derived(ImportanceMethod)
    /// What respondents say is important to them.
    case stated

    /// The method's name, or `stated`.
    public var name: String {
      switch self {
      case .derived(let method): method.rawValue
      case .stated: "stated"
      }
    }
  }

  /// A matrix is made for each outcome and each of them.
  public var axes: [Importance]
  /// Where the lines stand.
  public var crosshair: CrosshairRule

  public init(axes: [Importance] = [.derived(.lmg)], crosshair: CrosshairRule = .mean) {
    precondition(!axes.isEmpty, "at least one kind of importance")
    self.axes = axes
    self.crosshair = crosshair
  }

  /// One driver on one matrix.
  public struct Position: Sendable {
    /// Its name and label.
    public var driver: ModelFrame.Block
    /// What the vertical axis shows: a share (0–1), or stated importance on 0–100.
    public var importance: DriverAnalysis.Estimated
    /// Importance in units of the method, for lmg a part of R²; `nil` on a map of stated importance.
    public var derived: Double?
    /// On 0–100 of the scale's bounds.
    public var performance: DriverAnalysis.Estimated
    /// Respondents whom the performance is of: the fewest who rated one of the driver's items.
    public var n: Double?
    /// Of its coefficient in the full model: −1, 0, 1; `nil` for groups and categories.
    public var sign: Int?
    /// Mean stated importance on 0–100; without a value when nobody was asked.
    public var stated: DriverAnalysis.Estimated
    /// stated − performance.
    public var gap: Double?
    /// The field it lies in; `nil` without a performance, and for a driver of which more goes with less of the outcome
    /// (`DriverAnalysis.OutcomeFit.isAgainst`): nobody should work on more of that.
    public var quadrant: Quadrant?
    /// How often the driver is in each quadrant, in draws of the true shares from resamples; `nil` without resampling or
    /// without a quadrant.
    public var frequencies: [Quadrant: Double]?
    /// 100 − performance.
    public var headroom: Double?
    /// Points of the outcome per ten points of performance, the others held where they are.
    public var effect: Double?
    /// Its interval, from the regression's errors.
    public var effectInterval: Interval?
    /// The same when the others move along as they do among the respondents.
    public var ceiling: Double?
    /// The effect drawn in towards the other drivers' as far as its error warrants.
    public var shrunkenEffect: Double?
    /// shrunkenEffect × headroom / 10, at most what is left of the outcome's scale; its interval is of the true effects that
    /// the data leave open.
    public var potential = DriverAnalysis.Estimated(value: nil)
    /// Its part when all drivers are perfect at once and the outcome stays on its scale: potentials do not add.
    public var potentialTogether: Double?
    /// Rank of `potential` among the drivers with a positive coefficient; 1 is what to work on first.
    public var priority: Int?
    /// The best priority that the data leave open, for all at once; `nil` without resamples.
    public var priorityLow: Int?
    /// The worst.
    public var priorityHigh: Int?
    /// How often it has the most potential, in draws of the true effects.
    public var frequencyOfBest: Double?
    /// Whether the data leave open that it has the most potential.
    public var mayBeBest: Bool?
  }

  /// The matrix of one outcome with one kind of importance.
  public struct Map: Sendable {
    /// Whose drivers these are.
    public var outcome: ModelFrame.Block
    /// What the vertical axis shows.
    public var importance: Importance
    /// Where the lines stand, in the units of the axes.
    public var crosshair: Crosshair
    /// In the order of the analysis's players.
    public var positions: [Position]
    /// Points of the outcome that priority 1 forgoes against the best, on average over what the data leave open.
    public var expectedRegret: Double?
  }

  /// The matrices of an analysis.
  public struct Fit: Sendable {
    /// How the crosshairs were found.
    public var rule: CrosshairRule
    /// By outcome, then by axis.
    public var maps: [Map]
    /// What the analyst should know, such as methods left out.
    public var notes: [Note]
  }

  /// Whether drivers of the analysis have a performance, so that there is a matrix of them.
  public static func isPossible(_ analysis: DriverAnalysis.Fit) -> Bool {
    !analysis.players.contains { $0.isCategorical || !$0.powers.isEmpty }
      && analysis.performance.contains { $0.value != nil } && firstDefined(analysis) != nil
  }

  /// The first method of the analysis that divides every outcome among all drivers.
  public static func firstDefined(_ analysis: DriverAnalysis.Fit) -> ImportanceMethod? {
    analysis.specification.methods.first { method in
      analysis.outcomes.allSatisfy { outcome in
        outcome.methods.first { $0.method == method }?.drivers.allSatisfy { $0.share.value != nil } ?? false
      }
    }
  }

  /// The matrix of each outcome by each kind of importance.
  ///
  /// - Parameter jobs: threads; the result does not depend on it.
  /// - Throws: `DriverFault.categoricalDriver` for a driver without a mean, `MatrixFault.needsMeans` when the moments have none,
  ///   `.request` when stated importance is asked for and no column holds it.
  public func fit(_ analysis: DriverAnalysis.Fit, jobs: Int = 1) throws -> Fit {
    try check(analysis)
    var maps: [Map] = []
    var notes: [Note] = []
    for (o, outcome) in analysis.outcomes.enumerated() {
      var ofOutcome: [Map] = []
      let work = WorkFirst(analysis, outcome: o, jobs: jobs)
      for (a, axis) in axes.enumerated() {
        do {
          ofOutcome.append(try matrix(analysis, outcomeIndex: o, axis: axis, work: work))
        } catch let fault as any Fault where a + 1 < axes.count || !ofOutcome.isEmpty {
          // One of several methods may not be defined for groups; when none is, the last one's fault is thrown.
          notes.append(Note(.methodLeftOut, fault.sentence))
        }
      }
      maps += ofOutcome
      notes += work.notes(analysis, outcome: o)
      let negative = analysis.players.indices.filter { (outcome.effects[$0] ?? 0) < 0 && !outcome.isAgainst($0) }.map {
        analysis.players[$0].title
      }
      if !negative.isEmpty {
        notes.append(
          Note(
            .negativeEffect,
            negative.count == 1
              ? "\(outcome.outcome.title): the coefficient of \(quoted(negative)) is negative beside the other drivers, so more of it does not promise more of the outcome; it has no priority. Look for drivers that say nearly the same thing."
              : "\(outcome.outcome.title): the coefficient of \(quoted(negative)) is negative beside the other drivers, so more of it does not promise more of the outcome; they have no priority. Look for drivers that say nearly the same thing."
          ))
      }
    }
    if axes.contains(.derived(.lmg)), let note = CoverageNotes.quadrants(analysis) { notes.append(note) }
    return Fit(rule: crosshair, maps: maps, notes: notes)
  }

  private func check(_ analysis: DriverAnalysis.Fit) throws {
    for player in analysis.players where player.isCategorical {
      throw DriverFault.categoricalDriver(variable: player.name, analysis: "the importance–performance matrix")
    }
    if analysis.performance.allSatisfy({ $0.value == nil }) {
      throw MatrixFault.needsMeans(analysis: "The importance–performance matrix")
    }
    if axes.contains(.stated), analysis.stated.contains(where: { $0.value == nil }) {
      let missing = zip(analysis.players, analysis.stated).filter { $0.1.value == nil }.map(\.0.name)
      throw DataFault.request(
        problem: "Stated importance is asked for, but no column holds it for \(quoted(missing))",
        suggestion: "Name the columns with \(setting: .stated, "driver=column") or \(setting: .statedPrefix, "imp_").")
    }
  }

  private func matrix(
    _ analysis: DriverAnalysis.Fit, outcomeIndex: Int, axis: Importance, work: WorkFirst
  ) throws -> Map {
    let outcome = analysis.outcomes[outcomeIndex]
    let players = analysis.players.indices
    let importance: [DriverAnalysis.Estimated]
    var derived: [Double?]?
    switch axis {
    case .derived(let method):
      guard let fit = outcome.methods.first(where: { $0.method == method }) else {
        preconditionFailure("the analysis was made without \(method.rawValue)")
      }
      if fit.drivers.allSatisfy({ $0.importance.value != nil }), fit.drivers.contains(where: { $0.share.value == nil })
      {
        throw DriverFault.nothingExplained(outcome: outcome.outcome.name)
      }
      if fit.drivers.contains(where: { $0.share.value == nil }) {
        throw DataFault.request(
          problem: "\(method.rawValue) is not defined for every driver of '\(outcome.outcome.name)'",
          suggestion: "Use \(setting: .methods, "lmg"), which is.")
      }
      importance = fit.drivers.map(\.share)
      derived = fit.drivers.map(\.importance.value)
    case .stated:
      importance = analysis.stated
    }
    let lines = crosshair.crosshair(
      importance: importance.map { $0.value ?? .nan }, performance: analysis.performance.map { $0.value ?? .nan },
      importanceIsStated: axis == .stated)
    let frequencies = quadrantFrequencies(analysis, outcomeIndex: outcomeIndex, axis: axis)

    let positions = players.map { k in
      var position = Position(
        driver: analysis.players[k], importance: importance[k], derived: derived?[k],
        performance: analysis.performance[k], sign: outcome.signs[k], stated: analysis.stated[k],
        frequencies: outcome.isAgainst(k) ? nil : frequencies.flatMap { $0[k].isEmpty ? nil : $0[k] })
      if analysis.performanceCounts.indices.contains(k) { position.n = analysis.performanceCounts[k] }
      if let performance = position.performance.value {
        position.gap = position.stated.value.map { $0 - performance }
        position.headroom = 100 - performance
        if let importance = position.importance.value, !outcome.isAgainst(k) {
          position.quadrant = Quadrant(importance: importance, performance: performance, crosshair: lines)
        }
        if let effect = outcome.effects[k], effect.isFinite {
          position.effect = effect
          position.effectInterval = outcome.effectIntervals[k]
          position.ceiling = outcome.ceilings[k]
        }
        if let own = work.works[k] { position.take(own) }
      }
      return position
    }
    return Map(
      outcome: outcome.outcome, importance: axis, crosshair: lines, positions: positions,
      expectedRegret: work.expectedRegret)
  }
}

/// Names in quotes, with commas and an "and".
func quoted(_ names: [String]) -> Sentence { .quoted(names) }
