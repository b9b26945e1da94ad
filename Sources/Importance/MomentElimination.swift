import LinearAlgebra
import Platform
import Resampling

/// Takes the moments of one problem to correlations, eliminates the covariates, and fits the full model.
struct MomentElimination: Sendable {
  /// Positions in the moments: covariates, player columns, outcome.
  private let order: [Int]
  private let alwaysCount: Int
  let playerColumnCount: Int
  /// Player k has the player columns `firstColumn[k] ..< firstColumn[k + 1]`.
  let firstColumn: [Int]
  private let tolerance = RankPolicy.variance

  init(_ problem: ImportanceProblem) {
    order = problem.always + problem.players.flatMap { $0 } + [problem.outcome]
    alwaysCount = problem.always.count
    var firstColumn = [0]
    for player in problem.players { firstColumn.append(firstColumn[firstColumn.count - 1] + player.count) }
    self.firstColumn = firstColumn
    playerColumnCount = firstColumn[firstColumn.count - 1]
  }

  /// The state of one evaluation.
  final class Workspace {
    /// All rows, as correlations; covariates eliminated on the way.
    fileprivate let all: OwnedBuffer<Double>
    fileprivate let scales: OwnedBuffer<Double>
    /// The residual moments of player columns and outcome (last), packed, in units of total variances.
    let residual: OwnedBuffer<Double>
    /// The residual moments with all independent player columns swept: coefficients and minus the inverse.
    fileprivate let swept: OwnedBuffer<Double>
    fileprivate let row: OwnedBuffer<Double>
    fileprivate let isSwept: OwnedBuffer<Bool>
    let columnCount: Int
    fileprivate(set) var rSquared = 0.0
    fileprivate(set) var rSquaredAlways = 0.0
    /// No player column was dropped.
    fileprivate(set) var isFullRank = true

    init(_ elimination: MomentElimination) {
      let n = elimination.order.count
      let c = elimination.playerColumnCount + 1
      columnCount = elimination.playerColumnCount
      all = OwnedBuffer(count: n * (n + 1) / 2)
      scales = OwnedBuffer(count: n)
      residual = OwnedBuffer(count: c * (c + 1) / 2)
      swept = OwnedBuffer(count: c * (c + 1) / 2)
      row = OwnedBuffer(count: n)
      isSwept = OwnedBuffer(count: c)
    }
    /// Whether a player column stays in the full model.
    func isInModel(_ column: Int) -> Bool { isSwept[column] }
  }

  /// - Returns: why there is no result, or `nil`.
  func run(_ scatter: UnsafePointer<Double>, workspace w: Workspace) -> ReplicateFailure? {
    let n = order.count
    for i in 0..<n {
      let variance = scatter[SymmetricMatrix.position(order[i], order[i])]
      guard variance.isFinite else { return .momentsNotFinite }
      w.scales[i] = variance > 0 ? 1 / variance.squareRoot() : 0
    }
    guard w.scales[n - 1] > 0 else { return .outcomeConstant }
    for i in 0..<n {
      let row = w.all + i * (i + 1) / 2
      for j in 0..<i {
        let value = scatter[SymmetricMatrix.position(order[i], order[j])] * w.scales[i] * w.scales[j]
        guard value.isFinite else { return .momentsNotFinite }
        row[j] = value
      }
      row[i] = w.scales[i] > 0 ? 1 : 0
    }
    eliminateCovariates(w)
    sweepPlayers(w)
    return w.rSquared <= 1 + 1e-8 ? nil : .momentsImpossible
  }

  private func eliminateCovariates(_ w: Workspace) {
    let n = order.count
    for k in 0..<alwaysCount {
      let pivot = w.all[k * (k + 1) / 2 + k]
      guard pivot > tolerance else { continue }
      for i in k + 1..<n { w.row[i] = w.all[i * (i + 1) / 2 + k] }
      for i in k + 1..<n {
        let factor = w.row[i] / pivot
        let target = w.all + i * (i + 1) / 2
        for j in k + 1...i { target[j] -= factor * w.row[j] }
      }
    }
    for i in 0...playerColumnCount {
      let source = w.all + (i + alwaysCount) * (i + alwaysCount + 1) / 2 + alwaysCount
      for j in 0...i { w.residual[i * (i + 1) / 2 + j] = source[j] }
    }
  }

  /// Goodnight's symmetric sweep of the player columns, in their order, those that depend on earlier ones passed over.
  private func sweepPlayers(_ w: Workspace) {
    let c = playerColumnCount + 1
    w.swept.update(from: w.residual.pointer, count: c * (c + 1) / 2)
    w.isFullRank = true
    var isDefinite = true
    let outcome = (c - 1) * c / 2 + c - 1
    w.rSquaredAlways = 1 - w.residual[outcome]
    for k in 0..<playerColumnCount {
      let pivot = w.swept[k * (k + 1) / 2 + k]
      // Rounding leaves a little of either sign; a remaining variance that is clearly negative no data can have.
      if pivot < -1e-8 { isDefinite = false }
      w.isSwept[k] = pivot > tolerance
      guard w.isSwept[k] else {
        w.isFullRank = false
        continue
      }
      for i in 0..<c { w.row[i] = w.swept[SymmetricMatrix.position(i, k)] }
      for i in 0..<c where i != k {
        let factor = w.row[i] / pivot
        let target = w.swept + i * (i + 1) / 2
        for j in 0...i where j != k { target[j] -= factor * w.row[j] }
      }
      for i in 0..<c where i != k { w.swept[SymmetricMatrix.position(i, k)] = w.row[i] / pivot }
      w.swept[k * (k + 1) / 2 + k] = -1 / pivot
    }
    w.rSquared = isDefinite ? 1 - w.swept[outcome] : .infinity
  }

  /// The standardised coefficient of a player column; `nil` when it was dropped.
  private func beta(_ column: Int, _ w: Workspace) -> Double? {
    w.isSwept[column] ? w.swept[playerColumnCount * (playerColumnCount + 1) / 2 + column] : nil
  }

  /// −1, 0 or 1; NaN when the driver was dropped.
  func signOfCoefficient(_ player: Int, _ w: Workspace) -> Double {
    guard let beta = beta(firstColumn[player], w) else { return .nan }
    return beta > 0 ? 1 : beta < 0 ? -1 : 0
  }

  /// b²·s²/s²_y with the driver's residual variance; NaN when it was dropped.
  func squaredBeta(_ player: Int, _ w: Workspace) -> Double {
    let column = firstColumn[player]
    guard let beta = beta(column, w) else { return .nan }
    return beta * beta * w.residual[column * (column + 1) / 2 + column]
  }

  /// Σ over the player's columns of b·cov(x, y)/s²_y; NaN when all its columns were dropped.
  func pratt(_ player: Int, _ w: Workspace) -> Double {
    var sum = 0.0
    var isDefined = false
    for column in firstColumn[player]..<firstColumn[player + 1] {
      guard let beta = beta(column, w) else { continue }
      isDefined = true
      sum += beta * w.residual[playerColumnCount * (playerColumnCount + 1) / 2 + column]
    }
    return isDefined ? sum : .nan
  }

  /// The fall of R² when a column that is in the model is left out: β²/(R⁻¹)ₖₖ.
  func lastIncrement(_ player: Int, _ w: Workspace) -> Double {
    let column = firstColumn[player]
    let beta = w.swept[playerColumnCount * (playerColumnCount + 1) / 2 + column]
    return beta * beta / -w.swept[column * (column + 1) / 2 + column]
  }
}
