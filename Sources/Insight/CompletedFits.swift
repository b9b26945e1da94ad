import Imputation
import Measures
import Regression
import Survey

/// Estimates of completed data, one after the other.
struct CompletedFits: Sendable {
  let specification: MultipleImputation
  /// Of complete rows.
  let roles: AnalysisRoles
  let regression: LinearRegression

  struct Found {
    var moments: Moments
    var regressions: [LinearRegression.Fit]
    var ratings: [Double]
    var slopes: [[Double]?]
  }

  func frame(_ answers: ImputedAnswers, _ imputation: Int) throws -> ModelFrame {
    try ModelFrame(answers.completed(imputation), roles: roles)
  }

  func fits(_ answers: ImputedAnswers, _ range: Range<Int>, jobs: Int) throws -> [Found] {
    try range.map { m in
      let frame = try frame(answers, m)
      let moments = Moments(frame)
      let ratings = PlayerRatings(frame)
      return Found(
        moments: moments,
        regressions: try frame.outcomes.indices.map {
          try regression.fit(to: frame, outcome: $0, moments: moments)
        }, ratings: ratings.point(frame), slopes: PlayerRatings.slopes(frame))
    }
  }

  func pooled(_ found: [Found]) throws -> [LinearRegression.Fit] {
    try found[0].regressions.indices.map { o in
      guard let fit = LinearRegression.Fit.pooled(found.map { $0.regressions[o] }) else {
        throw ImputationFault.unequalModels(outcome: found[0].regressions[o].outcome)
      }
      return fit
    }
  }
}
