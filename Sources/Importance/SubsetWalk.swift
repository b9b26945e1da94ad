import Platform

/// How the walk over all subsets of p players is laid out.
///
/// Rows: the outcome is row 0, then the columns of the players, numeric drivers before groups, so that deciding the last
/// player of a block is a truncation (leave out) or an elimination into the leading block (take in). The last `top`
/// players are decided first, one task per four of their 2^top subsets: tasks run on any thread, and what they return is
/// added up in one order, so that the result does not depend on the number of threads.
struct SubsetWalk: Sendable {
  /// The player (as the problem numbers them) at each level, lowest first.
  let playerAtLevel: [Int]
  /// Level l has the rows `rowStart[l] ..< rowStart[l + 1]`; there are `levels + 1` entries.
  let rowStart: [Int]
  /// For each row but the first, the position of its column in the problem's order of player columns.
  let columnOfRow: [Int]
  /// Players decided before the tasks begin, and players left within a task.
  let top: Int
  let left: Int
  /// Players whose subsets are written out in closed form: 3 or 0.
  let bottom: Int

  init(playerSizes: [Int]) {
    let p = playerSizes.count
    let order = (0..<p).filter { playerSizes[$0] == 1 } + (0..<p).filter { playerSizes[$0] != 1 }
    var firstColumn = [0]
    for size in playerSizes { firstColumn.append(firstColumn[firstColumn.count - 1] + size) }
    var rowStart = [1]
    var columnOfRow: [Int] = []
    for player in order {
      for column in firstColumn[player]..<firstColumn[player + 1] { columnOfRow.append(column) }
      rowStart.append(1 + columnOfRow.count)
    }
    playerAtLevel = order
    self.rowStart = rowStart
    self.columnOfRow = columnOfRow
    // Four subsets fill the lanes; from 13 players on, up to 64 tasks share out the work.
    top = min(p, 2 + max(0, min(6, p - 12)))
    left = p - top
    bottom = left >= 3 && playerSizes[order[2]] == 1 ? 3 : 0
  }

  var playerCount: Int { playerAtLevel.count }
  var rowCount: Int { rowStart[rowStart.count - 1] }
  var taskCount: Int { max(1, (1 << top) / 4) }
  /// Lanes that hold a subset; fewer than four only when there are fewer than two players.
  var lanesInUse: Int { min(4, 1 << top) }

  /// Multiplications of the walk, roughly.
  var work: Double {
    var work = bottom == 3 ? 40 * Double(sign: .plus, exponent: playerCount - 3, significand: 1) : 0
    for level in bottom..<max(bottom, playerCount) {
      var once = 0.0
      for r in rowStart[level]..<rowStart[level + 1] { once += Double(r * (r + 3) / 2) }
      work += once * Double(sign: .plus, exponent: playerCount - 1 - level, significand: 1)
    }
    return work
  }

  /// Players of the top taken in by a lane of a task: bit i is level `left` + i.
  func decisions(task: Int, lane: Int) -> Int { lane < lanesInUse ? task * 4 + lane : 0 }

  /// Eliminates the given rows (a player's, at the end) from the leading block of a packed triangle in place.
  /// - Returns: by how much the outcome's residual variance fell.
  static func takeIn(
    _ block: UnsafeMutablePointer<Double>, rows: Range<Int>, tolerance: Double
  ) -> Double {
    var gain = 0.0
    for r in rows.reversed() {
      let row = block + r * (r + 1) / 2
      guard row[r] > tolerance else { continue }
      let inverse = 1 / row[r]
      gain += row[0] * (row[0] * inverse)
      var position = 0
      for i in 0..<r {
        let factor = row[i] * inverse
        for j in 0...i { block[position + j] -= factor * row[j] }
        position += i + 1
      }
    }
    return gain
  }

  /// The residual block of `left` players in each lane of a task, left in `blocks.entry`.
  /// - Parameter root: the packed block of all rows.
  /// - Returns: what the lane's players of the top explain.
  func enter(task: Int, root: UnsafePointer<Double>, blocks: Blocks, tolerance: Double) -> Lanes {
    let size = rowCount * (rowCount + 1) / 2
    let kept = rowStart[left] * (rowStart[left] + 1) / 2
    var gains = Lanes.zero
    for lane in 0..<4 {
      blocks.scratch.update(from: root, count: size)
      let chosen = decisions(task: task, lane: lane)
      for i in stride(from: top - 1, through: 0, by: -1) where chosen >> i & 1 == 1 {
        let rows = rowStart[left + i]..<rowStart[left + i + 1]
        gains[lane] += SubsetWalk.takeIn(blocks.scratch.pointer, rows: rows, tolerance: tolerance)
      }
      for k in 0..<kept { blocks.entry[k][lane] = blocks.scratch[k] }
    }
    return gains
  }

  /// The blocks of one thread: on the way down each level needs one.
  final class Blocks {
    let scratch: OwnedBuffer<Double>
    let entry: OwnedBuffer<Lanes>
    private let levels: OwnedBuffer<Lanes>
    private let offsets: OwnedBuffer<Int>
    private let rowStart: OwnedBuffer<Int>

    init(_ walk: SubsetWalk) {
      let rows = walk.rowCount
      scratch = OwnedBuffer(count: rows * (rows + 1) / 2)
      entry = OwnedBuffer(count: rows * (rows + 1) / 2)
      offsets = OwnedBuffer(count: walk.left + 1)
      rowStart = OwnedBuffer(count: walk.rowStart.count)
      for (i, start) in walk.rowStart.enumerated() { rowStart[i] = start }
      var total = 0
      for level in 0..<walk.left {
        offsets[level] = total
        let height = max(walk.rowStart[level], walk.rowStart[level + 1] - 1)
        total += height * (height + 1) / 2
      }
      levels = OwnedBuffer(count: max(1, total))
    }
    func kernel(tolerance: Double) -> LaneElimination {
      LaneElimination(
        tolerance: tolerance, rowStart: rowStart.pointer, levels: levels.pointer, offsets: offsets.pointer)
    }
  }
}
