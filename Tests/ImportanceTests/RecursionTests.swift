import Importance
import LinearAlgebra
import Measures
import Probability
import Survey
import Testing

/// The walk over all subsets against regressions one by one.
@Suite struct RecursionTests {
  /// Problems with numeric drivers, groups, covariates; columns in no particular order.
  static func problem(players p: Int, always: Int, groups: Int, seed: UInt64) -> (ImportanceProblem, SymmetricMatrix) {
    var stream = RandomStream(seed: seed, stream: 7)
    var sizes = [Int](repeating: 1, count: p)
    for g in 0..<min(groups, p) { sizes[(g * 3 + 1) % p] = 2 + stream.below(2) }
    var columns = Array(0..<(always + sizes.reduce(0, +) + 1))
    for i in stride(from: columns.count - 1, to: 0, by: -1) { columns.swapAt(i, stream.below(i + 1)) }
    let total = columns.count
    let outcome = columns.removeLast()
    let covariates = Array(columns.prefix(always))
    columns.removeFirst(always)
    var players: [[Int]] = []
    for size in sizes {
      players.append(Array(columns.prefix(size)))
      columns.removeFirst(size)
    }
    let rows = randomRows(3 * total + 4, columns: total, seed: seed)
    return (ImportanceProblem(always: covariates, players: players, outcome: outcome), scatter(rows))
  }

  @Test(arguments: 1...10)
  func `equals brute force for singles, groups and covariates`(_ p: Int) throws {
    for (variant, (always, groups)) in [(0, 0), (2, 0), (0, 1), (1, 2), (0, p)].enumerated() {
      let (problem, scatter) = Self.problem(players: p, always: always, groups: groups, seed: UInt64(100 * p + variant))
      let values = naiveValues(scatter, problem)
      let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first, .pratt])
      let out = try engine.numbers(scatter)
      let full = (1 << p) - 1
      let increment = out[0] - out[1]
      #expect(abs(increment - values[full]) < 1e-11)
      let lmg = Array(out[engine.importanceColumns(method: 0)])
      #expect(close(lmg, naiveShapley(values, players: p), 1e-11), "p \(p), variant \(variant)")
      #expect(abs(lmg.reduce(0, +) - increment) < 1e-12)
      let last = (0..<p).map { values[full] - values[full & ~(1 << $0)] }
      #expect(close(Array(out[engine.importanceColumns(method: 1)]), last, 1e-11))
      #expect(close(Array(out[engine.importanceColumns(method: 2)]), (0..<p).map { values[1 << $0] }, 1e-11))
      #expect(abs(out[engine.importanceColumns(method: 3)].reduce(0, +) - increment) < 1e-11)
      try checkDominance(engine, scatter, values, lmg)
    }
  }

  private func checkDominance(
    _ engine: ImportanceEngine, _ scatter: SymmetricMatrix, _ values: [Double], _ lmg: [Double]
  ) throws {
    let p = engine.playerCount
    let fit = try engine.dominance(momentsOf(scatter))
    let levels = try #require(fit.levels)
    let complete = try #require(fit.complete)
    for i in 0..<p {
      for level in 0..<p {
        let increments = values.indices.filter { $0 >> i & 1 == 0 && $0.nonzeroBitCount == level }
          .map { values[$0 | 1 << i] - values[$0] }
        #expect(abs(levels[i][level]! - increments.reduce(0, +) / Double(increments.count)) < 1e-11)
      }
      for j in 0..<p where j != i {
        let sets = values.indices.filter { $0 >> i & 1 == 0 && $0 >> j & 1 == 0 }
        let won = sets.count(where: { values[$0 | 1 << i] - values[$0 | 1 << j] > 1e-12 })
        #expect(complete[i][j] == Double(won) / Double(sets.count))
      }
    }
    #expect(close(try #require(fit.general), lmg, 1e-12))
  }

  @Test func `many players equal the average of the levels and sum to R²`() throws {
    for p in [13, 17, 19] {
      let (problem, scatter) = Self.problem(players: p, always: 1, groups: 2, seed: UInt64(p))
      let engine = ImportanceEngine(problem: problem, methods: [.lmg])
      let one = try engine.numbers(scatter, jobs: 1)
      #expect(try engine.numbers(scatter, jobs: 3).map(\.bitPattern) == one.map(\.bitPattern))
      let lmg = Array(one[engine.importanceColumns(method: 0)])
      #expect(abs(lmg.reduce(0, +) - (one[0] - one[1])) < 1e-12)
      let fit = try engine.dominance(momentsOf(scatter), jobs: 2)
      #expect(close(try #require(fit.general), lmg, 1e-12))
      #expect(fit == (try engine.dominance(momentsOf(scatter), jobs: 1)))
    }
  }

  @Test func `thirteen players equal brute force`() throws {
    let (problem, scatter) = Self.problem(players: 13, always: 0, groups: 0, seed: 5)
    let engine = ImportanceEngine(problem: problem, methods: [.lmg])
    let lmg = Array(try engine.numbers(scatter)[engine.importanceColumns(method: 0)])
    #expect(close(lmg, naiveShapley(naiveValues(scatter, problem), players: 13), 1e-11))
  }

  @Test func `sampled orders agree with all subsets within their error and sum to R²`() throws {
    let (problem, scatter) = Self.problem(players: 9, always: 1, groups: 2, seed: 11)
    let exact = try ImportanceEngine(problem: problem, methods: [.lmg]).fit(momentsOf(scatter))
    let sample = PermutationSample(playerCount: 9, pairs: 400, seed: 2)
    let sampled = try ImportanceEngine(problem: problem, methods: [.lmg], subsets: .sampled(sample))
      .fit(momentsOf(scatter))
    let errors = try #require(sampled.standardErrors)
    var z = 0.0
    for k in 0..<9 {
      let difference = sampled.importance[0][k]! - exact.importance[0][k]!
      #expect(errors[k] > 0)
      #expect(abs(difference) < 4.5 * errors[k])
      z += difference * difference / (errors[k] * errors[k]) / 9
    }
    // The errors are of the size they claim: χ²/9 is between its 0.1 % and 99.9 % points.
    #expect(z > 0.12 && z < 3.1)
    #expect(abs(sampled.importance[0].reduce(0) { $0 + $1! } - (sampled.rSquared - sampled.rSquaredAlways)) < 1e-12)
    #expect(sampled.notes.contains { $0.kind == .sampledOrders })
  }

  @Test func `halved arrangements agree with all subsets within their error and sum to R²`() throws {
    // Single columns alone, covariates, groups of several columns, an odd number of players.
    for (players, always, groups, seed) in [(9, 1, 2, 11), (7, 0, 0, 3), (10, 2, 3, 5), (2, 0, 0, 7), (1, 0, 0, 9)] {
      let (problem, scatter) = Self.problem(players: players, always: always, groups: groups, seed: UInt64(seed))
      let exact = try ImportanceEngine(problem: problem, methods: [.lmg]).fit(momentsOf(scatter))
      let sample = HalvingSample(playerCount: players, arrangements: 400, seed: 2)
      let halved = try ImportanceEngine(problem: problem, methods: [.lmg], subsets: .halved(sample))
        .fit(momentsOf(scatter))
      let errors = try #require(halved.standardErrors)
      var z = 0.0
      for k in 0..<players {
        let difference = halved.importance[0][k]! - exact.importance[0][k]!
        // Up to two players every order is met.
        #expect(abs(difference) < (players <= 2 ? 1e-12 : 4.5 * errors[k]))
        z += difference * difference / (errors[k] * errors[k]) / Double(players)
      }
      if players > 2 { #expect(z > 0.05 && z < 3.5) }
      let sum = halved.importance[0].reduce(0) { $0 + $1! }
      #expect(abs(sum - (halved.rSquared - halved.rSquaredAlways)) < 1e-12)
      #expect(halved.notes.contains { $0.kind == .sampledOrders })
    }
  }

  @Test func `halving is the average over its orders, entered one by one`() throws {
    let (problem, scatter) = Self.problem(players: 6, always: 0, groups: 1, seed: 4)
    let sample = HalvingSample(playerCount: 6, arrangements: 2, seed: 8)
    let halved = try ImportanceEngine(problem: problem, methods: [.lmg], subsets: .halved(sample)).fit(
      momentsOf(scatter))
    func orders(_ players: ArraySlice<Int>) -> [[Int]] {
      guard players.count > 1 else { return [Array(players)] }
      let middle = players.startIndex + players.count / 2
      let (first, second) = (orders(players[..<middle]), orders(players[middle...]))
      return first.flatMap { a in second.map { a + $0 } } + second.flatMap { b in first.map { b + $0 } }
    }
    let playerAtLevel =
      problem.players.indices.filter { problem.players[$0].count == 1 }
      + problem.players.indices.filter { problem.players[$0].count != 1 }
    let values = naiveValues(scatter, problem)
    var expected = [Double](repeating: 0, count: 6)
    for arrangement in sample.arrangements {
      let all = orders(arrangement.map { playerAtLevel[$0] }[...])
      for order in all {
        var mask = 0
        for player in order {
          expected[player] +=
            (values[mask | 1 << player] - values[mask]) / Double(all.count * sample.arrangements.count)
          mask |= 1 << player
        }
      }
    }
    #expect(close(halved.importance[0].map { $0! }, expected, 1e-11))
  }

  @Test func `all subsets to 30 drivers, 22 in replicates; large groups and more drivers are sampled`() throws {
    func isExact(_ sizes: [Int], inReplicates: Bool) -> Bool {
      var next = 1
      let players = sizes.map { size in
        defer { next += size }
        return Array(next..<next + size)
      }
      let problem = ImportanceProblem(players: players, outcome: 0)
      return ImportanceEngine.subsets(for: problem, inReplicates: inReplicates, seed: 1) == .all
    }
    let ones = { (count: Int) in [Int](repeating: 1, count: count) }
    #expect(isExact(ones(30), inReplicates: false) && !isExact(ones(31), inReplicates: false))
    #expect(isExact(ones(22), inReplicates: true) && !isExact(ones(23), inReplicates: true))
    #expect(isExact(ones(27) + [4, 4, 4], inReplicates: false))
    #expect(isExact([Int](repeating: 4, count: 20), inReplicates: false))
    #expect(!isExact([Int](repeating: 4, count: 30), inReplicates: false))
    #expect(isExact([], inReplicates: true) && isExact([3], inReplicates: true))
  }

  @Test func `beyond 22 drivers there is no complete dominance, beyond 30 none at all, and notes say so`() throws {
    let matrix = scatter(randomRows(80, columns: 32, seed: 1))
    let some = ImportanceEngine(
      problem: ImportanceProblem(players: (1...23).map { [$0] }, outcome: 0), methods: [.last])
    let fit = try some.dominance(momentsOf(matrix), jobs: 2)
    #expect(fit.complete == nil && fit.levels?.count == 23)
    let last = try some.numbers(matrix)[some.importanceColumns(method: 0)]
    #expect(close(fit.levels!.map { $0[22]! }, Array(last), 1e-11))
    #expect(fit.notes.map(\.kind.name) == ["complete_dominance_left_out"])
    let many = ImportanceProblem(players: (1...31).map { [$0] }, outcome: 0)
    let sampled = ImportanceEngine(
      problem: many, methods: [.lmg], subsets: ImportanceEngine.subsets(for: many, inReplicates: false, seed: 1))
    #expect(try sampled.dominance(momentsOf(matrix)).notes.map(\.kind.name) == ["dominance_left_out"])
    let importance = try sampled.fit(momentsOf(matrix))
    #expect(abs(importance.importance[0].reduce(0) { $0 + $1! } - importance.rSquared) < 1e-12)
    #expect(importance.standardErrors!.allSatisfy { $0 > 0 && $0 < 0.01 })
  }
}

/// Moments of a scatter matrix as of 100 rows.
func momentsOf(_ scatter: SymmetricMatrix) -> Moments {
  Moments(
    names: (0..<scatter.order).map { "x\($0)" }, n: 100, sumOfWeights: 100, sumOfSquaredWeights: 100,
    means: [Double](repeating: 0, count: scatter.order), scatter: scatter)
}
