import LinearAlgebra
import Measures
import Survey
import Testing

/// A survey drawn from a fixed recurrence, with everything a real one has: don't-knows, reversed items, categories,
/// weights, frequencies.
enum Drawn {
  static func survey(rows: Int, seed: UInt64 = 1) -> Dataset {
    var state = seed
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    var ratings: [[Int8?]] = Array(repeating: [], count: 6)
    var income: [Double?] = []
    var channel: [String?] = []
    var weight: [Double?] = []
    var frequency: [Int8?] = []
    for row in 0..<rows {
      let mood = next(5)
      for k in 0..<6 { ratings[k].append(next(20) == 0 ? nil : Int8(1 + mood + next(6))) }
      income.append(next(25) == 0 ? nil : Double(1_000_000 + next(90_000)) / 7)
      // 'café' only appears late, 'app' before 'web' in the alphabet but after it in the file.
      channel.append(
        next(30) == 0
          ? nil : row > rows / 2 && next(4) == 0 ? "café" : ["web", "shop", "app"][min(2, next(4) * row / rows)])
      weight.append(next(40) == 0 ? 0 : Double(1 + next(9)) / 3)
      frequency.append(Int8(next(4)))
    }
    return Dataset(
      variables: (0..<6).map { Small.ratings("q\($0)", ratings[$0]) } + [
        Small.numbers("income", income), Small.texts("channel", channel), Small.numbers("w", weight),
        Small.ratings("f", frequency),
      ], rowCount: rows)
  }

  static func players(_ kinds: Set<String>) -> [AnalysisRoles.Player] {
    var result = [Small.player("q1", 10, 1), Small.player("q2")]
    if kinds.contains("group") {
      result.append(.init(name: "pair", kind: .group, items: [Small.item("q3"), Small.item("q4", 1, 10)]))
    }
    if kinds.contains("composite") {
      result.append(
        Small.composite("both", [Small.item("q3", 1, 10), Small.item("q4", 10, 1), Small.item("q5", 0, 20)]))
    }
    if kinds.contains("income") { result.append(Small.player("income")) }
    if kinds.contains("channel") { result.append(Small.player("channel")) }
    return result
  }
}

/// A dataset dealt out in blocks of the given sizes, over and over.
struct Blocks: RowSource {
  var dataset: Dataset
  var sizes: [Int]

  func forEachBlock(_ body: (Dataset) throws -> Void) throws {
    var start = 0
    var turn = 0
    while start < dataset.rowCount {
      let end = min(dataset.rowCount, start + sizes[turn % sizes.count])
      let rows = (start..<end).map { Int32($0) }
      var block = Dataset(
        variables: dataset.variables.map { $0.selecting(rows) }, rowCount: rows.count, firstRow: start + 1)
      block.rowNumbers = []
      try body(block)
      start = end
      turn += 1
    }
  }
}

func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  a == b || abs(a - b) <= tolerance * max(abs(a), abs(b))
}

/// The scatter's entries agree to `tolerance` of √(Sii·Sjj), the means of themselves.
func agree(_ a: Moments, _ b: Moments, _ tolerance: Double) -> Bool {
  guard a.names == b.names, close(a.n, b.n, tolerance), close(a.sumOfWeights, b.sumOfWeights, tolerance),
    close(a.sumOfSquaredWeights, b.sumOfSquaredWeights, tolerance), a.treatment == b.treatment,
    zip(a.means ?? [], b.means ?? []).allSatisfy({ close($0, $1, tolerance) })
  else { return false }
  for i in a.names.indices {
    for j in 0...i {
      let size = (a.scatter[i, i] * a.scatter[j, j]).squareRoot()
      if abs(a.scatter[i, j] - b.scatter[i, j]) > tolerance * size { return false }
    }
  }
  return true
}

@Suite("Moments of a stream")
struct StreamedMomentsTests {
  static let sizes = [[1], [7, 1, 100], [999], [64, 2, 513], [100_000]]

  @Test("Whole numbers stream to the same moments as in memory, to the last bit", arguments: sizes)
  func exact(sizes: [Int]) throws {
    let data = Drawn.survey(rows: 1500)
    for kind in [nil, WeightsKind.frequency] {
      let roles = Small.roles(
        ["q0"], Drawn.players(["group", "channel"]), weights: kind == nil ? nil : "f", kind: kind ?? .frequency)
      let frame = try ModelFrame(data, roles: roles)
      #expect(frame.columns.allSatisfy { $0.isWhole })
      let stream = try ModelMoments(Blocks(dataset: data, sizes: sizes), roles: roles)
      #expect(stream.moments == Moments(frame))
      #expect(stream.columns == frame.columns)
      #expect(stream.players == frame.players && stream.outcomes == frame.outcomes)
      #expect(stream.notes == frame.notes)
      #expect(stream.rowCount == frame.rowCount && stream.rowsRead == 1500)
      #expect(stream.lost.map(\.variable) == frame.lost.map(\.variable))
      #expect(stream.lost.map(\.rows) == frame.lost.map(\.rows))
    }
  }

  @Test("Fractions, composites and weights stream to the same moments to twelve digits", arguments: sizes)
  func fractions(sizes: [Int]) throws {
    let data = Drawn.survey(rows: 1500)
    for kind in [nil] + WeightsKind.allCases.map(Optional.some) {
      let roles = Small.roles(
        ["q0", "q5"], Array(Drawn.players(["composite", "income", "channel"])), always: ["q3"],
        weights: kind.map { $0 == .frequency ? "f" : "w" }, kind: kind ?? .sampling)
      let frame = try ModelFrame(data, roles: roles)
      let stream = try ModelMoments(Blocks(dataset: data, sizes: sizes), roles: roles)
      #expect(agree(stream.moments, Moments(frame), 1e-12))
      #expect(stream.notes == frame.notes)
      for (a, b) in zip(stream.performance.means, frame.performanceMeans.means) {
        #expect(close(a ?? -1, b ?? -1, 1e-12))
      }
      #expect(stream.performance.columnsOfPlayer == frame.performanceMeans.columnsOfPlayer)
    }
  }

  @Test("A column that stays whole for a while and then does not gives the same moments")
  func turnsFractional() throws {
    let whole = (0..<400).map { Double($0 % 7) }
    let data = Small.survey(
      Small.numbers("y", whole.enumerated().map { $1 + Double($0 % 3) }),
      Small.numbers("x", whole.enumerated().map { $0 < 300 ? $1 : $1 + 0.1 }))
    let roles = Small.roles(["y"], [Small.player("x")])
    let stream = try ModelMoments(Blocks(dataset: data, sizes: [64]), roles: roles)
    #expect(agree(stream.moments, Moments(try ModelFrame(data, roles: roles)), 1e-12))
  }

  @Test("Pairs of answers stream to the same moments", arguments: sizes)
  func pairwise(sizes: [Int]) throws {
    let data = Drawn.survey(rows: 1500)
    for weights in [nil, "w"] {
      let roles = Small.roles(
        ["q0"], Drawn.players(["composite", "income"]), missing: .pairwise, weights: weights)
      let memory = Moments(try ModelFrame(data, roles: roles))
      let stream = try ModelMoments(Blocks(dataset: data, sizes: sizes), roles: roles).moments
      #expect(agree(stream, memory, 1e-11))
      #expect(stream.pairCounts == memory.pairCounts)
    }
  }

  @Test("Rows are chosen block by block")
  func chosenRows() throws {
    let data = Drawn.survey(rows: 300)
    let roles = Small.roles(["q0"], Drawn.players(["group"]))
    let odd = try Moments(Blocks(dataset: data, sizes: [10]), roles: roles) { block in
      (0..<Int32(block.rowCount)).filter { $0 % 2 == 1 }
    }
    let selected = data.selecting((0..<300).filter { $0 % 2 == 1 })
    #expect(odd == Moments(try ModelFrame(selected, roles: roles)))
  }

  @Test("A stream without rows, and one whose only rows are incomplete, say so")
  func empty() throws {
    let roles = Small.roles(["q0"], [Small.player("q1")])
    #expect(throws: DataFault.noRowsLeft(after: "selecting rows")) {
      try Moments(Blocks(dataset: Drawn.survey(rows: 0), sizes: [1]), roles: roles)
    }
    let data = Small.survey(Small.ratings("q0", [1, nil, 3]), Small.ratings("q1", [nil, 2, nil]))
    #expect(
      throws:
        DataFault.noRowsLeft(
          after: "leaving out respondents with a missing answer",
          lost: [.init(variable: "q1", rows: 2), .init(variable: "q0", rows: 1)])
    ) {
      try Moments(Blocks(dataset: data, sizes: [1]), roles: roles)
    }
  }
}
