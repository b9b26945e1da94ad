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
    /// L of the residual moments, rows of dependent columns' pivots zero; the outcome's row is the forward-solved right side.
    fileprivate let factor: OwnedBuffer<Double>
    /// Standardised coefficients of the player columns; of those that are dropped there is none.
    fileprivate let betas: OwnedBuffer<Double>
    /// The diagonal of the inverse, once it was asked for.
    fileprivate let inverse: OwnedBuffer<Double>
    fileprivate var hasInverse = false
    fileprivate let row: OwnedBuffer<Double>
    fileprivate let isKept: OwnedBuffer<Bool>
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
      factor = OwnedBuffer(count: c * (c + 1) / 2)
      betas = OwnedBuffer(count: c)
      inverse = OwnedBuffer(count: c)
      row = OwnedBuffer(count: n)
      isKept = OwnedBuffer(count: c)
    }
    /// Whether a player column stays in the full model.
    func isInModel(_ column: Int) -> Bool { isKept[column] }
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
    fitPlayers(w)
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

  /// Cholesky's factor of the player columns, in their order, those that depend on earlier ones passed over; then the
  /// coefficients from the last to the first.
  private func fitPlayers(_ w: Workspace) {
    let c = playerColumnCount + 1
    w.isFullRank = true
    w.hasInverse = false
    var isDefinite = true
    w.rSquaredAlways = 1 - w.residual[(c - 1) * c / 2 + c - 1]
    for i in 0..<c {
      let start = i * (i + 1) / 2
      let own = w.factor + start
      for j in 0..<i {
        let other = w.factor + j * (j + 1) / 2
        own[j] = w.isKept[j] ? (w.residual[start + j] - LaneSums.product(own, other, j)) / other[j] : 0
      }
      let left = w.residual[start + i] - LaneSums.product(own, own, i)
      if i == playerColumnCount {
        w.rSquared = isDefinite ? 1 - left : .infinity
      } else {
        // Rounding leaves a little of either sign; a remaining variance that is clearly negative no data can have.
        if left < -1e-8 { isDefinite = false }
        w.isKept[i] = left > tolerance
        if !w.isKept[i] { w.isFullRank = false }
        own[i] = w.isKept[i] ? left.squareRoot() : 0
      }
    }
    w.betas.update(from: w.factor + playerColumnCount * (playerColumnCount + 1) / 2, count: playerColumnCount)
    for i in stride(from: playerColumnCount - 1, through: 0, by: -1) {
      guard w.isKept[i] else {
        w.betas[i] = 0
        continue
      }
      let row = w.factor + i * (i + 1) / 2
      w.betas[i] /= row[i]
      let beta = w.betas[i]
      for k in 0..<i { w.betas[k] -= row[k] * beta }
    }
  }

  /// The standardised coefficient of a player column; `nil` when it was dropped.
  private func beta(_ column: Int, _ w: Workspace) -> Double? { w.isKept[column] ? w.betas[column] : nil }

  /// Writes the intercept and one coefficient per player column, NaN for one that was dropped, as `CoefficientSolver` does.
  ///
  /// - Precondition: there are no covariates.
  func writeCoefficients(
    _ w: Workspace, means: UnsafePointer<Double>, into result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(alwaysCount == 0, "coefficients of covariates are not known")
    let outcome = playerColumnCount
    result[0] = means[order[outcome]]
    for k in 0..<playerColumnCount {
      guard let beta = beta(k, w) else {
        result[k + 1] = .nan
        continue
      }
      result[k + 1] = beta * (w.scales[k] / w.scales[outcome])
      result[0] -= result[k + 1] * means[order[k]]
    }
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

  /// The fall of R² when a column is left out of a model that has all of them: β²/(R⁻¹)ₖₖ.
  func lastIncrement(_ player: Int, _ w: Workspace) -> Double {
    precondition(w.isFullRank, "the inverse of a matrix that has one")
    if !w.hasInverse {
      PackedCholesky.inverseDiagonal(
        w.factor.pointer, order: playerColumnCount, column: w.row.pointer, into: w.inverse.pointer)
      w.hasInverse = true
    }
    let column = firstColumn[player]
    return w.betas[column] * w.betas[column] / w.inverse[column]
  }
}
