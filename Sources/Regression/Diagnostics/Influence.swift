import LinearAlgebra
import Measures
import Platform
import Survey

extension LeastSquares {
  /// Leverage, residuals and distances of all rows, as R's `hatvalues`, `rstandard`, `rstudent` and `cooks.distance` have
  /// them. Sampling weights are taken as `lm(weights=)` takes them: they say how hard a row pulls.
  ///
  /// A row that is fitted exactly whatever it says (leverage 1) has no standardised residual.
  func influence(_ frame: ModelFrame, outcome: Int, used: [Int]) -> [RegressionDiagnostics.Influence] {
    guard let rows else { preconditionFailure("influence is of rows") }
    let leverages = rows.leverages(sumOfWeights: sumOfWeights, isFrequency: weightsKind == .frequency)
    let parameters = modelDegrees + 1
    let freedom = residualDegrees
    let deviation = (residual / freedom).squareRoot()
    let column = frame.outcomes[outcome].columns.lowerBound * frame.rowCount
    return used.indices.map { i in
      let weight = rows.weights?[i] ?? 1
      let raw = scalbn(rows.residuals[i] / weight.squareRoot(), Int32(outcomeExponent))
      let h = leverages[i]
      var result = RegressionDiagnostics.Influence(
        row: Int(rows.numbers[i]), fitted: frame.values[column + used[i]] - raw, residual: raw, leverage: h)
      guard deviation > 0, 1 - h > 1e-10 else { return result }
      // Frequencies are copies of one respondent, whose own residual counts.
      let pull = weightsKind == .frequency ? rows.residuals[i] / weight.squareRoot() : rows.residuals[i]
      let r = pull / (deviation * (1 - h).squareRoot())
      result.standardised = r
      result.cooksDistance = r * r * h / ((1 - h) * parameters)
      if freedom > 1, freedom - r * r > 1e-10 * freedom {
        result.studentised = r * ((freedom - 1) / (freedom - r * r)).squareRoot()
      }
      return result
    }
  }
}

extension LeastSquares.Rows {
  /// hᵢ = wᵢ/Σw + Σq², per copy of a frequency.
  func leverages(sumOfWeights: Double, isFrequency: Bool) -> [Double] {
    let q = factorization.thinQ
    var result = residuals.indices.map { (weights?[$0] ?? 1) / sumOfWeights }
    q.storage.withUnsafeBufferPointer { q in
      for j in 0..<(residuals.isEmpty ? 0 : q.count / residuals.count) {
        for i in residuals.indices {
          let value = q[j * residuals.count + i]
          result[i] += value * value
        }
      }
    }
    if isFrequency, let weights { for i in result.indices { result[i] /= weights[i] } }
    return result.map { min($0, 1) }
  }
}
