import Platform

/// The coefficients of a least-squares fit from its moments, again and again without allocating.
///
/// The scatter of the predictors is scaled to correlations and factored as R'DR by rows; predictors that the caller has
/// found to depend on others are left out beforehand.
package final class CoefficientSolver {
  private let predictors: [Int]
  private let outcome: Int
  private let factor: OwnedBuffer<Double>
  private let scales: OwnedBuffer<Double>

  /// - Parameters:
  ///   - predictors: positions in the moments.
  ///   - outcome: the position of the outcome.
  package init(predictors: [Int], outcome: Int) {
    self.predictors = predictors
    self.outcome = outcome
    let order = predictors.count + 1
    factor = OwnedBuffer(count: order * (order + 1) / 2)
    scales = OwnedBuffer(count: order)
  }

  /// Writes the intercept and then one coefficient per predictor.
  ///
  /// - Parameters:
  ///   - scatter: packed lower triangle, in the numbering of the positions.
  ///   - means: of all columns of the scatter.
  ///   - result: 1 + predictors numbers, overwritten; NaN for a predictor that depends on earlier ones, which the others then
  ///     do without.
  package func solve(
    scatter: UnsafePointer<Double>, means: UnsafePointer<Double>, into result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(result.count == predictors.count + 1, "an intercept and one coefficient per predictor")
    let p = predictors.count
    func position(_ i: Int) -> Int { i < p ? predictors[i] : outcome }
    for i in 0...p {
      let variance = scatter[SymmetricMatrix.position(position(i), position(i))]
      scales[i] = variance > 0 ? 1 / variance.squareRoot() : 0
    }
    // Cholesky by rows; the outcome is the last row, so that its row of the factor is the forward-solved right side.
    for i in 0...p {
      for j in 0...i {
        let sum =
          scatter[SymmetricMatrix.position(position(i), position(j))] * scales[i] * scales[j]
          - LaneSums.product(factor + i * (i + 1) / 2, factor + j * (j + 1) / 2, j)
        if i == j {
          // A pivot of zero marks a predictor that is passed over.
          let isDependent = i < p && RankPolicy.isDependent(remaining: sum, of: 1)
          factor[i * (i + 1) / 2 + i] = isDependent ? 0 : max(0, sum).squareRoot()
        } else {
          let pivot = factor[j * (j + 1) / 2 + j]
          factor[i * (i + 1) / 2 + j] = pivot > 0 ? sum / pivot : 0
        }
      }
    }
    var intercept = means[outcome]
    for i in stride(from: p - 1, through: 0, by: -1) {
      let pivot = factor[i * (i + 1) / 2 + i]
      guard pivot > 0 else {
        result[i + 1] = .nan
        continue
      }
      var sum = factor[p * (p + 1) / 2 + i]
      for k in i + 1..<max(p, i + 1) where factor[k * (k + 1) / 2 + k] > 0 {
        sum -= factor[k * (k + 1) / 2 + i] * result[k + 1]
      }
      result[i + 1] = sum / pivot
    }
    for i in 0..<p where !result[i + 1].isNaN {
      result[i + 1] *= scales[p] > 0 ? scales[i] / scales[p] : 0
      intercept -= result[i + 1] * means[predictors[i]]
    }
    result[0] = intercept
  }
}
