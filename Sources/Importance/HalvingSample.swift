import LinearAlgebra
import Platform
import Probability

/// Random arrangements of the players, each halved again and again: the sampled estimate of the Shapley values when the
/// subsets are too many.
///
/// Within an arrangement the first half of the players enters before the second, and the second before the first; each half
/// is treated in the same way by itself, both times, and so on down to single players. All these orders of entry count alike.
/// A player's increments are thus averaged over as many sets of others as there are players, of every size from none to all
/// of them, for three and a half times the work of a single order: what a half leaves of the other is worked out once for all
/// orders within. Each order is equally likely in a random arrangement, so that the average estimates lmg without bias, and the
/// increments of every order sum to R². Sampled Shapley values: Castro, Gómez & Tejada 2009, doi:10.1016/j.cor.2008.04.004;
/// one order and its reverse for each arrangement needs some twenty times the work for the same standard error.
///
/// All replicates of a bootstrap use the same arrangements, so that differences between replicates are those of the data.
package struct HalvingSample: Sendable, Equatable {
  /// Each row is an arrangement of the players.
  package let arrangements: [[Int]]

  /// Multiplications that may be spent in one evaluation, and in each replicate of a bootstrap.
  private static let work = 1e9
  private static let replicateWork = 1e7

  package init(playerCount: Int, arrangements count: Int, seed: UInt64) {
    precondition(count > 1, "a standard error needs two arrangements")
    // A stream that no replicate owns.
    var stream = RandomStream(seed: seed, stream: .max - 1)
    arrangements = (0..<count).map { _ in
      var order = Array(0..<playerCount)
      for i in stride(from: playerCount - 1, to: 0, by: -1) { order.swapAt(i, stream.below(i + 1)) }
      return order
    }
  }

  /// As many arrangements as the work for players of these sizes allows: up to 1000, or 16 in a replicate.
  package init(playerSizes: [Int], inReplicates: Bool, seed: UInt64) {
    let columns = Double(playerSizes.reduce(0, +))
    let each = 0.6 * columns * columns * columns + 20 * columns * columns
    let count = (inReplicates ? Self.replicateWork : Self.work) / max(1, each)
    let (least, most) = inReplicates ? (2.0, 16.0) : (16.0, 1000.0)
    self.init(playerCount: playerSizes.count, arrangements: Int(min(most, max(least, count))), seed: seed)
  }

  final class Workspace {
    /// The block in the arrangement's order, and one for each halving on the way down.
    fileprivate let blocks: OwnedBuffer<Double>
    fileprivate let size: Int
    fileprivate let gains: OwnedBuffer<Double>
    fileprivate let squares: OwnedBuffer<Double>
    fileprivate let rowOf: OwnedBuffer<Int>
    fileprivate let widths: OwnedBuffer<Int>
    let players: Int

    init(_ sample: HalvingSample, rows: Int) {
      players = sample.arrangements[0].count
      size = rows * (rows + 1) / 2
      let depth = Int.bitWidth - max(0, players - 1).leadingZeroBitCount
      blocks = OwnedBuffer(count: (depth + 2) * size)
      gains = OwnedBuffer(count: max(1, players))
      squares = OwnedBuffer(count: max(1, players))
      rowOf = OwnedBuffer(count: rows)
      widths = OwnedBuffer(count: max(1, players))
    }
    /// The standard error of each player's estimate, from the spread of the arrangements.
    func standardError(_ player: Int, arrangements: Int) -> Double {
      (squares[player] / Double(arrangements - 1) / Double(arrangements)).squareRoot()
    }
  }

  /// Estimates lmg; leaves in the workspace what the standard errors need.
  ///
  /// - Parameter jobs: threads; the result does not depend on it.
  func run(
    root: UnsafePointer<Double>, walk: SubsetWalk, workspace w: Workspace, jobs: Int = 1,
    into out: UnsafeMutablePointer<Double>
  ) {
    for k in 0..<w.players {
      out[k] = 0
      w.squares[k] = 0
    }
    guard jobs > 1 else {
      for a in arrangements.indices {
        work(a, root, walk, w)
        settle(a, w.gains.pointer, walk, w, into: out)
      }
      return
    }
    // What every arrangement gives, then their means in order.
    let players = w.players
    let gains = OwnedBuffer<Double>(count: max(1, arrangements.count * players))
    let shared = Shared(root: root, gains: gains.pointer)
    TaskSharing.run(tasks: arrangements.count, jobs: jobs) {
      Workspace(self, rows: walk.rowCount)
    } body: { own, a in
      work(a, shared.root, walk, own)
      (shared.gains + a * players).update(from: own.gains.pointer, count: players)
    }
    for a in arrangements.indices { settle(a, gains + a * players, walk, w, into: out) }
  }

  private struct Shared: @unchecked Sendable {
    let root: UnsafePointer<Double>
    let gains: UnsafeMutablePointer<Double>
  }

  /// The gains of one arrangement, in its order.
  private func work(_ a: Int, _ root: UnsafePointer<Double>, _ walk: SubsetWalk, _ w: Workspace) {
    let rows = arrange(arrangements[a], root, walk, w)
    for k in 0..<w.players { w.gains[k] = 0 }
    guard w.players > 0 else { return }
    HalvingKernel(size: w.size, widths: w.widths.pointer, gains: w.gains.pointer)
      .node(w.blocks.pointer, rows: rows, players: 0..<w.players, weight: 1, free: w.blocks + w.size)
  }

  /// Mean and sum of squared deviations, one arrangement at a time (Welford 1962).
  private func settle(
    _ a: Int, _ gains: UnsafePointer<Double>, _ walk: SubsetWalk, _ w: Workspace, into out: UnsafeMutablePointer<Double>
  ) {
    for (k, level) in arrangements[a].enumerated() {
      let player = walk.playerAtLevel[level]
      let difference = gains[k] - out[player]
      out[player] += difference / Double(a + 1)
      w.squares[player] += difference * (gains[k] - out[player])
    }
  }

  /// Lays the block out in the arrangement's order, behind the outcome; returns its number of rows.
  private func arrange(
    _ arrangement: [Int], _ root: UnsafePointer<Double>, _ walk: SubsetWalk, _ w: Workspace
  ) -> Int {
    var rows = 1
    w.rowOf[0] = 0
    for (k, level) in arrangement.enumerated() {
      for row in walk.rowStart[level]..<walk.rowStart[level + 1] {
        w.rowOf[rows] = row
        rows += 1
      }
      w.widths[k] = walk.rowStart[level + 1] - walk.rowStart[level]
    }
    for i in 0..<rows {
      let a = w.rowOf[i]
      for j in 0...i {
        let b = w.rowOf[j]
        w.blocks[i * (i + 1) / 2 + j] = root[a >= b ? a * (a + 1) / 2 + b : b * (b + 1) / 2 + a]
      }
    }
    return rows
  }
}

/// The recursion: pointers only.
private struct HalvingKernel {
  let size: Int
  /// Columns of each player, in the arrangement's order.
  let widths: UnsafePointer<Int>
  /// What each player adds, averaged over the orders of entry.
  let gains: UnsafeMutablePointer<Double>
  private let tolerance = RankPolicy.variance

  init(size: Int, widths: UnsafeMutablePointer<Int>, gains: UnsafeMutablePointer<Double>) {
    self.size = size
    self.widths = UnsafePointer(widths)
    self.gains = gains
  }

  /// All orders of some players when those before them have been taken in.
  /// - Parameters:
  ///   - block: the outcome and their columns, `rows` in all; kept.
  ///   - weight: the part of all orders that come here.
  ///   - free: room for the blocks below.
  func node(
    _ block: UnsafePointer<Double>, rows: Int, players: Range<Int>, weight: Double, free: UnsafeMutablePointer<Double>
  ) {
    if players.count == 1 { return leaf(block, rows: rows, players.lowerBound, weight, free) }
    if players.count == 2, rows == 3 { return pair(block, players.lowerBound, weight) }
    let middle = players.lowerBound + players.count / 2
    var first = 0
    for k in players.lowerBound..<middle { first += widths[k] }
    let second = rows - 1 - first
    let below = free + size
    let half = 0.5 * weight
    // The first half is a leading block as it stands.
    node(block, rows: 1 + first, players: players.lowerBound..<middle, weight: half, free: free)
    // The second, moved ahead of the first: by itself, then with the first taken in.
    exchange(block, first: first, second: second, into: free)
    node(free, rows: 1 + second, players: middle..<players.upperBound, weight: half, free: below)
    eliminate(free, rows: 1 + second..<rows)
    node(free, rows: 1 + second, players: middle..<players.upperBound, weight: half, free: below)
    // The first with the second taken in.
    free.update(from: block, count: rows * (rows + 1) / 2)
    eliminate(free, rows: 1 + first..<rows)
    node(free, rows: 1 + first, players: players.lowerBound..<middle, weight: half, free: below)
  }

  private func leaf(
    _ block: UnsafePointer<Double>, rows: Int, _ player: Int, _ weight: Double, _ free: UnsafeMutablePointer<Double>
  ) {
    if rows == 2 {
      gains[player] += weight * gain(block[1], block[2])
    } else if rows > 2 {
      free.update(from: block, count: rows * (rows + 1) / 2)
      gains[player] += weight * SubsetWalk.takeIn(free, rows: 1..<rows, tolerance: tolerance)
    }
  }

  /// Two players of one column each, in both orders.
  private func pair(_ s: UnsafePointer<Double>, _ player: Int, _ weight: Double) {
    let half = 0.5 * weight
    let first = gain(s[1], s[2])
    let second = gain(s[3], s[5])
    var firstAfter = first
    var secondAfter = second
    if s[2] > tolerance {
      let factor = s[4] / s[2]
      secondAfter = gain(s[3] - s[1] * factor, s[5] - s[4] * factor)
    }
    if s[5] > tolerance {
      let factor = s[4] / s[5]
      firstAfter = gain(s[1] - s[3] * factor, s[2] - s[4] * factor)
    }
    gains[player] += half * (first + firstAfter)
    gains[player + 1] += half * (second + secondAfter)
  }

  @inline(__always)
  private func gain(_ covariance: Double, _ variance: Double) -> Double {
    variance > tolerance ? covariance * covariance / variance : 0
  }

  /// The block with its last `second` columns ahead of the `first` before them.
  private func exchange(
    _ block: UnsafePointer<Double>, first: Int, second: Int, into target: UnsafeMutablePointer<Double>
  ) {
    target[0] = block[0]
    var out = target + 1
    for i in 0..<second {
      let row = block + (1 + first + i) * (2 + first + i) / 2
      out[0] = row[0]
      for j in 0...i { out[1 + j] = row[1 + first + j] }
      out += i + 2
    }
    for i in 0..<first {
      let row = block + (1 + i) * (2 + i) / 2
      out[0] = row[0]
      for j in 0..<second { out[1 + j] = block[(1 + first + j) * (2 + first + j) / 2 + 1 + i] }
      for j in 0...i { out[1 + second + j] = row[1 + j] }
      out += 2 + second + i
    }
  }

  /// Eliminates the last rows of a packed triangle from the block before them, four at a time: the block passes through the
  /// processor's caches a quarter as often.
  private func eliminate(_ block: UnsafeMutablePointer<Double>, rows: Range<Int>) {
    var end = rows.upperBound
    while end - rows.lowerBound >= 4 {
      let (a, b, c, d) = (end - 1, end - 2, end - 3, end - 4)
      let rowA = block + a * (a + 1) / 2
      let rowB = block + b * (b + 1) / 2
      let rowC = block + c * (c + 1) / 2
      let rowD = block + d * (d + 1) / 2
      let inA = inverse(rowA[a])
      subtract(rowA, rowA[b] * inA, from: rowB, count: b + 1)
      subtract(rowA, rowA[c] * inA, from: rowC, count: c + 1)
      subtract(rowA, rowA[d] * inA, from: rowD, count: d + 1)
      let inB = inverse(rowB[b])
      subtract(rowB, rowB[c] * inB, from: rowC, count: c + 1)
      subtract(rowB, rowB[d] * inB, from: rowD, count: d + 1)
      let inC = inverse(rowC[c])
      subtract(rowC, rowC[d] * inC, from: rowD, count: d + 1)
      let inD = inverse(rowD[d])
      var row = block
      for i in 0..<d {
        let (fa, fb) = (rowA[i] * inA, rowB[i] * inB)
        let (fc, fd) = (rowC[i] * inC, rowD[i] * inD)
        for j in 0...i { row[j] -= (fa * rowA[j] + fb * rowB[j]) + (fc * rowC[j] + fd * rowD[j]) }
        row += i + 1
      }
      end -= 4
    }
    _ = SubsetWalk.takeIn(block, rows: rows.lowerBound..<end, tolerance: tolerance)
  }

  @inline(__always)
  private func inverse(_ pivot: Double) -> Double { pivot > tolerance ? 1 / pivot : 0 }

  @inline(__always)
  private func subtract(
    _ source: UnsafePointer<Double>, _ factor: Double, from target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for j in 0..<count { target[j] -= factor * source[j] }
  }
}
