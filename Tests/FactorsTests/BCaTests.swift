import Factors
import Measures
import Resampling
import Survey
import TestSupport
import Testing

/// Against `boot::boot.ci`: `Tests/References/resampling/bca.R` made the figures.
@Suite("BCa intervals of loadings") struct BCaTests {
  private func frame() throws -> ModelFrame {
    let columns = try BCaReference.items()
    let variables = columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) }
    return try ModelFrame(
      Dataset(variables: variables, rowCount: columns[0].count),
      roles: AnalysisRoles(
        outcomes: [],
        players: variables.map { AnalysisRoles.Player(name: $0.name, items: [AnalysisRoles.Item(name: $0.name)]) }),
      ratings: false)
  }

  @Test func `loadings of one factor have the intervals of R's boot`() throws {
    let frame = try frame()
    let fit = try FactorAnalysis(factors: 1).fit(to: CorrelationInput(Moments(frame)))
    let bootstrap = FactorBootstrap(
      fit, frame: frame, BootstrapSpecification(replicates: BCaReference.replicates, interval: .bca), jobs: 2)
    for k in 0..<3 {
      let expected = try BCaReference.interval("loading\(k + 1)")
      let interval = try #require(bootstrap.loadings[k].interval)
      #expect(abs(interval.low - expected.low) < expected.lowError, "\(k) \(interval)")
      #expect(abs(interval.high - expected.high) < expected.highError, "\(k) \(interval)")
    }
    #expect(!bootstrap.notes.contains { $0.kind == .noBca })
  }

  @Test func `a matrix has percentile intervals instead, and a note says so`() throws {
    let fit = try FactorAnalysis(factors: 1).fit(to: CorrelationInput(Moments(try frame())))
    let bca = try #require(FactorBootstrap(fit, BootstrapSpecification(replicates: 200, interval: .bca)))
    let percentile = try #require(FactorBootstrap(fit, BootstrapSpecification(replicates: 200)))
    #expect(bca.loadings == percentile.loadings && bca.loadings[0].interval != nil)
    #expect(bca.notes.contains { $0.kind == .noBca } && !percentile.notes.contains { $0.kind == .noBca })
  }
}
