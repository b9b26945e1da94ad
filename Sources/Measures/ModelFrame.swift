package import Resampling
public import Survey

/// The numeric columns of one analysis: what the models see of a survey.
///
/// Columns stand in the order covariates (`always`), players, outcomes; a categorical variable has one indicator column
/// per category but the first. Reversed items are turned round, composites are formed, and the rows are those that
/// count: after listwise deletion every value is there; with other treatments a missing one is NaN.
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
    /// A column, a composite, a group or a product.
    public var name: String
    /// What people call it; `nil` where the data and the study do not say.
    public var label: String?
    /// Into `ModelFrame.columns`: one, or the indicators of categories, or the items of a group.
    public var columns: Range<Int>
    /// Its columns are indicators of categories.
    public var isCategorical: Bool
    /// Of a product, the power of each factor by its name; else empty.
    public var powers: [String: Int]
    /// The declared scale of a variable of its own, as it was written; `nil` of anything else.
    public var scale: RatingScale?
    /// The category that the others are compared with, of a single variable of categories; `nil` of anything else.
    public var reference: String?

    public init(
      name: String, label: String?, columns: Range<Int>, isCategorical: Bool, powers: [String: Int] = [:],
      scale: RatingScale? = nil, reference: String? = nil
    ) {
      self.reference = reference
      self.powers = powers
      self.scale = scale
      self.name = name
      self.label = label
      self.columns = columns
      self.isCategorical = isCategorical
    }
    /// The label, or the name where there is none.
    public var title: String { label ?? name }
  }

  /// Ratings on 0–100 of their scale (0 the bad end), kept beside the model's columns for means: a player's performance
  /// and stated importance, of everybody who answered. Column-major, `ratingRowCount` × `names.count`; a missing answer is
  /// NaN.
  public struct Ratings: Sendable, Equatable {
    /// The items rated.
    public var names: [String]
    /// Ratings on 0–100 of the scale by item (rows run fastest); NaN where there is no answer.
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
    /// Rows that rate, complete or not.
    public var count: Int
    /// Their weights; `nil` when all are one.
    public var weights: [Double]?
    /// Their clusters, numbered from 0; `nil` without any.
    public var clusters: [Int32]?
    /// Their units of the second stage, numbered from 0; `nil` without any.
    public var subunits: [Int32]?
    /// Their strata, numbered from 0; `nil` without any.
    public var strata: [Int32]?
    /// The design in the order of these numbers.
    public var design: FrameDesign
    /// The row numbers in the source of the raters alone.
    public var rowNumbers: [Int32]
  }

  /// Covariates, then drivers, then outcomes, then mediators, then auxiliary variables.
  public var columns: [Column]
  /// Rows used.
  public var rowCount: Int
  /// Column-major, `rowCount` × `columns.count`.
  public var values: [Double]
  /// Of a column that holds products, what each of its doubles lacks to the exact product, by the column's number: a
  /// regression refines with these, so that high powers cost no digits. Columns that lack nothing are not named.
  public var remainders: [Int: [Double]] = [:]
  /// Covariates kept in every model.
  public var always: [Block]
  /// The drivers.
  public var players: [Block]
  /// One column each.
  public var outcomes: [Block]
  /// What may carry the effects of the drivers: in no regression of its own accord.
  public var mediators: [Block] = []
  /// By row; `nil` without any.
  public var weights: [Double]?
  /// What weights mean; `nil` without any.
  public var weightsKind: WeightsKind?
  /// 0-based cluster and stratum of each row.
  public var clusters: [Int32]?
  /// 0-based unit of the second stage of each row, within its cluster; `nil` without one that errors take in.
  public var subunits: [Int32]?
  /// How many clusters the rows have.
  public var clusterCount: Int
  /// Of each row, into `strataNames`; `nil` without any.
  public var strata: [Int32]?
  /// Their values in the data.
  public var strataNames: [String]
  /// How the sample was drawn that the rows are selected from.
  public var design: FrameDesign
  /// How missing answers were treated.
  public var missing: MissingTreatment
  /// Ratings of the drivers' items.
  public var performance: Ratings
  /// How important respondents say the drivers' items are.
  public var stated: Ratings
  /// Respondents who are left out of the model for a missing answer but rated something: the last rows of `performance` and
  /// `stated`. `nil` when there are none.
  public var raters: Raters?
  /// The row numbers in the source of the rows used.
  public var rowNumbers: [Int32]
  /// Weights of the rows of `performance` and `stated`, the model's own first, in every replicate; `nil` without any.
  package var replicates: GivenReplicates?
  /// Rows before deletion, and the rows lost to each variable (a row may be lost to several).
  public var rowsRead: Int
  /// How many rows each variable made incomplete, the most first; a row can count for several.
  public var lost: [(variable: String, rows: Int)]
  /// Rows left out because their weight is zero, which is no loss.
  public var zeroWeights = 0
  /// What the analyst should know of the rows.
  public var notes: [Note]

  /// Columns of `values`.
  public var columnCount: Int { columns.count }
  /// Rows of `performance` and `stated`: those of the model, then `raters`.
  public var ratingRowCount: Int { rowCount + (raters?.count ?? 0) }
  /// The weights of these rows.
  public var ratingWeights: [Double]? { raters.map(\.weights) ?? weights }
}
