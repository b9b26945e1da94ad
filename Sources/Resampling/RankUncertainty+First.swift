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
    let p = estimates.count
    precondition(replicates.allSatisfy { $0.count == p }, "a replicate has one value per estimate")
    let rows = replicates.filter { $0.allSatisfy(\.isFinite) }
    guard p > 1, rows.count > 1, estimates.allSatisfy(\.isFinite) else {
      return [Bool](repeating: true, count: p)
    }
    let errors = pairErrors(estimates, rows)
    return estimates.indices.map { j in
      let others = estimates.indices.filter { $0 != j && errors[j][$0] != nil }
      guard !others.isEmpty else { return true }
      func largest(_ value: (Int) -> Double) -> Double {
        others.reduce(-Double.infinity) { max($0, value($1) / errors[j][$1]!) }
      }
      let statistic = largest { estimates[$0] - estimates[j] }
      guard statistic > 0 else { return true }
      let maxima = rows.map { row in
        largest { k in (row[k] - row[j]) - (estimates[k] - estimates[j]) }
      }.sorted()
      return statistic <= Quantile.ofSorted(maxima, confidence)
    }
  }

  /// Standard deviations of the differences; `nil` where one does not vary.
  private static func pairErrors(_ estimates: [Double], _ rows: [[Double]]) -> [[Double?]] {
    let scale = estimates.reduce(0) { max($0, abs($1)) }
    var errors = [[Double?]](repeating: [Double?](repeating: nil, count: estimates.count), count: estimates.count)
    for j in estimates.indices {
      for k in 0..<j {
        let error = standardDeviation(rows.map { $0[j] - $0[k] })
        guard error > tieTolerance * scale else { continue }
        errors[j][k] = error
        errors[k][j] = error
      }
    }
    return errors
  }
}
