public import Survey

/// What keeps items from being factored.
public enum FactorFault: Fault {
  case tooFewItems(items: Int, needed: Int, analysis: String)
  case tooFewRespondents(rows: Int, items: Int, analysis: String)
  case sameItems(a: String, b: String, correlation: Double)
  case dependentItems(variable: String)
  case tooManyFactors(factors: Int, items: Int, limit: Int)

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .tooFewItems(let items, let needed, let analysis):
      "\(items) item\(items == 1 ? "" : "s") \(items == 1 ? "is" : "are") too few for \(analysis): at least \(needed) are needed. Name more with \(setting: .variables)."
    case .tooFewRespondents(let rows, let items, let analysis):
      "\(rows) respondent\(rows == 1 ? "" : "s") cannot carry \(analysis) of \(items) items: there must be more respondents than items, and many more are better. Choose fewer items or collect more answers."
    case .sameItems(let a, let b, let correlation):
      "'\(a)' and '\(b)' correlate at \(correlation < 0 ? "−1: one is the other turned round" : "1: they say the same"). Leave one of them out."
    case .dependentItems(let variable):
      "'\(variable)' is a combination of the items before it, a sum or a mean for instance. Leave it out."
    case .tooManyFactors(let factors, let items, let limit):
      "\(factors) factors are more than \(items) items can tell apart: at most \(limit). Ask for fewer with \(setting: .factors), or extract components with \(setting: .extraction, "components")."
    }
  }
}
