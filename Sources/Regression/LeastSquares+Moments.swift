import LinearAlgebra
import Measures
import Platform
import Survey

extension LeastSquares {
  /// Estimates from moments: sweeps decide the rank, Cholesky gives the numbers.
  init(_ moments: Moments, outcome: Int, predictors blocks: [ModelFrame.Block]) throws {
    let columns = blocks.flatMap { Array($0.columns) }
    precondition(!columns.contains(outcome), "the outcome is among its own predictors")
    self.init(
      outcome: moments.names[outcome], terms: columns.map { moments.names[$0] }, blocks: blocks,
      blockOfTerm: blocks.enumerated().flatMap { block in block.element.columns.map { _ in block.offset } })
    n = moments.n
    sumOfWeights = moments.sumOfWeights
    weightsKind = moments.treatment.weights
    missing = moments.treatment.missing
    correlation = moments.treatment.correlation
    isEstimated = moments.treatment.isEstimated
    isCorrelation = moments.isCorrelation
    logWeightSum = weightsKind == .precision ? moments.sumOfLogWeights : 0

    let all = columns + [outcome]
    let allExponents = try all.map { column -> Int in
      let square = moments.scatter[column, column]
      guard square.isFinite else {
        throw DataFault.request(
          problem: "The sum of squares of '\(moments.names[column])' is beyond double precision",
          suggestion: "Divide the column by a power of ten")
      }
      guard square > 0 else {
        throw DataFault.constant(variable: moments.names[column], value: moments.means?[column] ?? 0)
      }
      return Int(square.squareRoot().exponent)
    }
    var scaled = SymmetricMatrix(order: all.count)
    for i in all.indices {
      for j in 0...i {
        scaled[i, j] = scalbn(moments.scatter[all[i], all[j]], Int32(-allExponents[i] - allExponents[j]))
      }
    }
    outcomeExponent = allExponents[columns.count]
    let matrixName = missing == .pairwise ? "The matrix of pairwise moments" : "The matrix of moments"

    var sweep = Sweep(scaled)
    for term in columns.indices {
      // Rounding leaves some 1e-15 of either sign; what is clearly negative no data can have.
      if sweep.matrix[term, term] < -1e-8 * scaled[term, term] {
        throw DataFault.notPositiveDefinite(what: matrixName)
      }
      if sweep.sweep(term) {
        kept.append(term)
      } else {
        let weights = kept.map { sweep.matrix[term, $0] * (scaled[$0, $0] / scaled[term, term]).squareRoot() }
        dropped.append((term, kept.indices.filter { abs(weights[$0]) > 1e-6 }.map { kept[$0] }))
      }
    }
    exponents = kept.map { allExponents[$0] }
    scatter = scaled.selecting(kept)
    outcomeProducts = kept.map { scaled[columns.count, $0] }
    do {
      let factor = try Cholesky(scatter)
      coefficients = factor.solve(outcomeProducts)
      inverseGram = factor.inverse
    } catch { throw DataFault.notPositiveDefinite(what: matrixName) }
    let total = scaled[columns.count, columns.count]
    let fitted = zip(coefficients, outcomeProducts).reduce(0) { $0 + $1.0 * $1.1 }
    if fitted > total * (1 + 1e-8) { throw DataFault.notPositiveDefinite(what: matrixName) }
    explained = min(max(fitted, 0), total)
    residual = total - explained
    if let means = moments.means, !isCorrelation {
      self.means = zip(kept, exponents).map { scalbn(means[columns[$0]], Int32(-$1)) }
      intercept = zip(coefficients, self.means!).reduce(scalbn(means[outcome], Int32(-outcomeExponent))) {
        $0 - $1.0 * $1.1
      }
    }
    noteTrust()
    try finish(roundingShare: RankPolicy.variance)
  }

  /// The terms whose column of whole numbers has one value c in all rows but one, which has c ± d: then
  /// Σ(x − x̄)² = d²(n − 1)/n and x̄ = c ± d/n, and hardly any other column of whole numbers fulfils both.
  ///
  /// Sums tell no more of single rows; rows of fractions, and those that other columns make alone, they do not show.
  var loneTerms: [Int] {
    guard let means, weightsKind == nil || weightsKind == .frequency, n > 2 else { return [] }
    return kept.indices.filter { k in
      let mean = scalbn(means[k], Int32(exponents[k]))
      let distance = scalbn((scatter[k, k] * n / (n - 1)).squareRoot(), Int32(exponents[k]))
      func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) <= 1e-9 * max(1, abs(value)) }
      guard isWhole(distance), distance >= 1 else { return false }
      return isWhole(mean - distance / n) || isWhole(mean + distance / n)
    }.map { kept[$0] }
  }

  /// Notes what moments cannot tell.
  private mutating func noteTrust() {
    notes += loneTerms.map { LoneUnits.fromSums(terms[$0]) }
    let condition = conditionNumber
    if condition > EstimationPolicy.conditionLimit {
      let digits = max(0, Int((15.6 - log10(condition)).rounded(.down)))
      notes.append(
        Note(
          .illConditioned,
          "The predictors are nearly collinear (condition number of their correlations \(Int(min(condition, 1e15)))): from moments about \(digits) digits of the coefficients can be trusted."
        ))
    }
    if isCorrelation {
      notes.append(
        Note(
          .standardised,
          "Only correlations are known: coefficients are standardised, and there is no intercept or likelihood."))
    } else if means == nil {
      notes.append(Note(.noMeans, "The moments have no means, so there is no intercept."))
    }
  }
}
