import LinearAlgebra
import Platform

/// Rows sorted by which columns they answer: rows of one pattern share all that the normal likelihood must invert.
///
/// Columns are brought to mean 0 and deviation 1 of their answers and stand with the most answered first; patterns are in
/// lexicographic order of them, so that neighbours share the beginning of their factorizations.
package struct AnswerPatterns: Sendable {
  /// Rows that answer the same columns.
  package struct Pattern: Sendable, Equatable {
    /// Places of the columns answered, ascending.
    package var answered: [Int]
    /// Into `rows`.
    package var rows: Range<Int>
    /// Where its answers begin in `values`: row after row, only what is answered.
    package var start: Int
  }

  /// Columns.
  package let width: Int
  /// The column that stands at each place.
  package let columnAt: [Int]
  /// The rows of the table, pattern after pattern.
  package let rows: [Int32]
  package let patterns: [Pattern]
  package let values: [Double]
  /// Mean and deviation of the answers at each place.
  package let centers: [Double]
  package let scales: [Double]

  /// - Parameters:
  ///   - values: column-major, NaN where there is no answer; every row answers something and every column varies.
  ///   - weights: of the rows, for centres and scales only.
  init(values table: [Double], rowCount: Int, columnCount: Int, weights: [Double]?) {
    width = columnCount
    let missing = (0..<columnCount).map { k in table[k * rowCount..<(k + 1) * rowCount].count { $0.isNaN } }
    let columnAt = (0..<columnCount).sorted { (missing[$0], $0) < (missing[$1], $1) }
    self.columnAt = columnAt
    let words = max(1, (columnCount + 63) / 64)
    var keys = [UInt64](repeating: 0, count: words * rowCount)
    for (place, column) in columnAt.enumerated() {
      // The first place is the highest bit: fewer missing answers come first.
      let bit = UInt64(1) << UInt64(63 - place % 64)
      for i in 0..<rowCount where table[column * rowCount + i].isNaN { keys[i * words + place / 64] |= bit }
    }
    func compare(_ a: Int, _ b: Int) -> Int {
      for k in 0..<words where keys[a * words + k] != keys[b * words + k] {
        return keys[a * words + k] < keys[b * words + k] ? -1 : 1
      }
      return 0
    }
    let sorted = (0..<rowCount).sorted { a, b in
      let order = compare(a, b)
      return order == 0 ? a < b : order < 0
    }
    rows = sorted.map { Int32(truncatingIfNeeded: $0) }
    var centers = [Double](repeating: 0, count: columnCount)
    var scales = [Double](repeating: 1, count: columnCount)
    for (place, column) in columnAt.enumerated() {
      let own = table[column * rowCount..<(column + 1) * rowCount]
      (centers[place], scales[place]) = AnswerPatterns.spread(own, weights)
    }
    (self.centers, self.scales) = (centers, scales)

    var patterns: [Pattern] = []
    var values: [Double] = []
    values.reserveCapacity(table.count)
    var first = 0
    while first < rowCount {
      var end = first + 1
      while end < rowCount, compare(sorted[first], sorted[end]) == 0 { end += 1 }
      let answered = (0..<columnCount).filter { !table[columnAt[$0] * rowCount + sorted[first]].isNaN }
      patterns.append(Pattern(answered: answered, rows: first..<end, start: values.count))
      for at in first..<end {
        for place in answered {
          values.append((table[columnAt[place] * rowCount + sorted[at]] - centers[place]) / scales[place])
        }
      }
      first = end
    }
    (self.patterns, self.values) = (patterns, values)
  }

  private static func spread(_ column: ArraySlice<Double>, _ weights: [Double]?) -> (center: Double, scale: Double) {
    var (total, sum, squares) = (0.0, 0.0, 0.0)
    let first = column.first { !$0.isNaN } ?? 0
    for (i, x) in column.enumerated() where !x.isNaN {
      total += weights?[i] ?? 1
      sum += (weights?[i] ?? 1) * (x - first)
    }
    let center = first + sum / total
    for (i, x) in column.enumerated() where !x.isNaN { squares += (weights?[i] ?? 1) * (x - center) * (x - center) }
    let scale = (squares / total).squareRoot()
    return (center, scale > 0 && scale.isFinite ? scale : 1)
  }

  /// Rows that answer both of each pair of columns, in the order of the table; on the diagonal those that answer the column.
  var pairCounts: SymmetricMatrix {
    var counts = SymmetricMatrix(order: width)
    for pattern in patterns {
      for (k, a) in pattern.answered.enumerated() {
        for b in pattern.answered[...k] { counts[columnAt[a], columnAt[b]] += Double(pattern.rows.count) }
      }
    }
    return counts
  }
}
