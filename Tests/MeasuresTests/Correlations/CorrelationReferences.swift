import Foundation
import Measures
import Resampling
import Survey
import TestSupport

/// Tests/References/correlations: written by correlations.R.
struct CorrelationReferences {
  static let folder = PackageFiles.references.appending(path: "correlations")
  static let variables = ["q1", "q2", "q3", "q4", "nps", "rare", "yes", "spend", "age", "wait"]
  static let ratings = ["q1", "q2", "q3", "q4", "nps", "rare", "yes", "wait"]
  static let shared: CorrelationReferences = {
    guard let result = try? CorrelationReferences() else { preconditionFailure("the reference files can be read") }
    return result
  }()

  /// By statistic, then by `a,b`.
  let values: [String: [String: Double]]
  let survey: Dataset

  init() throws {
    var values: [String: [String: Double]] = [:]
    for row in try Self.lines("correlations.csv").dropFirst() {
      values[row[0], default: [:]]["\(row[1]),\(row[2])"] = Double(row[3])
    }
    self.values = values
    survey = try Self.dataset(Self.lines("survey.csv"))
  }

  static func lines(_ file: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static func dataset(_ rows: [[String]]) -> Dataset {
    Dataset(
      variables: rows[0].enumerated().map { k, name in
        Small.numbers(name.replacing("\"", with: ""), rows.dropFirst().map { Double($0[k]) })
      }, rowCount: rows.count - 1)
  }

  /// The pairs of one statistic.
  func pairs(_ statistic: String) -> [(a: String, b: String, value: Double)] {
    (values[statistic] ?? [:]).map { key, value in
      let names = key.split(separator: ",")
      return (String(names[0]), String(names[1]), value)
    }
  }
}

extension CorrelationAnalysis {
  /// Fits variables of a survey.
  func fit(
    _ survey: Dataset, _ variables: [String], always: [String] = [], missing: MissingTreatment = .listwise,
    weights: String? = nil, kind: WeightsKind = .sampling, strata: String? = nil, cluster: String? = nil, jobs: Int = 1
  ) throws -> Fit {
    try fit(
      to: ModelFrame(
        survey,
        roles: Small.roles(
          [], variables.map { Small.player($0) }, always: always, missing: missing, weights: weights, kind: kind,
          strata: strata, cluster: cluster)), jobs: jobs)
  }
}

extension CorrelationAnalysis.Fit {
  func pair(_ a: String, _ b: String) -> CorrelationAnalysis.Pair? {
    pairs.first { [names[$0.a], names[$0.b]] == [a, b] || [names[$0.a], names[$0.b]] == [b, a] }
  }

  func note(_ kind: String) -> String? { notes.first { $0.kind.name == kind }?.message }
}
