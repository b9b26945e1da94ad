/// Which counts of a table are not told: those of few respondents, and those from which they could be subtracted.
///
/// Rows are answers. The first column is the whole; the others are its groups, which add up to it, and last what is in no
/// group that is shown. Of each column the sum over a block of rows is known; of each row the whole is the sum of the rest.
/// A small count is hidden, and then others, the smallest first, until in every line two or more are hidden that come to
/// no small count together, and no hidden count is the only way from some columns to the others.
package struct CellSuppression {
  /// One answer.
  package struct Row {
    /// Answers that are told in sum as well.
    package var block: String
    /// Within a block, what belongs together: hidden counts of one class are as well told in sum.
    package var part: Int
    /// By column.
    package var counts: [Double]

    package init(block: String, part: Int, counts: [Double]) {
      (self.block, self.part, self.counts) = (block, part, counts)
    }
  }

  private let rows: [Row]
  private let smallest: Double
  /// Whether each column's sums are known.
  private let sums: Bool
  /// By row, then column.
  package private(set) var hidden: [[Bool]]

  package init(_ rows: [Row], smallest: Double, sums: Bool = true) {
    self.rows = rows
    self.smallest = smallest
    self.sums = sums
    hidden = rows.map { $0.counts.map { $0 > 0 && $0 < smallest } }
    var isSettled = false
    while !isSettled {
      isSettled = !(sums && settleColumns())
      if settleRows() { isSettled = false }
      if isSettled, hideBesideBridges() { isSettled = false }
    }
  }

  /// Hides more of the columns that tell a hidden count by their sum; whether there were any.
  private mutating func settleColumns() -> Bool {
    var isChanged = false
    for column in rows.first?.counts.indices ?? 0..<0 {
      for block in Set(rows.map(\.block)).sorted() {
        let own = rows.indices.filter { rows[$0].block == block }
        while isTold(own.filter { hidden[$0][column] }.map { rows[$0].counts[column] }),
          let next = next(own, column)
        {
          hidden[next][column] = true
          isChanged = true
        }
      }
    }
    return isChanged
  }

  /// Hides more of the rows that tell a hidden count as the whole less the groups.
  private mutating func settleRows() -> Bool {
    var isChanged = false
    for row in rows.indices where rows[row].counts.count > 1 {
      while hidden[row].count(where: { $0 }) == 1 {
        let open = rows[row].counts.indices.filter { !hidden[row][$0] && rows[row].counts[$0] > 0 }
        guard let next = open.min(by: { (rows[row].counts[$0], $0) < (rows[row].counts[$1], $1) }) else { break }
        hidden[row][next] = true
        isChanged = true
      }
    }
    return isChanged
  }

  private func isTold(_ counts: [Double]) -> Bool {
    !counts.isEmpty && (counts.count < 2 || counts.reduce(0, +) < smallest)
  }

  /// The smallest count that can be hidden beside the hidden ones: of their part first.
  private func next(_ own: [Int], _ column: Int) -> Int? {
    let parts = Set(own.filter { hidden[$0][column] }.map { rows[$0].part })
    return own.filter { !hidden[$0][column] && rows[$0].counts[column] > 0 }.min { a, b in
      let (x, y) = (parts.contains(rows[a].part) ? 0 : 1, parts.contains(rows[b].part) ? 0 : 1)
      return (x, rows[a].counts[column], a) < (y, rows[b].counts[column], b)
    }
  }

  /// Lines are points, hidden counts the ways between them: a way that no circle of others goes round is told by the sums.
  /// Whether more was hidden.
  private mutating func hideBesideBridges() -> Bool {
    guard sums, rows.first.map({ $0.counts.count > 1 }) ?? false else { return false }
    for row in rows.indices {
      for column in rows[row].counts.indices where hidden[row][column] && isBridge(row, column) {
        let own = rows.indices.filter { rows[$0].block == rows[row].block }
        if let more = next(own, column) {
          hidden[more][column] = true
          return true
        }
      }
    }
    return false
  }

  private func isBridge(_ row: Int, _ column: Int) -> Bool {
    // From the row to the column's block by other hidden counts.
    var reachedRows: Set<Int> = [row]
    var reachedBlocks: Set<String> = []
    var open = [row]
    while let from = open.popLast() {
      for c in rows[from].counts.indices where hidden[from][c] && !(from == row && c == column) {
        let block = "\(c) \(rows[from].block)"
        guard reachedBlocks.insert(block).inserted else { continue }
        if c == column, rows[from].block == rows[row].block { return false }
        for other in rows.indices
        where rows[other].block == rows[from].block && hidden[other][c] && reachedRows.insert(other).inserted {
          open.append(other)
        }
      }
    }
    return true
  }
}
