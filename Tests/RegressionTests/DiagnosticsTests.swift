import Foundation
import LinearAlgebra
import Measures
import Regression
import Survey
import Testing

/// The numbers of `Tests/References/diagnostics/diagnostics.R`.
struct DiagnosticsReference: Decodable {
  struct Statistic: Decodable {
    var statistic, df, p: Double
    var df_residual: Double?
  }
  struct Collinearity: Decodable {
    var eigenvalue, condition_index: [Double]
    /// By dimension, then by term.
    var proportions: [[Double]]
  }
  struct Case: Decodable, CustomTestStringConvertible {
    var name, data, outcome: String
    var predictors: [String]
    var weights: String?
    var fitted, residual, leverage, standardised, studentised, cooks: [Double]
    var breusch_pagan, reset: Statistic
    var reset_hc3: Statistic?
    var leave_one_out: Double
    var collinearity: Collinearity
    var gvif, gvif_df, gvif_scaled: [Double]
    var testDescription: String { name }

    var frame: ModelFrame {
      SmallTable(reference: data).frame(
        outcome, on: predictors, weights: weights, kind: weights == nil ? nil : .precision)
    }
  }
  struct Step: Decodable {
    var members: [String]
    var r_squared, change, f, df, df_residual, p: Double
  }
  struct Blocks: Decodable, CustomTestStringConvertible {
    var name, data, outcome, errors: String
    var weights, weights_kind, strata: String?
    var steps: [Step]
    var testDescription: String { name }
  }
  var cases: [Case]
  var blocks: [Blocks]

  static let shared: DiagnosticsReference = {
    let file = SmallTable.references.deletingLastPathComponent()
      .appendingPathComponent("diagnostics/diagnostics.json")
    return try! JSONDecoder().decode(DiagnosticsReference.self, from: Data(contentsOf: file))
  }()
}

@Suite struct DiagnosticsTests {
  /// `qqnorm(rstudent(lm(rating ~ ., attitude)), plot.it = FALSE)$x[c(1, 6, 9, 13, 18)]` and, with eight rows,
  /// `qqnorm(rstudent(lm(rating ~ complaints, attitude[1:8, ])), plot.it = FALSE)$x` in R 4.2.2.
  @Test("normal scores are those of R's qqnorm")
  func normalScores() throws {
    let whole = SmallTable(reference: "attitude")
    let drivers = ["complaints", "privileges", "learning", "raises", "critical", "advance"]
    let scores = try LinearRegression().diagnose(whole.frame("rating", on: drivers), outcome: 0).normalScores()
    let expected = [-1.382994127101, -2.128045234185, -1.036433389494, 1.644853626951, 0.477040428489]
    for (row, score) in zip([0, 5, 8, 12, 17], expected) { #expect(abs(try #require(scores[row]) - score) < 1e-11) }
    var eight = whole.frame("rating", on: ["complaints"])
    eight.values = (0..<eight.columnCount).flatMap { column in
      eight.values[column * eight.rowCount..<column * eight.rowCount + 8]
    }
    eight.rowCount = 8
    eight.rowNumbers = Array(eight.rowNumbers.prefix(8))
    let few = try LinearRegression().diagnose(eight, outcome: 0).normalScores()
    let listed = [
      -0.152505974246, 1.434200159686, 0.852495034275, 0.472789120992, 0.152505974246, -0.852495034275,
      -1.434200159686, -0.472789120992,
    ]
    for (score, known) in zip(few, listed) { #expect(abs(try #require(score) - known) < 1e-11) }
  }

  @Test("influence agrees with R's influence measures", arguments: DiagnosticsReference.shared.cases)
  func influence(c: DiagnosticsReference.Case) throws {
    let found = try LinearRegression().diagnose(c.frame, outcome: 0).influence
    #expect(found.count == c.fitted.count)
    for (i, row) in found.enumerated() {
      #expect(row.row == i + 1)
      #expect(agree(row.fitted, c.fitted[i]) && agree(row.residual, c.residual[i], 1e-9))
      #expect(agree(row.leverage, c.leverage[i]))
      #expect(agree(row.standardised, c.standardised[i], 1e-9))
      #expect(agree(row.studentised, c.studentised[i], 1e-9))
      #expect(agree(row.cooksDistance, c.cooks[i], 1e-9))
    }
  }

  @Test("tests of variance and form agree with lmtest", arguments: DiagnosticsReference.shared.cases)
  func tests(c: DiagnosticsReference.Case) throws {
    func expect(_ test: RegressionDiagnostics.Test?, _ expected: DiagnosticsReference.Statistic) {
      #expect(agree(test?.statistic, expected.statistic, 1e-9), "\(c.name) \(test?.statistic ?? .nan)")
      #expect(test?.df == expected.df && test?.dfResidual == expected.df_residual)
      #expect(agree(test?.pValue, expected.p, 1e-9))
    }
    let classical = try LinearRegression(errors: .classical).diagnose(c.frame, outcome: 0)
    expect(classical.test(.breuschPagan), c.breusch_pagan)
    expect(classical.test(.reset), c.reset)
    if let expected = c.reset_hc3 {
      expect(try LinearRegression(errors: .hc3).diagnose(c.frame, outcome: 0).test(.reset), expected)
    }
  }

  @Test(
    "condition indices, variance proportions and generalised inflation agree with their formulas in R and with car",
    arguments: DiagnosticsReference.shared.cases)
  func collinearity(c: DiagnosticsReference.Case) throws {
    let found = try LinearRegression().diagnose(c.frame, outcome: 0)
    #expect(found.collinearityTerms == ["(Intercept)"] + c.predictors)
    #expect(found.dimensions.count == c.collinearity.eigenvalue.count)
    for (k, dimension) in found.dimensions.enumerated() {
      #expect(agree(dimension.eigenvalue, c.collinearity.eigenvalue[k], 1e-9))
      #expect(agree(dimension.conditionIndex, c.collinearity.condition_index[k], 1e-9))
      for (a, b) in zip(dimension.proportions, c.collinearity.proportions[k]) {
        #expect(agree(a, b, 1e-7, absolute: 1e-9), "\(c.name) dimension \(k + 1)")
      }
    }
    for (k, term) in found.inflation.enumerated() {
      #expect(agree(term.factor, c.gvif[k], 1e-9) && Double(term.df) == c.gvif_df[k])
      #expect(agree(term.scaled, c.gvif_scaled[k], 1e-9))
    }
    #expect(found.inflation.count == c.gvif.count)
  }

  @Test("frequencies are repeated rows") func frequencies() throws {
    let table = SmallTable(reference: "attitude")
    let predictors = ["complaints", "learning", "advance"]
    let weighted = try LinearRegression().diagnose(
      table.frame("rating", on: predictors, weights: "f", kind: .frequency), outcome: 0)
    let rows = table["f"].enumerated().flatMap { [Int](repeating: $0, count: Int($1)) }
    let repeated = try LinearRegression().diagnose(
      table.selecting(rows).frame("rating", on: predictors), outcome: 0)
    for (k, row) in rows.enumerated() {
      let (a, b) = (weighted.influence[row], repeated.influence[k])
      #expect(agree(a.leverage, b.leverage) && agree(a.cooksDistance, b.cooksDistance, 1e-9))
      #expect(agree(a.studentised, b.studentised, 1e-9))
    }
    for kind in RegressionDiagnostics.Test.Kind.allCases {
      #expect(agree(weighted.test(kind)?.statistic, repeated.test(kind)?.statistic, 1e-9))
      #expect(agree(weighted.test(kind)?.pValue, repeated.test(kind)?.pValue, 1e-9))
    }
  }

  @Test("leverages sum to the number of coefficients, and deleting a row moves them by Cook's distance")
  func identities() throws {
    let table = SmallTable(reference: "swiss")
    let predictors = ["Agriculture", "Examination", "Education"]
    let frame = table.frame("Fertility", on: predictors)
    let found = try LinearRegression().diagnose(frame, outcome: 0)
    #expect(abs(found.influence.reduce(0) { $0 + $1.leverage } - 4) < 1e-12)
    let fit = try LinearRegression().fit(to: frame, outcome: 0)
    let without = 18
    let less = try LinearRegression().fit(
      to: table.selecting((0..<47).filter { $0 != without }).frame("Fertility", on: predictors), outcome: 0)
    // Cook's definition: the squared change of all fitted values over k·s².
    var change = 0.0
    for i in 0..<47 {
      func fitted(_ model: LinearRegression.Fit) -> Double {
        zip(model.terms.dropFirst(), predictors).reduce(model.terms[0].estimate!) {
          $0 + $1.0.estimate! * table[$1.1][i]
        }
      }
      change += (fitted(fit) - fitted(less)) * (fitted(fit) - fitted(less))
    }
    #expect(agree(found.influence[without].cooksDistance, change / (4 * fit.sigma * fit.sigma), 1e-9))
  }

  @Test("a row far out, errors that grow and a near dependency are named with what to do") func remarks() throws {
    var x: [Double] = []
    var z: [Double] = []
    var y: [Double] = []
    for i in 0..<60 {
      let noise = Double((i * 37) % 60) / 60 - 0.5
      x.append(Double(i) / 6)
      z.append(Double(i) / 6 + 0.01 * Double((i * 23) % 7))
      y.append(2 + Double(i) / 6 + noise * Double(i) / 6)
    }
    x[16] = 40
    z[16] = 40
    y[16] = -30
    let table = SmallTable(["x": x, "z": z, "y": y])
    let notes = try LinearRegression().diagnose(table.frame("y", on: ["x", "z"]), outcome: 0).notes
    #expect(notes.contains { $0.kind == .influentialRow && $0.message.contains("Row 17 ") }, "\(notes)")
    #expect(notes.contains { $0.kind == .nearDependency && $0.message.contains("'x' and 'z'") }, "\(notes)")
    let clean = SmallTable(["x": Array(x[20...]), "y": Array(y[20...])])
    let growing = try LinearRegression(errors: .classical).diagnose(clean.frame("y", on: ["x"]), outcome: 0)
    #expect(growing.notes.contains { $0.kind == .unequalVariance && $0.message.contains("errors: hc3") })
    #expect(
      !(try LinearRegression(errors: .hc3).diagnose(clean.frame("y", on: ["x"]), outcome: 0).notes).contains {
        $0.kind == .unequalVariance
      })
  }

  @Test("a perfect fit, few rows and leverage one leave undefined what is undefined") func degenerate() throws {
    let x = [1.0, 2, 4, 5, 7, 8]
    let perfect = SmallTable(["x": x, "y": x.map { 3 * $0 + 1 }])
    let found = try LinearRegression().diagnose(perfect.frame("y", on: ["x"]), outcome: 0)
    #expect(found.tests.allSatisfy { $0.statistic == nil && $0.pValue == nil })
    #expect(found.influence.allSatisfy { $0.standardised == nil && $0.cooksDistance == nil })
    #expect(found.notes.map(\.kind.name) == ["no_diagnostics"])

    let few = SmallTable(["x": [1, 2, 4], "y": [1, 3, 2]])
    let three = try LinearRegression().diagnose(few.frame("y", on: ["x"]), outcome: 0)
    #expect(three.influence.allSatisfy { $0.studentised == nil && $0.cooksDistance != nil })
    #expect(three.test(.reset)?.statistic == nil)

    let lone = SmallTable(["x": [0, 0, 0, 0, 1], "z": [1, 2, 3, 5, 4], "y": [1, 3, 2, 5, 9]])
    let exact = try LinearRegression().diagnose(lone.frame("y", on: ["x", "z"]), outcome: 0).influence[4]
    #expect(abs(exact.leverage - 1) < 1e-12)
    #expect(exact.standardised == nil && exact.cooksDistance == nil)
  }
}
