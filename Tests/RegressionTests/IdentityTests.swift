import LinearAlgebra
import Measures
import Probability
import Regression
import Survey
import Testing

private typealias Kind = LinearRegression.ErrorKind
private let six = ["complaints", "privileges", "learning", "raises", "critical", "advance"]
private let attitude = SmallTable(reference: "attitude")
private let sandwiches: [Kind] = [.classical, .hc0, .hc1, .hc2, .hc3, .hc4]

private func same(
  _ a: LinearRegression.Fit, _ b: LinearRegression.Fit, _ relative: Double = 1e-11, estimatesOnly: Bool = false
) -> Bool {
  guard a.terms.count == b.terms.count, agree(a.rSquared, b.rSquared, relative) else { return false }
  for (x, y) in zip(a.terms, b.terms) {
    guard x.name == y.name, agree(x.estimate, y.estimate, relative), agree(x.beta, y.beta, relative) else {
      return false
    }
    guard agree(x.vif, y.vif, relative), agree(x.partCorrelation, y.partCorrelation, relative) else { return false }
    guard agree(x.partialCorrelation, y.partialCorrelation, relative) else { return false }
    if estimatesOnly { continue }
    guard agree(x.stdError, y.stdError, relative), agree(x.pValue, y.pValue, relative * 10) else { return false }
    guard agree(x.low, y.low, relative * 10), agree(x.high, y.high, relative * 10), x.df == y.df else { return false }
  }
  if estimatesOnly { return true }
  return agree(a.fStatistic, b.fStatistic, relative * 10) && agree(a.sigma, b.sigma, relative)
    && agree(a.logLikelihood, b.logLikelihood, relative) && agree(a.bic, b.bic, relative) && a.n == b.n
    && agree(a.rSquaredLow, b.rSquaredLow, 1e-9) && agree(a.rSquaredHigh, b.rSquaredHigh, 1e-9)
}

@Suite struct IdentityTests {
  /// Each row of attitude as often as column f says.
  private let repeated = attitude.selecting(
    attitude["f"].enumerated().flatMap { Array(repeating: $0.offset, count: Int($0.element)) })

  @Test("frequency weights give what repeated rows give", arguments: sandwiches + [.cluster, .design])
  func frequencies(kind: LinearRegression.ErrorKind) throws {
    // 10 clusters cannot carry a joint test of 6 with all errors; three predictors can.
    let model = LinearRegression(errors: kind)
    let drivers = ["complaints", "learning", "critical"]
    for clusters in kind == .cluster ? ["g"] : kind == .design ? [nil, "g"] : [nil] as [String?] {
      let counted = attitude.frame("rating", on: drivers, weights: "f", kind: .frequency, clusters: clusters)
      let rows = repeated.frame("rating", on: drivers, clusters: clusters)
      #expect(same(try model.fit(to: counted, outcome: 0), try model.fit(to: rows, outcome: 0)))
    }
    if kind == .design {
      let counted = attitude.frame("rating", on: drivers, weights: "f", kind: .frequency, strata: "g")
      #expect(
        same(
          try model.fit(to: counted, outcome: 0),
          try model.fit(to: repeated.frame("rating", on: drivers, strata: "g"), outcome: 0)))
    }
  }

  @Test("unit weights of any kind are no weights, up to the kind's own errors", arguments: WeightsKind.allCases)
  func unitWeights(kind: WeightsKind) throws {
    let table = attitude.adding("one", Array(repeating: 1, count: 30))
    for errors in sandwiches {
      let model = LinearRegression(errors: errors)
      let weighted = try model.fit(to: table.frame("rating", on: six, weights: "one", kind: kind), outcome: 0)
      let plain = try model.fit(to: table.frame("rating", on: six), outcome: 0)
      #expect(same(weighted, plain, estimatesOnly: kind == .sampling))
      for (a, b) in zip(weighted.terms, plain.terms) { #expect(agree(a.stdError, b.stdError, 1e-12)) }
    }
  }

  @Test("the scale of sampling weights changes nothing")
  func weightScale() throws {
    let huge = attitude.adding("w2", attitude["w"].map { $0 * 1e200 })
    for kind in [nil, .hc3, .cluster] as [LinearRegression.ErrorKind?] {
      let model = LinearRegression(errors: kind)
      let a = try model.fit(
        to: attitude.frame("rating", on: six, weights: "w", kind: .sampling, clusters: "g"), outcome: 0)
      let b = try model.fit(
        to: huge.frame("rating", on: six, weights: "w2", kind: .sampling, clusters: "g"), outcome: 0)
      #expect(same(a, b))
      #expect(a.logLikelihood == nil && a.aic == nil && a.bic == nil)
    }
  }

  @Test("linearised errors without weights are HC0·n/(n − 1), one cluster per row is HC1")
  func specialCases() throws {
    let table = attitude.adding("row", (0..<30).map(Double.init))
    let hc0 = try LinearRegression(errors: .hc0).fit(to: table.frame("rating", on: six), outcome: 0)
    let design = try LinearRegression(errors: .design).fit(to: table.frame("rating", on: six), outcome: 0)
    let hc1 = try LinearRegression(errors: .hc1).fit(to: table.frame("rating", on: six), outcome: 0)
    let cluster = try LinearRegression(errors: .cluster).fit(
      to: table.frame("rating", on: six, clusters: "row"), outcome: 0)
    for k in 0...6 {
      #expect(agree(design.terms[k].stdError, hc0.terms[k].stdError! * (30.0 / 29).squareRoot(), 1e-12))
      #expect(agree(cluster.terms[k].stdError, hc1.terms[k].stdError, 1e-12))
    }
    #expect(design.terms[1].df == 23 && cluster.terms[1].df == 29)
  }

  @Test("default errors follow the design")
  func defaults() throws {
    func kind(_ frame: ModelFrame) throws -> LinearRegression.ErrorKind {
      try LinearRegression().fit(to: frame, outcome: 0).errors
    }
    #expect(try kind(attitude.frame("rating", on: six)) == .hc3)
    #expect(try kind(attitude.frame("rating", on: six, weights: "w", kind: .sampling)) == .design)
    #expect(try kind(attitude.frame("rating", on: six, weights: "w", kind: .precision)) == .hc3)
    #expect(try kind(attitude.frame("rating", on: six, weights: "f", kind: .frequency)) == .hc3)
    #expect(try kind(attitude.frame("rating", on: six, clusters: "g")) == .cluster)
    #expect(try kind(attitude.frame("rating", on: six, clusters: "g", strata: "f")) == .design)
  }

  @Test("affine changes of scale move coefficients and errors as they should", arguments: sandwiches)
  func affine(kind: LinearRegression.ErrorKind) throws {
    var moved = attitude
    moved.columns["complaints"] = attitude["complaints"].map { 1000 * $0 - 7 }
    moved.columns["rating"] = attitude["rating"].map { 3 - 0.5 * $0 }
    let model = LinearRegression(errors: kind)
    let a = try model.fit(to: attitude.frame("rating", on: six), outcome: 0)
    let b = try model.fit(to: moved.frame("rating", on: six), outcome: 0)
    #expect(agree(b.terms[1].estimate, a.terms[1].estimate! * -0.5 / 1000, 1e-12))
    #expect(agree(b.terms[1].stdError, a.terms[1].stdError! * 0.5 / 1000, 1e-12))
    #expect(agree(b.terms[2].estimate, a.terms[2].estimate! * -0.5, 1e-11))
    #expect(agree(b.terms[2].beta, -a.terms[2].beta!, 1e-11))
    #expect(agree(b.rSquared, a.rSquared, 1e-13) && agree(b.fStatistic, a.fStatistic, 1e-11))
    #expect(agree(b.sigma, a.sigma / 2, 1e-12))
  }

  @Test("the order of the columns does not matter", arguments: sandwiches)
  func order(kind: LinearRegression.ErrorKind) throws {
    let model = LinearRegression(errors: kind)
    let a = try model.fit(to: attitude.frame("rating", on: six), outcome: 0)
    let b = try model.fit(to: attitude.frame("rating", on: six.reversed()), outcome: 0)
    for name in six {
      #expect(agree(a.term(name)!.estimate, b.term(name)!.estimate, 1e-11))
      #expect(agree(a.term(name)!.stdError, b.term(name)!.stdError, 1e-12))
      #expect(agree(a.term(name)!.vif, b.term(name)!.vif, 1e-12))
    }
    #expect(agree(a.terms[0].stdError, b.terms[0].stdError, 1e-12))
  }

  @Test("moments give what rows give", arguments: [nil, .frequency, .precision, .sampling] as [WeightsKind?])
  func moments(kind: WeightsKind?) throws {
    let weights = kind == nil ? nil : kind == .frequency ? "f" : "w"
    let frame = attitude.frame("rating", on: six, weights: weights, kind: kind)
    let rows = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
    let fit = try LinearRegression().fit(to: Moments(frame), outcome: 6, predictors: Array(0..<6))
    #expect(same(fit, rows, estimatesOnly: true))
    switch kind {
    case nil, .frequency: #expect(same(fit, rows))
    case .precision:
      // The sum of the logarithms of the weights is not among the moments.
      #expect(agree(fit.terms[3].stdError, rows.terms[3].stdError) && fit.logLikelihood == nil)
    case .sampling:
      #expect(fit.terms[3].stdError == nil && fit.fStatistic == nil && fit.covariance == nil)
      #expect(fit.notes.contains { $0.kind == .analyticErrors })
    }
    #expect(agree(fit.sigma, rows.sigma))
  }

  @Test("a squared part correlation is what R² loses without the term, and β'r sums to R²")
  func parts() throws {
    let full = try LinearRegression().fit(to: attitude.frame("rating", on: six), outcome: 0)
    for (k, name) in six.enumerated() {
      let without = try LinearRegression().fit(
        to: attitude.frame("rating", on: six.filter { $0 != name }), outcome: 0)
      let part = full.terms[k + 1].partCorrelation!
      #expect(agree(part * part, full.rSquared - without.rSquared, 1e-9, absolute: 1e-14))
      let inflated = try LinearRegression().fit(to: attitude.frame(name, on: six.filter { $0 != name }), outcome: 0)
      #expect(agree(full.terms[k + 1].vif, 1 / (1 - inflated.rSquared), 1e-12))
    }
  }

  @Test("with classical errors the interval of R² is the one for random predictors")
  func rSquaredInterval() throws {
    let fit = try LinearRegression(errors: .classical, confidence: 0.9).fit(
      to: attitude.frame("rating", on: six), outcome: 0)
    let interval = RSquaredInterval(
      rSquared: fit.rSquared, predictors: 6, residualDegrees: 23, kind: .random, confidence: 0.9)
    #expect(fit.rSquaredLow == interval.low && fit.rSquaredHigh == interval.high)
    #expect(interval.low < fit.rSquared && fit.rSquared < interval.high)
  }

  @Test("errors of another source replace the classical ones, estimates stay")
  func replaced() throws {
    let frame = attitude.frame("rating", on: six)
    let classical = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
    let robust = try LinearRegression(errors: .hc3).fit(to: frame, outcome: 0)
    let awaiting = try LinearRegression(errors: .bootstrap).fit(to: frame, outcome: 0)
    #expect(awaiting.terms[1].stdError == nil && awaiting.fStatistic == nil)
    // Whatever errors coefficients get, the rows tell of R².
    #expect(awaiting.rSquaredLow == robust.rSquaredLow && awaiting.rSquaredBasis == .influence)
    for fit in [classical, awaiting] {
      let filled = fit.withCovariance(robust.covariance!, df: 23)
      for (a, b) in zip(filled.terms, robust.terms) {
        #expect(a.estimate == classical.term(a.name)!.estimate)
        #expect(agree(a.stdError, b.stdError, 1e-14) && agree(a.pValue, b.pValue, 1e-13) && a.df == 23)
      }
      #expect(agree(filled.fStatistic, robust.fStatistic, 1e-12) && filled.errors == .bootstrap)
    }
    let given = classical.withCovariance(
      robust.covariance!, df: nil, intervals: (0...6).map { (Double($0), Double($0) + 1) },
      rSquaredInterval: (0.5, 0.75))
    #expect(given.terms[2].low == 2 && given.terms[2].high == 3 && given.terms[2].df == nil)
    #expect(given.rSquaredLow == 0.5 && given.rSquaredHigh == 0.75 && given.dfResidual == nil)
    let z = given.terms[1].statistic!
    #expect(agree(given.terms[1].pValue, Normal().twoSided(z), 1e-14))
  }

  @Test(
    "errors chosen after the fit are those chosen before it",
    arguments: LinearRegression.ErrorKind.allCases.filter { $0 != .replicates })
  func chosenAfterwards(_ kind: LinearRegression.ErrorKind) throws {
    let clusters = SmallTable(attitude.columns.merging(["team": (0..<30).map { Double($0 % 10) }]) { $1 })
    let frame = clusters.frame("rating", on: six, clusters: kind == .jackknife ? nil : "team")
    let first = try LinearRegression(errors: .classical, confidence: 0.9).fit(to: frame, outcome: 0)
    let before = try LinearRegression(errors: kind, confidence: 0.9).fit(to: frame, outcome: 0)
    let after = try first.withErrors(kind, from: frame)
    #expect(after.terms == before.terms && after.errors == kind && after.covariance == before.covariance)
    #expect(after.standardErrors == before.standardErrors && after.fStatistic == before.fStatistic)
    #expect(kind == .classical || after.standardErrors != first.standardErrors)
    #expect(throws: DataFault.self) {
      _ = try first.withErrors(kind, from: attitude.frame("learning", on: ["raises"]))
    }
  }
}
