import LinearAlgebra
import Measures
import Platform
import Probability
import Regression
import Survey
import Testing

/// Errors from leaving out blocks of rows: against fits without each block, and how often their intervals hold.
@Suite struct BlockJackknifeTests {
  /// Unequal spread, and weights that go with it.
  private func table(_ n: Int, seed: UInt64, stream: UInt64 = 0) -> SmallTable {
    var random = RandomStream(seed: seed, stream: stream)
    var columns: [String: [Double]] = ["x1": [], "x2": [], "y": [], "w": [], "f": []]
    for _ in 0..<n {
      let x1 = random.normal()
      let x2 = 0.6 * x1 + 0.8 * random.normal()
      columns["x1"]!.append(x1)
      columns["x2"]!.append(x2)
      columns["y"]!.append(1 + 0.5 * x1 - 0.3 * x2 + (0.5 + x1 * x1) * random.normal())
      columns["w"]!.append(exp(0.6 * random.normal()))
      columns["f"]!.append(Double(1 + Int(abs(random.normal()) * 2)))
    }
    return SmallTable(columns)
  }

  /// Pseudo-values τ = hθ − (h − 1)θ₍ᵦ₎ and their weighted centre, every θ₍ᵦ₎ from a fit of the other blocks' rows.
  private func naive(_ table: SmallTable, weights: String?, kind: WeightsKind?) throws -> [[Double]] {
    let dealing = RandomBlocks(seed: 1)
    let isFrequency = kind == .frequency
    // The respondents of each row by block.
    var counts: [[Int32: Double]] = []
    for row in 0..<table.rowCount {
      var own: [Int32: Double] = [:]
      for respondent in 0..<(isFrequency ? Int(table["f"][row]) : 1) {
        own[dealing.block(row: row + 1, respondent: respondent), default: 0] += 1
      }
      counts.append(own)
    }
    func weight(_ row: Int) -> Double { isFrequency ? 1 : weights.map { table[$0][row] } ?? 1 }
    func total(_ block: Int32?) -> Double {
      counts.indices.reduce(0) { sum, row in
        sum + weight(row) * counts[row].reduce(0) { $0 + (block == nil || $1.key == block ? $1.value : 0) }
      }
    }
    func estimates(_ table: SmallTable) throws -> [Double] {
      let frame = table.frame("y", on: ["x1", "x2"], weights: weights, kind: kind)
      return try LinearRegression(errors: .hc0).fit(to: frame, outcome: 0).terms.map { $0.estimate! }
    }
    let all = try estimates(table)
    let blocks = Set(counts.flatMap(\.keys)).sorted()
    let g = Double(blocks.count)
    var pseudo: [(h: Double, values: [Double])] = []
    var centre = all.map { g * $0 }
    for block in blocks {
      var rows: [Int] = []
      var rest: [Double] = []
      for row in counts.indices {
        let left = counts[row].reduce(0) { $0 + ($1.key == block ? 0 : $1.value) }
        if left > 0 { rows.append(row) }
        if left > 0 { rest.append(left) }
      }
      var columns = table.columns.mapValues { values in rows.map { values[$0] } }
      if isFrequency { columns["f"] = rest }
      let without = try estimates(SmallTable(columns))
      let h = total(nil) / total(block)
      for k in all.indices { centre[k] -= (1 - 1 / h) * without[k] }
      pseudo.append((h, zip(all, without).map { h * $0 - (h - 1) * $1 }))
    }
    return all.indices.map { i in
      all.indices.map { j in
        pseudo.reduce(0) { $0 + ($1.values[i] - centre[i]) * ($1.values[j] - centre[j]) / ($1.h - 1) } / g
      }
    }
  }

  @Test(
    "the covariance is that of fits without each block",
    arguments: [(nil, nil), ("w", .sampling), ("w", .precision), ("f", .frequency)]
      as [(String?, WeightsKind?)])
  func identity(weights: String?, kind: WeightsKind?) throws {
    let table = table(500, seed: 3)
    let frame = table.frame("y", on: ["x1", "x2"], weights: weights, kind: kind)
    let fit = try LinearRegression(errors: .jackknife).fit(to: frame, outcome: 0)
    #expect(fit.errors == .jackknife)
    let expected = try naive(table, weights: weights, kind: kind)
    let covariance = try #require(fit.covariance)
    for i in 0..<3 {
      for j in 0...i {
        let size = (expected[i][i] * expected[j][j]).squareRoot()
        #expect(abs(covariance[i, j] - expected[i][j]) < 1e-9 * size, "\(i) \(j)")
      }
    }
  }

  @Test("what needs designs or pairs is refused") func refused() throws {
    var table = table(60, seed: 1)
    table.columns["c"] = (0..<60).map { Double($0 / 3) }
    let clustered = table.frame("y", on: ["x1", "x2"], clusters: "c")
    #expect {
      try LinearRegression(errors: .jackknife).fit(to: clustered, outcome: 0)
    } throws: { ($0 as? any Fault)?.description.contains("deals respondents one by one") ?? false }
  }

  @Test("under unequal spread and weights 95 % intervals hold 95 times in a hundred") func coverage() throws {
    let simulations = 500
    var held: [LinearRegression.ErrorKind: Double] = [.jackknife: 0, .classical: 0]
    for simulation in 0..<simulations {
      let frame = table(1500, seed: 17, stream: UInt64(simulation))
        .frame("y", on: ["x1", "x2"], weights: "w", kind: .sampling)
      for kind in held.keys {
        let term = try LinearRegression(errors: kind).fit(to: frame, outcome: 0).terms[1]
        if term.low! <= 0.5 && 0.5 <= term.high! { held[kind]! += 1 / Double(simulations) }
      }
    }
    // Of 500 a share of .95 has a standard error of .0097.
    #expect(abs(held[.jackknife]! - 0.95) < 0.035, "\(held)")
    #expect(held[.classical]! < 0.85, "\(held)")
  }

  @Test("a coefficient that rests on one block has no error, and a perfect fit none") func edges() throws {
    var table = table(300, seed: 5)
    table.columns["x2"] = (0..<300).map { $0 == 7 ? 1 : 0 }
    let fit = try LinearRegression(errors: .jackknife).fit(to: table.frame("y", on: ["x1", "x2"]), outcome: 0)
    #expect(fit.terms[2].stdError == nil && fit.terms[1].stdError != nil)
    table.columns["y"] = table["x1"].map { 2 * $0 + 1 }
    let perfect = try LinearRegression(errors: .jackknife).fit(to: table.frame("y", on: ["x1"]), outcome: 0)
    #expect(perfect.terms[1].stdError == 0 && perfect.fStatistic == .infinity)
  }
}
