import LinearAlgebra
import Measures
import Regression
import Survey
import Testing

private let attitude = SmallTable(reference: "attitude")
private let six = ["complaints", "privileges", "learning", "raises", "critical", "advance"]

/// Pseudo-random numbers between −½ and ½.
private func noise(_ count: Int, seed: UInt64) -> [Double] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53 - 0.5
  }
}

@Suite struct RefinementTests {
  @Test("a regression without intercept is that on mirrored rows, whose means are zero")
  func mirrored() throws {
    // Each row with its negative: every mean is 0, so the intercept is 0 and the slopes are those through the origin.
    // Sums of squares double, and so do degrees of freedom but for the parameters.
    let mirrored = SmallTable(attitude.columns.mapValues { $0 + $0.map { -$0 } })
    let through = try LinearRegression(errors: .classical, hasIntercept: false).fit(
      to: attitude.frame("rating", on: six), outcome: 0)
    let about = try LinearRegression(errors: .classical).fit(to: mirrored.frame("rating", on: six), outcome: 0)
    #expect(through.terms.map(\.name) == six && through.dfResidual == 24 && about.dfResidual == 53)
    #expect(agree(through.rSquared, about.rSquared, 1e-14))
    #expect(about.terms[0].estimate == 0)
    for (a, b) in zip(through.terms, about.terms.dropFirst()) {
      #expect(agree(a.estimate, b.estimate, 1e-14))
      #expect(agree(a.stdError, b.stdError! * (53.0 / 24).squareRoot(), 1e-14))
      #expect(agree(a.vif, b.vif, 1e-14) && agree(a.beta, b.beta, 1e-14))
    }
    #expect(agree(through.fStatistic, about.fStatistic! * 24 / 53, 1e-13))
    #expect(through.rSquaredLow == nil)
    // White's errors need no centring: HC0 of the mirrored rows is the same.
    let white = try LinearRegression(errors: .hc0, hasIntercept: false)
      .fit(to: attitude.frame("rating", on: six), outcome: 0)
    let whiteAbout = try LinearRegression(errors: .hc0).fit(to: mirrored.frame("rating", on: six), outcome: 0)
    for (a, b) in zip(white.terms, whiteAbout.terms.dropFirst()) {
      #expect(agree(a.stdError, b.stdError! * 2.0.squareRoot(), 1e-12))
    }
  }

  @Test("a perfect fit shows no rounding: what does not matter has a coefficient of 0 and no test")
  func perfect() throws {
    let count = 60
    let columns = (0..<4).map { noise(count, seed: UInt64($0) + 3) }
    // 0.1·a − 0.3·b in doubles is not exactly linear.
    let y = zip(columns[0], columns[1]).map { 0.1 * $0 - 0.3 * $1 }
    let table = SmallTable(["a": columns[0], "b": columns[1], "c": columns[2], "d": columns[3], "y": y])
    let fit = try LinearRegression().fit(to: table.frame("y", on: ["a", "b", "c", "d"]), outcome: 0)
    #expect(fit.terms.map { $0.estimate == 0 } == [true, false, false, true, true])
    #expect(agree(fit.terms[1].estimate, 0.1, 1e-15) && agree(fit.terms[2].estimate, -0.3, 1e-15))
    for k in [0, 3, 4] { #expect(fit.terms[k].statistic == nil && fit.terms[k].pValue == nil) }
    #expect(fit.terms[1].statistic == .infinity && fit.terms[2].statistic == -.infinity)
    let moments = try LinearRegression().fit(
      to: Moments(table.frame("y", on: ["a", "b", "c", "d"])), outcome: 4, predictors: [0, 1, 2, 3])
    #expect(moments.terms.dropFirst().map { $0.estimate == 0 } == [false, false, true, true])
  }

  @Test("weights of any size cost no digits: as many copies of the rows give the same sums", arguments: [0.1, 3, 1e9])
  func weights(scale: Double) throws {
    // Precision weights in the ratio of the frequencies.
    let weighted = attitude.adding("v", attitude["f"].map { $0 * scale })
    let copies = attitude.selecting(
      attitude["f"].enumerated().flatMap { Array(repeating: $0.offset, count: Int($0.element)) })
    let a = try LinearRegression().fit(
      to: weighted.frame("rating", on: six, weights: "v", kind: .precision), outcome: 0)
    let b = try LinearRegression().fit(to: copies.frame("rating", on: six), outcome: 0)
    for (x, y) in zip(a.terms, b.terms) {
      // Only the weights themselves are rounded.
      #expect(agree(x.estimate, y.estimate, 1e-13))
      #expect(agree(x.partCorrelation, y.partCorrelation, 1e-13))
    }
    #expect(agree(a.rSquared, b.rSquared, 1e-14))
  }

  @Test("with many rows moments serve where they are as good, and agree with the rows to eleven digits")
  func policy() throws {
    let count = 60_000
    let width = 20
    var table = SmallTable([:])
    let common = noise(count, seed: 1)
    let names = (0..<width).map { "x\($0)" }
    for (j, name) in names.enumerated() {
      table.columns[name] = zip(noise(count, seed: UInt64(j) + 10), common).map { 5.5 + 0.37 * $0 + $1 }
    }
    table.columns["y"] = (0..<count).map { i in
      names.indices.reduce(common[i]) { $0 + Double($1 % 3) * table[names[$1]][i] }
    }
    table.columns["y"] = zip(table["y"], noise(count, seed: 99)).map { $0 + 8 * $1 }
    let frame = table.frame("y", on: names)
    // Enough rows for the moments; robust errors go by the rows, and have the same coefficients.
    let moments = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
    let rows = try LinearRegression(errors: .hc0).fit(to: frame, outcome: 0)
    for (a, b) in zip(moments.terms, rows.terms) {
      // Every third coefficient is 0 but for chance, so that its digits count from those of the others, of size one.
      #expect(agree(a.estimate, b.estimate, 1e-11, absolute: 1e-12))
      #expect(agree(a.vif, b.vif, 1e-11))
      #expect(agree(a.partCorrelation, b.partCorrelation, 1e-11, absolute: 1e-12))
    }
    #expect(agree(moments.rSquared, rows.rSquared, 1e-12) && agree(moments.sigma, rows.sigma, 1e-12))
    let given = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0, moments: Moments(frame))
    #expect(given.terms == moments.terms)
  }

  @Test("beyond that condition the rows are factored, however many: a narrow difference keeps its digits")
  func illConditioned() throws {
    let count = 120_000
    let x = noise(count, seed: 5)
    // b differs from a by a millionth: the correlations' condition number is about 10¹³.
    let d = noise(count, seed: 6).map { ($0 * 1024).rounded() / 1024 * 0x1p-20 }
    let a = x.map { ($0 * 0x1p20).rounded() * 0x1p-20 }
    let b = zip(a, d).map { $0 + $1 }
    let names = (0..<12).map { "x\($0)" }
    var table = SmallTable(["a": a, "b": b])
    for (j, name) in names.enumerated() { table.columns[name] = noise(count, seed: UInt64(j) + 20) }
    // y = 2a + 3b exactly, and noise that is large beside it.
    let error = noise(count, seed: 7)
    table.columns["y"] = (0..<count).map { 2 * a[$0] + 3 * b[$0] + error[$0] }
    let fit = try LinearRegression(errors: .classical).fit(to: table.frame("y", on: ["a", "b"] + names), outcome: 0)
    // The same model in a and d, which are not collinear: the coefficient of d is that of b, and a's is the sum.
    table.columns["d"] = d
    let apart = try LinearRegression(errors: .classical).fit(to: table.frame("y", on: ["a", "d"] + names), outcome: 0)
    #expect(agree(fit.term("b")!.estimate, apart.term("d")!.estimate, 1e-11))
    #expect(agree(fit.term("a")!.estimate! + fit.term("b")!.estimate!, apart.term("a")!.estimate, 1e-8))
    #expect(!fit.term("b")!.isDropped)
  }
}
