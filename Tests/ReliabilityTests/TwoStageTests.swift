import Foundation
import Measures
import Reliability
import Resampling
import Survey
import TestSupport
import Testing

/// One factor of answers that are partly missing against lavaan's `missing = "robust.two.stage"`.
@Suite struct TwoStageTests {
  @Test("χ² of one factor and its scaling are those of the robust two-stage method") func oneFactor() throws {
    let table = try ReferenceCSV("missing/ratings.csv")
    let names = (1...6).map { "x\($0)" }
    let data = Dataset(
      variables: names.map { Variable(name: $0, values: .double(table.numbers($0))) }, rowCount: table.rows.count)
    let roles = AnalysisRoles(
      outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) }, missing: .em)
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "f", items: Array(0..<6))], bootstrap: BootstrapSpecification(replicates: 0)
    ).fit(to: ModelFrame(data, roles: roles, ratings: false))
    let check = try #require(fit.scales[0].check)
    let reference = try #require(PackageFiles.json("missing/missing.json")["two_stage"] as? [String: Double])
    // lavaan stops its search for the loadings at 1e-6 or so.
    #expect(abs(check.chiSquared! * check.scaling! - reference["chisq"]!) < 1e-3)
    #expect(abs(check.scaling! - reference["scaling_structured"]!) < 1e-4)
    // Its own scaling has the weight of the sample's moments in place of the model's, which is the same in large samples.
    #expect(abs(check.scaling! / reference["chisq.scaling.factor"]! - 1) < 0.01)
    #expect(abs(check.pValue! - reference["pvalue.scaled"]!) < 5e-3)
    #expect(fit.n == 400)
  }
}
