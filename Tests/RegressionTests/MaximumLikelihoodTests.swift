import Foundation
import LinearAlgebra
import Measures
import Regression
import Survey
import TestSupport
import Testing

/// The numbers of `Tests/References/missing/missing.R` (lavaan).
private struct MissingReference: Decodable {
  struct Estimates: Decodable {
    var terms: [String]
    var estimates: [Double]
    /// The number of a parameter by its name, whichever way round a covariance is written.
    func place(_ a: String, _ b: String) -> Int {
      terms.firstIndex { ["\(a)~~\(b)", "\(b)~~\(a)"].contains($0) } ?? terms.firstIndex(of: a + b)!
    }
    var errors: [Double?]
    var log_likelihood: Double?
  }
  struct Little: Decodable {
    var chi_squared, p_value: Double
    var df, patterns: Int
  }
  var air, air_robust, air_regression, air_regression_robust: Estimates
  var ratings, ratings_robust, ratings_weighted, ratings_regression, ratings_regression_robust: Estimates
  var little_air, little_ratings: Little

  static let shared: MissingReference = {
    let file = PackageFiles.references.appending(path: "missing/missing.json")
    return try! JSONDecoder().decode(MissingReference.self, from: Data(contentsOf: file))
  }()
}

private let air = try! ReferenceCSV("missing/airquality.csv")
private let ratings = try! ReferenceCSV("missing/ratings.csv")
private let items = ["y", "x1", "x2", "x3", "x4", "x5", "x6"]

private func frame(
  _ columns: [(name: String, values: [Double])], outcome: String, weights: [Double]? = nil,
  kind: WeightsKind = .sampling, missing: MissingTreatment = .em
) throws -> ModelFrame {
  var variables = columns.map { Variable(name: $0.name, values: .double($0.values)) }
  if let weights { variables.append(Variable(name: "w", values: .double(weights))) }
  let roles = AnalysisRoles(
    outcomes: [.init(name: outcome)],
    players: columns.filter { $0.name != outcome }.map { .init(name: $0.name, items: [.init(name: $0.name)]) },
    weights: weights == nil ? nil : .init(variable: "w", kind: kind), missing: missing)
  return try ModelFrame(Dataset(variables: variables, rowCount: columns[0].values.count), roles: roles, ratings: false)
}

private func frame(
  _ table: ReferenceCSV, _ names: [String], outcome: String, weighted: Bool = false
) throws -> ModelFrame {
  try frame(
    names.map { ($0, table.numbers($0)) }, outcome: outcome, weights: weighted ? table.numbers("w") : nil)
}

private func agree(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-6) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-3)
}

@Suite struct MaximumLikelihoodTests {
  @Test(
    "means, covariances and errors by the observed information and by the rows agree with lavaan",
    arguments: ["air", "ratings"])
  func moments(data: String) throws {
    let reference = MissingReference.shared
    let isAir = data == "air"
    let (model, robust) = isAir ? (reference.air, reference.air_robust) : (reference.ratings, reference.ratings_robust)
    let found = try MaximumLikelihoodMoments(
      isAir ? frame(air, air.header, outcome: "Ozone") : frame(ratings, items, outcome: "y"))
    #expect(agree(found.logLikelihood, model.log_likelihood, 1e-9))
    try compare(found, model, robust)
  }

  @Test("sampling weights are pseudo maximum likelihood, as lavaan's") func weighted() throws {
    let found = try MaximumLikelihoodMoments(frame(ratings, items, outcome: "y", weighted: true))
    try compare(found, nil, MissingReference.shared.ratings_weighted)
  }

  private func compare(
    _ found: MaximumLikelihoodMoments, _ model: MissingReference.Estimates?, _ robust: MissingReference.Estimates
  ) throws {
    let information = try #require(NormalInformation(found))
    let moments = found.moments
    let p = moments.names.count
    let size = information.covariance.order
    let parts = information.parts((0..<size).map { k in (0..<size).map { $0 == k ? 1 : 0 } })
    let shrink = (moments.n - 1) / moments.n
    for i in 0..<p {
      for j in -1...i {
        let at = j < 0 ? i : p + SymmetricMatrix.position(i, j)
        let place = j < 0 ? robust.place(moments.names[i], "~1") : robust.place(moments.names[i], moments.names[j])
        let estimate = j < 0 ? moments.means![i] : moments.covariance[i, j] * shrink
        #expect(agree(estimate, robust.estimates[place]), "\(robust.terms[place])")
        #expect(
          agree(parts[at].reduce(0) { $0 + $1 * $1 }.squareRoot(), robust.errors[place]),
          "\(robust.terms[place]) robust")
        #expect(abs(parts[at].reduce(0, +)) < 1e-6 * robust.errors[place]!)
        guard let model else { continue }
        #expect(agree(information.covariance[at, at].squareRoot(), model.errors[place]), "\(robust.terms[place]) error")
      }
    }
  }

  @Test("coefficients, R² and their errors agree with lavaan's regression") func regression() throws {
    let reference = MissingReference.shared
    for (table, names, outcome, model, robust) in [
      (air, ["Solar.R", "Wind", "Temp", "Ozone"], "Ozone", reference.air_regression, reference.air_regression_robust),
      (ratings, ["x1", "x2", "x4", "y"], "y", reference.ratings_regression, reference.ratings_regression_robust),
    ] {
      let frame = try frame(table, names, outcome: outcome)
      let k = Double(names.count)
      for (kind, expected) in [(LinearRegression.ErrorKind.classical, model), (.hc0, robust), (.hc1, robust)] {
        let fit = try LinearRegression(errors: kind).fit(to: frame, outcome: 0)
        // lavaan's search for a regression ends some 1e-5 standard errors from the maximum.
        #expect(agree(fit.rSquared, expected.estimates[expected.terms.firstIndex { $0.hasPrefix("r2") }!], 1e-5))
        // lavaan takes no account of the number of coefficients.
        let scale = kind == .hc0 ? 1 : (fit.n / (fit.n - k)).squareRoot()
        for term in fit.terms {
          let place = expected.terms.firstIndex(of: term.name == "(Intercept)" ? "~1" : "~\(term.name)")!
          let error = expected.errors[place]! * scale
          #expect(abs(term.estimate! - expected.estimates[place]) < 1e-4 * error, "\(term.name)")
          #expect(agree(term.stdError, error, 1e-5), "\(kind) \(term.name)")
        }
      }
    }
  }

  @Test("without missing answers all is what complete rows give", arguments: ["classical", "hc0", "hc1", "design"])
  func complete(kind: String) throws {
    let kept = (0..<ratings.rows.count).filter { row in items.allSatisfy { !ratings.numbers($0)[row].isNaN } }
    let columns = items.map { name in (name: name, values: kept.map { ratings.numbers(name)[$0] }) }
    let weights = kind == "design" ? kept.map { ratings.numbers("w")[$0] } : nil
    let model = LinearRegression(errors: .init(rawValue: kind)!)
    let found = try model.fit(to: frame(columns, outcome: "y", weights: weights), outcome: 0)
    let plain = try model.fit(to: frame(columns, outcome: "y", weights: weights, missing: .listwise), outcome: 0)
    for (a, b) in zip(found.terms, plain.terms) {
      #expect(agree(a.estimate, b.estimate, 1e-9) && agree(a.stdError, b.stdError, 1e-7), "\(a.name)")
      #expect(agree(a.df, b.df) && agree(a.pValue, b.pValue, 1e-5))
    }
    #expect(agree(found.fStatistic, plain.fStatistic, 1e-7))
  }

  @Test("of two variables, one of them complete, the closed form (Anderson 1957)") func monotone() throws {
    let x = ratings.numbers("x1")
    let y = ratings.numbers("x4")
    let found = try MaximumLikelihoodMoments(frame([("y", y), ("x", x)], outcome: "y")).moments
    let both = x.indices.filter { !y[$0].isNaN }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func cross(_ a: [Double], _ b: [Double]) -> Double {
      mean(zip(a, b).map { ($0 - mean(a)) * ($1 - mean(b)) })
    }
    let (xc, yc) = (both.map { x[$0] }, both.map { y[$0] })
    let slope = cross(xc, yc) / cross(xc, xc)
    let variance = cross(x, x)
    let level = mean(yc) + slope * (mean(x) - mean(xc))
    let spread = cross(yc, yc) - slope * slope * cross(xc, xc) + slope * slope * variance
    let shrink = (found.n - 1) / found.n
    // Columns: x, then y.
    #expect(agree(found.means![1], level, 1e-9) && agree(found.means![0], mean(x), 1e-9))
    #expect(agree(found.covariance[1, 1] * shrink, spread, 1e-9))
    #expect(agree(found.covariance[1, 0] * shrink, slope * variance, 1e-9))
  }

  @Test("frequencies are rows repeated, and the order of rows and columns does not matter") func frequencies() throws {
    let counts = (0..<ratings.rows.count).map { Double($0 % 3 + 1) }
    let columns = items.map { (name: $0, values: ratings.numbers($0)) }
    let counted = try frame(columns, outcome: "y", weights: counts, kind: .frequency)
    let order: [Int] = (0..<ratings.rows.count).flatMap { [Int](repeating: $0, count: $0 % 3 + 1) }.reversed()
    let repeated = Array(columns.reversed()).map { column in
      (name: column.name, values: order.map { column.values[$0] })
    }
    let a = try LinearRegression(errors: .hc1).fit(to: counted, outcome: 0)
    let b = try LinearRegression(errors: .hc1).fit(to: frame(repeated, outcome: "y"), outcome: 0)
    #expect(a.n == b.n)
    for term in a.terms {
      let other = b.terms.first { $0.name == term.name }!
      #expect(agree(term.estimate, other.estimate, 1e-7) && agree(term.stdError, other.stdError, 1e-6), "\(term.name)")
    }
  }

  @Test("Little's test is that of its formula, and the published one of airquality but for the last digit")
  func little() throws {
    let reference = MissingReference.shared
    let expected = reference.little_ratings
    let own = try LittleTest(MaximumLikelihoodMoments(frame(ratings, items, outcome: "y")))
    #expect(agree(own.chiSquared, expected.chi_squared) && agree(own.pValue, expected.p_value, 1e-5))
    #expect(own.degreesOfFreedom == expected.df && own.patterns == expected.patterns)
    // Month and day of R's airquality are complete, and belong to the published figure.
    let days = [31, 30, 31, 31, 30]
    let dates = days.enumerated().flatMap { month, count in (1...count).map { (Double(month + 5), Double($0)) } }
    let all =
      air.header.map { (name: $0, values: air.numbers($0)) } + [
        (name: "Month", values: dates.map(\.0)), (name: "Day", values: dates.map(\.1)),
      ]
    let test = try LittleTest(MaximumLikelihoodMoments(frame(all, outcome: "Ozone")))
    #expect(agree(test.chiSquared, reference.little_air.chi_squared, 1e-6))
    #expect(abs(test.chiSquared - 35.10613) < 1e-4)
    #expect(test.degreesOfFreedom == 14 && test.patterns == 4 && agree(test.pValue, 0.00142, 3e-3))
    #expect(throws: MissingFault.self) {
      try LittleTest(MaximumLikelihoodMoments(frame(ratings, items, outcome: "y", weighted: true)))
    }
  }

  @Test("what has no such moments is refused by name") func refusals() throws {
    let a: [Double] = [1, 2, 3, 4, 5, .nan, .nan, .nan, .nan, .nan]
    let b: [Double] = [.nan, .nan, .nan, .nan, .nan, 2, 4, 3, 5, 1]
    let c: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    #expect(throws: MissingFault.neverTogether(a: "a", b: "b")) {
      try MaximumLikelihoodMoments(frame([("a", a), ("b", b), ("c", c)], outcome: "c"))
    }
    var few = b
    (few[0], few[1]) = (4, 2)
    #expect(throws: MissingFault.tooFewPairs(a: "a", b: "b", rows: 2, variables: 3)) {
      try MaximumLikelihoodMoments(frame([("a", a), ("b", few), ("c", c)], outcome: "c"))
    }
    #expect(throws: DataFault.allMissing(variable: "a")) {
      try frame([("a", c.map { _ in .nan }), ("c", c)], outcome: "c")
    }
    #expect(throws: MissingFault.dependent(variable: "c")) {
      try MaximumLikelihoodMoments(frame([("b", b), ("c", c), ("d", c.map { 2 * $0 + 1 })], outcome: "c"))
    }
    #expect(throws: DataFault.self) {
      try LinearRegression(errors: .hc3).fit(to: frame(ratings, items, outcome: "y"), outcome: 0)
    }
  }
}
