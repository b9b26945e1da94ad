public import Survey

/// The numeric columns of one analysis: what the models see of a survey.
///
/// Columns stand in the order covariates (`always`), players, outcomes; a categorical variable has one indicator column
/// per category but the first. Reversed items are turned round, composites are formed, and the rows are those that
/// count: after listwise deletion every value is there; with pairwise treatment a missing one is NaN.
public struct ModelFrame: Sendable {
  /// One column.
  public struct Column: Sendable, Equatable {
    /// The term: a variable's or composite's name, or `variable=level` for an indicator.
    public var term: String
    /// Every value is a whole number below 2³¹ in size, so that sums of products can be exact.
    public var isWhole: Bool

    public init(term: String, isWhole: Bool) {
      self.term = term
      self.isWhole = isWhole
    }
  }

  /// The columns that belong to one player or covariate.
  public struct Block: Sendable, Equatable {
    public var name: String
    public var label: String?
    public var columns: Range<Int>
    public var isCategorical: Bool
    /// Of a product, the power of each factor by its name; else empty.
    public var powers: [String: Int]

    public init(
      name: String, label: String?, columns: Range<Int>, isCategorical: Bool, powers: [String: Int] = [:]
    ) {
      self.powers = powers
      self.name = name
      self.label = label
      self.columns = columns
      self.isCategorical = isCategorical
    }
    public var title: String { label ?? name }
  }

  /// Ratings on 0–100 of their scale (0 the bad end), kept beside the model's columns for means: a player's performance
  /// and stated importance, of everybody who answered. Column-major, `ratingRowCount` × `names.count`; a missing answer is
  /// NaN.
  public struct Ratings: Sendable, Equatable {
    public var names: [String]
    public var values: [Double]
    /// For player k, the columns of this table that are its items; empty when it has none (stated), or no scale.
    public var columnsOfPlayer: [[Int]]

    public init(names: [String] = [], values: [Double] = [], columnsOfPlayer: [[Int]] = []) {
      self.names = names
      self.values = values
      self.columnsOfPlayer = columnsOfPlayer
    }
  }

  /// Rows that count in means of ratings only. Weights, clusters and strata are those of all rows of ratings, the model's own
  /// first; clusters and strata are numbered by themselves.
  public struct Raters: Sendable, Equatable {
    public var count: Int
    public var weights: [Double]?
    public var clusters: [Int32]?
    public var strata: [Int32]?
    /// The row numbers in the source of the raters alone.
    public var rowNumbers: [Int32]
  }

  public var columns: [Column]
  public var rowCount: Int
  /// Column-major, `rowCount` × `columns.count`.
  public var values: [Double]
  /// Of a column that holds products, what each of its doubles lacks to the exact product, by the column's number: a
  /// regression refines with these, so that high powers cost no digits. Columns that lack nothing are not named.
  public var remainders: [Int: [Double]] = [:]
  public var always: [Block]
  public var players: [Block]
  public var outcomes: [Block]
  public var weights: [Double]?
  public var weightsKind: WeightsKind?
  /// 0-based cluster and stratum of each row.
  public var clusters: [Int32]?
  public var clusterCount: Int
  public var strata: [Int32]?
  public var strataNames: [String]
  /// Clusters of the whole sample in each stratum, in the order of `strataNames` (one number without strata); `nil`: those
  /// that the rows have.
  public var sampledClusters: [Int]?
  public var missing: MissingTreatment
  public var performance: Ratings
  public var stated: Ratings
  /// Respondents who are left out of the model for a missing answer but rated something: the last rows of `performance` and
  /// `stated`. `nil` when there are none.
  public var raters: Raters?
  /// The row numbers in the source of the rows used.
  public var rowNumbers: [Int32]
  /// Rows before deletion, and the rows lost to each variable (a row may be lost to several).
  public var rowsRead: Int
  public var lost: [(variable: String, rows: Int)]
  /// Rows left out because their weight is zero, which is no loss.
  public var zeroWeights = 0
  public var notes: [Note]

  public var columnCount: Int { columns.count }
  /// Rows of `performance` and `stated`: those of the model, then `raters`.
  public var ratingRowCount: Int { rowCount + (raters?.count ?? 0) }
  /// The weights of these rows.
  public var ratingWeights: [Double]? { raters.map(\.weights) ?? weights }
}
