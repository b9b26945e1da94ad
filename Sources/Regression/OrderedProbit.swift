import LinearAlgebra
package import Measures
package import Platform
import Probability
package import Resampling

/// Probit of ordered answers by maximum likelihood, again and again for other weights of the rows without allocating.
///
///     P(y ≤ k) = Φ(τₖ − Σ βⱼ·xⱼ),    τ₁ < τ₂ < …
///
/// which for two answers is the probit of the upper one (McCullagh 1980; the log-likelihood is concave in all parameters, Pratt 1981,
/// doi:10.1080/01621459.1981.10477613). Newton's method with halved steps; predictors are centred and scaled while it works.
/// Precision or sampling weights multiply each row's log-likelihood.
package struct OrderedProbit: Sendable {
  /// The answers, ascending.
  package let answers: [Double]
  /// Columns of the frame.
  package let predictors: [Int]
  private let answerOfRow: [Int32]
  private let rowCount: Int
  private let centres: [Double]
  private let scales: [Double]

  /// Answers up to which each has a threshold of its own.
  package static let mostAnswers = 20

  /// - Precondition: complete rows, an outcome of two to `mostAnswers` answers, and predictors that vary.
  package init(_ frame: ModelFrame, outcome: Int, predictors: [Int]) {
    let n = frame.rowCount
    func column(_ j: Int) -> ArraySlice<Double> { frame.values[j * n..<(j + 1) * n] }
    let answers = Set(column(outcome)).sorted()
    precondition((2...Self.mostAnswers).contains(answers.count), "a threshold between each two answers")
    let places = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, Int32($0)) })
    answerOfRow = column(outcome).map { places[$0] ?? 0 }
    (self.answers, self.predictors, rowCount) = (answers, predictors, n)
    centres = predictors.map { column($0).reduce(0, +) / Double(n) }
    scales = zip(predictors, centres).map { j, centre in
      (column(j).reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(n)).squareRoot()
    }
  }

  package var thresholdCount: Int { answers.count - 1 }
  /// Thresholds, then coefficients.
  package var order: Int { thresholdCount + predictors.count }

  /// What one thread works in.
  package final class Workspace {
    /// Thresholds, then coefficients, in units of the predictors once a fit is found.
    package let parameters: OwnedBuffer<Double>
    fileprivate let current: OwnedBuffer<Double>
    fileprivate let trial: OwnedBuffer<Double>
    fileprivate let score: OwnedBuffer<Double>
    fileprivate let information: OwnedBuffer<Double>
    fileprivate let row: OwnedBuffer<Double>
    /// Mean weight of the rows: what is small is so beside it, whatever weights are counted in.
    fileprivate var scale = 1.0

    package init(_ probit: OrderedProbit) {
      let order = probit.order
      parameters = OwnedBuffer(repeating: 0, count: order)
      current = OwnedBuffer(repeating: 0, count: order)
      trial = OwnedBuffer(repeating: 0, count: order)
      score = OwnedBuffer(repeating: 0, count: order)
      information = OwnedBuffer(repeating: 0, count: order * (order + 1) / 2)
      row = OwnedBuffer(repeating: 0, count: max(1, probit.predictors.count))
    }
  }

  private static let mostSteps = 40
  private static let mostHalvings = 30
  /// Per standard deviation of the predictor: with more of it nothing of an answer is left to chance.
  private static let largestCoefficient = 10.0

  /// Finds the parameters for these weights.
  ///
  /// - Parameters:
  ///   - values: the frame's, column by column.
  ///   - weights: of the rows.
  /// - Returns: `modelNotFound` where an answer is lacking, or predictors tell answers apart without fail, so that there is no maximum.
  package func fit(
    _ w: Workspace, values: UnsafePointer<Double>, weights: UnsafePointer<Double>
  ) -> ReplicateFailure? {
    guard setOut(w, weights) else { return .modelNotFound }
    var likelihood = evaluate(w, w.current.pointer, values, weights, withSlopes: true)
    for _ in 0..<Self.mostSteps {
      guard likelihood.isFinite else { return .modelNotFound }
      let matrix = w.information.pointer
      guard (try? PackedCholesky.factor(matrix, order: order, tolerance: 1e-11, into: matrix)) != nil else {
        return .modelNotFound
      }
      PackedCholesky.solveLower(matrix, order: order, w.score.pointer)
      var decrement = 0.0
      for k in 0..<order { decrement += w.score[k] * w.score[k] }
      PackedCholesky.solveUpper(matrix, order: order, w.score.pointer)
      // So near, a whole step is right though the likelihood has no digits left to say so; the last one squares the error once more.
      let isNear = decrement < 1e-6 * w.scale
      let isLast = decrement < 1e-14 * w.scale
      var size = 1.0
      var next = -Double.infinity
      for _ in 0..<Self.mostHalvings {
        for k in 0..<order { w.trial[k] = w.current[k] + size * w.score[k] }
        next = evaluate(w, w.trial.pointer, values, weights, withSlopes: false)
        if isNear || next > likelihood { break }
        size /= 2
      }
      w.current.update(from: w.trial.pointer, count: order)
      // Answers that all are certain say the same of several predictors together.
      if isLast { return next > -1e-4 * w.scale ? .modelNotFound : settle(w) }
      guard isNear || next > likelihood else { return .modelNotFound }
      likelihood = evaluate(w, w.current.pointer, values, weights, withSlopes: true)
    }
    return .modelNotFound
  }

  /// Thresholds of the answers alone; false where an answer is lacking.
  private func setOut(_ w: Workspace, _ weights: UnsafePointer<Double>) -> Bool {
    var all = 0.0
    for k in 0..<thresholdCount { w.current[k] = 0 }
    for i in 0..<rowCount {
      all += weights[i]
      for k in Int(answerOfRow[i])..<max(thresholdCount, Int(answerOfRow[i])) { w.current[k] += weights[i] }
    }
    w.scale = all / Double(rowCount)
    var last = 0.0
    for k in 0..<thresholdCount {
      let share = w.current[k] / all
      guard share > last, share < 1 else { return false }
      last = share
      w.current[k] = Normal().quantile(share)
    }
    for k in thresholdCount..<order { w.current[k] = 0 }
    return true
  }

  /// Takes the parameters to the predictors' own units.
  private func settle(_ w: Workspace) -> ReplicateFailure? {
    var shift = 0.0
    for j in predictors.indices {
      // Where answers are told apart without fail the likelihood rises for ever, and only its flatness ends the search.
      guard abs(w.current[thresholdCount + j]) < Self.largestCoefficient else { return .modelNotFound }
      let b = w.current[thresholdCount + j] / scales[j]
      w.parameters[thresholdCount + j] = b
      shift += b * centres[j]
    }
    for k in 0..<thresholdCount { w.parameters[k] = w.current[k] + shift }
    return nil
  }

  /// The log-likelihood, −∞ where thresholds are out of order; with slopes its gradient and the negative of its Hessian as well.
  private func evaluate(
    _ w: Workspace, _ parameters: UnsafePointer<Double>, _ values: UnsafePointer<Double>,
    _ weights: UnsafePointer<Double>, withSlopes: Bool
  ) -> Double {
    for k in 1..<max(1, thresholdCount) where !(parameters[k] > parameters[k - 1]) { return -.infinity }
    if withSlopes {
      for k in 0..<order { w.score[k] = 0 }
      for k in 0..<order * (order + 1) / 2 { w.information[k] = 0 }
    }
    var sum = 0.0
    for i in 0..<rowCount where weights[i] > 0 {
      var eta = 0.0
      for j in predictors.indices {
        let x = (values[predictors[j] * rowCount + i] - centres[j]) / scales[j]
        w.row[j] = x
        eta += parameters[thresholdCount + j] * x
      }
      let answer = Int(answerOfRow[i])
      let high = answer < thresholdCount ? parameters[answer] - eta : Double.infinity
      let low = answer > 0 ? parameters[answer - 1] - eta : -Double.infinity
      let chance = Self.between(low, high)
      guard chance > 0 else { return -.infinity }
      sum += weights[i] * log(chance)
      if withSlopes { add(w, answer, low, high, chance, weight: weights[i]) }
    }
    return sum
  }

  /// Φ(high) − Φ(low) in the tail where it loses no digits.
  private static func between(_ low: Double, _ high: Double) -> Double {
    let normal = Normal()
    return low > 0
      ? normal.upperTail(low) - (high.isFinite ? normal.upperTail(high) : 0)
      : (high.isFinite ? normal.lowerTail(high) : 1) - (low.isFinite ? normal.lowerTail(low) : 0)
  }

  private static func density(_ z: Double) -> Double { z.isFinite ? exp(-z * z / 2) / (2 * Double.pi).squareRoot() : 0 }

  /// One row's part of gradient and information: the row moves its two thresholds by themselves, and both by its predictors.
  private func add(
    _ w: Workspace, _ answer: Int, _ low: Double, _ high: Double, _ chance: Double, weight: Double
  ) {
    let up = Self.density(high) / chance
    let down = -Self.density(low) / chance
    let upper = (high.isFinite ? high * up : 0) + up * up
    let lower = (low.isFinite ? low * down : 0) + down * down
    let both = up * down
    let (a, b) = (answer, answer - 1)
    func entry(_ i: Int, _ j: Int) -> Int { SymmetricMatrix.position(i, j) }
    if a < thresholdCount {
      w.score[a] += weight * up
      w.information[entry(a, a)] += weight * upper
    }
    if b >= 0 {
      w.score[b] += weight * down
      w.information[entry(b, b)] += weight * lower
    }
    if a < thresholdCount, b >= 0 { w.information[entry(a, b)] += weight * both }
    let whole = upper + lower + 2 * both
    for j in predictors.indices {
      let x = w.row[j]
      let place = thresholdCount + j
      w.score[place] -= weight * (up + down) * x
      if a < thresholdCount { w.information[entry(place, a)] -= weight * (upper + both) * x }
      if b >= 0 { w.information[entry(place, b)] -= weight * (lower + both) * x }
      for k in 0...j { w.information[entry(place, thresholdCount + k)] += weight * whole * x * w.row[k] }
    }
  }
}
