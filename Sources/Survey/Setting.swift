/// A setting of an analysis, as a sentence names it: by name, or by name and value.
///
/// A library's reader changes it in a study or in a specification and reads `missing: pairwise`; who types a command reads
/// the option, which the program makes of it where it prints.
public struct Setting: Sendable, Hashable {
  /// Every setting that a sentence may name, by its key in a study, or, where a study has none, by its word in a
  /// specification.
  public enum Name: String, Sendable, CaseIterable {
    case always
    case auxiliary
    case blocks
    /// Resamples for the test of a model of constructs.
    case bollenStine = "bollen_stine"
    case bounds
    case bootstrap
    case by
    case categorical
    case cluster
    /// The folder that `datasets` copies files to.
    case copy
    /// Variables that are measured, whatever they look like.
    case continuous
    case correct
    case correlation
    case decimal
    case derive
    case diagnostics
    case diagonal
    case drivers
    case encoding
    /// Which parameters of a model of several groups are the same in all.
    case equal
    case errors
    /// What the estimates of a model of constructs minimise.
    case estimator
    case extraction
    case factors
    case figure
    case folds
    case fpc
    case groups
    case headerRows = "header_rows"
    /// How often missing answers are drawn, and how.
    case imputations
    case imputeResamples = "impute_resamples"
    case imputationMethods = "imputation_methods"
    /// Which information the errors of a model of constructs come from.
    case information
    /// Where the intervals of indirect effects come from.
    case inference
    case interval
    /// Whether the groups of a model are compared step by step.
    case invariance
    case levels
    case lonely
    case margins
    /// The coefficient that `correlate` computes.
    case method
    /// The measures of importance.
    case methods
    case missing
    case missingCodes = "missing_codes"
    /// Constructs and paths, in lavaan's syntax.
    case model
    /// What changes direct and indirect effects, and which.
    case moderates
    case moderator
    case n
    /// Variables that are ordered answers, whatever they look like.
    case ordinal
    case outcomes
    case permutations
    case players
    case reliability
    case replicateMSE = "replicate_mse"
    case replicateRscales = "replicate_rscales"
    case replicateScale = "replicate_scale"
    case replicateType = "replicate_type"
    case replicateWeights = "replicate_weights"
    case rotation
    case scale
    case scoreMethod = "score_method"
    case scores
    /// Whether mediators stand one behind the other.
    case serial
    case sheet
    case stated
    case statedPrefix = "stated_prefix"
    case strata
    case stream
    /// The mediators.
    case through
    case trim
    case variables
    case wave
    case weights
    case weightsKind = "weights_kind"
    case `where`
  }

  /// Which setting it is.
  public let name: Name
  /// What it is, or could be, set to.
  public let value: String?

  /// The setting, or one value of it.
  public init(_ name: Name, _ value: String? = nil) {
    self.name = name
    self.value = value
  }

  /// By its key in a study: `missing: pairwise`, or `'missing'`.
  public var inStudy: String { value.map { "\(name.rawValue): \($0)" } ?? "'\(name.rawValue)'" }
}

// A setting within a `String` would lose that it is one, and the program could no longer name its option. Who wants the
// text says `inStudy`, or `description` of a sentence.
extension DefaultStringInterpolation {
  @available(*, deprecated, message: "A setting belongs into a Sentence.")
  public mutating func appendInterpolation(_ setting: Setting) { appendLiteral(setting.inStudy) }

  @available(
    *, deprecated, message: "A sentence within a String loses its settings: use its description, or a Sentence."
  )
  public mutating func appendInterpolation(_ sentence: Sentence) { appendLiteral(sentence.description) }
}
