/// Text from outside (a name, a cell, an option), made safe to show: nothing in it moves a cursor, colours a terminal, hides, or
/// turns the reading direction round.
public enum VisibleText {
  /// Every character that would do so is spelled `\u{1B}`, line breaks and tabs included: for a message of one line.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result.append(contentsOf: spelled(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same for text that is laid out: a line break or a tab, as labels have them, is a space.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\t": result.append(" ")
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case _ where isHidden(scalar): result.append(contentsOf: spelled(scalar).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Several lines of our own around texts from outside, as a usage message is: line breaks stay.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "\n")
  }

  /// Controls (C0, DEL, C1), line and paragraph separators, and the characters that override or isolate a reading direction.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
