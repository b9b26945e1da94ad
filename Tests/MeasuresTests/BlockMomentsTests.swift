import LinearAlgebra
import Measures
import Survey
import Testing

@Suite("Random blocks of rows")
struct BlockMomentsTests {
  static let dealing = RandomBlocks(seed: 3, count: 40)

  /// Every block counts 0 to 3 times.
  static let counts = (0..<40).map { Double($0 * 11 % 4) }

  private func scatter(_ blocks: BlockMoments) -> (means: [Double], scatter: [Double], ratings: [Double]) {
    let q = blocks.products.width
    var scatter = [Double](repeating: .nan, count: q * (q + 1) / 2)
    var means = [Double](repeating: .nan, count: q)
    var scratch = [Double](repeating: .nan, count: blocks.products.scratchCount)
    blocks.products.scatter(weights: Self.counts, into: &scatter, means: &means, scratch: &scratch)
    var ratings = [Double](repeating: .nan, count: max(1, blocks.itemCount))
    blocks.ratingMeans(weights: Self.counts, columnMeans: means, into: &ratings)
    return (means, scatter, Array(ratings.prefix(blocks.itemCount)))
  }

  @Test("Reweighted blocks are the rows with the weights of their blocks", arguments: [[1], [64, 2, 513], [100_000]])
  func rows(sizes: [Int]) throws {
    let data = Drawn.survey(rows: 1500)
    for kind in [nil] + WeightsKind.allCases.map(Optional.some) {
      for kinds in [["group", "channel"], ["composite", "income"]] as [Set<String>] {
        let roles = Small.roles(
          ["q0", "q5"], Drawn.players(kinds), weights: kind.map { $0 == .frequency ? "f" : "w" },
          kind: kind ?? .sampling)
        let frame = try ModelFrame(data, roles: roles)
        // A row counts as often as its block; one with a frequency as often as the blocks of its respondents together.
        // Those who only rated stand behind the rows of the model.
        let numbers = frame.rowNumbers + (frame.raters?.rowNumbers ?? [])
        let rated = numbers.indices.map { i -> Double in
          let row = Int(numbers[i])
          let own = frame.ratingWeights?[i] ?? 1
          if kind != .frequency { return own * Self.counts[Int(Self.dealing.block(row: row))] }
          return (0..<Int(own)).reduce(0) { $0 + Self.counts[Int(Self.dealing.block(row: row, respondent: $1))] }
        }
        let expected = Moments(frame, weights: Array(rated.prefix(frame.rowCount)))
        let performance = frame.performance.means(rowCount: frame.ratingRowCount, weights: rated)

        var intake = MomentsAccumulator(roles: roles, dealing: Self.dealing)
        try Blocks(dataset: data, sizes: sizes).forEachBlock { try intake.add($0) }
        let streamed = try #require(try intake.finish().blocks)
        for blocks in [BlockMoments(frame, dealing: Self.dealing), streamed] {
          let own = scatter(blocks)
          for (a, b) in zip(own.means, expected.means!) { #expect(close(a, b, 1e-12)) }
          for i in expected.names.indices {
            for j in 0...i {
              let size = (expected.scatter[i, i] * expected.scatter[j, j]).squareRoot()
              #expect(abs(own.scatter[i * (i + 1) / 2 + j] - expected.scatter[i, j]) <= 1e-11 * size)
            }
          }
          #expect(own.ratings.count == performance.means.count)
          // What is no scale of the other items has no rating, either way.
          for (a, b) in zip(own.ratings, performance.means) { #expect(b.map { close(a, $0, 1e-11) } ?? a.isNaN) }
          #expect(blocks.performanceOfPlayer == performance.columnsOfPlayer)
        }
      }
    }
  }

  @Test("Rows are dealt evenly, and by their number alone")
  func even() {
    let dealing = RandomBlocks(seed: 1)
    var sizes = [Double](repeating: 0, count: dealing.count)
    // Every other row, as a condition might choose.
    for row in 0..<400_000 { sizes[Int(dealing.block(row: 2 * row))] += 1 }
    // χ² with 999 degrees of freedom: mean 999, standard deviation √1998.
    let squared = sizes.reduce(0) { $0 + ($1 - 400) * ($1 - 400) / 400 }
    #expect(abs(squared - 999) < 4 * 1998.0.squareRoot())
    // Neighbours go separate ways: a pair shares a block once in a thousand.
    let pairs = (0..<400_000).count { dealing.block(row: $0) == dealing.block(row: $0 + 1) }
    #expect(abs(Double(pairs) - 400) < 4 * 400.0.squareRoot())
    #expect(dealing.block(row: 17) == RandomBlocks(seed: 1).block(row: 17))
    #expect((0..<100).contains { dealing.block(row: $0) != RandomBlocks(seed: 2).block(row: $0) })
  }

  @Test("A small survey is kept as it is, a large one summed", arguments: [[7, 100], [60_000]])
  func intake(sizes: [Int]) throws {
    let roles = Small.roles(["q0"], Drawn.players(["channel"]))
    for (rows, isLarge) in [(900, false), (RandomBlocks.smallestSample, true)] {
      let data = Drawn.survey(rows: rows)
      var intake = SurveyIntake(roles: roles, resampling: nil)
      try Blocks(dataset: data, sizes: sizes).forEachBlock { try intake.add($0) }
      switch try intake.finish() {
      case .rows(let kept):
        #expect(!isLarge)
        #expect(kept.variables == data.variables && kept.firstRow == 1 && kept.rowNumbers.isEmpty)
      case .sums(let model):
        #expect(isLarge)
        #expect(model.moments == Moments(try ModelFrame(data, roles: roles)))
      }
    }
  }

  @Test("Blocks of unequal width join to the widest, and missing answers keep their reason")
  func joined() {
    let narrow = Dataset(
      variables: [
        Variable(name: "x", values: .int8([1, MissingValue.int8(2)])),
        Variable(name: "t", values: .text(codes: [0, -1], categories: ["a"])),
      ], rowCount: 2)
    let wide = Dataset(
      variables: [
        Variable(name: "x", values: .double([0.5, MissingValue.double(3)])),
        Variable(name: "t", values: .text(codes: [1, 0], categories: ["a", "b"])),
      ], rowCount: 2, firstRow: 3)
    let joined = Dataset(joining: [narrow, wide])
    #expect(joined["x"]?.values == .double([1, MissingValue.double(2), 0.5, MissingValue.double(3)]))
    #expect(joined["t"]?.values == .text(codes: [0, -1, 1, 0], categories: ["a", "b"]))
    #expect(joined.rowCount == 4 && joined.rowNumber(3) == 4)
  }
}
