public import Measures

/// Who plays, for which outcome, and what is always in the model: positions in a matrix of moments.
public struct ImportanceProblem: Sendable, Equatable {
  /// Columns of covariates that stay in every model. Their part of R² is not divided among the players.
  public var always: [Int]
  /// The columns of each player: one for a numeric driver, several for a group or a categorical driver.
  public var players: [[Int]]
  /// Whether a player is a categorical variable (its columns are indicators).
  public var isCategorical: [Bool]
  public var outcome: Int

  public init(always: [Int] = [], players: [[Int]], isCategorical: [Bool]? = nil, outcome: Int) {
    precondition(isCategorical == nil || isCategorical!.count == players.count, "one flag per player")
    self.always = always
    self.players = players
    self.isCategorical = isCategorical ?? [Bool](repeating: false, count: players.count)
    self.outcome = outcome
  }

  /// The players and covariates of a frame against one of its outcomes.
  public init(_ frame: ModelFrame, outcome: Int) {
    self.init(
      always: frame.always.flatMap { Array($0.columns) }, players: frame.players.map { Array($0.columns) },
      isCategorical: frame.players.map(\.isCategorical), outcome: frame.outcomes[outcome].columns.lowerBound)
  }

  /// Whether each player is one column of a numeric variable: only then do all methods have a meaning.
  public func isSingle(_ player: Int) -> Bool { players[player].count == 1 && !isCategorical[player] }
  public var hasGroups: Bool { players.indices.contains { !isSingle($0) } }
}
