public import Survey

/// Dominance analysis: does one driver explain more than another in every model, at every model size, or on average?
///
/// Budescu 1993, doi:10.1037/0033-2909.114.3.542; Azen & Budescu 2003, doi:10.1037/1082-989X.8.2.129.
public struct DominanceFit: Sendable, Equatable {
  /// By player and number of other players present (0 … p − 1): the average increase of R². Its first column is `first`,
  /// its last is `last`. `nil` above 30 players.
  public var levels: [[Double]]?
  /// General dominance: the mean over the levels, which is lmg. `nil` above 30 players.
  public var general: [Double]?
  /// [i][j]: the proportion of the sets of other drivers to which i adds more than j (1: i completely dominates j); a tie is
  /// no dominance. The diagonal is `nil`; the whole is above 22 players.
  public var complete: [[Double?]]?
  /// [i][j]: the proportion of the levels at which i's average increase is larger than j's (1: i conditionally dominates j).
  /// The diagonal is `nil`; the whole is above 30 players.
  public var conditional: [[Double?]]?
  public var notes: [Note]
}

extension DominanceFit {
  static func conditional(_ levels: [[Double]]) -> [[Double?]] {
    levels.indices.map { i in
      levels.indices.map { j in
        guard i != j else { return nil }
        let won = zip(levels[i], levels[j]).count(where: { $0.0 - $0.1 > SubsetValues.tie })
        return Double(won) / Double(levels[i].count)
      }
    }
  }
}
