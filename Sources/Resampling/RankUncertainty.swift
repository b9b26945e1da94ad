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
    let columns = ReplicateColumns(rows: replicates, width: p)
    return RankComparison(estimates, columns)?.rankIntervals(confidence: confidence)
      ?? [(low: Int, high: Int)](repeating: (1, p), count: p)
  }

  /// The share of replicates in which each estimate is the largest; those that tie for it share it evenly.
  /// `nil` when no replicate is usable.
  package static func frequencyOfFirst(replicates: [[Double]]) -> [Double]? {
    guard let width = replicates.first?.count else { return nil }
    return ReplicateColumns(rows: replicates, width: width).frequencyOfFirst
  }
}
