import LinearAlgebra
import Measures
import Survey

/// Whether a regression is estimated from its rows or from its moments.
///
/// Rows are factored and the solution is refined in twice the precision whenever that is cheap, that is while n·k² is at
/// most `cheapWork`, k counting the predictors and the outcome: every digit that the data determine is then right. With
/// more rows the moments, which are needed anyhow, serve in their place while they are as good: errors are classical, or those of blocks of rows (all
/// others, and the interval of R² beside them, need each row's residual), no weight is zero, the condition number of the predictors' *correlation* matrix is
/// at most `conditionLimit`, so that a solution from moments (exact for whole columns, to about one rounding otherwise)
/// keeps eleven digits, and at least `leastResidual` of the outcome's variance is left over: a smaller rest is the
/// difference of two sums that have lost its digits. Where a coefficient seems to rest on one row, the rows are asked which. Beyond these bounds rows are factored however many there are; where
/// they only stream, a note says how many digits to trust. A regression without intercept always takes its rows.
enum EstimationPolicy {
  /// n·k² up to which rows are factored: about 30 ms of work.
  static let cheapWork = 2e7
  /// The largest condition number of correlations at which moments are as good as rows.
  static let conditionLimit = 1e4
  /// The least share of unexplained variance at which moments are as good as rows.
  static let leastResidual = 1e-6

  /// Whether moments may serve, as far as this can be told before anything is estimated.
  static func mayUseMoments(
    of frame: ModelFrame, predictors: Int, errors: LinearRegression.ErrorKind, hasIntercept: Bool
  ) -> Bool {
    let width = Double(predictors + 1)
    guard Double(frame.rowCount) * width * width > cheapWork, hasIntercept else { return false }
    guard errors == .classical || errors == .jackknife, frame.missing == .listwise else { return false }
    // Moments with sampling weights do not determine classical errors.
    if errors == .classical, frame.weightsKind == .sampling { return false }
    return frame.weights?.allSatisfy { $0 > 0 } ?? true
  }

  /// Whether estimates from moments are as good as the rows' own.
  static func trusts(_ estimate: LeastSquares) -> Bool {
    estimate.dropped.isEmpty && estimate.loneTerms.isEmpty && estimate.conditionNumber <= conditionLimit
      && estimate.residual > leastResidual * estimate.total
  }
}

extension LeastSquares {
  /// The largest over the smallest eigenvalue of the kept predictors' correlations.
  var conditionNumber: Double {
    var correlation = scatter
    for i in 0..<scatter.order {
      for j in 0...i { correlation[i, j] = scatter[i, j] / (scatter[i, i] * scatter[j, j]).squareRoot() }
    }
    return SymmetricEigen(correlation).conditionNumber
  }
}
