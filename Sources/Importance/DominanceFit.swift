public import Survey

/// Dominance analysis: does one driver explain more than another in every model, at every model size, or on average?
///
/// Budescu 1993, doi:10.1037/0033-2909.114.3.542; Azen & Budescu 2003, doi:10.1037/1082-989X.8.2.129.
public struct DominanceFit: Sendable, Equatable {
  /// By player and number of other players present (0 … p − 1): the average increase of R². Its first column is `first`,
  /// its last is `last`. `nil` above 30 players.
  /// A product and its factors lack the sizes that no permitted model has.
  public var levels: [[Double?]]?
  /// General dominance, which is lmg: the mean over the levels where there are no products. `nil` above 30 players.
  public var general: [Double]?
  /// [i][j]: the proportion of the sets of other drivers to which i adds more than j (1: i completely dominates j); a tie is
  /// no dominance. The diagonal is `nil`, and so are a product and its factors, which no model lets enter in each other's
  /// place; the whole is above 22 players.
  public var complete: [[Double?]]?
  /// [i][j]: the proportion of the levels at which i's average increase is larger than j's (1: i conditionally dominates j).
  /// The diagonal is `nil`; the whole is above 30 players.
  public var conditional: [[Double?]]?
  /// What the analyst should know.
  public var notes: [Note]
}

extension DominanceFit {
  /// At how many of the levels that both have i's average increase is larger; `nil` where they share none.
  static func conditional(_ levels: [[Double?]]) -> [[Double?]] {
    levels.indices.map { i in
      levels.indices.map { j in
        guard i != j else { return nil }
        var (won, shared) = (0, 0)
        for case (let own?, let other?) in zip(levels[i], levels[j]) {
          shared += 1
          if own - other > SubsetValues.tie { won += 1 }
        }
        return shared > 0 ? Double(won) / Double(shared) : nil
      }
    }
  }

  /// Whether i's general dominance is above j's by more than rounding; `nil` when it is not known.
  package func isGreater(_ i: Int, than j: Int) -> Bool? {
    general.map { $0[i] - $0[j] > SubsetValues.tie }
  }
}
