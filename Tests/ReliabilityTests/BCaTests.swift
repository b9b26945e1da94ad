import Measures
import Reliability
import Resampling
import Survey
import TestSupport
import Testing

/// Against `boot::boot.ci`: `Tests/References/resampling/bca.R` made the figures.
@Suite("BCa intervals of reliabilities") struct BCaTests {
  @Test func `alpha and omega have the intervals of R's boot`() throws {
    let frame = try ReliabilityPropertyTests.frame(BCaReference.items())
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "s", items: [0, 1, 2])],
      bootstrap: BootstrapSpecification(replicates: BCaReference.replicates, interval: .bca)
    ).fit(to: frame, jobs: 2)
    for (name, own) in [("alpha", fit.scales[0].alpha), ("omega", fit.scales[0].omegaTotal)] {
      let expected = try BCaReference.interval(name)
      let interval = try #require(own.interval)
      #expect(abs(interval.low - expected.low) < expected.lowError, "\(name) \(interval)")
      #expect(abs(interval.high - expected.high) < expected.highError, "\(name) \(interval)")
    }
    #expect(!fit.notes.contains { $0.kind == .noBca })
  }

  @Test func `a matrix has percentile intervals instead, and a note says so`() throws {
    let moments = Moments(try ReliabilityPropertyTests.frame(BCaReference.items()))
    func fit(_ kind: IntervalKind) throws -> ReliabilityAnalysis.Fit {
      try ReliabilityAnalysis(
        scales: [.init(name: "s", items: [0, 1, 2])], bootstrap: BootstrapSpecification(replicates: 200, interval: kind)
      ).fit(to: moments)
    }
    let (bca, percentile) = (try fit(.bca), try fit(.percentile))
    #expect(bca.scales[0].alpha == percentile.scales[0].alpha && bca.scales[0].alpha.interval != nil)
    #expect(bca.notes.contains { $0.kind == .noBca } && !percentile.notes.contains { $0.kind == .noBca })
  }
}
