/// What a researcher says once about a study: which columns are drivers, outcomes, weights, and how to treat them.
///
/// This is the study file as a value, as written: names may be ranges (`pq1:pq4`) or globs (`prod*`), and everything is
/// optional. Options of the command line change the fields. `roles(in:)` resolves it against the columns of the data.
public struct StudySpecification: Sendable, Equatable {
  /// A construct: several items that measure one thing.
  public struct Construct: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// As people read it.
    public var label: String?
    /// Names, ranges or globs.
    public var items: [String]
    /// The scale of items that have none of their own.
    public var scale: RatingScale?
    /// Items (names, ranges or globs) that are worded the other way round.
    public var reversed: [String]
    /// How many items a respondent must answer to get a score; `nil`: the study's share of them.
    public var answered: Int?

    public init(
      name: String, label: String? = nil, items: [String], scale: RatingScale? = nil, reversed: [String] = [],
      answered: Int? = nil
    ) {
      self.answered = answered
      self.name = name
      self.label = label
      self.items = items
      self.scale = scale
      self.reversed = reversed
    }
  }

  /// Columns that enter and leave a model together: `--group product=prod1,prod2`.
  public struct Group: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Names, ranges or globs.
    public var items: [String]

    public init(name: String, items: [String]) {
      self.name = name
      self.items = items
    }
  }

  /// What the codebook says about one column.
  public struct CodebookEntry: Sendable, Equatable {
    /// As people read it.
    public var label: String?
    /// The bounds of its answers.
    public var scale: RatingScale?
    /// Its own missing codes, instead of those of the study; an empty list means that it has none.
    public var missing: [String]?
    /// What its answers stand for, in order; they take the place of the file's labels of the same answers.
    public var values: [VariableDetails.ValueLabel]

    public init(
      label: String? = nil, scale: RatingScale? = nil, missing: [String]? = nil,
      values: [VariableDetails.ValueLabel] = []
    ) {
      self.label = label
      self.scale = scale
      self.missing = missing
      self.values = values
    }
  }

  /// What constructs become in an analysis of importance.
  public enum Players: String, Sendable, CaseIterable {
    /// The mean of a construct's items is one column.
    case composites
    /// A construct's items stay columns of their own and count as one driver.
    case groups
    /// Every item is a driver of its own.
    case items
  }

  /// As reports are headed.
  public var title: String?
  /// The path of the data; in a study read from a file it is relative to the caller, not to the study.
  public var data: String?
  /// Respondents behind a matrix that does not say it itself; above 1.
  public var n: Double?
  /// What the diagonal of a matrix holds, where its numbers do not tell.
  public var diagonal: MatrixDiagonal?

  /// The scale of drivers and their items that have none of their own.
  public var scale: RatingScale?
  /// What is known about single columns, outcomes included: own labels and scales.
  public var variables: [String: CodebookEntry] = [:]
  /// Items (names, ranges or globs) whose scale is turned round.
  public var reversed: [String] = []
  /// Answers that stand for "no answer": what `MissingCode` reads (`9`, `-99`, `don't know`, `-99:-1`, `<0`), for one
  /// variable as `age=99`.
  public var missingCodes: [String] = []
  /// Columns (names, ranges or globs) whose values are names of categories, whatever they look like.
  public var categorical: [String] = []
  /// Rows above the answers: 1, or 2 with a row of question texts below the names, or 3 with one more to skip; `nil`:
  /// recognised.
  public var headerRows: Int?
  /// What is done about missing answers; `nil`: what the verb does by itself.
  public var missing: MissingTreatment?

  /// The weight of each respondent.
  public var weights: AnalysisRoles.Weighting?
  /// Column of the strata.
  public var strata: String?
  /// Column of the clusters; with a comma those of two stages, the second drawn within clusters.
  public var cluster: String?
  /// The column of the population's units by stratum (above 1), or of the shares of them that were drawn (up to 1); with a comma
  /// of both stages.
  public var populationSize: String?
  /// What a stratum with one unit adds to variances; `nil`: such a stratum is an error.
  public var lonely: LonelyStratum?
  /// Columns (names, ranges or globs) of replicate weights, which hold the design of the sample.
  public var replicateWeights: [String] = []
  /// How they were made; they need it.
  public var replicateKind: ReplicateKind?
  /// Instead of the scale of the kind.
  public var replicateScale: Double?
  /// A factor for each replicate.
  public var replicateRscales: [Double] = []
  /// Variances are about the estimate itself; `nil`: about the replicates' mean.
  public var replicateMSE: Bool?
  /// What weights are made to add up to; `nil`: they stay as they are.
  public var raking: RakingSpecification?
  /// The column that says which wave a row belongs to, and the wave chosen for the analysis.
  public var wave: String?
  /// The wave to analyse; `nil`: the last.
  public var chosenWave: String?
  /// Column of the segments.
  public var segment: String?

  /// The constructs that are defined, in order.
  public var constructs: [Construct] = []
  /// The drivers, in order: names of constructs or columns, ranges, globs. `nil`: every construct, or, when there are
  /// neither constructs nor groups, every column of numbers that has no other role.
  public var drivers: [String]?
  /// Columns that count as one driver.
  public var groups: [Group] = []
  /// Products and powers, as `ProductTerm` reads them: drivers of their own beside the others.
  public var terms: [String] = []
  /// What competes for importance: items or constructs.
  public var players: Players?
  /// Items of the satisfaction construct.
  public var satisfaction: [String] = []
  /// Names, ranges or globs, in order.
  public var outcomes: [String] = []
  /// Outcomes of the study that are not asked for: no drivers unless they are named.
  public var otherOutcomes: [String] = []
  /// Columns that the pattern `*` does not mean among drivers, as the data tell: row numbers, ids, what never varies.
  public var passedOver: Set<String> = []
  /// Whether the drivers are every column without another role.
  public var takesEveryColumn: Bool { drivers?.contains { Selection.trimmed($0) == "*" } ?? false }
  /// The category that the others of a column are compared with; alphabetically the first where none is named.
  public var references: [String: String] = [:]
  /// Covariates kept in every model: names, ranges or globs.
  public var always: [String] = []
  /// What may carry the effects of the drivers: exact names of columns and constructs, whose score is the mean of their items.
  package var mediators: [String] = []
  /// Columns that help to find maximum likelihood moments and have no part in any model: names, ranges or globs.
  public var auxiliary: [String] = []
  /// Which column holds how important respondents say an item, or a construct as a whole, is.
  public var stated: [String: String] = [:]
  /// Stated importance of `pq1` is in the column `<prefix>pq1`.
  public var statedPrefix: String?
  /// The share of a composite's items that must be answered.
  public var answeredShare: Double?

  /// Blocks of a hierarchical regression in order of entry; items are drivers, covariates, or ranges and globs of them.
  public var blocks: [Group] = []

  /// Columns made of others, in order: each may use those before it.
  public var derived: [DerivedVariable] = []
  /// A `RowCondition`.
  public var condition: String?
  /// Columns whose values are analysed apart.
  public var by: [String] = []

  /// A study that says nothing.
  public init() {}

  /// Respondents who left something out stay in the analysis.
  package var keepsIncompleteRows: Bool { missing?.keepsIncompleteRows ?? false }

  /// Something is said of the design of the sample beyond weights: errors and resamples need the rows.
  package var hasDesign: Bool {
    strata != nil || cluster != nil || populationSize != nil || !replicateWeights.isEmpty || raking != nil
  }

  /// The replicate weights among the columns; `nil` without any.
  ///
  /// Throws `ReplicateFault` for settings that contradict each other, and what is wrong with the patterns.
  package func replicates(in names: [String]) throws -> ReplicateWeighting? {
    guard !replicateWeights.isEmpty else {
      if replicateKind != nil { throw ReplicateFault.withoutColumns(setting: .replicateType) }
      if replicateScale != nil { throw ReplicateFault.withoutColumns(setting: .replicateScale) }
      if !replicateRscales.isEmpty { throw ReplicateFault.withoutColumns(setting: .replicateRscales) }
      if replicateMSE != nil { throw ReplicateFault.withoutColumns(setting: .replicateMSE) }
      return nil
    }
    guard let replicateKind else { throw ReplicateFault.withoutKind }
    guard let weights else { throw ReplicateFault.withoutWeights }
    guard weights.kind == .sampling else { throw ReplicateFault.notSampling(kind: weights.kind) }
    let others: [(Bool, Setting.Name)] = [
      (strata != nil, .strata), (cluster != nil, .cluster), (populationSize != nil, .fpc), (lonely != nil, .lonely),
    ]
    if let other = others.first(where: \.0) { throw ReplicateFault.twoDesigns(setting: other.1) }
    let own = Selection.unquoted(weights.variable)
    let weighting = ReplicateWeighting(
      variables: try Selection.resolve(replicateWeights, in: names).filter { $0 != own }, kind: replicateKind,
      scale: replicateScale, rscales: replicateRscales, isAboutEstimate: replicateMSE ?? false)
    _ = try weighting.factors()
    return weighting
  }

  /// The construct of that name, if one is defined.
  public func construct(_ name: String) -> Construct? { constructs.first { $0.name == name } }
}
