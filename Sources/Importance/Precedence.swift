import LinearAlgebra
import Probability

/// Which players must be in a model before another may enter: the factors of a product before the product.
///
/// Where zero lies on the scales of a and b is a convention, and a·b without a and b says nothing that does not depend on
/// it: (a + c)(b + d) = ab + da + cb + cd. Only subsets that hold the factors of every product in them have a value of their
/// own (the marginality of Nelder 1977, doi:10.2307/2344517). The importance is then the Shapley value under precedence
/// constraints (Faigle & Kern 1992, doi:10.1007/BF01258278): the increase of R² averaged over the orders of entry in which
/// factors come before their products, each such order counting the same. The conjunctive permission value (Gilles, Owen &
/// van den Brink 1992, doi:10.1007/BF01253782) would let a product that comes too early wait and pay two thirds of what it
/// adds to its factors, which entered last in those orders; it is refused, because the increase is the product's.
package struct Precedence: Sendable, Equatable {
  /// By player, all players that come before it, those before them included.
  package let predecessors: [[Int]]

  /// - Parameter direct: by player, players that come before it; empty for no constraint at all.
  package init(_ direct: [[Int]], playerCount: Int) {
    var all = (0..<playerCount).map { Set(direct.indices.contains($0) ? direct[$0] : []) }
    // Each round adds what one more step reaches; a chain has at most as many links as there are players.
    for _ in 0..<playerCount {
      for k in all.indices { for j in all[k] { all[k].formUnion(all[j]) } }
    }
    precondition(all.indices.allSatisfy { !all[$0].contains($0) }, "no player comes before itself")
    predecessors = all.map { $0.sorted() }
  }

  package var isFree: Bool { predecessors.allSatisfy(\.isEmpty) }
  /// Whether the player must wait for others.
  package func waits(_ player: Int) -> Bool { !predecessors[player].isEmpty }
  /// Whether others must wait for the player.
  package func isAwaited(_ player: Int) -> Bool { predecessors.contains { $0.contains(player) } }
  /// The players that wait or are waited for.
  package var bound: [Int] { predecessors.indices.filter { waits($0) || isAwaited($0) } }
  /// Every player after those that it waits for, otherwise in the order given.
  var entry: [Int] {
    predecessors.indices.sorted { (predecessors[$0].count, $0) < (predecessors[$1].count, $1) }
  }
}

/// The sets of players that are closed under precedence, and in how many orders each can come about.
struct ClosedSets: Sendable {
  /// Players up to which the sets are tabulated: two tables of 32 MB.
  static let limit = 22

  /// Player at each bit of a mask: those who wait stand below those they wait for.
  let playerAtBit: [Int]
  /// By bit, the mask of those it waits for.
  let required: [Int]
  /// By mask S, the number of orders in which S can enter; 0 for a set that is not closed.
  let ways: [Double]
  /// By mask S, the number of orders in which all others can follow; 0 for a set that is not closed.
  let waysLeft: [Double]

  /// - Parameter players: a set that holds the predecessors of its members.
  init(_ precedence: Precedence, players: [Int]) {
    precondition(players.count <= ClosedSets.limit, "closed sets are tabulated up to \(ClosedSets.limit) players")
    let order = Array(precedence.entry.filter(players.contains).reversed())
    playerAtBit = order
    let required = order.map { player in
      precedence.predecessors[player].reduce(0) { $0 | 1 << order.firstIndex(of: $1)! }
    }
    self.required = required
    let bits = order.count
    let count = 1 << bits
    var ways = [Double](repeating: 0, count: count)
    ways[0] = 1
    for mask in 1..<max(1, count) {
      var sum = 0.0
      for bit in 0..<bits where mask >> bit & 1 == 1 && required[bit] & ~mask == 0 { sum += ways[mask ^ 1 << bit] }
      ways[mask] = sum
    }
    var left = [Double](repeating: 0, count: count)
    left[count - 1] = 1
    for mask in stride(from: count - 2, through: 0, by: -1) where ways[mask] > 0 {
      var sum = 0.0
      for bit in 0..<bits where mask >> bit & 1 == 0 && required[bit] & ~mask == 0 { sum += left[mask | 1 << bit] }
      left[mask] = sum
    }
    self.ways = ways
    waysLeft = left
  }

  /// One of the permitted orders, every one as likely as any other.
  func order(_ stream: inout RandomStream) -> [Int] {
    var mask = 0
    return playerAtBit.map { _ in
      var rest = stream.uniform() * waysLeft[mask]
      var chosen = 0
      for bit in playerAtBit.indices where mask >> bit & 1 == 0 && required[bit] & ~mask == 0 {
        chosen = bit
        rest -= waysLeft[mask | 1 << bit]
        if rest < 0 { break }
      }
      mask |= 1 << chosen
      return playerAtBit[chosen]
    }
  }
}
