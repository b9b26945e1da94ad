import Foundation
import Importance
import LinearAlgebra
import Probability
import TestSupport
import Testing

/// Files beside the tests.
enum Reference {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("References/importance")

  static func json() throws -> [String: Any] { try PackageFiles.json("importance/importance.json") }

  /// Columns by name, in the file's order.
  static func table(_ name: String) throws -> (names: [String], rows: [[Double]]) {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    return (lines[0], lines.dropFirst().map { $0.map { Double($0)! } })
  }
}

/// Σw(x − x̄)(y − ȳ), two passes.
func scatter(_ rows: [[Double]], weights: [Double]? = nil) -> SymmetricMatrix {
  let q = rows[0].count
  let w = weights ?? [Double](repeating: 1, count: rows.count)
  let total = w.reduce(0, +)
  let means = (0..<q).map { j in zip(rows, w).reduce(0) { $0 + $1.0[j] * $1.1 } / total }
  var result = SymmetricMatrix(order: q)
  for (row, weight) in zip(rows, w) {
    for i in 0..<q { for j in 0...i { result[i, j] += weight * (row[i] - means[i]) * (row[j] - means[j]) } }
  }
  return result
}

/// Random rows with common and own parts, so that columns correlate.
func randomRows(_ count: Int, columns: Int, seed: UInt64) -> [[Double]] {
  var stream = RandomStream(seed: seed, stream: 0)
  let loadings = (0..<columns).map { _ in 2 * stream.uniform() - 0.7 }
  return (0..<count).map { _ in
    let common = stream.uniform()
    return loadings.map { $0 * common + stream.uniform() }
  }
}

/// R² of a regression on some columns by solving the normal equations with Gauss–Jordan and full pivoting on the diagonal:
/// dependent columns add nothing.
func naiveRSquared(_ scatter: SymmetricMatrix, _ columns: [Int], outcome: Int) -> Double {
  let q = scatter.order
  var a = (0..<q).map { i in
    (0..<q).map { j in scatter[i, j] / (max(scatter[i, i], 1e-300) * max(scatter[j, j], 1e-300)).squareRoot() }
  }
  var left = columns
  while let pivot = left.max(by: { a[$0][$0] < a[$1][$1] }), a[pivot][pivot] > 1e-10 {
    left.removeAll { $0 == pivot }
    let row = a[pivot]
    for i in 0..<q where i != pivot {
      let factor = a[i][pivot] / row[pivot]
      for j in 0..<q { a[i][j] -= factor * row[j] }
    }
    // The pivot's own row is spent.
    for j in 0..<q {
      a[pivot][j] = 0
      a[j][pivot] = 0
    }
  }
  return 1 - a[outcome][outcome]
}

/// The value of every subset by naive regressions: index = bit mask of players.
func naiveValues(_ scatter: SymmetricMatrix, _ problem: ImportanceProblem) -> [Double] {
  let base = naiveRSquared(scatter, problem.always, outcome: problem.outcome)
  return (0..<(1 << problem.players.count)).map { mask in
    let columns = problem.players.indices.filter { mask >> $0 & 1 == 1 }.flatMap { problem.players[$0] }
    return naiveRSquared(scatter, problem.always + columns, outcome: problem.outcome) - base
  }
}

/// The Shapley value by its formula.
func naiveShapley(_ values: [Double], players p: Int) -> [Double] {
  let factorial = (0...p).map { (1...max(1, $0)).reduce(1.0) { $0 * Double($1) } }
  return (0..<p).map { i in
    (0..<values.count).filter { $0 >> i & 1 == 0 }.reduce(0.0) { sum, mask in
      let s = mask.nonzeroBitCount
      return sum + factorial[s] * factorial[p - s - 1] / factorial[p] * (values[mask | 1 << i] - values[mask])
    }
  }
}

extension ImportanceEngine {
  /// One evaluation; stops the test when it fails.
  func numbers(_ scatter: SymmetricMatrix, jobs: Int = 1) throws -> [Double] {
    var out = [Double](repeating: .infinity, count: width)
    let workspace = makeWorkspace()
    let failure = scatter.packed.withUnsafeBufferPointer { scatter in
      out.withUnsafeMutableBufferPointer {
        evaluate(scatter.baseAddress!, workspace: workspace, jobs: jobs, into: $0)
      }
    }
    try #require(failure == nil)
    return out
  }
}

func close(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}
