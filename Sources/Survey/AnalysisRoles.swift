/// Which columns play which part in an analysis, every name resolved against the data.
///
/// A `StudySpecification` says it as the researcher wrote it (ranges, globs, constructs); `StudySpecification.roles(in:)`
/// makes this of it.
public struct AnalysisRoles: Sendable, Equatable {
  /// A variable with its declared scale.
  public struct Item: Sendable, Equatable {
    public var name: String
    public var label: String?
    public var scale: RatingScale?

    public init(name: String, label: String? = nil, scale: RatingScale? = nil) {
      self.name = name
      self.label = label
      self.scale = scale
    }
    public var title: String { label ?? name }
  }

  /// One driver whose importance is asked for.
  public struct Player: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable {
      /// A column of its own (numeric, or text: then its categories count as one).
      case variable
      /// The mean of several items is one column.
      case composite
      /// Several columns that enter and leave a model together.
      case group
      /// The product of several variables or composites, or a power; it has no items of its own.
      case product
    }

    /// One factor of a product.
    public struct Factor: Sendable, Equatable {
      public var name: String
      /// The variable itself, or the items whose mean it is.
      public var items: [Item]
      public var isComposite: Bool
      public var power: Int

      public init(name: String, items: [Item], isComposite: Bool = false, power: Int = 1) {
        self.name = name
        self.items = items
        self.isComposite = isComposite
        self.power = power
      }
    }
    public var name: String
    public var label: String?
    public var kind: Kind
    public var items: [Item]
    /// Columns that hold how important respondents say the items are; empty when nobody asked.
    public var stated: [Item]
    /// Of a product.
    public var factors: [Factor]

    public init(
      name: String, label: String? = nil, kind: Kind = .variable, items: [Item], stated: [Item] = [],
      factors: [Factor] = []
    ) {
      self.name = name
      self.label = label
      self.kind = kind
      self.items = items
      self.stated = stated
      self.factors = factors
    }
    public var title: String { label ?? name }
  }

  /// Drivers and covariates that enter a hierarchical regression together, by name.
  public struct ModelBlock: Sendable, Equatable {
    public var name: String
    public var members: [String]

    public init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  public struct Weighting: Sendable, Equatable {
    public var variable: String
    public var kind: WeightsKind
    public init(variable: String, kind: WeightsKind = .sampling) {
      self.variable = variable
      self.kind = kind
    }
  }

  public var outcomes: [Item]
  public var players: [Player]
  /// Covariates kept in every model.
  public var always: [Item]
  /// The blocks of a hierarchical regression in order of entry; they hold every covariate and player once. Empty: none is
  /// asked for.
  public var blocks: [ModelBlock] = []
  public var weights: Weighting?
  public var strata: String?
  public var cluster: String?
  /// How many clusters the whole sample has in each stratum (by the stratum's value; the empty text without strata),
  /// counted before rows are selected: clusters without a selected respondent are part of the design all the same.
  /// `nil`: the rows at hand are the whole sample.
  public var sampledClusters: [String: Int]?
  /// The category that the others of a column are compared with.
  public var references: [String: String] = [:]
  public var missing: MissingTreatment
  /// Columns that are to hold categories, whatever their values look like.
  public var categorical: Set<String> = []
  /// The share of a composite's items that a respondent must answer to get a score.
  public var answeredShare: Double

  public init(
    outcomes: [Item], players: [Player], always: [Item] = [], weights: Weighting? = nil, strata: String? = nil,
    cluster: String? = nil, missing: MissingTreatment = .listwise, answeredShare: Double = 0.5
  ) {
    self.outcomes = outcomes
    self.players = players
    self.always = always
    self.weights = weights
    self.strata = strata
    self.cluster = cluster
    self.missing = missing
    self.answeredShare = answeredShare
  }
}
