import Importance
import LinearAlgebra
import Measures
import Regression
import Survey

/// Who plays against whom, in the numbering of one matrix of moments: covariates, players, outcomes, mediators.
struct Subject: Sendable {
  let moments: Moments
  let always: [ModelFrame.Block]
  let players: [ModelFrame.Block]
  let outcomes: [ModelFrame.Block]
  /// What may carry the effects of the players.
  var mediators: [ModelFrame.Block] = []

  init(
    moments: Moments, always: [ModelFrame.Block], players: [ModelFrame.Block], outcomes: [ModelFrame.Block]
  ) {
    self.moments = moments
    self.always = always
    self.players = players
    self.outcomes = outcomes
  }

  init(_ frame: ModelFrame, _ moments: Moments) {
    self.moments = moments
    always = frame.always
    players = frame.players
    outcomes = frame.outcomes
    mediators = frame.mediators
  }

  init(_ model: ModelMoments) {
    moments = model.moments
    always = model.always
    players = model.players
    outcomes = model.outcomes
    mediators = model.mediators
  }

  /// Covariates and players: what the regression sees.
  var predictors: [ModelFrame.Block] { always + players }
  var predictorColumns: [Int] { predictors.flatMap { Array($0.columns) } }
  func outcomeColumn(_ outcome: Int) -> Int { outcomes[outcome].columns.lowerBound }

  func problem(_ outcome: Int) -> ImportanceProblem {
    ImportanceProblem(
      always: always.flatMap { Array($0.columns) }, players: players.map { Array($0.columns) },
      isCategorical: players.map(\.isCategorical), outcome: outcomeColumn(outcome),
      predecessors: ImportanceProblem.predecessors(players, columns: moments.names))
  }

  /// Whether the others leave so little of a driver of its own that its coefficient cannot be acted on. The items of a group
  /// rise together, which is well known where each of them alone is not.
  func isInflated(_ terms: [LinearRegression.Fit.Term]) -> Bool {
    terms.count == 1 && terms.contains { ($0.vif ?? 1) > LinearRegression.largestInflation }
  }

  /// Of each player with one coefficient, its sign; `nil` of others.
  func signs(_ fit: LinearRegression.Fit) -> [Int?] {
    players.indices.map { k in
      let own = fit.terms.filter { $0.blockIndex == always.count + k }
      guard own.count == 1, let b = own[0].estimate else { return nil }
      return b > 0 ? 1 : b < 0 ? -1 : 0
    }
  }

  /// Names the drivers whose effect is withheld.
  func noteOnInflation(_ fit: LinearRegression.Fit) -> Note? {
    let names = players.indices.filter { k in
      !players[k].isCategorical && !problem(0).isHierarchical
        && isInflated(fit.terms.filter { $0.blockIndex == always.count + k })
    }.map { players[$0].title }
    guard !names.isEmpty else { return nil }
    return Note(
      .effectWithheld,
      names.count == 1
        ? "\(quoted(names)): the other predictors determine it so nearly (variance inflation above \(Int(LinearRegression.largestInflation))) that its coefficient says nothing to act on: effect, potential and priority are withheld."
        : "\(quoted(names)): the other predictors determine them so nearly (variance inflation above \(Int(LinearRegression.largestInflation))) that their coefficients say nothing to act on: effect, potential and priority are withheld."
    )
  }

  /// The plain correlation of each player with an outcome. Of a group it is that of the sum of its items in points of
  /// performance; `nil` without a scale, for categories, and for what does not vary.
  func correlations(_ outcome: Int, slopes: [[Double]?]) -> [Double?] {
    let covariance = moments.covariance
    let y = outcomeColumn(outcome)
    return players.indices.map { k in
      guard !players[k].isCategorical else { return nil }
      let columns = Array(players[k].columns)
      let units = columns.count == 1 ? [1] : slopes[k]
      guard let units, units.count == columns.count else { return nil }
      var product = 0.0
      var variance = 0.0
      for (a, u) in zip(columns, units) {
        product += u * covariance[a, y]
        for (b, v) in zip(columns, units) { variance += u * v * covariance[a, b] }
      }
      guard variance > 0, covariance[y, y] > 0 else { return nil }
      return product / (variance * covariance[y, y]).squareRoot()
    }
  }
}
