package import Probability

/// Exchanges of rows for permutation tests: among all rows, or only among those of the same group (a stratum, a cluster).
package struct RowShuffler: Sendable {
  package let rowCount: Int
  /// The rows of each group; `nil` when all are one.
  private let groups: UnitMembers?

  /// - Parameter groups: 0-based group of each row.
  package init(rowCount: Int, groups: [Int32]? = nil) {
    precondition(groups == nil || groups!.count == rowCount, "one group per row")
    self.rowCount = rowCount
    self.groups = groups.map { UnitMembers(unitOfRow: $0) }
  }

  /// Draws one exchange, every one equally likely (Fisher and Yates): row i takes the values of row `order[i]`.
  /// - Parameter order: `rowCount` numbers, overwritten.
  package func draw(stream: inout RandomStream, into order: UnsafeMutableBufferPointer<Int32>) {
    precondition(order.count == rowCount, "one number per row")
    var source = BoundedDraws(stream)
    for i in 0..<rowCount { order[i] = Int32(truncatingIfNeeded: i) }
    if let groups {
      for group in 0..<groups.count {
        let start = Int(groups.start[group])
        let size = Int(groups.start[group + 1]) - start
        for i in stride(from: size - 1, to: 0, by: -1) {
          let other = source.below(i + 1)
          order.swapAt(Int(groups.rows[start + i]), Int(groups.rows[start + other]))
        }
      }
    } else {
      for i in stride(from: rowCount - 1, to: 0, by: -1) { order.swapAt(i, source.below(i + 1)) }
    }
    stream = source.stream
  }
}
