import Resampling

/// How well a construct is measured, by the lower end of the interval of its ω: at least as well as that.
///
/// Limits: 0.70 for research at an early stage, 0.80 where it matters (Nunnally & Bernstein 1994, Psychometric Theory).
public enum MeasurementQuality: String, Sendable, CaseIterable {
  /// ω from 0.80 on.
  case good
  /// ω from 0.70 to below 0.80.
  case tolerable
  /// ω below 0.70: what the construct shares with others looks smaller than it is.
  case poor

  /// The verdict on an ω.
  public init(omega: Double) { self = omega >= 0.8 ? .good : omega >= 0.7 ? .tolerable : .poor }
}

/// Whether two constructs are two, by the upper end of HTMT's interval.
///
/// The careful limit is 0.85, the usual one for neighbouring ideas 0.90 (Henseler, Ringle & Sarstedt 2015,
/// doi:10.1007/s11747-014-0403-8).
public enum Distinctness: String, Sendable, CaseIterable {
  /// Below 0.85.
  case distinct
  /// From 0.85 to below 1.
  case overlapping
  /// From 1 on: they may be one.
  case maybeOne = "maybe_one"

  /// Where overlap begins.
  public static let carefulLimit = 0.85

  /// The verdict on the upper end of an HTMT's interval.
  public init(htmt: Double) {
    self = htmt >= 1 ? .maybeOne : htmt >= Distinctness.carefulLimit ? .overlapping : .distinct
  }
}

extension ReliabilityAnalysis.ScaleFit {
  /// `nil` where ω has no interval.
  public var quality: MeasurementQuality? { omegaTotal.interval.map { MeasurementQuality(omega: $0.low) } }

  /// The items without which α would be higher by more than 0.02, with by how much: less is not worth an item. And only where the
  /// gain's interval lies above zero.
  public var dispensableItems: [(item: ItemStatistics, gain: ReliabilityAnalysis.Estimated)] {
    zip(items, alphaGains).compactMap { item, gain in
      guard let value = gain.value, value > 0.02, let interval = gain.interval, interval.low > 0 else { return nil }
      return (item, gain)
    }
  }
}

extension ReliabilityAnalysis.Pair {
  /// `nil` where HTMT has no interval.
  public var distinctness: Distinctness? { htmt.interval.map { Distinctness(htmt: $0.high) } }
}
