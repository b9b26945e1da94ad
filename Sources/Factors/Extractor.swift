import LinearAlgebra
import Optimization
import Platform
import Probability

/// Unrotated loadings and uniquenesses of correlation matrices, one after the other, without allocating.
final class Extractor {
  let items: Int
  let factors: Int
  let method: FactorAnalysis.Extraction
  private let least: Double
  private let discrepancy: Discrepancy?
  private let newton: BoundedNewton?
  private let solver: EigenSolver
  /// The search's variables.
  private let point: OwnedBuffer<Double>
  private let best: OwnedBuffer<Double>
  private let inverse: OwnedBuffer<Double>
  private let factor: OwnedBuffer<Double>
  /// Ψ: one uniqueness per item.
  let uniquenesses: OwnedBuffer<Double>
  /// Column-major, p × k.
  let loadings: OwnedBuffer<Double>

  init(_ specification: FactorAnalysis, items: Int) {
    self.items = items
    factors = specification.factors
    method = specification.extraction
    least = specification.leastUniqueness
    let packed = items * (items + 1) / 2
    let kind: Discrepancy.Kind? =
      switch method {
      case .minres, .principalAxis: .leastSquares
      case .maximumLikelihood: .likelihood
      case .generalizedLeastSquares: .weighted
      case .components: nil
      }
    discrepancy = kind.map { Discrepancy($0, items: items, factors: specification.factors) }
    newton = kind == nil ? nil : BoundedNewton(dimension: items)
    solver = EigenSolver(order: items)
    point = OwnedBuffer(count: items)
    best = OwnedBuffer(count: items)
    inverse = OwnedBuffer(count: packed)
    factor = OwnedBuffer(count: packed)
    uniquenesses = OwnedBuffer(repeating: 0.5, count: items)
    loadings = OwnedBuffer(repeating: 0, count: items * factors)
  }

  /// Extracts from packed correlations. Starts from `uniquenesses` as they stand when `isWarm`, else from Jöreskog's
  /// (1 − k/2p)/rⁱⁱ, with rⁱⁱ the diagonal of the inverse.
  ///
  /// - Returns: the search's story (`nil` for components, which need none); or `nil` with `isFailed` when nothing can be
  ///   extracted: a matrix that is not positive definite for ml and gls, or eigenvalues that cannot be found.
  func extract(_ correlations: UnsafePointer<Double>, isWarm: Bool) -> (story: Convergence?, isFailed: Bool) {
    guard let discrepancy, let newton else { return (nil, !components(correlations)) }
    let needsInverse = method == .generalizedLeastSquares
    if needsInverse || !isWarm {
      let isDefinite = invert(correlations)
      if needsInverse && !isDefinite { return (nil, true) }
      if !isWarm {
        let share = 1 - Double(factors) / Double(2 * items)
        for i in 0..<items {
          uniquenesses[i] = isDefinite ? min(1, max(least, share / inverse[SymmetricMatrix.position(i, i)])) : 0.5
        }
      }
    }
    discrepancy.load(needsInverse ? UnsafePointer(inverse.pointer) : correlations)
    var preliminary = 0
    if method == .principalAxis && !isWarm { preliminary = iterateAxes(discrepancy) }
    for i in 0..<items { point[i] = discrepancy.variable(uniquenesses[i]) }
    var story = search(discrepancy, newton)
    story.iterations += preliminary
    story.evaluations += preliminary
    finish(discrepancy)
    return (story, story.reason == .failed || !story.end.isFinite)
  }

  /// Searches again from other starts, which a function with several minima needs; the best end is kept.
  ///
  /// - Returns: the story of the best search, and whether it is a better one than `story`.
  func extractAgain(after story: Convergence, starts: Int, seed: UInt64) -> (story: Convergence, isBetter: Bool) {
    guard let discrepancy, let newton else { return (story, false) }
    for i in 0..<items { best[i] = discrepancy.variable(uniquenesses[i]) }
    var bestStory = story
    var isBetter = false
    for start in 0..<starts {
      var stream = RandomStream(seed: seed, stream: UInt64(start))
      for i in 0..<items { point[i] = discrepancy.variable(0.05 + 0.9 * stream.uniform()) }
      let next = search(discrepancy, newton)
      let least = bestStory.end.isFinite ? bestStory.end : .infinity
      let isLower = next.end < least - 1e-9 * max(1, abs(next.end))
      let isSurer = !bestStory.isConverged && next.isConverged && next.end <= least + 1e-9
      if next.end.isFinite, isLower || isSurer {
        bestStory = next
        isBetter = true
        best.update(from: point.pointer, count: items)
      }
    }
    point.update(from: best.pointer, count: items)
    _ = discrepancy.value(at: point.pointer)
    finish(discrepancy)
    return (bestStory, isBetter)
  }

  private func search(_ discrepancy: Discrepancy, _ newton: BoundedNewton) -> Convergence {
    newton.minimise(
      discrepancy, from: point.pointer, lower: discrepancy.variable(least), upper: discrepancy.variable(1),
      tolerance: 1e-10)
  }

  private func finish(_ discrepancy: Discrepancy) {
    for i in 0..<items { uniquenesses[i] = min(1, max(least, discrepancy.uniqueness(point[i]))) }
    discrepancy.loadings(at: point.pointer, into: loadings.pointer)
  }

  /// A few iterations of principal axis factoring, which get near its fixed point; Newton's steps on the same function
  /// reach it, where the iteration itself would need thousands.
  private func iterateAxes(_ discrepancy: Discrepancy) -> Int {
    let count = 10
    for _ in 0..<count {
      guard discrepancy.value(at: uniquenesses.pointer).isFinite else { return count }
      discrepancy.loadings(at: uniquenesses.pointer, into: loadings.pointer)
      for i in 0..<items {
        var communality = 0.0
        for j in 0..<factors { communality += loadings[i + j * items] * loadings[i + j * items] }
        uniquenesses[i] = min(1, max(least, 1 - communality))
      }
    }
    return count
  }

  private func components(_ correlations: UnsafePointer<Double>) -> Bool {
    let p = items
    var at = 0
    for i in 0..<p {
      for j in 0...i {
        solver.matrix[i + j * p] = correlations[at]
        at += 1
      }
    }
    guard solver.decompose(vectors: true) else { return false }
    for i in 0..<p { uniquenesses[i] = 1 }
    for j in 0..<factors {
      let length = max(0, solver.values[p - 1 - j]).squareRoot()
      for i in 0..<p {
        let loading = length * solver.matrix[i + (p - 1 - j) * p]
        loadings[i + j * p] = loading
        uniquenesses[i] -= loading * loading
      }
    }
    for i in 0..<p { uniquenesses[i] = max(0, uniquenesses[i]) }
    return true
  }

  /// Writes the inverse of packed correlations; `false` when they are not clearly positive definite.
  private func invert(_ correlations: UnsafePointer<Double>) -> Bool {
    do {
      try PackedCholesky.factor(correlations, order: items, tolerance: RankPolicy.variance, into: factor.pointer)
    } catch {
      return false
    }
    PackedCholesky.invert(factor.pointer, order: items, into: inverse.pointer)
    return true
  }
}
