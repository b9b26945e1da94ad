/// One rule for every quantile of replicates.
package enum Quantile {
  /// The quantile at probability p of B sorted values: the order statistic number (B + 1)p, interpolated linearly between
  /// its neighbours, and never beyond the extremes (definition 6 of Hyndman & Fan 1996, doi:10.2307/2684934).
  ///
  /// With 999 replicates and p = 0.025 it is the 25th: under an exact bootstrap one more draw falls below it with
  /// probability p (Davison & Hinkley 1997, section 5.2.1), which definition 7, R's default, does not give.
  package static func ofSorted(_ sorted: [Double], _ p: Double) -> Double {
    precondition(!sorted.isEmpty, "no values, no quantile")
    precondition(p >= 0 && p <= 1, "a probability lies between 0 and 1")
    let position = Double(sorted.count + 1) * p
    if position <= 1 { return sorted[0] }
    if position >= Double(sorted.count) { return sorted[sorted.count - 1] }
    let below = Int(position)
    let fraction = position - Double(below)
    // A position that is whole but for rounding is that order statistic.
    if fraction < 1e-9 { return sorted[below - 1] }
    if fraction > 1 - 1e-9 { return sorted[below] }
    return sorted[below - 1] + fraction * (sorted[below] - sorted[below - 1])
  }
}
