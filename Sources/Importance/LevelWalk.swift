import Platform

/// Conditional dominance in one walk over all subsets: the increase of R² by each player, averaged over the sets of
/// others of each size.
///
/// The same walk as `ShapleyWalk`, with the subtotals of a subtree kept apart by the number of players taken in:
/// G[t] = Σ over its subsets of size t of the explained variance beyond the node's own. The mean over the sizes is the
/// Shapley value (general dominance). Budescu 1993, doi:10.1037/0033-2909.114.3.542; Azen & Budescu 2003,
/// doi:10.1037/1082-989X.8.2.129.
struct LevelWalk: Sendable {
  let walk: SubsetWalk
  let tolerance: Double

  /// C(n, k) for 0 ≤ k ≤ n ≤ p, at n(n + 1)/2 + k: exact to p = 56.
  private let binomials: [Double]

  init(_ walk: SubsetWalk, tolerance: Double) {
    self.walk = walk
    self.tolerance = tolerance
    var binomials: [Double] = []
    for n in 0...walk.playerCount {
      for k in 0...n {
        let row = (n - 1) * n / 2
        binomials.append(k == 0 || k == n ? 1 : binomials[row + k - 1] + binomials[row + k])
      }
    }
    self.binomials = binomials
  }

  /// Numbers a task returns: by level and size for the players within; then for each lane G by size, and its gain.
  var taskWidth: Int { walk.left * walk.playerCount + 4 * (walk.left + 2) }

  final class Workspace {
    fileprivate let blocks: SubsetWalk.Blocks
    fileprivate let totals: OwnedBuffer<Lanes>
    fileprivate let bySize: OwnedBuffer<Lanes>

    init(_ walk: SubsetWalk) {
      blocks = SubsetWalk.Blocks(walk)
      totals = OwnedBuffer(count: (walk.left + 1) * (walk.left + 2) / 2)
      bySize = OwnedBuffer(count: max(1, walk.left * (walk.playerCount + 1)))
    }
  }

  func run(
    task: Int, root: UnsafePointer<Double>, workspace w: Workspace, into result: UnsafeMutablePointer<Double>
  ) {
    let p = walk.playerCount
    let left = walk.left
    let gains = walk.enter(task: task, root: root, blocks: w.blocks, tolerance: tolerance)
    for k in 0..<left * (p + 1) { w.bySize[k] = .zero }
    let start = (task * 4).nonzeroBitCount
    binomials.withUnsafeBufferPointer { binomials in
      let kernel = LevelKernel(
        elimination: w.blocks.kernel(tolerance: tolerance), bottom: walk.bottom, stride: p + 1,
        binomials: binomials.baseAddress!, totals: w.totals.pointer, bySize: w.bySize.pointer)
      kernel.node(w.blocks.entry.pointer, players: left, taken: start)
    }
    for k in 0..<taskWidth { result[k] = 0 }
    let lanes = result + left * p
    for lane in 0..<walk.lanesInUse {
      let own = walk.decisions(task: 0, lane: lane).nonzeroBitCount
      for level in 0..<left {
        for size in start..<p - own { result[level * p + size + own] += w.bySize[level * (p + 1) + size][lane] }
      }
      for t in 0...left { lanes[lane * (left + 2) + t] = w.totals[left * (left + 1) / 2 + t][lane] }
      lanes[lane * (left + 2) + left + 1] = gains[lane]
    }
  }

  /// Adds up the tasks' results, in the order of the tasks.
  /// - Parameter levels: player-major, p × p: the average increase when 0 … p − 1 others are present; overwritten.
  func combine(_ results: UnsafePointer<Double>, into levels: UnsafeMutablePointer<Double>) {
    let p = walk.playerCount
    let left = walk.left
    for k in 0..<p * p { levels[k] = 0 }
    for task in 0..<walk.taskCount {
      let result = results + task * taskWidth
      for level in 0..<left {
        let player = walk.playerAtLevel[level]
        for size in 0..<p { levels[player * p + size] += result[level * p + size] }
      }
      for lane in 0..<walk.lanesInUse {
        let chosen = walk.decisions(task: task, lane: lane)
        let size = chosen.nonzeroBitCount
        let totals = result + left * p + lane * (left + 2)
        for t in 0...left {
          let total = totals[t] + totals[left + 1] * binomial(left, t)
          for i in 0..<walk.top {
            let player = walk.playerAtLevel[left + i]
            if chosen >> i & 1 == 1 {
              levels[player * p + size + t - 1] += total
            } else {
              levels[player * p + size + t] -= total
            }
          }
        }
      }
    }
    for player in 0..<p {
      for size in 0..<p { levels[player * p + size] /= binomial(p - 1, size) }
    }
  }

  private func binomial(_ n: Int, _ k: Int) -> Double { binomials[n * (n + 1) / 2 + k] }
}

private struct LevelKernel {
  let elimination: LaneElimination
  let bottom: Int
  let stride: Int
  let binomials: UnsafePointer<Double>
  let totals: UnsafeMutablePointer<Lanes>
  let bySize: UnsafeMutablePointer<Lanes>

  /// Leaves G[0 … players] at `totals + players(players + 1)/2`.
  func node(_ block: UnsafePointer<Lanes>, players: Int, taken: Int) {
    let total = totals + players * (players + 1) / 2
    total[0] = .zero
    if bottom == 3 { lastThree(block, taken: taken, total) }
    var level = bottom
    while level < players {
      let target = elimination.target(level)
      let gain = elimination.takeIn(block, level: level, into: target)
      let below = totals + level * (level + 1) / 2
      if level > 0 { node(target, players: level, taken: taken + 1) } else { below[0] = .zero }
      let binomial = binomials + level * (level + 1) / 2
      let sums = bySize + level * stride + taken
      // From the largest size down: total[t] is still that of the sets without this level when it is read.
      total[level + 1] = .zero
      for t in (0...level).reversed() {
        let with = below[t] + gain * binomial[t]
        sums[t] += with - total[t]
        total[t + 1] += with
      }
      level += 1
    }
  }

  @inline(__always)
  private func lastThree(_ block: UnsafePointer<Lanes>, taken: Int, _ total: UnsafeMutablePointer<Lanes>) {
    let g = ThreeGains(block, tolerance: elimination.tolerance)
    let ac = g.c + g.aAfterC
    let bc = g.c + g.bAfterC
    let abc = g.c + g.abAfterC
    total[1] = g.a + g.b + g.c
    total[2] = g.ab + ac + bc
    total[3] = abc
    let a = bySize + taken
    let b = a + stride
    let c = b + stride
    a[0] += g.a
    a[1] += g.ab - g.b + g.aAfterC
    a[2] += g.abAfterC - g.bAfterC
    b[0] += g.b
    b[1] += g.ab - g.a + g.bAfterC
    b[2] += g.abAfterC - g.aAfterC
    c[0] += g.c
    c[1] += ac - g.a + (bc - g.b)
    c[2] += abc - g.ab
  }
}
