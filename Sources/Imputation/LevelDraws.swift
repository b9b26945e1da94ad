import Platform
import Probability

/// Draws from a logit or from proportional odds: coefficients by Newton's method, drawn from the normal distribution about them, then
/// levels by their chances.
///
/// Coefficients have a weak prior, normal with deviation 2 for one standard deviation of the predictor: worth about one respondent
/// for each predictor, as the rows that mice adds (White, Daniel & Royston 2010, doi:10.1016/j.csda.2010.04.005), so that a
/// predictor which tells the levels apart without fail does no harm. One object serves one thread.
final class LevelDraws {
  private let width: Int
  private let stride: Int
  private let information: OwnedBuffer<Double>
  private let sums: OwnedBuffer<Double>
  private let thresholdSums: OwnedBuffer<Double>
  private let score: OwnedBuffer<Double>
  private let step: OwnedBuffer<Double>
  private let coefficients: OwnedBuffer<Double>

  private static let priorPrecision = 0.25
  private static let mostSteps = 25
  private static let tolerance = 1e-6
  private static let longestStep = 4.0

  /// - Parameter levels: the most of any variable drawn by proportional odds.
  init(width: Int, stride: Int, levels: Int) {
    (self.width, self.stride) = (width, stride)
    let order = width + max(1, levels)
    information = OwnedBuffer(repeating: 0, count: order * order)
    sums = OwnedBuffer(repeating: 0, count: width * stride)
    thresholdSums = OwnedBuffer(repeating: 0, count: max(1, levels) * stride)
    score = OwnedBuffer(repeating: 0, count: order)
    step = OwnedBuffer(repeating: 0, count: order)
    coefficients = OwnedBuffer(repeating: 0, count: stride)
  }

  @inline(__always)
  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  // MARK: Logit

  /// Coefficients of a logit, drawn.
  ///
  /// - Parameters:
  ///   - z: the rows of the table.
  ///   - predictors: their columns, the intercept first.
  ///   - start: coefficients by column, from which the search starts and which it leaves at the most likely ones.
  ///   - isOne: whether a row has the level; `nil` for rows that do not count.
  ///   - drawn: by column, overwritten.
  func logit(
    _ z: UnsafePointer<Double>, _ rows: [Int32], predictors: [Int], start: UnsafeMutablePointer<Double>,
    stream: inout RandomStream, into drawn: UnsafeMutablePointer<Double>, _ isOne: (Int32) -> Bool?
  ) {
    let q = predictors.count
    for _ in 0..<Self.mostSteps {
      for k in 0..<width * stride { sums[k] = 0 }
      for k in 0..<stride { coefficients[k] = 0 }
      for row in rows {
        guard let isOne = isOne(row) else { continue }
        let x = z + Int(row) * stride
        let p = Self.logistic(RowProducts.dot(x, start, stride: stride))
        let residual = (isOne ? 1 : 0) - p
        for k in 0..<width { coefficients[k] += residual * x[k] }
        RowProducts.add(max(p * (1 - p), 1e-12), x, width: width, stride: stride, to: sums.pointer)
      }
      for (a, column) in predictors.enumerated() {
        score[a] = coefficients[column]
        for b in 0...a { information[a * q + b] = sums[column * stride + predictors[b]] }
        if column > 0 {
          information[a * q + a] += Self.priorPrecision
          score[a] -= Self.priorPrecision * start[column]
        }
        step[a] = score[a]
      }
      let factor = SkippingFactor(l: information.pointer, order: q)
      _ = factor.factor()
      factor.solveLower(step.pointer)
      factor.solveUpper(step.pointer)
      let change = shorten(q)
      for (a, column) in predictors.enumerated() { start[column] += step[a] }
      if change < Self.tolerance { break }
    }
    for a in 0..<q { step[a] = stream.normal() }
    SkippingFactor(l: information.pointer, order: q).solveUpper(step.pointer)
    for k in 0..<stride { drawn[k] = 0 }
    for (a, column) in predictors.enumerated() { drawn[column] = start[column] + step[a] }
  }

  /// Whether a row gets the level, by the coefficients drawn.
  @inline(__always)
  func isOne(
    _ row: UnsafePointer<Double>, _ drawn: UnsafePointer<Double>, stream: inout RandomStream
  ) -> Bool {
    stream.uniform() < Self.logistic(RowProducts.dot(row, drawn, stride: stride))
  }

  /// Cuts a step that is too long; gives how long it was.
  private func shorten(_ count: Int) -> Double {
    var longest = 0.0
    for a in 0..<count { longest = max(longest, abs(step[a])) }
    if longest > Self.longestStep { for a in 0..<count { step[a] *= Self.longestStep / longest } }
    return longest
  }

  // MARK: Proportional odds

  /// Thresholds and coefficients of P(y ≤ k) = 1/(1 + exp(−(θ_k − x′b))), drawn.
  ///
  /// - Parameters:
  ///   - predictors: their columns, without the intercept.
  ///   - start: coefficients by column, then, behind `stride`, thresholds; NaN in the first of these to start from the shares.
  ///   - level: of each row that counts.
  ///   - drawn: as `start`.
  func proportionalOdds(
    _ z: UnsafePointer<Double>, _ rows: [Int32], levels: Int, predictors: [Int],
    start: UnsafeMutablePointer<Double>, stream: inout RandomStream, into drawn: UnsafeMutablePointer<Double>,
    _ level: (Int32) -> Int
  ) {
    let cuts = levels - 1
    let order = cuts + predictors.count
    let theta = start + stride
    if theta[0].isNaN { startThresholds(rows, levels, theta, level) }
    for _ in 0..<Self.mostSteps {
      accumulate(z, rows, cuts, start, theta, level)
      assemble(cuts, predictors, start)
      for a in 0..<order { step[a] = score[a] }
      let factor = SkippingFactor(l: information.pointer, order: order)
      _ = factor.factor()
      factor.solveLower(step.pointer)
      factor.solveUpper(step.pointer)
      let change = shorten(order)
      // Thresholds stay in order.
      var part = 1.0
      for k in 1..<max(1, cuts) {
        let gap = theta[k] - theta[k - 1]
        while gap + part * (step[k] - step[k - 1]) < 0.1 * gap, part > 1e-6 { part /= 2 }
      }
      for k in 0..<cuts { theta[k] += part * step[k] }
      for (a, column) in predictors.enumerated() { start[column] += part * step[cuts + a] }
      if change < Self.tolerance { break }
    }
    for a in 0..<order { step[a] = stream.normal() }
    SkippingFactor(l: information.pointer, order: order).solveUpper(step.pointer)
    for k in 0..<stride { drawn[k] = 0 }
    for (a, column) in predictors.enumerated() { drawn[column] = start[column] + step[cuts + a] }
    for k in 0..<cuts {
      drawn[stride + k] = theta[k] + step[k]
      if k > 0 { drawn[stride + k] = max(drawn[stride + k], drawn[stride + k - 1]) }
    }
  }

  /// The level of a row, by the thresholds and coefficients drawn.
  @inline(__always)
  func level(
    _ row: UnsafePointer<Double>, _ drawn: UnsafePointer<Double>, levels: Int, stream: inout RandomStream
  ) -> Int {
    let eta = RowProducts.dot(row, drawn, stride: stride)
    let u = stream.uniform()
    var k = 0
    while k < levels - 1, Self.logistic(drawn[stride + k] - eta) < u { k += 1 }
    return k
  }

  private func startThresholds(
    _ rows: [Int32], _ levels: Int, _ theta: UnsafeMutablePointer<Double>, _ level: (Int32) -> Int
  ) {
    for k in 0..<levels { score[k] = 0.5 }
    for row in rows { score[level(row)] += 1 }
    var (sum, total) = (0.0, 0.0)
    for k in 0..<levels { total += score[k] }
    for k in 0..<levels - 1 {
      sum += score[k]
      theta[k] = log(sum / (total - sum))
    }
  }

  /// Scores and the observed information: of the predictors in `sums` and `coefficients`, of thresholds in `information`, of both in
  /// `thresholdSums`.
  private func accumulate(
    _ z: UnsafePointer<Double>, _ rows: [Int32], _ cuts: Int, _ b: UnsafePointer<Double>,
    _ theta: UnsafePointer<Double>, _ level: (Int32) -> Int
  ) {
    for k in 0..<width * stride { sums[k] = 0 }
    for k in 0..<max(1, cuts) * stride { thresholdSums[k] = 0 }
    for k in 0..<stride { coefficients[k] = 0 }
    for k in 0..<cuts { score[k] = 0 }
    for k in 0..<cuts * cuts { information[k] = 0 }
    for row in rows {
      let x = z + Int(row) * stride
      let eta = RowProducts.dot(x, b, stride: stride)
      let y = level(row)
      // log P = log(F(a) − F(b)), a the threshold above and b the one below.
      let upper = y < cuts ? Self.logistic(theta[y] - eta) : 1
      let lower = y > 0 ? Self.logistic(theta[y - 1] - eta) : 0
      let p = max(upper - lower, 1e-12)
      let (fa, fb) = (upper * (1 - upper), lower * (1 - lower))
      let (ga, gb) = (fa / p, fb / p)
      let haa = fa * (1 - 2 * upper) / p - ga * ga
      let hbb = -fb * (1 - 2 * lower) / p - gb * gb
      let hab = ga * gb
      let gradient = gb - ga
      for k in 0..<width { coefficients[k] += gradient * x[k] }
      RowProducts.add(max(-(haa + hbb + 2 * hab), 1e-12), x, width: width, stride: stride, to: sums.pointer)
      if y < cuts {
        score[y] += ga
        information[y * cuts + y] -= haa
        let target = thresholdSums + y * stride
        for k in 0..<width { target[k] += (haa + hab) * x[k] }
      }
      if y > 0 {
        score[y - 1] -= gb
        information[(y - 1) * cuts + y - 1] -= hbb
        let target = thresholdSums + (y - 1) * stride
        for k in 0..<width { target[k] += (hbb + hab) * x[k] }
      }
      if y > 0, y < cuts { information[y * cuts + y - 1] -= hab }
    }
  }

  /// Puts the parts of the information into one lower triangle, rows of all parameters, and adds the prior.
  private func assemble(_ cuts: Int, _ predictors: [Int], _ b: UnsafePointer<Double>) {
    let order = cuts + predictors.count
    // From the last row, as the triangle of thresholds stands in the same memory, rows of `cuts`.
    for a in predictors.indices.reversed() {
      let column = predictors[a]
      let row = information + (cuts + a) * order
      for c in 0...a { row[cuts + c] = sums[column * stride + predictors[c]] }
      row[cuts + a] += Self.priorPrecision
      score[cuts + a] = coefficients[column] - Self.priorPrecision * b[column]
    }
    for k in (0..<cuts).reversed() {
      for l in (0...k).reversed() { information[k * order + l] = information[k * cuts + l] }
    }
    for a in predictors.indices {
      let row = information + (cuts + a) * order
      for k in 0..<cuts { row[k] = thresholdSums[k * stride + predictors[a]] }
    }
  }
}
