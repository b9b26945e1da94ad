import Platform
import Probability

/// The polychoric correlation of a table of two ratings, by maximum likelihood with the thresholds given (Olsson 1979,
/// doi:10.1007/BF02296207, his two-step method).
///
/// A cell's probability is the normal one between its four thresholds; its derivatives in ρ are densities at these corners,
/// so that Newton's steps cost no more than the likelihood itself. The root of the score is kept between bounds, and a step
/// that leaves them halves the interval instead. Cells without answers add nothing: nothing is put into them. Where empty
/// cells let the likelihood rise towards ±1 it becomes flat long before: the limit itself is then compared with the end of
/// the search.
struct PolychoricPair {
  /// A likelihood that still rises there has its maximum at ±1.
  static let bound = 0.99999
  /// A log-likelihood per answer that is no further than this below its limit at ±1 cannot be told from it.
  static let flatness = 1e-8

  /// The table's thresholds: those of the rows and columns, each closed by +∞.
  private(set) var grid: BivariateNormalGrid

  init(capacity: Int) { grid = BivariateNormalGrid(rowCapacity: capacity, columnCapacity: capacity) }

  mutating func set(rows: UnsafeBufferPointer<Double>, columns: UnsafeBufferPointer<Double>) {
    grid.set(rows: rows, columns: columns)
  }

  /// Numbers to work in for tables of `capacity` × `capacity` cells.
  static func scratchCount(capacity: Int) -> Int { 3 * capacity * capacity }

  /// ρ, ±1 when the likelihood has no maximum inside; NaN when only one answer is given to an item.
  ///
  /// - Parameter table: row by row, the weight of each pair of answers.
  func correlation(
    _ table: UnsafePointer<Double>, start: Double?, scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    guard grid.rows.contains(where: \.isFinite), grid.columns.contains(where: \.isFinite) else { return .nan }
    var r = max(-0.95, min(0.95, start ?? productMoment(table)))
    if r.isNaN { return .nan }
    var (low, high) = (-1.0, 1.0)
    for _ in 0..<200 {
      let at = derivatives(table, r, scratch)
      if at.score > 0 { low = r } else { high = r }
      if low >= PolychoricPair.bound { return 1 }
      if high <= -PolychoricPair.bound { return -1 }
      let step = at.score / (at.curvature < 0 ? -at.curvature : at.information)
      var next = r + step
      if !(next > low && next < high) { next = (low + high) / 2 }
      next = max(-PolychoricPair.bound, min(PolychoricPair.bound, next))
      // Newton's error after a step is of the order of its square.
      let isSettled = abs(next - r) < 1e-8
      r = next
      if isSettled { break }
    }
    return settled(table, r, scratch)
  }

  /// `r`, or ±1 where the likelihood is as high.
  private func settled(
    _ table: UnsafePointer<Double>, _ r: Double, _ scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    // The search ends on the side of the limit that it was rising to; the other one would be a second maximum.
    for limit in r < 0 ? [-1.0, 1.0] : [1.0, -1.0] {
      guard let highest = logLikelihood(table, atLimit: limit) else { continue }
      let (p, q) = (grid.rows.count, grid.columns.count)
      grid.evaluate(
        correlation: r, probability: scratch, slope: scratch + p * q, curvature: scratch + 2 * p * q)
      var (own, total) = (0.0, 0.0)
      for a in 0..<p {
        for b in 0..<q where table[a * q + b] > 0 {
          total += table[a * q + b]
          own += table[a * q + b] * log(max(PolychoricPair.smallest, PolychoricPair.cell(scratch, a, b, q)))
        }
      }
      if highest >= own - PolychoricPair.flatness * total { return limit }
    }
    return r
  }

  /// Σ n·ln π when both ratings are cut from one variable (ρ = 1), or one from the other's negative (ρ = −1): π is then what
  /// two intervals have in common. `nil` when an answer that was given is impossible there.
  private func logLikelihood(_ table: UnsafePointer<Double>, atLimit limit: Double) -> Double? {
    let (p, q) = (grid.rows.count, grid.columns.count)
    var sum = 0.0
    for a in 0..<p {
      for b in 0..<q where table[a * q + b] > 0 {
        let (low, high) = (a > 0 ? grid.rowTails[a - 1] : 0, grid.rowTails[a])
        var (otherLow, otherHigh) = (b > 0 ? grid.columnTails[b - 1] : 0, grid.columnTails[b])
        if limit < 0 { (otherLow, otherHigh) = (1 - otherHigh, 1 - otherLow) }
        let common = min(high, otherHigh) - max(low, otherLow)
        guard common > 1e-12 else { return nil }
        sum += table[a * q + b] * log(common)
      }
    }
    return sum
  }

  /// The score Σ n·π′/π, its derivative Σ n(π″/π − (π′/π)²), and the expected information N·Σ π′²/π.
  private func derivatives(
    _ table: UnsafePointer<Double>, _ r: Double, _ scratch: UnsafeMutablePointer<Double>
  ) -> (score: Double, curvature: Double, information: Double) {
    let (p, q) = (grid.rows.count, grid.columns.count)
    let (value, slope, curve) = (scratch, scratch + p * q, scratch + 2 * p * q)
    grid.evaluate(correlation: r, probability: value, slope: slope, curvature: curve)
    var (score, curvature, information, total) = (0.0, 0.0, 0.0, 0.0)
    for a in 0..<p {
      for b in 0..<q {
        let at = a * q + b
        let d = PolychoricPair.cell(slope, a, b, q)
        let probability = max(PolychoricPair.smallest, PolychoricPair.cell(value, a, b, q))
        let ratio = d / probability
        information += d * ratio
        let count = table[at]
        guard count > 0 else { continue }
        total += count
        score += count * ratio
        curvature += count * (PolychoricPair.cell(curve, a, b, q) / probability - ratio * ratio)
      }
    }
    return (score, curvature, max(total * information, 1e-300))
  }

  /// Probabilities are differences of numbers near one: below that they are rounding.
  static let smallest = 1e-15

  /// The part of a cell in a function of the upper right corners.
  @inline(__always)
  static func cell(_ f: UnsafePointer<Double>, _ a: Int, _ b: Int, _ width: Int) -> Double {
    let at = a * width + b
    var result = f[at]
    if a > 0 { result -= f[at - width] }
    if b > 0 { result -= f[at - 1] }
    if a > 0 && b > 0 { result += f[at - width - 1] }
    return result
  }

  /// Pearson's r of the categories' numbers: where the search begins.
  private func productMoment(_ table: UnsafePointer<Double>) -> Double {
    let (p, q) = (grid.rows.count, grid.columns.count)
    var (w, x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for a in 0..<p {
      for b in 0..<q {
        let count = table[a * q + b]
        let (s, t) = (Double(a), Double(b))
        w += count
        x += count * s
        y += count * t
        xx += count * s * s
        yy += count * t * t
        xy += count * s * t
      }
    }
    let spread = (xx - x * x / w) * (yy - y * y / w)
    return spread > 0 ? (xy - x * y / w) / spread.squareRoot() : 0
  }
}

/// The thresholds between a rating's answers: Φ⁻¹ of the shares of weight below them.
enum Thresholds {
  /// - Parameters:
  ///   - margin: the weight of each answer.
  ///   - thresholds: `count` numbers, the last +∞; an answer that nobody gave lies between two equal ones.
  static func fill(
    margin: UnsafePointer<Double>, count: Int, into thresholds: UnsafeMutablePointer<Double>
  ) {
    var total = 0.0
    for i in 0..<count { total += margin[i] }
    let normal = Normal()
    var below = 0.0
    for i in 0..<count - 1 {
      below += margin[i]
      thresholds[i] =
        below <= 0 ? -.infinity : below >= total ? .infinity : normal.quantile(below / total)
    }
    thresholds[count - 1] = .infinity
  }
}
