import LinearAlgebra
import Testing

@Suite struct WeightedProductsTests {
  /// Small pseudo-random whole numbers.
  private func wholes(_ count: Int, below: UInt64, seed: UInt64) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % below)
    }
  }

  private func scatter(
    _ columns: [Double], rows: Int, columns q: Int, weights: [Double]
  ) -> (total: Double, means: [Double], scatter: [Double]) {
    let products = WeightedProducts(columns: columns, rowCount: rows, columnCount: q)
    var out = [Double](repeating: .nan, count: max(1, q * (q + 1) / 2))
    var means = [Double](repeating: .nan, count: max(1, q))
    var scratch = [Double](repeating: .nan, count: max(1, products.scratchCount))
    let total = weights.withUnsafeBufferPointer { weights in
      products.scatter(
        weights: weights.baseAddress ?? UnsafePointer(scratch.withUnsafeMutableBufferPointer { $0.baseAddress! }),
        into: &out, means: &means, scratch: &scratch)
    }
    return (total, Array(means.prefix(q)), Array(out.prefix(q * (q + 1) / 2)))
  }

  /// Two passes, as the definition says.
  private func naive(_ columns: [Double], rows n: Int, columns q: Int, weights w: [Double]) -> [Double] {
    let total = w.reduce(0, +)
    let means = (0..<q).map { j in (0..<n).reduce(0) { $0 + w[$1] * columns[j * n + $1] } / total }
    return (0..<q).flatMap { i in
      (0...i).map { j in
        (0..<n).reduce(0) {
          $0 + w[$1] * (columns[i * n + $1] - means[i]) * (columns[j * n + $1] - means[j])
        }
      }
    }
  }

  // From 48 columns on BLAS multiplies.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 11, 21, 48, 67, 130])
  func `equals the definition for any number of columns and rows`(_ q: Int) {
    for n in [1, 2, 3, 127, 128, 129, 130, 300] {
      let columns = wholes(n * q, below: 1000, seed: UInt64(n + q)).enumerated().map { $1 / 7 + Double($0 / n) * 50 }
      var weights = wholes(n, below: 4, seed: UInt64(n))
      weights[0] += 1
      let found = scatter(columns, rows: n, columns: q, weights: weights)
      let expected = naive(columns, rows: n, columns: q, weights: weights)
      let scale = max(1, expected.map(abs).max()!)
      #expect(zip(found.scatter, expected).allSatisfy { abs($0 - $1) <= 1e-12 * scale }, "q \(q), n \(n)")
      #expect(found.total == weights.reduce(0, +))
      for j in 0..<q {
        let mean = (0..<n).reduce(0) { $0 + weights[$1] * columns[j * n + $1] } / found.total
        #expect(abs(found.means[j] - mean) <= 1e-12 * abs(mean) + 1e-300)
      }
    }
  }

  @Test func `frequencies are repeated rows to the last bit for whole numbers`() {
    let n = 40
    let columns = wholes(n * 3, below: 10, seed: 3)
    let weights = wholes(n, below: 4, seed: 4)
    let rows = (0..<n).flatMap { [Int](repeating: $0, count: Int(weights[$0])) }
    let repeated = (0..<3).flatMap { j in rows.map { columns[j * n + $0] } }
    let ones = [Double](repeating: 1, count: rows.count)
    let a = scatter(columns, rows: n, columns: 3, weights: weights)
    let b = scatter(repeated, rows: rows.count, columns: 3, weights: ones)
    #expect(a.total == b.total)
    #expect(zip(a.scatter, b.scatter).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `far from zero no digits are lost`() {
    let n = 500
    let base = wholes(n * 2, below: 7, seed: 8)
    let far = base.map { $0 + 1e9 }
    let weights = wholes(n, below: 3, seed: 9)
    let a = scatter(base, rows: n, columns: 2, weights: weights)
    let b = scatter(far, rows: n, columns: 2, weights: weights)
    #expect(zip(a.scatter, b.scatter).allSatisfy { abs($0 - $1) < 1e-10 })
    #expect(zip(a.means, b.means).allSatisfy { abs($0 + 1e9 - $1) < 1e-6 })
  }

  @Test func `a column that is constant where there is weight gets exact zeros`() {
    let n = 30
    var columns = wholes(n * 3, below: 100, seed: 5).map { $0 / 3 }
    for i in 10..<n { columns[n + i] = 0.1 }
    let weights = (0..<n).map { $0 < 10 ? 0.0 : 0.7 }
    let found = scatter(columns, rows: n, columns: 3, weights: weights).scatter
    #expect(found[1] == 0 && found[2] == 0 && found[4] == 0)
    #expect(found[0] > 0 && found[3] != 0 && found[5] > 0)
  }

  @Test func `no weight, no rows, no columns`() {
    let none = scatter([1, 2, 3, 4], rows: 2, columns: 2, weights: [0, 0])
    #expect(none.total == 0 && none.scatter == [0, 0, 0] && none.means == [0, 0])
    #expect(scatter([], rows: 0, columns: 2, weights: []).scatter == [0, 0, 0])
    #expect(scatter([], rows: 3, columns: 0, weights: [1, 2, 3]).total == 6)
  }
}
