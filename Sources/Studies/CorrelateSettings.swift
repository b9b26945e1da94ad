public import Measures

/// What sort of correlations `correlate` gives, and how it shows them.
public struct CorrelateSettings: Sendable, Equatable {
  /// In which order the variables of a matrix are shown.
  public enum Order: String, Sendable, CaseIterable {
    /// As they were named.
    case given
    /// Those that correlate stand together.
    case clusters
  }

  /// `nil`: Pearson's.
  public var method: CorrelationMethod?
  /// Where intervals come from; `nil`: from influence values.
  public var errors: CorrelationErrors?
  /// How p-values are adjusted for the number of pairs; `nil`: not at all.
  public var adjustment: PValueAdjustment?
  /// Variables that mixed correlations take for ratings.
  public var ordinal: [String] = []
  /// Variables that mixed correlations take for measured.
  public var continuous: [String] = []
  /// What partial correlations hold constant; empty: all other variables of the analysis.
  public var given: [String] = []
  /// `nil`: as given.
  public var order: Order?

  /// Nothing said.
  public init() {}
}
