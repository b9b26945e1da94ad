/// What is wrong with the data, a file or a request: an error of one family, with the names, rows and values to blame.
///
/// Each family has a small type of its own, which words its cases in one place; `DataFault` holds what several families find
/// wrong. Whoever runs an analysis catches `any Fault`.
public protocol Fault: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what to do, in plain sentences. Say `sentence` to show it.
  var words: Sentence { get }
  /// The process's exit status: 64 usage, 65 data, 66 no input, 73 cannot write.
  var exitStatus: Int32 { get }
}

extension Fault {
  /// Most faults are the data's: 65.
  public var exitStatus: Int32 { 65 }

  /// `sentence`, with settings named as in a study.
  public var description: String { sentence.description }

  /// What is wrong, where, and what to do, in plain sentences; a name or cell of more than 80 characters is cut.
  public var sentence: Sentence {
    var sentence = words
    // Whatever a case carries is cut in whatever sentence it stands.
    for payload in Mirror(reflecting: self).children.flatMap({ Mirror(reflecting: $0.value).children }) {
      let strings =
        payload.value as? [String] ?? (payload.value as? Sentence)?.texts
        ?? [payload.value as? String].compactMap { $0 }
      for long in strings where long.utf8.count > Quotation.limit {
        switch payload.label {
        // Files are told whole, and so is what has a place within it, and our own words.
        case "path", "source", "file", "text", "format", "advice": break
        case "problem", "suggestion", "reason", "role", "what", "analysis", "after":
          sentence = sentence.mappingText { text, isQuoted in
            text.replacing(long, with: isQuoted ? Quotation.cut(long) : Quotation.cutQuotations(in: long))
          }
        default: sentence = sentence.mappingText { text, _ in text.replacing(long, with: Quotation.cut(long)) }
        }
      }
    }
    return sentence
  }
}
