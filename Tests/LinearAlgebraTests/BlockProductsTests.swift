import LinearAlgebra
import Testing

@Suite struct BlockProductsTests {
  private struct Sample {
    var columns: [[Double]]
    var blocks: [Int32]
    var weights: [Double]

    /// Whole numbers 0 … 9, thirds of them when `isFractional`, about `center`.
    init(rows: Int, columns: Int, blocks count: Int, isFractional: Bool = false, center: Double = 0) {
      var state: UInt64 = 11
      func next(_ n: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % n
      }
      self.columns = (0..<columns).map { _ in
        (0..<rows).map { _ in center + Double(next(10)) / (isFractional ? 3 : 1) }
      }
      blocks = (0..<rows).map { _ in Int32(next(count)) }
      weights = (0..<rows).map { _ in Double(next(5)) / 2 }
    }
  }

  private func sums(
    _ sample: Sample, blocks: Int, pieces: [Int] = [100_000], isWeighted: Bool = false
  ) -> BlockProducts {
    var products = BlockProducts(width: sample.columns.count, blockCount: blocks)
    var start = 0
    var turn = 0
    while start < sample.blocks.count {
      let end = min(sample.blocks.count, start + pieces[turn % pieces.count])
      let parts = sample.columns.map { Array($0[start..<end]) }
      // One buffer for all columns, so that the pointers stay valid.
      parts.flatMap { $0 }.withUnsafeBufferPointer { buffer in
        products.add(
          columns: parts.indices.map { buffer.baseAddress! + $0 * (end - start) }, count: end - start,
          weights: isWeighted ? Array(sample.weights[start..<end]) : nil, blocks: Array(sample.blocks[start..<end]))
      }
      start = end
      turn += 1
    }
    products.settle()
    return products
  }

  private func scatter(_ products: BlockProducts, _ weights: [Double]) -> (total: Double, means: [Double], s: [Double])
  {
    let q = products.width
    var s = [Double](repeating: .nan, count: q * (q + 1) / 2)
    var means = [Double](repeating: .nan, count: q)
    var scratch = [Double](repeating: .nan, count: products.scratchCount)
    let total = products.scatter(weights: weights, into: &s, means: &means, scratch: &scratch)
    return (total, means, s)
  }

  /// Two passes over the rows, each with the weight of its block, as the definition says.
  private func naive(_ sample: Sample, _ w: [Double]) -> (total: Double, means: [Double], s: [Double]) {
    let total = w.reduce(0, +)
    let means = sample.columns.map { column in zip(column, w).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let s = sample.columns.indices.flatMap { i in
      (0...i).map { j in
        w.indices.reduce(0) {
          $0 + w[$1] * (sample.columns[i][$1] - means[i]) * (sample.columns[j][$1] - means[j])
        }
      }
    }
    return (total, means, s)
  }

  @Test(arguments: [(1, false), (2, true), (5, false), (6, true)])
  func `Reweighted blocks are reweighted rows`(columns: Int, isWeighted: Bool) {
    for (isFractional, center) in [(false, 0.0), (true, 0.0), (true, 1e6)] {
      let sample = Sample(rows: 40_000, columns: columns, blocks: 37, isFractional: isFractional, center: center)
      let products = sums(sample, blocks: 37, isWeighted: isWeighted)
      let counts = (0..<37).map { Double($0 * 7 % 4) }
      let own = scatter(products, counts)
      let rows = sample.blocks.indices.map { counts[Int(sample.blocks[$0])] * (isWeighted ? sample.weights[$0] : 1) }
      let expected = naive(sample, rows)
      #expect(abs(own.total - expected.total) <= 1e-12 * expected.total)
      for (a, b) in zip(own.means, expected.means) { #expect(abs(a - b) <= 1e-13 * max(1, abs(b))) }
      for i in 0..<columns {
        for j in 0...i {
          let at = i * (i + 1) / 2 + j
          #expect(abs(own.s[at] - expected.s[at]) <= 1e-10 * expected.s[i * (i + 1) / 2 + i])
        }
      }
    }
  }

  @Test func `Whole numbers are summed exactly`() {
    let sample = Sample(rows: 30_000, columns: 4, blocks: 50)
    let own = scatter(sums(sample, blocks: 50), [Double](repeating: 1, count: 50))
    let n = sample.blocks.count
    let whole = sample.columns.map { $0.map { Int($0) } }
    for i in 0..<4 {
      for j in 0...i {
        let (x, y) = (whole[i].reduce(0, +), whole[j].reduce(0, +))
        let xy = zip(whole[i], whole[j]).reduce(0) { $0 + $1.0 * $1.1 }
        let exact = Double(n * xy - x * y) / Double(n)
        #expect(abs(own.s[i * (i + 1) / 2 + j] - exact) <= 4e-16 * Double(xy))
      }
    }
  }

  @Test func `It does not matter in which pieces rows arrive`() {
    let sample = Sample(rows: 50_000, columns: 3, blocks: 20)
    let counts = (0..<20).map { Double($0 % 3) }
    let whole = scatter(sums(sample, blocks: 20), counts)
    for pieces in [[1, 5000], [16_384], [777, 20_000, 3]] {
      let other = scatter(sums(sample, blocks: 20, pieces: pieces), counts)
      #expect(other == whole)
    }
  }

  @Test func `Columns that come later, or in another order, are those of all columns at once`() {
    let sample = Sample(rows: 5000, columns: 4, blocks: 9)
    let all = sums(sample, blocks: 9)
    var late = sample
    // The last two columns are zero in the first half.
    for k in 2..<4 { for i in 0..<2500 { late.columns[k][i] = 0 } }
    var products = BlockProducts(width: 2, blockCount: 9)
    for (range, width) in [(0..<2500, 2), (2500..<5000, 4)] {
      products.widen(to: width)
      let parts = late.columns.prefix(width).flatMap { $0[range] }
      parts.withUnsafeBufferPointer { buffer in
        products.add(
          columns: (0..<width).map { buffer.baseAddress! + $0 * 2500 }, count: 2500, weights: nil,
          blocks: Array(late.blocks[range]))
      }
    }
    products.settle()
    let counts = (0..<9).map { Double(1 + $0 % 3) }
    let rows = late.blocks.map { counts[Int($0)] }
    for (a, b) in zip(scatter(products, counts).s, naive(late, rows).s) { #expect(abs(a - b) <= 1e-9 * max(1, abs(b))) }

    let order = [3, 0, 2]
    let chosen = scatter(all.selecting(order), counts)
    let full = scatter(all, counts)
    #expect(chosen.means == order.map { full.means[$0] })
    // Rows that still wait are settled first.
    var waiting = BlockProducts(width: 4, blockCount: 9)
    sample.columns.flatMap { $0 }.withUnsafeBufferPointer { buffer in
      waiting.add(
        columns: (0..<4).map { buffer.baseAddress! + $0 * 5000 }, count: 5000, weights: nil, blocks: sample.blocks)
    }
    #expect(scatter(waiting.selecting(order), counts) == chosen)
    for (i, a) in order.enumerated() {
      for (j, b) in order.prefix(i + 1).enumerated() {
        let (high, low) = (max(a, b), min(a, b))
        #expect(abs(chosen.s[i * (i + 1) / 2 + j] - full.s[high * (high + 1) / 2 + low]) <= 1e-9)
      }
    }
  }

  @Test func `A constant column has no scatter, and blocks that nobody drew no weight`() {
    var sample = Sample(rows: 3000, columns: 2, blocks: 8)
    sample.columns[1] = sample.columns[1].map { _ in 0.1 }
    let products = sums(sample, blocks: 8)
    let some = scatter(products, [0, 1, 0, 2, 0, 0, 3, 0])
    #expect(some.s[1] == 0 && some.s[2] == 0 && some.s[0] > 0)
    let none = scatter(products, [Double](repeating: 0, count: 8))
    #expect(none.total == 0 && none.s.allSatisfy { $0 == 0 })
  }
}
