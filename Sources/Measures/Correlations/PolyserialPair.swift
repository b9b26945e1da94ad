import Platform

/// The polyserial correlation of a measured variable and a rating, by maximum likelihood with mean, variance and thresholds
/// given (Olsson, Drasgow & Dorans 1982, doi:10.1007/BF02294164, their two-step method).
///
/// A row adds ln P, P = Φ(u_b) − Φ(u_{b−1}), u_b = (τ_b − ρz)/√(1 − ρ²). With u′ = (ρτ − z)(1 − ρ²)^(−3/2) and
/// u″ = τ(1 − ρ²)^(−3/2) + 3ρ(ρτ − z)(1 − ρ²)^(−5/2): P′ = [φu′], P″ = [φ(u″ − u·u′²)], each upper less lower.
enum PolyserialPair {
  /// What one row says at a given ρ.
  struct Row {
    /// P, the probability of the answer given the measurement.
    var probability: Double
    /// P′/P, and P″/P.
    var score: Double
    var curvature: Double
    /// φ(u) at the upper and the lower threshold, over P·√(1 − ρ²): the scores of the thresholds, the lower one's negative.
    var upper: Double
    var lower: Double
  }

  /// - Parameters:
  ///   - z: the standardised measurements, NaN where missing.
  ///   - places: the answers' places, negative where missing.
  ///   - thresholds: of the rating, closed by +∞.
  static func correlation(
    z: UnsafePointer<Double>, places: UnsafePointer<Int32>, thresholds: UnsafePointer<Double>, count: Int,
    weights: UnsafePointer<Double>, rowCount: Int, start: Double?
  ) -> Double {
    guard (0..<count).contains(where: { thresholds[$0].isFinite }) else { return .nan }
    var r = max(-0.95, min(0.95, start ?? 0))
    if r.isNaN { return .nan }
    var (low, high) = (-1.0, 1.0)
    for _ in 0..<200 {
      var (score, curvature, squares) = (0.0, 0.0, 0.0)
      for i in 0..<rowCount where weights[i] > 0 && places[i] >= 0 && !z[i].isNaN {
        let row = PolyserialPair.row(z[i], Int(places[i]), thresholds, r)
        score += weights[i] * row.score
        squares += weights[i] * row.score * row.score
        curvature += weights[i] * (row.curvature - row.score * row.score)
      }
      if score > 0 { low = r } else { high = r }
      if low >= PolychoricPair.bound { return 1 }
      if high <= -PolychoricPair.bound { return -1 }
      let step = score / (curvature < 0 ? -curvature : max(squares, 1e-300))
      var next = r + step
      if !(next > low && next < high) { next = (low + high) / 2 }
      next = max(-PolychoricPair.bound, min(PolychoricPair.bound, next))
      let isSettled = abs(next - r) < 1e-8
      r = next
      if isSettled { break }
    }
    // Every likelihood is at most 1, and at ±1 it is 1 when the measurement alone says every answer.
    let limit = r < 0 ? -1.0 : 1.0
    for i in 0..<rowCount where weights[i] > 0 && places[i] >= 0 && !z[i].isNaN {
      let place = Int(places[i])
      let latent = limit * z[i]
      if latent > thresholds[place] || (place > 0 && latent < thresholds[place - 1]) { return r }
    }
    return limit
  }

  @inline(__always)
  static func row(_ z: Double, _ place: Int, _ thresholds: UnsafePointer<Double>, _ r: Double) -> Row {
    let complement = (1 - r) * (1 + r)
    let root = complement.squareRoot()
    let upper = Side(thresholds[place], z, r, complement, root)
    let lower = place > 0 ? Side(thresholds[place - 1], z, r, complement, root) : Side.absent
    // In the upper tail differences of upper tails keep their digits.
    let probability = max(
      1e-300, lower.u > 0 ? tail(lower.u) - tail(upper.u) : tail(-upper.u) - tail(-lower.u))
    return Row(
      probability: probability, score: (upper.slope - lower.slope) / probability,
      curvature: (upper.curve - lower.curve) / probability, upper: upper.density / (root * probability),
      lower: lower.density / (root * probability))
  }

  private struct Side {
    var u: Double
    var density: Double
    /// φu′ and φ(u″ − u·u′²).
    var slope: Double
    var curve: Double

    static var absent: Side { Side(u: -.infinity, density: 0, slope: 0, curve: 0) }

    init(u: Double, density: Double, slope: Double, curve: Double) {
      self.u = u
      self.density = density
      self.slope = slope
      self.curve = curve
    }

    @inline(__always)
    init(_ threshold: Double, _ z: Double, _ r: Double, _ complement: Double, _ root: Double) {
      guard threshold.isFinite else {
        self.init(u: threshold, density: 0, slope: 0, curve: 0)
        return
      }
      let u = (threshold - r * z) / root
      let density = exp(-0.5 * u * u) * 0.3989422804014327
      let first = (r * threshold - z) / (complement * root)
      let second = threshold / (complement * root) + 3 * r * first / complement
      self.init(u: u, density: density, slope: density * first, curve: density * (second - u * first * first))
    }
  }

  private static func tail(_ x: Double) -> Double { 0.5 * erfc(x * 0.7071067811865476) }
}
