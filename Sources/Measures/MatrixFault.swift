public import Survey

/// What is wrong with a matrix, or a file of moments, that stands in for the respondents.
public enum MatrixFault: Sendable, Equatable {
  /// Its form, or a value in it.
  case momentsFile(source: String, problem: Sentence)
  /// Two values for one pair.
  case notSymmetric(a: String, b: String)
  /// A diagonal that may hold variances, or something else in the place of ones.
  case ambiguousDiagonal(source: String, variable: String, value: Double)
  /// Nobody says how many respondents it is from.
  case needsN
  /// Means or scales are not all known.
  case needsMeans(analysis: String)
}

extension MatrixFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .momentsFile(let source, let problem):
      "\(source): \(problem)."
    case .notSymmetric(let a, let b):
      "The matrix gives two different values for '\(a)' with '\(b)'. Correct the one that is misprinted."
    case .ambiguousDiagonal(let source, let variable, let value):
      "\(source): the diagonal holds \(Sentence.number(value)) for '\(variable)', and no number lies outside -1 to 1: that can be correlations with something else on the diagonal, or covariances. Say what it holds: \(setting: .diagonal, "ones") (√AVE of Fornell and Larcker; ones take its place), \(setting: .diagonal, "reliability") (α or ω; ones take their place) or \(setting: .diagonal, "variances")."
    case .needsN:
      "The file does not say how many respondents it is from. Give their number with \(setting: .n)."
    case .needsMeans(let analysis):
      "\(analysis) needs the mean and the scale of every driver, and they are not all known. Declare the scale with \(setting: .scale), such as \(setting: .scale, "1:7"); in a moments file add rows 'mean,<driver>,,<value>'."
    }
  }
}
