import LinearAlgebra
import Measures
import Survey

/// The correlations of a frame's items, of the kind asked for, and what makes them again from other weights or rows.
struct CorrelationSource {
  let input: CorrelationInput
  /// Makes replicates' correlations; `nil` for product moments, whose scatter is summed directly.
  let engine: CorrelationEngine?
  /// Of the items' own numbers, which scores are made with.
  let means: [Double]?
  let deviations: [Double]
  let notes: [Note]

  /// Correlations this close to ±1 are of items that say the same: searches for polychorics stop short of it.
  private static let sameness = 1e-4

  /// - Throws: `DataFault.request` for partial correlations; what `CorrelationEngine` and `CorrelationInput` throw.
  init(_ frame: ModelFrame, _ method: CorrelationMethod) throws {
    let product = Moments(frame)
    means = product.means
    deviations = product.standardDeviations
    guard method != .pearson else {
      input = try CorrelationInput(product)
      engine = nil
      notes = product.notes
      return
    }
    if method == .partial {
      throw DataFault.request(
        problem: "Partial correlations hold the other items constant, which is what factors are about",
        suggestion: "Use --correlation pearson, spearman, kendall, polychoric or mixed.")
    }
    let engine = try CorrelationEngine(frame, columns: Array(frame.columns.indices), method: method)
    let made = try engine.moments(of: frame)
    // Before the nearest positive definite matrix hides that two items say the same.
    for i in engine.names.indices {
      for j in 0..<i {
        let r = made.point[SymmetricMatrix.position(i, j)]
        if abs(r) > 1 - CorrelationSource.sameness {
          throw DataFault.sameItems(a: engine.names[j], b: engine.names[i], correlation: r)
        }
      }
    }
    input = try CorrelationInput(made.moments)
    self.engine = engine.starting(at: made.point)
    notes = made.notes
  }
}

extension ModelFrame {
  /// Correlations of the same kind after every column's answers have been put in another order; `nil` where one of them is
  /// not defined.
  func permutedCorrelations(_ values: [Double], _ method: CorrelationMethod) -> SymmetricMatrix? {
    var shuffled = self
    shuffled.values = values
    guard let engine = try? CorrelationEngine(shuffled, columns: Array(columns.indices), method: method) else {
      return nil
    }
    let packed = engine.correlations(weights ?? [Double](repeating: 1, count: rowCount))
    return packed.contains(where: \.isNaN) ? nil : SymmetricMatrix(order: columnCount, packed: packed)
  }
}
