extension RankUncertainty {
  /// Which of p values may be the largest: those that are not surely below any other.
  ///
  /// Of each, "θⱼ is the largest" is a test of its own with the stated confidence: T = max over k of (θ̂ₖ − θ̂ⱼ)/σ̂ₖⱼ against
  /// the bootstrap quantile of max (Dₖⱼ* − D̂ₖⱼ)/σ̂ₖⱼ. These are p − 1 comparisons, one-sided, where intervals of all ranks need
  /// all p(p − 1): the set holds the largest with the stated confidence and is the smaller for it (the confidence set for the
  /// best of Mogstad, Romano, Shaikh & Wilhelm 2024, doi:10.1093/restud/rdad006).
  ///
  /// - Parameters:
  ///   - estimates: p values.
  ///   - replicates: one row of p values per successful replicate; rows with an undefined value are passed over.
  /// - Returns: all true when there are fewer than two usable replicates.
  package static func mayBeFirst(
    estimates: [Double], replicates: [[Double]], confidence: Double
  ) -> [Bool] {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let columns = ReplicateColumns(rows: replicates, width: estimates.count)
    return RankComparison(estimates, columns)?.mayBeFirst(confidence: confidence)
      ?? [Bool](repeating: true, count: estimates.count)
  }
}
