/// How an interval is read off the replicates of a bootstrap.
public enum IntervalKind: String, CaseIterable, Sendable, Codable {
  /// The quantiles of the replicates themselves. The default: it covers as it says for shares of importance.
  case percentile
  /// The estimate minus the quantiles of (replicate − estimate). For importance it covers too little unless much is explained.
  case basic
  /// Bias-corrected and accelerated: percentiles at levels corrected for bias and skewness (Efron 1987).
  case bca
}

/// What a bootstrap needs besides the data: how often, from which seed, and how its intervals are read.
public struct BootstrapSpecification: Sendable, Hashable, Codable {
  /// Number of replicates; 0 switches resampling off.
  public var replicates: Int
  /// Replicate i draws from random stream i of this seed.
  public var seed: UInt64
  /// What sort of interval the resamples give.
  public var interval: IntervalKind
  /// The coverage asked for, in (0, 1).
  public var confidence: Double

  public init(
    replicates: Int = 1000, seed: UInt64 = 1, interval: IntervalKind = .percentile, confidence: Double = 0.95
  ) {
    precondition(replicates >= 0, "a number of replicates is not negative")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.replicates = replicates
    self.seed = seed
    self.interval = interval
    self.confidence = confidence
  }
}
