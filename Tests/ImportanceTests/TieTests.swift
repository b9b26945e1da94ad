import Importance
import LinearAlgebra
import Testing

/// A tie is no dominance, in either direction.
@Suite struct TieTests {
  /// Every driver twice: the copies explain the same beside every set of others.
  @Test(arguments: [1, 2, 3, 5])
  func `copies dominate each other nowhere`(_ pairs: Int) throws {
    let plain = randomRows(60, columns: pairs + 1, seed: UInt64(pairs))
    let matrix = scatter(plain.map { row in row + row.dropFirst() })
    let drivers = Array(1...2 * pairs)
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: drivers.map { [$0] }, outcome: 0), methods: [.lmg])
    let fit = try engine.dominance(momentsOf(matrix))
    let complete = try #require(fit.complete)
    let conditional = try #require(fit.conditional)
    for i in 0..<pairs {
      let j = i + pairs
      for (a, b) in [(i, j), (j, i)] {
        #expect(complete[a][b] == 0, "\(pairs) pairs, \(a) and \(b)")
        #expect(conditional[a][b] == 0)
        #expect(fit.isGreater(a, than: b) == false)
      }
    }
  }

  @Test func `copies dominate each other nowhere beside a product`() throws {
    // A driver, its copy, another, and the product of the first and the other, which waits for both.
    let plain = randomRows(60, columns: 3, seed: 8)
    let matrix = scatter(plain.map { [$0[0], $0[1], $0[1], $0[2], $0[1] * $0[2]] })
    let engine = ImportanceEngine(
      problem: ImportanceProblem(
        players: [[1], [2], [3], [4]], outcome: 0, predecessors: [[], [], [], [0, 2]]), methods: [.lmg])
    let fit = try engine.dominance(momentsOf(matrix))
    let complete = try #require(fit.complete)
    #expect(complete[0][1] == 0 && complete[1][0] == 0)
  }
}
