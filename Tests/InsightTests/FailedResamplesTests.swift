import Importance
import Insight
import Measures
import Regression
import Resampling
import Survey
import Testing

@Suite struct FailedResamplesTests {
  /// One of 24 respondents answers otherwise: without that one, in (23/24)²⁴ = 36 % of resamples, the outcome is constant.
  @Test func `there are no intervals where more than one resample in twenty fails`() throws {
    var dataset = Samples.ratings(24, drivers: 2)
    let index = dataset.variables.firstIndex { $0.name == "y" }!
    dataset = Samples.dataset(
      dataset.variables.indices.map { k in
        (dataset.variables[k].name, k == index ? (0..<24).map { $0 == 7 ? 1 : 0 } : dataset.variables[k].doubles)
      })
    let frame = try ModelFrame(dataset, roles: Samples.roles(drivers: 2))
    let analysis = DriverAnalysis(
      methods: [.lmg], errors: .bootstrap, bootstrap: BootstrapSpecification(replicates: 200, seed: 1), folds: 0)
    let fit = try analysis.fit(to: frame)
    let note = try #require(fit.notes.first { $0.kind == .replicatesFailed })
    #expect(note.message.contains("of 200 resamples") && note.message.contains("no intervals"))
    for driver in fit.outcomes[0].methods[0].drivers {
      #expect(driver.share.value != nil && driver.share.low == nil && driver.rankLow == nil)
      #expect(driver.frequencyOfFirst == nil)
    }
    #expect(fit.outcomes[0].regression.terms.allSatisfy { $0.stdError == nil })
    #expect(fit.replicatesUsed + fit.failures.reduce(0) { $0 + $1.count } == 200)
  }
}
