/// Ranks of weighted rows as places on 0 … 1: the share of weight below a row's answer plus half of that at it.
///
/// Without weights this is (midrank − ½)/n; correlations of ranks do not see the difference.
enum MidRanks {
  /// - Parameters:
  ///   - weights: one per row; a row of weight zero is no row.
  ///   - also: rows that lack an answer here are left out as well.
  ///   - ranks: one number per row, written where the row counts.
  static func fill(
    _ column: CorrelationColumn, weights: UnsafePointer<Double>, also other: CorrelationColumn?,
    into ranks: UnsafeMutablePointer<Double>
  ) {
    var total = 0.0
    forEachGroup(column, other) { rows in for row in rows { total += weights[Int(row)] } }
    guard total > 0 else { return }
    var below = 0.0
    forEachGroup(column, other) { rows in
      var own = 0.0
      for row in rows { own += weights[Int(row)] }
      let rank = (below + own / 2) / total
      for row in rows { ranks[Int(row)] = rank }
      below += own
    }
  }

  /// Σ over rows with a greater answer of w·y, plus half of those with the same, over Σw: by how much a row of a given answer
  /// moves the ranks that `y` is multiplied with.
  static func upperSums(
    _ column: CorrelationColumn, weights: UnsafePointer<Double>, also other: CorrelationColumn?,
    y: UnsafePointer<Double>, total: Double, into sums: UnsafeMutablePointer<Double>
  ) {
    var all = 0.0
    forEachGroup(column, other) { rows in for row in rows { all += weights[Int(row)] * y[Int(row)] } }
    forEachGroup(column, other) { rows in
      var own = 0.0
      for row in rows { own += weights[Int(row)] * y[Int(row)] }
      for row in rows { sums[Int(row)] = (all - own / 2) / total }
      all -= own
    }
  }

  /// The rows of each different answer, smallest first, without those that `other` lacks.
  @inline(__always)
  private static func forEachGroup(
    _ column: CorrelationColumn, _ other: CorrelationColumn?, _ body: (GroupRows) -> Void
  ) {
    column.order.withUnsafeBufferPointer { order in
      column.starts.withUnsafeBufferPointer { starts in
        let places = other.flatMap { $0.hasMissing ? $0.places : nil }
        for g in 0..<column.count {
          body(GroupRows(rows: order[Int(starts[g])..<Int(starts[g + 1])], places: places))
        }
      }
    }
  }

  /// Rows of one answer; those without an answer to the other column are skipped.
  private struct GroupRows: Sequence, IteratorProtocol {
    private let rows: Slice<UnsafeBufferPointer<Int32>>
    private let places: [Int32]?
    private var next_: Int

    init(rows: Slice<UnsafeBufferPointer<Int32>>, places: [Int32]?) {
      self.rows = rows
      self.places = places
      next_ = rows.startIndex
    }

    mutating func next() -> Int32? {
      while next_ < rows.endIndex {
        let row = rows[next_]
        next_ += 1
        if let places, places[Int(row)] < 0 { continue }
        return row
      }
      return nil
    }
  }
}
