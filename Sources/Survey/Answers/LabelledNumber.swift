/// A number with what it stands for: `5 - Very satisfied`, `Not at all likely – 0`, `10 (extremely likely)`.
public struct LabelledNumber: Sendable, Equatable {
  /// The number alone.
  public let number: Int
  /// What it stands for, without marks around it.
  public let label: String

  /// `nil` of any other text; a bare number has no label.
  public init?(_ text: String) {
    let text = Selection.plainSpaces(text)
    func isDigit(_ c: Character) -> Bool { "0"..."9" ~= c }
    let marks = "-\u{2013}\u{2014}\u{2212}:=.)|"
    let first = text.prefix(while: isDigit)
    let last = String(text.reversed().prefix(while: isDigit).reversed())
    var found: (digits: Substring, label: Substring)?
    if 1...3 ~= first.count {
      let rest = text.dropFirst(first.count).drop { $0 == " " }
      if let mark = rest.first, marks.contains(mark) {
        found = (first, rest.dropFirst())
      } else if rest.first == "(", rest.last == ")" {
        found = (first, rest.dropFirst().dropLast())
      }
    } else if 1...3 ~= last.count {
      let rest = text.dropLast(last.count)
      let trimmed = Selection.trimmed(String(rest))
      if let mark = trimmed.last, "-\u{2013}\u{2014}\u{2212}:=".contains(mark) {
        found = (Substring(last), Substring(trimmed.dropLast()))
      }
    } else if text.last == ")", let open = text.lastIndex(of: "(") {
      let inner = text[text.index(after: open)...].dropLast()
      if 1...3 ~= inner.count, inner.allSatisfy(isDigit) { found = (inner, text[..<open]) }
    }
    guard let found, let number = Int(found.digits) else { return nil }
    let label = Selection.trimmed(String(found.label))
    guard label.first?.isLetter ?? false else { return nil }
    (self.number, self.label) = (number, label)
  }
}
