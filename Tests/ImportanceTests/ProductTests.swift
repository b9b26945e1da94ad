import Importance
import LinearAlgebra
import Measures
import Probability
import Survey
import Testing

/// Factors before their products: against averages over the permitted orders one by one, and against R.
@Suite struct ProductTests {
  /// All orders of the players in which everyone comes after those that it waits for.
  private static func permittedOrders(_ predecessors: [[Int]]) -> [[Int]] {
    func extend(_ order: [Int]) -> [[Int]] {
      guard order.count < predecessors.count else { return [order] }
      return predecessors.indices.filter { k in
        !order.contains(k) && predecessors[k].allSatisfy(order.contains)
      }.flatMap { extend(order + [$0]) }
    }
    return extend([])
  }

  private static func average(_ values: [Double], _ orders: [[Int]]) -> [Double] {
    var sums = [Double](repeating: 0, count: orders[0].count)
    for order in orders {
      var mask = 0
      for player in order {
        sums[player] += values[mask | 1 << player] - values[mask]
        mask |= 1 << player
      }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  /// a, b, ab, c in various orders; a chain a, a², a³; products of products; nobody bound but a group and its member's
  /// product.
  static let structures: [[[Int]]] = [
    [[], [], [0, 1]], [[1, 2], [], [], []], [[], [0], [0, 1], []], [[], [], [], [0, 1], [1, 2], [0, 1, 2, 3, 4]],
    [[], [], [], [1], [], [4, 0]],
  ]

  @Test(arguments: structures)
  func `equals the average over the permitted orders`(_ predecessors: [[Int]]) throws {
    for (variant, (always, groups)) in [(0, 0), (1, 0), (1, 1)].enumerated() {
      var (problem, scatter) = RecursionTests.problem(
        players: predecessors.count, always: always, groups: groups, seed: UInt64(31 + variant))
      let values = naiveValues(scatter, problem)
      problem.predecessors = predecessors
      let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first, .pratt])
      let out = try engine.numbers(scatter)
      let expected = Self.average(values, Self.permittedOrders(predecessors))
      #expect(close(Array(out[engine.importanceColumns(method: 0)]), expected, 1e-11))
      let full = values.count - 1
      for k in predecessors.indices {
        let isAwaited = predecessors.contains { $0.contains(k) }
        let last = out[engine.importanceColumns(method: 1)][engine.importanceColumns(method: 1).lowerBound + k]
        #expect(isAwaited ? last.isNaN : abs(last - (values[full] - values[full & ~(1 << k)])) < 1e-11)
        let first = out[engine.importanceColumns(method: 2)][engine.importanceColumns(method: 2).lowerBound + k]
        #expect(predecessors[k].isEmpty ? abs(first - values[1 << k]) < 1e-11 : first.isNaN)
      }
      #expect(out[engine.importanceColumns(method: 3)].allSatisfy { $0.isNaN })
      try checkDominance(engine, scatter, values)
    }
  }

  private func checkDominance(_ engine: ImportanceEngine, _ scatter: SymmetricMatrix, _ values: [Double]) throws {
    let predecessors = engine.problem.predecessors
    let p = predecessors.count
    func isClosed(_ mask: Int) -> Bool {
      predecessors.indices.allSatisfy { k in
        mask >> k & 1 == 0 || predecessors[k].allSatisfy { mask >> $0 & 1 == 1 }
      }
    }
    let fit = try engine.dominance(momentsOf(scatter))
    let (levels, complete) = (try #require(fit.levels), try #require(fit.complete))
    for i in 0..<p {
      for level in 0..<p {
        let increments = values.indices.filter {
          $0 >> i & 1 == 0 && $0.nonzeroBitCount == level && isClosed($0) && isClosed($0 | 1 << i)
        }.map { values[$0 | 1 << i] - values[$0] }
        if increments.isEmpty {
          #expect(levels[i][level] == nil)
        } else {
          let found = try #require(levels[i][level])
          #expect(abs(found - increments.reduce(0, +) / Double(increments.count)) < 1e-11)
        }
      }
      for j in 0..<p where j != i {
        let sets = values.indices.filter {
          $0 >> i & 1 == 0 && $0 >> j & 1 == 0 && isClosed($0) && isClosed($0 | 1 << i) && isClosed($0 | 1 << j)
        }
        let won = sets.count(where: { values[$0 | 1 << i] - values[$0 | 1 << j] > 1e-12 })
        #expect(complete[i][j] == (sets.isEmpty ? nil : Double(won) / Double(sets.count)))
      }
    }
  }

  /// `Tests/References/importance/products.R`: a .3160614, b .2354611, a:b .0002055335.
  @Test(arguments: [0.0, 5, -3.5, 1000])
  func `importance does not depend on where zero lies`(_ shift: Double) throws {
    let (names, table) = try Reference.table("products.csv")
    #expect(names == ["y", "a", "b"])
    let rows = table.map { [$0[0], $0[1] + shift, $0[2] - shift / 2, ($0[1] + shift) * ($0[2] - shift / 2)] }
    let problem = ImportanceProblem(players: [[1], [2], [3]], outcome: 0, predecessors: [[], [], [0, 1]])
    let out = try ImportanceEngine(problem: problem, methods: [.lmg]).numbers(scatter(rows))
    // Far from zero a product is nearly a sum of its factors, and the moments lose digits.
    #expect(close(Array(out[2..<5]), [0.3160614, 0.2354611, 0.0002055335], shift == 1000 ? 1e-6 : 6e-8))
  }

  @Test func `sampled orders keep factors first and come near the exact average`() throws {
    let predecessors = [[], [], [0, 1], [], [], [3, 4], [], []]
    var (problem, scatter) = RecursionTests.problem(players: 8, always: 1, groups: 1, seed: 77)
    problem.predecessors = predecessors
    let sample = PermutationSample(problem, pairs: 1500, seed: 3)
    let exact = ImportanceEngine(problem: problem, methods: [.lmg])
    let sampled = ImportanceEngine(problem: problem, methods: [.lmg], subsets: .sampled(sample))
    let values = try exact.fit(momentsOf(scatter)).importance[0].map { $0! }
    let fit = try sampled.fit(momentsOf(scatter))
    let errors = try #require(fit.standardErrors)
    for k in values.indices { #expect(abs(fit.importance[0][k]! - values[k]) < 4 * errors[k] + 1e-12) }
    #expect(abs(values.reduce(0, +) - fit.importance[0].reduce(0) { $0 + $1! }) < 1e-11)
    #expect(fit.notes.contains { $0.kind == .sampledOrders && $0.message.contains("factors before") })
  }

  @Test func `many bound players have no lmg, many others do`() throws {
    let many = ImportanceProblem(
      players: (1...25).map { [$0] }, outcome: 0, predecessors: (0..<25).map { $0 < 24 ? [] : Array(0..<24) })
    let matrix = scatter(randomRows(90, columns: 26, seed: 5))
    let none = ImportanceEngine(
      problem: many, methods: [.lmg], subsets: ImportanceEngine.subsets(for: many, inReplicates: false, seed: 1))
    let fit = try none.fit(momentsOf(matrix))
    #expect(fit.importance[0].allSatisfy { $0 == nil })
    #expect(fit.notes.contains { $0.kind == .undefinedForProducts })
    let few = ImportanceProblem(
      players: (1...25).map { [$0] }, outcome: 0, predecessors: (0..<25).map { $0 < 24 ? [] : [2, 3] })
    let some = ImportanceEngine(
      problem: few, methods: [.lmg], subsets: ImportanceEngine.subsets(for: few, inReplicates: false, seed: 1))
    let sum = try some.fit(momentsOf(matrix))
    #expect(abs(sum.importance[0].reduce(0) { $0 + $1! } - sum.rSquared) < 1e-11)
  }

  @Test func `factors are found by name, within groups, and through lower products`() {
    func block(_ name: String, _ columns: Range<Int>, _ powers: [String: Int] = [:]) -> ModelFrame.Block {
      ModelFrame.Block(name: name, label: nil, columns: columns, isCategorical: false, powers: powers)
    }
    let players = [
      block("a", 0..<1), block("g", 1..<3), block("a^2", 3..<4, ["a": 2]), block("a:c", 4..<5, ["a": 1, "c": 1]),
      block("a^2:c", 5..<6, ["a": 2, "c": 1]), block("a:d", 6..<7, ["a": 1, "d": 1]),
    ]
    let found = ImportanceProblem.predecessors(players, columns: ["a", "b", "c", "a^2", "a:c", "a^2:c", "a:d", "y"])
    #expect(found == [[], [], [0], [0, 1], [0, 1, 2, 3], [0]])
    #expect(ImportanceProblem.predecessors(Array(players.prefix(2)), columns: ["a", "b", "c"]).isEmpty)
  }
}
