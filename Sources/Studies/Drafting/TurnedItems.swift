import Survey

/// Items that go against the rest of their battery.
enum TurnedItems {
  /// Rows that are looked at.
  private static let rows = 20_000

  /// Those whose correlation with the mean of the others is below −0.1.
  static func among(_ names: [String], in dataset: Dataset) -> [String] {
    guard names.count > 2 else { return [] }
    let columns = names.compactMap { dataset[$0]?.doubles.prefix(rows) }
    let complete = (0..<min(rows, dataset.rowCount)).filter { row in columns.allSatisfy { !$0[row].isNaN } }
    guard complete.count > 20, columns.count == names.count else { return [] }
    let sums = complete.map { row in columns.reduce(0) { $0 + $1[row] } }
    return names.indices.filter { place in
      let own = complete.map { columns[place][$0] }
      return correlation(own, zip(sums, own).map { $0 - $1 }) < -0.1
    }.map { names[$0] }
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (u, v) in zip(x, y) {
      xx += (u - a) * (u - a)
      yy += (v - b) * (v - b)
      xy += (u - a) * (v - b)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}
