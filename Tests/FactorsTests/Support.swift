import Factors
import Foundation
import LinearAlgebra
import Measures
import Probability
import Survey
import TestSupport

/// The kept results of other programs: `Tests/References/factors/factors.R` made them.
enum Reference {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("References/factors")

  static let sets = ["bfi", "thurstone", "harman", "holzinger", "attitude", "webshop", "cahps"]

  static func json() throws -> [String: Any] { try PackageFiles.json("factors/factors.json") }

  /// The correlations of a set, and what the other programs say of them.
  static func set(_ name: String) throws -> (input: CorrelationInput, factors: Int, results: Results) {
    let results = Results(try json()[name] as? [String: Any] ?? [:])
    let lines = try String(contentsOf: folder.appendingPathComponent("\(name).csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = lines[0].dropFirst().map(String.init)
    var correlation = SymmetricMatrix(order: names.count)
    for i in names.indices {
      for j in 0...i { correlation[i, j] = Double(lines[i + 1][j + 1].filter { $0 != " " })! }
    }
    let input = try CorrelationInput(
      names: names, correlation: correlation, n: results.number("n"), isNormalTheory: true)
    return (input, Int(results.number("factors")!), results)
  }
}

/// A JSON object read by its keys.
struct Results {
  let object: [String: Any]
  init(_ object: [String: Any]) { self.object = object }

  subscript(key: String) -> Results { Results(object[key] as? [String: Any] ?? [:]) }
  var keys: [String] { object.keys.sorted() }
  func number(_ key: String) -> Double? { (object[key] as? NSNumber)?.doubleValue }
  func numbers(_ key: String) -> [Double] {
    (object[key] as? [Any])?.map { ($0 as? NSNumber)?.doubleValue ?? .nan } ?? []
  }
  /// A matrix by rows, or one column.
  func matrix(_ key: String) -> [[Double]] {
    (object[key] as? [Any])?.map { row in
      (row as? [Any])?.map { ($0 as? NSNumber)?.doubleValue ?? .nan } ?? [(row as? NSNumber)?.doubleValue ?? .nan]
    } ?? []
  }
}

/// The largest difference between a matrix and reference rows.
func distance(_ matrix: Matrix, _ rows: [[Double]]) -> Double {
  guard rows.count == matrix.rows, rows.allSatisfy({ $0.count == matrix.columns }) else { return .infinity }
  var largest = 0.0
  for i in 0..<matrix.rows { for j in 0..<matrix.columns { largest = max(largest, abs(matrix[i, j] - rows[i][j])) } }
  return largest
}

func distance(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}

/// A population with simple structure: items per factor, loadings between .5 and .8, correlated factors.
struct Population {
  let loadings: Matrix
  let phi: SymmetricMatrix
  let correlation: SymmetricMatrix

  init(factors: Int, itemsPerFactor: Int, correlation r: Double) {
    let p = factors * itemsPerFactor
    var loadings = Matrix(rows: p, columns: factors)
    for i in 0..<p {
      loadings[i, i / itemsPerFactor] = 0.8 - 0.06 * Double(i % itemsPerFactor) - 0.04 * Double(i / itemsPerFactor)
    }
    var phi = SymmetricMatrix(order: factors)
    for r0 in 0..<factors { for s in 0...r0 { phi[r0, s] = r0 == s ? 1 : r } }
    var sigma = SymmetricMatrix(order: p)
    for i in 0..<p {
      for j in 0..<i {
        for a in 0..<factors { for b in 0..<factors { sigma[i, j] += loadings[i, a] * phi[a, b] * loadings[j, b] } }
      }
      sigma[i, i] = 1
    }
    self.loadings = loadings
    self.phi = phi
    correlation = sigma
  }

  var names: [String] { (1...correlation.order).map { "x\($0)" } }

  func input(n: Double?) throws -> CorrelationInput {
    try CorrelationInput(names: names, correlation: correlation, n: n, isNormalTheory: true)
  }

  /// Rows drawn from the normal distribution, column by column.
  func rows(_ n: Int, seed: UInt64, stream: UInt64) -> [[Double]] {
    let p = correlation.order
    let factor = try! Cholesky(correlation)
    var random = RandomStream(seed: seed, stream: stream)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: n), count: p)
    for row in 0..<n {
      let z = (0..<p).map { _ in random.normal() }
      for i in 0..<p {
        for k in 0...i { columns[i][row] += factor.packed[SymmetricMatrix.position(i, k)] * z[k] }
      }
    }
    return columns
  }

  func sample(_ n: Int, seed: UInt64, stream: UInt64) throws -> CorrelationInput {
    try CorrelationInput(Moments(try frame(rows(n, seed: seed, stream: stream))))
  }

  func frame(_ columns: [[Double]]) throws -> ModelFrame {
    let variables = zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }
    return try ModelFrame(
      Dataset(variables: variables, rowCount: columns[0].count),
      roles: AnalysisRoles(outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) }),
      ratings: false)
  }
}
