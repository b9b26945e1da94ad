public import Survey

/// What is wrong with a file of reference figures.
public enum ReferenceFault: Fault {
  case referenceFile(source: String, problem: String, suggestion: String)

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .referenceFile(let source, let problem, let suggestion):
      "\(source): \(problem). \(suggestion)"
    }
  }
}
