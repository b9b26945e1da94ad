/// Four subtrees of the walk over all subsets, worked on side by side: every operation does four times the work.
typealias Lanes = SIMD4<Double>

extension SIMD4<Double> {
  /// 1/x, or 0 where x is a pivot at or below the tolerance: a driver that depends on those taken in adds nothing.
  @inline(__always)
  func reciprocal(above tolerance: Double) -> SIMD4<Double> {
    (1 / self).replacing(with: 0, where: self .<= tolerance)
  }
}

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
        gains[lane] += SubsetWalk.takeIn(blocks.scratch, rows: rows, tolerance: tolerance)
      }
      for k in 0..<kept { blocks.entry[k][lane] = blocks.scratch[k] }
    }
    return gains
  }

  /// The blocks of one thread: on the way down each level needs one.
  final class Blocks {
    let scratch: UnsafeMutablePointer<Double>
    let entry: UnsafeMutablePointer<Lanes>
    private let levels: UnsafeMutablePointer<Lanes>
    private let offsets: UnsafeMutablePointer<Int>
    private let rowStart: UnsafeMutablePointer<Int>

    init(_ walk: SubsetWalk) {
      let rows = walk.rowCount
      scratch = .allocate(capacity: rows * (rows + 1) / 2)
      entry = .allocate(capacity: rows * (rows + 1) / 2)
      offsets = .allocate(capacity: walk.left + 1)
      rowStart = .allocate(capacity: walk.rowStart.count)
      for (i, start) in walk.rowStart.enumerated() { rowStart[i] = start }
      var total = 0
      for level in 0..<walk.left {
        offsets[level] = total
        let height = max(walk.rowStart[level], walk.rowStart[level + 1] - 1)
        total += height * (height + 1) / 2
      }
      levels = .allocate(capacity: max(1, total))
    }
    deinit {
      scratch.deallocate()
      entry.deallocate()
      levels.deallocate()
      offsets.deallocate()
      rowStart.deallocate()
    }

    func kernel(tolerance: Double) -> LaneElimination {
      LaneElimination(tolerance: tolerance, rowStart: rowStart, levels: levels, offsets: offsets)
    }
  }
}

/// Taking players in, four subtrees at once.
struct LaneElimination {
  let tolerance: Double
  fileprivate let rowStart: UnsafePointer<Int>
  fileprivate let levels: UnsafeMutablePointer<Lanes>
  fileprivate let offsets: UnsafePointer<Int>

  fileprivate init(
    tolerance: Double, rowStart: UnsafeMutablePointer<Int>, levels: UnsafeMutablePointer<Lanes>,
    offsets: UnsafeMutablePointer<Int>
  ) {
    self.tolerance = tolerance
    self.rowStart = UnsafePointer(rowStart)
    self.levels = levels
    self.offsets = UnsafePointer(offsets)
  }

  /// Where the block goes that is left when a level has been taken in.
  @inline(__always)
  func target(_ level: Int) -> UnsafeMutablePointer<Lanes> { levels + offsets[level] }

  /// Eliminates the rows of one level from the block before them; returns the gain in explained variance.
  @inline(__always)
  func takeIn(_ block: UnsafePointer<Lanes>, level: Int, into target: UnsafeMutablePointer<Lanes>) -> Lanes {
    let first = rowStart[level]
    var r = rowStart[level + 1] - 1
    if r < first {
      // A player without columns changes nothing.
      for k in 0..<first * (first + 1) / 2 { target[k] = block[k] }
      return .zero
    }
    var gain = eliminate(block, row: r, into: target)
    while r > first {
      r -= 1
      gain += eliminate(target, row: r, into: target)
    }
    return gain
  }

  @inline(__always)
  private func eliminate(
    _ block: UnsafePointer<Lanes>, row r: Int, into target: UnsafeMutablePointer<Lanes>
  ) -> Lanes {
    let row = block + r * (r + 1) / 2
    let inverse = row[r].reciprocal(above: tolerance)
    var position = 0
    for i in 0..<r {
      let factor = row[i] * inverse
      for j in 0...i { target[position + j] = block[position + j] - factor * row[j] }
      position += i + 1
    }
    return row[0] * row[0] * inverse
  }
}

/// The explained variances of the subsets of three players a, b, c (rows 1, 2, 3 of a block whose row 0 is the outcome).
struct ThreeGains {
  let a: Lanes
  let b: Lanes
  let ab: Lanes
  let c: Lanes
  /// Beyond c.
  let aAfterC: Lanes
  let bAfterC: Lanes
  let abAfterC: Lanes

  @inline(__always)
  init(_ s: UnsafePointer<Lanes>, tolerance: Double) {
    (a, b, ab) = ThreeGains.two(ya: s[1], aa: s[2], yb: s[3], ab: s[4], bb: s[5], tolerance)
    let inverse = s[9].reciprocal(above: tolerance)
    let fa = s[7] * inverse
    let fb = s[8] * inverse
    c = s[6] * s[6] * inverse
    (aAfterC, bAfterC, abAfterC) = ThreeGains.two(
      ya: s[1] - s[6] * fa, aa: s[2] - s[7] * fa, yb: s[3] - s[6] * fb, ab: s[4] - s[7] * fb, bb: s[5] - s[8] * fb,
      tolerance)
  }

  @inline(__always)
  private static func two(
    ya: Lanes, aa: Lanes, yb: Lanes, ab: Lanes, bb: Lanes, _ tolerance: Double
  ) -> (Lanes, Lanes, Lanes) {
    let inverseA = aa.reciprocal(above: tolerance)
    let inverseB = bb.reciprocal(above: tolerance)
    let factor = ab * inverseA
    let restOfB = bb - ab * factor
    let restOfY = yb - ya * factor
    let gainA = ya * ya * inverseA
    return (gainA, yb * yb * inverseB, gainA + restOfY * restOfY * restOfB.reciprocal(above: tolerance))
  }
}
