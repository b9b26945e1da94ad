import Probability

/// Intervals of a share, and of the difference between two shares of the same answers, of a simple sample.
///
/// A difference of shares p − q has the variance (p + q − (p − q)²)/n, for each answer scores 1, −1 or 0.
package enum ShareInterval {
  /// Of `count` among `n` answers.
  package static func share(
    _ count: Double, of n: Double, _ kind: ShareIntervalKind, confidence: Double
  ) -> (low: Double, high: Double) {
    let z = Normal().quantile((1 + confidence) / 2)
    let z2 = z * z
    let center: Double
    let margin: Double
    switch kind {
    case .wald:
      center = count / n
      margin = z * (center * (1 - center) / n).squareRoot()
    case .adjusted:
      center = (count + z2 / 2) / (n + z2)
      margin = z * (center * (1 - center) / (n + z2)).squareRoot()
    case .score:
      let p = count / n
      center = (count + z2 / 2) / (n + z2)
      margin = z / (n + z2) * (n * p * (1 - p) + z2 / 4).squareRoot()
    }
    return (max(0, center - margin), min(1, center + margin))
  }

  /// Of `plus` less `minus` among `n` answers.
  package static func difference(
    plus: Double, minus: Double, of n: Double, _ kind: ShareIntervalKind, confidence: Double
  ) -> (low: Double, high: Double) {
    let z = Normal().quantile((1 + confidence) / 2)
    func wald(_ plus: Double, _ minus: Double, _ n: Double) -> (low: Double, high: Double) {
      let (p, q) = (plus / n, minus / n)
      let margin = z * (max(0, p + q - (p - q) * (p - q)) / n).squareRoot()
      return (max(-1, p - q - margin), min(1, p - q + margin))
    }
    switch kind {
    case .wald: return wald(plus, minus, n)
    case .adjusted: return wald(plus + 0.75, minus + 0.75, n + 3)
    case .score:
      let estimate = (plus - minus) / n
      // The statistic falls as the difference rises: halving finds where it is ±z.
      func bound(_ outer: Double) -> Double {
        var (inside, outside) = (estimate, outer)
        if abs(scoreStatistic(plus, minus, n, outer)) <= z { return outer }
        for _ in 0..<200 {
          let middle = (inside + outside) / 2
          if middle == inside || middle == outside { break }
          if abs(scoreStatistic(plus, minus, n, middle)) <= z { inside = middle } else { outside = middle }
        }
        return inside
      }
      return (bound(-1), bound(1))
    }
  }

  /// Of a difference a − b of two groups, made of their own intervals: d − √((a − l_a)² + (u_b − b)²) to
  /// d + √((u_a − a)² + (b − l_b)²) (Zou & Donner 2008, doi:10.1002/sim.3095).
  package static func between(
    _ a: (estimate: Double, low: Double, high: Double), _ b: (estimate: Double, low: Double, high: Double)
  ) -> (low: Double, high: Double) {
    func norm(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    let difference = a.estimate - b.estimate
    return (
      difference - norm(a.estimate - a.low, b.high - b.estimate),
      difference + norm(a.high - a.estimate, b.estimate - b.low)
    )
  }

  /// The difference of two groups' scores over its standard error; `nil` without spread.
  ///
  /// - Parameters:
  ///   - a: shares of the scores 1 and −1, and the number of answers; so `b`.
  ///   - isPooled: of shares, the variance is that of the pooled one: the score test.
  package static func statistic(
    _ a: (plus: Double, minus: Double, n: Double), _ b: (plus: Double, minus: Double, n: Double), isPooled: Bool
  ) -> Double? {
    func variance(_ plus: Double, _ minus: Double) -> Double { max(0, plus + minus - (plus - minus) * (plus - minus)) }
    let spread: Double
    if isPooled {
      let pooled = (a.plus * a.n + b.plus * b.n) / (a.n + b.n)
      spread = pooled * (1 - pooled) * (1 / a.n + 1 / b.n)
    } else {
      spread = variance(a.plus, a.minus) / a.n + variance(b.plus, b.minus) / b.n
    }
    return spread > 0 ? (a.plus - a.minus - b.plus + b.minus) / spread.squareRoot() : nil
  }

  /// (plus − minus − nδ)/√(n(2q̃ + δ − δ²)) with q̃ the share of minus that is likeliest when the difference is δ: the positive
  /// root of 2q² + (−(p̂ + q̂) + (2 − p̂ + q̂)δ)q − q̂δ(1 − δ) = 0 (Tango 1998).
  private static func scoreStatistic(_ plus: Double, _ minus: Double, _ n: Double, _ delta: Double) -> Double {
    let (p, q) = (plus / n, minus / n)
    let b = -(p + q) + (2 - p + q) * delta
    let c = -q * delta * (1 - delta)
    let share = ((b * b - 8 * c).squareRoot() - b) / 4
    let variance = 2 * share + delta - delta * delta
    let distance = p - q - delta
    if distance == 0 { return 0 }
    return variance > 0 ? distance / (variance / n).squareRoot() : distance > 0 ? .infinity : -.infinity
  }
}
