/// What is wrong with something that somebody wrote: the file of a study or a model, or a condition. Each case has its place.
public enum SyntaxFault: Sendable, Equatable {
  /// In a file of YAML or JSON; lines and columns count from 1.
  case study(file: String, line: Int, column: Int, problem: Sentence, suggestion: Sentence?)
  /// In a condition on rows; characters count from 1.
  case expression(text: String, position: Int, problem: Sentence, suggestion: Sentence?)
  /// In the expression of a derived variable; characters count from 1.
  case derivation(name: String, text: String, position: Int, problem: Sentence, suggestion: Sentence?)
  /// A condition, or the expression of a derived variable, that names a column that the data do not have.
  case column(name: String, nearest: [String], text: String, position: Int, derived: String?)
}

extension SyntaxFault: Fault {
  /// 64: usage; 65 for a column that other data may have.
  public var exitStatus: Int32 {
    if case .column = self { 65 } else { 64 }
  }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .study(let file, let line, let column, let problem, let suggestion):
      "\(file):\(line):\(column): \(problem)." + Sentence.following(suggestion)
    case .expression(let text, let position, let problem, let suggestion):
      "In the condition '\(text)', at character \(position): \(problem)." + Sentence.following(suggestion)
    case .derivation(let name, let text, let position, let problem, let suggestion):
      "In '\(name)', derived by '\(text)', at character \(position): \(problem)." + Sentence.following(suggestion)
    case .column(let name, let nearest, let text, let position, let derived):
      (derived.map { "In '\($0)', derived by '\(text)', at character \(position): " }
        ?? "In the condition '\(text)', at character \(position): ")
        + "there is no column '\(name)'."
        + (nearest.isEmpty
          ? " `mainspring describe` lists the columns."
          : " Did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?")
    }
  }

  /// The text that was written and the character, from 1, at which it is wrong; of a file `nil`, which knows it by its lines.
  public var place: (text: String, position: Int)? {
    switch self {
    case .study: nil
    case .expression(let text, let position, _, _), .derivation(_, let text, let position, _, _),
      .column(_, _, let text, let position, _):
      (text, position)
    }
  }
}
