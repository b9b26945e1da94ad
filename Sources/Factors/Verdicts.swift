/// How well items, or one of them, suit a factor analysis, by the measure of sampling adequacy.
///
/// Limits: 0.80 (`meritorious`), 0.60 (`mediocre`), 0.50 (below it `unacceptable`) of Kaiser 1974, doi:10.1007/BF02291575.
public enum SamplingAdequacy: String, Sendable, CaseIterable {
  /// From 0.80 on.
  case good
  /// From 0.60 to below 0.80.
  case tolerable
  /// From 0.50 to below 0.60.
  case bare
  /// Below 0.50.
  case unsuited

  /// The verdict on a measure of sampling adequacy.
  public init(kmo: Double) { self = kmo >= 0.8 ? .good : kmo >= 0.6 ? .tolerable : kmo >= 0.5 ? .bare : .unsuited }
}

/// Whether factors of two groups are the same, by Tucker's congruence.
///
/// Limits: 0.95 and 0.85 (Lorenzo-Seva & ten Berge 2006, doi:10.1027/1614-2241.2.2.57).
public enum FactorLikeness: String, Sendable, CaseIterable {
  /// From 0.95 on.
  case same
  /// From 0.85 to below 0.95.
  case alike
  /// Below 0.85.
  case different

  /// The verdict on a congruence.
  public init(congruence: Double) { self = congruence >= 0.95 ? .same : congruence >= 0.85 ? .alike : .different }
}

extension Suitability {
  /// Of all items together.
  public var adequacy: SamplingAdequacy { SamplingAdequacy(kmo: kmo) }
}
