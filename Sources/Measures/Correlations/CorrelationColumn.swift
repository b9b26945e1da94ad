/// A variable as correlations see it: its answers as numbers and, where ranks or tables need them, as places among the
/// different answers and in ascending order.
struct CorrelationColumn: Sendable {
  let name: String
  /// One number per row, NaN where it is missing.
  let values: [Double]
  let hasMissing: Bool
  let isWhole: Bool
  /// The different answers in ascending order; empty when the column was not sorted.
  private(set) var distinct: [Double] = []
  /// The place of each row's answer among them, −1 where it is missing.
  private(set) var places: [Int32] = []
  /// The rows that have an answer, in ascending order of it, equal ones in the order of rows.
  private(set) var order: [Int32] = []
  /// Where each different answer begins in `order`, and the end.
  private(set) var starts: [Int32] = []
  /// Whether polychoric methods take the answers for categories.
  var isOrdinal = false

  /// - Parameter sorted: product moments need no order, and sorting costs more than they do.
  init(name: String, values: [Double], sorted: Bool) {
    self.name = name
    self.values = values
    let scan = values.withUnsafeBufferPointer { ColumnScan(doubles: $0) }
    hasMissing = scan.answered < values.count
    isWhole = scan.isWhole
    guard sorted else { return }
    if scan.isWhole, scan.answered > 0, scan.high - scan.low < Double(max(256, values.count)) {
      count(from: scan.low, to: scan.high)
    } else {
      sort()
    }
  }

  /// Whole numbers within narrow bounds need no comparison.
  private mutating func count(from low: Double, to high: Double) {
    var counts = [Int32](repeating: 0, count: Int(high - low) + 1)
    for value in values where !value.isNaN { counts[Int(value - low)] += 1 }
    var placeOf = [Int32](repeating: -1, count: counts.count)
    var next = [Int32](repeating: 0, count: counts.count)
    var total: Int32 = 0
    for (k, count) in counts.enumerated() where count > 0 {
      placeOf[k] = Int32(distinct.count)
      distinct.append(low + Double(k))
      starts.append(total)
      next[k] = total
      total += count
    }
    starts.append(total)
    places = [Int32](repeating: -1, count: values.count)
    order = [Int32](repeating: 0, count: Int(total))
    for (row, value) in values.enumerated() where !value.isNaN {
      let k = Int(value - low)
      places[row] = placeOf[k]
      order[Int(next[k])] = Int32(row)
      next[k] += 1
    }
  }

  private mutating func sort() {
    let values = values
    order = (0..<Int32(values.count)).filter { !values[Int($0)].isNaN }
    order.sort { a, b in
      let (x, y) = (values[Int(a)], values[Int(b)])
      return x != y ? x < y : a < b
    }
    places = [Int32](repeating: -1, count: values.count)
    for (at, row) in order.enumerated() {
      if distinct.isEmpty || values[Int(row)] != distinct[distinct.count - 1] {
        distinct.append(values[Int(row)])
        starts.append(Int32(at))
      }
      places[Int(row)] = Int32(distinct.count - 1)
    }
    starts.append(Int32(order.count))
  }

  /// How many different answers there are.
  var count: Int { distinct.count }

  /// Whole numbers with few different answers are ratings.
  var looksOrdinal: Bool { isWhole && count <= CorrelationAnalysis.largestScale }
}
