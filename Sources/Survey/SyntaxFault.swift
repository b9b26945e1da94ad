/// What is wrong with something that somebody wrote: the file of a study or a model, or a condition. Each case has its place.
public enum SyntaxFault: Sendable, Equatable {
  /// In a file of YAML or JSON; lines and columns count from 1.
  case study(file: String, line: Int, column: Int, problem: Sentence, suggestion: Sentence?)
  /// In a condition on rows; characters count from 1.
  case expression(text: String, position: Int, problem: Sentence, suggestion: Sentence?)
  /// In the expression of a derived variable; characters count from 1.
  case derivation(name: String, text: String, position: Int, problem: Sentence, suggestion: Sentence?)
}

extension SyntaxFault: Fault {
  /// 64: usage.
  public var exitStatus: Int32 { 64 }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .study(let file, let line, let column, let problem, let suggestion):
      "\(file):\(line):\(column): \(problem)." + Sentence.following(suggestion)
    case .expression(let text, let position, let problem, let suggestion):
      "In the condition '\(text)', at character \(position): \(problem)." + Sentence.following(suggestion)
    case .derivation(let name, let text, let position, let problem, let suggestion):
      "In '\(name)', derived by '\(text)', at character \(position): \(problem)." + Sentence.following(suggestion)
    }
  }
}
