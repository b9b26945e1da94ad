import LinearAlgebra
import Testing

/// Eight matrices at once against LAPACK, one at a time.
@Suite struct EigenvalueLanesTests {
  private func matrix(_ order: Int, seed: UInt64) -> SymmetricMatrix {
    var state = seed
    var result = SymmetricMatrix(order: order)
    for at in result.packed.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      result.packed[at] = Double(state >> 11) * 0x1p-52 - 1
    }
    return result
  }

  @Test(arguments: [1, 2, 3, 7, 25, 64])
  func `eigenvalues are those of LAPACK`(_ order: Int) {
    let lanes = EigenvalueLanes(order: order)
    var matrices = (0..<8).map { matrix(order, seed: UInt64(100 * order + $0)) }
    // Rows of zeros, and equal eigenvalues.
    matrices[3] = SymmetricMatrix(order: order)
    matrices[5] = SymmetricMatrix(order: order)
    for i in 0..<order { matrices[5][i, i] = 2 }
    for (lane, matrix) in matrices.enumerated() { lanes.load(matrix.packed, lane: lane) }
    lanes.reduce()
    var places = [[Double]](repeating: [Double](repeating: .nan, count: 8), count: order)
    for place in 0..<order { lanes.writeOne(place, into: &places[place]) }
    for (lane, matrix) in matrices.enumerated() {
      let expected = SymmetricEigen(matrix).values
      var found = [Double](repeating: .nan, count: order)
      #expect(lanes.writeAll(lane: lane, into: &found))
      for place in 0..<order {
        #expect(abs(found[place] - expected[place]) < 1e-13 * Double(order + 4), "lane \(lane), place \(place)")
        #expect(abs(places[place][lane] - expected[place]) < 1e-13 * Double(order + 4), "lane \(lane), place \(place)")
      }
    }
  }

  @Test func `the diagonal of one lane can be replaced`() {
    let lanes = EigenvalueLanes(order: 3)
    for lane in 0..<8 {
      lanes.load([1, 0, 1, 0, 0, 1], lane: lane)
      lanes.loadDiagonal(lane: lane) { Double(10 * lane + $0) }
    }
    lanes.reduce()
    for lane in 0..<8 {
      var found = [Double](repeating: .nan, count: 3)
      #expect(lanes.writeAll(lane: lane, into: &found))
      #expect(found == [2, 1, 0].map { Double(10 * lane + $0) })
    }
  }

  @Test(arguments: [1, 2, 5, 40])
  func `products of triangles are those of their definition`(_ order: Int) {
    let lower = matrix(order, seed: 7)
    let full = matrix(order, seed: 8)
    var rows = [Double](repeating: 0, count: order * order)
    for i in 0..<order { for j in 0...i { rows[i * order + j] = lower[i, j] } }
    func expected(_ factor: (Int, Int) -> Double) -> [Double] {
      (0..<order).flatMap { i in (0...i).map { j in (0..<order).reduce(0) { $0 + factor(i, $1) * factor(j, $1) } } }
    }
    var packed = [Double](repeating: .nan, count: order * (order + 1) / 2)
    var scratch = [Double](repeating: .nan, count: order * order)
    TriangularProducts.square(rows, order: order, scratch: &scratch, into: &packed)
    let own = expected { $1 <= $0 ? lower[$0, $1] : 0 }
    #expect(zip(packed, own).allSatisfy { abs($0 - $1) < 1e-12 })
    var matrix = (0..<order * order).map { full[max($0 % order, $0 / order), min($0 % order, $0 / order)] }
    TriangularProducts.square(&matrix, times: &rows, order: order, into: &packed)
    let both = expected { i, k in (k..<order).reduce(0) { $0 + full[max(i, $1), min(i, $1)] * lower[$1, k] } }
    #expect(zip(packed, both).allSatisfy { abs($0 - $1) < 1e-11 })
  }
}
