import LinearAlgebra
package import Resampling
public import Survey

extension CorrelationAnalysis.Fit {
  /// The matrix as moments, from which regression, importance and factor models start.
  ///
  /// n is `n`; the treatment says of what kind the correlations are. A matrix that is not positive definite is replaced by
  /// the nearest one that is (Higham 2002), and a note says by how much.
  public func moments() -> (moments: Moments, notes: [Note]) {
    var counts = SymmetricMatrix(order: names.count)
    for i in names.indices { counts[i, i] = n }
    for pair in pairs {
      counts[pair.a, pair.b] = pair.n
      counts[pair.a, pair.a] = max(counts[pair.a, pair.a], pair.n)
      counts[pair.b, pair.b] = max(counts[pair.b, pair.b], pair.n)
    }
    return Moments.correlations(
      matrix, names: names, n: n, sumOfWeights: sumOfWeights, sumOfSquaredWeights: sumOfSquaredWeights,
      pairCounts: missing == .pairwise ? counts : nil,
      treatment: Moments.Treatment(missing: missing, weights: weightsKind, correlation: specification.method))
  }
}

extension CorrelationEngine {
  /// The correlations of the sample itself as moments, and before they were made positive definite (packed).
  ///
  /// Throws `DataFault.tooFewCommonRows` for a pair without a correlation.
  package func moments(of frame: ModelFrame) throws -> (moments: Moments, point: [Double], notes: [Note]) {
    let point = correlations(frame.weights ?? [Double](repeating: 1, count: frame.rowCount))
    let counts = PairCounts(frame, frame.columns.indices.filter { names.contains(frame.columns[$0].term) })
    for i in names.indices {
      for j in 0..<i where point[SymmetricMatrix.position(i, j)].isNaN {
        throw DataFault.tooFewCommonRows(
          a: names[i], b: names[j], rows: Int(counts.rows[SymmetricMatrix.position(i, j)]))
      }
    }
    let made = Moments.correlations(
      SymmetricMatrix(order: order, packed: point), names: names, n: counts.smallest,
      sumOfWeights: counts.sumOfWeights, sumOfSquaredWeights: counts.sumOfSquaredWeights,
      pairCounts: frame.missing == .pairwise ? SymmetricMatrix(order: order, packed: counts.n) : nil,
      treatment: Moments.Treatment(missing: frame.missing, weights: frame.weightsKind, correlation: method))
    return (made.moments, point, made.notes + made.moments.notes.filter { $0.kind == .pairwiseCounts })
  }

  /// The correlations of a replicate, packed, made positive definite when they are not; why there are none, or `nil`.
  package func positiveDefinite(
    weights: UnsafePointer<Double>, workspace: inout Workspace, into result: UnsafeMutablePointer<Double>
  ) -> ReplicateFailure? {
    evaluate(weights: weights, workspace: &workspace, into: result)
    let count = order * (order + 1) / 2
    for k in 0..<count where result[k].isNaN { return .correlationUndefined }
    let matrix = SymmetricMatrix(order: order, packed: Array(UnsafeBufferPointer(start: result, count: count)))
    guard !Definiteness(matrix).isDefinite else { return nil }
    let nearest = NearestCorrelation(matrix, tolerance: 1e-9).matrix
    for k in 0..<count { result[k] = nearest.packed[k] }
    return nil
  }
}

extension Moments {
  /// Moments of correlations estimated one by one.
  static func correlations(
    _ matrix: SymmetricMatrix, names: [String], n: Double, sumOfWeights: Double, sumOfSquaredWeights: Double,
    pairCounts: SymmetricMatrix?, treatment: Treatment
  ) -> (moments: Moments, notes: [Note]) {
    var used = matrix
    var notes: [Note] = []
    if !Definiteness(matrix).isDefinite {
      used = NearestCorrelation(matrix).matrix
      notes.append(nearestNote(matrix, used))
    }
    let scale = sumOfWeights * (n - 1) / n
    return (
      Moments(
        names: names, n: n, sumOfWeights: sumOfWeights, sumOfSquaredWeights: sumOfSquaredWeights, means: nil,
        scatter: SymmetricMatrix(order: used.order, packed: used.packed.map { $0 * scale }), pairCounts: pairCounts,
        isCorrelation: true, treatment: treatment), notes
    )
  }

  /// The moments with the nearest positive definite matrix of correlations in place of their own, and the note that says so.
  package func nearestCorrelations() -> (moments: Moments, note: Note) {
    let own = correlation
    let nearest = NearestCorrelation(own).matrix
    var result = self
    for i in names.indices {
      for j in 0..<i { result.scatter[i, j] = nearest[i, j] * (scatter[i, i] * scatter[j, j]).squareRoot() }
    }
    return (result, Moments.nearestNote(own, nearest))
  }

  private static func nearestNote(_ given: SymmetricMatrix, _ used: SymmetricMatrix) -> Note {
    let change = zip(given.packed, used.packed).reduce(0) { max($0, abs($1.0 - $1.1)) }
    return Note(
      .nearestMatrix,
      "The matrix of correlations is not positive definite; the nearest one that is takes its place (largest change of a correlation \(plain((change * 1e4).rounded() / 1e4)))."
    )
  }
}
