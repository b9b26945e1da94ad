import LinearAlgebra
import Measures

/// What units are made of: rows, standardised or by what they do to correlations.
extension SampledUnits {
  /// Row-major, mean 0 and variance 1 under the weights.
  static func standardize(_ frame: ModelFrame, shares: [Double]) -> [Double] {
    let (p, n) = (frame.columnCount, frame.rowCount)
    var result = [Double](repeating: 0, count: n * p)
    for j in 0..<p {
      let column = frame.values[j * n..<(j + 1) * n]
      let first = column.first!
      let mean = zip(column, shares).reduce(0) { $0 + ($1.0 - first) * $1.1 } + first
      let variance = zip(column, shares).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
      let deviation = variance.squareRoot()
      for (i, value) in column.enumerated() { result[i * p + j] = (value - mean) / deviation }
    }
    return result
  }

  static func influences(
    _ engine: CorrelationEngine, weights: [Double], correlation: SymmetricMatrix
  ) -> [[Double]]? {
    let point = engine.correlations(weights)
    let influence = CorrelationInfluence(engine, weights: weights)
    var parts: [[Double]] = []
    for i in 0..<correlation.order {
      for j in 0..<i {
        guard let own = influence.parts(i, j, correlation: point[SymmetricMatrix.position(i, j)]) else { return nil }
        parts.append(own)
      }
    }
    return parts
  }

  /// Rows are not units drawn alike.
  static func isGrouped(_ frame: ModelFrame) -> Bool {
    frame.unitClusters != nil || frame.strata != nil || frame.design.isFinite || frame.design.calibration != nil
  }

  /// Rows by unit, and every unit's stratum.
  static func units(_ frame: ModelFrame, step: Int) -> (rows: [Int32], starts: [Int], strata: [Int32]) {
    guard frame.unitClusters == nil else {
      return units(frame.rowCount, clusters: frame.unitClusters, strata: frame.strata)
    }
    let rows = stride(from: 0, to: frame.rowCount, by: step).map(Int32.init)
    return (rows, Array(0...rows.count), rows.map { frame.strata?[Int($0)] ?? 0 })
  }

  static func units(
    _ n: Int, clusters: [Int32]?, strata ofRow: [Int32]?
  ) -> (rows: [Int32], starts: [Int], strata: [Int32]) {
    guard let clusters else { return ((0..<n).map(Int32.init), Array(0...n), ofRow ?? [Int32](repeating: 0, count: n)) }
    let order = (0..<n).map(Int32.init).sorted { (clusters[Int($0)], $0) < (clusters[Int($1)], $1) }
    var starts: [Int] = []
    var strata: [Int32] = []
    for (at, row) in order.enumerated() where at == 0 || clusters[Int(row)] != clusters[Int(order[at - 1])] {
      starts.append(at)
      strata.append(ofRow?[Int(row)] ?? 0)
    }
    return (order, starts + [n], strata)
  }
}
