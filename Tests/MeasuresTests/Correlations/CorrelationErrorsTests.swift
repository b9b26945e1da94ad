import Foundation
import Measures
import Probability
import Resampling
import Survey
import TestSupport
import Testing

/// Intervals by influence values and score tests, as Tests/References/correlations/influence.R writes them out.
@Suite("Errors of correlations")
struct CorrelationErrorsTests {
  struct Expected {
    var statistic, a, b: String
    var low, high, p: Double?
  }

  let complete: Dataset
  let expected: [Expected]

  init() throws {
    let survey = CorrelationReferences.shared.survey
    let columns = CorrelationReferences.variables.map { survey[$0]!.doubles }
    complete = survey.selecting(
      (0..<Int32(survey.rowCount)).filter { row in columns.allSatisfy { !$0[Int(row)].isNaN } })
    expected = try CorrelationReferences.lines("influence.csv").dropFirst().map {
      Expected(statistic: $0[0], a: $0[1], b: $0[2], low: Double($0[3]), high: Double($0[4]), p: Double($0[5]))
    }
  }

  private func expect(_ fit: CorrelationAnalysis.Fit, _ e: Expected) throws {
    let pair = try #require(fit.pair(e.a, e.b))
    if let low = e.low, let high = e.high {
      #expect(abs(pair.low! - low) < 1e-11 && abs(pair.high! - high) < 1e-11, "\(e) \(pair)")
    }
    if let p = e.p { #expect(abs(pair.pValue! - p) < 1e-8 * p, "\(e) \(pair)") }
  }

  @Test func `Pearson intervals leave out each respondent, and frequencies are repeated rows`() throws {
    let fit = try CorrelationAnalysis().fit(complete, CorrelationReferences.variables)
    for e in expected where e.statistic == "pearson" { try expect(fit, e) }
    let counted = try CorrelationAnalysis().fit(
      complete, CorrelationReferences.variables, weights: "count", kind: .frequency)
    for e in expected where e.statistic == "pearson count" { try expect(counted, e) }
  }

  @Test func `partial correlations have the parts of residuals`() throws {
    for e in expected where e.statistic == "partial" {
      try expect(CorrelationAnalysis(method: .partial).fit(complete, [e.a, e.b], always: ["nps", "spend"]), e)
    }
  }

  @Test func `given all others is given the others as covariates, but for a hair of leverage`() throws {
    let names = ["q1", "q2", "q3", "nps"]
    let all = try CorrelationAnalysis(method: .partial).fit(complete, names)
    let given = try CorrelationAnalysis(method: .partial).fit(complete, ["q1", "q2"], always: ["q3", "nps"])
    let (a, b) = (try #require(all.pair("q1", "q2")), given.pairs[0])
    #expect(abs(a.correlation - b.correlation) < 1e-12)
    #expect(abs(a.low! - b.low!) < 0.003 && abs(a.high! - b.high!) < 0.003)
  }

  @Test func `ratings are tested by their normal scores`() throws {
    for (rows, method) in [(40, CorrelationMethod.mixed), (300, .mixed)] {
      let fit = try CorrelationAnalysis(method: method).fit(
        complete.selecting(Array(0..<Int32(rows))), CorrelationReferences.variables)
      for e in expected where e.statistic == "score \(rows)" { try expect(fit, e) }
    }
  }

  @Test func `a correlation that rests on one respondent has no interval, and a note`() throws {
    let one = (0..<20).map { $0 == 4 ? 1.0 : 0 }
    let survey = Dataset(
      variables: [Small.numbers("one", one), Small.numbers("x", (0..<20).map { Double($0 * 7 % 5) })], rowCount: 20)
    let fit = try CorrelationAnalysis().fit(survey, ["one", "x"])
    #expect(fit.pairs[0].low == nil && fit.pairs[0].standardError == nil && fit.note("analytic_errors") != nil)
    #expect(try CorrelationAnalysis(errors: .classical).fit(survey, ["one", "x"]).pairs[0].low != nil)
  }

  /// Two items on five points with 60 % in the top box.
  private func ceilings(_ n: Int, _ rho: Double, _ stream: inout RandomStream) -> Dataset {
    let normal = Normal()
    let cuts = [0.032, 0.08, 0.18, 0.4].map { normal.quantile($0) }
    var columns: [[Double]] = [[], []]
    for _ in 0..<n {
      let x = stream.normal()
      let y = rho * x + (1 - rho * rho).squareRoot() * stream.normal()
      columns[0].append(Double(1 + cuts.count { x > $0 }))
      columns[1].append(Double(1 + cuts.count { y > $0 }))
    }
    return Dataset(
      variables: zip(["x", "y"], columns).map { Variable(name: $0, values: .double($1)) }, rowCount: n)
  }

  @Test func `at the ceiling Pearson intervals hold by influence and not by Fisher's error`() throws {
    var stream = RandomStream(seed: 31, stream: 1 << 40)
    let truth = try CorrelationAnalysis().fit(ceilings(400_000, 0.75, &stream), ["x", "y"]).pairs[0].correlation
    let samples = 1500
    var (influence, classical) = (0, 0)
    for k in 0..<samples {
      var stream = RandomStream(seed: 31, stream: UInt64(k))
      let survey = ceilings(100, 0.75, &stream)
      let a = try CorrelationAnalysis().fit(survey, ["x", "y"]).pairs[0]
      let b = try CorrelationAnalysis(errors: .classical).fit(survey, ["x", "y"]).pairs[0]
      if a.low! <= truth && truth <= a.high! { influence += 1 }
      if b.low! <= truth && truth <= b.high! { classical += 1 }
    }
    // A prototype in another language covered 93.7 and 85.3 %.
    #expect(Double(influence) > 0.92 * Double(samples), "\(influence)")
    #expect(Double(classical) < 0.90 * Double(samples), "\(classical)")
  }

  @Test func `polychoric tests of unrelated ratings reject as often as they say in small samples`() throws {
    let samples = 2000
    var (rejected, tested) = (0.0, 0.0)
    for k in 0..<samples {
      var stream = RandomStream(seed: 32, stream: UInt64(k))
      let survey = ceilings(40, 0, &stream)
      guard let fit = try? CorrelationAnalysis(method: .polychoric).fit(survey, ["x", "y"]),
        let p = fit.pairs[0].pValue
      else { continue }
      tested += 1
      if p < 0.05 { rejected += 1 }
    }
    #expect(tested > 0.98 * Double(samples))
    #expect(abs(rejected / tested - 0.05) < 0.02, "\(rejected) of \(tested)")
  }
}
