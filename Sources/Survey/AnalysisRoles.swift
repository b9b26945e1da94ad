/// Which columns play which part in an analysis, every name resolved against the data.
///
/// A `StudySpecification` says it as the researcher wrote it (ranges, globs, constructs); `StudySpecification.roles(in:)`
/// makes this of it.
public struct AnalysisRoles: Sendable, Equatable {
  /// A variable with its declared scale.
  public struct Item: Sendable, Equatable {
    /// The column's name.
    public var name: String
    /// What people call it.
    public var label: String?
    /// The bounds of its answers; `nil` where nobody declared them.
    public var scale: RatingScale?

    public init(name: String, label: String? = nil, scale: RatingScale? = nil) {
      self.name = name
      self.label = label
      self.scale = scale
    }
    /// The label, or the name where there is none.
    public var title: String { label ?? name }
  }

  /// One driver whose importance is asked for.
  public struct Player: Sendable, Equatable {
    /// What a driver is made of.
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
      /// The variable's or composite's name.
      public var name: String
      /// The variable itself, or the items whose mean it is.
      public var items: [Item]
      /// It is the mean of the items.
      public var isComposite: Bool
      /// How often it is a factor of the product.
      public var power: Int
      /// Of a composite, as its player's.
      public var answered: Int?

      public init(name: String, items: [Item], isComposite: Bool = false, power: Int = 1) {
        self.name = name
        self.items = items
        self.isComposite = isComposite
        self.power = power
      }
    }
    /// A column, a construct, a group or a product such as `a:b`.
    public var name: String
    /// What people call it.
    public var label: String?
    /// What it is made of.
    public var kind: Kind
    /// Its columns; empty for a product.
    public var items: [Item]
    /// Columns that hold how important respondents say the items are; empty when nobody asked.
    public var stated: [Item]
    /// Of a product.
    public var factors: [Factor]
    /// Of a composite: how many items a respondent must answer to get a score; `nil`: the study's share of them.
    public var answered: Int?

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
    /// The label, or the name where there is none.
    public var title: String { label ?? name }
  }

  /// Drivers and covariates that enter a hierarchical regression together, by name.
  public struct ModelBlock: Sendable, Equatable {
    /// The block's name, for tables.
    public var name: String
    /// Names of covariates and players.
    public var members: [String]

    public init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  /// Which column weighs respondents, and what the weights mean.
  public struct Weighting: Sendable, Equatable {
    /// The column's name.
    public var variable: String
    /// What the weights mean.
    public var kind: WeightsKind
    public init(variable: String, kind: WeightsKind = .sampling) {
      self.variable = variable
      self.kind = kind
    }
  }

  /// What is to be explained.
  public var outcomes: [Item]
  /// The drivers whose importance is asked for, in the order of every result.
  public var players: [Player]
  /// What may carry the effects of the players on the outcomes: single variables and composites that are in no model but the split
  /// of its effects.
  public var mediators: [Player] = []
  /// Covariates kept in every model.
  public var always: [Item]
  /// Columns that tell of missing answers and have no part in the model.
  public var auxiliary: [Item] = []
  /// The blocks of a hierarchical regression in order of entry; they hold every covariate and player once. Empty: none is
  /// asked for.
  public var blocks: [ModelBlock] = []
  /// `nil`: every respondent counts once.
  public var weights: Weighting?
  /// The column of strata; `nil` for none.
  public var strata: String?
  /// The column of clusters; `nil` for none.
  public var cluster: String?
  /// The column of the population's units in each row's stratum, or of the share of them that was drawn; `nil`: the
  /// population is taken to be far larger than the sample.
  public var populationSize: String?
  /// The column of the units drawn within clusters; `nil`: the respondents, where `subpopulationSize` is given.
  public var subcluster: String?
  /// The column of such units in each row's cluster of the population, or of the share of them that was drawn; `nil`: they are taken
  /// for few of very many.
  public var subpopulationSize: String?
  /// Units within clusters that have no part in errors, for the clusters are taken for few of very many.
  public var unusedSubcluster: String?
  /// What a stratum with one unit adds to variances; `nil`: such a stratum is an error.
  public var lonely: LonelyStratum?
  /// The design of the whole sample, as it was before rows were selected. `nil`: the rows at hand are the whole sample.
  public var sample: SampledDesign?
  /// Columns of replicate weights; `nil` without any.
  public var replicates: ReplicateWeighting?
  /// The weights of the whole sample in every replicate, as they were before rows were selected. `nil`: those of the columns.
  public var sampleReplicates: SampleReplicates?
  /// How weights were made to reach known totals; `nil`: they are what they are.
  public var calibration: SampleCalibration?
  /// What each row of the sample must have: its stratum, and its unit at every stage.
  package var unitColumns: [String] { [strata, cluster, subcluster].compactMap { $0 } }
  /// Errors take in what was drawn within clusters.
  package var hasSecondStage: Bool { cluster != nil && (subcluster != nil || subpopulationSize != nil) }
  /// Columns of the population's sizes, by stage.
  package var populationColumns: [String] { [populationSize, subpopulationSize].compactMap { $0 } }

  /// The category that the others of a column are compared with.
  public var references: [String: String] = [:]
  /// How missing answers are treated.
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
