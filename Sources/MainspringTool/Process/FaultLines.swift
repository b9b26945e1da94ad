import Platform
import Presentation
import Rendering
import Studies
import Survey

/// What a fault prints: its sentence, and where it has a place the text that was written with a caret below the character.
enum FaultLines {
  /// Columns that the text may take; of a longer one the part around the character is shown.
  private static let width = 72

  static func text(_ fault: any Fault) -> String {
    var sentence = "mainspring: \(VisibleText.escaped(fault.sentence.withOptions))"
    if case .noSuchFile(let path)? = fault as? FileFault, let hint = Complaint.file(path) {
      sentence += " \(VisibleText.escaped(hint))"
    }
    let model = (fault as? ModelFault).map { (text: $0.text, position: $0.position) }
    guard let place = (fault as? SyntaxFault)?.written ?? model else { return sentence }
    return sentence + "\n" + excerpt(place.text, at: place.position)
  }

  /// Two lines: the text, and a caret below its character, counted from 1.
  static func excerpt(_ text: String, at position: Int) -> String {
    let characters = text.map { VisibleText.escaped(String($0)) }
    let place = min(max(0, position - 1), characters.count)
    let widths = characters.map(displayWidth)
    // A long text is cut on both sides, a third of the room before the character.
    var start = 0
    var before = widths[..<place].reduce(0, +)
    while before > width / 3, widths.reduce(0, +) > width {
      before -= widths[start]
      start += 1
    }
    var end = start
    var used = 0
    while end < characters.count, used + widths[end] <= width {
      used += widths[end]
      end += 1
    }
    let (head, tail) = (start > 0 ? "…" : "", end < characters.count ? "…" : "")
    let blanks = String(repeating: " ", count: displayWidth(head) + before)
    return "  \(head)\(characters[start..<end].joined())\(tail)\n  \(blanks)^"
  }
}

extension SyntaxFault {
  /// The text with the place: of a file the line.
  fileprivate var written: (text: String, position: Int)? {
    if let place { return place }
    guard case .study(let file, let line, let column, _, _) = self, let text = Self.line(line, of: file) else {
      return nil
    }
    return (text, column)
  }

  /// A line of a file, from 1; `nil` where it cannot be read, or there is none.
  private static func line(_ number: Int, of file: String) -> String? {
    guard PathStatus.size(file) != nil, let text = Files.text(file) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    return line.allSatisfy(\.isWhitespace) ? nil : String(line)
  }
}
