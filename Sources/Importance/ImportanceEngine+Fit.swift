import LinearAlgebra
package import Measures
import Platform
import Resampling
package import Survey

extension ImportanceEngine {
  /// The importance of all players in one set of moments.
  ///
  /// - Parameters:
  ///   - moments: in the numbering of the problem.
  ///   - playerNames: for notes; the moments' own names by default.
  ///   - jobs: threads; the result does not depend on it.
  ///   - lmg: when it is known already, by player: the means of dominance's levels.
  /// - Throws: `DataFault.constant` when the outcome does not vary, `.notPositiveDefinite` when the moments are not those of
  ///   any data, `.momentsNotFinite` when they are not numbers.
  package func fit(_ moments: Moments, playerNames: [String]? = nil, jobs: Int = 1, lmg: [Double]? = nil)
    throws(DataFault)
    -> ImportanceFit
  {
    let names = playerNames ?? problem.players.map { $0.first.map { moments.names[$0] } ?? "" }
    precondition(names.count == playerCount, "one name per player")
    let workspace = makeWorkspace()
    let out = try numbers(moments, workspace, jobs: jobs, lmg: lmg)
    var shares = [Double](repeating: .nan, count: playerCount)
    var fit = ImportanceFit(
      rSquared: out[ImportanceEngine.rSquaredColumn], rSquaredAlways: out[ImportanceEngine.rSquaredAlwaysColumn],
      methods: methods, importance: [], shares: [], standardErrors: nil,
      signs: out[signColumns].map { $0.isNaN ? nil : Int($0) }, notes: [])
    for m in methods.indices {
      let values = Array(out[importanceColumns(method: m)])
      values.withUnsafeBufferPointer { values in
        shares.withUnsafeMutableBufferPointer { ImportanceFit.fillShares(of: values, into: $0) }
      }
      fit.importance.append(values.map { $0.isNaN ? nil : $0 })
      fit.shares.append(shares.map { $0.isNaN ? nil : $0 })
    }
    if case .sampled(let sample) = subsets, methods.contains(.lmg), let permutations = workspace.permutations {
      fit.standardErrors = (0..<playerCount).map {
        permutations.standardError($0, pairs: sample.orders.count)
      }
    }
    if case .halved(let sample) = subsets, methods.contains(.lmg), let halving = workspace.halving {
      fit.standardErrors = (0..<playerCount).map {
        halving.standardError($0, arrangements: sample.arrangements.count)
      }
    }
    fit.notes = notes(names, workspace, fit)
    return fit
  }

  /// What every set of players explains, in units of the outcome's variance; throws as `fit` does.
  func subsetValues(_ moments: Moments) throws(DataFault) -> SubsetValues {
    let workspace = makeWorkspace()
    try check(
      moments, moments.scatter.packed.withUnsafeBufferPointer { prepare($0.baseAddress!, workspace: workspace) })
    return withExtendedLifetime(workspace) {
      SubsetValues(walk, root: workspace.root.pointer, tolerance: RankPolicy.variance)
    }
  }

  /// The dominance analysis of one set of moments; throws as `fit` does.
  package func dominance(_ moments: Moments, jobs: Int = 1) throws(DataFault) -> DominanceFit {
    let workspace = makeWorkspace()
    defer { withExtendedLifetime(workspace) {} }
    try check(
      moments, moments.scatter.packed.withUnsafeBufferPointer { prepare($0.baseAddress!, workspace: workspace) })
    var fit = DominanceFit(levels: nil, general: nil, complete: nil, conditional: nil, notes: [])
    let p = playerCount
    if problem.isHierarchical { return hierarchicalDominance(workspace, fit) }
    guard SubsetPolicy.single.allowsAll(walk) else {
      fit.notes.append(
        Note(
          .dominanceLeftOut,
          "Dominance compares all subsets of the drivers and is worked out for up to \(ImportanceEngine.exactLimit) (fewer when they are large groups); there are \(p). Put drivers into groups to compare the groups."
        ))
      return fit
    }
    let levels = averageIncreases(root: workspace.root.pointer, jobs: jobs)
    fit.levels = levels
    fit.general = levels.map { $0.reduce(0, +) / Double(p) }
    fit.conditional = DominanceFit.conditional(levels)
    if p <= SubsetValues.limit {
      let won = SubsetValues(walk, root: workspace.root.pointer, tolerance: RankPolicy.variance).comparisonsWon(
        jobs: jobs)
      fit.complete = (0..<p).map { i in (0..<p).map { j in i == j ? nil : won[i * p + j] } }
    } else {
      fit.notes.append(
        Note(
          .completeDominanceLeftOut,
          "Complete dominance is worked out for up to \(SubsetValues.limit) drivers; there are \(p)."))
    }
    return fit
  }

  /// Of closed sets only: a product is compared in the models that hold its factors.
  private func hierarchicalDominance(_ workspace: Workspace, _ empty: DominanceFit) -> DominanceFit {
    var fit = empty
    guard playerCount <= ClosedSets.limit else {
      fit.notes.append(
        Note(
          .dominanceLeftOut,
          "With products dominance is worked out for up to \(ClosedSets.limit) drivers; there are \(playerCount)."))
      return fit
    }
    let walk = hierarchy ?? HierarchicalWalk(problem, tolerance: RankPolicy.variance)
    let table = workspace.hierarchy ?? HierarchicalWalk.Workspace(walk)
    walk.fill(residual: workspace.elimination.residual.pointer, workspace: table)
    let levels = walk.levels(table)
    var general = [Double](repeating: 0, count: playerCount)
    general.withUnsafeMutableBufferPointer { walk.importance(table, into: $0.baseAddress!) }
    fit.levels = levels
    fit.general = general
    fit.conditional = DominanceFit.conditional(levels)
    fit.complete = walk.comparisonsWon(table)
    return fit
  }

  private func averageIncreases(root: UnsafeMutablePointer<Double>, jobs: Int) -> [[Double]] {
    let p = playerCount
    let levelWalk = LevelWalk(walk, tolerance: RankPolicy.variance)
    var results = [Double](repeating: 0, count: max(1, levelWalk.taskWidth * walk.taskCount))
    var levels = [Double](repeating: 0, count: max(1, p * p))
    results.withUnsafeMutableBufferPointer { results in
      let shared = WorkerPointers(root: root, results: results.baseAddress!)
      TaskSharing.run(tasks: walk.taskCount, jobs: jobs) {
        LevelWalk.Workspace(walk)
      } body: { own, task in
        levelWalk.run(
          task: task, root: shared.root, workspace: own, into: shared.results + task * levelWalk.taskWidth)
      }
      levels.withUnsafeMutableBufferPointer {
        levelWalk.combine(UnsafePointer(results.baseAddress!), into: $0.baseAddress!)
      }
    }
    return (0..<p).map { Array(levels[$0 * p..<($0 + 1) * p]) }
  }

  private func numbers(_ moments: Moments, _ workspace: Workspace, jobs: Int, lmg: [Double]?) throws(DataFault)
    -> [Double]
  {
    precondition(moments.scatter.order > problem.outcome, "the problem's numbers are columns of the moments")
    var out = [Double](repeating: .nan, count: width)
    let failure = moments.scatter.packed.withUnsafeBufferPointer { scatter in
      out.withUnsafeMutableBufferPointer {
        evaluate(scatter.baseAddress!, workspace: workspace, jobs: jobs, lmg: lmg, into: $0)
      }
    }
    try check(moments, failure)
    return out
  }

  /// Turns a failure into the data's fault.
  private func check(_ moments: Moments, _ failure: ReplicateFailure?) throws(DataFault) {
    switch failure {
    case nil: return
    case .outcomeConstant:
      throw .constant(variable: moments.names[problem.outcome], value: moments.means?[problem.outcome] ?? 0)
    case .momentsImpossible: throw .notPositiveDefinite(what: "The matrix of moments")
    default:
      let used = problem.always + problem.players.flatMap { $0 } + [problem.outcome]
      let culprit = used.first { i in used.contains { !moments.scatter[i, $0].isFinite } }
      throw .momentsNotFinite(variable: moments.names[culprit ?? problem.outcome])
    }
  }
}
