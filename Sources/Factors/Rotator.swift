import LinearAlgebra
import Optimization
import Platform
import Probability

/// Rotates loadings of one size by one rotation, one matrix after the other.
///
/// What it finds is L = A·X with the factors' correlations Φ = (X'X)⁻¹, as a program prints them: in canonical order and
/// signs.
final class Rotator {
  let rotation: Rotation
  let items: Int
  let factors: Int
  private let search: GradientProjection
  private let criterion: SimplicityCriterion
  /// A, rows normalised where the rotation says so.
  private let initial: OwnedBuffer<Double>
  private let lengths: OwnedBuffer<Double>
  private let bestTransformation: OwnedBuffer<Double>
  private let small: OwnedBuffer<Double>
  /// Tolerances of the searches: of all starts, where the criterion is right to their square, and of the one that is shown.
  private static let coarse = 1e-6
  private static let fine = 1e-9
  /// k × k, column-major: X.
  let matrix: OwnedBuffer<Double>
  /// p × k, column-major: the pattern L.
  let loadings: OwnedBuffer<Double>
  /// k × k, column-major: Φ.
  let correlations: OwnedBuffer<Double>

  /// What came of the starts.
  struct Outcome {
    var story: Convergence
    var starts: Int
    var startsAtBest: Int
  }

  init(_ rotation: Rotation, items: Int, factors: Int) {
    self.rotation = rotation
    self.items = items
    self.factors = factors
    // Promax begins with an orthogonal search.
    let isOblique = rotation.isOblique && rotation.criterion != .promax
    search = GradientProjection(rows: items, columns: factors, manifold: isOblique ? .oblique : .orthogonal)
    criterion = SimplicityCriterion(rotation, rows: items, columns: factors)
    let square = factors * factors
    initial = OwnedBuffer(count: items * factors)
    lengths = OwnedBuffer(count: items)
    bestTransformation = OwnedBuffer(count: square)
    small = OwnedBuffer(count: 4 * square)
    matrix = OwnedBuffer(count: square)
    loadings = OwnedBuffer(count: items * factors)
    correlations = OwnedBuffer(count: square)
  }

  /// Rotates `unrotated` (p × k, column-major).
  ///
  /// - Parameters:
  ///   - warm: a transformation to begin from, as `searchTransformation` gave it; then there is one start only.
  /// - Returns: the story of the best start, or `nil` when nothing is to be searched (one factor, no rotation).
  func rotate(
    _ unrotated: UnsafePointer<Double>, starts: Int, seed: UInt64, warm: UnsafePointer<Double>? = nil
  ) -> Outcome? {
    let k = factors
    guard rotation.criterion != .none, k > 1 else {
      identity(matrix.pointer)
      identity(correlations.pointer)
      loadings.update(from: unrotated, count: items * k)
      order()
      return nil
    }
    normalize(unrotated)
    var values: [Double] = []
    var best: Convergence?
    let isAlone = warm != nil || starts == 1
    for start in 0..<(warm == nil ? starts : 1) {
      if let warm {
        search.transformation.update(from: warm, count: k * k)
      } else if start == 0 {
        identity(search.transformation.pointer)
      } else {
        drawOrthogonal(seed: seed, stream: UInt64(start))
      }
      // Which minimum a start runs to shows long before it is there: only the best is followed to the end.
      let story = search.minimise(
        criterion, initial: initial.pointer, tolerance: isAlone ? Rotator.fine : Rotator.coarse)
      // A start that failed is none; the first one stands in for all when all fail.
      let value = story.isConverged ? story.end : .infinity
      values.append(value)
      let isFirst = best == nil
      let isBetter =
        best.map { value < ($0.isConverged ? $0.end : .infinity) - 1e-10 * max(1, abs(value)) } ?? true
      if isFirst || isBetter {
        best = story
        bestTransformation.update(from: search.transformation.pointer, count: k * k)
      }
    }
    guard var best else { return nil }
    if !isAlone, best.isConverged {
      search.transformation.update(from: bestTransformation.pointer, count: k * k)
      let last = search.minimise(criterion, initial: initial.pointer, tolerance: Rotator.fine)
      bestTransformation.update(from: search.transformation.pointer, count: k * k)
      best = Convergence(
        start: best.start, end: last.end, iterations: best.iterations + last.iterations,
        evaluations: best.evaluations + last.evaluations, gradientNorm: last.gradientNorm, reason: last.reason)
    }
    let least = values.min() ?? .infinity
    let reached = least.isFinite ? values.count { $0 <= least + 1e-7 * max(1, abs(least)) } : 0
    express(unrotated)
    order()
    return Outcome(story: best, starts: values.count, startsAtBest: reached)
  }

  /// The transformation at which the last search ended, before columns were ordered: a warm start for the next one.
  var searchTransformation: UnsafePointer<Double> { UnsafePointer(bestTransformation.pointer) }

  private func identity(_ target: UnsafeMutablePointer<Double>) {
    for i in 0..<factors * factors { target[i] = i / factors == i % factors ? 1 : 0 }
  }

  private func normalize(_ unrotated: UnsafePointer<Double>) {
    for i in 0..<items {
      var sum = 0.0
      for j in 0..<factors { sum += unrotated[i + j * items] * unrotated[i + j * items] }
      lengths[i] = rotation.isNormalized && sum > 0 ? sum.squareRoot() : 1
      for j in 0..<factors { initial[i + j * items] = unrotated[i + j * items] / lengths[i] }
    }
  }

  /// A random orthogonal matrix: columns of normal numbers, orthonormalised (Haar measure).
  private func drawOrthogonal(seed: UInt64, stream: UInt64) {
    let k = factors
    var random = RandomStream(seed: seed, stream: stream)
    let t = search.transformation.pointer
    for j in 0..<k {
      var length = 0.0
      repeat {
        for i in 0..<k { t[i + j * k] = random.normal() }
        for _ in 0..<2 {
          for other in 0..<j {
            var dot = 0.0
            for i in 0..<k { dot += t[i + j * k] * t[i + other * k] }
            for i in 0..<k { t[i + j * k] -= dot * t[i + other * k] }
          }
        }
        length = 0
        for i in 0..<k { length += t[i + j * k] * t[i + j * k] }
      } while length < 1e-8
      for i in 0..<k { t[i + j * k] /= length.squareRoot() }
    }
  }

  /// Turns the best transformation into X, the loadings and Φ.
  private func express(_ unrotated: UnsafePointer<Double>) {
    let k = factors
    if rotation.criterion == .promax {
      matrix.update(from: bestTransformation.pointer, count: k * k)
      promax(unrotated)
    } else if rotation.isOblique {
      // L = A·T'⁻¹ and Φ = T'T.
      for j in 0..<k {
        for i in 0..<k { small[i + j * k] = bestTransformation[j + i * k] }
      }
      _ = SmallMatrix.invert(small.pointer, order: k, into: matrix.pointer, work: small + k * k)
    } else {
      matrix.update(from: bestTransformation.pointer, count: k * k)
    }
    SmallMatrix.multiply(unrotated, matrix.pointer, rows: items, inner: k, columns: k, into: loadings.pointer)
    correlate()
  }

  /// Φ = (X'X)⁻¹ = X⁻¹X⁻ᵀ.
  private func correlate() {
    let k = factors
    guard rotation.isOblique, SmallMatrix.invert(matrix.pointer, order: k, into: small.pointer, work: small + k * k)
    else {
      identity(correlations.pointer)
      return
    }
    for i in 0..<k {
      for j in 0..<k {
        var sum = 0.0
        for l in 0..<k { sum += small[i + l * k] * small[j + l * k] }
        correlations[i + j * k] = i == j ? 1 : sum
      }
    }
  }

  /// From varimax's T in `matrix` to T·U·D: U = (V'V)⁻¹V'P with the powers P of the varimax loadings V, and D such that the
  /// factors have variance 1.
  private func promax(_ unrotated: UnsafePointer<Double>) {
    let k = factors
    let gram = small.pointer
    let right = small + k * k
    let isFittedToNormalized = rotation.promaxTarget == .normalized
    SmallMatrix.multiply(unrotated, matrix.pointer, rows: items, inner: k, columns: k, into: loadings.pointer)
    for i in 0..<k * k {
      gram[i] = 0
      right[i] = 0
    }
    for row in 0..<items {
      var sum = 0.0
      for j in 0..<k { sum += loadings[row + j * items] * loadings[row + j * items] }
      let length = sum > 0 ? sum.squareRoot() : 1
      let fitted = isFittedToNormalized ? 1 / length : 1
      let aimed = rotation.promaxTarget == .plain ? 1 : 1 / length
      for i in 0..<k {
        let v = fitted * loadings[row + i * items]
        for j in 0..<k {
          let other = loadings[row + j * items]
          let power = pow(abs(aimed * other), rotation.kappa)
          gram[i + j * k] += v * fitted * other
          right[i + j * k] += v * (other < 0 ? -power : power)
        }
      }
    }
    let inverse = correlations.pointer
    let u = small + 2 * k * k
    guard SmallMatrix.invert(gram, order: k, into: inverse, work: small + 3 * k * k) else { return }
    SmallMatrix.multiply(inverse, right, rows: k, inner: k, columns: k, into: u)
    // diag((U'U)⁻¹) scales the columns.
    SmallMatrix.multiplyTransposed(u, u, rows: k, columns: k, into: gram)
    guard SmallMatrix.invert(gram, order: k, into: inverse, work: right) else { return }
    for j in 0..<k {
      for i in 0..<k { u[i + j * k] *= inverse[j + j * k].squareRoot() }
    }
    SmallMatrix.multiply(matrix.pointer, u, rows: k, inner: k, columns: k, into: gram)
    matrix.update(from: gram, count: k * k)
  }

  /// The canonical form: columns by the variance they explain (diag(ΦL'L)), the largest first, each with a positive sum.
  ///
  /// A target says itself which column is which, and its direction unless all that it gives is zeros; of a bifactor
  /// rotation the general factor stays first.
  private func order() {
    let k = factors
    for j in 0..<k {
      if let target = rotation.target, rotation.hasTarget, target.contains(where: { ($0[j] ?? 0) != 0 }) { continue }
      var sum = 0.0
      for i in 0..<items { sum += loadings[i + j * items] }
      if sum < 0 { flip(j) }
    }
    if rotation.hasTarget { return }
    // Insertion by swaps: k is small.
    let first = rotation.hasGeneralFactor ? 1 : 0
    for j in first..<k {
      var at = j
      while at > first, explained(at) > explained(at - 1) {
        swap(at, at - 1)
        at -= 1
      }
    }
  }

  private func explained(_ j: Int) -> Double {
    var sum = 0.0
    for l in 0..<factors {
      var dot = 0.0
      for i in 0..<items { dot += loadings[i + j * items] * loadings[i + l * items] }
      sum += correlations[j + l * factors] * dot
    }
    return sum
  }

  func flip(_ j: Int) {
    let k = factors
    for i in 0..<items { loadings[i + j * items] = -loadings[i + j * items] }
    for i in 0..<k {
      matrix[i + j * k] = -matrix[i + j * k]
      if i != j {
        correlations[i + j * k] = -correlations[i + j * k]
        correlations[j + i * k] = -correlations[j + i * k]
      }
    }
  }

  func swap(_ a: Int, _ b: Int) {
    let k = factors
    func exchange(_ buffer: UnsafeMutablePointer<Double>, _ x: Int, _ y: Int) {
      let kept = buffer[x]
      buffer[x] = buffer[y]
      buffer[y] = kept
    }
    for i in 0..<items { exchange(loadings.pointer, i + a * items, i + b * items) }
    for i in 0..<k { exchange(matrix.pointer, i + a * k, i + b * k) }
    for i in 0..<k { exchange(correlations.pointer, i + a * k, i + b * k) }
    for i in 0..<k { exchange(correlations.pointer, a + i * k, b + i * k) }
  }
}
