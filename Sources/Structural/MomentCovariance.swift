import LinearAlgebra
import Measures
import Platform

/// n times the covariance of a group's sample moments (Γ): means where they are modelled, then variances and covariances row by row of
/// the lower triangle, without any assumption on how answers are distributed.
struct MomentCovariance: Sendable {
  /// Observed variables.
  let variables: Int
  let withMeans: Bool
  let matrix: SymmetricMatrix

  private var meanCount: Int { withMeans ? variables : 0 }

  /// Of product moments, about the sample's means, divided by n: its fourth moments (Browne 1984, doi:10.1111/j.2044-8317.1984.tb00789.x).
  ///
  /// - Parameter rows: complete, of independent respondents.
  init(_ rows: StructuralRows, withMeans: Bool) {
    let (p, n) = (rows.columns.count, rows.count)
    (variables, self.withMeans) = (p, withMeans)
    let (weights, total) = (rows.units.weights, rows.units.total)
    func mean(_ value: (Int) -> Double) -> Double {
      (0..<n).reduce(0) { $0 + (weights?[$1] ?? 1) * value($1) } / total
    }
    let means = rows.columns.map { column in mean { column[$0] } }
    let deviations = zip(rows.columns, means).map { column, mean in column.map { $0 - mean } }
    var products: [Double] = []
    for i in 0..<p { for j in 0...i { products.append(mean { deviations[i][$0] * deviations[j][$0] }) } }
    let count = (withMeans ? p : 0) + products.count
    var sum = SymmetricMatrix(order: count)
    // In blocks of rows: the moments of all of a million respondents would not fit.
    let block = 512
    var scores: [Double] = []
    for first in stride(from: 0, to: n, by: block) {
      let own = first..<min(n, first + block)
      let roots = own.map { (weights?[$0] ?? 1).squareRoot() }
      scores.removeAll(keepingCapacity: true)
      if withMeans { for i in 0..<p { for row in own { scores.append(roots[row - first] * deviations[i][row]) } } }
      var at = 0
      for i in 0..<p {
        for j in 0...i {
          for row in own {
            scores.append(roots[row - first] * (deviations[i][row] * deviations[j][row] - products[at]))
          }
          at += 1
        }
      }
      let part = SymmetricMatrix(crossProductsOf: scores, order: count, rows: own.count)
      for k in sum.packed.indices { sum.packed[k] += part.packed[k] }
    }
    matrix = SymmetricMatrix(order: count, packed: sum.packed.map { $0 / total })
  }

  /// Of correlations: variances are 1 in every sample and vary with nothing.
  ///
  /// - Parameter covariance: of the correlations alone, row by row.
  init(correlations covariance: SymmetricMatrix, variables p: Int) {
    (variables, withMeans) = (p, false)
    let pairs = (0..<p).flatMap { i in (0..<i).map { SymmetricMatrix.position(i, $0) } }
    var matrix = SymmetricMatrix(order: p * (p + 1) / 2)
    for (a, row) in pairs.enumerated() {
      for (b, column) in pairs[...a].enumerated() { matrix[row, column] = covariance[a, b] }
    }
    self.matrix = matrix
  }

  /// A column of moments in the units in which a weight matrix W = LL' is the unit matrix: L'm of means, the elements of L'EL of
  /// covariances, those of its diagonal over √2. Their sum of squares is m'Wm + ½tr(EWEW).
  func standardized(_ column: [Double], by root: Cholesky) -> [Double] {
    let p = variables
    var result: [Double] = []
    result.reserveCapacity(column.count)
    func lower(_ i: Int, _ j: Int) -> Double { root.packed[SymmetricMatrix.position(i, j)] }
    for i in 0..<meanCount { result.append((i..<p).reduce(0) { $0 + lower($1, i) * column[$1] }) }
    // EL, then L'(EL).
    var half = [Double](repeating: 0, count: p * p)
    for i in 0..<p {
      for k in 0..<p {
        let value = column[meanCount + SymmetricMatrix.position(max(i, k), min(i, k))]
        if value == 0 { continue }
        for j in 0...k { half[i * p + j] += value * lower(k, j) }
      }
    }
    for i in 0..<p {
      for j in 0...i {
        let sum = (i..<p).reduce(0) { $0 + lower($1, i) * half[$1 * p + j] }
        result.append(i == j ? sum * 0.5.squareRoot() : sum)
      }
    }
    return result
  }

  /// Γ in these units.
  func standardized(by root: Cholesky) -> SymmetricMatrix {
    let count = matrix.order
    let half = (0..<count).map { column in standardized((0..<count).map { matrix[$0, column] }, by: root) }
    var result = SymmetricMatrix(order: count)
    for i in 0..<count {
      let row = standardized((0..<count).map { half[$0][i] }, by: root)
      for j in 0...i { result[i, j] = row[j] }
    }
    return result
  }
}
