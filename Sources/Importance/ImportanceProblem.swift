public import Measures

/// Who plays, for which outcome, and what is always in the model: positions in a matrix of moments.
public struct ImportanceProblem: Sendable, Equatable {
  /// Columns of covariates that stay in every model. Their part of R² is not divided among the players.
  public var always: [Int]
  /// The columns of each player: one for a numeric driver, several for a group or a categorical driver.
  public var players: [[Int]]
  /// Whether a player is a categorical variable (its columns are indicators).
  public var isCategorical: [Bool]
  /// Its column in the moments.
  public var outcome: Int
  /// By player, the players that come before it in every order of entry: a product's factors. Empty: there are none.
  public var predecessors: [[Int]]

  public init(
    always: [Int] = [], players: [[Int]], isCategorical: [Bool]? = nil, outcome: Int, predecessors: [[Int]] = []
  ) {
    precondition(isCategorical == nil || isCategorical!.count == players.count, "one flag per player")
    precondition(predecessors.isEmpty || predecessors.count == players.count, "one list of predecessors per player")
    self.predecessors = predecessors
    self.always = always
    self.players = players
    self.isCategorical = isCategorical ?? [Bool](repeating: false, count: players.count)
    self.outcome = outcome
  }

  /// The players and covariates of a frame against one of its outcomes.
  public init(_ frame: ModelFrame, outcome: Int) {
    self.init(
      always: frame.always.flatMap { Array($0.columns) }, players: frame.players.map { Array($0.columns) },
      isCategorical: frame.players.map(\.isCategorical), outcome: frame.outcomes[outcome].columns.lowerBound,
      predecessors: ImportanceProblem.predecessors(frame.players, columns: frame.columns.map(\.term)))
  }

  /// Of each product among the players, those it is made of: factors by their own name or within a group, and products of
  /// some of its factors. Empty when there are no products.
  public static func predecessors(_ players: [ModelFrame.Block], columns: [String]) -> [[Int]] {
    guard players.contains(where: { !$0.powers.isEmpty }) else { return [] }
    return players.map { product in
      guard !product.powers.isEmpty else { return [] }
      return players.indices.filter { k in
        let other = players[k]
        if other.powers.isEmpty {
          return product.powers[other.name] != nil
            || other.columns.contains { product.powers[columns[$0]] != nil }
        }
        return other.powers != product.powers && other.powers.allSatisfy { $1 <= product.powers[$0] ?? 0 }
      }
    }
  }

  package var precedence: Precedence { Precedence(predecessors, playerCount: players.count) }
  /// Whether some players wait for others.
  public var isHierarchical: Bool { predecessors.contains { !$0.isEmpty } }

  /// Whether each player is one column: only then do all methods have a meaning. Of two categories it does not matter which
  /// one the indicator stands for.
  public func isSingle(_ player: Int) -> Bool { players[player].count == 1 }
  /// Some player has several columns.
  public var hasGroups: Bool { players.indices.contains { !isSingle($0) } }
}
