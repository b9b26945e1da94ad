public import Survey

/// What keeps drivers from being compared, or from standing in a matrix.
public enum DriverFault: Fault {
  case categoricalDriver(variable: String, analysis: String)
  case correctionInadmissible(eigenvalue: Double, a: String, b: String, correlation: Double)
  case nothingExplained(outcome: String)

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .categoricalDriver(let variable, let analysis):
      "'\(variable)' holds categories, and \(analysis) needs ratings. Keep it as a covariate instead: \(setting: .always, variable)."
    case .correctionInadmissible(let eigenvalue, let a, let b, let correlation):
      "Corrected for unreliability the correlations contradict each other (smallest eigenvalue \(rounded(eigenvalue))): the closest, '\(a)' and '\(b)', would correlate at \(rounded(correlation)). Join constructs that are nearly one, give higher reliabilities with \(setting: .reliability), or leave \(setting: .correct) out."
    case .nothingExplained(let outcome):
      "The drivers explain nothing of '\(outcome)', so there are no shares of importance to set against performance. Look at the coefficients with `mainspring drivers`."
    }
  }

  private func rounded(_ value: Double) -> String {
    let value = (value * 1000).rounded() / 1000
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
