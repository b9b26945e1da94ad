import Measures
import Regression
import Resampling
import Survey

extension DriverAnalysis {
  /// Fits all outcomes on maximum likelihood moments of rows with missing answers. Every replicate finds its own.
  ///
  /// - Throws: `MissingFault`, and `DataFault` of the regression.
  func fitMaximumLikelihood(
    to frame: ModelFrame, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try ModelExtent.requireRows(frame)
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    let found = try MaximumLikelihoodMoments(frame)
    let information = errors == .bootstrap ? nil : NormalInformation(found)
    let subject = Subject(frame, found.moments)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    let regressions = try frame.outcomes.indices.map {
      try regression.fit(to: found, information, frame: frame, outcome: $0)
    }
    var fit = try fit(
      subject, regressions, draw: .maximumLikelihood(frame, found),
      ratings: PlayerRatings(frame, followsMeans: true), slopes: PlayerRatings.slopes(frame), jobs: jobs,
      progress: progress)
    fit.describe(frame)
    fit.countsIncomplete = true
    try addAnswers(of: frame, subject, rows: nil, jobs: jobs, to: &fit)
    fit.notes = frame.notes + [found.note] + fit.notes
    return fit
  }
}
