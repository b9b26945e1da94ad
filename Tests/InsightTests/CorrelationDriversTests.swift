import Importance
import Insight
import LinearAlgebra
import Measures
import Regression
import Resampling
import Survey
import Testing

/// Drivers from correlations of ranks and of ratings.
@Suite struct CorrelationDriversTests {
  static let none = BootstrapSpecification(replicates: 0)

  func importance(_ fit: DriverAnalysis.Fit) -> [Double] {
    fit.outcomes[0].methods[0].drivers.map { $0.importance.value! }
  }

  /// Spearman's correlations are Pearson's of midranks, counted here by comparing all pairs.
  @Test func ranksAreAnOrdinaryAnalysisOfMidranks() throws {
    let dataset = Samples.ratings(150)
    let roles = Samples.roles(scale: nil)
    let ranked = dataset.variables.reduce(dataset) { result, variable in
      let values = variable.doubles
      let ranks = values.map { x in
        values.reduce(0.5) { $0 + ($1 < x ? 1 : $1 == x ? 0.5 : 0) }
      }
      return result.replacing(Variable(name: variable.name, values: .double(ranks)))
    }
    let plain = try DriverAnalysis(bootstrap: Self.none).fit(to: ModelFrame(ranked, roles: roles))
    let spearman = try DriverAnalysis(bootstrap: Self.none, correlation: .spearman)
      .fit(to: ModelFrame(dataset, roles: roles))
    for (a, b) in zip(importance(plain), importance(spearman)) { #expect(abs(a - b) < 1e-12) }
    #expect(abs(plain.outcomes[0].regression.rSquared - spearman.outcomes[0].regression.rSquared) < 1e-12)
    for (a, b) in zip(plain.outcomes[0].regression.terms.dropFirst(), spearman.outcomes[0].regression.terms.suffix(4)) {
      #expect(abs(a.beta! - b.estimate!) < 1e-12)
    }
  }

  /// The coefficients solve R·b = r of the matrix that `correlate` gives.
  @Test func polychoricDriversStartFromThePolychoricMatrix() throws {
    let dataset = Samples.ratings(300, seed: 3)
    let frame = try ModelFrame(dataset, roles: Samples.roles())
    let fit = try DriverAnalysis(bootstrap: Self.none, correlation: .polychoric).fit(to: frame)
    let all = try ModelFrame(
      dataset,
      roles: AnalysisRoles(
        outcomes: [],
        players: ["x1", "x2", "x3", "x4", "y"].map { name in
          .init(name: name, items: [.init(name: name, scale: name == "y" ? nil : RatingScale(1, 7))])
        }))
    let matrix = try CorrelationAnalysis(method: .polychoric).fit(to: all).matrix
    let solved = try Cholesky(matrix.selecting([0, 1, 2, 3])).solve((0..<4).map { matrix[4, $0] })
    let terms = fit.outcomes[0].regression.terms.suffix(4)
    for (term, b) in zip(terms, solved) { #expect(abs(term.estimate! - b) < 1e-10) }
    let explained = (0..<4).reduce(0) { $0 + solved[$1] * matrix[4, $1] }
    #expect(abs(fit.outcomes[0].regression.rSquared - explained) < 1e-10)
    #expect(abs(importance(fit).reduce(0, +) - explained) < 1e-10)
    // No formula gives their errors.
    #expect(terms.allSatisfy { $0.stdError == nil && $0.pValue == nil })
    #expect(fit.outcomes[0].regression.rSquaredLow == nil && fit.outcomes[0].regression.pValue == nil)
    #expect(fit.notes.contains { $0.kind == .analyticErrors && $0.message.contains("polychoric") })
    #expect(fit.performance.allSatisfy { $0.value != nil })
  }

  @Test(arguments: [CorrelationMethod.polychoric, .kendall, .mixed])
  func everyReplicateHasCorrelationsOfItsOwn(_ method: CorrelationMethod) throws {
    let frame = try ModelFrame(Samples.ratings(200, seed: 4), roles: Samples.roles())
    let analysis = DriverAnalysis(
      errors: .bootstrap, bootstrap: BootstrapSpecification(replicates: 80, seed: 5), correlation: method)
    let one = try analysis.fit(to: frame, jobs: 1)
    let two = try analysis.fit(to: frame, jobs: 2)
    #expect(one.replicatesUsed == 80)
    for (a, b) in zip(one.outcomes[0].methods[0].drivers, two.outcomes[0].methods[0].drivers) {
      #expect(a.share == b.share)
      #expect(a.share.low! < a.share.value! && a.share.value! < a.share.high!)
    }
    #expect(one.outcomes[0].regression.terms.suffix(4).allSatisfy { $0.stdError! > 0 })
    #expect(one.outcomes[0].rSquared.low != nil)
  }

  @Test func whatCannotBe() throws {
    let frame = try ModelFrame(Samples.ratings(100), roles: Samples.roles())
    #expect(throws: DataFault.self) { try DriverAnalysis(bootstrap: Self.none, correlation: .partial).fit(to: frame) }
    #expect(throws: DataFault.self) {
      try DriverAnalysis(errors: .hc3, bootstrap: Self.none, correlation: .spearman).fit(to: frame)
    }
    #expect(throws: DataFault.self) {
      try DriverAnalysis(bootstrap: Self.none, permutations: 100, correlation: .spearman).fit(to: frame)
    }
    let moments = Moments(frame)
    #expect(throws: DataFault.self) {
      try DriverAnalysis(bootstrap: Self.none, correlation: .kendall).fit(to: moments, roles: Samples.roles())
    }
  }
}
