import Survey

/// Numbers at the ends of a battery's answers that are no points of its scale, such as 0 for blank and 6 for "never used" beside
/// 1 to 5, where no label says so.
///
/// Whoever gives one item the best answer rates the others better than whoever gives it the second best: on a scale the mean of a
/// respondent's other items rises with the item. A number at an end for which it clearly does not is none of the scale.
enum OffScaleCodes {
  /// Answers of one number that are too few to say.
  private static let fewest = 20
  /// Rows that are looked at.
  private static let rows = 50_000
  /// Standard errors by which the mean must fall short.
  private static let errors = 3.0

  /// 0 below a scale that begins with 1, and the number above 1 to 4, 5, 7 or 10.
  static func found(in battery: Battery, _ dataset: Dataset) -> Set<Double> {
    guard battery.items.allSatisfy({ $0.scale == nil }) else { return [] }
    let gaps = Set(battery.gapCodes)
    let ratings = Set(battery.items.flatMap { $0.ratings ?? [] }).subtracting(gaps)
    guard let low = ratings.min(), let high = ratings.max(), high - low >= 4 else { return [] }
    let isZero = low == 0 && high != 10
    let isAbove = low <= 1 && [6, 8, 11].contains(high)
    guard isZero || isAbove else { return [] }
    let inner = (isZero ? 1 : low)...(isAbove ? high - 1 : high)
    let means = othersMeans(battery, dataset, inner)
    var codes: Set<Double> = []
    if isZero, let zero = means[0], let next = means[1], zero.isAbove(next) { codes.insert(0) }
    if isAbove, let top = means[high], let next = means[high - 1], next.isAbove(top) { codes.insert(high) }
    return codes
  }

  private struct Mean {
    var count = 0.0
    var sum = 0.0
    var squares = 0.0

    func isAbove(_ other: Mean) -> Bool {
      guard min(count, other.count) >= Double(fewest) else { return false }
      let (a, b) = (sum / count, other.sum / other.count)
      let variance = (squares / count - a * a) / count + (other.squares / other.count - b * b) / other.count
      return a - b > errors * max(0, variance).squareRoot()
    }
  }

  /// For each number the mean of the respondents' other items on the inner scale, over all items to which they gave it.
  private static func othersMeans(
    _ battery: Battery, _ dataset: Dataset, _ inner: ClosedRange<Double>
  ) -> [Double: Mean] {
    let columns = battery.items.compactMap { dataset[$0.name]?.doubles }
    var means: [Double: Mean] = [:]
    for row in 0..<min(rows, dataset.rowCount) {
      var (sum, count) = (0.0, 0.0)
      for column in columns where inner.contains(column[row]) {
        sum += column[row]
        count += 1
      }
      for column in columns where !column[row].isNaN {
        let isOwn = inner.contains(column[row])
        let others = count - (isOwn ? 1 : 0)
        guard others > 0 else { continue }
        let mean = (sum - (isOwn ? column[row] : 0)) / others
        means[column[row], default: Mean()].count += 1
        means[column[row]]!.sum += mean
        means[column[row]]!.squares += mean * mean
      }
    }
    return means
  }
}
