import Platform
import Probability
import Survey

extension RegressionDiagnostics {
  /// Above this condition index a near dependency harms the coefficients (Belsley, Kuh & Welsch 1980).
  static let harmfulConditionIndex = 30.0

  /// What the reader should do about what was found.
  func remarks(_ estimate: LeastSquares, errors: LinearRegression.ErrorKind) -> [Note] {
    var notes: [Note] = []
    let outcome = estimate.outcome
    if let p = test(.breuschPagan)?.pValue, p < 0.05, errors == .classical {
      notes.append(
        Note(
          .unequalVariance,
          "The errors of '\(outcome)' vary with the predictors (Breusch–Pagan test, p \(shown(p))): classical standard errors are not to be trusted. Use \(setting: .errors, "hc3")."
        ))
    }
    if let p = test(.reset)?.pValue, p < 0.05 {
      notes.append(
        Note(
          .form,
          "A straight line may not do for '\(outcome)' (RESET test, p \(shown(p))): a curve or an interaction of drivers may be missing. Look at \(setting: .figure, "residuals")."
        ))
    }
    notes += influentialRows(estimate)
    notes += estimate.sharedDimensions(amongPredictors: false)
    return notes
  }

  /// The positions of the rows with the largest Cook's distance, ascending; rows without one (leverage 1) come first.
  package static func mostInfluential(_ rows: [Influence], count: Int) -> [Int] {
    func size(_ i: Int) -> Double { rows[i].cooksDistance ?? (rows[i].leverage > 0.999999 ? .infinity : 0) }
    return rows.indices.sorted { (size($1), $0) < (size($0), $1) }.prefix(count).sorted()
  }

  /// Rows whose Cook's distance is beyond the median of F: leaving one out moves the coefficients to the edge of their 50 %
  /// confidence region or further (Cook 1977).
  private func influentialRows(_ estimate: LeastSquares) -> [Note] {
    let limit = FDistribution(numerator: estimate.modelDegrees + 1, denominator: estimate.residualDegrees)
      .quantile(0.5)
    let rows = influence.filter { ($0.cooksDistance ?? 0) > limit }
      .sorted { ($1.cooksDistance!, $0.row) < ($0.cooksDistance!, $1.row) }
    guard let first = rows.first else { return [] }
    let distance = (first.cooksDistance! * 100).rounded() / 100
    let others = rows.dropFirst().prefix(4).map { "\($0.row)" }
    return [
      Note(
        .influentialRow,
        others.isEmpty
          ? "Row \(first.row) decides much of the result for '\(estimate.outcome)' (Cook's distance \(distance)). Check its answers, and see what changes without it."
          : "Row \(first.row) decides much of the result for '\(estimate.outcome)' (Cook's distance \(distance)); so do rows \(others.joined(separator: ", ")). Check its answers, and see what changes without it."
      )
    ]
  }

  /// `= .032`, `below .001`.
  private func shown(_ p: Double) -> Sentence {
    if p < 0.001 { return "below .001" }
    let thousandths = String(Int((p * 1000).rounded()))
    return Sentence("= ." + String(repeating: "0", count: 3 - thousandths.count) + thousandths)
  }
}
