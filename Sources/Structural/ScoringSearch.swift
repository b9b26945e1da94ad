import LinearAlgebra
import Optimization
import Platform

/// Fisher's scoring: steps solve the expected information against the slopes, within the constraints' tangent, and are halved
/// until F falls. Where it stalls, BFGS goes on from its best point (without constraints).
///
/// It ends when the step promised is no more than a 10⁻⁸th of the estimates' errors at n = 1.
struct ScoringSearch {
  static let limit = 300
  /// λ² = g'I⁻¹g of the last step.
  static let tolerance = 1e-17
  /// λ² from which on steps are corrected by what they have shown.
  static let near = 1e-2

  let problem: StructuralProblem

  /// From `point`, which is overwritten by the estimates.
  ///
  /// - Throws: `StructuralFault.contradiction` and `.noStart`.
  func minimise(_ point: inout [Double], _ constraints: inout ConstraintSet) throws -> Convergence {
    var story = try search(&point, constraints)
    // Inequalities join as equalities where they are violated, and leave where the slope presses away from them.
    for _ in 0..<(2 * constraints.all.count) {
      let violated = constraints.violated(at: point)
      if let first = violated.first {
        constraints.active.append(first)
      } else if let loose = looseOne(point, constraints) {
        constraints.active.removeAll { $0 == loose }
      } else {
        break
      }
      let more = try search(&point, constraints)
      story.iterations += more.iterations
      story.evaluations += more.evaluations
      (story.end, story.gradientNorm, story.reason) = (more.end, more.gradientNorm, more.reason)
    }
    return story
  }

  /// An active inequality whose multiplier says that F falls inside.
  private func looseOne(_ point: [Double], _ constraints: ConstraintSet) -> Int? {
    let inequalities = constraints.active.filter { !constraints.all[$0].isEquality }
    guard !inequalities.isEmpty else { return nil }
    _ = problem.value(at: point)
    let slopes = problem.slopes()
    for one in inequalities {
      var fewer = constraints
      fewer.active.removeAll { $0 == one }
      guard let tangent = Tangent(fewer.jacobian(at: point)) else { continue }
      let down = tangent.expand(tangent.project(slopes)).map { -$0 }
      let gradient = problem.table.gradient(of: constraints.all[one].expression, at: point)
      let gain = zip(down, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if gain > 1e-9 { return one }
    }
    return nil
  }

  private func search(_ point: inout [Double], _ constraints: ConstraintSet) throws -> Convergence {
    let count = problem.count
    var value = problem.value(at: point)
    var story = Convergence(
      start: value, end: value, iterations: 0, evaluations: 1, gradientNorm: 0, reason: .failed)
    guard value.isFinite else { throw StructuralFault.noStart }
    guard count > 0 else {
      story.reason = .gradient
      return story
    }
    if constraints.active.isEmpty { return free(&point) }
    var penalty = 1.0
    var gain = 0.0
    while true {
      let slopes = problem.slopes()
      let information = problem.information()
      let (h, jacobian) = (constraints.values(at: point), constraints.jacobian(at: point))
      guard let tangent = Tangent(jacobian) else {
        throw StructuralFault.contradiction(constraint: constraints.all[constraints.active.last!].text)
      }
      let onto = h.isEmpty ? [Double](repeating: 0, count: count) : tangent.step(onto: h, jacobian)
      var pull = slopes
      if !h.isEmpty {
        for i in 0..<count { for j in 0..<count { pull[i] += information[i, j] * onto[j] } }
      }
      let reduced = tangent.project(pull)
      let step = zip(tangent.expand(solve(tangent.project(information), reduced)), onto).map { $0 + $1 }
      gain = -zip(step, pull).reduce(0) { $0 + $1.0 * $1.1 }
      let excess = h.reduce(0) { max($0, abs($1)) }
      story.gradientNorm = tangent.project(slopes).reduce(0) { max($0, abs($1)) }
      if abs(gain) <= Self.tolerance && excess <= 1e-10 {
        story.reason = .gradient
        break
      }
      if story.iterations == Self.limit {
        story.reason = .iterations
        break
      }
      if !h.isEmpty { penalty = max(penalty, 10 * slopes.reduce(0) { max($0, abs($1)) }) }
      guard
        let (length, next) = shorten(
          step, from: point, value, penalty * h.reduce(0) { $0 + abs($1) }, slope: -2 * abs(gain), constraints, penalty,
          &story)
      else {
        story.reason = abs(gain) <= 1e-11 && excess <= 1e-7 ? .precision : .failed
        break
      }
      for k in 0..<count { point[k] += length * step[k] }
      value = next
      story.iterations += 1
    }
    _ = problem.value(at: point)
    story.end = value
    return story
  }

  /// Without constraints.
  private func free(_ point: inout [Double]) -> Convergence {
    let workspace = ScoringWorkspace(count: problem.count)
    func run(_ point: inout [Double], positive: [Int]) -> Convergence {
      point.withUnsafeMutableBufferPointer { places in
        guard let base = places.baseAddress else { preconditionFailure("a search has free parameters") }
        return workspace.minimise(
          problem, from: base, limit: Self.limit, tolerance: Self.tolerance, positive: positive)
      }
    }
    let start = point
    var story = run(&point, positive: [])
    if story.isConverged { return story }
    // Of a path from a construct whose residual variance is nearly nothing only the product with it matters: from the wrong
    // side of zero the way to the minimum leads through infinity. Variances that stay positive stay on this side.
    var other = start
    var more = run(&other, positive: variances(at: start))
    if !more.isConverged, more.end.isFinite {
      let again = run(&other, positive: [])
      (more.end, more.gradientNorm, more.reason) = (again.end, again.gradientNorm, again.reason)
      more.iterations += again.iterations
      more.evaluations += again.evaluations
    }
    story.iterations += more.iterations
    story.evaluations += more.evaluations
    if more.isConverged || more.end < story.end {
      point = other
      (story.end, story.gradientNorm, story.reason) = (more.end, more.gradientNorm, more.reason)
    }
    if !story.isConverged { quasiNewton(&point, &story) }
    return story
  }

  /// Free parameters that are variances and start above zero.
  private func variances(at start: [Double]) -> [Int] {
    problem.free.joined().compactMap { index, place in
      if case .symmetric(let i, let j) = place, i == j, start[index] > 0 { index } else { nil }
    }
  }

  /// (A + ridge)⁻¹·(−b), with as large a ridge as a factor needs.
  private func solve(_ matrix: SymmetricMatrix, _ right: [Double]) -> [Double] {
    var ridged = matrix
    var ridge = 0.0
    while true {
      if let factor = try? Cholesky(ridged), ridge > 0 || isSound(factor, matrix) {
        return factor.solve(right.map { -$0 })
      }
      ridge = ridge == 0 ? 1e-7 : ridge * 10
      for i in 0..<matrix.order { ridged[i, i] = matrix[i, i] * (1 + ridge) + ridge * 1e-6 }
      if ridge > 1e8 { return right.map { -$0 } }
    }
  }

  /// No pivot is what rounding leaves of nothing.
  private func isSound(_ factor: Cholesky, _ matrix: SymmetricMatrix) -> Bool {
    (0..<matrix.order).allSatisfy {
      let pivot = factor.packed[SymmetricMatrix.position($0, $0)]
      return pivot * pivot > 1e-11 * matrix[$0, $0]
    }
  }

  /// The part of the step that makes F, with what the constraints are violated by, smaller.
  private func shorten(
    _ step: [Double], from point: [Double], _ value: Double, _ violation: Double, slope: Double,
    _ constraints: ConstraintSet, _ penalty: Double, _ story: inout Convergence
  ) -> (length: Double, value: Double)? {
    var length = 1.0
    let noise = 1e-13 * max(1, abs(value))
    for _ in 0..<40 {
      let trial = zip(point, step).map { $0 + length * $1 }
      let next = problem.value(at: trial)
      story.evaluations += 1
      if next.isFinite {
        let merit = next + penalty * constraints.values(at: trial).reduce(0) { $0 + abs($1) }
        if merit <= value + violation + 1e-4 * length * slope + noise { return (length, next) }
      }
      length /= 2
    }
    _ = problem.value(at: point)
    return nil
  }

  /// BFGS from the best point.
  private func quasiNewton(_ point: inout [Double], _ story: inout Convergence) {
    let start = point
    let more = QuasiNewton.minimise(from: &point, limit: 2000) { x, gradient in
      let value = problem.value(at: x)
      if value.isFinite { gradient = problem.slopes().map { 2 * $0 } }
      return value
    }
    if more.end > story.end { point = start }
    story.iterations += more.iterations
    story.evaluations += more.evaluations
    (story.end, story.gradientNorm, story.reason) = (problem.value(at: point), more.gradientNorm / 2, more.reason)
  }
}
