import LinearAlgebra
import Optimization
package import Platform

/// One factor of a few items, fitted to one correlation matrix after the other without allocating: what reliability and
/// factor-scored constructs are made of.
///
/// Two items do not tell two loadings: each has √|r|, which makes ω the Spearman–Brown coefficient 2r/(1 + r). A single item
/// is its own factor.
package final class OneFactorModel {
  package let items: Int
  private let extractor: Extractor?
  /// For many items and a start that is near; `nil` for few.
  private let sweeps: OneFactorSweeps?
  /// λ, with a positive sum.
  package let loadings: OwnedBuffer<Double>
  /// ψ, within the extraction's bounds.
  package let uniquenesses: OwnedBuffer<Double>

  package init(items: Int, extraction: FactorAnalysis.Extraction = .minres) {
    precondition(items >= 1, "a factor of at least one item")
    self.items = items
    extractor =
      items >= 3
      ? Extractor(FactorAnalysis(factors: 1, extraction: extraction, rotation: Rotation(.none)), items: items) : nil
    let isLeastSquares = extraction == .minres || extraction == .principalAxis
    sweeps =
      items >= OneFactorSweeps.fewest && (isLeastSquares || extraction == .maximumLikelihood)
      ? OneFactorSweeps(items: items, isLikelihood: !isLeastSquares, least: Self.leastUniqueness) : nil
    loadings = OwnedBuffer(repeating: 1, count: items)
    uniquenesses = OwnedBuffer(repeating: 0, count: items)
  }

  /// Whether one of the uniquenesses stands on its bound.
  package private(set) var isHeywood = false

  /// Fits packed correlations (lower triangle, row by row).
  ///
  /// - Parameter isWarm: begin from the last solution, which is near when matrices are resampled.
  /// - Returns: `false` when there is no solution.
  package func fit(_ correlations: UnsafePointer<Double>, isWarm: Bool = false) -> Bool {
    isHeywood = false
    guard let extractor else {
      if items == 2 {
        let r = correlations[1]
        guard r.isFinite, abs(r) <= 1 else { return false }
        loadings[0] = abs(r).squareRoot()
        loadings[1] = r < 0 ? -loadings[0] : loadings[0]
        for i in 0..<2 { uniquenesses[i] = 1 - abs(r) }
      }
      return true
    }
    if isWarm, sweep(correlations) { return true }
    if isWarm { extractor.uniquenesses.update(from: uniquenesses.pointer, count: items) }
    var (story, isFailed) = extractor.extract(correlations, isWarm: isWarm)
    if isFailed || story?.isConverged == false, isWarm {
      (story, isFailed) = extractor.extract(correlations, isWarm: false)
    }
    guard !isFailed, story?.isConverged != false else { return false }
    var sum = 0.0
    for i in 0..<items { sum += extractor.loadings[i] }
    for i in 0..<items {
      loadings[i] = sum < 0 ? -extractor.loadings[i] : extractor.loadings[i]
      uniquenesses[i] = extractor.uniquenesses[i]
      if uniquenesses[i] <= Self.leastUniqueness * (1 + 1e-9) { isHeywood = true }
    }
    return true
  }

  private static let leastUniqueness = 0.005

  /// Sweeps from the uniquenesses as they stand; the signs of the loadings are those of the item's correlations with the
  /// item that correlates most.
  private func sweep(_ correlations: UnsafePointer<Double>) -> Bool {
    guard let sweeps else { return false }
    var (leader, largest) = (0, -1.0)
    for i in 0..<items {
      var sum = 0.0
      for j in 0..<items where j != i { sum += abs(correlations[SymmetricMatrix.position(max(i, j), min(i, j))]) }
      if sum > largest { (leader, largest) = (i, sum) }
    }
    for i in 0..<items {
      let r = correlations[SymmetricMatrix.position(max(i, leader), min(i, leader))]
      loadings[i] = max(0, 1 - uniquenesses[i]).squareRoot() * (r < 0 ? -1 : 1)
    }
    guard sweeps.solve(correlations, loadings: loadings.pointer) else { return false }
    var sum = 0.0
    for i in 0..<items { sum += loadings[i] }
    for i in 0..<items {
      if sum < 0 { loadings[i] = -loadings[i] }
      uniquenesses[i] = 1 - loadings[i] * loadings[i]
    }
    return true
  }

  /// ω of the sum of the items, each times its standard deviation: (Σσλ)²/((Σσλ)² + Σσ²ψ) (McDonald 1999), the share of the
  /// sum's variance that the factor gives it.
  ///
  /// - Parameter deviations: σ, one per item; `nil` for standardised items.
  package func omega(deviations: UnsafePointer<Double>? = nil) -> Double {
    var common = 0.0
    var unique = 0.0
    for i in 0..<items {
      let deviation = deviations?[i] ?? 1
      common += deviation * loadings[i]
      unique += deviation * deviation * uniquenesses[i]
    }
    let variance = common * common + unique
    return variance > 0 ? common * common / variance : 0
  }

  /// Writes weights of standardised items: Thurstone's λ/ψ / (1 + Σλ²/ψ), or Bartlett's λ/ψ / Σλ²/ψ. Without uniqueness
  /// (a single item) the weight is 1.
  package func scoreWeights(_ method: FactorScores.Method, into weights: UnsafeMutablePointer<Double>) {
    precondition(method != .tenBerge, "of one factor ten Berge's scores are the regression scores made longer")
    guard items > 1 else {
      weights[0] = 1
      return
    }
    var information = 0.0
    for i in 0..<items {
      // Two items that are the same have no uniqueness; they share the weight.
      weights[i] = loadings[i] / max(uniquenesses[i], 1e-12)
      information += loadings[i] * weights[i]
    }
    let scale = method == .regression ? 1 / (1 + information) : 1 / max(information, .leastNormalMagnitude)
    for i in 0..<items { weights[i] *= scale }
  }
}
