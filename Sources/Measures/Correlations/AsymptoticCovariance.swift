package import LinearAlgebra
import Survey

/// The asymptotic covariance of thresholds and polychoric correlations (Muthén 1984, doi:10.1007/BF02294210): the weight
/// matrix of (diagonally) weighted least squares is made of it.
package struct AsymptoticCovariance: Sendable {
  /// One of the estimates: a threshold of a variable, or the correlation of two.
  package enum Parameter: Sendable, Equatable {
    case threshold(variable: Int, answer: Int)
    case correlation(Int, Int)
  }

  /// Thresholds variable by variable, then correlations down the columns of the lower triangle, as lavaan orders them.
  package let parameters: [Parameter]
  package let estimates: [Double]
  /// n times the covariance of the estimates (lavaan's NACOV, its `gamma`).
  package let matrix: SymmetricMatrix
  package let n: Double

  /// - Parameter columns: the frame's columns, ratings all.
  /// - Throws: `DataFault.notOrdinal`.
  /// - Returns: `nil` when a correlation is ±1.
  package init?(_ frame: ModelFrame, columns: [Int]) throws {
    let engine = try CorrelationEngine(frame, columns: columns, method: .polychoric)
    let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
    let point = engine.correlations(weights)
    let influence = CorrelationInfluence(engine, weights: weights)
    var parameters: [Parameter] = []
    var estimates: [Double] = []
    var parts: [[Double]] = []
    for k in columns.indices {
      let own = influence.thresholdParts(k)
      for (c, part) in own.enumerated() {
        parameters.append(.threshold(variable: k, answer: c))
        estimates.append(influence.threshold(k, c))
        parts.append(part)
      }
    }
    for j in columns.indices {
      for i in j + 1..<max(columns.count, j + 1) {
        let r = point[SymmetricMatrix.position(i, j)]
        guard let part = influence.parts(i, j, correlation: r) else { return nil }
        parameters.append(.correlation(i, j))
        estimates.append(r)
        parts.append(part)
      }
    }
    // Rows that stand for f respondents: Σ f·u·u′ with parts f·u.
    if frame.weightsKind == .frequency {
      for k in parts.indices { for i in weights.indices { parts[k][i] /= weights[i].squareRoot() } }
    }
    n = frame.weightsKind == .frequency ? weights.reduce(0, +) : Double(frame.rowCount)
    let count = parts.count
    let flat = parts.flatMap { $0 }
    let products = flat.withUnsafeBufferPointer { values in
      CenteredProducts(
        columns: (0..<count).map { values.baseAddress! + $0 * frame.rowCount }, rowCount: frame.rowCount)
    }
    // Parts sum to zero but for rounding, so that products about the mean are products.
    let scale = n
    matrix = SymmetricMatrix(order: count, packed: products.scatter.packed.map { $0 * scale })
    self.parameters = parameters
    self.estimates = estimates
  }
}
