import Platform

/// The Shapley values of R² in one walk over all subsets, without a table of their values.
///
/// φᵢ = Σ over T without i of w(|T|)·(v(T ∪ i) − v(T)), w(s) = s!(p − s − 1)!/p!. The part of the tree below a node returns
///
///     A = Σ w(|T| − 1)·g(T),   B = Σ w(|T|)·g(T)
///
/// over its subsets T, where g is the explained variance beyond the node's own. Deciding player i adds A of the subtree that
/// takes it in, less B of the subtree that leaves it out, to φᵢ. The value common to a subtree cancels among the players
/// below it, and enters for those above through Σ over subsets of the weight alone; so nothing is lost to cancellation.
/// Leaving out is a truncation of the packed block and costs nothing; the last three players' eight subsets are written
/// out. About 4 multiplications per subset in all, and memory that grows with p³ only.
///
/// Lindeman, Merenda & Gold 1980; Kruskal 1987, doi:10.1080/00031305.1987.10475432; Shapley 1953.
struct ShapleyWalk: Sendable {
  let walk: SubsetWalk
  let tolerance: Double
  /// w(s + lane's own players), at s + 1, for s = −1 … p: zero outside 0 … p − 1.
  private let weights: [Lanes]
  /// Σ over subsets of k players of w(s + their number + lane's own), at k·(p + 2) + s.
  private let weightSums: [Lanes]
  /// w(s), and Σ w over the subsets of the `left` players by s, as plain numbers for the players of the top.
  private let leafA: [Double]
  private let leafB: [Double]

  init(_ walk: SubsetWalk, tolerance: Double) {
    self.walk = walk
    self.tolerance = tolerance
    let p = walk.playerCount
    let plain = ShapleyWalk.weights(p)
    func w(_ size: Int) -> Double { size >= 0 && size < p ? plain[size] : 0 }
    let ownOfLane = (0..<4).map { walk.decisions(task: 0, lane: $0).nonzeroBitCount }
    func lanes(_ value: (Int) -> Double) -> Lanes {
      Lanes(value(ownOfLane[0]), value(ownOfLane[1]), value(ownOfLane[2]), value(ownOfLane[3]))
    }
    weights = (-1...p + 2).map { s in lanes { w(s + $0) } }
    func sum(_ k: Int, _ s: Int) -> Double {
      var binomial = 1.0
      var total = 0.0
      for j in 0...k {
        total += binomial * w(s + j)
        binomial = binomial * Double(k - j) / Double(j + 1)
      }
      return total
    }
    var weightSums: [Lanes] = []
    for k in 0...max(0, walk.left) {
      for s in 0..<p + 2 { weightSums.append(lanes { sum(k, s + $0) }) }
    }
    self.weightSums = weightSums
    leafA = (0...walk.top).map { sum(walk.left, $0 - 1) }
    leafB = (0...walk.top).map { sum(walk.left, $0) }
  }

  /// w(s) = s!(p − s − 1)!/p! = 1/(p·C(p − 1, s)) for s = 0 … p − 1.
  static func weights(_ p: Int) -> [Double] {
    var binomial = 1.0
    return (0..<p).map { s in
      defer { binomial = (binomial * Double(p - 1 - s) / Double(s + 1)).rounded() }
      return 1 / (Double(p) * binomial)
    }
  }

  /// Numbers a task returns: φ of the players within, then A, B and the gain of each lane.
  var taskWidth: Int { walk.left + 12 }

  /// What one thread works in.
  final class Workspace {
    fileprivate let blocks: SubsetWalk.Blocks
    fileprivate let phi: OwnedBuffer<Lanes>

    init(_ walk: SubsetWalk) {
      blocks = SubsetWalk.Blocks(walk)
      phi = OwnedBuffer(count: max(1, walk.left))
    }
  }

  /// Walks the subsets of one task.
  /// - Parameters:
  ///   - root: the packed block of outcome and players in the walk's order of rows.
  ///   - result: `taskWidth` numbers.
  func run(
    task: Int, root: UnsafePointer<Double>, workspace: Workspace, into result: UnsafeMutablePointer<Double>
  ) {
    let gains = walk.enter(task: task, root: root, blocks: workspace.blocks, tolerance: tolerance)
    for level in 0..<walk.left { workspace.phi[level] = .zero }
    let sums = weights.withUnsafeBufferPointer { weights in
      weightSums.withUnsafeBufferPointer { weightSums in
        let kernel = ShapleyKernel(
          elimination: workspace.blocks.kernel(tolerance: tolerance), bottom: walk.bottom,
          weights: weights.baseAddress! + 1, weightSums: weightSums.baseAddress!, stride: walk.playerCount + 2,
          phi: workspace.phi.pointer)
        return kernel.node(workspace.blocks.entry.pointer, players: walk.left, taken: (task * 4).nonzeroBitCount)
      }
    }
    for level in 0..<walk.left {
      let phi = workspace.phi[level]
      result[level] = (phi[0] + phi[1]) + (phi[2] + phi[3])
    }
    for lane in 0..<4 {
      result[walk.left + lane] = sums.a[lane]
      result[walk.left + 4 + lane] = sums.b[lane]
      result[walk.left + 8 + lane] = gains[lane]
    }
  }

  /// Adds up the tasks' results, in the order of the tasks.
  /// - Parameters:
  ///   - results: `taskCount` × `taskWidth` numbers.
  ///   - values: φ of every player, as the problem numbers them; overwritten.
  func combine(_ results: UnsafePointer<Double>, into values: UnsafeMutablePointer<Double>) {
    for player in 0..<walk.playerCount { values[player] = 0 }
    for task in 0..<walk.taskCount {
      let result = results + task * taskWidth
      for level in 0..<walk.left { values[walk.playerAtLevel[level]] += result[level] }
      for lane in 0..<walk.lanesInUse {
        let chosen = walk.decisions(task: task, lane: lane)
        let size = chosen.nonzeroBitCount
        let gain = result[walk.left + 8 + lane]
        let a = result[walk.left + lane] + gain * leafA[size]
        let b = result[walk.left + 4 + lane] + gain * leafB[size]
        for i in 0..<walk.top {
          let player = walk.playerAtLevel[walk.left + i]
          if chosen >> i & 1 == 1 { values[player] += a } else { values[player] -= b }
        }
      }
    }
  }
}

/// The inner part of the walk: pointers only.
private struct ShapleyKernel {
  let elimination: LaneElimination
  let bottom: Int
  let weights: UnsafePointer<Lanes>
  let weightSums: UnsafePointer<Lanes>
  let stride: Int
  let phi: UnsafeMutablePointer<Lanes>

  /// All subsets of the first `players` levels of a block, `taken` players being in already.
  func node(_ block: UnsafePointer<Lanes>, players: Int, taken: Int) -> (a: Lanes, b: Lanes) {
    var a = Lanes.zero
    var b = Lanes.zero
    if bottom == 3 { lastThree(block, taken: taken, &a, &b) }
    var level = bottom
    while level < players {
      let target = elimination.target(level)
      let gain = elimination.takeIn(block, level: level, into: target)
      let below = level > 0 ? node(target, players: level, taken: taken + 1) : (Lanes.zero, Lanes.zero)
      let inA = below.0 + gain * weightSums[level * stride + taken]
      let inB = below.1 + gain * weightSums[level * stride + taken + 1]
      phi[level] += inA - b
      a += inA
      b += inB
      level += 1
    }
    return (a, b)
  }

  /// The eight subsets of the lowest three levels, each one row.
  @inline(__always)
  func lastThree(_ block: UnsafePointer<Lanes>, taken: Int, _ sumA: inout Lanes, _ sumB: inout Lanes) {
    let g = ThreeGains(block, tolerance: elimination.tolerance)
    let w0 = weights[taken]
    let w1 = weights[taken + 1]
    let w2 = weights[taken + 2]
    let w3 = weights[taken + 3]
    phi[0] += w0 * g.a + (w1 * (g.ab - g.b + g.aAfterC) + w2 * (g.abAfterC - g.bAfterC))
    phi[1] += w0 * g.b + (w1 * (g.ab - g.a + g.bAfterC) + w2 * (g.abAfterC - g.aAfterC))
    let ac = g.c + g.aAfterC
    let bc = g.c + g.bAfterC
    let abc = g.c + g.abAfterC
    phi[2] += w0 * g.c + (w1 * (ac - g.a + (bc - g.b)) + w2 * (abc - g.ab))
    let ones = g.a + g.b + g.c
    let twos = g.ab + ac + bc
    sumA = w0 * ones + (w1 * twos + w2 * abc)
    sumB = w1 * ones + (w2 * twos + w3 * abc)
  }
}
