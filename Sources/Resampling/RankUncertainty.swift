/// What resampling says about the order of several estimates.
package enum RankUncertainty {
  /// Values that differ by less than this part of the largest one are ties: identical drivers differ by rounding only.
  static let tieTolerance = 1e-12

  /// Intervals for all ranks at once (rank 1 is the largest): with the stated confidence *every* true rank lies in its
  /// interval. Rank 1 + (number of others surely above) … p − (number surely below).
  ///
  /// "Surely" is a test of θⱼ ≤ θₖ for all ordered pairs at once: Tⱼₖ = (θ̂ⱼ − θ̂ₖ)/σ̂ⱼₖ with σ̂ⱼₖ the bootstrap standard error
  /// of the difference; its critical value is the bootstrap quantile of max (Dⱼₖ* − D̂ⱼₖ)/σ̂ⱼₖ over the pairs not yet
  /// rejected, computed again until no more are (stepdown). Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic
  /// Studies 91, 476–518, doi:10.1093/restud/rdad006. Percentile intervals of the ranks themselves fail under near-ties.
  ///
  /// A pair whose difference does not vary is not distinguishable.
  ///
  /// - Parameters:
  ///   - estimates: p values.
  ///   - replicates: one row of p values per successful replicate; rows with an undefined value are passed over.
  /// - Returns: p intervals; all 1 … p when there are fewer than two usable replicates.
  package static func intervals(
    estimates: [Double], replicates: [[Double]], confidence: Double
  ) -> [(low: Int, high: Int)] {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let p = estimates.count
    precondition(replicates.allSatisfy { $0.count == p }, "a replicate has one value per estimate")
    let rows = replicates.filter { $0.allSatisfy(\.isFinite) }
    let unknown = [(low: Int, high: Int)](repeating: (1, p), count: p)
    guard p > 1, rows.count > 1, estimates.allSatisfy(\.isFinite) else { return unknown }

    var pairs = variablePairs(estimates, rows)
    var surelyAbove = [Int](repeating: 0, count: p)
    var surelyBelow = [Int](repeating: 0, count: p)
    while !pairs.isEmpty {
      var maxima = rows.map { row in
        pairs.reduce(-Double.infinity) { largest, pair in
          max(largest, (row[pair.above] - row[pair.below] - pair.difference) / pair.error)
        }
      }
      maxima.sort()
      let critical = Quantile.ofSorted(maxima, confidence)
      let kept = pairs.filter { $0.difference / $0.error <= critical }
      if kept.count == pairs.count { break }
      for pair in pairs where pair.difference / pair.error > critical {
        surelyAbove[pair.below] += 1
        surelyBelow[pair.above] += 1
      }
      pairs = kept
    }
    return (0..<p).map { (low: 1 + surelyAbove[$0], high: p - surelyBelow[$0]) }
  }

  /// The share of replicates in which each estimate is the largest; those that tie for it share it evenly.
  /// `nil` when no replicate is usable.
  package static func frequencyOfFirst(replicates: [[Double]]) -> [Double]? {
    var counts: [Double] = []
    var used = 0.0
    for row in replicates where row.allSatisfy(\.isFinite) {
      guard let largest = row.max() else { continue }
      if counts.isEmpty { counts = [Double](repeating: 0, count: row.count) }
      let tied = row.indices.filter { row[$0] >= largest - tieTolerance * abs(largest) }
      for i in tied { counts[i] += 1 / Double(tied.count) }
      used += 1
    }
    return used > 0 ? counts.map { $0 / used } : nil
  }

  private struct Pair {
    let above: Int
    let below: Int
    let difference: Double
    let error: Double
  }

  private static func variablePairs(_ estimates: [Double], _ rows: [[Double]]) -> [Pair] {
    let scale = estimates.reduce(0) { max($0, abs($1)) }
    var pairs: [Pair] = []
    for j in estimates.indices {
      for k in 0..<j {
        let error = standardDeviation(rows.map { $0[j] - $0[k] })
        guard error > tieTolerance * scale else { continue }
        let difference = estimates[j] - estimates[k]
        pairs.append(Pair(above: j, below: k, difference: difference, error: error))
        pairs.append(Pair(above: k, below: j, difference: -difference, error: error))
      }
    }
    return pairs
  }

  static func standardDeviation(_ x: [Double]) -> Double {
    let mean = x.reduce(0, +) / Double(x.count)
    return (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count - 1)).squareRoot()
  }
}
