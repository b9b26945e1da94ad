public import Measures
public import Regression
public import Resampling

/// What carries the effect of drivers on outcomes: for every driver the part that goes through mediators, the part that goes past
/// them, and both together. A specification: options without data.
///
/// Each mediator M and each outcome Y has a regression of its own by least squares,
///
///     M = i + a·X + covariates,    Y = i′ + c′·X + b·M + covariates,
///
/// and what goes through M is a·b, past it c′, in all c = c′ + Σ a·b, which is the coefficient of X without the mediators (MacKinnon
/// 2008; Hayes 2022). Mediators stand side by side, or one behind the other (`isSerial`); then an earlier one is in the regression of
/// a later one, and every way is a product of its own. The other drivers are held constant in every regression.
///
/// Of an outcome of two answers the effects are natural ones on the chance of the upper answer, of ordered answers on the chance of each
/// answer but the lowest or a higher one, by a probit model (`NaturalEffects`).
public struct MediationAnalysis: Sendable {
  /// A part of the way that a moderator may change.
  public enum Stage: String, Sendable, CaseIterable, Codable {
    /// From the driver to the mediators: a.
    case first
    /// From the mediators to the outcome: b.
    case second
    /// Past the mediators: c′.
    case direct
  }

  /// Where the intervals of effects come from.
  public typealias Inference = EffectInference

  /// Names in the frame: players, each of one column or of categories.
  public var drivers: [String]
  /// Names in the frame, in their order where they stand one behind the other.
  public var mediators: [String]
  /// Names in the frame, of players or outcomes.
  public var outcomes: [String]
  /// Those outcomes whose answers are ordered and no numbers, of whose chances effects are told.
  public var ordinal: [String] = []
  /// Whether each mediator acts on those behind it.
  public var isSerial: Bool
  /// What changes the effects: a covariate or player; `nil`: nothing.
  public var moderator: String?
  /// Which parts of the way it changes.
  public var stages: Set<Stage>
  /// The errors of coefficients; `nil`: as `LinearRegression` chooses.
  public var errors: LinearRegression.ErrorKind?
  /// `nil`: bootstrap where there are replicates, else Monte Carlo.
  public var inference: Inference?
  /// How often rows are drawn, from which seed, and which intervals they give.
  public var bootstrap: BootstrapSpecification

  public init(
    drivers: [String], mediators: [String], outcomes: [String], isSerial: Bool = false, moderator: String? = nil,
    stages: Set<Stage> = [.first, .second, .direct], errors: LinearRegression.ErrorKind? = nil,
    inference: Inference? = nil, bootstrap: BootstrapSpecification = BootstrapSpecification()
  ) {
    precondition(!drivers.isEmpty && !mediators.isEmpty && !outcomes.isEmpty, "something goes through something")
    self.drivers = drivers
    self.mediators = mediators
    self.outcomes = outcomes
    self.isSerial = isSerial
    self.moderator = moderator
    self.stages = stages
    self.errors = errors
    self.inference = inference
    self.bootstrap = bootstrap
  }

  /// Mediators in a row up to which every way is told: five have 31.
  public static let mostInARow = 5
  /// Mediators side by side.
  public static let mostMediators = 20

  /// Rows are there to be drawn, and products of columns are made of them.
  public static var need: DataNeed { .rows }

  /// What is in use when nothing is asked for.
  public var chosenInference: Inference { inference ?? (bootstrap.replicates > 0 ? .bootstrap : .monteCarlo) }
}
