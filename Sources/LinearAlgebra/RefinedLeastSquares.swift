/// The coefficients and residuals that minimise Σ w(y − a − Xb)², by a QR factorization and refinement in twice the
/// precision.
///
/// With r = y − a − Xb the minimum solves the augmented system r + Xb = y, X'Wr = 0. Its residuals, *both* y − r − Xb
/// and X'Wr, are computed in twice the precision from the data as given, the system is solved for the correction with the
/// factorization at hand, and so on until the correction stops shrinking (Björck 1967, doi:10.1007/BF01939321). Refining
/// y − Xb alone does not help where residuals are large: then X'r, which is zero but for rounding, is what decides the
/// digits (NIST's Wampler 4 and 5). Coefficients and residuals are kept as pairs of doubles themselves, so
/// that the answer is that of exact arithmetic on the data, rounded once, unless X is singular to nearly all of its digits.
///
/// Weights stay outside of the columns: √w, which is not exact, serves only the factorization.
package struct RefinedLeastSquares: Sendable {
  /// a, zero without an intercept.
  package let intercept: DoubleDouble
  /// b, one per kept column of the factorization.
  package let coefficients: [DoubleDouble]
  /// y − a − Xb, not weighted.
  package let residuals: TwofoldColumn
  /// Σw(y − a − Xb)².
  package let residualSquares: DoubleDouble
  /// How many corrections were applied to the plain solution.
  package let corrections: Int

  /// What the factorization was made of, beside the columns themselves.
  package struct Preconditioner {
    /// Of √w·(X − 1m') with m = `offsets`.
    package var factorization: HouseholderQR
    /// About the weighted means of the columns as they stand in the matrix; zeros without an intercept.
    package var offsets: [Double]
    package var hasIntercept: Bool
    /// w and √w; `nil`: all are one.
    package var weights: [Double]?
    package var roots: [Double]?
    package var sumOfWeights: Double

    package init(
      factorization: HouseholderQR, offsets: [Double], hasIntercept: Bool, weights: [Double]?, roots: [Double]?,
      sumOfWeights: Double
    ) {
      self.factorization = factorization
      self.offsets = offsets
      self.hasIntercept = hasIntercept
      self.weights = weights
      self.roots = roots
      self.sumOfWeights = sumOfWeights
    }
  }

  /// Corrections below this part of the solution change no digit of it.
  private static let negligible = 0x1p-85

  /// - Parameters:
  ///   - matrix: the predictors, and the outcome as its last column; of size about one.
  ///   - preconditioner: the factorization, whose kept columns are the predictors to use.
  package init(_ matrix: TwofoldMatrix, _ preconditioner: Preconditioner) {
    let n = matrix.rows
    let kept = preconditioner.factorization.kept
    let offsets = kept.map { preconditioner.offsets[$0] }
    let lengths = preconditioner.factorization.columnLengths
    var intercept = DoubleDouble.zero
    var coefficients = [DoubleDouble](repeating: .zero, count: kept.count)
    var corrections = 0
    var high = [Double](repeating: 0, count: n)
    var low = high
    var rest = high
    var restLow = high
    var weighted = high
    var weightedLow = high
    var previous = Double.infinity
    matrix.withColumns { column in
      for step in 0..<20 {
        // f = y − r − a − Xb
        start(&rest, &restLow, from: column(matrix.columns - 1), less: high, low, intercept)
        for (k, j) in kept.enumerated() where coefficients[k] != .zero {
          TwofoldKernels.subtract(
            column(j), times: coefficients[k], fromHigh: &rest, low: &restLow, count: n)
        }
        TwofoldKernels.normalize(high: &rest, low: &restLow, count: n)
        // g = −X'Wr
        var g0 = 0.0
        var g = [Double](repeating: 0, count: kept.count)
        if step > 0 {
          weigh(high, low, preconditioner.weights, &weighted, &weightedLow)
          (g0, g) = normalEquations(
            weighted, weightedLow, kept.map(column), offsets, hasIntercept: preconditioner.hasIntercept)
        }
        let correction = preconditioner.solve(rest, g0, g)
        let size =
          zip(correction.coefficients, lengths).reduce(abs(correction.level)) { max($0, abs($1.0) * $1.1) }
          + norm(correction.residuals)
        guard step == 0 || size < previous / 2 else { break }
        if preconditioner.hasIntercept {
          intercept += zip(correction.coefficients, offsets).reduce(
            DoubleDouble(correction.level / preconditioner.sumOfWeights.squareRoot())
          ) { $0 - DoubleDouble.product($1.0, $1.1) }
        }
        for k in kept.indices { coefficients[k] += correction.coefficients[k] }
        apply(correction.residuals, preconditioner.roots, &high, &low)
        corrections = step
        let scale = zip(coefficients, lengths).reduce(norm(high)) { max($0, abs($1.0.high) * $1.1) }
        if size == 0 || step > 0 && size / previous * size <= RefinedLeastSquares.negligible * scale { break }
        previous = size
      }
    }
    weigh(high, low, preconditioner.weights, &weighted, &weightedLow)
    let residuals = TwofoldColumn(high: high, low: low)
    residualSquares = residuals.withPointers { r in
      TwofoldColumn(high: weighted, low: weightedLow).withPointers {
        TwofoldKernels.dotProduct(r, $0, count: n)
      }
    }
    self.intercept = intercept
    self.coefficients = coefficients
    self.corrections = corrections
    self.residuals = residuals
  }
}

/// y − r − a in two parts.
private func start(
  _ rest: inout [Double], _ restLow: inout [Double], from y: Twofold, less high: [Double], _ low: [Double],
  _ intercept: DoubleDouble
) {
  guard let outcome = y.high else { return }
  for i in high.indices {
    let first = DoubleDouble.sum(outcome[i], -high[i])
    let second = DoubleDouble.sum(first.high, -intercept.high)
    rest[i] = second.high
    restLow[i] = second.low + first.low + ((y.low.map { $0[i] } ?? 0) - low[i] - intercept.low)
  }
}

/// r + δ, δ the correction of √w·r.
private func apply(_ correction: [Double], _ roots: [Double]?, _ high: inout [Double], _ low: inout [Double]) {
  for i in high.indices {
    let sum = DoubleDouble.sum(high[i], roots.map { correction[i] / $0[i] } ?? correction[i])
    high[i] = sum.high
    low[i] += sum.low
  }
  TwofoldKernels.normalize(high: &high, low: &low, count: high.count)
}

/// −1'Wr, and −(X − 1m')'Wr rounded at the very end.
private func normalEquations(
  _ weighted: [Double], _ weightedLow: [Double], _ columns: [Twofold], _ offsets: [Double],
  hasIntercept: Bool
) -> (Double, [Double]) {
  TwofoldColumn(high: weighted, low: weightedLow).withPointers { r in
    let count = weighted.count
    var total = DoubleDouble.zero
    if hasIntercept {
      total =
        TwofoldKernels.sum(UnsafeBufferPointer(start: r.high, count: count))
        + TwofoldKernels.sum(UnsafeBufferPointer(start: r.low, count: count))
    }
    let products = zip(columns, offsets).map { column, offset in
      -(TwofoldKernels.dotProduct(column, r, count: count) - total * offset).high
    }
    return (-total.high, products)
  }
}

/// w·r in two parts; r itself without weights.
private func weigh(
  _ high: [Double], _ low: [Double], _ weights: [Double]?, _ weighted: inout [Double], _ weightedLow: inout [Double]
) {
  guard let weights else {
    weighted = high
    weightedLow = low
    return
  }
  high.withUnsafeBufferPointer { high in
    low.withUnsafeBufferPointer { low in
      TwofoldKernels.multiply(
        weights, Twofold(high: high.baseAddress, low: low.baseAddress), high: &weighted, low: &weightedLow,
        count: weights.count)
    }
  }
}

private func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }

extension RefinedLeastSquares.Preconditioner {
  /// A correction: of √w·r, of √Σw·(a + m'b), and of b.
  fileprivate struct Correction {
    var residuals: [Double]
    var level: Double
    var coefficients: [Double]
  }

  /// Solves δs + q₀δα + √w(X − 1m')δb = √w·f, q₀'δs = g₀/√Σw, (√w(X − 1m'))'δs = g in plain doubles, with
  /// q₀ = √w/√Σw, to which the columns are orthogonal but for rounding.
  fileprivate func solve(_ f: [Double], _ g0: Double, _ g: [Double]) -> Correction {
    let k = factorization.rank
    var right = f
    if let roots { for i in right.indices { right[i] *= roots[i] } }
    var level = 0.0
    let scale = 1 / sumOfWeights.squareRoot()
    if hasIntercept {
      if let roots {
        for i in right.indices { level += right[i] * roots[i] * scale }
        for i in right.indices { right[i] -= level * roots[i] * scale }
      } else {
        for value in right { level += value }
        level *= scale
        for i in right.indices { right[i] -= level * scale }
      }
    }
    var z = factorization.transposedProduct(right)
    let u = factorization.forwardSubstitute(g)
    var explained = [Double](repeating: 0, count: k)
    for i in 0..<k {
      explained[i] = z[i] - u[i]
      z[i] = u[i]
    }
    var residuals = factorization.product(z)
    let u0 = hasIntercept ? g0 * scale : 0
    if u0 != 0 { for i in residuals.indices { residuals[i] += u0 * (roots.map { $0[i] } ?? 1) * scale } }
    return Correction(
      residuals: residuals, level: hasIntercept ? level - u0 : 0,
      coefficients: factorization.backSubstitute(explained))
  }
}
