import Probability

extension RegressionDiagnostics {
  /// For each row the standard normal quantile that belongs to the rank of its studentised residual: (i − a)/(n + 1 − 2a)
  /// with a = 3/8 up to ten rows and 1/2 beyond, as R's `qqnorm` has them. `nil` where there is no residual to rank.
  ///
  /// Equal residuals get neighbouring quantiles in the order of their rows.
  public func normalScores() -> [Double?] {
    let ranked = influence.indices.filter { influence[$0].studentised != nil }
      .sorted { (influence[$0].studentised!, $0) < (influence[$1].studentised!, $1) }
    let n = Double(ranked.count)
    let offset = ranked.count <= 10 ? 0.375 : 0.5
    var scores = [Double?](repeating: nil, count: influence.count)
    for (position, row) in ranked.enumerated() {
      scores[row] = Normal().quantile((Double(position + 1) - offset) / (n + 1 - 2 * offset))
    }
    return scores
  }
}
