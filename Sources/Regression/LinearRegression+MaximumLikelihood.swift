import LinearAlgebra
package import Measures
import Survey

extension LinearRegression {
  /// Regresses outcome number `outcome` of a frame with missing answers on its covariates and players, by maximum likelihood
  /// moments of all of them.
  ///
  /// With S the covariances of the predictors, b = S⁻¹s and a = ȳ − b′x̄ are functions of means and covariances; their errors
  /// follow by the delta method from db = S⁻¹(ds − dS·b) and da = dȳ − b′dx̄ − x̄′db:
  ///
  /// - classical: from the observed information, times n/(n − k); without missing answers s²(X′X)⁻¹.
  /// - hc0, hc1: from what each respondent does to means and covariances (Huber & White); without missing answers HC0, HC1.
  /// - cluster, design: the same, summed within clusters, as the design of the sample says.
  ///
  /// `nil` chooses design with sampling weights, strata or a known population, cluster with clusters, else hc1.
  ///
  /// - Parameter information: of the moments; `nil` where it is too large: then there are no errors but resampled ones.
  /// - Throws: what the regression on moments throws, and `DataFault.request` for errors that need complete rows.
  package func fit(
    to found: MaximumLikelihoodMoments, _ information: NormalInformation?, frame: ModelFrame, outcome: Int
  ) throws -> Fit {
    let kind = errors ?? Self.errorsOfIncompleteRows(frame)
    let column = frame.outcomes[outcome].columns.lowerBound
    let blocks = frame.always + frame.players
    switch kind {
    case .hc2, .hc3, .hc4, .jackknife:
      throw DataFault.request(
        problem: "\(setting: .errors, kind.rawValue) needs rows that are complete",
        suggestion: "Use \(setting: .errors, "hc1"), or \(setting: .missing, "listwise").")
    case .cluster where frame.clusters == nil:
      throw DataFault.request(
        problem: "Clustered errors need to know the clusters",
        suggestion: "Name their variable with \(setting: .cluster).")
    default: break
    }
    let plain = LinearRegression(errors: kind == .bootstrap ? .bootstrap : .classical, confidence: confidence)
    let fit = try plain.fit(to: found.moments, outcome: column, predictors: blocks)
    guard kind != .bootstrap, let information else { return fit }
    let all = blocks.flatMap { Array($0.columns) }
    let delta = CoefficientDirections(
      found.moments, outcome: column, predictors: fit.estimate.kept.map { all[$0] }, order: frame.columnCount)
    let n = fit.n
    let k = fit.estimate.parameters
    if kind == .classical {
      let covariance = delta.covariance(information.covariance, scale: n / (n - k))
      return fit.withCovariance(covariance, df: n - k, errors: kind)
    }
    let parts = information.parts(delta.directions)
    switch kind {
    case .hc0, .hc1:
      let frequencies = frame.weightsKind == .frequency ? frame.weights : nil
      let covariance = delta.covariance(of: parts, scale: kind == .hc1 ? n / (n - k) : 1) { t in
        t.indices.reduce(0) { $0 + t[$1] * t[$1] / (frequencies?[$1] ?? 1) }
      }
      return fit.withCovariance(covariance, df: n - k, errors: kind)
    default:
      let variance = try InfluenceVariance(frame)
      let isCluster = kind == .cluster
      let covariance = delta.covariance(
        of: parts, scale: isCluster ? (n - 1) / (n - k) : 1, variance.variance)
      let df = isCluster ? variance.degrees : variance.degrees + 1 - k
      var result = fit.withCovariance(covariance, df: df, errors: kind)
      if df <= 0 {
        result.notes.append(
          Note(
            .designDegrees,
            "The design has too few clusters for \(Int(k)) coefficients: there are no degrees of freedom for tests and intervals."
          ))
      }
      return result
    }
  }

  private static func errorsOfIncompleteRows(_ frame: ModelFrame) -> ErrorKind {
    let kind = defaultErrors(for: frame)
    return kind == .hc3 ? .hc1 : kind
  }
}

/// How intercept and coefficients move with means and covariances: the derivatives of each in θ, the means and then the packed
/// lower triangle of the covariances of all columns.
struct CoefficientDirections {
  /// Intercept first.
  private(set) var directions: [[Double]] = []

  init(_ moments: Moments, outcome: Int, predictors: [Int], order: Int) {
    let length = order + order * (order + 1) / 2
    let covariance = moments.likelihoodCovariance
    let means = moments.means ?? [Double](repeating: 0, count: order)
    guard let factor = try? Cholesky(covariance.selecting(predictors)) else { return }
    let b = factor.solve(predictors.map { covariance[$0, outcome] })
    let inverse = factor.inverse
    // ∂b_j/∂σ_ky = S⁻¹_jk, ∂b_j/∂σ_kl = −S⁻¹_jk b_l − S⁻¹_jl b_k.
    var slopes: [[Double]] = []
    for j in predictors.indices {
      var direction = [Double](repeating: 0, count: length)
      for (k, column) in predictors.enumerated() {
        direction[order + SymmetricMatrix.position(column, outcome)] += inverse[j, k]
        for (l, other) in predictors.enumerated() {
          direction[order + SymmetricMatrix.position(column, other)] -= inverse[j, k] * b[l]
        }
      }
      slopes.append(direction)
    }
    var intercept = [Double](repeating: 0, count: length)
    intercept[outcome] = 1
    for (j, column) in predictors.enumerated() {
      intercept[column] -= b[j]
      for at in order..<length { intercept[at] -= means[column] * slopes[j][at] }
    }
    directions = [intercept] + slopes
  }

  /// D V D′, times a number.
  func covariance(_ matrix: SymmetricMatrix, scale: Double) -> SymmetricMatrix {
    let moved = directions.map { direction in
      (0..<matrix.order).map { i in
        direction.indices.reduce(0) { $0 + (direction[$1] == 0 ? 0 : direction[$1] * matrix[i, $1]) }
      }
    }
    var result = SymmetricMatrix(order: directions.count)
    for i in directions.indices {
      for j in 0...i { result[i, j] = scale * zip(moved[i], directions[j]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return result
  }

  /// The same from parts of rows; covariances are half of what the variance of a sum has beyond the variances.
  func covariance(of parts: [[Double]], scale: Double, _ variance: ([Double]) -> Double) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: parts.count)
    for i in parts.indices { result[i, i] = scale * variance(parts[i]) }
    for i in parts.indices {
      for j in 0..<i {
        // In units of their own, so that neither drowns in the other.
        let (a, b) = ((result[i, i] / scale).squareRoot(), (result[j, j] / scale).squareRoot())
        guard a > 0, b > 0 else { continue }
        let both = variance(zip(parts[i], parts[j]).map { $0 / a + $1 / b })
        result[i, j] = scale * (both - 2) / 2 * a * b
      }
    }
    return result
  }
}
