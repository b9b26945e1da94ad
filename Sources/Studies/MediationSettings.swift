public import Insight

/// What is said of what carries the effects of drivers.
public struct MediationSettings: Sendable, Equatable {
  /// Mediators: constructs or columns, as they are named.
  public var through: [String] = []
  /// Each mediator acts on those behind it; `nil`: side by side.
  public var isSerial: Bool?
  /// Outcomes whose answers are ordered and no numbers: effects are on their chances.
  public var ordinal: [String] = []
  /// What changes the effects: a column or construct.
  public var moderator: String?
  /// Which parts of the way it changes; empty: all.
  public var moderates: [MediationAnalysis.Stage] = []
  /// Where intervals of effects come from; `nil`: resamples where there are some.
  public var inference: MediationAnalysis.Inference?

  /// Nothing said.
  public init() {}
}
