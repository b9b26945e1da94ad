import Foundation
import LinearAlgebra
import Measures
import Survey
import TestSupport
import Testing

/// Tests/References/measures: written by measures.R.
enum Reference {
  static let folder = PackageFiles.references.appending(path: "measures")

  static func lines(_ file: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static func survey(_ file: String) throws -> Dataset {
    let rows = try lines(file)
    return Dataset(
      variables: rows[0].enumerated().map { k, name in
        let column = rows.dropFirst().map { Double($0[k]) }
        return column.allSatisfy { $0.map { $0 == $0.rounded() && abs($0) < 100 } ?? true }
          ? Small.ratings(name, column.map { $0.map { Int8($0) } }) : Small.numbers(name, column)
      }, rowCount: rows.count - 1)
  }

  /// Values by statistic, then by `a` or `a,b`.
  static func values() throws -> [String: [String: Double]] {
    var table: [String: [String: Double]] = [:]
    for row in try lines("measures.csv").dropFirst() {
      table[row[0], default: [:]][row[2].isEmpty ? row[1] : "\(row[1]),\(row[2])"] = Double(row[3])
    }
    return table
  }
}

@Suite("Moments and descriptives as R gives them")
struct ReferenceTests {
  let reference: [String: [String: Double]]
  let withMissing: Dataset
  let complete: Dataset
  static let names = ["a", "b", "c", "income", "y"]

  init() throws {
    reference = try Reference.values()
    withMissing = try Reference.survey("survey.csv")
    complete = try Reference.survey("complete.csv")
  }

  func roles(_ missing: MissingTreatment = .listwise, _ weights: String? = nil, _ kind: WeightsKind = .sampling)
    -> AnalysisRoles
  {
    Small.roles(
      ["y"], ["a", "b", "c", "income"].map { Small.player($0) }, missing: missing, weights: weights, kind: kind)
  }

  /// Compares a whole matrix, entry by entry relative to the diagonal.
  func expect(_ matrix: SymmetricMatrix, is statistic: String, _ tolerance: Double = 1e-13) throws {
    let table = try #require(reference[statistic])
    for (i, a) in Self.names.enumerated() {
      for (j, b) in Self.names.enumerated() {
        let expected = try #require(table["\(a),\(b)"])
        let size = try (#require(table["\(a),\(a)"]) * #require(table["\(b),\(b)"])).squareRoot()
        #expect(abs(matrix[i, j] - expected) <= tolerance * size, "\(statistic) \(a) \(b)")
      }
    }
  }

  @Test("Covariances with listwise deletion")
  func listwise() throws {
    try expect(Moments(ModelFrame(withMissing, roles: roles())).covariance, is: "cov_listwise")
  }

  @Test("Correlations and counts of pairs, means and deviations of all answers")
  func pairwise() throws {
    let moments = Moments(try ModelFrame(withMissing, roles: roles(.pairwise)))
    try expect(moments.correlation, is: "cor_pairwise")
    try expect(#require(moments.pairCounts), is: "n_pairwise", 0)
    #expect(moments.n == reference["n_pairwise"]!.values.min())
    for (k, name) in Self.names.enumerated() {
      #expect(close(moments.means![k], reference["mean_available"]![name]!, 1e-14))
      #expect(close(moments.standardDeviations[k], reference["sd_available"]![name]!, 1e-13))
    }
  }

  @Test("Weighted correlations of pairs")
  func weightedPairwise() throws {
    let moments = Moments(try ModelFrame(withMissing, roles: roles(.pairwise, "w")))
    try expect(moments.correlation, is: "cor_pairwise_weighted")
  }

  @Test("Covariances and means under sampling weights, and the effective sample size")
  func sampling() throws {
    let frame = try ModelFrame(complete, roles: roles(.listwise, "w"))
    let moments = Moments(frame)
    try expect(moments.covariance, is: "svyvar")
    for (k, name) in Self.names.enumerated() {
      #expect(close(moments.means![k], reference["svymean"]![name]!, 1e-14))
    }
    let kish = reference["kish"]![""]!
    #expect(close(moments.effectiveSampleSize, kish, 1e-14))
    #expect(
      frame.note("effective_sample_size")?.contains("60 respondents as informative as \(Int(kish.rounded()))") == true)
  }

  @Test("Covariances under frequency and precision weights")
  func otherWeights() throws {
    let frequency = Moments(try ModelFrame(complete, roles: roles(.listwise, "f", .frequency)))
    try expect(frequency.covariance, is: "cov_frequency")
    let precision = Moments(try ModelFrame(complete, roles: roles(.listwise, "w", .precision)))
    try expect(precision.covariance, is: "cov_precision")
  }

  @Test("Descriptives: interval of the mean, SPSS's skewness and kurtosis")
  func describe() throws {
    for item in try complete.describe(Self.names.map { Small.item($0) }) {
      #expect(close(item.meanLow!, reference["mean_low"]![item.variable]!, 1e-13))
      #expect(close(item.meanHigh!, reference["mean_high"]![item.variable]!, 1e-13))
      #expect(close(item.skewness!, reference["skewness"]![item.variable]!, 1e-11))
      #expect(close(item.kurtosis!, reference["kurtosis"]![item.variable]!, 1e-11))
    }
  }

  @Test("Descriptives under sampling weights: linearised interval")
  func describeSampling() throws {
    for item in try complete.describe(Self.names.map { Small.item($0) }, weights: .init(variable: "w")) {
      #expect(close(item.mean!, reference["svymean"]![item.variable]!, 1e-13))
      #expect(close(item.meanLow!, reference["svymean_low"]![item.variable]!, 1e-12))
      #expect(close(item.meanHigh!, reference["svymean_high"]![item.variable]!, 1e-12))
      let variance = reference["svyvar"]!["\(item.variable),\(item.variable)"]!
      #expect(close(item.standardDeviation!, variance.squareRoot(), 1e-13))
    }
  }

  @Test("Descriptives under frequency weights are those of the repeated rows")
  func describeFrequency() throws {
    let items = try complete.describe(
      Self.names.map { Small.item($0) }, weights: .init(variable: "f", kind: .frequency))
    for item in items {
      #expect(close(item.mean!, reference["frequency_mean"]![item.variable]!, 1e-13))
      #expect(close(item.standardDeviation!, reference["frequency_sd"]![item.variable]!, 1e-13))
      #expect(close(item.skewness!, reference["frequency_skewness"]![item.variable]!, 1e-11))
      #expect(close(item.kurtosis!, reference["frequency_kurtosis"]![item.variable]!, 1e-11))
    }
  }
}
