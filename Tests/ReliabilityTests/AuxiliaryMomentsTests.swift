import Factors
import Foundation
import LinearAlgebra
import Measures
import Reliability
import Resampling
import Survey
import TestSupport
import Testing

/// What rests on maximum likelihood moments beside lavaan's saturated model with an auxiliary variable (`References/missing/auxiliary.R`).
@Suite struct AuxiliaryMomentsTests {
  private static let names = (1...6).map { "x\($0)" }

  private static func frame(auxiliary: Bool = true) throws -> ModelFrame {
    let table = try ReferenceCSV("missing/ratings.csv")
    let data = Dataset(
      variables: (names + ["y"]).map { Variable(name: $0, values: .double(table.numbers($0))) },
      rowCount: table.rows.count)
    var roles = AnalysisRoles(
      outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) }, missing: .em)
    if auxiliary { roles.auxiliary = [.init(name: "y")] }
    return try ModelFrame(data, roles: roles, ratings: false)
  }

  private static func reference() throws -> [String: Any] { try PackageFiles.json("missing/auxiliary.json") }

  @Test("correlations and their errors") func correlations() throws {
    let theirs = try #require(Self.reference()["correlations"] as? [[String: Any]])
    let fit = try CorrelationAnalysis(bootstrap: BootstrapSpecification(replicates: 60, seed: 4)).fit(to: Self.frame())
    #expect(fit.names == Self.names && fit.pairs.count == theirs.count && fit.replicatesUsed > 55)
    let bare = try CorrelationAnalysis(bootstrap: BootstrapSpecification(replicates: 0)).fit(to: Self.frame())
    for row in theirs {
      let (a, b) = (row["a"] as! String, row["b"] as! String)
      let pair = try #require(
        bare.pairs.first { Set([bare.names[$0.a], bare.names[$0.b]]) == [a, b] })
      #expect(abs(pair.correlation - (row["r"] as! Double)) < 1e-6, "\(a) \(b)")
      #expect(abs(pair.standardError! / (row["error"] as! Double) - 1) < 1e-5, "\(a) \(b)")
    }
    let without = try CorrelationAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: Self.frame(auxiliary: false))
    #expect(zip(bare.pairs, without.pairs).contains { abs($0.correlation - $1.correlation) > 1e-3 })
  }

  @Test("one factor, χ² and its scaling") func oneFactor() throws {
    let theirs = try Self.reference()
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "f", items: Array(0..<6))], bootstrap: BootstrapSpecification(replicates: 40, seed: 2)
    ).fit(to: Self.frame())
    let check = try #require(fit.scales[0].check)
    #expect(abs(check.chiSquared! * check.scaling! - (theirs["chi_squared"] as! Double)) < 1e-3)
    #expect(abs(check.scaling! - (theirs["scaling"] as! Double)) < 1e-4)
    #expect(fit.replicatesUsed > 35)
  }

  @Test("loadings of a factor analysis") func factors() throws {
    let theirs = try #require(Self.reference()["loadings"] as? [Double])
    let exploration = FactorExploration(
      factors: 1, analysis: FactorAnalysis(factors: 1, extraction: .maximumLikelihood), parallelReplicates: 0,
      bootstrap: BootstrapSpecification(replicates: 40, seed: 2))
    let fit = try exploration.fit(to: Self.frame())
    let loadings = fit.solution.loadings
    #expect(loadings.rows == 6 && fit.means?.count == 6)
    for k in 0..<6 { #expect(abs(abs(loadings[k, 0]) - theirs[k]) < 1e-5, "\(k)") }
    #expect(fit.rowsUsed == 400)
  }
}
