import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

/// What a regression is under every set of replicate weights: its errors, as R's `svyglm` has them for `svrepdesign`.
///
/// The least-squares coefficients of replicate r are those with its weights; their covariance is Σ c_r·(b_r − b̄)(b_r − b̄)'
/// (`ReplicateVariance`), t has the replicates' degrees of freedom less the predictors.
struct ReplicateErrors {
  /// Of the intercept and the kept terms, each in units of a power of two.
  let covariance: SymmetricMatrix
  /// Standard error of R²; `nil` where a replicate has none.
  let rSquaredError: Double?
  let degrees: Double
  /// Positions of terms that some replicate does not tell.
  let undetermined: [Int]

  /// - Parameter outcome: its column in the frame.
  init?(_ estimate: LeastSquares, _ frame: ModelFrame, outcome: Int) {
    guard let given = frame.replicates, let spread = given.variance, estimate.hasIntercept else { return nil }
    let columns = estimate.blocks.flatMap { Array($0.columns) }
    let predictors = estimate.kept.map { columns[$0] }
    let exponents = estimate.reportedExponents
    let width = predictors.count + 1
    let products = WeightedProducts(columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
    let solver = CoefficientSolver(predictors: predictors, outcome: outcome)
    let moments = ReplicateMoments(order: frame.columnCount, rows: frame.rowCount, scratch: products.scratchCount)
    defer { withExtendedLifetime((solver, moments)) {} }
    var values = [[Double]](repeating: [], count: width + 1)
    var solved = [Double](repeating: 0, count: width)
    for replicate in 0..<given.count {
      given.fill(replicate, into: moments.weights)
      products.scatter(
        weights: moments.weights.baseAddress!, into: moments.scatter, means: moments.means, scratch: moments.scratch)
      solved.withUnsafeMutableBufferPointer {
        solver.solve(scatter: moments.scatter, means: moments.means, into: $0)
      }
      let total = moments.scatter[SymmetricMatrix.position(outcome, outcome)]
      var explained = 0.0
      for (k, column) in predictors.enumerated() {
        explained +=
          solved[k + 1] * moments.scatter[SymmetricMatrix.position(max(column, outcome), min(column, outcome))]
      }
      for k in 0..<width { values[k].append(scalbn(solved[k], Int32(-exponents[k]))) }
      values[width].append(total > 0 ? explained / total : .nan)
    }
    let estimates = estimate.reportedCoefficients + [estimate.rSquared]
    let all = spread.covariance(values, estimates: estimates)
    covariance = all.selecting(Array(0..<width))
    rSquaredError = all[width, width].isFinite ? max(0, all[width, width]).squareRoot() : nil
    degrees = spread.degrees - Double(predictors.count)
    undetermined = (0..<width).filter { !all[$0, $0].isFinite }
  }
}

extension LinearRegression.Fit {
  /// The same estimates with the errors that replicate weights give, and R² with an interval by its own.
  func withReplicates(_ frame: ModelFrame, outcome: Int) -> LinearRegression.Fit {
    guard let found = ReplicateErrors(estimate, frame, outcome: outcome) else { return self }
    let covariance = estimate.residual == 0 ? SymmetricMatrix(order: found.covariance.order) : found.covariance
    var fit = withScaledCovariance(
      CoefficientVariance(covariance: covariance, degrees: found.degrees, undetermined: found.undetermined),
      errors: .replicates)
    if found.degrees <= 0 {
      fit.notes.append(
        Note(
          .designDegrees,
          "The replicate weights have \(Int(found.degrees + dfModel)) degrees of freedom, too few for \(Int(dfModel)) predictors: there are none left for tests and intervals."
        ))
    }
    guard let error = found.rSquaredError, estimate.residual > 0, let spread = frame.replicates?.variance else {
      return fit
    }
    let influence = RSquaredInfluence(
      adjusted: adjustedRSquared, error: error, degrees: spread.degrees, designEffect: 1)
    if let limits = influence.interval(confidence: confidence) {
      (fit.rSquaredBasis, fit.rSquaredLow, fit.rSquaredHigh) = (.influence, limits.low, limits.high)
    } else if let half = influence.halfLength(confidence: confidence) {
      (fit.rSquaredBasis, fit.rSquaredLow, fit.rSquaredHigh) = (.influence, 0, min(1, max(0, adjustedRSquared) + half))
    }
    return fit
  }
}
