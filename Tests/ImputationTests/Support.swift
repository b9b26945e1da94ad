import Imputation
import LinearAlgebra
import Measures
import Probability
import Regression
import Survey
import TestSupport

/// Small surveys with missing answers.
enum Samples {
  static func dataset(_ columns: [(String, [Double])]) -> Dataset {
    Dataset(
      variables: columns.map {
        Variable(name: $0.0, values: .double($0.1.map { $0.isNaN ? MissingValue.double(0) : $0 }))
      }, rowCount: columns[0].1.count)
  }

  static func reference(_ name: String, _ columns: [String]) throws -> Dataset {
    let table = try ReferenceCSV("imputation/\(name).csv")
    return dataset(columns.map { ($0, table.numbers($0)) })
  }

  static func items(_ names: [String]) -> [AnalysisRoles.Item] { names.map { AnalysisRoles.Item(name: $0) } }

  /// Ratings 1–7 that share a factor, a third of all but the first missing, the more often the lower the first is.
  static func ratings(_ rows: Int, items count: Int, seed: UInt64, missing: Double = 0.33) -> Dataset {
    var stream = RandomStream(seed: seed, stream: 0)
    var columns = [[Double]](repeating: [], count: count)
    for _ in 0..<rows {
      let common = stream.normal()
      for k in 0..<count {
        columns[k].append(max(1, min(7, (4.6 + 1.3 * (0.7 * common + 0.7 * stream.normal())).rounded())))
      }
    }
    for k in 1..<count {
      for i in 0..<rows where stream.uniform() < missing * (columns[0][i] < 4.5 ? 1.5 : 0.5) { columns[k][i] = .nan }
    }
    return dataset(columns.enumerated().map { ("x\($0 + 1)", $1) })
  }
}

/// The regression of one column on others by Rubin's rules.
func pooledRegression(
  _ answers: ImputedAnswers, outcome: String, predictors: [String]
) throws -> LinearRegression.Fit {
  let roles = AnalysisRoles(
    outcomes: [.init(name: outcome)], players: predictors.map { .init(name: $0, items: [.init(name: $0)]) })
  let fits = try (0..<answers.count).map { m in
    try LinearRegression(errors: .classical).fit(
      to: ModelFrame(answers.completed(m), roles: roles, ratings: false), outcome: 0)
  }
  guard let pooled = LinearRegression.Fit.pooled(fits) else { throw ImputationFault.unequalModels(outcome: outcome) }
  return pooled
}

extension LinearRegression.Fit {
  /// A coefficient by Rubin's rules.
  func rubin(_ name: String) -> PooledEstimate? {
    guard let pooled, let k = terms.filter({ $0.estimate != nil }).firstIndex(where: { $0.name == name }) else {
      return nil
    }
    return PooledEstimate(
      count: pooled.count, estimate: pooled.estimates[k], within: pooled.within[k, k],
      between: pooled.between[k, k], degrees: pooled.completeDegrees)
  }
}
