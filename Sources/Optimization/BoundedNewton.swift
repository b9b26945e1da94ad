import LinearAlgebra
import Platform

/// A function with first and second derivatives, evaluated in two steps: its value at a point, and, where a step was
/// taken, the derivatives at the point of the last value.
package protocol TwiceDifferentiable: AnyObject {
  var dimension: Int { get }

  /// The value at `point` (`dimension` numbers); NaN or infinite where the function is not defined.
  func value(at point: UnsafePointer<Double>) -> Double

  /// The derivatives at the point of the last call of `value`.
  /// - Parameters:
  ///   - gradient: `dimension` numbers, overwritten.
  ///   - hessian: packed lower triangle of the second derivatives, overwritten.
  ///   - fallback: packed lower triangle of a positive semidefinite matrix near the second derivatives, overwritten; it
  ///     stands in for them where they are not positive definite.
  func derivatives(
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>,
    fallback: UnsafeMutablePointer<Double>)
}

/// Newton's method within bounds, for functions of some tens of variables.
///
/// A variable that stands on its bound while the gradient presses it against it is held; the others take the Newton step
/// of their own block of second derivatives, cut off at the bounds and halved until the function falls (projected Newton,
/// Bertsekas 1982, doi:10.1137/0320018). Where the block is not positive definite the caller's positive semidefinite
/// stand-in is used, with as much of the unit matrix as a Cholesky factor needs. Nothing is allocated after `init`.
package final class BoundedNewton {
  private let dimension: Int
  private let gradient: OwnedBuffer<Double>
  private let trial: OwnedBuffer<Double>
  private let step: OwnedBuffer<Double>
  private let hessian: OwnedBuffer<Double>
  private let fallback: OwnedBuffer<Double>
  private let factor: OwnedBuffer<Double>
  private let free: OwnedBuffer<Int>

  package init(dimension: Int) {
    precondition(dimension > 0, "a function of at least one variable")
    self.dimension = dimension
    let packed = dimension * (dimension + 1) / 2
    gradient = OwnedBuffer(count: dimension)
    trial = OwnedBuffer(count: dimension)
    step = OwnedBuffer(count: dimension)
    hessian = OwnedBuffer(count: packed)
    fallback = OwnedBuffer(count: packed)
    factor = OwnedBuffer(count: packed)
    free = OwnedBuffer(count: dimension)
  }

  /// Searches from `point`, which is overwritten by the place of the minimum.
  ///
  /// - Parameters:
  ///   - lower: the least value of every variable; `upper` the largest.
  ///   - tolerance: the search ends when no free variable's derivative exceeds it.
  package func minimise(
    _ function: some TwiceDifferentiable, from point: UnsafeMutablePointer<Double>, lower: Double, upper: Double,
    tolerance: Double = 1e-9, limit: Int = 200
  ) -> Convergence {
    precondition(function.dimension == dimension, "a workspace for another number of variables")
    precondition(lower < upper, "bounds with room between them")
    for i in 0..<dimension { point[i] = min(max(point[i], lower), upper) }
    var value = function.value(at: point)
    var story = Convergence(
      start: value, end: value, iterations: 0, evaluations: 1, gradientNorm: .infinity, reason: .failed)
    guard value.isFinite else { return story }
    while true {
      function.derivatives(gradient: gradient.pointer, hessian: hessian.pointer, fallback: fallback.pointer)
      let count = chooseFree(point, lower, upper)
      var largest = 0.0
      for k in 0..<count { largest = max(largest, abs(gradient[free[k]])) }
      story.gradientNorm = largest
      if largest <= tolerance {
        story.reason = .gradient
        break
      }
      if story.iterations == limit {
        story.reason = .iterations
        break
      }
      findStep(count)
      guard let next = search(function, point, value, count, lower, upper, &story) else {
        // The derivatives carry the rounding of the function: a thousandfold of the tolerance is within it.
        story.reason = largest <= 1e3 * tolerance ? .precision : .failed
        break
      }
      value = next
      story.iterations += 1
    }
    story.end = value
    return story
  }

  /// Lists the variables that are free to move, and returns how many.
  private func chooseFree(_ point: UnsafePointer<Double>, _ lower: Double, _ upper: Double) -> Int {
    var count = 0
    for i in 0..<dimension {
      let isHeld = point[i] <= lower && gradient[i] > 0 || point[i] >= upper && gradient[i] < 0
      if !isHeld {
        free[count] = i
        count += 1
      }
    }
    return count
  }

  /// Solves for the step of the free variables: `step[k]` belongs to `free[k]`.
  private func findStep(_ count: Int) {
    if !factorize(hessian.pointer, count, ridge: 0) {
      var largest = 0.0
      for k in 0..<count { largest = max(largest, fallback[free[k] * (free[k] + 1) / 2 + free[k]]) }
      var ridge = max(largest, 1e-8) * 1e-8
      while !factorize(fallback.pointer, count, ridge: ridge) { ridge *= 100 }
    }
    for k in 0..<count { step[k] = -gradient[free[k]] }
    PackedCholesky.solveLower(factor.pointer, order: count, step.pointer)
    PackedCholesky.solveUpper(factor.pointer, order: count, step.pointer)
  }

  /// Cholesky's factor of the free block; `false` when a pivot is not clearly positive.
  private func factorize(_ matrix: UnsafePointer<Double>, _ count: Int, ridge: Double) -> Bool {
    for i in 0..<count {
      for j in 0...i { factor[i * (i + 1) / 2 + j] = matrix[free[i] * (free[i] + 1) / 2 + free[j]] }
    }
    do {
      try PackedCholesky.factor(
        UnsafePointer(factor.pointer), order: count, tolerance: 1e-12, ridge: ridge, into: factor.pointer)
      return true
    } catch {
      return false
    }
  }

  /// Halves the step until the function falls as much as its slope promises; the new value, with `point` moved there.
  private func search(
    _ function: some TwiceDifferentiable, _ point: UnsafeMutablePointer<Double>, _ value: Double, _ count: Int,
    _ lower: Double, _ upper: Double, _ story: inout Convergence
  ) -> Double? {
    var length = 1.0
    let noise = 1e-14 * max(abs(value), 1e-3)
    for _ in 0..<60 {
      var slope = 0.0
      trial.update(from: point, count: dimension)
      for k in 0..<count {
        let i = free[k]
        trial[i] = min(max(point[i] + length * step[k], lower), upper)
        slope += gradient[i] * (trial[i] - point[i])
      }
      let next = function.value(at: trial.pointer)
      story.evaluations += 1
      // Close to the minimum the promised fall drowns in rounding, and the step is still the right one.
      if next.isFinite, next <= value + 1e-4 * slope || slope > -noise && next <= value + noise {
        if slope > -1e-3 * noise && length < 1 { break }
        point.update(from: trial.pointer, count: dimension)
        return next
      }
      length /= 2
    }
    // The derivatives at `point` are what the caller may ask for next.
    _ = function.value(at: point)
    return nil
  }
}
