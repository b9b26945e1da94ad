import LinearAlgebra
import Measures
import Platform
import Survey

/// What follows from the estimates alone.
extension LeastSquares {
  /// Positions, in the table of terms (the intercept is row 0), of the terms that have an estimate.
  var reportedPositions: [Int] { (intercept == nil ? [] : [0]) + kept.map(position) }

  /// The row of the table of terms that predictor column `column` has.
  func position(_ column: Int) -> Int { hasIntercept ? column + 1 : column }

  /// Their estimates in scaled units.
  var reportedCoefficients: [Double] { (intercept.map { [$0] } ?? []) + coefficients }

  /// The power of two that brings each of them to the units of the data.
  var reportedExponents: [Int] {
    (intercept == nil ? [] : [outcomeExponent]) + exponents.map { outcomeExponent - $0 }
  }

  var sigma: Double {
    let mean = residual / residualDegrees
    // Sampling weights have no scale of their own.
    return weightsKind == .sampling
      ? scalbn((mean * n / sumOfWeights).squareRoot(), Int32(outcomeExponent))
      : scalbn(mean.squareRoot(), Int32(outcomeExponent + weightExponent / 2))
  }

  /// ½[Σ ln w − n(ln 2π + 1 − ln n + ln Σwe²)].
  var logLikelihood: Double? {
    guard weightsKind != .sampling, missing == .listwise, !isCorrelation, residual > 0, let logWeightSum else {
      return nil
    }
    let logSum = log(residual) + Double(weightExponent + 2 * outcomeExponent) * log(2)
    return (logWeightSum - n * (log(2 * Double.pi) + 1 - log(n) + logSum)) / 2
  }

  /// The table of terms as far as it does not depend on the errors.
  var termsWithoutErrors: [LinearRegression.Fit.Term] {
    var table =
      hasIntercept ? [LinearRegression.Fit.Term(name: "(Intercept)", blockIndex: nil, isDropped: false)] : []
    table += terms.indices.map {
      LinearRegression.Fit.Term(name: terms[$0], blockIndex: blockOfTerm[$0], isDropped: !kept.contains($0))
    }
    if hasIntercept { table[0].estimate = intercept.map { scalbn($0, Int32(outcomeExponent)) } }
    for (k, column) in kept.enumerated() {
      let term = position(column)
      let b = coefficients[k]
      let added = b * b / inverseGram[k, k]
      table[term].estimate = scalbn(b, Int32(outcomeExponent - exponents[k]))
      table[term].beta = b * (scatter[k, k] / total).squareRoot()
      table[term].partCorrelation = sign(b) * min(1, (added / total).squareRoot())
      table[term].partialCorrelation =
        added + residual > 0 ? sign(b) * (added / (added + residual)).squareRoot() : nil
      table[term].vif = variationInflation(k)
    }
    return table
  }

  private func sign(_ x: Double) -> Double { x < 0 ? -1 : x > 0 ? 1 : 0 }

  /// 1/(1 − R²ⱼ) = sⱼⱼ·[S⁻¹]ⱼⱼ. Generalised, of a set of columns: |C₁₁|·|[C⁻¹]₁₁| with C the correlations, which is
  /// Fox & Monette's |C₁₁||C₂₂|/|C| by Jacobi's identity of complementary minors.
  private func variationInflation(_ k: Int) -> Double? {
    let block = blockOfTerm[kept[k]]
    let members = kept.indices.filter { blockOfTerm[kept[$0]] == block }
    if members.count == 1 || !blocks[block].isCategorical { return max(1, scatter[k, k] * inverseGram[k, k]) }
    // The scale of the columns cancels in the product of the two determinants.
    guard let a = try? Cholesky(scatter.selecting(members)), let b = try? Cholesky(inverseGram.selecting(members))
    else { return nil }
    return max(1, exp(a.logDeterminant + b.logDeterminant))
  }

  /// b'V⁻¹b/m for the predictors; `nil` when V is singular.
  func wald(_ variance: CoefficientVariance) -> Double? {
    guard modelDegrees <= variance.rankLimit else { return nil }
    let offset = intercept == nil ? 0 : 1
    let block = variance.covariance.selecting(Array(offset..<offset + kept.count))
    let errors = (0..<block.order).map { max(block[$0, $0], 0).squareRoot() }
    guard errors.allSatisfy({ $0 > 0 }) else { return nil }
    var correlation = block
    for i in 0..<block.order { for j in 0...i { correlation[i, j] = block[i, j] / (errors[i] * errors[j]) } }
    var sweep = Sweep(correlation)
    for i in 0..<block.order where !sweep.sweep(i) { return nil }
    guard let factor = try? Cholesky(correlation) else { return nil }
    let t = zip(coefficients, errors).map { $0 / $1 }
    return zip(t, factor.solve(t)).reduce(0) { $0 + $1.0 * $1.1 } / modelDegrees
  }
}
