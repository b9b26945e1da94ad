import Probability

/// The two ends of an interval.
public struct Interval: Sendable, Hashable, Codable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether the value lies in it, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

extension Interval {
  /// Above this share of replicates that failed, or in which a value is undefined, no interval is given: those that are left
  /// are the easy ones.
  package static let largestUndefinedShare = 0.05

  /// The interval of one estimate from its replicates.
  ///
  /// - Parameters:
  ///   - replicates: the value in each successful replicate, in any order; NaN where it was undefined.
  ///   - failures: how many replicates failed altogether.
  ///   - jackknife: the value without each unit or group (for BCa), with the multiplicity of each.
  /// - Returns: `nil` when the estimate is undefined, when fewer than two replicates are usable, when more than 5 % are not,
  ///   and, for BCa, where that is undefined.
  package static func of(
    _ kind: IntervalKind, estimate: Double, replicates: [Double], failures: Int = 0, confidence: Double,
    jackknife: JackknifeValues? = nil
  ) -> Interval? {
    guard estimate.isFinite, let finite = usable(replicates, failures) else { return nil }
    switch kind {
    case .percentile: return percentile(finite, confidence: confidence)
    case .basic:
      let p = percentile(finite, confidence: confidence)
      return Interval(low: 2 * estimate - p.high, high: 2 * estimate - p.low)
    case .bca:
      guard let jackknife else { return nil }
      return bca(estimate: estimate, finite, confidence: confidence, jackknife: jackknife)
    }
  }

  /// The quantiles at (1 ∓ confidence)/2 of replicates in any order, none of them NaN.
  package static func percentile(_ replicates: [Double], confidence: Double) -> Interval {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let tail = (1 - confidence) / 2
    let ends = Quantile.of(replicates, [tail, 1 - tail])
    return Interval(low: ends[0], high: ends[1])
  }

  /// Percentiles at the levels Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))), with z₀ = Φ⁻¹(share of replicates below the estimate, ties
  /// counted half) and a the jackknife's acceleration. `nil` when z₀ is infinite or a level runs over the pole.
  private static func bca(
    estimate: Double, _ replicates: [Double], confidence: Double, jackknife: JackknifeValues
  ) -> Interval? {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    guard let a = jackknife.acceleration else { return nil }
    let below = replicates.count(where: { $0 < estimate })
    let tied = replicates.count(where: { $0 == estimate })
    let share = (Double(below) + 0.5 * Double(tied)) / Double(replicates.count)
    guard share > 0, share < 1 else { return nil }
    let normal = Normal()
    let z0 = normal.quantile(share)
    func level(_ probability: Double) -> Double? {
      let z = z0 + normal.quantile(probability)
      guard 1 - a * z > 0 else { return nil }
      return normal.lowerTail(z0 + z / (1 - a * z))
    }
    let tail = (1 - confidence) / 2
    guard let low = level(tail), let high = level(1 - tail) else { return nil }
    let ends = Quantile.of(replicates, [low, high])
    return Interval(low: ends[0], high: ends[1])
  }

  /// The finite values, if there are enough of them.
  private static func usable(_ replicates: [Double], _ failures: Int) -> [Double]? {
    let finite = replicates.allSatisfy { $0.isFinite } ? replicates : replicates.filter { $0.isFinite }
    let drawn = replicates.count + failures
    guard finite.count >= 2, Double(drawn - finite.count) <= largestUndefinedShare * Double(drawn) else { return nil }
    return finite
  }
}

/// An estimate without each unit or group of units.
package struct JackknifeValues: Sendable {
  package var values: [Double]
  /// How many respondents each value stands for (`Jackknife.multiplicity`); `nil` for one each.
  package var multiplicities: [Double]?

  package init(values: [Double], multiplicities: [Double]? = nil) {
    precondition(multiplicities == nil || multiplicities!.count == values.count, "one multiplicity per value")
    self.values = values
    self.multiplicities = multiplicities
  }

  /// a = Σ dᵢ³ / (6 (Σ dᵢ²)^{3/2}) with dᵢ = mean of the values − valueᵢ (Efron 1987, doi:10.2307/2289144); 0 when they do
  /// not vary; `nil` when one is undefined or there are fewer than two.
  package var acceleration: Double? {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let weights = multiplicities ?? [Double](repeating: 1, count: values.count)
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    var squares = 0.0
    var cubes = 0.0
    for (value, weight) in zip(values, weights) {
      let d = mean - value
      squares += weight * d * d
      cubes += weight * d * d * d
    }
    let scale = values.reduce(0) { max($0, abs($1)) }
    guard squares > 1e-28 * scale * scale * total else { return 0 }
    return cubes / (6 * squares * squares.squareRoot())
  }
}
