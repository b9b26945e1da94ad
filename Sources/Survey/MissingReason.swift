/// Why an answer is missing.
public enum MissingReason: Sendable, Hashable {
  /// Nothing stands there.
  case empty
  /// What programs write for no answer: `NA`, `null`, and their like.
  case notAvailable
  /// A code that was declared, as it was written.
  case code(String)
  /// An answer in words that gives none, as it was written: `Not applicable`.
  case answer(String)
  /// A text in a column of numbers.
  case unreadable
}

extension MissingReason: CustomStringConvertible {
  /// As tables name it: `empty`, `NA`, `code 98`, `unreadable`.
  public var description: String {
    switch self {
    case .empty: "empty"
    case .notAvailable: "NA"
    case .code(let text): "code " + text
    case .answer(let text): text
    case .unreadable: "unreadable"
    }
  }
}
