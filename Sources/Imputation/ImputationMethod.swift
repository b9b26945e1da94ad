/// How the missing answers to one variable are drawn, given all the others.
public enum ImputationMethod: String, Sendable, CaseIterable, Codable {
  /// Predictive mean matching: the answer of one of the five respondents whose predicted answer is nearest (Little 1988; type 1 as
  /// in van Buuren's mice). Answers stay on their scale. The default for numbers.
  case matching = "pmm"
  /// A linear regression with normal errors, its coefficients and error variance drawn from their posterior. Answers leave a scale
  /// and are no whole numbers.
  case normal
  /// A logit. The default for variables of two values.
  case logit
  /// Proportional odds, for a few values in order.
  case ordinal
  /// A logit of each category against those that follow. The default for names of categories, and for these alone.
  case categories

  /// Values in order that proportional odds may have.
  static let mostLevels = 12
}
