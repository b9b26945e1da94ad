import Report
import Studies
import Testing

/// What is hidden cannot be worked out from what is told and the sums that are known.
@Suite struct CellSuppressionTests {
  private func hidden(_ columns: [[Double]], smallest: Double = 5) -> [[Bool]] {
    let rows = columns[0].indices.map { row in
      CellSuppression.Row(block: "answers", part: 0, counts: columns.map { $0[row] })
    }
    return CellSuppression(rows, smallest: smallest).hidden
  }

  @Test func `a small count takes the next smallest with it`() {
    #expect(hidden([[3, 40, 12, 60]]).map { $0[0] } == [true, false, true, false])
  }

  @Test func `small counts that come to no small count together need no other`() {
    #expect(hidden([[3, 4, 40, 60]]).map { $0[0] } == [true, true, false, false])
    #expect(hidden([[2, 2, 40, 60]]).map { $0[0] } == [true, true, true, false])
  }

  @Test func `no count is no small count, and with a smallest cell of one nothing is hidden`() {
    #expect(hidden([[0, 40, 60]]).allSatisfy { $0 == [false] })
    #expect(hidden([[1, 2, 3]], smallest: 1).allSatisfy { $0 == [false] })
  }

  @Test func `a group's count that the whole less the other would tell takes another along`() {
    // The second group has 3 of the first answer: 43 less 40.
    let found = hidden([[43, 60, 50], [40, 30, 20], [3, 30, 30]])
    #expect(found[0][2])
    #expect(found[0].count { $0 } >= 2)
  }

  /// Random tables: a hidden small count is the same in every solution of the known sums when its unit vector lies in their row
  /// space, which elimination tells; suppression must leave none.
  @Test func `known sums determine no hidden small count`() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<300 {
      let (answers, groups) = (3 + random(5), 1 + random(4))
      var columns = (0..<groups).map { _ in
        (0..<answers).map { _ in Double(random(3) == 0 ? random(6) : 5 + random(40)) }
      }
      if groups > 1 { columns.insert((0..<answers).map { row in columns.reduce(0) { $0 + $1[row] } }, at: 0) }
      guard columns.allSatisfy({ column in column.count { $0 > 0 } > 2 && column.reduce(0, +) >= 10 }) else { continue }
      let found = hidden(columns)
      let cells = found.indices.flatMap { row in
        found[row].indices.filter { found[row][$0] }.map { (row: row, column: $0) }
      }
      var equations: [[Double]] = []
      for column in columns.indices { equations.append(cells.map { $0.column == column ? 1 : 0 }) }
      if groups > 1 {
        for row in 0..<answers { equations.append(cells.map { $0.row != row ? 0 : $0.column == 0 ? 1 : -1 }) }
      }
      let rank = Self.rank(equations)
      for (place, cell) in cells.enumerated() where columns[cell.column][cell.row] < 5 {
        let unit = cells.indices.map { $0 == place ? 1.0 : 0 }
        #expect(Self.rank(equations + [unit]) > rank, "\(columns) \(cell)")
      }
    }
  }

  private static func rank(_ rows: [[Double]]) -> Int {
    var rows = rows
    var rank = 0
    for column in (rows.first ?? []).indices {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank && rows[row][column] != 0 {
        let factor = rows[row][column] / rows[rank][column]
        for k in rows[row].indices { rows[row][k] -= factor * rows[rank][k] }
      }
      rank += 1
      if rank == rows.count { break }
    }
    return rank
  }
}

@Suite struct SmallGroupsTests {
  @Test func `a small group is left out, and another so that it cannot be subtracted`() {
    let choice = SmallGroups(sizes: [3, 40, 60], all: 103, smallest: 5, most: 20)
    #expect(choice.small == [0] && choice.protecting == [1] && choice.kept == [2])
  }

  @Test func `respondents without a group hide a small one, when they are enough`() {
    #expect(SmallGroups(sizes: [3, 40, 60], all: 110, smallest: 5, most: 20).kept == [1, 2])
    #expect(SmallGroups(sizes: [3, 40, 60], all: 104, smallest: 5, most: 20).kept == [2])
    // Two without a group are themselves the whole less the groups.
    #expect(SmallGroups(sizes: [40, 60], all: 102, smallest: 5, most: 20).kept == [1])
  }

  @Test func `two small groups that are no small one together protect each other`() {
    let choice = SmallGroups(sizes: [3, 4, 40, 60], all: 107, smallest: 5, most: 20)
    #expect(choice.small == [0, 1] && choice.protecting.isEmpty && choice.kept == [2, 3])
  }

  @Test func `of many groups the largest are kept`() {
    let choice = SmallGroups(sizes: [10, 30, 20], all: 60, smallest: 5, most: 2)
    #expect(choice.tooMany == [0] && choice.kept == [1, 2])
  }
}
