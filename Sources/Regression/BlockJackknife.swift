import LinearAlgebra
import Measures
import Platform
import Probability
import Survey

/// What a regression is without each random block of its rows in turn: its errors from sums, where no row is kept.
///
/// With m blocks that hold anything and θ₍ᵦ₎ the estimates without block b the covariance is (m − 1)/m · Σ(θ₍ᵦ₎ − θ̄)(θ₍ᵦ₎ − θ̄)′
/// (Quenouille 1956, doi:10.1093/biomet/43.3-4.353; Tukey 1958), on m − 1 degrees of freedom. Rows are dealt into blocks at
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
    var values: [Double] = []
    values.reserveCapacity(blocks.blockCount * (width + 1))
    var isKnown = [Bool](repeating: true, count: width)
    var count = 0
    var solved = [Double](repeating: 0, count: width)
    solved.withUnsafeMutableBufferPointer { solved in
      blocks.forEachDeletion { scatter, means in
        count += 1
        solver.solve(scatter: scatter, means: means, into: solved)
        let total = scatter[SymmetricMatrix.position(outcome, outcome)]
        var explained = 0.0
        for (k, column) in predictors.enumerated() {
          if solved[k + 1].isNaN {
            isKnown[k + 1] = false
          } else {
            explained += solved[k + 1] * scatter[SymmetricMatrix.position(max(column, outcome), min(column, outcome))]
          }
        }
        for k in 0..<width { values.append(scalbn(solved[k], Int32(-exponents[k]))) }
        values.append(total > 0 ? explained / total : .nan)
      }
    }
    guard count > 1 else { return nil }
    let m = Double(count)
    let stride = width + 1
    var means = [Double](repeating: 0, count: stride)
    for b in 0..<count { for k in 0..<stride { means[k] += values[b * stride + k] / m } }
    var covariance = SymmetricMatrix(order: width)
    var square = 0.0
    for b in 0..<count {
      for i in 0..<width where isKnown[i] {
        let own = values[b * stride + i] - means[i]
        for j in 0...i where isKnown[j] { covariance[i, j] += own * (values[b * stride + j] - means[j]) }
      }
      let own = values[b * stride + width] - means[width]
      square += own * own
    }
    let factor = (m - 1) / m
    self.covariance = SymmetricMatrix(order: width, packed: covariance.packed.map { $0 * factor })
    undetermined = isKnown.indices.filter { !isKnown[$0] }
    rSquaredError = (factor * square).squareRoot()
    degrees = m - 1
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
