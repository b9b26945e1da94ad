import LinearAlgebra
import Platform

/// What the symmetric square root of the drivers' correlations says: Genizi's decomposition (= Johnson's relative
/// weights) and the CAR scores.
///
/// With R the (residual) correlations of the drivers, r those with the outcome, and ω = R^{−1/2} r:
/// car: ωₖ²; genizi: Σⱼ ((R^{1/2})ₖⱼ)² ωⱼ². Both sum to r'R⁻¹r = R². A singular R keeps its eigenvalues above the rank
/// tolerance (the Moore–Penrose root): then both still sum to R², and identical drivers share evenly. A driver without
/// (residual) variance gets zero.
///
/// Genizi 1993, Statistica Sinica 3, 407–420; Johnson 2000, doi:10.1207/S15327906MBR3501_1; Zuber & Strimmer 2011,
/// doi:10.2202/1544-6115.1730.
struct SymmetricRoot {
  private let root: SymmetricMatrix
  /// ω, scaled so that Σω² is in units of the outcome's total variance.
  private let scores: [Double]

  init(_ w: MomentElimination.Workspace) {
    let p = w.columnCount
    var deviations = [Double](repeating: 0, count: p)
    for k in 0..<p {
      let variance = w.residual[k * (k + 1) / 2 + k]
      deviations[k] = variance > RankPolicy.variance ? variance.squareRoot() : 0
    }
    var correlations = SymmetricMatrix(order: p)
    for i in 0..<p where deviations[i] > 0 {
      for j in 0..<i where deviations[j] > 0 {
        correlations[i, j] = w.residual[i * (i + 1) / 2 + j] / (deviations[i] * deviations[j])
      }
      correlations[i, i] = 1
    }
    let eigen = SymmetricEigen(correlations)
    root = eigen.power(0.5)
    let inverse = eigen.power(-0.5)
    let outcome = w.residual.pointer + p * (p + 1) / 2
    scores = (0..<p).map { i in
      (0..<p).reduce(0.0) { sum, j in
        deviations[j] > 0 ? sum + inverse[i, j] * (outcome[j] / deviations[j]) : sum
      }
    }
  }

  func genizi(into out: UnsafeMutablePointer<Double>) {
    for k in scores.indices {
      out[k] = scores.indices.reduce(0.0) { $0 + root[k, $1] * root[k, $1] * scores[$1] * scores[$1] }
    }
  }

  func car(into out: UnsafeMutablePointer<Double>) {
    for k in scores.indices { out[k] = scores[k] * scores[k] }
  }
}
