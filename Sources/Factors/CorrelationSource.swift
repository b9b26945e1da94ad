import LinearAlgebra
import Measures
import Survey

/// The correlations of a frame's items, of the kind asked for, and what makes them again from other weights or rows.
struct CorrelationSource {
  let input: CorrelationInput
  /// Makes replicates' correlations; `nil` for product moments, whose scatter is summed directly.
  let engine: CorrelationEngine?
  /// Of rows with missing answers, where these were asked for.
  let maximumLikelihood: MaximumLikelihoodMoments?
  /// Of the items' own numbers, which scores are made with.
  let means: [Double]?
  let deviations: [Double]
  let notes: [Note]

  /// Correlations this close to ±1 are of items that say the same: searches for polychorics stop short of it.
  private static let sameness = 1e-4

  /// - Parameter frame: its columns are the items, and auxiliary ones.
  /// - Throws: `DataFault.request` for partial correlations; what `CorrelationEngine` and `CorrelationInput` throw.
  init(_ frame: ModelFrame, _ method: CorrelationMethod) throws {
    try frame.refuseImputation()
    if frame.missing == .em, method != .pearson {
      throw DataFault.request(
        problem:
          "Maximum likelihood moments (\(setting: .missing, "em")) are product moments, which \(setting: .correlation, method.rawValue) is not",
        suggestion: "Leave one of them out.")
    }
    let found = frame.missing == .em ? try MaximumLikelihoodMoments(frame) : nil
    maximumLikelihood = found
    let product = found?.moments.selecting(Array(0..<frame.auxiliaryColumns.lowerBound)) ?? Moments(frame)
    means = product.means
    deviations = product.standardDeviations
    // χ² and normal samples are of independent respondents.
    let isIndependent = frame.clusters == nil && frame.strata == nil
    guard method != .pearson else {
      try product.requireVariances()
      var own = product
      var notes = product.notes + (found.map { [$0.note] } ?? [])
      if frame.missing == .pairwise, !Definiteness(product.correlation).isSemidefinite {
        try CorrelationSource.refuseSameItems(product.names, product.correlation.packed)
        let nearest = product.nearestCorrelations()
        own = nearest.moments
        // The note on the nearest matrix says it all.
        notes = notes.filter { $0.kind != .notPositiveDefinite } + [nearest.note]
      }
      var made = try CorrelationInput(own)
      made.isNormalTheory = made.isNormalTheory && isIndependent
      input = made
      engine = nil
      self.notes = notes
      return
    }
    if method == .partial {
      throw DataFault.request(
        problem: "Partial correlations hold the other items constant, which is what factors are about",
        suggestion: "Use \(setting: .correlation, "pearson"), spearman, kendall, polychoric or mixed.")
    }
    let engine = try CorrelationEngine(frame, columns: Array(frame.columns.indices), method: method)
    let made = try engine.moments(of: frame)
    // Before the nearest positive definite matrix hides that two items say the same.
    try CorrelationSource.refuseSameItems(engine.names, made.point)
    input = try CorrelationInput(made.moments)
    self.engine = engine.starting(at: made.point)
    notes = made.notes
  }

  private static func refuseSameItems(_ names: [String], _ packed: [Double]) throws {
    for i in names.indices {
      for j in 0..<i {
        let r = packed[SymmetricMatrix.position(i, j)]
        if abs(r) > 1 - sameness { throw FactorFault.sameItems(a: names[j], b: names[i], correlation: r) }
      }
    }
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
