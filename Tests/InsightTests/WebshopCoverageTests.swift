import Foundation
import Insight
import Measures
import Resampling
import Simulation
import Studies
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Webshop's population is known: intervals from fresh samples must hold its shares as often as they say.
@Suite struct WebshopCoverageTests {
  static let folder = PackageFiles.root.appending(path: "datasets/webshop")

  @Test("95 % intervals of shares cover the population's in about 95 of 100 fresh surveys") func coverage() throws {
    let model = try SurveyModel.read(path: Self.folder.appending(path: "model.yaml").path)
    let study = try StudyFile.read(path: Self.folder.appending(path: "webshop.yaml").path).specification
    let truth = try model.populationShares(wave: "2")
    let analysis = DriverAnalysis(
      bootstrap: BootstrapSpecification(replicates: 399), dominance: false)
    let samples = 400
    var covered = truth.map { [Int](repeating: 0, count: $0.shares.count) }
    var ranksHold = [Int](repeating: 0, count: truth.count)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    for sample in 0..<samples {
      let survey = try model.draw(seed: UInt64(1000 + sample), areCodesMissing: true)
      let wave = try RowCondition("wave = 2").rows(in: survey)
      let roles = try study.roles(in: survey.names)
      let fit = try analysis.fit(to: ModelFrame(survey.selecting(wave), roles: roles), jobs: cores)
      for (o, population) in truth.enumerated() {
        let outcome = try #require(fit.outcomes.first { $0.outcome.name == population.outcome })
        let drivers = outcome.methods[0].drivers
        for (k, share) in population.shares.enumerated() {
          if drivers[k].share.low! <= share && share <= drivers[k].share.high! { covered[o][k] += 1 }
        }
        let ranks = population.shares.map { share in 1 + population.shares.count { $0 > share } }
        if zip(drivers, ranks).allSatisfy({ $0.rankLow! <= $1 && $1 <= $0.rankHigh! }) { ranksHold[o] += 1 }
      }
    }
    // Four binomial standard errors about .95 are ± .044; the target for percentile intervals is .925 to .975.
    for (o, population) in truth.enumerated() {
      for (k, driver) in population.drivers.enumerated() {
        let share = Double(covered[o][k]) / Double(samples)
        #expect(share > 0.906 && share < 0.994, "\(population.outcome) \(driver): \(share)")
      }
      // All ranks at once: at least as often as promised.
      #expect(Double(ranksHold[o]) / Double(samples) > 0.92, "\(population.outcome)")
    }
  }
}
