import Factors
import Foundation
import LinearAlgebra
import Measures
import Optimization
import Probability
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
    #expect(fit.notes.contains { $0.kind == "nearest_matrix" })
    #expect(!fit.notes.contains { $0.message.contains("listwise") })
    let resampled = try FactorExploration(
      factors: 1, parallelReplicates: 0, bootstrap: .init(replicates: 100, seed: 1)
    ).fit(to: frame)
    #expect((resampled.bootstrap?.replicatesUsed ?? 0) > 0)
  }

  @Test func `under clusters tests and formula errors are none`() throws {
    var stream = RandomStream(seed: 4, stream: 0)
    let rows = 200
    let factor = (0..<rows).map { _ in stream.normal() }
    var variables = (0..<5).map { k in
      Variable(name: "x\(k)", values: .double(factor.map { 0.7 * $0 + 0.7 * stream.normal() }))
    }
    variables.append(Variable(name: "g", values: .double((0..<rows).map { Double($0 / 8) })))
    let data = Dataset(variables: variables, rowCount: rows)
    let items = (0..<5).map { "x\($0)" }
    let exploration = FactorExploration(
      factors: 1, analysis: FactorAnalysis(factors: 1, extraction: .maximumLikelihood), parallelReplicates: 100)
    let naive = try exploration.fit(to: ModelFrame(data, roles: roles(items), ratings: false))
    let fit = try exploration.fit(to: ModelFrame(data, roles: roles(items, cluster: "g"), ratings: false))
    #expect(naive.solution.statistics.chiSquared != nil && naive.solution.loadingErrors != nil)
    #expect(fit.solution.statistics.chiSquared == nil && fit.solution.statistics.rmsea == nil)
    #expect(fit.solution.loadingErrors == nil && fit.suitability.bartlett == nil && fit.count.parallel == nil)
    #expect(fit.notes.contains { $0.kind == "no_chi_squared" && $0.message.contains("clusters") })
    #expect(fit.solution.loadings == naive.solution.loadings)
  }

  /// Criteria with many minima: loadings without simple structure.
  @Test func `a hundred starts find what ten miss`() throws {
    #expect(FactorAnalysis(factors: 3).starts == 100)
    var better = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      var stream = RandomStream(seed: seed, stream: 0)
      var loadings = Matrix(rows: 18, columns: 6)
      for k in loadings.storage.indices { loadings.storage[k] = 0.9 * stream.uniform() - 0.3 }
      var matrix = SymmetricMatrix(order: 18)
      for i in 0..<18 {
        for j in 0..<i {
          matrix[i, j] = (0..<6).reduce(0) { $0 + loadings[i, $1] * loadings[j, $1] } / 2
        }
        matrix[i, i] = 1
      }
      guard Definiteness(matrix).isDefinite else { continue }
      let input = try CorrelationInput(
        names: (0..<18).map { "x\($0)" }, correlation: matrix, n: 500, isNormalTheory: true)
      func end(_ starts: Int) throws -> Double {
        let rotation = try #require(
          try FactorAnalysis(factors: 6, rotation: Rotation(.geomin), starts: starts).fit(to: input).rotation)
        #expect(rotation.starts == starts && rotation.startsAtBest >= 1 && rotation.convergence.isConverged)
        return rotation.convergence.end
      }
      let (ten, hundred) = (try end(10), try end(100))
      #expect(hundred <= ten + 1e-9)
      if hundred < ten - 1e-5 { better += 1 }
    }
    #expect(better > 0)
  }
}
