public import LinearAlgebra
import Survey

extension Moments {
  /// Standard deviations; 1 when only correlations are known.
  public var standardDeviations: [Double] {
    let covariance = covariance
    return (0..<names.count).map { max(0, covariance[$0, $0]).squareRoot() }
  }

  /// Covariances of maximum likelihood, scatter/Σw: what a `NormalInformation` is of.
  package var likelihoodCovariance: SymmetricMatrix {
    SymmetricMatrix(order: scatter.order, packed: scatter.packed.map { $0 / sumOfWeights })
  }

  /// Correlations; NaN never: a column without variation has 0 with every other.
  public var correlation: SymmetricMatrix {
    let order = scatter.order
    let roots = (0..<order).map { max(0, scatter[$0, $0]).squareRoot() }
    var result = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0..<i where roots[i] > 0 && roots[j] > 0 {
        // Divided one after the other: the product of two roots may leave the range of double precision.
        result[i, j] = max(-1, min(1, scatter[i, j] / roots[i] / roots[j]))
      }
      result[i, i] = 1
    }
    return result
  }

  /// Respondents; with pairwise treatment the fewest who answered any two of the variables. `nil` when the source does not say.
  package var leastCount: Double? {
    if let pairCounts, names.count > 1 {
      var least = Double.infinity
      for i in names.indices { for j in 0..<i { least = min(least, pairCounts[i, j]) } }
      return least
    }
    return n.isNaN ? nil : n
  }

  /// Every variable has a variance above zero.
  ///
  /// Throws `DataFault.momentsNotFinite`, `.notPositiveDefinite` (a negative variance), `.constant`.
  package func requireVariances() throws {
    for (i, name) in names.enumerated() {
      let variance = scatter[i, i]
      guard variance.isFinite else { throw DataFault.momentsNotFinite(variable: name) }
      if variance < 0 {
        throw DataFault.notPositiveDefinite(what: "The matrix, with a negative variance of '\(name)',")
      }
      if variance == 0 { throw DataFault.constant(variable: name, value: means?[i] ?? 0) }
    }
  }

  /// The moments of some of the variables, in the given order.
  public func selecting(_ indices: [Int]) -> Moments {
    Moments(
      names: indices.map { names[$0] }, n: n, sumOfWeights: sumOfWeights, sumOfSquaredWeights: sumOfSquaredWeights,
      means: means.map { means in indices.map { means[$0] } }, scatter: scatter.selecting(indices),
      pairCounts: pairCounts?.selecting(indices), isCorrelation: isCorrelation, treatment: treatment)
  }

  /// Respondents of equal weight that would tell as much: Kish's size under sampling weights, else n.
  package var effectiveCount: Double { treatment.weights == .sampling ? min(n, effectiveSampleSize) : n }

  /// Kish's effective sample size, (Σw)²/Σw²; n without weights.
  public var effectiveSampleSize: Double { sumOfWeights * sumOfWeights / sumOfSquaredWeights }
}
