import Foundation
import Measures
import Regression
import Survey
import Testing

@Suite struct HierarchicalTests {
  @Test("blocks agree with anova, linearHypothesis and regTermTest", arguments: DiagnosticsReference.shared.blocks)
  func reference(c: DiagnosticsReference.Blocks) throws {
    let names = c.steps.flatMap(\.members)
    let frame = SmallTable(reference: c.data).frame(
      c.outcome, on: names, weights: c.weights, kind: c.weights_kind.map { WeightsKind(rawValue: $0)! },
      strata: c.strata)
    let steps = try HierarchicalRegression(errors: .init(rawValue: c.errors)!).fit(
      to: frame, outcome: 0, blocks: c.steps.enumerated().map { .init(name: "\($0)", members: $1.members) })
    #expect(steps.count == c.steps.count)
    for (step, expected) in zip(steps, c.steps) {
      #expect(agree(step.rSquared, expected.r_squared) && agree(step.change, expected.change, 1e-9))
      #expect(agree(step.fStatistic, expected.f, 1e-9), "\(c.name) \(step.fStatistic ?? .nan) \(expected.f)")
      #expect(step.addedTerms == expected.df && step.residualDegrees == expected.df_residual)
      #expect(agree(step.pValue, expected.p, 1e-8))
    }
    // The last step is the regression itself.
    let whole = try LinearRegression(errors: .init(rawValue: c.errors)!).fit(to: frame, outcome: 0)
    #expect(agree(steps.last?.rSquared, whole.rSquared) && steps.last?.modelDegrees == whole.dfModel)
  }

  @Test("rows and their moments give the same blocks") func moments() throws {
    let frame = SmallTable(reference: "swiss").frame("Fertility", on: ["Agriculture", "Education", "Catholic"])
    let blocks: [AnalysisRoles.ModelBlock] = [
      .init(name: "one", members: ["Education"]), .init(name: "two", members: ["Catholic", "Agriculture"]),
    ]
    let rows = try HierarchicalRegression(errors: .classical).fit(to: frame, outcome: 0, blocks: blocks)
    let sums = try HierarchicalRegression().fit(
      to: Moments(frame), outcome: 3, predictors: frame.players, blocks: blocks)
    for (a, b) in zip(rows, sums) {
      #expect(a.block == b.block && agree(a.change, b.change, 1e-9) && agree(a.fStatistic, b.fStatistic, 1e-9))
      #expect(agree(a.pValue, b.pValue, 1e-9))
    }
  }

  @Test("a block that only repeats earlier ones adds nothing and has no test") func repeated() throws {
    let table = SmallTable(reference: "swiss")
    let twice = table.adding("twice", table["Education"].map { 2 * $0 })
    let frame = twice.frame("Fertility", on: ["Education", "twice"])
    let steps = try HierarchicalRegression().fit(
      to: frame, outcome: 0,
      blocks: [.init(name: "a", members: ["Education"]), .init(name: "b", members: ["twice"])])
    #expect(steps[1].addedTerms == 0 && steps[1].change == 0)
    #expect(steps[1].fStatistic == nil && steps[1].pValue == nil)
  }
}
