import LinearAlgebra
import Measures
import Regression

/// Errors of coefficients from sums by block: each block is left out once.
///
/// Rows of unequal spread, weights, and rows of one block that are alike are in them, since nothing is taken of a block but that
/// the others do not depend on it. Blocks of unequal size count by their Σw (Busing, Meijer & van der Leeden 1999,
/// doi:10.1023/A:1008800423698): with h = Σw of all / Σw of the block, pseudo-values τ = hθ − (h − 1)θ₍₋₎ and their mean θ_J the
/// variance is the mean over blocks of (τ − θ_J)²/(h − 1).
struct BlockJackknife {
  let blocks: BlockMoments

  /// The covariance of the terms with an estimate, intercept first, and the degrees of freedom, one less than there are blocks.
  ///
  /// - Parameter predictors: columns of the moments of the terms after the intercept.
  /// - Returns: `nil` when a coefficient cannot be estimated without one of the blocks, or a block is all there is.
  func covariance(
    of fit: LinearRegression.Fit, predictors: [Int], outcome: Int
  ) -> (covariance: SymmetricMatrix, degrees: Double)? {
    let kept = zip(predictors, fit.terms.dropFirst()).filter { !$0.1.isDropped }.map(\.0)
    let all = fit.terms.filter { !$0.isDropped }.compactMap(\.estimate)
    guard all.count == kept.count + 1 else { return nil }
    let sizes = blocks.products.blockWeights
    let total = sizes.reduce(0, +)
    let used = sizes.indices.filter { sizes[$0] > 0 }
    guard used.count > 1, used.allSatisfy({ sizes[$0] < total }) else { return nil }
    let estimates = leftOut(used, kept: kept, outcome: outcome)
    guard estimates.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }

    let g = Double(used.count)
    var centre = all.map { g * $0 }
    for (b, own) in zip(used, estimates) {
      for k in all.indices { centre[k] -= (1 - sizes[b] / total) * own[k] }
    }
    var covariance = SymmetricMatrix(order: all.count)
    for (b, own) in zip(used, estimates) {
      let h = total / sizes[b]
      let deviations = all.indices.map { h * all[$0] - (h - 1) * own[$0] - centre[$0] }
      for i in all.indices {
        for j in 0...i { covariance[i, j] += deviations[i] * deviations[j] / ((h - 1) * g) }
      }
    }
    return (covariance, g - 1)
  }

  /// The coefficients without each of the blocks.
  private func leftOut(_ used: [Int], kept: [Int], outcome: Int) -> [[Double]] {
    let products = blocks.products
    let width = products.width
    let solver = CoefficientSolver(predictors: kept, outcome: outcome)
    var weights = [Double](repeating: 1, count: products.blockCount)
    var scatter = [Double](repeating: 0, count: width * (width + 1) / 2)
    var means = [Double](repeating: 0, count: width)
    var scratch = [Double](repeating: 0, count: products.scratchCount)
    var result = [Double](repeating: 0, count: kept.count + 1)
    return used.map { block in
      weights[block] = 0
      weights.withUnsafeBufferPointer { weights in
        scatter.withUnsafeMutableBufferPointer { scatter in
          means.withUnsafeMutableBufferPointer { means in
            scratch.withUnsafeMutableBufferPointer { scratch in
              _ = products.scatter(
                weights: weights.baseAddress!, into: scatter.baseAddress!, means: means.baseAddress!,
                scratch: scratch.baseAddress!)
              result.withUnsafeMutableBufferPointer {
                solver.solve(scatter: scatter.baseAddress!, means: means.baseAddress!, into: $0)
              }
            }
          }
        }
      }
      weights[block] = 1
      return result
    }
  }
}
