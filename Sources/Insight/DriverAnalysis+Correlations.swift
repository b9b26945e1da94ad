import LinearAlgebra
import Measures
import Regression
import Resampling
import Survey

extension DriverAnalysis {
  /// Fits all outcomes on correlations of another kind than product moments: of ranks, or polychorics.
  ///
  /// Coefficients are standardised. No formula gives their errors: they are `nil`, and resampling the rows, each replicate
  /// with correlations of its own, gives intervals.
  func fitCorrelations(
    to frame: ModelFrame, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    if correlation == .partial {
      throw DataFault.request(
        problem:
          "Partial correlations hold the other drivers constant already, so that no regression can start from them",
        suggestion: "Use \(setting: .correlation, "pearson"), spearman, kendall, polychoric or mixed.")
    }
    if let errors, errors != .classical, errors != .bootstrap, errors != .replicates {
      throw DataFault.request(
        problem: "Errors of the kind '\(errors.rawValue)' need product moments",
        suggestion: "Use \(setting: .errors, "bootstrap"), or leave \(setting: .correlation) out.")
    }
    if frame.missing == .em {
      throw DataFault.request(
        problem:
          "Maximum likelihood moments (\(setting: .missing, "em")) are product moments, which \(setting: .correlation, correlation.rawValue) is not",
        suggestion: "Leave one of them out.")
    }
    let others = [
      (diagnostics, Setting(.diagnostics)), (permutations > 0, Setting(.permutations)),
      (folds ?? 0 > 0, Setting(.folds)),
      (!blocks.isEmpty, Setting(.blocks)),
    ]
    if let asked = others.first(where: \.0) {
      throw DataFault.request(
        problem:
          "\(asked.1) examines a regression on product moments, which \(setting: .correlation, correlation.rawValue) is not",
        suggestion: "Leave one of them out.")
    }
    for block in frame.always + frame.players where block.isCategorical {
      throw DataFault.request(
        problem: "'\(block.name)' holds categories, which have no \(correlation.rawValue) correlation",
        suggestion: "Leave it out, or leave \(setting: .correlation) out.")
    }
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    let engine = try CorrelationEngine(frame, columns: Array(frame.columns.indices), method: correlation)
    let (moments, point, notes) = try engine.moments(of: frame)
    // The nearest matrix that is positive definite lies on the edge, where R² is whatever the edge makes it.
    let known = SymmetricMatrix(order: moments.names.count, packed: point)
    if !Definiteness(known).isDefinite {
      let smallest = SymmetricEigen(known).values.last ?? 0
      let (a, b, r) = known.closestPair
      throw DataFault.request(
        problem:
          "The matrix of \(correlation.rawValue) correlations is not positive definite (smallest eigenvalue \((smallest * 1e4).rounded() / 1e4)): no answers have all of these correlations at once, so there is no importance and no R²",
        suggestion:
          "Leave out drivers that say nearly the same (the closest are '\(moments.names[a])' and '\(moments.names[b])', at \((r * 1e3).rounded() / 1e3)), put them into a construct, or leave \(setting: .correlation) out\(frame.missing == .pairwise ? "; with pairwise deletion use \(setting: .missing, "listwise")" : "")."
      )
    }
    let subject = Subject(frame, moments)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    let regressions = try frame.outcomes.indices.map { o in
      try regression.fit(to: moments, outcome: subject.outcomeColumn(o), predictors: subject.predictors)
    }
    var fit = try fit(
      subject, regressions, draw: .correlations(frame, engine.starting(at: point)), ratings: PlayerRatings(frame),
      slopes: frame.players.map { _ in nil }, jobs: jobs, progress: progress)
    fit.describe(frame)
    fit.notes = frame.notes + notes + fit.notes
    return fit
  }
}

extension SymmetricMatrix {
  /// The two different rows with the largest entry in size.
  fileprivate var closestPair: (a: Int, b: Int, value: Double) {
    var closest = (a: 0, b: 0, value: 0.0)
    for i in 0..<order {
      for j in 0..<i where abs(self[i, j]) > abs(closest.value) { closest = (j, i, self[i, j]) }
    }
    return closest
  }
}
