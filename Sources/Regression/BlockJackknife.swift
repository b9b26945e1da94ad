import LinearAlgebra
import Measures
import Platform
import Probability
import Survey

/// What a regression is without each random block of its rows in turn: its errors from sums, where no row is kept.
///
/// `BlockDeletions` says how, on one degree of freedom less than there are blocks that hold anything. Rows are dealt into blocks at
/// random, each by itself, so that it is right under unequal spread and sampling weights, as HC3 is; from m blocks a
/// standard error is within about √(1/(2m)) of that.
struct BlockJackknife {
  /// Of the intercept and the kept terms, each in units of a power of two.
  let covariance: SymmetricMatrix
  /// Positions in the covariance of terms that the rows without some block do not tell: they rest on that block alone.
  let undetermined: [Int]
  /// Standard error of R².
  let rSquaredError: Double
  let degrees: Double

  /// - Parameters:
  ///   - blocks: sums of the model's columns.
  ///   - predictors: the columns with a coefficient.
  ///   - exponents: of the units of the intercept and of each coefficient, so that squares neither overflow nor vanish.
  /// - Returns: `nil` when fewer than two blocks hold anything.
  init?(_ blocks: BlockProducts, outcome: Int, predictors: [Int], exponents: [Int]) {
    let solver = CoefficientSolver(predictors: predictors, outcome: outcome)
    let width = predictors.count + 1
    var isKnown = [Bool](repeating: true, count: width)
    var deletions: BlockDeletions?
    var solved = [Double](repeating: 0, count: width)
    var values = [Double](repeating: 0, count: width + 1)
    blocks.forEachDeletion { share, scatter, means in
      solved.withUnsafeMutableBufferPointer { solver.solve(scatter: scatter, means: means, into: $0) }
      let total = scatter[SymmetricMatrix.position(outcome, outcome)]
      var explained = 0.0
      for (k, column) in predictors.enumerated() {
        if solved[k + 1].isNaN {
          isKnown[k + 1] = false
        } else {
          explained += solved[k + 1] * scatter[SymmetricMatrix.position(max(column, outcome), min(column, outcome))]
        }
      }
      for k in 0..<width { values[k] = scalbn(solved[k], Int32(-exponents[k])) }
      values[width] = total > 0 ? explained / total : .nan
      if share == 0 {
        deletions = BlockDeletions(values, isCrossed: true)
      } else {
        deletions?.add(share: share, values)
      }
    }
    guard let deletions, deletions.count > 1 else { return nil }
    let all = deletions.covariance
    covariance = all.selecting(Array(0..<width))
    rSquaredError = max(0, all[width, width]).squareRoot()
    degrees = Double(deletions.count - 1)
    undetermined = isKnown.indices.filter { !isKnown[$0] }
  }
}

extension LeastSquares {
  /// Throws where sums of squares hold nothing of a column that has an estimate: squares of 10²⁰⁰ and 10⁻²⁰⁰ are no doubles.
  func requireSquares(_ blocks: BlockProducts, outcome column: Int) throws {
    let all = [Double](repeating: 1, count: blocks.blockCount)
    let columns = self.blocks.flatMap { Array($0.columns) }
    var scatter = [Double](repeating: 0, count: blocks.width * (blocks.width + 1) / 2)
    var scratch = [Double](repeating: 0, count: blocks.scratchCount)
    blocks.scatter(weights: all, into: &scatter, scratch: &scratch)
    for (name, column) in kept.map({ (terms[$0], columns[$0]) }) + [(outcome, column)] {
      let square = scatter[SymmetricMatrix.position(column, column)]
      guard square > 1e-300, scatter.allSatisfy(\.isFinite) else {
        throw DataFault.request(
          problem: "The sum of squares of '\(name)' is beyond double precision",
          suggestion: "Multiply or divide the column by a power of ten, or use \(setting: .errors, "hc3").")
      }
    }
  }
}

extension LinearRegression.Fit {
  /// The same estimates with the errors that leaving out blocks of rows gives, and R² with an interval by its own.
  ///
  /// - Parameters:
  ///   - blocks: sums of the model's columns by random block.
  ///   - effective: respondents that weights leave.
  func withJackknife(_ blocks: BlockProducts, outcome: Int, effective: Double) -> LinearRegression.Fit {
    let columns = self.blocks.flatMap { Array($0.columns) }
    guard
      let found = BlockJackknife(
        blocks, outcome: outcome, predictors: estimate.kept.map { columns[$0] }, exponents: estimate.reportedExponents)
    else { return self }
    // A perfect fit leaves no error but rounding.
    let covariance =
      estimate.residual == 0 ? SymmetricMatrix(order: found.covariance.order) : found.covariance
    var fit = withScaledCovariance(
      CoefficientVariance(covariance: covariance, degrees: found.degrees, undetermined: found.undetermined),
      errors: .jackknife)
    (fit.rSquaredBasis, fit.rSquaredLow, fit.rSquaredHigh) = rSquaredInterval(found, effective: effective)
    // Where rows or sums have told on whom a coefficient rests, that has been said.
    let told = Set(estimate.lone.undetermined(.jackknife, hasClusters: false))
    let single = Set(estimate.loneTerms.map(estimate.position))
    for k in found.undetermined where !told.contains(k) {
      let position = estimate.reportedPositions[k]
      if !single.contains(position) { fit.notes.append(LoneUnits.fromBlocks(terms[position].name)) }
    }
    return fit
  }

  private func rSquaredInterval(
    _ jackknife: BlockJackknife, effective: Double
  ) -> (basis: RSquaredBasis, low: Double, high: Double) {
    if estimate.residual > 0, jackknife.rSquaredError.isFinite {
      let influence = RSquaredInfluence(
        adjusted: adjustedRSquared, error: jackknife.rSquaredError, degrees: jackknife.degrees,
        designEffect: max(1, n / effective))
      if let limits = influence.interval(confidence: confidence) { return (.influence, limits.low, limits.high) }
    }
    // Near zero, as `RSquaredInfluence` says.
    let normal = RSquaredInterval(
      rSquared: rSquared, predictors: dfModel, residualDegrees: max(1, effective - estimate.parameters),
      confidence: confidence)
    return (.normalTheory, normal.low, normal.high)
  }
}
