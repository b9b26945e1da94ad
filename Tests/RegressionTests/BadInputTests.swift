import LinearAlgebra
import Measures
import Regression
import Survey
import Testing

/// Twelve rows of three unrelated columns and an outcome.
private let base = SmallTable([
  "a": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "b": [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
  "c": [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5], "y": [1, 1, 3, 5, 4, 8, 7, 11, 8, 12, 12, 13],
  "k": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "one": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
])

private func fit(
  _ table: SmallTable, _ predictors: [String], errors: LinearRegression.ErrorKind? = nil, weights: String? = nil,
  kind: WeightsKind? = nil, clusters: String? = nil, strata: String? = nil
) throws -> LinearRegression.Fit {
  try LinearRegression(errors: errors).fit(
    to: table.frame("y", on: predictors, weights: weights, kind: kind, clusters: clusters, strata: strata), outcome: 0)
}

/// No number of the fit is a NaN.
private func holdsNoNaN(_ fit: LinearRegression.Fit) -> Bool {
  var numbers: [Double?] = []
  for t in fit.terms {
    numbers += [t.estimate, t.stdError, t.statistic, t.df, t.pValue, t.low, t.high]
    numbers += [t.beta, t.vif, t.partialCorrelation, t.partCorrelation]
  }
  numbers += [fit.rSquared, fit.rSquaredLow, fit.rSquaredHigh, fit.adjustedRSquared, fit.sigma, fit.fStatistic]
  numbers += [fit.dfResidual, fit.pValue, fit.logLikelihood, fit.aic, fit.bic]
  numbers += fit.covariance?.packed ?? []
  return numbers.allSatisfy { number in number.map { !$0.isNaN } ?? true }
}

@Suite struct BadInputTests {
  @Test("a constant driver and a constant outcome are named")
  func constants() {
    #expect(throws: DataFault.constant(variable: "k", value: 0)) { try fit(base, ["a", "k"]) }
    #expect(throws: DataFault.constant(variable: "y", value: 4)) {
      try fit(base.adding("y", Array(repeating: 4, count: 12)), ["a"])
    }
    // Constant in the rows of positive weight only.
    let table = base.adding("w", [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]).adding(
      "d", [5, 5, 5] + (0..<9).map(Double.init))
    #expect(throws: DataFault.constant(variable: "d", value: 5)) {
      try fit(table, ["d"], weights: "w", kind: .sampling)
    }
  }

  @Test("numbers that are not finite are named with their row")
  func notFinite() {
    for bad in [Double.infinity, -.infinity] {
      var table = base
      table.columns["b"]![6] = bad
      #expect(throws: DataFault.notFinite(variable: "b", row: 7, value: bad)) { try fit(table, ["a", "b"]) }
    }
  }

  @Test("too few rows say how many are needed")
  func tooFew() throws {
    func first(_ count: Int) -> SmallTable { base.selecting(Array(0..<count)) }
    #expect(throws: DataFault.tooFewRows(rows: 3, needed: 5, analysis: "a regression on 3 columns")) {
      try fit(first(3), ["a", "b", "c"])
    }
    #expect(throws: DataFault.tooFewRows(rows: 4, needed: 5, analysis: "a regression on 3 columns")) {
      try fit(first(4), ["a", "b", "c"])
    }
    #expect(throws: DataFault.tooFewRows(rows: 2, needed: 3, analysis: "a regression on 1 column")) {
      try fit(base.selecting([0, 2]), ["a"])
    }
    #expect(holdsNoNaN(try fit(first(5), ["a", "b", "c"])))
    #expect(throws: DataFault.self) {
      try LinearRegression().fit(
        to: Moments(first(4).frame("y", on: ["a", "b", "c"])), outcome: 3, predictors: [0, 1, 2])
    }
  }

  @Test("weights that are all zero leave nobody; single zeros drop their row")
  func zeroWeights() throws {
    #expect(throws: WeightFault.noWeight(variable: "weights")) { try fit(base, ["a"], weights: "k", kind: .sampling) }
    let table = base.adding("w", [1, 2, 1, 3, 1, 0, 1, 2, 1, 1, 2, 1])
    let kept = table.selecting([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11])
    for kind in WeightsKind.allCases {
      let a = try fit(table, ["a", "b"], errors: .hc3, weights: "w", kind: kind)
      let b = try fit(kept, ["a", "b"], errors: .hc3, weights: "w", kind: kind)
      #expect(agree(a.terms[1].stdError, b.terms[1].stdError, 1e-13) && a.n == b.n)
    }
  }

  @Test("a collinear driver keeps its row without an estimate, and the note says what it depends on")
  func collinear() throws {
    let table = base.adding("sum", zip(base["a"], base["b"]).map { 0.1 * $0 + $1 - 7 })
    let plain = try fit(base, ["a", "b", "c"], errors: .classical)
    let rows = try fit(table, ["a", "b", "sum", "c"], errors: .classical)
    let moments = try LinearRegression().fit(
      to: Moments(table.frame("y", on: ["a", "b", "sum", "c"])), outcome: 4, predictors: [0, 1, 2, 3])
    for fit in [rows, moments] {
      #expect(fit.terms.map(\.isDropped) == [false, false, false, true, false])
      #expect(fit.terms[3].estimate == nil && fit.terms[3].stdError == nil && fit.terms[3].vif == nil)
      #expect(agree(fit.terms[4].estimate, plain.terms[3].estimate) && fit.dfModel == 3)
      #expect(agree(fit.terms[4].stdError, plain.terms[3].stdError))
      let note = try #require(fit.notes.first { $0.kind == .collinear })
      #expect(note.message.hasPrefix("'sum' is fixed by 'a' and 'b', named before it"))
    }
    // The earlier stays: now it is b that goes.
    #expect(try fit(table, ["a", "sum", "b"]).terms.map(\.isDropped) == [false, false, false, true])
    #expect(try fit(table, ["a", "b", "sum"], errors: .hc3).covariance?.order == 3)
  }

  @Test(
    "data of size 1e±150 give the same answers, in their units",
    arguments: LinearRegression.ErrorKind.allCases.filter { $0 != .replicates })
  func extremes(kind: LinearRegression.ErrorKind) throws {
    // Blocks deal respondents one by one, which clusters do not allow.
    let clusters = kind == .jackknife ? nil : "c"
    let normal = try fit(base, ["a", "b"], errors: kind, clusters: clusters)
    for (x, y) in [(1e150, 1e-150), (1e-150, 1e150), (1e300, 1e300), (1e-300, 1), (1, 1e-300)] {
      var table = base
      table.columns["a"] = base["a"].map { $0 * x }
      table.columns["y"] = base["y"].map { $0 * y }
      // Sums hold squares.
      if kind == .jackknife, x * x == .infinity || x * x == 0 || y * y == 0 {
        #expect(throws: DataFault.self) { try fit(table, ["a", "b"], errors: kind, clusters: clusters) }
        continue
      }
      let scaled = try fit(table, ["a", "b"], errors: kind, clusters: clusters)
      #expect(agree(scaled.rSquared, normal.rSquared, 1e-12))
      for k in 0...2 {
        #expect(agree(scaled.terms[k].statistic, normal.terms[k].statistic, 1e-10))
        #expect(agree(scaled.terms[k].pValue, normal.terms[k].pValue, 1e-10))
      }
      #expect(agree(scaled.terms[2].estimate, normal.terms[2].estimate! * y, 1e-12))
      #expect(agree(scaled.terms[1].beta, normal.terms[1].beta, 1e-12))
      #expect(agree(scaled.fStatistic, normal.fStatistic, 1e-10))
      #expect(holdsNoNaN(scaled))
    }
  }

  @Test("a large constant beside small variation costs only the digits it must")
  func offset() throws {
    let a = try fit(base, ["a", "b"])
    // The shifted numbers are whole, hence exact, though at 1e15 their mean is not: slopes and errors keep their digits.
    for shift in [1e9, 1e15] {
      var table = base
      table.columns["a"] = base["a"].map { $0 + shift }
      table.columns["y"] = base["y"].map { $0 - shift }
      let b = try fit(table, ["a", "b"])
      #expect(agree(a.terms[1].estimate, b.terms[1].estimate, 1e-13))
      #expect(agree(a.terms[1].stdError, b.terms[1].stdError, 1e-13))
      #expect(agree(a.rSquared, b.rSquared, 1e-13))
    }
  }

  @Test(
    "a perfect fit has errors of 0 and an infinite F, and says so",
    arguments: LinearRegression.ErrorKind.allCases.filter { $0 != .replicates })
  func perfect(kind: LinearRegression.ErrorKind) throws {
    let table = base.adding("y", zip(base["a"], base["b"]).map { 2 * $0 - $1 / 3 + 0.1 })
    let fit = try fit(table, ["a", "b"], errors: kind, clusters: kind == .jackknife ? nil : "c")
    #expect(agree(fit.terms[1].estimate, 2, 1e-14) && fit.rSquared == 1)
    #expect(fit.notes.contains { $0.kind == .perfectFit })
    #expect(fit.logLikelihood == nil && holdsNoNaN(fit))
    if kind != .bootstrap {
      #expect(fit.terms[1].stdError == 0 && fit.terms[1].statistic == .infinity && fit.terms[1].pValue == 0)
      #expect(fit.fStatistic == .infinity && fit.pValue == 0)
    }
    #expect(fit.rSquaredLow == 1 && fit.rSquaredHigh == 1)
  }

  @Test("a row that is fitted whatever it says is noted, and makes no NaN", arguments: ["hc2", "hc3", "hc4"])
  func leverageOne(kind: String) throws {
    let table = base.adding("only", [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    let fit = try fit(table, ["a", "only"], errors: .init(rawValue: kind)!)
    #expect(holdsNoNaN(fit))
    let note = try #require(fit.notes.first { $0.kind == .leverageOne })
    #expect(note.message.contains("(row 5)") && fit.terms[2].stdError == nil)
    // Everything but that indicator is as without the row.
    let rest = table.selecting([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11])
    let without = try LinearRegression(errors: .init(rawValue: kind)!).fit(to: rest.frame("y", on: ["a"]), outcome: 0)
    #expect(agree(fit.terms[1].estimate, without.terms[1].estimate, 1e-12))
    if kind != "hc4" { #expect(agree(fit.terms[1].stdError, without.terms[1].stdError, 1e-12)) }
  }

  @Test("designs that carry no errors are refused or noted")
  func designs() throws {
    let table = base.adding("lone", [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 9])
      .adding("three", [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    #expect(throws: DataFault.tooFewClusters(clusters: 1)) { try fit(table, ["a"], clusters: "one") }
    #expect(throws: DesignFault.loneUnit(stratum: "9.0", isCluster: false)) { try fit(table, ["a"], strata: "lone") }
    #expect(throws: DataFault.self) { try fit(table, ["a"], errors: .cluster) }
    let few = try fit(table, ["a", "b", "c"], clusters: "three")
    #expect(few.notes.contains { $0.kind == .fewClusters && $0.message.contains("only 3 clusters") })
    #expect(few.fStatistic == nil && few.notes.contains { $0.kind == .noJointTest })
    #expect(few.terms[1].stdError != nil && few.terms[1].df == 2 && holdsNoNaN(few))
    let none = try fit(table, ["a", "b", "c"], errors: .design, clusters: "three")
    #expect(none.terms[1].stdError != nil && none.terms[1].pValue == nil && none.terms[1].low == nil)
    #expect(none.notes.contains { $0.kind == .designDegrees } && holdsNoNaN(none))
  }

  @Test("classical errors under sampling weights come with a warning")
  func classicalUnderSampling() throws {
    let fit = try fit(base, ["a"], errors: .classical, weights: "b", kind: .sampling)
    #expect(fit.notes.contains { $0.kind == .classicalErrors })
  }

  @Test("no predictors at all: the mean and its error")
  func empty() throws {
    let fit = try fit(base, [], errors: .classical)
    let mean = base["y"].reduce(0, +) / 12
    let variance = base["y"].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 11
    #expect(
      agree(fit.terms[0].estimate, mean, 1e-14) && agree(fit.terms[0].stdError, (variance / 12).squareRoot(), 1e-13))
    #expect(fit.rSquared == 0 && fit.fStatistic == nil && fit.pValue == nil)
  }
}

@Suite struct MomentsOnlyTests {
  private func correlations(_ packed: [Double], n: Double, means: [Double]? = nil) -> Moments {
    let matrix = SymmetricMatrix(order: 3, packed: packed.map { $0 * (n - 1) })
    return Moments(
      names: ["x", "z", "y"], n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: means, scatter: matrix,
      isCorrelation: means == nil)
  }

  @Test("a published correlation matrix gives standardised coefficients in closed form")
  func published() throws {
    // β = (r_xy − r_zy·r_xz)/(1 − r_xz²): (.5 − .4·.3)/.91 and (.4 − .5·.3)/.91.
    let fit = try LinearRegression().fit(
      to: correlations([1, 0.3, 1, 0.5, 0.4, 1], n: 103), outcome: 2, predictors: [0, 1])
    #expect(agree(fit.terms[1].estimate, 0.38 / 0.91, 1e-14) && agree(fit.terms[1].beta, 0.38 / 0.91, 1e-14))
    let r2 = 0.38 / 0.91 * 0.5 + 0.25 / 0.91 * 0.4
    #expect(agree(fit.rSquared, r2, 1e-14))
    // se = √((1 − R²)/(n − 3)·VIF).
    #expect(agree(fit.terms[2].stdError, ((1 - r2) / 100 / 0.91).squareRoot(), 1e-13))
    #expect(agree(fit.fStatistic, r2 / 2 / ((1 - r2) / 100), 1e-13))
    #expect(fit.terms[0].estimate == nil && fit.logLikelihood == nil && fit.terms.count == 3)
    #expect(fit.covariance?.order == 2 && fit.notes.contains { $0.kind == .standardised })
  }

  @Test("a matrix that no data can have is refused")
  func impossible() {
    #expect(throws: DataFault.notPositiveDefinite(what: "The matrix of moments")) {
      try LinearRegression().fit(
        to: correlations([1, 0.9, 1, 0.9, -0.9, 1], n: 100), outcome: 2, predictors: [0, 1])
    }
    #expect(throws: DataFault.notPositiveDefinite(what: "The matrix of moments")) {
      try LinearRegression().fit(to: correlations([1, 1.2, 1, 0.1, 0.1, 1], n: 100), outcome: 2, predictors: [0, 1])
    }
  }

  @Test("robust errors need rows")
  func needsRows() {
    for kind in LinearRegression.ErrorKind.allCases
    where kind != .classical && kind != .bootstrap && kind != .replicates {
      #expect(throws: DataFault.self) {
        try LinearRegression(errors: kind).fit(
          to: correlations([1, 0, 1, 0, 0, 1], n: 9), outcome: 2, predictors: [0, 1])
      }
    }
  }

  @Test("nearly collinear moments say how many digits to trust")
  func illConditioned() throws {
    // Correlation 1 − ε: condition (2 − ε)/ε = 2e6 for ε = 1e-6, which leaves nine digits.
    let r = 1 - 1e-6
    let fit = try LinearRegression().fit(
      to: correlations([1, r, 1, 0.5, 0.5, 1], n: 50), outcome: 2, predictors: [0, 1])
    let note = try #require(fit.notes.first { $0.kind == .illConditioned })
    #expect(note.message.contains("about 9 digits"))
  }

  @Test("pairwise deletion gives estimates, and no analytic errors")
  func pairwise() throws {
    let dataset = Dataset(
      variables: [
        Variable(name: "x", values: .double([1, 2, 3, 4, 5, 6, .nan, 8])),
        Variable(name: "z", values: .double([2, 1, .nan, 3, 7, 5, 6, 4])),
        Variable(name: "y", values: .double([1, 2, 2, 4, 4, 7, 6, .nan])),
      ], rowCount: 8)
    let roles = AnalysisRoles(
      outcomes: [.init(name: "y")],
      players: ["x", "z"].map { .init(name: $0, items: [.init(name: $0)]) }, missing: .pairwise)
    let frame = try ModelFrame(dataset, roles: roles, ratings: false)
    let fit = try LinearRegression().fit(to: frame, outcome: 0)
    let r = Moments(frame).correlation
    let beta = (r[2, 0] - r[2, 1] * r[1, 0]) / (1 - r[1, 0] * r[1, 0])
    #expect(agree(fit.terms[1].beta, beta, 1e-12))
    #expect(fit.terms[1].stdError == nil && fit.pValue == nil && fit.rSquaredLow == nil && fit.logLikelihood == nil)
    #expect(fit.notes.contains { $0.kind == .analyticErrors })
    #expect(throws: DataFault.self) { try LinearRegression(errors: .hc3).fit(to: frame, outcome: 0) }
  }
}
