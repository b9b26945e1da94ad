import LinearAlgebra
import Platform

/// The search for the means and covariances that make the answers most likely: expectation–maximization (Dempster, Laird & Rubin
/// 1977, doi:10.1111/j.2517-6161.1977.tb01600.x) with Anderson's acceleration (1965, doi:10.1145/321296.321305), held to steps
/// that do not lower the likelihood as in Henderson & Varadhan (2019, doi:10.1080/10618600.2019.1594835).
///
/// The step of EM, with ū and G the means over respondents of u and of u u′ − W (`NormalLikelihood`), is
///
///     μ ← μ + Σū        Σ ← Σ + Σ G Σ − (Σū)(Σū)′
///
/// which is the mean and covariance of the answers completed by their expectations. The next estimate is the combination of the
/// last steps whose remaining step is shortest; where that is not positive definite, or less likely, it is the plain step, which
/// never is. The search ends when a plain step moves no mean by more than `tolerance` standard deviations and no covariance by
/// more than `tolerance` of the product of two.
final class LikelihoodClimb {
  let likelihood: NormalLikelihood
  private let width: Int
  /// Means, then the packed lower triangle of the covariances.
  let estimate: OwnedBuffer<Double>
  private let count: Int
  private let next: OwnedBuffer<Double>
  private let step: OwnedBuffer<Double>
  private let nextStep: OwnedBuffer<Double>
  private let first: OwnedBuffer<Double>
  private let second: OwnedBuffer<Double>
  private let full: OwnedBuffer<Double>
  private let product: OwnedBuffer<Double>
  /// Differences between successive estimates and steps, `memory` of each, in turn.
  private let estimateChanges: OwnedBuffer<Double>
  private let stepChanges: OwnedBuffer<Double>
  private let normal: OwnedBuffer<Double>
  private let combination: OwnedBuffer<Double>
  private let norms: OwnedBuffer<Double>

  /// Steps that a combination takes in.
  private static let memory = 10

  init(_ likelihood: NormalLikelihood) {
    self.likelihood = likelihood
    let p = likelihood.width
    let m = Self.memory
    width = p
    count = p + p * (p + 1) / 2
    estimate = OwnedBuffer(repeating: 0, count: count)
    next = OwnedBuffer(repeating: 0, count: count)
    step = OwnedBuffer(repeating: 0, count: count)
    nextStep = OwnedBuffer(repeating: 0, count: count)
    first = OwnedBuffer(repeating: 0, count: p)
    second = OwnedBuffer(repeating: 0, count: count)
    full = OwnedBuffer(repeating: 0, count: p * p)
    product = OwnedBuffer(repeating: 0, count: p * p)
    estimateChanges = OwnedBuffer(repeating: 0, count: m * count)
    stepChanges = OwnedBuffer(repeating: 0, count: m * count)
    normal = OwnedBuffer(repeating: 0, count: m * (m + 1) / 2)
    combination = OwnedBuffer(repeating: 0, count: m)
    norms = OwnedBuffer(repeating: 0, count: m)
  }

  /// How a search went.
  struct Story {
    /// Of the end.
    var logLikelihood: Double
    /// Of the likelihood and its step.
    var evaluations: Int
    /// The largest move of the last step, in standard deviations.
    var change: Double
    var isConverged: Bool
  }

  /// Climbs from `estimate`, and leaves the end there; `nil` when the covariances stop being positive definite.
  func climb(tolerance: Double, mostEvaluations: Int) -> Story? {
    guard var value = evaluate(estimate.pointer, into: step.pointer) else { return nil }
    var evaluations = 1
    var held = 0
    var slot = 0
    while true {
      let change = largest(step.pointer)
      if change < tolerance || evaluations >= mostEvaluations {
        return Story(
          logLikelihood: value, evaluations: evaluations, change: change, isConverged: change < tolerance)
      }
      for k in 0..<count { next[k] = estimate[k] + step[k] }
      let isCombined = held > 0 && combine(held)
      var found = evaluate(next.pointer, into: nextStep.pointer)
      evaluations += 1
      if isCombined, found.map({ $0 < value - 1e-10 * abs(value) }) ?? true {
        (held, slot) = (0, 0)
        for k in 0..<count { next[k] = estimate[k] + step[k] }
        found = evaluate(next.pointer, into: nextStep.pointer)
        evaluations += 1
      }
      guard let found else { return nil }
      let (moves, turns) = (estimateChanges + slot * count, stepChanges + slot * count)
      for k in 0..<count {
        moves[k] = next[k] - estimate[k]
        turns[k] = nextStep[k] - step[k]
        estimate[k] = next[k]
        step[k] = nextStep[k]
      }
      held = min(held + 1, Self.memory)
      slot = (slot + 1) % Self.memory
      value = found
    }
  }

  /// Takes off `next` the combination of the last differences that shortens the step most; `false` when there is none.
  private func combine(_ held: Int) -> Bool {
    for a in 0..<held {
      let own = stepChanges + a * count
      norms[a] = LaneSums.product(own, own, count).squareRoot()
      guard norms[a] > 0 else { return false }
    }
    for a in 0..<held {
      let own = stepChanges + a * count
      combination[a] = LaneSums.product(own, step.pointer, count) / norms[a]
      for b in 0...a {
        normal[a * (a + 1) / 2 + b] = LaneSums.product(own, stepChanges + b * count, count) / (norms[a] * norms[b])
      }
    }
    // The small ridge keeps differences that nearly repeat each other from cancelling.
    let factored: Void? = try? PackedCholesky.factor(
      normal.pointer, order: held, tolerance: 0, ridge: 1e-12, into: normal.pointer)
    guard factored != nil else { return false }
    PackedCholesky.solveLower(normal.pointer, order: held, combination.pointer)
    PackedCholesky.solveUpper(normal.pointer, order: held, combination.pointer)
    for a in 0..<held {
      let factor = combination[a] / norms[a]
      let (moves, turns) = (estimateChanges + a * count, stepChanges + a * count)
      for k in 0..<count { next[k] -= factor * (moves[k] + turns[k]) }
    }
    return true
  }

  /// log L at an estimate, and the step of EM from it.
  private func evaluate(_ theta: UnsafePointer<Double>, into step: UnsafeMutablePointer<Double>) -> Double? {
    let p = width
    let covariance = theta + p
    guard
      let value = likelihood.evaluate(
        mean: theta, covariance: covariance, first: first.pointer, second: second.pointer), value.isFinite
    else { return nil }
    let scale = 1 / likelihood.total
    for a in 0..<p {
      for b in 0...a {
        let entry = covariance[a * (a + 1) / 2 + b]
        full[a * p + b] = entry
        full[b * p + a] = entry
      }
    }
    for a in 0..<p {
      var sum = 0.0
      for b in 0..<p { sum += full[a * p + b] * first[b] }
      step[a] = scale * sum
    }
    // ΣG, then ΣGΣ.
    for a in 0..<p {
      let target = product + a * p
      for b in 0..<p { target[b] = 0 }
      for c in 0..<p {
        let factor = full[a * p + c] * scale
        for b in 0...c { target[b] += factor * second[c * (c + 1) / 2 + b] }
        for b in c + 1..<max(p, c + 1) { target[b] += factor * second[b * (b + 1) / 2 + c] }
      }
    }
    for a in 0..<p {
      let source = product + a * p
      for b in 0...a {
        var sum = -step[a] * step[b]
        let column = full + b * p
        for c in 0..<p { sum += source[c] * column[c] }
        step[p + a * (a + 1) / 2 + b] = sum
      }
    }
    return value
  }

  /// In standard deviations of the estimate.
  private func largest(_ step: UnsafePointer<Double>) -> Double {
    let p = width
    var result = 0.0
    for a in 0..<p {
      let own = estimate[p + a * (a + 1) / 2 + a].squareRoot()
      result = max(result, abs(step[a]) / own)
      for b in 0...a {
        let other = estimate[p + b * (b + 1) / 2 + b].squareRoot()
        result = max(result, abs(step[p + a * (a + 1) / 2 + b]) / (own * other))
      }
    }
    return result.isNaN ? .infinity : result
  }
}
