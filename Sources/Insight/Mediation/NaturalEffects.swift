import LinearAlgebra
import Measures
import Platform
import Probability
import Regression
import Resampling
import Survey

/// Natural direct and indirect effects of drivers on the chances of answers, where the outcome is ordered and mediators are numbers.
///
/// Each mediator is M = α + a·X + covariates + u, the outcome a probit with P(Y ≥ k) = Φ(c′·X + b·M + covariates − τₖ), the u are
/// jointly normal. Averaged over u, for a driver at x while the mediators are what they would be with it at x′,
///
///     P(Y(x, M(x′)) ≥ k) = Φ((c′·x + b·(α + a·x′) + covariates − τₖ)/√(1 + b′Σb))
///
/// (mediation formula, Imai, Keele & Tingley 2010, doi:10.1037/a0020761; Pearl 2001; the closed form of probit and normal as in
/// VanderWeele 2015, chapter 2). Between two values of the driver, indirect = P(x₁, M(x₁)) − P(x₁, M(x₀)), direct =
/// P(x₁, M(x₀)) − P(x₀, M(x₀)), each the mean over respondents with their own other drivers and covariates; both add up to the total.
/// Causal only where nothing left out moves two of driver, mediator and outcome, and driver and mediator do not interact.
struct NaturalEffects: ReplicateMap {
  /// Two values of a driver that are compared, for everybody.
  struct Contrast: Sendable {
    /// The column's term.
    var name: String
    /// The driver's columns: of categories all of them.
    var columns: [Int]
    /// What the columns are set to.
    var from: [Double]
    var to: [Double]
    var isCategory: Bool
  }

  /// What is told, in the order of a replicate's numbers.
  enum Quantity: Int, CaseIterable { case indirect, direct, total, share }

  let frame: ModelFrame
  let probit: OrderedProbit
  let mediators: [Int]
  let contrasts: [Contrast]
  /// Predictors of the mediators: covariates and drivers.
  private let predictors: [Int]
  /// By contrast, where its columns stand among the predictors.
  private let places: [[Int]]

  init(_ frame: ModelFrame, outcome: Int, mediators: [Int], contrasts: [Contrast], predictors: [Int]) {
    self.frame = frame
    self.mediators = mediators
    self.contrasts = contrasts
    self.predictors = predictors
    places = contrasts.map { $0.columns.map { column in predictors.firstIndex(of: column) ?? 0 } }
    probit = OrderedProbit(frame, outcome: outcome, predictors: predictors + mediators)
  }

  /// For each contrast and threshold: the answer at and above it.
  var width: Int { contrasts.count * probit.thresholdCount * Quantity.allCases.count }
  func column(_ contrast: Int, threshold: Int, _ quantity: Quantity) -> Int {
    (contrast * probit.thresholdCount + threshold) * Quantity.allCases.count + quantity.rawValue
  }

  final class Workspace {
    fileprivate let drawn: ReplicateMoments?
    fileprivate let solvers: [CoefficientSolver]
    fileprivate let coefficients: OwnedBuffer<Double>
    /// Of each predictor: past the mediators, and through them.
    fileprivate let direct: OwnedBuffer<Double>
    fileprivate let through: OwnedBuffer<Double>
    fileprivate let base: OwnedBuffer<Double>
    let probit: OrderedProbit.Workspace

    init(_ effects: NaturalEffects, _ drawn: ReplicateMoments? = nil) {
      self.drawn = drawn
      solvers = effects.mediators.map { CoefficientSolver(predictors: effects.predictors, outcome: $0) }
      let width = effects.predictors.count
      coefficients = OwnedBuffer(repeating: 0, count: effects.mediators.count * (width + 1))
      direct = OwnedBuffer(repeating: 0, count: max(1, width))
      through = OwnedBuffer(repeating: 0, count: max(1, width))
      base = OwnedBuffer(repeating: 0, count: max(1, effects.frame.rowCount))
      probit = OrderedProbit.Workspace(effects.probit)
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    guard let drawn = workspace.drawn, let weights = drawn.weights.baseAddress else { return .modelNotFound }
    return fill(workspace, scatter: drawn.scatter, means: drawn.means, weights: weights, into: row)
  }

  /// Every number, from the rows with these weights and their moments.
  func fill(
    _ w: Workspace, scatter: UnsafePointer<Double>, means: UnsafePointer<Double>, weights: UnsafePointer<Double>,
    into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    frame.values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return .modelNotFound }
      if let failure = probit.fit(w.probit, values: values, weights: weights) { return failure }
      var all = 0.0
      for i in 0..<frame.rowCount { all += weights[i] }
      let deviation = reduce(w, scatter, means, all: all)
      guard deviation.isFinite else { return .modelNotFound }
      let constant = intercept(w)
      for i in 0..<frame.rowCount {
        var eta = constant
        for (k, j) in predictors.enumerated() {
          eta += (w.direct[k] + w.through[k]) * values[j * frame.rowCount + i]
        }
        w.base[i] = eta
      }
      for c in contrasts.indices {
        for t in 0..<probit.thresholdCount { tell(w, c, t, values, weights, all, deviation, into: row) }
      }
      return nil
    }
  }

  private func slope(_ w: Workspace, _ m: Int) -> Double {
    w.probit.parameters[probit.thresholdCount + predictors.count + m]
  }

  /// Σ b·α.
  private func intercept(_ w: Workspace) -> Double {
    var sum = 0.0
    for m in mediators.indices { sum += slope(w, m) * w.coefficients[m * (predictors.count + 1)] }
    return sum
  }

  /// Fits the mediators; returns √(1 + b′Σb), Σ with the degrees of freedom of a regression.
  private func reduce(
    _ w: Workspace, _ scatter: UnsafePointer<Double>, _ means: UnsafePointer<Double>, all: Double
  ) -> Double {
    let width = predictors.count
    for k in 0..<width {
      w.direct[k] = w.probit.parameters[probit.thresholdCount + k]
      w.through[k] = 0
    }
    for (m, solver) in w.solvers.enumerated() {
      let own = UnsafeMutableBufferPointer(rebasing: w.coefficients.values[m * (width + 1)..<(m + 1) * (width + 1)])
      solver.solve(scatter: scatter, means: means, into: own)
      for k in 0..<width { w.through[k] += slope(w, m) * own[k + 1] }
    }
    func entry(_ a: Int, _ b: Int) -> Double { scatter[SymmetricMatrix.position(max(a, b), min(a, b))] }
    var variance = 0.0
    for (m, one) in mediators.enumerated() {
      for (l, other) in mediators.enumerated() {
        var left = entry(one, other)
        for (k, j) in predictors.enumerated() { left -= w.coefficients[m * (width + 1) + 1 + k] * entry(j, other) }
        variance += slope(w, m) * slope(w, l) * left
      }
    }
    let n = frame.weightsKind == .frequency ? all : Double(frame.rowCount)
    return (1 + variance / all * n / max(1, n - Double(width + 1))).squareRoot()
  }

  /// The means over respondents of one contrast at one threshold.
  private func tell(
    _ w: Workspace, _ c: Int, _ t: Int, _ values: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
    _ all: Double, _ deviation: Double, into row: UnsafeMutableBufferPointer<Double>
  ) {
    let contrast = contrasts[c]
    let normal = Normal()
    let threshold = w.probit.parameters[t]
    var (low, mixed, high) = (0.0, 0.0, 0.0)
    for i in 0..<frame.rowCount where weights[i] > 0 {
      var without = w.base[i] - threshold
      var (direct, through) = (0.0, 0.0)
      for (place, k) in places[c].enumerated() {
        let (from, to) = (contrast.from[place], contrast.to[place])
        without += (w.direct[k] + w.through[k]) * (from - values[contrast.columns[place] * frame.rowCount + i])
        direct += w.direct[k] * (to - from)
        through += w.through[k] * (to - from)
      }
      low += weights[i] * normal.lowerTail(without / deviation)
      mixed += weights[i] * normal.lowerTail((without + direct) / deviation)
      high += weights[i] * normal.lowerTail((without + direct + through) / deviation)
    }
    row[column(c, threshold: t, .indirect)] = (high - mixed) / all
    row[column(c, threshold: t, .direct)] = (mixed - low) / all
    row[column(c, threshold: t, .total)] = (high - low) / all
    row[column(c, threshold: t, .share)] = (high - mixed) / (high - low)
  }
}
