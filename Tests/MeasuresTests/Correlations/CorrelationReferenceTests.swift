import Foundation
import LinearAlgebra
import Measures
import Resampling
import Survey
import TestSupport
import Testing

@Suite("Correlations as R, lavaan and Matrix give them")
struct CorrelationReferenceTests {
  let reference = CorrelationReferences.shared
  /// The rows that answer all ten variables, as the script takes them.
  let complete: Dataset

  init() {
    let survey = CorrelationReferences.shared.survey
    let columns = CorrelationReferences.variables.map { survey[$0]!.doubles }
    complete = survey.selecting(
      (0..<Int32(survey.rowCount)).filter { row in columns.allSatisfy { !$0[Int(row)].isNaN } })
  }

  /// Compares one number of every pair.
  func expect(
    _ fit: CorrelationAnalysis.Fit, is statistic: String, within tolerance: Double, relative: Bool = false,
    _ number: (CorrelationAnalysis.Pair) -> Double?
  ) {
    let expected = reference.pairs(statistic)
    #expect(!expected.isEmpty)
    for (a, b, value) in expected {
      guard let pair = fit.pair(a, b), let found = number(pair) else {
        Issue.record("\(statistic) of \(a) and \(b) is not there")
        continue
      }
      #expect(
        abs(found - value) <= tolerance * (relative ? abs(value) : 1), "\(statistic) \(a) \(b): \(found) \(value)")
    }
  }

  @Test func pearson() throws {
    let fit = try CorrelationAnalysis(errors: .classical).fit(complete, CorrelationReferences.variables)
    #expect(fit.n == reference.values["n"]?[","])
    expect(fit, is: "pearson", within: 1e-14) { $0.correlation }
    expect(fit, is: "pearson_p", within: 1e-10, relative: true) { $0.pValue }
    expect(fit, is: "pearson_low", within: 1e-13) { $0.low }
    expect(fit, is: "pearson_high", within: 1e-13) { $0.high }
  }

  @Test func spearmanWithTies() throws {
    let fit = try CorrelationAnalysis(method: .spearman).fit(complete, CorrelationReferences.variables)
    expect(fit, is: "spearman", within: 1e-14) { $0.correlation }
    expect(fit, is: "spearman_p", within: 1e-9, relative: true) { $0.pValue }
    expect(fit, is: "spearman_low", within: 1e-13) { $0.low }
    expect(fit, is: "spearman_high", within: 1e-13) { $0.high }
  }

  @Test func kendallWithTies() throws {
    let fit = try CorrelationAnalysis(method: .kendall).fit(complete, CorrelationReferences.variables)
    expect(fit, is: "kendall", within: 1e-14) { $0.correlation }
    expect(fit, is: "kendall_p", within: 1e-10, relative: true) { $0.pValue }
  }

  @Test(arguments: [CorrelationMethod.pearson, .spearman, .kendall])
  func pairwise(_ method: CorrelationMethod) throws {
    let fit = try CorrelationAnalysis(method: method)
      .fit(reference.survey, CorrelationReferences.variables, missing: .pairwise)
    expect(fit, is: "pairwise_\(method.rawValue)", within: 1e-13) { $0.correlation }
    expect(fit, is: "pair_n", within: 0) { $0.n }
    #expect(fit.n == reference.values["pair_n"]?.values.min())
    #expect(fit.note("pairwise_counts") != nil)
  }

  @Test func partialGivenAllOthers() throws {
    let fit = try CorrelationAnalysis(method: .partial, errors: .classical)
      .fit(complete, CorrelationReferences.variables)
    expect(fit, is: "partial", within: 1e-13) { $0.correlation }
    expect(fit, is: "partial_p", within: 1e-10, relative: true) { $0.pValue }
    expect(fit, is: "partial_low", within: 1e-13) { $0.low }
  }

  @Test func partialGivenACovariate() throws {
    let fit = try CorrelationAnalysis(method: .partial)
      .fit(complete, CorrelationReferences.variables.filter { $0 != "age" }, always: ["age"])
    expect(fit, is: "partial_age", within: 1e-13) { $0.correlation }
    #expect(fit.always == ["age"])
  }

  @Test(arguments: [
    (PValueAdjustment.none, "none"), (.holm, "holm"), (.bh, "bh"), (.bonferroni, "bonferroni"),
  ])
  func adjustment(_ adjustment: PValueAdjustment, _ name: String) throws {
    let others = CorrelationReferences.variables.dropFirst()
    let plain = try #require(reference.values["adjusted_none"])
    let expected = try #require(reference.values["adjusted_\(name)"])
    let found = adjustment.adjust(others.map { plain["\($0),q1"] } + [nil])
    #expect(found.last == .some(nil))
    for (variable, value) in zip(others, found) {
      #expect(abs(value! - expected["\(variable),q1"]!) <= 1e-14 * value!)
    }
  }

  @Test func samplingWeights() throws {
    let fit = try CorrelationAnalysis().fit(complete, CorrelationReferences.variables, weights: "w")
    expect(fit, is: "pearson_weighted", within: 1e-13) { $0.correlation }
  }

  @Test(arguments: [CorrelationMethod.pearson, .spearman, .kendall])
  func frequenciesAreRepeatedRows(_ method: CorrelationMethod) throws {
    let fit = try CorrelationAnalysis(method: method)
      .fit(complete, CorrelationReferences.variables, weights: "count", kind: .frequency)
    expect(fit, is: "\(method.rawValue)_repeated", within: 1e-13) { $0.correlation }
    if method != .spearman {
      expect(fit, is: "\(method.rawValue)_repeated_p", within: 1e-9, relative: true) { $0.pValue }
    }
  }

  @Test func polychoricWithEmptyCellsAndElevenPoints() throws {
    let fit = try CorrelationAnalysis(method: .polychoric).fit(complete, CorrelationReferences.ratings)
    expect(fit, is: "polychoric", within: 1e-5) { $0.correlation }
    #expect(fit.note("empty_cells") != nil)
  }

  @Test func polychoricPairwise() throws {
    let fit = try CorrelationAnalysis(method: .polychoric)
      .fit(reference.survey, CorrelationReferences.ratings, missing: .pairwise)
    expect(fit, is: "polychoric_pairwise", within: 1e-5) { $0.correlation }
  }

  @Test func polyserialAndMixed() throws {
    let fit = try CorrelationAnalysis(method: .mixed).fit(complete, CorrelationReferences.variables)
    expect(fit, is: "mixed", within: 1e-5) { $0.correlation }
    expect(fit, is: "polyserial_skewed", within: 1e-6) { $0.correlation }
    #expect(fit.pair("spend", "age")?.method == .pearson)
    #expect(fit.pair("spend", "nps")?.method == .polyserial)
    #expect(fit.pair("yes", "nps")?.method == .polychoric)
  }

  @Test func polychoricOfWeightedTables() throws {
    let repeated = try CorrelationAnalysis(method: .polychoric)
      .fit(complete, CorrelationReferences.ratings, weights: "count", kind: .frequency)
    expect(repeated, is: "polychoric_repeated", within: 1e-5) { $0.correlation }
    let weighted = try CorrelationAnalysis(method: .polychoric)
      .fit(complete, CorrelationReferences.ratings, weights: "w")
    expect(weighted, is: "polychoric_weighted", within: 1e-6) { $0.correlation }
  }

  @Test func asymptoticCovarianceIsLavaans() throws {
    let names = ["q1", "q2", "q3", "yes"]
    let frame = try ModelFrame(complete, roles: Small.roles([], names.map { Small.player($0) }))
    let found = try #require(try AsymptoticCovariance(frame, columns: Array(0..<4)))
    let labels = found.parameters.map { parameter in
      switch parameter {
      case .threshold(let variable, let answer): "\(names[variable])|t\(answer + 1)"
      case .mean(let variable): "\(names[variable])~1"
      case .variance(let variable): "\(names[variable])~~\(names[variable])"
      case .correlation(let a, let b), .covariance(let a, let b): "\(names[b])~~\(names[a])"
      }
    }
    let expected = try #require(reference.values["gamma"])
    let matrix = found.matrix
    #expect(expected.count == labels.count * (labels.count + 1) / 2)
    for i in labels.indices {
      for j in 0...i {
        let value = try #require(
          expected["\(labels[i]),\(labels[j])"] ?? expected["\(labels[j]),\(labels[i])"], "\(labels[i]),\(labels[j])")
        #expect(abs(matrix[i, j] - value) < 1e-5 * max(1, abs(value)), "\(labels[i]) \(labels[j])")
      }
    }
    for (label, estimate) in zip(labels, found.estimates) {
      if let value = reference.values["threshold"]?["\(label),"] { #expect(abs(estimate - value) < 1e-7) }
    }
  }

  /// polycor leaves the thresholds' part out of its two-step errors, so that these agree only roughly.
  @Test func standardErrorsAreNearPolycors() throws {
    let fit = try CorrelationAnalysis(method: .polychoric).fit(complete, ["q1", "q2", "q3", "yes"])
    expect(fit, is: "polycor", within: 1e-4) { $0.correlation }
    expect(fit, is: "polycor_se", within: 0.15, relative: true) { $0.standardError }
  }

  @Test(arguments: ["higham", "indefinite"])
  func nearestMatrix(_ name: String) throws {
    let order = name == "higham" ? 3 : 8
    var given = SymmetricMatrix(order: order)
    for (a, b, value) in reference.pairs("\(name)_given") { given[Int(a)! - 1, Int(b)! - 1] = value }
    let found = NearestCorrelation(given)
    #expect(found.hasConverged)
    for (a, b, value) in reference.pairs(name) {
      #expect(abs(found.matrix[Int(a)! - 1, Int(b)! - 1] - value) < 2e-7, "\(a) \(b)")
    }
    #expect(SymmetricEigen(found.matrix).values.last! > 0)
  }

  static let bfi = PackageFiles.shared.appending(path: "data/r_classic/bfi.csv")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: bfi.path), "../shared/data is not there"))
  func personalityItems() throws {
    let rows = try String(contentsOf: Self.bfi, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(25).map(String.init) }
    let survey = CorrelationReferences.dataset(rows)
    let fit = try CorrelationAnalysis(method: .polychoric).fit(survey, survey.names)
    #expect(fit.n == 2436)
    let expected = try CorrelationReferences.lines("lavaan-bfi.csv").dropFirst()
    #expect(expected.count == 300)
    for row in expected {
      #expect(abs(fit.pair(row[0], row[1])!.correlation - Double(row[2])!) < 1e-5, "\(row)")
    }
  }
}
