import Platform

/// BFGS without bounds, for functions whose second derivatives nobody has: the inverse of the second derivatives grows from
/// the unit matrix by the steps taken (Nocedal & Wright 2006, doi:10.1007/978-0-387-40065-5, chapter 6).
package enum QuasiNewton {
  /// Searches from `point`, which is overwritten by the place of the minimum.
  ///
  /// - Parameters:
  ///   - tolerance: the search ends when no derivative exceeds it.
  ///   - function: the value at a point, infinite where it is not defined; else it writes the gradient.
  package static func minimise(
    from point: inout [Double], tolerance: Double = 1e-8, limit: Int = 1000,
    _ function: ([Double], inout [Double]) -> Double
  ) -> Convergence {
    let count = point.count
    var gradient = [Double](repeating: 0, count: count)
    var value = function(point, &gradient)
    var story = Convergence(
      start: value, end: value, iterations: 0, evaluations: 1, gradientNorm: .infinity, reason: .failed)
    guard value.isFinite else { return story }
    func unit() -> [Double] { (0..<count * count).map { $0 / count == $0 % count ? 1 : 0 } }
    var inverse = unit()
    var isFresh = true
    while true {
      story.gradientNorm = gradient.reduce(0) { max($0, abs($1)) }
      story.end = value
      if story.gradientNorm <= tolerance {
        story.reason = .gradient
        return story
      }
      if story.iterations == limit {
        story.reason = .iterations
        return story
      }
      var step = (0..<count).map { i in -(0..<count).reduce(0) { $0 + inverse[i * count + $1] * gradient[$1] } }
      var slope = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if slope >= 0 {
        inverse = unit()
        step = gradient.map { -$0 }
        slope = -gradient.reduce(0) { $0 + $1 * $1 }
        isFresh = true
      }
      guard let (next, trial, change) = search(point, value, step, slope, isFresh, function, &story) else {
        if isFresh {
          story.reason = story.gradientNorm <= 1e3 * tolerance ? .precision : .failed
          return story
        }
        inverse = unit()
        isFresh = true
        continue
      }
      let moved = zip(trial, point).map { $0 - $1 }
      let turned = zip(change, gradient).map { $0 - $1 }
      (point, value, gradient) = (trial, next, change)
      update(&inverse, moved, turned, &isFresh)
      story.iterations += 1
    }
  }

  /// Halves the step until the function falls as its slope promises.
  private static func search(
    _ point: [Double], _ value: Double, _ step: [Double], _ slope: Double, _ isFresh: Bool,
    _ function: ([Double], inout [Double]) -> Double, _ story: inout Convergence
  ) -> (Double, [Double], [Double])? {
    var length = isFresh ? min(1, 0.1 / step.reduce(1e-300) { max($0, abs($1)) }) : 1
    var gradient = [Double](repeating: 0, count: point.count)
    for _ in 0..<50 {
      let trial = zip(point, step).map { $0 + length * $1 }
      let next = function(trial, &gradient)
      story.evaluations += 1
      if next.isFinite, next <= value + 1e-4 * length * slope { return (next, trial, gradient) }
      length /= 2
    }
    return nil
  }

  /// H ← (I − ρsy')H(I − ρys') + ρss'.
  private static func update(
    _ inverse: inout [Double], _ moved: [Double], _ turned: [Double], _ isFresh: inout Bool
  ) {
    let count = moved.count
    let product = zip(moved, turned).reduce(0) { $0 + $1.0 * $1.1 }
    let size = turned.reduce(0) { $0 + $1 * $1 }
    guard product > 1e-14 * size.squareRoot() else { return }
    if isFresh {
      let scale = product / size
      for k in inverse.indices { inverse[k] *= scale }
      isFresh = false
    }
    let carried = (0..<count).map { i in (0..<count).reduce(0) { $0 + inverse[i * count + $1] * turned[$1] } }
    let curvature = zip(carried, turned).reduce(0) { $0 + $1.0 * $1.1 }
    let factor = (1 + curvature / product) / product
    for i in 0..<count {
      for j in 0..<count {
        inverse[i * count + j] +=
          factor * moved[i] * moved[j] - (carried[i] * moved[j] + moved[i] * carried[j]) / product
      }
    }
  }
}
