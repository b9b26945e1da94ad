import LinearAlgebra
package import Platform

/// A function of the p × k matrix L of rotated loadings, and its derivative.
package protocol RotationCriterion {
  /// The value at L; writes ∂f/∂L. Both are column-major, p × k.
  func evaluate(_ loadings: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>) -> Double
}

/// Minimises a function of L = A·T over rotations T, or of L = A·T'⁻¹ over matrices T with columns of length one, by
/// gradient projection (Jennrich 2001, doi:10.1007/BF02294840, and 2002, doi:10.1007/BF02294706; Bernaards & Jennrich
/// 2005, doi:10.1177/0013164404272507).
///
/// The gradient is projected on the tangent space, the step along it put back on the manifold: orthonormalised column by
/// column, or each column brought to length one. Steps are those of Barzilai & Borwein (1988), accepted against a running
/// mean of past values (Zhang & Hager 2004, doi:10.1137/S1052623403428208), which takes some tens of iterations where
/// doubling and halving takes hundreds. Nothing is allocated after `init`.
package final class GradientProjection {
  package enum Manifold: String, Sendable, Codable { case orthogonal, oblique }

  private let rows: Int
  private let columns: Int
  private let manifold: Manifold
  /// k × k: T; the loadings and their derivative, p × k, belong to it.
  package let transformation: OwnedBuffer<Double>
  package let loadings: OwnedBuffer<Double>
  private let derivative: OwnedBuffer<Double>
  private let inverse: OwnedBuffer<Double>
  private let product: OwnedBuffer<Double>
  private let projected: OwnedBuffer<Double>
  private let previous: OwnedBuffer<Double>
  private let previousProjected: OwnedBuffer<Double>
  private let work: OwnedBuffer<Double>

  package init(rows: Int, columns: Int, manifold: Manifold) {
    precondition(rows > 0 && columns > 0, "loadings have rows and columns")
    self.rows = rows
    self.columns = columns
    self.manifold = manifold
    let square = columns * columns
    func buffer(_ count: Int) -> OwnedBuffer<Double> { OwnedBuffer(repeating: 0, count: count) }
    transformation = buffer(square)
    loadings = buffer(rows * columns)
    derivative = buffer(rows * columns)
    inverse = buffer(square)
    product = buffer(square)
    projected = buffer(square)
    previous = buffer(square)
    previousProjected = buffer(square)
    work = buffer(2 * square)
  }

  /// Searches from what stands in `transformation`, which is overwritten together with `loadings`.
  ///
  /// - Parameters:
  ///   - initial: A, column-major, p × k.
  ///   - tolerance: on the length of the projected gradient, relative to 1 or the function's size, whichever is larger.
  package func minimise(
    _ criterion: some RotationCriterion, initial: UnsafePointer<Double>, tolerance: Double = 1e-9, limit: Int = 2000
  ) -> Convergence {
    let square = columns * columns
    guard retract(), rotate(initial) else {
      return Convergence(
        start: .nan, end: .nan, iterations: 0, evaluations: 0, gradientNorm: .nan, reason: .failed)
    }
    var value = criterion.evaluate(loadings.pointer, gradient: derivative.pointer)
    var story = Convergence(
      start: value, end: value, iterations: 0, evaluations: 1, gradientNorm: .infinity, reason: .iterations)
    var reference = value
    var weight = 1.0
    var step = 1.0
    project()
    while true {
      let length = norm(projected.pointer, square)
      story.gradientNorm = length
      story.end = value
      let scale = max(1, abs(value))
      if length <= tolerance * scale {
        story.reason = .gradient
        return story
      }
      if story.iterations == limit { return story }
      previous.update(from: transformation.pointer, count: square)
      previousProjected.update(from: projected.pointer, count: square)
      var next = Double.nan
      var isAccepted = false
      let noise = 4e-15 * scale
      for _ in 0..<50 {
        for i in 0..<square { transformation[i] = previous[i] - step * previousProjected[i] }
        if retract(), rotate(initial) {
          next = criterion.evaluate(loadings.pointer, gradient: derivative.pointer)
          story.evaluations += 1
          if next <= reference - 1e-4 * step * length * length + noise {
            isAccepted = true
            break
          }
        }
        step /= 4
      }
      guard isAccepted else {
        transformation.update(from: previous.pointer, count: square)
        _ = rotate(initial)
        story.reason = length <= 1e3 * tolerance * scale ? .precision : .failed
        return story
      }
      value = next
      // The running mean of values, the latest one counting most.
      let nextWeight = 0.6 * weight + 1
      reference = (0.6 * weight * reference + value) / nextWeight
      weight = nextWeight
      project()
      story.iterations += 1
      step = barzilaiBorwein(isOdd: story.iterations % 2 == 1)
    }
  }

  /// S'S/S'Y or S'Y/Y'Y in turn, with the changes S of T and Y of the projected gradient.
  private func barzilaiBorwein(isOdd: Bool) -> Double {
    var ss = 0.0
    var sy = 0.0
    var yy = 0.0
    for i in 0..<columns * columns {
      let s = transformation[i] - previous[i]
      let y = projected[i] - previousProjected[i]
      ss += s * s
      sy += s * y
      yy += y * y
    }
    let step = isOdd ? ss / abs(sy) : abs(sy) / yy
    return step.isFinite ? min(max(step, 1e-10), 1e10) : 1
  }

  /// Puts T back on the manifold; `false` when a column vanishes.
  private func retract() -> Bool {
    for j in 0..<columns {
      let column = transformation + j * columns
      if manifold == .orthogonal {
        // Twice is enough (Kahan; Parlett 1998, section 6.9).
        for _ in 0..<2 {
          for other in 0..<j {
            let dot = dotProduct(column, transformation + other * columns, columns)
            for i in 0..<columns { column[i] -= dot * transformation[i + other * columns] }
          }
        }
      }
      let length = norm(column, columns)
      guard length > 1e-150, length.isFinite else { return false }
      for i in 0..<columns { column[i] /= length }
    }
    return true
  }

  /// L = A·T or A·T'⁻¹; `false` when T is singular.
  private func rotate(_ initial: UnsafePointer<Double>) -> Bool {
    if manifold == .oblique, !invert() { return false }
    for j in 0..<columns {
      let target = loadings + j * rows
      for i in 0..<rows { target[i] = 0 }
      for l in 0..<columns {
        let factor = manifold == .orthogonal ? transformation[l + j * columns] : inverse[j + l * columns]
        let source = initial + l * rows
        for i in 0..<rows { target[i] += factor * source[i] }
      }
    }
    return true
  }

  /// The gradient with respect to T, projected on the tangent space.
  ///
  /// Orthogonal: G = A'·∂f/∂L = T·(L'·∂f/∂L), less its symmetric part: T·(M − M')/2 with M = L'·∂f/∂L. Oblique:
  /// G = −(M·T⁻¹)', less T·diag(T'G).
  private func project() {
    for j in 0..<columns {
      for i in 0..<columns { product[i + j * columns] = dotProduct(loadings + i * rows, derivative + j * rows, rows) }
    }
    switch manifold {
    case .orthogonal:
      for j in 0..<columns {
        for i in 0..<columns {
          var sum = 0.0
          for l in 0..<columns {
            sum += transformation[i + l * columns] * 0.5 * (product[l + j * columns] - product[j + l * columns])
          }
          projected[i + j * columns] = sum
        }
      }
    case .oblique:
      for i in 0..<columns {
        for j in 0..<columns {
          var sum = 0.0
          for l in 0..<columns { sum += product[i + l * columns] * inverse[l + j * columns] }
          projected[j + i * columns] = -sum
        }
      }
      for j in 0..<columns {
        let dot = dotProduct(transformation + j * columns, projected + j * columns, columns)
        for i in 0..<columns { projected[i + j * columns] -= dot * transformation[i + j * columns] }
      }
    }
  }

  /// T⁻¹.
  private func invert() -> Bool {
    SmallMatrix.invert(transformation.pointer, order: columns, into: inverse.pointer, work: work.pointer)
  }
}

private func dotProduct(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
  var sum = 0.0
  for i in 0..<count { sum += a[i] * b[i] }
  return sum
}

private func norm(_ a: UnsafePointer<Double>, _ count: Int) -> Double { dotProduct(a, a, count).squareRoot() }
