import Resampling

/// What studies of one table have in common: what a sample counts for, and how its figures are averaged and shown.
enum StudyFigures {
  /// 1 when an interval holds the value, 0 when it does not, NaN without an interval.
  static func holds(_ low: Double?, _ high: Double?, _ value: Double) -> Double {
    guard let low, let high else { return .nan }
    return low <= value && value <= high ? 1 : 0
  }

  /// The mean of each figure over the samples in which it is defined.
  static func means(_ drawn: Replicates, width: Int) -> [Double] {
    (0..<width).map { k in
      let found = drawn.column(k).filter(\.isFinite)
      return found.isEmpty ? .nan : found.reduce(0, +) / Double(found.count)
    }
  }

  /// In per cent to one decimal; a dash where nothing is known.
  static func percent(_ share: Double) -> String {
    share.isFinite ? String(Double((1000 * share).rounded()) / 10) : "–"
  }
}
