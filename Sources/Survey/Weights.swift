/// What a weight means. A bare vector of numbers is never taken for weights: the kinds give different errors.
public enum WeightsKind: String, Sendable, Codable, CaseIterable {
  /// The inverse of the chance to be sampled: weighted moments, linearised errors, resampling keeps weight and row together.
  case sampling
  /// How many identical respondents a row stands for: the same as repeating the row.
  case frequency
  /// The inverse of the error variance, as `weights` of R's `lm`.
  case precision
}

/// Which rows enter when some values are missing.
public enum MissingTreatment: String, Sendable, Codable, CaseIterable {
  /// Rows complete on every variable of the analysis.
  case listwise
  /// Each pair of variables on the rows that answer both.
  case pairwise
  /// Every respondent with what was answered: means and covariances of maximum likelihood under a normal model.
  case em
  /// Every missing answer drawn several times from what was answered, and the results pooled.
  case impute

  /// Rows with missing answers are kept: there are no complete rows to fit, only moments.
  public var keepsIncompleteRows: Bool { self != .listwise }

  /// As a part of a sentence: "with pairwise deletion".
  package var words: String {
    switch self {
    case .listwise: "listwise deletion"
    case .pairwise: "pairwise deletion"
    case .em: "maximum likelihood moments"
    case .impute: "multiple imputation"
    }
  }
}

/// The bounds of a rating scale and its direction.
public struct RatingScale: Sendable, Equatable, Codable {
  /// The number at the bad end as written: `[7, 1]` gives `first` 7 and `last` 1, so that 7 is bad.
  public var first: Double
  /// The answer at the other end, which may be the smaller number.
  public var last: Double

  public init(_ first: Double, _ last: Double) {
    precondition(first != last, "a scale needs two different ends")
    self.first = first
    self.last = last
  }

  /// The smaller bound.
  public var low: Double { min(first, last) }
  /// The larger bound.
  public var high: Double { max(first, last) }
  /// High numbers mean bad: the item is turned round before anything else.
  public var isReversed: Bool { first > last }

  /// Whether the answer lies on the scale, bounds included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
  /// The value on 0 (bad end) … 100 (good end).
  public func percent(_ value: Double) -> Double { (value - first) / (last - first) * 100 }
  /// The value turned round when the scale is reversed: low + high − value.
  public func oriented(_ value: Double) -> Double { isReversed ? low + high - value : value }
}
