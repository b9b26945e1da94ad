import Measures
import Regression
import Survey
import Testing

/// Coefficients that one respondent or one cluster determines.
@Suite struct LoneUnitsTests {
  private static let lone = SmallTable(reference: "leverage-one")
  private static let near = SmallTable(reference: "leverage-near")

  private func fit(
    _ table: SmallTable, _ outcome: String, _ predictors: [String], _ errors: LinearRegression.ErrorKind?,
    clusters: String? = nil, weights: String? = nil
  ) throws -> LinearRegression.Fit {
    try LinearRegression(errors: errors).fit(
      to: table.frame(
        outcome, on: predictors, weights: weights, kind: weights == nil ? nil : .sampling, clusters: clusters),
      outcome: 0)
  }

  @Test(
    arguments: LinearRegression.ErrorKind.allCases.filter { $0 != .cluster && $0 != .bootstrap && $0 != .replicates })
  func `a flag that one respondent has no robust error, and a note under every kind`(
    _ errors: LinearRegression.ErrorKind
  ) throws {
    let fit = try fit(Self.lone, "rec", ["staff", "price", "flag"], errors)
    let flag = try #require(fit.term("flag"))
    #expect(agree(flag.estimate, 0.5601017, 1e-6))
    #expect(fit.notes.count(where: { $0.kind == .leverageOne && $0.message.hasPrefix("'flag'") }) == 1)
    if errors == .classical {
      // R 4.2.2: lm(rec ~ staff + price + flag), p .565.
      #expect(agree(flag.stdError, 0.9677069, 1e-6) && agree(flag.pValue, 0.5650498, 1e-6))
      #expect(fit.pValue != nil && fit.covariance != nil)
    } else {
      #expect(flag.stdError == nil && flag.pValue == nil && flag.low == nil && flag.high == nil)
      #expect(fit.pValue == nil && fit.covariance == nil && fit.fStatistic == nil)
      #expect(fit.term("staff")?.pValue.map { $0 < 0.001 } == true)
    }
    if errors == .hc3 {
      // R 4.2.2, sandwich: vcovHC(lm(rec ~ staff + price, subset = flag == 0), "HC3").
      #expect(agree(fit.term("(Intercept)")?.stdError, 0.35720666, 1e-7))
      #expect(agree(fit.term("staff")?.stdError, 0.06179567, 1e-6))
      #expect(agree(fit.term("price")?.stdError, 0.06976623, 1e-6))
    }
    // The others can be tested together without it.
    #expect((fit.waldTest(ofBlocks: 0..<2)?.pValue).map { $0 < 0.001 } == true)
  }

  @Test func `sums tell of a column that differs in one row`() throws {
    let n = 1000
    let whole = (0..<n).map { Double($0 * 7 % 11) }
    let one = (0..<n).map { $0 == 17 ? 1.0 : 0 }
    let far = (0..<n).map { $0 == 17 ? -9.0 : 3 }
    let two = (0..<n).map { $0 == 17 || $0 == 18 ? 1.0 : 0 }
    let outcome = (0..<n).map { whole[$0] + Double($0 * 5 % 7) }
    let table = SmallTable(["y": outcome, "x": whole, "one": one, "far": far, "two": two])
    for (name, isLone) in [("one", true), ("far", true), ("two", false)] {
      let frame = table.frame("y", on: ["x", name])
      let moments = Moments(frame)
      let fit = try LinearRegression().fit(
        to: moments, outcome: moments.names.firstIndex(of: "y")!,
        predictors: [
          moments.names.firstIndex(of: "x")!, moments.names.firstIndex(of: name)!,
        ])
      let notes = fit.notes.filter { $0.kind == .leverageOne }
      #expect(notes.count == (isLone ? 1 : 0) && notes.allSatisfy { $0.message.hasPrefix("'\(name)'") }, "\(name)")
      // From rows the note names the row.
      let fromRows = try LinearRegression().fit(to: frame, outcome: 0).notes.filter { $0.kind == .leverageOne }
      #expect(fromRows.count == (isLone ? 1 : 0) && fromRows.allSatisfy { $0.message.contains("(row 18)") }, "\(name)")
    }
  }

  @Test func `the intercept may rest on the respondent as well`() throws {
    let all = Self.lone["flag"].map { 1 - $0 }
    let fit = try fit(Self.lone.adding("rest", all), "rec", ["staff", "rest"], .hc3)
    #expect(fit.term("(Intercept)")?.stdError == nil && fit.term("rest")?.stdError == nil)
    #expect(fit.term("staff")?.stdError != nil)
  }

  @Test func `what differs by rounding only is the same`() throws {
    // 0.1 + 0.2 is not 0.3 in binary: for everyone but the flagged one the column is three tenths.
    let noisy = Self.lone["flag"].enumerated().map { i, flag in flag == 1 ? 5 : i % 2 == 0 ? 0.1 + 0.2 : 0.3 }
    let fit = try fit(Self.lone.adding("noisy", noisy), "rec", ["staff", "noisy"], .hc3)
    #expect(fit.term("noisy")?.stdError == nil)
    #expect(fit.notes.contains { $0.kind == .leverageOne })
  }

  /// Exact rational arithmetic on the doubles (Python's fractions): the HC3 error of the slope tends to .0336265.
  @Test(arguments: [
    (1e6, 0.033627231714704754, -7.248916105446177e-07), (1e7, 0.033626579322272615, -7.249943335208698e-08),
    (1e9, 0.03362650754784232, -7.250056322405811e-10), (1e12, 0.03362650682356169, -7.250057462541187e-13),
  ])
  func `an error grows without a jump however far a code lies`(_ code: Double, _ error: Double, _ slope: Double) throws
  {
    let values = Self.near["sp"].map { $0 == 1e6 ? code : $0 }
    let fit = try fit(Self.near.adding("sp", values), "y", ["q1", "sp"], .hc3)
    let term = try #require(fit.term("sp"))
    #expect(agree(term.estimate, slope, 1e-6))
    #expect(agree(term.stdError, error, 1e-6))
    #expect(term.pValue.map { $0 > 0.999 } == true)
    #expect(agree(fit.term("q1")?.stdError, 0.076143795, 2e-6))
    #expect(
      fit.notes.contains { $0.kind == .leverageHigh && $0.message.contains("'sp'") && $0.message.contains("row") })
  }

  @Test func `a coefficient that one cluster determines has no clustered error`() throws {
    let rows = Self.lone.rowCount
    let cluster = (0..<rows).map { Double($0 % 10) }
    // Only in cluster 3 do people differ, half of them.
    let only = (0..<rows).map { $0 % 10 == 3 && $0 % 20 < 10 ? 1.0 : 0 }
    let table = Self.lone.adding("cluster", cluster).adding("only", only)
    for errors: LinearRegression.ErrorKind in [.cluster, .design] {
      let fit = try fit(table, "rec", ["staff", "only"], errors, clusters: "cluster")
      #expect(fit.term("only")?.stdError == nil && fit.term("staff")?.stdError != nil, "\(errors)")
      #expect(fit.notes.contains { $0.kind == .leverageOne && $0.message.contains("one cluster alone") })
    }
    // Where clusters are declared no error by row stands in for theirs; where none are, respondents vary.
    let robust = try fit(table, "rec", ["staff", "only"], .hc3, clusters: "cluster")
    #expect(robust.term("only")?.stdError == nil && robust.term("staff")?.stdError != nil)
    #expect(try fit(table, "rec", ["staff", "only"], .hc3).term("only")?.stdError.map { $0 > 0 } == true)
  }
}
