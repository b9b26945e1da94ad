/// How p-values are adjusted for there being many of them, as R's `p.adjust` does it.
public enum PValueAdjustment: String, Sendable, Codable, CaseIterable {
  case none
  /// Holm (1979): the chance of any false finding, step by step down; never less powerful than Bonferroni.
  case holm
  /// Benjamini & Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x): the share of false ones among the findings.
  case bh
  /// Every p-value times their number.
  case bonferroni

  /// The adjusted p-values, in the given order; those that are `nil` do not count.
  public func adjust(_ values: [Double?]) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }
    let count = Double(known.count)
    var result = values
    switch self {
    case .none: break
    case .bonferroni: for i in known { result[i] = min(1, count * values[i]!) }
    case .holm:
      var largest = 0.0
      for (rank, i) in known.sorted(by: { values[$0]! < values[$1]! }).enumerated() {
        largest = max(largest, min(1, (count - Double(rank)) * values[i]!))
        result[i] = largest
      }
    case .bh:
      var smallest = 1.0
      for (rank, i) in known.sorted(by: { values[$0]! > values[$1]! }).enumerated() {
        smallest = min(smallest, count / (count - Double(rank)) * values[i]!)
        result[i] = smallest
      }
    }
    return result
  }
}
