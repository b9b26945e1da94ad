import Factors
import LinearAlgebra
import Measures
import Survey
import Testing

@Suite struct FactorBadInputTests {
  private func input(_ rows: [[Double]], n: Double? = 100) throws -> CorrelationInput {
    var matrix = SymmetricMatrix(order: rows.count)
    for i in rows.indices { for j in 0...i { matrix[i, j] = rows[i][j] } }
    return try CorrelationInput(
      names: rows.indices.map { "x\($0 + 1)" }, correlation: matrix, n: n, isNormalTheory: true)
  }

  private func moments(_ diagonal: [Double]) -> Moments {
    var scatter = SymmetricMatrix(order: diagonal.count)
    for (i, value) in diagonal.enumerated() { scatter[i, i] = value }
    return Moments(
      names: diagonal.indices.map { "x\($0 + 1)" }, n: 50, sumOfWeights: 50, sumOfSquaredWeights: 50,
      means: [Double](repeating: 3, count: diagonal.count), scatter: scatter)
  }

  @Test func `an item without variation is named`() {
    #expect(throws: DataFault.constant(variable: "x2", value: 3)) { try CorrelationInput(moments([1, 0, 1, 1])) }
  }

  @Test func `a negative variance is named`() {
    let fault = #expect(throws: DataFault.self) { try CorrelationInput(moments([1, 1, -1, 1])) }
    #expect(fault?.description.contains("negative variance of 'x3'") == true)
  }

  @Test func `two items that are the same are named`() {
    #expect(throws: FactorFault.sameItems(a: "x1", b: "x3", correlation: 1)) {
      try input([[1], [0.3, 1], [1, 0.3, 1], [0.2, 0.4, 0.2, 1]])
    }
    let fault = #expect(throws: FactorFault.self) { try input([[1], [-1, 1], [0.3, -0.3, 1]]) }
    #expect(fault?.description.contains("turned round") == true)
  }

  @Test func `an item that is the sum of others is named`() {
    // x3 = (x1 + x2)/√2 of uncorrelated x1 and x2.
    let r = 0.5.squareRoot()
    #expect(throws: FactorFault.dependentItems(variable: "x3")) { try input([[1], [0, 1], [r, r, 1]]) }
  }

  @Test func `two items are too few`() {
    #expect(throws: FactorFault.tooFewItems(items: 2, needed: 3, analysis: "a factor analysis")) {
      try input([[1], [0.5, 1]])
    }
  }

  @Test func `more items than respondents are refused`() {
    #expect(throws: FactorFault.tooFewRespondents(rows: 3, items: 3, analysis: "a factor analysis")) {
      try input([[1], [0.5, 1], [0.4, 0.3, 1]], n: 3)
    }
  }

  @Test func `correlations that no answers can have are refused`() {
    let fault = #expect(throws: DataFault.self) { try input([[1], [0.9, 1], [0.9, -0.9, 1]]) }
    #expect(fault?.description.contains("not positive definite") == true)
  }

  @Test func `too many factors are refused with the limit`() throws {
    let (thurstone, _, _) = try Reference.set("thurstone")
    #expect(throws: FactorFault.tooManyFactors(factors: 6, items: 9, limit: 5)) {
      try FactorAnalysis(factors: 6).fit(to: thurstone)
    }
    // Ledermann's bound: 9 items carry five factors with one degree of freedom.
    #expect(FactorAnalysis.mostFactors(items: 9) == 5)
    #expect(FactorAnalysis.mostFactors(items: 3) == 1)
  }

  @Test func `a Heywood case is bounded, noted and has no analytic errors`() throws {
    // One factor of three items with r13·r12/r23 above 1: the uniqueness of the first would be negative.
    let heywood = try input([[1], [0.8, 1], [0.8, 0.5, 1]])
    for extraction in [FactorAnalysis.Extraction.minres, .maximumLikelihood, .principalAxis, .generalizedLeastSquares] {
      let fit = try FactorAnalysis(factors: 1, extraction: extraction).fit(to: heywood)
      #expect(fit.heywoodItems == [0], "\(extraction)")
      #expect(abs(fit.uniquenesses[0] - 0.005) < 1e-9)
      #expect(fit.notes.contains { $0.kind == .heywoodCase && $0.message.contains("'x1'") })
      #expect(fit.loadingErrors == nil)
    }
  }

  @Test func `naive tests are left out where they do not hold`() throws {
    let (thurstone, k, _) = try Reference.set("thurstone")
    var other = thurstone
    other.isNormalTheory = false
    let fit = try FactorAnalysis(factors: k, extraction: .maximumLikelihood).fit(to: other)
    #expect(fit.statistics.chiSquared == nil && fit.statistics.rmsea == nil && fit.loadingErrors == nil)
    #expect(fit.notes.contains { $0.kind == .noChiSquared })
    #expect(try Suitability(other).bartlett == nil)
    other.isNormalTheory = true
    other.n = nil
    let unknown = try FactorAnalysis(factors: k).fit(to: other)
    #expect(unknown.statistics.chiSquared == nil && unknown.statistics.rmsr > 0)
    #expect(FactorCount(other, replicates: 100).recommendation == "map")
  }
}
