import LinearAlgebra
import Measures
import Platform

extension LeastSquares {
  var collinearityTerms: [String] { ["(Intercept)"] + kept.map { terms[$0] } }

  /// Condition indices and variance proportions of √w(1, X), every column scaled to length one and none centred, from the
  /// largest singular value to the smallest: the table that SPSS prints.
  ///
  /// The triangle of these columns is that of the centred ones with the means above it, so nothing is formed twice.
  func collinearity() -> [RegressionDiagnostics.Dimension] {
    guard let triangle else { return [] }
    // Without means, as from correlations, and without an intercept the columns stand as they are.
    let first = hasIntercept && means != nil ? 1 : 0
    let order = kept.count + first
    var scaled = Matrix(rows: order, columns: order)
    if first == 1 { scaled[0, 0] = 1 }
    for j in 0..<kept.count {
      var column = first == 1 ? [means![j] * sumOfWeights.squareRoot()] : []
      for i in 0...j { column.append(triangle[i, j]) }
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for (i, value) in column.enumerated() { scaled[i, j + first] = value / length }
    }
    let singular = SingularValues(scaled)
    var parts = Matrix(rows: order, columns: order)
    for k in 0..<order {
      for j in 0..<order {
        let ratio = singular.right[j, k] / singular.values[k]
        parts[j, k] = ratio * ratio
      }
    }
    let totals = (0..<order).map { j in (0..<order).reduce(0) { $0 + parts[j, $1] } }
    return (0..<order).map { k in
      RegressionDiagnostics.Dimension(
        eigenvalue: singular.values[k] * singular.values[k],
        conditionIndex: singular.values[0] / singular.values[k],
        proportions: (0..<order).map { parts[$0, k] / totals[$0] })
    }
  }

  /// R of the centred columns: of the rows' factorization, or the Cholesky factor of their moments.
  private var triangle: Matrix? {
    if let rows { return rows.factorization.triangle }
    guard let factor = try? Cholesky(scatter) else { return nil }
    var result = Matrix(rows: kept.count, columns: kept.count)
    for j in 0..<kept.count { for i in 0...j { result[i, j] = factor.packed[SymmetricMatrix.position(j, i)] } }
    return result
  }

  /// |C₁₁|·|[C⁻¹]₁₁| of each block's columns, which is Fox & Monette's |C₁₁||C₂₂|/|C| by Jacobi's identity.
  func inflation() -> [RegressionDiagnostics.Inflation] {
    blocks.indices.compactMap { block in
      let members = kept.indices.filter { blockOfTerm[kept[$0]] == block }
      guard !members.isEmpty else { return nil }
      var factor: Double?
      if let a = try? Cholesky(scatter.selecting(members)), let b = try? Cholesky(inverseGram.selecting(members)) {
        factor = max(1, exp(a.logDeterminant + b.logDeterminant))
      }
      return RegressionDiagnostics.Inflation(
        term: blocks[block].name, factor: factor, df: members.count,
        scaled: factor.map { pow($0, 1 / (2 * Double(members.count))) })
    }
  }
}
