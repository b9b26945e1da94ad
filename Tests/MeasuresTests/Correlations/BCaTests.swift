import Measures
import Resampling
import Survey
import TestSupport
import Testing

/// Against `boot::boot.ci`: `Tests/References/resampling/bca.R` made the figures.
@Suite("BCa intervals of correlations") struct CorrelationBCaTests {
  @Test func `a correlation has the interval of R's boot`() throws {
    let columns = try BCaReference.items()
    let variables = columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) }
    let frame = try ModelFrame(
      Dataset(variables: variables, rowCount: columns[0].count),
      roles: AnalysisRoles(
        outcomes: [],
        players: variables.map { AnalysisRoles.Player(name: $0.name, items: [AnalysisRoles.Item(name: $0.name)]) }),
      ratings: false)
    var analysis = CorrelationAnalysis()
    analysis.bootstrap = BootstrapSpecification(replicates: BCaReference.replicates, interval: .bca)
    let fit = try analysis.fit(to: frame, jobs: 2)
    let expected = try BCaReference.interval("correlation")
    let pair = try #require(fit.pairs.first)
    #expect(abs(try #require(pair.low) - expected.low) < expected.lowError)
    #expect(abs(try #require(pair.high) - expected.high) < expected.highError)
  }
}
