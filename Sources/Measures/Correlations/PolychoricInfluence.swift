import Platform
import Probability

/// What each answer does to a polychoric correlation estimated in two steps: the row's score in ρ less what the thresholds,
/// which it moves too, take of it (Muthén 1984, doi:10.1007/BF02294210; information from cross products of scores, as lavaan).
///
/// ρ̂ − ρ ≈ Σ rows of w·(s(a, b)/N − Σ_c G_c·f_c(a)/N_x − Σ_d G_d·f_d(b)/N_y)/I with I = E s², G_c = E s·s_c, and
/// f_c(a) = (1{a ≤ c} − F_c)/φ(τ_c), what the row does to threshold c. N_x are all that answer x, N those that answer both.
struct PolychoricInfluence {
  /// By cell, by answer to x, and by answer to y: to be multiplied with the row's weight and added.
  let joint: [Double]
  let rows: [Double]
  let columns: [Double]
  private let width: Int

  /// - Parameters:
  ///   - table: row by row.
  ///   - rowMargin, columnMargin: the weight of each answer of all who gave one.
  ///   - rowThresholds, columnThresholds: closed by +∞.
  /// - Returns: `nil` at ±1, or when the scores say nothing.
  init?(
    table: [Double], rowMargin: [Double], columnMargin: [Double], rowThresholds: [Double], columnThresholds: [Double],
    correlation r: Double
  ) {
    guard r.magnitude < 1 else { return nil }
    let (p, q) = (rowThresholds.count, columnThresholds.count)
    let grid = BivariateNormalGrid(rows: rowThresholds, columns: columnThresholds)
    var corners = [Double](repeating: 0, count: 3 * p * q)
    corners.withUnsafeMutableBufferPointer { c in
      let start = c.baseAddress!
      grid.evaluate(
        correlation: r, probability: start, slope: start + p * q, curvature: start + 2 * p * q)
    }
    let total = table.reduce(0, +)
    var score = [Double](repeating: 0, count: p * q)
    var probability = score
    corners.withUnsafeBufferPointer { c in
      let start = c.baseAddress!
      for a in 0..<p {
        for b in 0..<q {
          probability[a * q + b] = max(PolychoricPair.smallest, PolychoricPair.cell(start, a, b, q))
          score[a * q + b] = PolychoricPair.cell(start + p * q, a, b, q) / probability[a * q + b]
        }
      }
    }
    var information = 0.0
    for k in 0..<p * q { information += table[k] / total * score[k] * score[k] }
    guard information > 0, total > 0 else { return nil }

    // G_c: answer c gains what answer c + 1 loses when the threshold rises.
    func cross(
      _ own: [Double], _ other: [Double], _ at: (Int, Int) -> Int
    ) -> [Double] {
      let root = ((1 - r) * (1 + r)).squareRoot()
      return (0..<own.count - 1).map { c in
        var sum = 0.0
        var below = 0.0
        for b in other.indices {
          let upTo = 0.5 * erfc(-(other[b] - r * own[c]) / root * 0.5.squareRoot())
          let moved = PolychoricInfluence.density(own[c]) * (upTo - below)
          below = upTo
          let (gains, loses) = (at(c, b), at(c + 1, b))
          sum += table[gains] / total * score[gains] * moved / probability[gains]
          sum -= table[loses] / total * score[loses] * moved / probability[loses]
        }
        return sum
      }
    }
    let rowCross = cross(rowThresholds, columnThresholds) { $0 * q + $1 }
    let columnCross = cross(columnThresholds, rowThresholds) { $1 * q + $0 }
    joint = score.map { $0 / (information * total) }
    rows = PolychoricInfluence.moved(rowMargin, rowThresholds, rowCross, information)
    columns = PolychoricInfluence.moved(columnMargin, columnThresholds, columnCross, information)
    width = q
  }

  /// −Σ_c G_c·f_c(a)/(I·N) for each answer a.
  private static func moved(
    _ margin: [Double], _ thresholds: [Double], _ cross: [Double], _ information: Double
  ) -> [Double] {
    let influences = thresholdInfluences(margin, thresholds)
    return margin.indices.map { a in
      -zip(cross, influences).reduce(0) { $0 + $1.0 * $1.1[a] } / information
    }
  }

  /// For each threshold c what an answer a does to it: (1{a ≤ c} − F_c)/(φ(τ_c)·N).
  static func thresholdInfluences(_ margin: [Double], _ thresholds: [Double]) -> [[Double]] {
    let total = margin.reduce(0, +)
    var below = 0.0
    return (0..<thresholds.count - 1).map { c in
      below += margin[c]
      let scale = 1 / (density(thresholds[c]) * total)
      return margin.indices.map { a in ((a <= c ? 1 : 0) - below / total) * scale }
    }
  }

  private static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * .pi).squareRoot() }

  @inline(__always)
  func part(_ a: Int32, _ b: Int32) -> Double {
    (a >= 0 && b >= 0 ? joint[Int(a) * width + Int(b)] : 0) + (a >= 0 ? rows[Int(a)] : 0)
      + (b >= 0 ? columns[Int(b)] : 0)
  }
}
