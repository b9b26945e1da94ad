public import Structural
public import Survey

/// What is wrong with the text of a model, and the line where it stands.
public struct ModelFault: Fault {
  /// What is wrong with the model.
  public let fault: StructuralFault
  /// The line that was written and the character, from 1, at which it is wrong.
  public let text: String
  /// In characters, from 1.
  public let position: Int

  /// `nil` for a fault that has no place in the text.
  init?(_ fault: StructuralFault, in model: String) {
    guard let place = fault.place else { return nil }
    let lines = model.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(place.line - 1) else { return nil }
    self.fault = fault
    text = String(lines[place.line - 1])
    position = place.column
  }

  /// What is wrong, in a sentence.
  public var words: Sentence { fault.words }
  /// Of the process.
  public var exitStatus: Int32 { fault.exitStatus }
}

extension StructuralFault {
  /// Line and character, from 1, of the text of the model.
  var place: (line: Int, column: Int)? {
    switch self {
    case .syntax(let line, let column, _, _), .noSuchVariable(_, let line, let column, _),
      .noSuchLabel(_, let line, let column, _):
      (line, column)
    default: nil
    }
  }
}
