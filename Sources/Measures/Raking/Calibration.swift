import LinearAlgebra
import Platform
package import Survey

/// Weights w = d·F(x'λ) that reach given totals Σ w·x = T, and differ from d as little as can be (Deville & Särndal 1992,
/// doi:10.1080/01621459.1992.10475217).
///
/// Every row is in one category of each margin; x are the indicators of categories, the first of each margin but one left out,
/// since the others tell it. λ minimises the convex function Σ d·Φ(x'λ) − T'λ with Φ' = F, by Newton's method with steps halved
/// until they descend: for F = exp the fixed point of iterative proportional fitting, in a handful of steps. Where weights have
/// limits F stops at them, row by row, so that nothing is trimmed afterwards.
package struct Calibration: Sendable, Equatable {
  /// What the weights add up to in each category; places of margins follow one another.
  package struct Margin: Sendable, Equatable {
    /// Category of each row.
    package var codes: [Int32]
    /// Totals of weights.
    package var targets: [Double]

    package init(codes: [Int32], targets: [Double]) {
      self.codes = codes
      self.targets = targets
    }
  }

  package let margins: [Margin]
  package let method: RakingSpecification.Method
  /// Limits of w/d; `nil`: none.
  package let bounds: (low: Double, high: Double)?
  /// Limits of w; `nil`: none.
  package let limits: (low: Double, high: Double)?
  /// Where the free parameters of each margin begin; its first category has none, but that of the first margin.
  private let starts: [Int]
  private let order: Int

  /// What came of it.
  package struct Result: Sendable {
    package var weights: [Double]
    package var steps: Int
    /// The largest |achieved − target| over all, as a share of the total.
    package var discrepancy: Double
    package var isConverged: Bool
    /// Rows that stopped at a limit.
    package var stopped: Int
  }

  /// Of the total, at which targets count as reached.
  package static let tolerance = 1e-11
  /// Looser, below which nothing more can be gained by rounding.
  package static let accepted = 1e-8
  static let mostSteps = 200

  package init(
    margins: [Margin], method: RakingSpecification.Method, bounds: (low: Double, high: Double)?,
    limits: (low: Double, high: Double)?
  ) {
    precondition(!margins.isEmpty, "at least one margin")
    self.margins = margins
    self.method = method
    self.bounds = bounds
    self.limits = limits
    var starts: [Int] = []
    var next = 0
    for (k, margin) in margins.enumerated() {
      starts.append(k == 0 ? 0 : next - 1)
      next += margin.targets.count - (k == 0 ? 0 : 1)
    }
    self.starts = starts
    order = next
  }

  package static func == (a: Calibration, b: Calibration) -> Bool {
    a.margins == b.margins && a.method == b.method && a.bounds?.low == b.bounds?.low && a.bounds?.high == b.bounds?.high
      && a.limits?.low == b.limits?.low && a.limits?.high == b.limits?.high
  }

  /// The parameter of a row in a margin; −1 for none.
  @inline(__always) private func place(_ margin: Int, _ code: Int32) -> Int {
    margin > 0 && code == 0 ? -1 : starts[margin] + Int(code)
  }

  /// - Parameter base: d, zero for rows that do not count.
  package func weights(_ base: [Double]) -> Result {
    let total = margins[0].targets.reduce(0, +)
    let sum = base.reduce(0, +)
    // Starting weights are brought to the total first, which changes no ratio between them.
    let scale = sum > 0 ? total / sum : 1
    let d = base.map { $0 * scale }
    var lambda = [Double](repeating: 0, count: order)
    var state = evaluate(lambda, d)
    var steps = 0
    while steps < Self.mostSteps, state.discrepancy > Self.tolerance * total {
      let direction = Self.solve(state.hessian, state.gradient)
      let slope = zip(direction, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var length = 1.0
      var accepted: State?
      for _ in 0..<40 {
        let next = evaluate(zip(lambda, direction).map { $0 - length * $1 }, d)
        if next.value <= state.value - 1e-4 * length * slope || next.discrepancy < 0.5 * state.discrepancy {
          accepted = next
          break
        }
        length /= 2
      }
      guard let accepted, accepted.discrepancy.isFinite else { break }
      lambda = zip(lambda, direction).map { $0 - length * $1 }
      let isStuck = accepted.discrepancy >= state.discrepancy * (1 - 1e-12) && accepted.value >= state.value
      state = accepted
      steps += 1
      if isStuck { break }
    }
    let share = total > 0 ? state.discrepancy / total : .infinity
    return Result(
      weights: state.weights, steps: steps, discrepancy: share, isConverged: share <= Self.accepted,
      stopped: state.stopped)
  }

  private struct State {
    var weights: [Double]
    /// Of the function that is minimised.
    var value: Double
    var gradient: [Double]
    var hessian: SymmetricMatrix
    var discrepancy: Double
    var stopped: Int
  }

  private func evaluate(_ lambda: [Double], _ d: [Double]) -> State {
    let (rows, parts) = (d.count, margins.count)
    var state = State(
      weights: [Double](repeating: 0, count: rows), value: 0, gradient: [Double](repeating: 0, count: order),
      hessian: SymmetricMatrix(order: order), discrepancy: 0, stopped: 0)
    var achieved = margins.map { [Double](repeating: 0, count: $0.targets.count) }
    var places = [Int](repeating: 0, count: parts)
    for i in 0..<rows where d[i] > 0 {
      var u = 0.0
      for k in 0..<parts {
        places[k] = place(k, margins[k].codes[i])
        if places[k] >= 0 { u += lambda[places[k]] }
      }
      let (value, factor, slope, isStopped) = distance(u, d[i])
      let weight = d[i] * factor
      state.weights[i] = weight
      state.value += d[i] * value
      if isStopped { state.stopped += 1 }
      let curvature = d[i] * slope
      for k in 0..<parts {
        achieved[k][Int(margins[k].codes[i])] += weight
        guard places[k] >= 0 else { continue }
        for l in 0...k where places[l] >= 0 {
          state.hessian[max(places[k], places[l]), min(places[k], places[l])] += curvature
        }
      }
    }
    for k in 0..<parts {
      for (code, target) in margins[k].targets.enumerated() {
        let difference = achieved[k][code] - target
        state.discrepancy = max(state.discrepancy, abs(difference))
        let at = place(k, Int32(code))
        guard at >= 0 else { continue }
        state.gradient[at] = difference
        state.value -= target * lambda[at]
      }
    }
    if !state.value.isFinite { (state.value, state.discrepancy) = (.infinity, .infinity) }
    return state
  }

  /// Φ(u), F(u), F'(u), and whether a limit holds F.
  private func distance(_ u: Double, _ d: Double) -> (value: Double, factor: Double, slope: Double, isStopped: Bool) {
    var (low, high) = (bounds?.low ?? -.infinity, bounds?.high ?? .infinity)
    if let limits {
      low = max(low, limits.low / d)
      high = min(high, limits.high / d)
    }
    switch method {
    case .raking:
      let factor = exp(u)
      if factor < low {
        // Φ is continued as a straight line.
        let at = log(low)
        return (low * (1 + u - at), low, 0, true)
      }
      if factor > high {
        let at = log(high)
        return (high * (1 + u - at), high, 0, true)
      }
      return (factor, factor, factor, false)
    case .linear:
      let factor = 1 + u
      if factor < low { return ((low * low - 1) / 2 + low * (u - low + 1), low, 0, true) }
      if factor > high { return ((high * high - 1) / 2 + high * (u - high + 1), high, 0, true) }
      return (u + u * u / 2, factor, 1, false)
    case .logit:
      // F = (L(U − 1) + U(1 − L)e^{Au})/(U − 1 + (1 − L)e^{Au}), A = (U − L)/((1 − L)(U − 1)).
      let a = (high - low) / ((1 - low) * (high - 1))
      let (left, right) = (high - 1, 1 - low)
      let p = 1 / (1 + left / right * exp(-a * u))
      let factor = low + (high - low) * p
      // ∫F = Lu + (U − L)/A·ln(U − 1 + (1 − L)e^{Au}), written so that nothing overflows.
      let top = max(log(left), log(right) + a * u)
      let integral = top + log(exp(log(left) - top) + exp(log(right) + a * u - top))
      return (low * u + (high - low) / a * integral, factor, (high - low) * a * p * (1 - p), false)
    }
  }

  /// Newton's step, or any other solution of normal equations; a parameter that the others determine stays where it is.
  static func solve(_ hessian: SymmetricMatrix, _ gradient: [Double]) -> [Double] {
    let p = gradient.count
    var scales = (0..<p).map { hessian[$0, $0] > 0 ? 1 / hessian[$0, $0].squareRoot() : 0 }
    var factor = SymmetricMatrix(order: p)
    var forward = [Double](repeating: 0, count: p)
    for i in 0..<p {
      for j in 0...i {
        var sum = hessian[i, j] * scales[i] * scales[j]
        for k in 0..<j { sum -= factor[i, k] * factor[j, k] }
        if i == j {
          if sum > 1e-11 {
            factor[i, i] = sum.squareRoot()
          } else {
            (factor[i, i], scales[i]) = (0, 0)
            for k in 0..<i { factor[i, k] = 0 }
          }
        } else {
          factor[i, j] = factor[j, j] > 0 ? sum / factor[j, j] : 0
        }
      }
      var own = gradient[i] * scales[i]
      for k in 0..<i { own -= factor[i, k] * forward[k] }
      forward[i] = factor[i, i] > 0 ? own / factor[i, i] : 0
    }
    var result = [Double](repeating: 0, count: p)
    for i in stride(from: p - 1, through: 0, by: -1) where factor[i, i] > 0 {
      var own = forward[i]
      for k in i + 1..<max(i + 1, p) { own -= factor[k, i] * result[k] }
      result[i] = own / factor[i, i]
    }
    return zip(result, scales).map { $0 * $1 }
  }
}
