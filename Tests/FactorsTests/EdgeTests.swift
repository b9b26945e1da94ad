import Factors
import Foundation
import LinearAlgebra
import Measures
import Optimization
import Probability
import Resampling
import Survey
import SurveyFiles
import Testing

@Suite struct EdgeTests {
  private func read(_ name: String) throws -> Dataset {
    let file = Reference.folder.appendingPathComponent(name)
    return try CSVReader(bytes: [UInt8](Data(contentsOf: file)), name: name).read(jobs: 1)
  }

  private func roles(_ items: [String], missing: MissingTreatment = .listwise, cluster: String? = nil) -> AnalysisRoles
  {
    AnalysisRoles(
      outcomes: [], players: items.map { .init(name: $0, items: [AnalysisRoles.Item(name: $0)]) }, cluster: cluster,
      missing: missing)
  }

  @Test func `an improper communality and its uniqueness add up to one`() throws {
    var matrix = SymmetricMatrix(order: 3)
    for (k, value) in [1, 0.8, 1, 0.8, 0.5, 1].enumerated() { matrix.packed[k] = value }
    let input = try CorrelationInput(names: ["a", "b", "c"], correlation: matrix, n: 100, isNormalTheory: true)
    let fit = try FactorAnalysis(factors: 1).fit(to: input)
    #expect(fit.heywoodItems == [0])
    for i in 0..<3 { #expect(abs(fit.communalities[i] + fit.remainders[i] - 1) < 1e-6) }
    let proper = try Reference.set("thurstone").input
    let other = try FactorAnalysis(factors: 3).fit(to: proper)
    #expect(other.heywoodItems.isEmpty && other.remainders == other.uniquenesses)
  }

  /// No two of three items were answered by the same people in the same way: .9, .9 and −.9 of a, b, c.
  @Test
  func `pairwise correlations that contradict each other are replaced by the nearest, without advice in a circle`()
    throws
  {
    let data = try read("contradictory-pairs.csv")
    let frame = try ModelFrame(data, roles: roles(data.names, missing: .pairwise), ratings: false)
    #expect(!Definiteness(Moments(frame).correlation).isSemidefinite)
    let fit = try FactorExploration(factors: 1, parallelReplicates: 0).fit(to: frame)
    #expect(Definiteness(fit.solution.input.correlation).isSemidefinite)
    #expect(fit.notes.contains { $0.kind == .nearestMatrix })
    #expect(!fit.notes.contains { $0.message.contains("listwise") })
    let resampled = try FactorExploration(
      factors: 1, parallelReplicates: 0, bootstrap: .init(replicates: 100, seed: 1)
    ).fit(to: frame)
    #expect((resampled.bootstrap?.replicatesUsed ?? 0) > 0)
  }

  @Test func `under clusters tests and formula errors are those of the clusters`() throws {
    var stream = RandomStream(seed: 4, stream: 0)
    let rows = 200
    var factor: [Double] = []
    for _ in 0..<rows { factor.append(stream.normal()) }
    var variables: [Variable] = []
    for k in 0..<5 {
      var column: [Double] = []
      for f in factor { column.append(0.7 * f + 0.7 * stream.normal()) }
      variables.append(Variable(name: "x\(k)", values: .double(column)))
    }
    var groups: [Double] = []
    for row in 0..<rows { groups.append(Double(row / 8)) }
    variables.append(Variable(name: "g", values: .double(groups)))
    let data = Dataset(variables: variables, rowCount: rows)
    let items = (0..<5).map { "x\($0)" }
    let exploration = FactorExploration(
      factors: 1, analysis: FactorAnalysis(factors: 1, extraction: .maximumLikelihood), parallelReplicates: 100)
    let naive = try exploration.fit(to: ModelFrame(data, roles: roles(items), ratings: false))
    let fit = try exploration.fit(to: ModelFrame(data, roles: roles(items, cluster: "g"), ratings: false))
    #expect(naive.solution.statistics.chiSquared != nil && naive.solution.loadingErrors != nil)
    let (own, other) = (fit.solution.statistics, naive.solution.statistics)
    #expect(own.scaling != nil && other.scaling != nil && own.scaling != other.scaling)
    #expect(own.bic == nil && other.bic != nil)
    #expect(fit.solution.loadingErrors != naive.solution.loadingErrors)
    #expect(fit.suitability.bartlett == nil && fit.count.parallel == nil)
    #expect(!fit.notes.contains { $0.kind == .noChiSquared })
    #expect(fit.solution.loadings == naive.solution.loadings)
  }

  /// Tests/References/factors/local-minima.csv: correlations of 20 items drawn with random loadings on six factors, which
  /// have no simple structure, so that geomin has many minima.
  @Test func `a hundred starts find what ten miss`() throws {
    #expect(FactorAnalysis(factors: 3).starts == 100)
    let lines = try String(contentsOf: Reference.folder.appendingPathComponent("local-minima.csv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",") }
    let names = lines[0].dropFirst().map(String.init)
    var matrix = SymmetricMatrix(order: names.count)
    for i in names.indices { for j in 0...i { matrix[i, j] = try #require(Double(lines[i + 1][j + 1])) } }
    let input = try CorrelationInput(names: names, correlation: matrix, n: 500, isNormalTheory: true)
    func end(_ starts: Int) throws -> Double {
      let rotation = try #require(
        try FactorAnalysis(factors: 6, rotation: Rotation(.geomin), starts: starts).fit(to: input).rotation)
      #expect(rotation.starts == starts && rotation.startsAtBest >= 1 && rotation.convergence.isConverged)
      return rotation.convergence.end
    }
    #expect(try end(100) < end(10) - 1e-4)
  }
}
