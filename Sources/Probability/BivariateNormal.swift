import Platform

/// Two standard normal variables with a given correlation.
public struct BivariateNormal: Sendable {
  /// −1 … 1.
  public let correlation: Double

  public init(correlation: Double) {
    precondition(correlation.magnitude <= 1, "a correlation lies between −1 and 1")
    self.correlation = correlation
  }

  /// P(X > h, Y > k), to about 1e-15.
  ///
  /// Drezner & Wesolowsky (1990, doi:10.1080/00949659008811236) as modified by Genz (2004,
  /// doi:10.1023/B:STCO.0000035304.20635.31): Gauss–Legendre over the correlation, with a transformed integrand above
  /// |ρ| = 0.925.
  public func upperTail(_ h: Double, _ k: Double) -> Double {
    if h == .infinity || k == .infinity { return 0 }
    if h == -.infinity { return upper(k) }
    if k == -.infinity { return upper(h) }
    let r = correlation
    if r == 0 { return upper(h) * upper(k) }
    let rule = GaussLegendre.rule(r)
    let value = r.magnitude < 0.925 ? moderate(h, k, rule) : extreme(h, k, rule)
    return min(max(value, 0), 1)
  }

  /// P(X < h, Y < k).
  public func lowerTail(_ h: Double, _ k: Double) -> Double { upperTail(-h, -k) }

  private func upper(_ x: Double) -> Double { 0.5 * erfc(x * 0.5.squareRoot()) }

  private func moderate(_ h: Double, _ k: Double, _ rule: GaussLegendre) -> Double {
    let hs = (h * h + k * k) / 2
    let half = asin(correlation) / 2
    var sum = 0.0
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let sine = sin(half * (1 + node))
      sum += weight * exp((sine * h * k - hs) / (1 - sine * sine))
    }
    return sum * half / (2 * .pi) + upper(h) * upper(k)
  }

  private func extreme(_ h: Double, _ k: Double, _ rule: GaussLegendre) -> Double {
    let r = correlation
    let k = r < 0 ? -k : k
    let hk = h * k
    var sum = 0.0
    if r.magnitude < 1 {
      let complement = (1 - r) * (1 + r)
      var a = complement.squareRoot()
      let bs = (h - k) * (h - k)
      let c = (4 - hk) / 8
      let d = (12 - hk) / 80
      let exponent = -(bs / complement + hk) / 2
      if exponent > -100 {
        sum =
          a * exp(exponent)
          * (1 - c * (bs - complement) * (1 - d * bs) / 3 + c * d * complement * complement)
      }
      if hk > -100 {
        let b = bs.squareRoot()
        sum -= exp(-hk / 2) * (2 * .pi).squareRoot() * upper(b / a) * b * (1 - c * bs * (1 - d * bs) / 3)
      }
      a /= 2
      var integral = 0.0
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let xs = (a * (1 + node)) * (a * (1 + node))
        let exponent = -(bs / xs + hk) / 2
        guard exponent > -100 else { continue }
        let rs = (1 - xs).squareRoot()
        let series = 1 + c * xs * (1 + 5 * d * xs)
        integral += weight * exp(exponent) * (exp(-hk / 2 * xs / ((1 + rs) * (1 + rs))) / rs - series)
      }
      sum = -(sum + a * integral) / (2 * .pi)
    }
    if r > 0 { return sum + upper(max(h, k)) }
    if h >= k { return -sum }
    return (h < 0 ? upper(-k) - upper(-h) : upper(h) - upper(k)) - sum
  }
}

/// Nodes and weights on (−1, 1), by Newton's method on the Legendre polynomial.
struct GaussLegendre: Sendable {
  let nodes: [Double]
  let weights: [Double]

  static let six = GaussLegendre(6)
  static let twelve = GaussLegendre(12)
  static let twenty = GaussLegendre(20)

  private init(_ n: Int) {
    var nodes: [Double] = []
    var weights: [Double] = []
    for i in 0..<n {
      var x = cos(.pi * (Double(i) + 0.75) / (Double(n) + 0.5))
      var slope = 0.0
      for _ in 0..<100 {
        var (p, before) = (1.0, 0.0)
        for j in 1...n { (p, before) = ((Double(2 * j - 1) * x * p - Double(j - 1) * before) / Double(j), p) }
        slope = Double(n) * (x * p - before) / (x * x - 1)
        let step = p / slope
        x -= step
        if step.magnitude < 1e-16 { break }
      }
      nodes.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    self.nodes = nodes
    self.weights = weights
  }
}
