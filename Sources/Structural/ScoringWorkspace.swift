import LinearAlgebra
import Optimization
import Platform

/// The search without constraints, in buffers that stay: one sample after the other, nothing is allocated after `init`.
///
/// Steps solve the expected information against the slopes; where the model does not hold the information is not the second
/// derivative, and near the end BFGS updates of it take over.
final class ScoringWorkspace {
  private let count: Int
  private let slopes: OwnedBuffer<Double>
  private let before: OwnedBuffer<Double>
  private let step: OwnedBuffer<Double>
  private let trial: OwnedBuffer<Double>
  private let carried: OwnedBuffer<Double>
  private let curvature: OwnedBuffer<Double>
  private let ridged: OwnedBuffer<Double>
  private let factor: OwnedBuffer<Double>

  init(count: Int) {
    self.count = count
    let room = max(1, count)
    slopes = OwnedBuffer(repeating: 0, count: room)
    before = OwnedBuffer(repeating: 0, count: room)
    step = OwnedBuffer(repeating: 0, count: room)
    trial = OwnedBuffer(repeating: 0, count: room)
    carried = OwnedBuffer(repeating: 0, count: room)
    curvature = OwnedBuffer(repeating: 0, count: room * (room + 1) / 2)
    ridged = OwnedBuffer(repeating: 0, count: room * (room + 1) / 2)
    factor = OwnedBuffer(repeating: 0, count: room * (room + 1) / 2)
  }

  /// From `point`, which is overwritten by the place of the minimum; the problem stands there afterwards.
  ///
  /// - Parameters:
  ///   - known: the second derivative where the search begins, packed, of one whose end is known to be near: it is corrected
  ///     by what steps show and not made anew, and the last step is taken without looking.
  ///   - positive: what no step may take more than nine tenths of the way to zero.
  func minimise(
    _ problem: StructuralProblem, from point: UnsafeMutablePointer<Double>, limit: Int, tolerance: Double,
    known: [Double]? = nil, positive: [Int] = []
  ) -> Convergence {
    var value = problem.value(at: point)
    var story = Convergence(start: value, end: value, iterations: 0, evaluations: 1, gradientNorm: 0, reason: .failed)
    guard value.isFinite else { return story }
    var gain = Double.infinity
    var length = 0.0
    while true {
      problem.slopes(into: slopes.pointer)
      story.gradientNorm = 0
      for k in 0..<count { story.gradientNorm = max(story.gradientNorm, abs(slopes[k])) }
      if let known, story.iterations == 0 {
        known.withUnsafeBufferPointer { curvature.update(from: $0.baseAddress!, count: $0.count) }
      } else if known == nil && gain >= ScoringSearch.near || !update(length) {
        // `step` still holds the last one.
        problem.information(into: curvature.pointer)
      }
      solve()
      gain = 0
      for k in 0..<count { gain -= step[k] * slopes[k] }
      if abs(gain) <= tolerance {
        story.reason = .gradient
        if known != nil { for k in 0..<count { point[k] += step[k] } }
        break
      }
      if story.iterations == limit {
        story.reason = .iterations
        break
      }
      let most = positive.reduce(1) { step[$1] < 0 ? min($0, -0.9 * point[$1] / step[$1]) : $0 }
      guard let (own, next) = shorten(problem, point, value, gain, most, &story) else {
        story.reason = abs(gain) <= 1e-11 ? .precision : .failed
        break
      }
      length = own
      for k in 0..<count {
        point[k] += length * step[k]
        before[k] = slopes[k]
      }
      value = next
      story.iterations += 1
    }
    story.end = problem.value(at: point)
    return story
  }

  /// Takes up what the last step has shown; `false` where it says nothing that can be used.
  private func update(_ length: Double) -> Bool {
    guard length > 0 else { return false }
    for i in 0..<count { carried[i] = 0 }
    for i in 0..<count {
      let row = i * (i + 1) / 2
      for j in 0...i {
        let value = curvature[row + j]
        carried[i] += value * length * step[j]
        if i != j { carried[j] += value * length * step[i] }
      }
    }
    var (own, seen) = (0.0, 0.0)
    for i in 0..<count {
      own += length * step[i] * carried[i]
      seen += length * step[i] * (slopes[i] - before[i])
    }
    guard own > 0, seen > 0.1 * own else { return false }
    for i in 0..<count {
      let row = i * (i + 1) / 2
      let turned = (slopes[i] - before[i]) / seen
      let lost = carried[i] / own
      for j in 0...i { curvature[row + j] += turned * (slopes[j] - before[j]) - lost * carried[j] }
    }
    return true
  }

  /// The step: −(A + ridge)⁻¹·slopes, with as large a ridge as a factor needs.
  private func solve() {
    var ridge = 0.0
    ridged.update(from: curvature.pointer, count: count * (count + 1) / 2)
    while (try? PackedCholesky.factor(ridged.pointer, order: count, tolerance: 1e-11, into: factor.pointer)) == nil,
      ridge < 1e8
    {
      ridge = ridge == 0 ? 1e-7 : ridge * 10
      for i in 0..<count {
        let at = i * (i + 1) / 2 + i
        ridged[at] = abs(curvature[at]) * (1 + ridge) + ridge * 1e-6
      }
    }
    for k in 0..<count { step[k] = -slopes[k] }
    guard ridge < 1e8 else { return }
    PackedCholesky.solveLower(factor.pointer, order: count, step.pointer)
    PackedCholesky.solveUpper(factor.pointer, order: count, step.pointer)
  }

  /// The part of the step that makes F smaller.
  private func shorten(
    _ problem: StructuralProblem, _ point: UnsafePointer<Double>, _ value: Double, _ gain: Double,
    _ most: Double, _ story: inout Convergence
  ) -> (length: Double, value: Double)? {
    var length = most
    let noise = 1e-13 * max(1, abs(value))
    for _ in 0..<40 {
      for k in 0..<count { trial[k] = point[k] + length * step[k] }
      let next = problem.value(at: trial.pointer)
      story.evaluations += 1
      if next.isFinite, next <= value - 2e-4 * length * abs(gain) + noise { return (length, next) }
      length /= 2
    }
    _ = problem.value(at: point)
    return nil
  }
}
