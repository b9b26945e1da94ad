import LinearAlgebra
import Platform

/// Importance and dominance where factors precede their products: a table of the values of all closed sets, and sums over
/// the steps from one closed set to the next.
///
///     φᵢ = Σ over closed S with i last · e(S∖i)·e'(S)/e(all) · (v(S) − v(S∖i)),
///
/// e(S) the orders in which S can enter and e'(S) those in which all others can follow: the average over all permitted orders
/// (see `Precedence`). Without constraints these are the weights of the Shapley value.
struct HierarchicalWalk: Sendable {
  let sets: ClosedSets
  /// Bit b has the rows `rowStart[b] ..< rowStart[b + 1]`; the outcome is row 0.
  private let rowStart: [Int]
  /// For each row but the first, the position of its column in the problem's order of player columns.
  private let columnOfRow: [Int]
  private let tolerance: Double

  /// Players up to which every replicate of a bootstrap makes the table.
  static let replicateLimit = 14

  init(_ problem: ImportanceProblem, tolerance: Double) {
    sets = ClosedSets(problem.precedence, players: Array(problem.players.indices))
    var firstColumn = [0]
    for player in problem.players { firstColumn.append(firstColumn[firstColumn.count - 1] + player.count) }
    var rowStart = [1]
    var columnOfRow: [Int] = []
    for player in sets.playerAtBit {
      columnOfRow += Array(firstColumn[player]..<firstColumn[player + 1])
      rowStart.append(1 + columnOfRow.count)
    }
    self.rowStart = rowStart
    self.columnOfRow = columnOfRow
    self.tolerance = tolerance
  }

  private var players: Int { sets.playerAtBit.count }
  private var rowCount: Int { rowStart[players] }
  private var size: Int { rowCount * (rowCount + 1) / 2 }

  final class Workspace {
    fileprivate let root: OwnedBuffer<Double>
    fileprivate let blocks: OwnedBuffer<Double>
    /// By mask, the explained variance of a closed set.
    let values: OwnedBuffer<Double>

    init(_ walk: HierarchicalWalk) {
      root = OwnedBuffer(count: walk.size)
      blocks = OwnedBuffer(count: walk.size * max(1, walk.players))
      values = OwnedBuffer(repeating: 0, count: 1 << walk.players)
    }
  }

  /// The values of all closed sets.
  /// - Parameter residual: packed moments of the player columns, in the problem's order, and the outcome, last.
  func fill(residual: UnsafePointer<Double>, workspace w: Workspace) {
    let outcome = rowCount - 1
    for i in 0..<rowCount {
      let a = i == 0 ? outcome : columnOfRow[i - 1]
      for j in 0...i {
        let b = j == 0 ? outcome : columnOfRow[j - 1]
        w.root[i * (i + 1) / 2 + j] = residual[SymmetricMatrix.position(a, b)]
      }
    }
    node(UnsafePointer(w.root.pointer), bits: players, mask: 0, value: 0, w)
  }

  /// Bits are taken from the highest down, those waited for before those who wait.
  private func node(_ block: UnsafePointer<Double>, bits: Int, mask: Int, value: Double, _ w: Workspace) {
    w.values[mask] = value
    for bit in 0..<bits where sets.required[bit] & ~mask == 0 {
      let end = rowStart[bit + 1]
      let target = w.blocks + size * bit
      target.update(from: block, count: end * (end + 1) / 2)
      let gain = SubsetWalk.takeIn(target, rows: rowStart[bit]..<end, tolerance: tolerance)
      node(UnsafePointer(target), bits: bit, mask: mask | 1 << bit, value: value + gain, w)
    }
  }

  /// The importance of every player, from the values in the workspace.
  func importance(_ w: Workspace, into out: UnsafeMutablePointer<Double>) {
    for player in 0..<players { out[player] = 0 }
    let total = sets.waysLeft[0]
    sets.ways.withUnsafeBufferPointer { ways in
      sets.waysLeft.withUnsafeBufferPointer { waysLeft in
        sets.playerAtBit.withUnsafeBufferPointer { playerAtBit in
          for mask in 1..<max(1, ways.count) where ways[mask] > 0 {
            let after = waysLeft[mask] / total
            for bit in 0..<playerAtBit.count where mask >> bit & 1 == 1 {
              let before = mask ^ 1 << bit
              if ways[before] > 0 {
                out[playerAtBit[bit]] += ways[before] * after * (w.values[mask] - w.values[before])
              }
            }
          }
        }
      }
    }
  }

  /// By player and number of others present, the average increase over the closed sets of that size to which the player
  /// may be added; `nil` where there are none.
  func levels(_ w: Workspace) -> [[Double?]] {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: players), count: players)
    var counts = sums
    for mask in 0..<sets.ways.count where sets.ways[mask] > 0 {
      for (bit, player) in sets.playerAtBit.enumerated() where mask >> bit & 1 == 1 && sets.ways[mask ^ 1 << bit] > 0 {
        let size = mask.nonzeroBitCount - 1
        sums[player][size] += w.values[mask] - w.values[mask ^ 1 << bit]
        counts[player][size] += 1
      }
    }
    return zip(sums, counts).map { zip($0, $1).map { $1 > 0 ? $0 / $1 : nil } }
  }

  /// [i][j]: the proportion won by i of the closed sets to which either of the two may be added; `nil` where there are none.
  func comparisonsWon(_ w: Workspace) -> [[Double?]] {
    var won = [[Double?]](repeating: [Double?](repeating: nil, count: players), count: players)
    for a in 0..<players {
      for b in 0..<a {
        var (wins, losses, count) = (0, 0, 0)
        for mask in 0..<sets.ways.count where mask >> a & 1 == 0 && mask >> b & 1 == 0 && sets.ways[mask] > 0 {
          guard sets.required[a] & ~mask == 0, sets.required[b] & ~mask == 0 else { continue }
          let difference = w.values[mask | 1 << a] - w.values[mask | 1 << b]
          count += 1
          if difference > SubsetValues.tie { wins += 1 }
          if difference < -SubsetValues.tie { losses += 1 }
        }
        guard count > 0 else { continue }
        won[sets.playerAtBit[a]][sets.playerAtBit[b]] = Double(wins) / Double(count)
        won[sets.playerAtBit[b]][sets.playerAtBit[a]] = Double(losses) / Double(count)
      }
    }
    return won
  }
}
