import LinearAlgebra
import Testing

@Suite("Exact sums of products")
struct IntegerProductsTests {
  /// Whole numbers up to `bound` in size, from a fixed recurrence.
  func columns(_ count: Int, rows: Int, bound: Int) -> [[Double]] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      (0..<rows).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(Int(state >> 20) % (2 * bound + 1) - bound)
      }
    }
  }

  func products(_ columns: [[Double]], bound: Int, frequencies: [Double]? = nil) -> IntegerProducts {
    var result = IntegerProducts(width: columns.count)
    let flat = columns.flatMap { $0 }
    let rows = columns.first?.count ?? 0
    flat.withUnsafeBufferPointer { p in
      result.add(
        columns: columns.indices.map { p.baseAddress! + $0 * rows }, rowCount: rows, magnitude: Double(bound),
        frequencies: frequencies)
    }
    return result
  }

  @Test("Σxy as written, for every width, length and size of number")
  func definition() {
    for (width, rows, bound) in [
      (1, 1, 1), (2, 63, 10), (3, 64, 127), (4, 1023, 127), (5, 1025, 1000), (6, 3000, 5700), (3, 200, 32_000),
      (3, 500, 2_147_483_647), (7, 8, 3),
    ] {
      let x = columns(width, rows: rows, bound: bound)
      let p = products(x, bound: bound)
      #expect(p.count == Int128(rows))
      for i in 0..<width {
        #expect(p.sums[i] == x[i].reduce(Int128(0)) { $0 + Int128($1) })
        for j in 0...i {
          let expected = zip(x[i], x[j]).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
          #expect(p.products[i * (i + 1) / 2 + j] == expected, "\(width) \(rows) \(bound)")
        }
      }
    }
  }

  @Test("The largest numbers of each lane do not overflow")
  func extremes() {
    for bound in [127, 1448, 1449, 5792, 5793, 32_000, 32_767] {
      let x = [[Double]](repeating: [Double](repeating: Double(-bound), count: 5000), count: 3)
      #expect(products(x, bound: bound).products.allSatisfy { $0 == 5000 * Int128(bound) * Int128(bound) })
    }
  }

  @Test("Frequencies are repeated rows, parts add up, a later column was zero before")
  func parts() {
    let x = columns(3, rows: 300, bound: 9)
    let f = (0..<300).map { Double($0 % 4) }
    let repeated = x.map { column in zip(column, f).flatMap { [Double](repeating: $0, count: Int($1)) } }
    #expect(products(x, bound: 9, frequencies: f) == products(repeated, bound: 9))
    var sum = products(x.map { Array($0[..<100]) }, bound: 9)
    sum.merge(products(x.map { Array($0[100...]) }, bound: 9))
    #expect(sum == products(x, bound: 9))
    var two = products(Array(x[..<2]), bound: 9)
    two.widen(to: 3)
    #expect(two == products(Array(x[..<2]) + [[Double](repeating: 0, count: 300)], bound: 9))
  }

  @Test("Scatter and means are those of deviations")
  func scatter() {
    let x = columns(4, rows: 500, bound: 100)
    let exact = products(x, bound: 100)
    let flat = x.flatMap { $0 }
    let centered = flat.withUnsafeBufferPointer { p in
      CenteredProducts(columns: x.indices.map { p.baseAddress! + $0 * 500 }, rowCount: 500)
    }
    for i in 0..<4 {
      #expect(abs(exact.means[i] - centered.means[i]) < 1e-13)
      for j in 0...i { #expect(abs(exact.scatter[i, j] - centered.scatter[i, j]) < 1e-12 * exact.scatter[i, i]) }
    }
  }
}

@Suite("Sums of products of deviations")
struct CenteredProductsTests {
  @Test("Three rows by hand, weighted")
  func byHand() {
    // x 1, 2, 4 and y 3, 0, 1 with weights 1, 2, 1: means 9/4 and 1; Σw(x−x̄)² = 19/4, Σw(y−ȳ)² = 6, Σw(x−x̄)(y−ȳ) = −2.
    let x: [Double] = [1, 2, 4]
    let y: [Double] = [3, 0, 1]
    let w: [Double] = [1, 2, 1]
    let p = x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        CenteredProducts(columns: [x.baseAddress!, y.baseAddress!], rowCount: 3, weights: w)
      }
    }
    #expect(p.means == [2.25, 1])
    #expect(p.scatter[0, 0] == 4.75 && p.scatter[1, 1] == 6 && p.scatter[1, 0] == -2)
    #expect(p.sumOfWeights == 4 && p.sumOfSquaredWeights == 6)
  }

  @Test("Merged parts are the whole, however it is cut; a constant column has exactly no scatter")
  func merge() {
    let n = 1000
    let x = (0..<n).map { 1e6 + Double($0 * $0 % 97) / 3 }
    let constant = [Double](repeating: 0.1, count: n)
    let w = (0..<n).map { Double(1 + $0 % 3) / 7 }
    let flat = x + constant
    func part(_ rows: Range<Int>) -> CenteredProducts {
      flat.withUnsafeBufferPointer { p in
        w.withUnsafeBufferPointer { w in
          CenteredProducts(
            columns: [p.baseAddress! + rows.lowerBound, p.baseAddress! + n + rows.lowerBound], rowCount: rows.count,
            weights: w.baseAddress! + rows.lowerBound)
        }
      }
    }
    let whole = part(0..<n)
    #expect(whole.scatter[1, 1] == 0 && whole.means[1] == 0.1)
    for cut in [1, 17, 500, 999] {
      var merged = part(0..<cut)
      merged.merge(part(cut..<n))
      #expect(abs(merged.means[0] - whole.means[0]) < 1e-15 * 1e6)
      #expect(abs(merged.scatter[0, 0] - whole.scatter[0, 0]) < 1e-12 * whole.scatter[0, 0])
      #expect(merged.scatter[1, 1] == 0)
    }
  }
}
