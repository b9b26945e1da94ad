public import Survey

/// What is wrong with a table of sums.
public enum SumsFault: Sendable, Equatable {
  /// Its form, or numbers that cannot belong together.
  case table(source: String, problem: Sentence, suggestion: Sentence)
  /// What the table that was summed holds.
  case data(source: String, problem: Sentence, suggestion: Sentence)
}

extension SumsFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .table(let source, let problem, let suggestion), .data(let source, let problem, let suggestion):
      "\(source): \(problem). \(suggestion)"
    }
  }
}
