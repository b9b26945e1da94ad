import Insight
import Measures
import Simulation
import Survey

/// What the analysis of infinitely many respondents would find, from the exact moments of the answers.
struct StudyTruth {
  let rSquared: Double
  /// `nil` when nothing is explained: there is nothing to share.
  let shares: [Double]?
  /// 1 is the largest.
  let ranks: [Int]?
  /// On 0–100.
  let performance: [Double]
  /// With the crosshair at the means.
  let quadrants: [Quadrant]?

  init(_ design: StudyDesign, _ model: SurveyModel) throws {
    let population = try model.populationShares(players: .items)[0]
    let moments = try model.populationMoments(players: .items)
    rSquared = population.rSquared
    let scales = design.roles.players.map { $0.items[0].scale! }
    let performance = zip(scales, moments.means!).map { $0.percent($1) }
    self.performance = performance
    guard design.rSquared > 0 else {
      shares = nil
      ranks = nil
      quadrants = nil
      return
    }
    // A driver that has nothing to do with anything keeps a share of rounding size.
    let shares = population.shares.map { abs($0) < 1e-12 ? 0 : $0 }
    self.shares = shares
    ranks = shares.map { share in 1 + shares.count { $0 > share } }
    let lines = CrosshairRule.mean.crosshair(importance: shares, performance: performance, importanceIsStated: false)
    quadrants = zip(shares, performance).map { Quadrant(importance: $0, performance: $1, crosshair: lines) }
  }
}
