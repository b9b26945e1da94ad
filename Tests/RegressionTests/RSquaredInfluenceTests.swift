import Foundation
import Measures
import Platform
import Probability
import Regression
import Survey
import Testing

/// The interval of R² from what each row does to it.
@Suite struct RSquaredInfluenceTests {
  private let six = ["complaints", "privileges", "learning", "raises", "critical", "advance"]

  /// Tests/References/regression/r-squared.csv: written by r-squared.R.
  private func reference(_ name: String) throws -> (low: Double, high: Double) {
    let file = SmallTable.references.appendingPathComponent("r-squared.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    let line = try #require(lines.first { $0[0] == name })
    return (Double(line[4])!, Double(line[5])!)
  }

  private func fit(_ name: String) throws -> LinearRegression.Fit {
    let attitude = SmallTable(reference: "attitude")
    let api = ["ell", "meals", "mobility"]
    let frame =
      switch name {
      case "attitude": attitude.frame("rating", on: six)
      case "attitude by f": attitude.frame("rating", on: six, weights: "f", kind: .frequency)
      case "attitude by g": attitude.frame("rating", on: six, clusters: "g")
      case "swiss":
        SmallTable(reference: "swiss").frame(
          "Fertility", on: ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"])
      case "apistrat":
        SmallTable(reference: name).frame("api00", on: api, weights: "pw", kind: .sampling, strata: "stype")
      default: SmallTable(reference: name).frame("api00", on: api, weights: "pw", kind: .sampling, clusters: "dnum")
      }
    return try LinearRegression().fit(to: frame, outcome: 0)
  }

  @Test(
    "agrees with its definition written out in R: rows, repeated rows, clusters, strata, sampling weights",
    arguments: ["attitude", "attitude by f", "attitude by g", "swiss", "apistrat", "apiclus1"])
  func reference(name: String) throws {
    let (fit, expected) = (try fit(name), try reference(name))
    #expect(fit.rSquaredBasis == .influence)
    #expect(agree(fit.rSquaredLow, expected.low, 1e-9), "\(name) \(fit.rSquaredLow ?? .nan) \(expected.low)")
    #expect(agree(fit.rSquaredHigh, expected.high, 1e-9), "\(name) \(fit.rSquaredHigh ?? .nan) \(expected.high)")
  }

  @Test("does not depend on units, nor on the order of rows")
  func units() throws {
    let table = SmallTable(reference: "attitude")
    let other = table.adding("rating", table["rating"].map { 1e9 - 1e7 * $0 }).selecting(Array((0..<30).reversed()))
    let (a, b) = try (fit("attitude"), LinearRegression().fit(to: other.frame("rating", on: six), outcome: 0))
    #expect(agree(a.rSquaredLow, b.rSquaredLow, 1e-10) && agree(a.rSquaredHigh, b.rSquaredHigh, 1e-10))
  }

  @Test("where the lower limit would reach zero the interval for normal errors takes over")
  func nearZero() throws {
    var stream = RandomStream(seed: 5, stream: 1)
    let x = (0..<80).map { _ in stream.normal() }
    let table = SmallTable(["x": x, "y": x.map { 0.1 * $0 + stream.normal() }])
    let frame = table.frame("y", on: ["x"])
    let fit = try LinearRegression().fit(to: frame, outcome: 0)
    let classical = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
    #expect(fit.errors == .hc3 && fit.rSquaredBasis == .normalTheory)
    #expect(fit.rSquaredLow == classical.rSquaredLow && fit.rSquaredHigh == classical.rSquaredHigh)
  }

  @Test("moments tell no single row: their errors are classical, and R² has the interval for normal errors")
  func moments() throws {
    let frame = SmallTable(reference: "attitude").frame("rating", on: six)
    let classical = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
    for errors in [nil, LinearRegression.ErrorKind.bootstrap] {
      let fit = try LinearRegression(errors: errors).fit(to: Moments(frame), outcome: 6, predictors: Array(0..<6))
      #expect(fit.rSquaredBasis == .normalTheory && agree(fit.rSquaredLow, classical.rSquaredLow, 1e-9))
      #expect(fit.errors == errors ?? .classical)
    }
  }

  // MARK: Coverage

  /// Ten ratings on five points that correlate about .6, with 30 to 68 % in the top box, and an outcome on 0–10 that piles up
  /// at the top.
  private func ceilings(_ n: Int, _ stream: inout RandomStream) -> SmallTable {
    let normal = Normal()
    let cuts = (0..<10).map { j in
      let rest = 1 - (0.30 + 0.38 * Double(j) / 9)
      return [0.08, 0.2, 0.45, 1].map { normal.quantile(rest * $0) }
    }
    var columns = [[Double]](repeating: [], count: 11)
    for _ in 0..<n {
      let common = stream.normal()
      var sum = 0.0
      for j in 0..<10 {
        let z = 0.72.squareRoot() * common + 0.28.squareRoot() * stream.normal()
        columns[j].append(Double(1 + cuts[j].count { z > $0 }))
        sum += z * (1.6 - 1.2 * Double(j) / 9) / 10
      }
      let y = 8.2 + 1.9 * sum + 1.2 * stream.normal()
      columns[10].append(min(10, max(0, y.rounded())))
    }
    return SmallTable(
      Dictionary(
        uniqueKeysWithValues: columns.enumerated().map { ($0.offset < 10 ? "x\($0.offset)" : "y", $0.element) }))
  }

  @Test(
    "holds where answers pile up at the top of their scales, and so do the errors of coefficients",
    .timeLimit(.minutes(1)))
  func coverage() throws {
    let names = (0..<10).map { "x\($0)" }
    var stream = RandomStream(seed: 21, stream: 1 << 40)
    let population = try LinearRegression(errors: .classical).fit(
      to: ceilings(150_000, &stream).frame("y", on: names), outcome: 0)
    let (truth, slope) = (population.adjustedRSquared, population.terms[1].estimate!)
    let simulations = 1000
    var hits = (influence: 0, normal: 0, hc3: 0)
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 21, stream: UInt64(simulation))
      let frame = ceilings(100, &stream).frame("y", on: names)
      let fit = try LinearRegression().fit(to: frame, outcome: 0)
      let classical = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
      if fit.rSquaredLow! <= truth && truth <= fit.rSquaredHigh! { hits.influence += 1 }
      if classical.rSquaredLow! <= truth && truth <= classical.rSquaredHigh! { hits.normal += 1 }
      if fit.terms[1].low! <= slope && slope <= fit.terms[1].high! { hits.hc3 += 1 }
    }
    let shares = [hits.influence, hits.normal, hits.hc3].map { Double($0) / Double(simulations) }
    let error = (0.95 * 0.05 / Double(simulations)).squareRoot()
    #expect(abs(shares[0] - 0.95) < 0.01 + 3 * error, "R² \(truth): \(shares)")
    #expect(shares[1] < 0.94, "R² \(truth): \(shares)")
    #expect(abs(shares[2] - 0.95) < 0.015 + 3 * error, "\(shares)")
  }
}
