import Foundation
import Regression
import Survey
import Testing

/// NIST's certified regressions, when the shared data are beside the repository.
@Suite struct CertifiedTests {
  private static let folder: URL? = {
    var folder = SmallTable.references
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shared/data/nist")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    print("skipped: the certified regressions are not here")
    return nil
  }()

  /// Correct digits of the worst coefficient of R's `lm` (tolerance 1e-14), one of which may be lost.
  static let digitsOfLm: [(String, Int, Double)] = [
    ("Norris", 1, 11.9), ("Pontius", 2, 12.0), ("Longley", 0, 13.0), ("Wampler1", 5, 9.2), ("Wampler2", 5, 13.2),
    ("Wampler3", 5, 9.4), ("Wampler4", 5, 7.6), ("Wampler5", 5, 5.6), ("Filip", 10, 7.6),
  ]

  @Test("certified coefficients are met as well as R's lm meets them", arguments: digitsOfLm)
  func certified(name: String, power: Int, digits: Double) throws {
    guard let folder = CertifiedTests.folder else { return }
    var table = SmallTable(file: folder.appendingPathComponent("linreg/\(name).csv"))
    var predictors = table.columns.keys.filter { $0 != "y" }.sorted()
    for k in 2..<max(power + 1, 2) {
      // Repeated products: the powers as a program that is given x would form them.
      table.columns["x\(k)"] = zip(table["x"], table[k == 2 ? "x" : "x\(k - 1)"]).map { $0 * $1 }
      predictors.append("x\(k)")
    }
    let fit = try LinearRegression().fit(to: table.frame("y", on: predictors), outcome: 0)
    let lines = try String(contentsOf: folder.appendingPathComponent("certified.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var checked = 0
    for line in lines where line[0] == name && line[1] == "coef" {
      let term = fit.terms[Int(line[2].dropFirst())!]
      let expected = Double(line[3])!
      let error = abs(term.estimate! - expected) / abs(expected)
      #expect(-log10(max(error, 1e-15)) >= digits - 1, "\(name) \(term.name) \(-log10(max(error, 1e-15)))")
      checked += 1
    }
    #expect(checked == fit.terms.count)
    #expect(fit.notes.contains { $0.kind == "perfect_fit" } == ["Wampler1", "Wampler2"].contains(name))
  }
}
