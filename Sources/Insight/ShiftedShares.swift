import Importance
public import Imputation
import Measures
import Regression
import Resampling
public import Survey

/// A driver's share of importance if those who left answers out would have answered higher or lower than others who answered alike:
/// sensitivity to answers that are not missing at random (van Buuren 2018, § 9.2).
public struct ShiftedShare: Sendable, Equatable {
  public var outcome: String
  public var driver: String
  public var label: String?
  /// Added to every answer drawn, in standard deviations of its variable's answers; held within their bounds.
  public var shift: Double
  /// Of lmg, the mean over the completed data; `nil` where nothing is explained.
  public var share: Double?
  /// The share less that without a shift.
  public var change: Double?
}

extension DriverAnalysis {
  /// Shifts that are tried.
  public static let shifts = [-0.5, -0.25, 0, 0.25, 0.5]

  /// The shares of the first method under shifted imputations.
  ///
  /// - Throws: as `fit(imputing:roles:by:)`.
  public func shiftedShares(
    imputing dataset: Dataset, roles: AnalysisRoles, by specification: MultipleImputation,
    imputations: Int = MultipleImputation.fewest, jobs: Int = 1
  ) throws -> [ShiftedShare] {
    try refuseImputation(roles)
    let open = try ModelFrame(dataset, roles: roles.treating(.impute), ratings: false)
    let model = try specification.model(dataset, roles: roles, rows: open)
    let answers = try model.draw(0..<imputations, jobs: jobs)
    let complete = roles.treating(.listwise)
    var result: [ShiftedShare] = []
    for shift in Self.shifts {
      var sums = [[Double]](
        repeating: [Double](repeating: 0, count: open.players.count), count: open.outcomes.count)
      for m in 0..<imputations {
        let frame = try ModelFrame(answers.completed(m, shift: shift), roles: complete, ratings: false)
        let own = Subject(frame, Moments(frame))
        for o in open.outcomes.indices {
          let problem = own.problem(o)
          let engine = ImportanceEngine(
            problem: problem, methods: [methods[0]],
            subsets: ImportanceEngine.subsets(for: problem, inReplicates: true, seed: bootstrap.seed))
          let fit = try engine.fit(own.moments, playerNames: own.players.map(\.title), jobs: jobs)
          for k in open.players.indices { sums[o][k] += fit.importance[0][k] ?? .nan }
        }
      }
      for (o, outcome) in open.outcomes.enumerated() {
        let shares = ImportanceFit.shares(sums[o])
        for (k, player) in open.players.enumerated() {
          result.append(
            ShiftedShare(
              outcome: outcome.name, driver: player.name, label: player.label, shift: shift,
              share: shares[k].isFinite ? shares[k] : nil))
        }
      }
    }
    // By outcome and driver, each with its shifts.
    let order = Dictionary(
      uniqueKeysWithValues: open.outcomes.enumerated().flatMap { o, outcome in
        open.players.enumerated().map { k, player in ([outcome.name, player.name], o * open.players.count + k) }
      })
    result.sort {
      (order[[$0.outcome, $0.driver]]!, $0.shift) < (order[[$1.outcome, $1.driver]]!, $1.shift)
    }
    for at in result.indices {
      let own = result[at]
      let plain = result.first { $0.shift == 0 && $0.outcome == own.outcome && $0.driver == own.driver }?.share
      if let share = own.share, let plain { result[at].change = share - plain }
    }
    return result
  }
}
