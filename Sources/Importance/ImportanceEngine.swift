import LinearAlgebra
import Platform
package import Resampling

/// From a matrix of moments to the importance of every player by every method, again and again without allocating.
///
/// Steps: the moments are scaled to correlations; the covariates that always stay are eliminated, in their order; all
/// methods then work on the residual moments, in units of the outcome's total variance. Ranks follow `RankPolicy`: of two
/// collinear columns the earlier stays *in the coefficients*, while in `lmg` both stay and share.
package struct ImportanceEngine: Sendable {
  package let problem: ImportanceProblem
  package let methods: [ImportanceMethod]
  /// How `lmg` is worked out.
  package let subsets: Subsets

  /// All subsets, or orders of entry drawn once and used in every evaluation.
  package enum Subsets: Sendable, Equatable {
    case all
    case sampled(PermutationSample)
    case halved(HalvingSample)
  }

  let elimination: MomentElimination
  let walk: SubsetWalk
  let shapley: ShapleyWalk?
  let precedence: Precedence
  /// In place of `shapley` where factors precede their products; `nil` for too many players.
  let hierarchy: HierarchicalWalk?

  package init(problem: ImportanceProblem, methods: [ImportanceMethod], subsets: Subsets = .all) {
    self.problem = problem
    self.methods = methods
    self.subsets = subsets
    elimination = MomentElimination(problem)
    walk = SubsetWalk(playerSizes: problem.players.map(\.count))
    precedence = problem.precedence
    let isFeasible = problem.isHierarchical && problem.players.count <= ClosedSets.limit
    hierarchy = isFeasible && subsets == .all ? HierarchicalWalk(problem, tolerance: RankPolicy.variance) : nil
    let needsWalk = methods.contains(.lmg) && subsets == .all && !problem.isHierarchical
    shapley = needsWalk ? ShapleyWalk(walk, tolerance: RankPolicy.variance) : nil
  }

  package var playerCount: Int { problem.players.count }

  /// Numbers per evaluation: R², R² of the covariates alone, the importance of each player by each method (NaN where it is
  /// not defined), the sign of each player's coefficient.
  package var width: Int { 2 + (methods.count + 1) * playerCount }
  package static let rSquaredColumn = 0
  package static let rSquaredAlwaysColumn = 1
  package func importanceColumns(method: Int) -> Range<Int> {
    2 + method * playerCount..<2 + (method + 1) * playerCount
  }
  package var signColumns: Range<Int> { importanceColumns(method: methods.count) }

  /// What one thread works in.
  package final class Workspace {
    let elimination: MomentElimination.Workspace
    let root: OwnedBuffer<Double>
    let copy: OwnedBuffer<Double>
    let tasks: OwnedBuffer<Double>
    let shapley: ShapleyWalk.Workspace?
    let permutations: PermutationSample.Workspace?
    let halving: HalvingSample.Workspace?
    let hierarchy: HierarchicalWalk.Workspace?

    fileprivate init(_ engine: ImportanceEngine) {
      elimination = MomentElimination.Workspace(engine.elimination)
      let rows = engine.walk.rowCount
      root = OwnedBuffer(count: rows * (rows + 1) / 2)
      copy = OwnedBuffer(count: rows * (rows + 1) / 2)
      tasks = OwnedBuffer(count: max(1, (engine.shapley?.taskWidth ?? 0) * engine.walk.taskCount))
      shapley = engine.shapley.map { ShapleyWalk.Workspace($0.walk) }
      hierarchy = engine.hierarchy.map { HierarchicalWalk.Workspace($0) }
      if case .sampled(let sample) = engine.subsets {
        permutations = PermutationSample.Workspace(sample, rows: rows)
      } else {
        permutations = nil
      }
      if case .halved(let sample) = engine.subsets {
        halving = HalvingSample.Workspace(sample, rows: rows)
      } else {
        halving = nil
      }
    }
  }

  package func makeWorkspace() -> Workspace { Workspace(self) }

  /// Works out all methods.
  /// - Parameters:
  ///   - scatter: the packed lower triangle of scatter, covariances or correlations, in the problem's numbering.
  ///   - jobs: threads for the walk over the subsets of many players; the result does not depend on it.
  ///   - lmg: when it is known already, by player.
  ///   - result: `width` numbers, overwritten.
  /// - Returns: why there is no result, or `nil`.
  package func evaluate(
    _ scatter: UnsafePointer<Double>, workspace: Workspace, jobs: Int = 1, lmg: [Double]? = nil,
    into result: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    precondition(result.count == width, "a result has `width` numbers")
    if let failure = prepare(scatter, workspace: workspace) { return failure }
    let full = workspace.elimination
    result[ImportanceEngine.rSquaredColumn] = full.rSquared
    result[ImportanceEngine.rSquaredAlwaysColumn] = full.rSquaredAlways
    for (k, column) in signColumns.enumerated() {
      // The coefficient of a factor is its effect where the others are 0: which sign it has is a matter of where that is.
      result[column] =
        problem.isSingle(k) && !problem.isCategorical[k] && !precedence.isAwaited(k)
        ? elimination.signOfCoefficient(k, full) : .nan
    }
    for (m, method) in methods.enumerated() {
      let columns = importanceColumns(method: m)
      let values = UnsafeMutableBufferPointer(rebasing: result[columns])
      if method == .lmg, let lmg {
        _ = values.update(fromContentsOf: lmg)
      } else {
        fill(method, values, workspace, jobs: jobs)
      }
    }
    return nil
  }

  /// After `evaluate`, without covariates: the intercept of the full model and one coefficient per player column, NaN for one that
  /// depends on earlier ones.
  package func writeCoefficients(
    _ workspace: Workspace, means: UnsafePointer<Double>, into result: UnsafeMutableBufferPointer<Double>
  ) {
    elimination.writeCoefficients(workspace.elimination, means: means, into: result)
  }

  /// Fits the full model and lays out the residual moments for the walk.
  func prepare(_ scatter: UnsafePointer<Double>, workspace: Workspace) -> ReplicateFailure? {
    if let failure = elimination.run(scatter, workspace: workspace.elimination) { return failure }
    fillRoot(workspace)
    return nil
  }

  /// The residual block in the walk's order of rows: the outcome, then the columns of its levels.
  private func fillRoot(_ workspace: Workspace) {
    let residual = workspace.elimination.residual.pointer
    let outcome = elimination.playerColumnCount
    for i in 0..<walk.rowCount {
      let a = i == 0 ? outcome : walk.columnOfRow[i - 1]
      for j in 0...i {
        let b = j == 0 ? outcome : walk.columnOfRow[j - 1]
        workspace.root[i * (i + 1) / 2 + j] = residual[SymmetricMatrix.position(a, b)]
      }
    }
  }

  private func fill(
    _ method: ImportanceMethod, _ values: UnsafeMutableBufferPointer<Double>, _ workspace: Workspace, jobs: Int
  ) {
    let full = workspace.elimination
    for k in 0..<playerCount { values[k] = .nan }
    guard let out = values.baseAddress, isDefined(method) else { return }
    defer { if problem.isHierarchical { blank(method, values) } }
    switch method {
    case .lmg: fillLMG(out, workspace, jobs: jobs)
    case .first:
      for level in 0..<playerCount { out[walk.playerAtLevel[level]] = explained(workspace) { $0 == level } }
    case .last: fillLast(out, workspace)
    case .betasq:
      for k in 0..<playerCount where problem.isSingle(k) { out[k] = elimination.squaredBeta(k, full) }
    case .pratt:
      for k in 0..<playerCount { out[k] = elimination.pratt(k, full) }
    case .genizi, .relativeWeights:
      if !problem.hasGroups { SymmetricRoot(workspace.elimination).genizi(into: out) }
    case .car:
      if !problem.hasGroups { SymmetricRoot(workspace.elimination).car(into: out) }
    }
  }

  /// Coefficients and decorrelated variables of factors and their products depend on where zero lies on the scales.
  private func isDefined(_ method: ImportanceMethod) -> Bool {
    !problem.isHierarchical || [.lmg, .last, .first].contains(method)
  }

  /// A product cannot be first, nor what it waits for last.
  private func blank(_ method: ImportanceMethod, _ values: UnsafeMutableBufferPointer<Double>) {
    for k in 0..<playerCount {
      if method == .first && precedence.waits(k) || method == .last && precedence.isAwaited(k) { values[k] = .nan }
    }
  }

  /// The part of the outcome's variance that the levels chosen explain, from the residual block.
  private func explained(_ workspace: Workspace, _ isIn: (Int) -> Bool) -> Double {
    let size = walk.rowCount * (walk.rowCount + 1) / 2
    workspace.copy.update(from: workspace.root.pointer, count: size)
    var gain = 0.0
    // From the last level down, so that each elimination touches only the leading block.
    for level in stride(from: playerCount - 1, through: 0, by: -1) where isIn(level) {
      gain += SubsetWalk.takeIn(
        workspace.copy.pointer, rows: walk.rowStart[level]..<walk.rowStart[level + 1], tolerance: RankPolicy.variance)
    }
    return gain
  }

  /// R² of all players less R² of all others: for a numeric driver among independent ones b²/(inverse)ₖₖ, else as defined.
  private func fillLast(_ out: UnsafeMutablePointer<Double>, _ workspace: Workspace) {
    let full = workspace.elimination
    let whole = full.isFullRank ? 0 : explained(workspace) { _ in true }
    for level in 0..<playerCount {
      let player = walk.playerAtLevel[level]
      if full.isFullRank && problem.players[player].count == 1 {
        out[player] = elimination.lastIncrement(player, full)
      } else {
        let everything = full.isFullRank ? full.rSquared - full.rSquaredAlways : whole
        out[player] = max(0, everything - explained(workspace) { $0 != level })
      }
    }
  }

  private func fillLMG(_ out: UnsafeMutablePointer<Double>, _ workspace: Workspace, jobs: Int) {
    if case .sampled(let sample) = subsets {
      sample.run(root: workspace.root.pointer, walk: walk, workspace: workspace.permutations!, into: out)
      return
    }
    if case .halved(let sample) = subsets {
      sample.run(
        root: workspace.root.pointer, walk: walk, workspace: workspace.halving!, jobs: jobs, into: out)
      return
    }
    if let hierarchy {
      hierarchy.fill(residual: workspace.elimination.residual.pointer, workspace: workspace.hierarchy!)
      hierarchy.importance(workspace.hierarchy!, into: out)
      return
    }
    guard let shapley else { return }
    let tasks = WorkerPointers(root: workspace.root.pointer, results: workspace.tasks.pointer)
    // Below 18 players the walk takes less time than starting a thread.
    if jobs <= 1 || playerCount < 18 {
      for task in 0..<walk.taskCount {
        shapley.run(
          task: task, root: tasks.root, workspace: workspace.shapley!,
          into: tasks.results + task * shapley.taskWidth)
      }
    } else {
      TaskSharing.run(tasks: walk.taskCount, jobs: jobs) {
        ShapleyWalk.Workspace(walk)
      } body: { own, task in
        shapley.run(task: task, root: tasks.root, workspace: own, into: tasks.results + task * shapley.taskWidth)
      }
    }
    shapley.combine(workspace.tasks.pointer, into: out)
  }

  struct WorkerPointers: @unchecked Sendable {
    let root: UnsafePointer<Double>
    let results: UnsafeMutablePointer<Double>
    init(root: UnsafeMutablePointer<Double>, results: UnsafeMutablePointer<Double>) {
      self.root = UnsafePointer(root)
      self.results = results
    }
  }
}
