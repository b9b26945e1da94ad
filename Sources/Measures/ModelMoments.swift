public import Survey

/// The moments of one analysis with the part every column plays: what the moments-based models start from, whether they
/// come from rows in memory, from a stream of rows that are not kept, or from a file of moments.
///
/// The members mean the same as those of `ModelFrame`; only the rows themselves are not there.
public struct ModelMoments: Sendable {
  /// Of all columns, in their order.
  public var moments: Moments
  /// Covariates, then drivers, then outcomes, then mediators.
  public var columns: [ModelFrame.Column]
  /// Covariates kept in every model.
  public var always: [ModelFrame.Block]
  /// The drivers.
  public var players: [ModelFrame.Block]
  /// One column each.
  public var outcomes: [ModelFrame.Block]
  /// What may carry the effects of the drivers.
  public var mediators: [ModelFrame.Block] = []
  /// Rows used (not their weights), rows before deletion; `nil` when only moments were given.
  public var rowCount: Int?
  /// Rows before deletion; `nil` when only moments were given.
  public var rowsRead: Int?
  /// How many rows each variable made incomplete, the most first.
  public var lost: [(variable: String, rows: Int)]
  /// Rows left out because their weight is zero, which is no loss.
  public var zeroWeights = 0
  /// Mean ratings of the drivers' items.
  public var performance: RatingMeans
  /// How important respondents say these are.
  public var stated: RatingMeans
  /// What the analyst should know of the rows.
  public var notes: [Note]
  /// The scale of each item of `performance`, declared or the pooled bounds; empty when only moments were given.
  package var performanceScales: [RatingScale?] = []
  /// How often answers were given together; `nil` when nobody counted, or some column has many answers.
  package var pairs: PairTables?
  /// What replicates reweight; `nil` when rows were not dealt into blocks.
  package var blocks: BlockMoments?
}

extension ModelMoments {
  /// Of rows in memory.
  public init(_ frame: ModelFrame) {
    let moments = Moments(frame)
    self.init(
      moments: moments, columns: frame.columns, always: frame.always, players: frame.players,
      outcomes: frame.outcomes, mediators: frame.mediators, rowCount: frame.rowCount, rowsRead: frame.rowsRead,
      lost: frame.lost,
      zeroWeights: frame.zeroWeights, performance: frame.performanceMeans, stated: frame.statedMeans,
      notes: frame.notes + moments.notes)
  }
}

extension ModelMoments {
  /// Of very many rows in memory, dealt into random blocks; `nil` where these do not apply (`RandomBlocks`).
  package init?(dealing frame: ModelFrame, seed: UInt64) {
    let hasDesign = frame.clusters != nil || frame.strata != nil || frame.design.isFinite || frame.replicates != nil
    guard RandomBlocks.apply(rows: frame.rowsRead, missing: frame.missing, hasDesign: hasDesign) else { return nil }
    self.init(frame)
    blocks = BlockMoments(frame, dealing: RandomBlocks(seed: seed))
  }
}

extension ModelMoments {
  /// Reads a source to its end. `rows` chooses the rows of each block (0-based; `nil` for all of them), for example by a
  /// condition. `resampling` deals the rows into random blocks from that seed, for intervals (see `RandomBlocks`). Throws
  /// what `ModelFrame.init` throws, and what reading throws.
  public init(
    _ source: some RowSource, roles: AnalysisRoles, ratings: Bool = true, resampling: UInt64? = nil,
    rows: (Dataset) throws -> [Int32]? = { _ in nil }
  ) throws {
    var accumulator = MomentsAccumulator(
      roles: roles, ratings: ratings, dealing: resampling.map { RandomBlocks(seed: $0) })
    try source.forEachBlock { block in
      if let chosen = try rows(block) {
        try accumulator.add(block.selecting(chosen))
      } else {
        try accumulator.add(block)
      }
    }
    self = try accumulator.finish()
  }
}

extension Moments {
  /// The moments of a stream of rows, which are not kept: see `ModelMoments`.
  public init(
    _ source: some RowSource, roles: AnalysisRoles, rows: (Dataset) throws -> [Int32]? = { _ in nil }
  ) throws {
    self = try ModelMoments(source, roles: roles, ratings: false, rows: rows).moments
  }
}
