import LinearAlgebra
import Measures
import Platform
import Survey

/// The covariance of the estimates of one kind, with the degrees of freedom of its tests.
struct CoefficientVariance: Sendable {
  /// Intercept (when there is one), then the kept terms; in scaled units.
  var covariance: SymmetricMatrix
  /// `nil`: the normal distribution.
  var degrees: Double?
  /// The rank that the covariance of the coefficients can have, when clusters or strata limit it.
  var rankLimit: Double = .infinity
  /// Rows whose error these data do not tell.
  var undetermined: [Int] = []
  var notes: [Note] = []
}

extension LeastSquares {
  /// The covariance of the kind asked for; `nil` when these data do not determine it (with a note in the fit).
  func variance(_ kind: LinearRegression.ErrorKind) throws -> CoefficientVariance? {
    switch kind {
    case .bootstrap, .jackknife, .replicates: return nil
    case .classical: return classical
    default: break
    }
    guard let rows else {
      throw DataFault.needsRows(
        analysis: "\(setting: .errors, kind.rawValue)", suggestion: "Use \(setting: .errors, "classical").")
    }
    let scores = Scores(
      rows, sumOfWeights: sumOfWeights, isFrequency: weightsKind == .frequency, hasIntercept: hasIntercept)
    switch kind {
    case .hc0, .hc1, .hc2, .hc3, .hc4:
      let meat = scores.heteroscedastic(
        kind, n: n, parameters: parameters, deleted: Set(lone.deleted.keys))
      var covariance = sandwich(meat, rows.factorization)
      for (_, own) in lone.deleted.sorted(by: { $0.key < $1.key }) where [.hc2, .hc3, .hc4].contains(kind) {
        // HC3 takes the deleted residual itself; the others a power of 1 − h of it.
        let power =
          kind == .hc3 ? 0 : kind == .hc2 ? 1 : 2 - min(4, n * (1 - own.remainder) / parameters)
        let factor = pow(own.remainder, power)
        for a in 0..<covariance.order {
          for b in 0...a { covariance[a, b] += factor * own.influence[a] * own.influence[b] }
        }
      }
      return CoefficientVariance(covariance: covariance, degrees: residualDegrees)
    case .cluster:
      guard rows.clusters != nil else {
        throw DataFault.request(
          problem: "Clustered errors need to know the clusters",
          suggestion: "Name their variable with \(setting: .cluster).")
      }
      let (units, count) = rows.sampledUnits(byStratum: false)
      guard count >= 2 else { throw DataFault.tooFewClusters(clusters: count) }
      let g = Double(count)
      let meat = scores.clustered(units!, count: count, scale: g / (g - 1) * (n - 1) / (n - parameters))
      return CoefficientVariance(
        covariance: sandwich(meat, rows.factorization), degrees: g - 1, rankLimit: g - 1, notes: fewClusters(count))
    default:
      let (meat, units, strata) = try scores.design()
      let degrees = units - strata + 1 - parameters
      var notes = rows.clusters == nil || rows.design.rowsAreUnits ? [] : fewClusters(Int(units))
      if degrees <= 0 {
        notes.append(
          Note(
            .designDegrees,
            "The design has \(Int(units)) clusters in \(Int(strata)) strata, too few for \(Int(parameters)) coefficients: there are no degrees of freedom for tests and intervals."
          ))
      }
      return CoefficientVariance(
        covariance: sandwich(meat, rows.factorization), degrees: degrees, rankLimit: units - strata, notes: notes)
    }
  }

  /// Whether errors of product moments of the columns are those of the coefficients.
  var hasNormalErrors: Bool { correlation.hasNormalTheory && !isEstimated }

  /// s²(X'WX)⁻¹.
  private var classical: CoefficientVariance? {
    // Incomplete rows, and sampling weights without rows, say too little of the errors.
    if missing.keepsIncompleteRows || (rows == nil && weightsKind == .sampling) { return nil }
    // The errors of ranks and polychorics are not those of product moments.
    if !hasNormalErrors { return nil }
    let s2 = residual / residualDegrees
    let covariance: SymmetricMatrix
    if let fullInverse {
      covariance = SymmetricMatrix(order: fullInverse.order, packed: fullInverse.packed.map { s2 * $0 })
    } else {
      var centred = SymmetricMatrix(order: kept.count + 1)
      centred[0, 0] = s2 / sumOfWeights
      for i in 0..<kept.count { for j in 0...i { centred[i + 1, j + 1] = s2 * inverseGram[i, j] } }
      covariance = reported(centred)
    }
    var notes: [Note] = []
    if weightsKind == .sampling {
      notes.append(
        Note(
          .classicalErrors,
          "Classical errors take the sampling weights for precisions and are usually too small: \(setting: .errors, "design")."
        ))
    }
    return CoefficientVariance(covariance: covariance, degrees: residualDegrees, notes: notes)
  }

  private func fewClusters(_ count: Int) -> [Note] {
    count >= 40
      ? []
      : [
        Note(
          .fewClusters,
          "There are only \(count) clusters: below about 40, clustered errors tend to be too small and tests too bold.")
      ]
  }

  /// R̃⁻¹·M·R̃⁻ᵀ with R̃ = diag(√Σw, R), M the meat in the coordinates of Q, brought to the intercept at zero; R alone
  /// without an intercept.
  private func sandwich(_ meat: SymmetricMatrix, _ factorization: HouseholderQR) -> SymmetricMatrix {
    let first = hasIntercept ? 1 : 0
    let order = kept.count + first
    let inverse = factorization.inverseTriangle
    var bread = Matrix(rows: order, columns: order)
    if hasIntercept { bread[0, 0] = 1 / sumOfWeights.squareRoot() }
    for i in 0..<kept.count { for j in i..<kept.count { bread[i + first, j + first] = inverse[i, j] } }
    var half = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order { half[i, j] = (0..<order).reduce(0) { $0 + bread[i, $1] * meat[$1, j] } }
    }
    var centred = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i { centred[i, j] = (0..<order).reduce(0) { $0 + half[i, $1] * bread[j, $1] } }
    }
    return hasIntercept ? reported(centred) : centred
  }

  /// From (ȳ, b) to (a, b) with a = ȳ − Σ bⱼx̄ⱼ; without means the intercept is left out.
  private func reported(_ centred: SymmetricMatrix) -> SymmetricMatrix {
    let order = kept.count + 1
    guard let means else { return centred.selecting(Array(1..<order)) }
    var result = centred
    var corner = centred[0, 0]
    for i in 1..<max(order, 1) {
      var cross = centred[i, 0]
      for j in 1..<order { cross -= means[j - 1] * centred[i, j] }
      result[i, 0] = cross
      corner -= means[i - 1] * (centred[i, 0] + cross)
    }
    result[0, 0] = max(corner, 0)
    return result
  }
}
