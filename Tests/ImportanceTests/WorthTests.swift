import Importance
import LinearAlgebra
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// The worth of sets of players, whichever model says it, and what is read off it.
@Suite struct WorthTests {
  @Test func `a game of gloves is divided as its closed form says`() throws {
    // One left glove (player 0) and two right ones: a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
    let gloves = RefitWorth(playerCount: 3) { players in
      players.contains(0) && players.count > 1 ? 1 : 0
    }
    for jobs in [1, 3] {
      let values = try SubsetValues(of: gloves, jobs: jobs)
      #expect(close(values.shapley, [2.0 / 3, 1.0 / 6, 1.0 / 6], 1e-15))
      #expect(values.first == [0, 0, 0] && values.last == [1, 0, 0] && values.whole == 1)
      let dominance = values.dominance()
      // By hand: beside nobody all add 0, a tie, which is no dominance; beside the third, 0 adds 1 and 1 or 2 nothing.
      #expect(dominance.complete?[0][1] == 0.5 && dominance.complete?[1][0] == 0)
      #expect(dominance.complete?[1][2] == 0 && dominance.complete?[2][1] == 0)
      #expect(dominance.levels?[0] == [0, 1, 1] && dominance.levels?[1] == [0, 0.5, 0])
    }
  }

  @Test func `the worth of nobody is no part of anybody's`() throws {
    let worth = RefitWorth(playerCount: 2) { players in 5 + players.reduce(0.0) { $0 + Double($1 + 1) } }
    let values = try SubsetValues(of: worth)
    #expect(values.values == [0, 1, 2, 3] && values.shapley == [1, 2])
    #expect(try SubsetValues(of: RefitWorth(playerCount: 0) { _ in 3 }).whole == 0)
  }

  @Test func `a set without a fit is an error`() {
    struct NoFit: Error {}
    let worth = RefitWorth(playerCount: 4) { players in
      if players == [1, 3] { throw NoFit() }
      return 0
    }
    for jobs in [1, 4] { #expect(throws: NoFit.self) { try SubsetValues(of: worth, jobs: jobs) } }
  }

  @Test(arguments: [(5, 0, 0), (4, 2, 1), (6, 1, 2)])
  func `moments in one pass are what regressions one by one explain`(_ players: Int, _ always: Int, _ groups: Int)
    throws
  {
    let (problem, scatter) = RecursionTests.problem(players: players, always: always, groups: groups, seed: 41)
    let moments = momentsOf(scatter)
    let direct = MomentsWorth(
      moments, outcome: problem.outcome, players: problem.players, always: problem.always)
    let refitted = RefitWorth(playerCount: players) { chosen in
      let columns = problem.always + chosen.flatMap { problem.players[$0] }
      guard !columns.isEmpty else { return 0 }
      return try LinearRegression().fit(to: moments, outcome: problem.outcome, predictors: columns).rSquared
    }
    let (a, b) = (try SubsetValues(of: direct), try SubsetValues(of: refitted, jobs: 2))
    #expect(close(a.values, b.values, 1e-10))
    #expect(close(a.shapley, b.shapley, 1e-10) && close(a.last, b.last, 1e-10) && close(a.first, b.first, 1e-10))
    // The engine's own walks read the same.
    let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first])
    let out = try engine.numbers(scatter)
    for (m, own) in [b.shapley, b.last, b.first].enumerated() {
      #expect(close(Array(out[engine.importanceColumns(method: m)]), own, 1e-10))
    }
    let fit = try engine.dominance(moments)
    let read = b.dominance()
    #expect(fit.complete == read.complete && fit.conditional == read.conditional)
    #expect(close(fit.general ?? [], read.general ?? [], 1e-10))
  }

  @Test func `what follows from a fitted model is what the regression prints`() throws {
    let (problem, scatter) = RecursionTests.problem(players: 5, always: 0, groups: 0, seed: 5)
    let fit = try LinearRegression(confidence: 0.9).fit(
      to: momentsOf(scatter), outcome: problem.outcome, predictors: problem.players.map { $0[0] })
    let model: any FittedModel = fit
    for (k, term) in fit.terms.enumerated() {
      #expect(model.coefficientNames[k] == term.name && model.estimates[k] == term.estimate)
      guard let error = term.stdError else { continue }
      #expect(abs(model.standardErrors[k]! - error) <= 1e-12 * error)
      #expect(abs(model.pValues[k]! - term.pValue!) <= 1e-10 * term.pValue!)
      let interval = try #require(model.intervals(confidence: 0.9)[k])
      #expect(abs(interval.low - term.low!) <= 1e-11 * error && abs(interval.high - term.high!) <= 1e-11 * error)
    }
  }
}
