import Insight
import Regression
import Survey

/// What captions say of errors: of which kind they are, and who prints others.
enum ErrorWords {
  private static let others: Sentence = "\(setting: .errors, "classical") gives those that R's lm and SPSS print."

  /// Under the table of coefficients; `nil` where no errors are known.
  static func ofCoefficients(_ fit: DriverAnalysis.Fit) -> Sentence? {
    guard
      let regression = fit.outcomes.map(\.regression).first(where: { $0.terms.contains { $0.stdError != nil } })
    else { return nil }
    let own: Sentence
    switch regression.errors {
    case .classical:
      return "Standard errors: classical, for errors of equal variance, as R's lm and SPSS print them."
    case .hc0, .hc1, .hc2, .hc3, .hc4:
      own = "Standard errors: \(regression.errors.rawValue), right whether or not errors have equal variance."
    case .jackknife:
      own =
        regression.dfResidual.map {
          "Standard errors: leaving out each of \(Int($0) + 1) blocks of respondents in turn, right whether or not errors have equal variance."
        }
        ?? "Standard errors: leaving out blocks of respondents in turn, right whether or not errors have equal variance."
    case .cluster: own = "Standard errors: of clusters, whose respondents may be alike."
    case .design: own = "Standard errors: of the sampling design."
    case .replicates: return "Standard errors: of the replicate weights."
    case .bootstrap: own = "Standard errors: the spread of the resamples."
    }
    return own + " " + others
  }

  /// Under the table of models: whose the interval of R² is, and what it rests on.
  static func ofModel(_ fit: DriverAnalysis.Fit) -> Sentence? {
    guard fit.outcomes.contains(where: { $0.rSquared.low != nil }) else { return nil }
    let bases = Set(fit.outcomes.filter { $0.rSquared.low != nil }.map(\.regression.rSquaredBasis))
    let own: Sentence
    switch bases.count == 1 ? bases.first! : nil {
    case .influence: own = "from what each respondent does to it"
    case .normalTheory: own = "as if errors were normal and of equal variance"
    case nil:
      own =
        bases == [nil]
        ? "from the spread of the resamples"
        : "from what each respondent does to it, near 0 as if errors were normal and of equal variance"
    }
    let isBold = fit.outcomes.contains { outcome in
      [.hc0, .hc1, .hc2, .hc3, .hc4, .jackknife].contains(outcome.regression.errors)
        && outcome.regression.fStatistic != nil
        && outcome.regression.n < 25 * outcome.regression.dfModel
    }
    let text: Sentence = "low and high: of the population's R², for which adj. R² is the estimate; \(own)."
    return isBold ? text + " F is Wald's, and with so few respondents for the terms its p is too small." : text
  }
}
