import Foundation
import Measures
import Regression
import Survey
import TestSupport
import Testing

/// Frames with products and powers among the drivers, as the program makes them.
@Suite struct ProductTermsTests {
  private func product(_ text: String) throws -> AnalysisRoles.Player {
    let term = try ProductTerm(text)
    return AnalysisRoles.Player(
      name: term.name, kind: .product, items: [],
      factors: term.factors.map { .init(name: $0.name, items: [.init(name: $0.name)], power: $0.power) })
  }

  private func frame(
    _ table: SmallTable, _ outcome: String, on drivers: [String], terms: [String]
  ) throws -> ModelFrame {
    let variables = (drivers + [outcome]).map { Variable(name: $0, values: .double(table[$0])) }
    return try ModelFrame(
      Dataset(variables: variables, rowCount: table.rowCount),
      roles: AnalysisRoles(
        outcomes: [.init(name: outcome)],
        players: drivers.map { .init(name: $0, items: [.init(name: $0)]) } + terms.map(product)), ratings: false)
  }

  @Test("products and powers agree with R's formula")
  func formula() throws {
    let fit = try LinearRegression(errors: .classical).fit(
      to: frame(
        SmallTable(reference: "attitude"), "rating", on: ["complaints", "learning"],
        terms: ["complaints^2", "complaints:learning", "complaints^2:learning"]), outcome: 0)
    let lines = try String(contentsOf: SmallTable.references.appendingPathComponent("products.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    #expect(lines.dropLast().map { String($0[0]) } == fit.terms.map(\.name))
    // R's own coefficients are good to about nine digits here: the condition number is 10⁶.
    for (line, term) in zip(lines, fit.terms) {
      #expect(agree(term.estimate, Double(line[1]), 1e-8) && agree(term.stdError, Double(line[2]), 1e-8))
      #expect(agree(term.statistic, Double(line[3]), 1e-8) && agree(term.pValue, Double(line[4]), 1e-8))
    }
    let last = try #require(lines.last)
    #expect(agree(fit.rSquared, Double(last[1]), 1e-12) && agree(fit.sigma, Double(last[2]), 1e-12))
    #expect(agree(fit.fStatistic, Double(last[3]), 1e-11) && agree(fit.pValue, Double(last[4]), 1e-10))
  }

  @Test("powers carry what their doubles lack: Filip's coefficients to 13.5 digits, 7.9 without")
  func filip() throws {
    let folder = PackageFiles.root.appendingPathComponent("datasets/nist")
    var carried = try frame(
      SmallTable(file: folder.appendingPathComponent("Filip.csv")), "y", on: ["x"], terms: (2...10).map { "x^\($0)" })
    let lines = try String(contentsOf: folder.appendingPathComponent("certified.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    func digits(_ frame: ModelFrame, _ statistic: String) throws -> Double {
      let fit = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0)
      let expected = lines.filter { $0[0] == "Filip" && $0[1] == statistic }.map { Double($0[3])! }
      #expect(expected.count == 11)
      return zip(fit.terms, expected).map { term, value in
        -log10(abs((statistic == "coef" ? term.estimate! : term.stdError!) / value - 1))
      }.min()!
    }
    #expect(try digits(carried, "coef") >= 13.5)
    #expect(try digits(carried, "se") >= 13.5)
    carried.remainders = [:]
    #expect(try digits(carried, "coef") < 9)
  }

  @Test("cross-validation takes rows apart, and leaves the remainders of other rows behind")
  func crossValidated() throws {
    let folder = PackageFiles.root.appendingPathComponent("datasets/nist")
    // Every row twice: the frames of the folds have more rows than the frame itself.
    var carried = try frame(
      SmallTable(file: folder.appendingPathComponent("Filip.csv")), "y", on: ["x"], terms: (2...10).map { "x^\($0)" })
    carried.weights = Array(repeating: 2, count: carried.rowCount)
    carried.weightsKind = .frequency
    #expect(!carried.remainders.isEmpty)
    var plain = carried
    plain.remainders = [:]
    let found = CrossValidation(folds: 10).fit(to: carried).rSquared
    #expect(found == CrossValidation(folds: 10).fit(to: plain).rSquared)
    #expect(try #require(found[0]) > 0.9)
  }
}
