import LinearAlgebra

/// Partial correlations from a matrix of correlations.
///
/// With covariates these are swept out first, and each pair is correlated in what they leave. Without, each pair is taken
/// given all other variables: −pᵢⱼ/√(pᵢᵢpⱼⱼ) with P = R⁻¹.
struct PartialCorrelations {
  /// Of the variables that are not held constant, ones on the diagonal.
  let matrix: SymmetricMatrix
  /// How many variables each pair is taken given.
  let heldConstant: Int
  /// Row i gives the residual of variable i on what it is taken given, from the standardised variables (covariates
  /// included), up to a factor: a row of P, or the variable less its regression on the covariates.
  let residuals: Matrix

  /// - Parameter always: the first so many variables are covariates.
  /// - Returns: `nil` when some variable is a combination of others.
  init?(_ correlations: SymmetricMatrix, always: Int) {
    guard PartialCorrelations.dependent(correlations, always: always) == nil else { return nil }
    let order = correlations.order
    var sweep = Sweep(correlations)
    let swept = always > 0 ? always : order
    for k in 0..<swept where !sweep.sweep(k) { return nil }
    let result = sweep.matrix
    let count = order - always
    heldConstant = always > 0 ? always : order - 2
    var residuals = Matrix(rows: count, columns: order)
    var partial = SymmetricMatrix(order: count)
    if always > 0 {
      for i in 0..<count {
        residuals[i, always + i] = 1
        for k in 0..<always { residuals[i, k] = -result[always + i, k] }
      }
    } else {
      // A swept block holds minus the inverse.
      for i in 0..<order { for k in 0..<order { residuals[i, k] = -result[i, k] } }
    }
    for i in 0..<count {
      for j in 0..<i {
        let value =
          result[always + i, always + j] / abs(result[always + i, always + i]).squareRoot()
          / abs(result[always + j, always + j]).squareRoot()
        // Of a swept block, minus the inverse, this is already −pᵢⱼ/√(pᵢᵢpⱼⱼ).
        partial[i, j] = max(-1, min(1, value))
      }
      partial[i, i] = 1
    }
    matrix = partial
    self.residuals = residuals
  }

  /// The first variable that depends on those before it, or without covariates on any others.
  static func dependent(_ correlations: SymmetricMatrix, always: Int) -> Int? {
    var sweep = Sweep(correlations)
    for k in 0..<(always > 0 ? always : correlations.order) where !sweep.sweep(k) { return k }
    if always > 0 {
      for k in always..<correlations.order
      where RankPolicy.isDependent(remaining: sweep.matrix[k, k], of: correlations[k, k]) { return k }
    }
    return nil
  }
}
