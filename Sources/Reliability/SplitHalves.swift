public import LinearAlgebra
import Probability

/// The reliabilities that halving the items in all ways gives: each is 4·cov(A, B)/var(A + B) of standardised items (Guttman's
/// formula, which needs no equal halves; of an odd number of items one half has one more).
///
/// The best is λ₄, a lower bound of reliability that grows with chance in small samples; the mean over all splits into equal
/// halves is the standardised α (Cronbach 1951).
public struct SplitHalves: Sendable, Equatable {
  /// λ₄: the largest reliability that a split gives.
  public var best: Double
  /// Over the splits.
  public var mean: Double
  /// The smallest: Revelle's β.
  public var worst: Double
  /// Splits that were tried.
  public var count: Int
  /// Whether they are all there are.
  public var isExact: Bool

  /// Above it splits are drawn at random and improved by exchanges.
  public static let exactLimit = 16
  private static let draws = 2000

  /// - Precondition: a correlation matrix of at least two items.
  public init(correlation: SymmetricMatrix, seed: UInt64 = 1) {
    let k = correlation.order
    precondition(k >= 2, "at least two items")
    let total = ScaleCoefficients.total(correlation)
    if k <= SplitHalves.exactLimit {
      self = SplitHalves.all(correlation, total)
    } else {
      self = SplitHalves.drawn(correlation, total, seed)
    }
  }

  private init(_ values: (best: Double, sum: Double, worst: Double, count: Int), isExact: Bool) {
    best = values.best
    worst = values.worst
    mean = values.sum / Double(values.count)
    count = values.count
    self.isExact = isExact
  }

  private static func all(_ r: SymmetricMatrix, _ total: Double) -> SplitHalves {
    let k = r.order
    let half = k / 2
    var found = (best: -Double.infinity, sum: 0.0, worst: Double.infinity, count: 0)
    // With equal halves the first item stays in the first, so that no split comes twice.
    let fixed = k % 2 == 0 ? 1 : 0
    for mask in 0..<(1 << k) where mask.nonzeroBitCount == half && (fixed == 0 || mask & 1 == 1) {
      let value = 4 * between(r, { mask >> $0 & 1 == 1 }) / total
      found.best = max(found.best, value)
      found.worst = min(found.worst, value)
      found.sum += value
      found.count += 1
    }
    return SplitHalves(found, isExact: true)
  }

  private static func drawn(_ r: SymmetricMatrix, _ total: Double, _ seed: UInt64) -> SplitHalves {
    let k = r.order
    var found = (best: -Double.infinity, sum: 0.0, worst: Double.infinity, count: 0)
    var order = Array(0..<k)
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      for i in stride(from: k - 1, to: 0, by: -1) { order.swapAt(i, stream.below(i + 1)) }
      var isFirst = [Bool](repeating: false, count: k)
      for item in order.prefix(k / 2) { isFirst[item] = true }
      found.sum += 4 * between(r, { isFirst[$0] }) / total
      found.count += 1
      // A few of them are taken to where no exchange of two items makes them better, or worse.
      guard draw < 40 else { continue }
      found.best = max(found.best, 4 * improved(r, isFirst, sign: 1) / total)
      found.worst = min(found.worst, 4 * improved(r, isFirst, sign: -1) / total)
    }
    return SplitHalves(found, isExact: false)
  }

  private static func improved(_ r: SymmetricMatrix, _ start: [Bool], sign: Double) -> Double {
    let k = r.order
    var isFirst = start
    // Each item's correlations with the others of its half, less those with the other half: what moving it would add.
    var pull = [Double](repeating: 0, count: k)
    for i in 0..<k { for j in 0..<k where i != j { pull[i] += isFirst[i] == isFirst[j] ? r[i, j] : -r[i, j] } }
    var isBetter = true
    while isBetter {
      isBetter = false
      for a in 0..<k where isFirst[a] {
        for b in 0..<k where !isFirst[b] && isFirst[a] {
          // The two are apart before the exchange and after it.
          guard sign * (pull[a] + pull[b] + 2 * r[a, b]) > 1e-12 else { continue }
          isFirst[a] = false
          isFirst[b] = true
          isBetter = true
          (pull[a], pull[b]) = (-pull[a] - 2 * r[a, b], -pull[b] - 2 * r[a, b])
          for i in 0..<k where i != a && i != b {
            pull[i] += 2 * (isFirst[i] ? r[i, b] - r[i, a] : r[i, a] - r[i, b])
          }
        }
      }
    }
    return between(r, { isFirst[$0] })
  }

  /// The covariance of the two halves' sums.
  private static func between(_ r: SymmetricMatrix, _ isFirst: (Int) -> Bool) -> Double {
    var sum = 0.0
    for i in 0..<r.order { for j in 0..<i where isFirst(i) != isFirst(j) { sum += r[i, j] } }
    return sum
  }
}
