import Foundation
import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// Two clusters in each of twenty strata: intervals from resamples that draw two of two are too narrow by half of the variance
/// and hold about 81 of 100 true values.
@Suite struct DesignCoverageTests {
  private static let weights = [0.6, 0.45, 0.3, 0.2]

  /// Clusters of twelve: everybody's answers share what they think on the whole and what their cluster is like.
  private static func survey(clusters: Int, seed: UInt64) -> Dataset {
    let shifts = (0..<20).map { 0.3 * cos(Double($0) * 1.7) }
    var columns = [[Double]](repeating: [], count: 7)
    var stream = RandomStream(seed: seed, stream: 0)
    for stratum in 0..<20 {
      for cluster in 0..<clusters {
        let own = (0..<5).map { _ in 0.5 * stream.normal() }
        for _ in 0..<12 {
          let general = stream.normal() + shifts[stratum]
          var outcome = 7.5 + 1.2 * own[4] + 1.2 * stream.normal()
          for k in 0..<4 {
            let rating = max(1, min(5, (3.9 + 0.75 * general + 0.66 * stream.normal() + own[k]).rounded()))
            columns[k].append(rating)
            outcome += weights[k] * 1.2 * (rating - 4)
          }
          columns[4].append(max(0, min(10, outcome.rounded())))
          columns[5].append(Double(stratum))
          columns[6].append(Double(cluster))
        }
      }
    }
    return Samples.dataset(zip(["x1", "x2", "x3", "x4", "y", "stratum", "cluster"], columns).map { ($0, $1) })
  }

  @Test("95 % intervals hold shares, performance and coefficients in about 95 of 100 samples") func coverage() throws {
    var roles = Samples.roles(scale: RatingScale(1, 5))
    let truth = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0), dominance: false)
      .fit(to: ModelFrame(Self.survey(clusters: 400, seed: 9), roles: roles))
    (roles.strata, roles.cluster) = ("stratum", "cluster")
    let analysis = DriverAnalysis(
      errors: .bootstrap, bootstrap: BootstrapSpecification(replicates: 299), dominance: false)
    let samples = 150
    var (shares, performance, coefficients) = (0, 0, 0)
    for sample in 0..<samples {
      let fit = try analysis.fit(
        to: ModelFrame(Self.survey(clusters: 2, seed: UInt64(1000 + sample)), roles: roles),
        jobs: ProcessInfo.processInfo.activeProcessorCount)
      for k in 0..<4 {
        let (share, own) = (fit.outcomes[0].methods[0].drivers[k].share, fit.performance[k])
        let expected = try #require(truth.outcomes[0].methods[0].drivers[k].share.value)
        if try #require(share.low) <= expected, try #require(share.high) >= expected { shares += 1 }
        let mean = try #require(truth.performance[k].value)
        if try #require(own.low) <= mean, try #require(own.high) >= mean { performance += 1 }
        let term = fit.outcomes[0].regression.terms[k + 1]
        let slope = try #require(truth.outcomes[0].regression.terms[k + 1].estimate)
        if try #require(term.low) <= slope, try #require(term.high) >= slope { coefficients += 1 }
      }
    }
    // 600 of each, four by four from one sample: a standard error of about 1.3 points.
    for (what, count) in [("shares", shares), ("performance", performance), ("coefficients", coefficients)] {
      let share = Double(count) / Double(4 * samples)
      #expect(share > 0.88 && share < 0.99, "\(what): \(share)")
    }
  }
}
