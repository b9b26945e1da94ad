import Measures
import Probability
import Regression
import Survey
import Testing

@Suite struct CrossValidationTests {
  @Test("leaving one out agrees with as many refits in R", arguments: DiagnosticsReference.shared.cases)
  func leaveOneOut(c: DiagnosticsReference.Case) throws {
    let frame = c.frame
    let found = CrossValidation(folds: frame.rowCount).fit(to: frame)
    #expect(agree(found.rSquared[0], c.leave_one_out, 1e-9), "\(c.name) \(found.rSquared[0] ?? .nan)")
  }

  /// R² of refits with the rows of each fold really left out.
  private func naive(_ table: SmallTable, _ outcome: String, _ predictors: [String], _ folds: [[Int]]) throws -> Double
  {
    var model = 0.0
    var mean = 0.0
    for fold in folds {
      let left = (0..<table.rowCount).filter { !fold.contains($0) }
      let fit = try LinearRegression().fit(to: table.selecting(left).frame(outcome, on: predictors), outcome: 0)
      let average = left.reduce(0) { $0 + table[outcome][$1] } / Double(left.count)
      for i in fold {
        let expected = zip(predictors, fit.terms.dropFirst()).reduce(fit.terms[0].estimate!) {
          $0 + table[$1.0][i] * ($1.1.estimate ?? 0)
        }
        model += (table[outcome][i] - expected) * (table[outcome][i] - expected)
        mean += (table[outcome][i] - average) * (table[outcome][i] - average)
      }
    }
    return 1 - model / mean
  }

  @Test("folds from moments are refits without the folds", arguments: [2, 5, 10])
  func refits(_ count: Int) throws {
    let table = SmallTable(reference: "swiss")
    let predictors = ["Agriculture", "Examination", "Education"]
    let frame = table.frame("Fertility", on: predictors)
    let validation = CrossValidation(folds: count, seed: 3)
    let folds = validation.rows(of: frame)
    #expect(folds.flatMap { $0 }.sorted() == Array(0..<47))
    #expect(folds.map(\.count).max()! - folds.map(\.count).min()! <= 1)
    let expected = try naive(table, "Fertility", predictors, folds)
    #expect(agree(validation.fit(to: frame).rSquared[0], expected, 1e-10))
    #expect(CrossValidation(folds: count, seed: 4).fit(to: frame) != validation.fit(to: frame))
  }

  @Test("nearly collinear predictors are refitted from rows") func collinear() throws {
    let table = SmallTable(reference: "swiss")
    let close = table.adding(
      "close", zip(table["Education"], table["Catholic"]).map { $0 + 1e-5 * $1 * $1 })
    let predictors = ["Education", "close", "Examination"]
    let validation = CrossValidation(folds: 6, seed: 2)
    let frame = close.frame("Fertility", on: predictors)
    let expected = try naive(close, "Fertility", predictors, validation.rows(of: frame))
    #expect(agree(validation.fit(to: frame).rSquared[0], expected, 1e-9))
  }

  @Test("frequencies are repeated rows; clusters stay whole; every fold has its part of every stratum")
  func designs() throws {
    let table = SmallTable(reference: "attitude")
    let weighted = table.frame("rating", on: ["complaints", "learning"], weights: "f", kind: .frequency)
    let rows = table["f"].enumerated().flatMap { [Int](repeating: $0, count: Int($1)) }
    let repeated = table.selecting(rows).frame("rating", on: ["complaints", "learning"])
    #expect(
      agree(CrossValidation().fit(to: weighted).rSquared[0], CrossValidation().fit(to: repeated).rSquared[0], 1e-11))

    let clustered = table.frame("rating", on: ["complaints"], clusters: "g")
    for fold in CrossValidation(folds: 5).rows(of: clustered) {
      #expect(fold.count == 6)
      #expect(Set(fold.map { table["g"][$0] }).count == 2)
    }
    let swiss = SmallTable(reference: "swiss")
    let stratified = swiss.adding("h", (0..<47).map { $0 < 20 ? 1 : 2 })
      .frame("Fertility", on: ["Education"], strata: "h")
    for fold in CrossValidation(folds: 4).rows(of: stratified) { #expect(fold.count { $0 < 20 } == 5) }
  }

  @Test("predictors of pure noise predict worse than the mean, real ones as well as R² adjusted says")
  func meaning() throws {
    var stream = RandomStream(seed: 11, stream: 1)
    let n = 4000
    var columns = ["a", "b", "c"].reduce(into: [String: [Double]]()) { columns, name in
      columns[name] = (0..<n).map { _ in stream.normal() }
    }
    columns["noise"] = (0..<n).map { _ in stream.normal() }
    columns["y"] = (0..<n).map { columns["a"]![$0] + 0.5 * columns["b"]![$0] + stream.normal() }
    let table = SmallTable(columns)
    let noise = CrossValidation().fit(to: table.frame("noise", on: ["a", "b", "c"])).rSquared[0]!
    #expect(noise < 0.002 && noise > -0.01)
    let real = CrossValidation().fit(to: table.frame("y", on: ["a", "b", "c"])).rSquared[0]!
    let fit = try LinearRegression().fit(to: table.frame("y", on: ["a", "b", "c"]), outcome: 0)
    #expect(abs(real - fit.adjustedRSquared) < 0.002)
  }

  @Test("too few rows without a fold give no number but a note") func few() {
    let table = SmallTable(["x": [1, 2, 4, 3, 5], "z": [2, 1, 1, 5, 3], "y": [1, 3, 2, 2, 5]])
    let found = CrossValidation(folds: 2).fit(to: table.frame("y", on: ["x", "z"]))
    #expect(found.rSquared == [nil])
    #expect(found.notes.map(\.kind.name) == ["no_cross_validation"])
  }
}
