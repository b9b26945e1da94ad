import Importance
import LinearAlgebra
import Measures
import Platform
import Regression
import Resampling
import Survey

/// How the effect and the importance (lmg) of every driver divide into what mediators carry and what goes past them, from one set of
/// moments, again and again without allocating.
///
/// Effects are those of `MediationAnalysis`: total = direct + Σ aₘ·bₘ. Importance is the Shapley value of the game
/// v(S) = cov(ŷ_S, y)/s²_y, the R² of the drivers S beyond the covariates (Lindeman, Merenda & Gold 1980; Grömping 2007,
/// doi:10.1198/000313007X188252). Fitted values of S are orthogonal to what all drivers leave over, so y may stand there as its fit on
/// all of them, ŷ = Σ c′ₖ·xₖ + Σ bₘ·M̂ₘ with M̂ₘ the fit of the mediator on the drivers, and the game is the sum of games
///
///     v(S) = Σₘ bₘ·cov(ŷ_S, Mₘ)/s²_y + cov(ŷ_S, Σ c′ₖ·xₖ)/s²_y.
///
/// The Shapley value is linear, so its values for these games add up to lmg exactly, and over the drivers to the part of R² that
/// each component holds. A part can be negative, or more than lmg: where what is carried and what goes past have opposite signs, or
/// where a driver stands in for others whose effect runs the other way.
///
/// The first games are bilinear in y and M, and lmg is a quadratic form Q of the variable that is explained, so
/// cov(ŷ_S, M) = (Q_S(y + s·M) − Q_S(y − s·M))/4s: two walks over the subsets for each mediator, with s = s_y/s_M.
struct CarriedSplit: Sendable {
  /// What is told of a driver.
  enum Quantity: Int, CaseIterable {
    /// In units of R².
    case carried, direct
    /// Of the sum of all drivers' importance.
    case carriedShare, directShare
    /// Of the driver's own importance.
    case portion
  }

  let mediation: MediationReplicates
  /// By outcome: lmg of a variable that stands behind all columns of the moments.
  private(set) var engines: [ImportanceEngine]
  private let outcomes: [Int]
  private let mediators: [Int]
  private let order: Int
  private let players: Int
  /// Which of the methods is lmg.
  let method: Int

  /// - Parameters:
  ///   - engines: of the outcomes, which say how lmg is worked out.
  ///   - method: the place of lmg among their methods.
  init(_ mediation: MediationReplicates, _ subject: Subject, _ engines: [ImportanceEngine], method: Int) {
    self.mediation = mediation
    self.method = method
    order = subject.moments.names.count
    outcomes = subject.outcomes.indices.map(subject.outcomeColumn)
    mediators = mediation.system.mediators.map(\.column)
    players = subject.players.count
    self.engines = engines
    self.engines = engines.map { own($0.problem, $0.subsets) }
  }

  private func own(_ problem: ImportanceProblem, _ subsets: ImportanceEngine.Subsets) -> ImportanceEngine {
    var behind = problem
    behind.outcome = order
    return ImportanceEngine(problem: behind, methods: [.lmg], subsets: subsets)
  }

  /// The same with orders of entry drawn once instead of all subsets.
  func sampling(_ subsets: ImportanceEngine.Subsets) -> CarriedSplit {
    var copy = self
    copy.engines = engines.map { own($0.problem, subsets) }
    return copy
  }

  // MARK: Where numbers stand

  /// Each mediator, and where there are several all of them together, at last.
  var wayCount: Int { mediators.count > 1 ? mediators.count + 1 : 1 }
  /// Mediators of a way by number; empty: all of several.
  func way(_ way: Int) -> [Int] { way < mediators.count ? [way] : [] }
  private var wayWidth: Int { Quantity.allCases.count * players + 1 }
  private func start(_ outcome: Int, way: Int) -> Int { mediation.width + (outcome * wayCount + way) * wayWidth }
  /// Effects, then importance.
  var width: Int { mediation.width + outcomes.count * wayCount * wayWidth }
  func column(_ outcome: Int, way: Int, _ quantity: Quantity, player: Int) -> Int {
    start(outcome, way: way) + quantity.rawValue * players + player
  }
  /// What all drivers explain that is carried, of all that they explain.
  func portionColumn(_ outcome: Int, way: Int) -> Int { start(outcome, way: way) + wayWidth - 1 }

  // MARK: Evaluation

  final class Workspace {
    fileprivate let effects: MediationReplicates.Workspace
    fileprivate let engines: [ImportanceEngine.Workspace]
    /// The moments with one more row.
    fileprivate let extended: OwnedBuffer<Double>
    /// Of the sum of outcome and mediator, then of their difference.
    fileprivate let results: OwnedBuffer<Double>

    init(_ split: CarriedSplit) {
      effects = MediationReplicates.Workspace(split.mediation)
      engines = split.engines.map { $0.makeWorkspace() }
      extended = OwnedBuffer(count: (split.order + 1) * (split.order + 2) / 2)
      results = OwnedBuffer(count: max(1, 2 * (split.engines.first?.width ?? 0)))
    }
  }

  /// Writes `width` numbers into a row that holds the importance of every outcome already, where `layout` has them.
  ///
  /// - Returns: why there are none, or `nil`.
  func evaluate(
    _ workspace: Workspace, scatter: UnsafePointer<Double>, means: UnsafePointer<Double>, _ layout: ReplicateLayout,
    jobs: Int = 1, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let own = UnsafeMutableBufferPointer(rebasing: row[layout.split])
    mediation.fill(
      workspace.effects, scatter: scatter, means: means,
      into: UnsafeMutableBufferPointer(rebasing: own[0..<mediation.width]))
    workspace.extended.update(from: scatter, count: order * (order + 1) / 2)
    for o in outcomes.indices {
      let importance = UnsafeMutableBufferPointer(rebasing: row[layout.importance(o, method: method)])
      let whole = wayCount - 1
      if wayCount > 1 { for k in 0..<players { own[column(o, way: whole, .carried, player: k)] = 0 } }
      for m in mediators.indices {
        if let failure = carry(m, to: o, workspace, jobs: jobs, into: own) { return failure }
        if wayCount > 1 {
          for k in 0..<players {
            own[column(o, way: whole, .carried, player: k)] += own[column(o, way: m, .carried, player: k)]
          }
        }
      }
      for way in 0..<wayCount { divide(importance, o, way: way, isWhole: way == whole, into: own) }
    }
    return nil
  }

  /// What one mediator carries of every driver's importance.
  private func carry(
    _ m: Int, to o: Int, _ workspace: Workspace, jobs: Int, into own: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let moments = workspace.extended.pointer
    let (y, mediator) = (outcomes[o], mediators[m])
    func entry(_ a: Int, _ b: Int) -> Double { moments[SymmetricMatrix.position(max(a, b), min(a, b))] }
    let (ofOutcome, ofMediator) = (entry(y, y), entry(mediator, mediator))
    guard ofOutcome > 0 else { return .outcomeConstant }
    let scale = ofMediator > 0 ? (ofOutcome / ofMediator).squareRoot() : 0
    // More than both sums can have: what explains them does not depend on it, and neither is constant where they cancel.
    let variance = 4 * ofOutcome
    let last = moments + order * (order + 1) / 2
    let width = engines[o].width
    for half in 0..<2 {
      let signed = half == 0 ? scale : -scale
      for j in 0..<order { last[j] = entry(y, j) + signed * entry(mediator, j) }
      last[order] = variance
      let result = UnsafeMutableBufferPointer(
        rebasing: workspace.results.values[half * width..<(half + 1) * width])
      if let failure = engines[o].evaluate(moments, workspace: workspace.engines[o], jobs: jobs, into: result) {
        return failure
      }
    }
    let equation = mediation.system.equation(ofOutcome: o)
    let b = workspace.effects.coefficients[equation.place(mediator)]
    let factor = scale > 0 ? b * variance / (4 * scale * ofOutcome) : .nan
    let columns = engines[o].importanceColumns(method: 0)
    for (k, place) in columns.enumerated() {
      own[column(o, way: m, .carried, player: k)] =
        factor * (workspace.results[place] - workspace.results[width + place])
    }
    return nil
  }

  /// Shares, and of all mediators together what goes past them.
  private func divide(
    _ importance: UnsafeMutableBufferPointer<Double>, _ o: Int, way: Int, isWhole: Bool,
    into own: UnsafeMutableBufferPointer<Double>
  ) {
    var all = 0.0
    var carried = 0.0
    for k in 0..<players {
      all += importance[k]
      carried += own[column(o, way: way, .carried, player: k)]
    }
    for k in 0..<players {
      let part = own[column(o, way: way, .carried, player: k)]
      let left = isWhole ? importance[k] - part : .nan
      own[column(o, way: way, .direct, player: k)] = left
      own[column(o, way: way, .carriedShare, player: k)] = part / all
      own[column(o, way: way, .directShare, player: k)] = left / all
      own[column(o, way: way, .portion, player: k)] = part / importance[k]
    }
    own[portionColumn(o, way: way)] = carried / all
  }
}
