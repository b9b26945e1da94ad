import Foundation
import LinearAlgebra
import Measures
import Regression
import Survey
import TestSupport
import Testing

/// NIST's certified regressions, of the bundled data.
@Suite struct CertifiedTests {
  private static let folder = PackageFiles.root.appendingPathComponent("datasets/nist")

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The outcome is a polynomial of this degree in x.
    var degree = 1
    /// The powers keep what their doubles lack.
    var carries = false
    let coefficients: Double
    let errors: Double
    /// Of the residual standard deviation, R² and F.
    let fit: Double
    var testDescription: String { "\(name)\(carries ? " with carried powers" : "")" }
  }

  /// Correct digits required of the worst coefficient and standard error, and of the fit: those of exact arithmetic on the
  /// data as doubles, less 0.3. (R's `lm` with tolerance 1e-14: Norris 11.9, Pontius 12.0, Longley 13.0, Wampler 1–5
  /// 9.2, 13.2, 9.4, 7.6, 5.6, Filip 8.2.)
  static let cases = [
    Case(name: "Norris", coefficients: 13.8, errors: 13.6, fit: 13.4),
    Case(name: "Pontius", degree: 2, coefficients: 13.2, errors: 13.5, fit: 13.3),
    Case(name: "NoInt1", coefficients: 14.4, errors: 14.9, fit: 15),
    Case(name: "NoInt2", coefficients: 14.4, errors: 14.6, fit: 14.9),
    Case(name: "Filip", degree: 10, coefficients: 7.3, errors: 7.3, fit: 7.9),
    Case(name: "Filip", degree: 10, carries: true, coefficients: 13.5, errors: 13.5, fit: 14.5),
    Case(name: "Longley", coefficients: 14.3, errors: 14.6, fit: 14.7),
    Case(name: "Wampler1", degree: 5, coefficients: 14.7, errors: 15, fit: 15),
    Case(name: "Wampler2", degree: 5, coefficients: 12.9, errors: 15, fit: 15),
    Case(name: "Wampler3", degree: 5, coefficients: 14.7, errors: 14.2, fit: 14.5),
    Case(name: "Wampler4", degree: 5, coefficients: 14.7, errors: 14.2, fit: 14.5),
    Case(name: "Wampler5", degree: 5, coefficients: 14.7, errors: 14.2, fit: 14.5),
  ]

  @Test("certified regressions are met to the digits that the data determine", arguments: cases)
  func certified(_ c: Case) throws {
    let folder = CertifiedTests.folder
    let (frame, predictors) = CertifiedTests.frame(c, folder)
    let hasIntercept = !c.name.hasPrefix("NoInt")
    let fit = try LinearRegression(errors: .classical, hasIntercept: hasIntercept).fit(to: frame, outcome: 0)
    #expect(fit.terms.map(\.name) == (hasIntercept ? ["(Intercept)"] : []) + predictors)
    var checked = 0
    for line in try CertifiedTests.values(of: c.name, folder) {
      let expected = Double(line.value)!
      switch line.statistic {
      case "coef", "se":
        let term = fit.terms[Int(line.term.dropFirst())! - (hasIntercept ? 0 : 1)]
        let isCoefficient = line.statistic == "coef"
        let digits = correctDigits(try #require(isCoefficient ? term.estimate : term.stdError), expected)
        #expect(digits >= (isCoefficient ? c.coefficients : c.errors), "\(line.statistic) \(term.name) \(digits)")
        checked += 1
      case "residual_sd": #expect(correctDigits(fit.sigma, expected) >= c.fit)
      case "r_squared": #expect(correctDigits(fit.rSquared, expected) >= c.fit)
      case "F": #expect(correctDigits(try #require(fit.fStatistic), expected) >= c.fit)
      case "df_res": #expect(fit.dfResidual == expected)
      default: continue
      }
    }
    #expect(checked == 2 * fit.terms.count)
    #expect(fit.notes.contains { $0.kind == .perfectFit } == ["Wampler1", "Wampler2"].contains(c.name))
  }

  @Test("the factorization alone would fail: it has 7.6 and 5.6 digits where residuals are large")
  func withoutRefinement() throws {
    let folder = CertifiedTests.folder
    for (name, limit) in [("Wampler4", 9.0), ("Wampler5", 8.0)] {
      let (frame, predictors) = CertifiedTests.frame(
        Case(name: name, degree: 5, coefficients: 0, errors: 0, fit: 0), folder)
      let n = frame.rowCount
      // An intercept's column, then the powers brought to size one.
      var design = Matrix(rows: n, columns: predictors.count + 1)
      var scales = [1.0]
      for i in 0..<n { design[i, 0] = 1 }
      for j in predictors.indices {
        let column = frame.values[j * n..<(j + 1) * n]
        scales.append(column.max()!)
        for (i, value) in column.enumerated() { design[i, j + 1] = value / scales[j + 1] }
      }
      let factorization = HouseholderQR(design)
      let z = factorization.transposedProduct(Array(frame.values[predictors.count * n..<(predictors.count + 1) * n]))
      let coefficients = zip(factorization.backSubstitute(z), scales).map { $0 / $1 }
      let expected = try CertifiedTests.values(of: name, folder).filter { $0.statistic == "coef" }.map(\.value)
      let digits = zip(coefficients, expected).map { correctDigits($0, Double($1)!) }.min()!
      #expect(digits < limit, "\(name) \(digits)")
    }
  }

  private static func frame(_ c: Case, _ folder: URL) -> (ModelFrame, predictors: [String]) {
    var table = SmallTable(file: folder.appendingPathComponent("\(c.name).csv"))
    var predictors = table.columns.keys.filter { $0 != "y" }.sorted()
    var remainders: [Int: [Double]] = [:]
    if c.degree > 1 {
      let x = table["x"]
      var power = x.map { DoubleDouble($0) }
      for k in 2...c.degree {
        // Repeated products, in doubles as a program that is given x would form them, or in twice the precision.
        power = zip(power, x).map { c.carries ? $0 * $1 : DoubleDouble($0.high * $1) }
        table.columns["x\(k)"] = power.map(\.high)
        if c.carries { remainders[predictors.count] = power.map(\.low) }
        predictors.append("x\(k)")
      }
    }
    var frame = table.frame("y", on: predictors)
    frame.remainders = remainders
    return (frame, predictors)
  }

  private static func values(
    of name: String, _ folder: URL
  ) throws -> [(statistic: Substring, term: Substring, value: Substring)] {
    try String(contentsOf: folder.appendingPathComponent("certified.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[0] == name }.map { ($0[1], $0[2], $0[3]) }
  }
}

/// −log₁₀ of the relative error, at most 15, the digits that NIST certifies; of a certified zero −log₁₀|actual|.
private func correctDigits(_ actual: Double, _ certified: Double) -> Double {
  if actual == certified { return 15 }
  if !actual.isFinite || !certified.isFinite { return 0 }
  return min(15, -log10(certified == 0 ? abs(actual) : abs(actual - certified) / abs(certified)))
}
