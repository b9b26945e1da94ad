import LinearAlgebra
import Platform
import Probability
import Resampling

/// Every effect from the moments of a replicate: the regressions are solved from its scatter, without allocating, and products
/// of their coefficients are formed.
struct MediationReplicates: ReplicateMap {
  /// Mediators and an outcome, given all that is before them.
  struct Partials: Sendable {
    /// Predictors of the outcome's regression, then the outcome.
    var columns: [Int]
    /// Of the mediators, into `columns`.
    var mediators: [Int]
  }

  let system: MediationSystem
  let sums: [PathSum]
  /// Quotients of sums: shares of the total.
  let shares: [(of: Int, in: Int)]
  let partials: [Partials]

  var width: Int { sums.count + shares.count + partials.reduce(0) { $0 + $1.mediators.count } }
  func column(ofShare share: Int) -> Int { sums.count + share }
  /// Of the mediator's correlation with an outcome.
  func column(ofPartial outcome: Int, _ mediator: Int) -> Int {
    sums.count + shares.count + partials[..<outcome].reduce(0) { $0 + $1.mediators.count } + mediator
  }

  final class Workspace {
    /// What is drawn; `nil` where the moments are handed over.
    fileprivate let moments: ReplicateMoments?
    fileprivate let solvers: [CoefficientSolver]
    /// Of all regressions.
    let coefficients: OwnedBuffer<Double>
    fileprivate let factor: OwnedBuffer<Double>
    fileprivate let inverse: OwnedBuffer<Double>

    init(_ map: MediationReplicates, _ moments: ReplicateMoments? = nil) {
      self.moments = moments
      solvers = map.system.equations.map { CoefficientSolver(predictors: $0.columns, outcome: $0.dependent.column) }
      coefficients = OwnedBuffer(repeating: 0, count: max(1, map.system.coefficientCount))
      let most = map.partials.map(\.columns.count).max() ?? 0
      factor = OwnedBuffer(repeating: 0, count: max(1, most * (most + 1) / 2))
      inverse = OwnedBuffer(repeating: 0, count: max(1, most * (most + 1) / 2))
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    guard let moments = workspace.moments else { preconditionFailure("a replicate is drawn") }
    fill(workspace, scatter: moments.scatter, means: moments.means, into: row)
    return nil
  }

  /// Every number, from these moments.
  func fill(
    _ workspace: Workspace, scatter: UnsafePointer<Double>, means: UnsafePointer<Double>,
    into row: UnsafeMutableBufferPointer<Double>
  ) {
    let all = UnsafeMutableBufferPointer(start: workspace.coefficients.pointer, count: system.coefficientCount)
    for (equation, solver) in zip(system.equations, workspace.solvers) {
      solver.solve(
        scatter: scatter, means: means,
        into: UnsafeMutableBufferPointer(rebasing: all[equation.start..<equation.start + equation.count]))
    }
    write(UnsafePointer(workspace.coefficients.pointer), into: row)
    for (o, partial) in partials.enumerated() { write(partial, o, workspace, scatter, into: row) }
  }

  /// Sums and shares of these coefficients.
  func write(_ coefficients: UnsafePointer<Double>, into row: UnsafeMutableBufferPointer<Double>) {
    for k in sums.indices { row[k] = sums[k].value(coefficients) }
    for k in shares.indices { row[sums.count + k] = row[shares[k].of] / row[shares[k].in] }
  }

  /// −P(m, y)/√(P(m, m)·P(y, y)) with P the inverse of the scatter: what is left of both, correlated.
  private func write(
    _ partial: Partials, _ outcome: Int, _ workspace: Workspace, _ scatter: UnsafePointer<Double>,
    into row: UnsafeMutableBufferPointer<Double>
  ) {
    let (order, last) = (partial.columns.count, partial.columns.count - 1)
    for i in 0..<order {
      for j in 0...i {
        workspace.factor[SymmetricMatrix.position(i, j)] =
          scatter[SymmetricMatrix.position(partial.columns[i], partial.columns[j])]
      }
    }
    let factor = workspace.factor.pointer
    guard
      (try? PackedCholesky.factor(factor, order: order, tolerance: RankPolicy.variance, into: factor)) != nil
    else { return }
    PackedCholesky.invert(factor, order: order, into: workspace.inverse.pointer)
    func entry(_ i: Int, _ j: Int) -> Double { workspace.inverse[SymmetricMatrix.position(i, j)] }
    for (k, m) in partial.mediators.enumerated() {
      row[column(ofPartial: outcome, k)] = -entry(last, m) / (entry(m, m) * entry(last, last)).squareRoot()
    }
  }
}
