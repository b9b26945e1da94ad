import LinearAlgebra
import Platform
import Probability

/// Orders in which the players enter, drawn once: the sampled estimate of the Shapley values when the subsets are too many.
///
/// Each order comes with its reverse (antithetic: a driver early in one is late in the other), and the average of the
/// increments over all orders estimates lmg without bias; every order's increments sum to R². Castro, Gómez & Tejada 2009,
/// doi:10.1016/j.cor.2008.04.004. All replicates of a bootstrap use the same orders, so that differences between replicates
/// are those of the data.
package struct PermutationSample: Sendable, Equatable {
  /// Each row is an order of the players; its reverse is used as well.
  package let orders: [[Int]]
  /// The second order of each pair, where its reverse is not permitted: factors precede their products in it as well.
  package let partners: [[Int]]?

  /// Pairs of orders for one evaluation, and for each replicate of a bootstrap.
  package static let defaultPairs = 2000
  package static let defaultReplicatePairs = 100

  package init(playerCount: Int, pairs: Int, seed: UInt64) {
    precondition(pairs > 1, "a standard error needs two pairs of orders")
    // A stream that no replicate owns.
    var stream = RandomStream(seed: seed, stream: .max - 1)
    orders = (0..<pairs).map { _ in
      var order = Array(0..<playerCount)
      for i in stride(from: playerCount - 1, to: 0, by: -1) { order.swapAt(i, stream.below(i + 1)) }
      return order
    }
    partners = nil
  }

  /// Orders in which factors precede their products, each permitted one as likely as any other; the second of a pair is
  /// drawn for itself.
  ///
  /// - Precondition: the players that wait or are waited for are few enough for `ClosedSets`.
  package init(_ problem: ImportanceProblem, pairs: Int, seed: UInt64) {
    precondition(pairs > 1, "a standard error needs two pairs of orders")
    let precedence = problem.precedence
    let bound = Set(precedence.bound)
    let sets = ClosedSets(precedence, players: precedence.bound)
    let walk = SubsetWalk(playerSizes: problem.players.map(\.count))
    var levelOf = [Int](repeating: 0, count: walk.playerCount)
    for (level, player) in walk.playerAtLevel.enumerated() { levelOf[player] = level }
    var stream = RandomStream(seed: seed, stream: .max - 1)
    func draw() -> [Int] {
      var order = Array(0..<walk.playerCount)
      for i in stride(from: walk.playerCount - 1, to: 0, by: -1) { order.swapAt(i, stream.below(i + 1)) }
      // Any order of all players; the places of the bound ones are then filled in a permitted order of theirs.
      var rest = sets.order(&stream)[...]
      return order.map { levelOf[bound.contains($0) ? rest.removeFirst() : $0] }
    }
    var (first, second): ([[Int]], [[Int]]) = ([], [])
    for _ in 0..<pairs {
      first.append(draw())
      second.append(draw())
    }
    orders = first
    partners = second
  }

  final class Workspace {
    let block: OwnedBuffer<Double>
    let gains: OwnedBuffer<Double>
    let squares: OwnedBuffer<Double>
    let rowOf: OwnedBuffer<Int>
    let players: Int

    init(_ sample: PermutationSample, rows: Int) {
      players = sample.orders[0].count
      block = OwnedBuffer(count: rows * (rows + 1) / 2)
      gains = OwnedBuffer(count: max(1, players))
      squares = OwnedBuffer(count: max(1, players))
      rowOf = OwnedBuffer(count: rows)
    }
    /// The standard error of each player's estimate, from the spread of the pairs.
    func standardError(_ player: Int, pairs: Int) -> Double {
      (squares[player] / Double(pairs - 1) / Double(pairs)).squareRoot()
    }
  }

  /// Estimates lmg; leaves in the workspace what the standard errors need.
  func run(
    root: UnsafePointer<Double>, walk: SubsetWalk, workspace w: Workspace, into out: UnsafeMutablePointer<Double>
  ) {
    for k in 0..<w.players {
      out[k] = 0
      w.squares[k] = 0
    }
    for (pair, order) in orders.enumerated() {
      for k in 0..<w.players { w.gains[k] = 0 }
      enter(order, isReversed: false, root, walk, w)
      if let partners {
        enter(partners[pair], isReversed: false, root, walk, w)
      } else {
        enter(order, isReversed: true, root, walk, w)
      }
      // Mean and sum of squared deviations, one pair at a time (Welford 1962).
      for k in 0..<w.players {
        let value = w.gains[k] / 2
        let difference = value - out[k]
        out[k] += difference / Double(pair + 1)
        w.squares[k] += difference * (value - out[k])
      }
    }
  }

  /// Adds each player's increment when the players enter in one order.
  private func enter(
    _ order: [Int], isReversed: Bool, _ root: UnsafePointer<Double>, _ walk: SubsetWalk, _ w: Workspace
  ) {
    // The one to enter first stands last, so that each elimination touches only the leading block.
    let p = w.players
    var row = 1
    w.rowOf[0] = 0
    for i in 0..<p {
      let level = order[isReversed ? i : p - 1 - i]
      for r in walk.rowStart[level]..<walk.rowStart[level + 1] {
        w.rowOf[row] = r
        row += 1
      }
    }
    for i in 0..<row {
      let a = w.rowOf[i]
      for j in 0...i {
        let b = w.rowOf[j]
        w.block[i * (i + 1) / 2 + j] = root[a >= b ? a * (a + 1) / 2 + b : b * (b + 1) / 2 + a]
      }
    }
    var end = row
    for i in stride(from: p - 1, through: 0, by: -1) {
      let level = order[isReversed ? i : p - 1 - i]
      let start = end - (walk.rowStart[level + 1] - walk.rowStart[level])
      w.gains[walk.playerAtLevel[level]] += SubsetWalk.takeIn(
        w.block.pointer, rows: start..<end, tolerance: RankPolicy.variance)
      end = start
    }
  }
}
