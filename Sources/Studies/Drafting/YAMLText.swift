/// Texts as YAML, so that this reader and any other reads the same text back.
enum YAMLText {
  /// A scalar: plain where nothing about it can be taken for anything else, else in quotes.
  static func scalar(_ text: String) -> String {
    if isPlain(text) { return text }
    guard needsEscapes(text) else { return "'\(text.replacing("'", with: "''"))'" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      // Marks of anchors and aliases, which study files do not have.
      case "&": escaped += "\\x26"
      case "*": escaped += "\\x2A"
      default: escaped += isUnprintable(scalar) ? hexadecimal(scalar) : String(scalar)
      }
    }
    return escaped + "\""
  }

  /// A text as lines of comment.
  static func comment(_ text: String, indent: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var words = ""
      for scalar in line.unicodeScalars {
        // No mark stands before a word, not even here: the reader looks for anchors in the bare text.
        if let last = words.unicodeScalars.last, last == "&" || last == "*", !scalar.properties.isWhitespace {
          words += " "
        }
        words += isUnprintable(scalar) ? " " : String(scalar)
      }
      return words.isEmpty ? "\(indent)#\n" : "\(indent)# \(words)\n"
    }.joined()
  }

  /// Words that some readers take for a truth value or for nothing.
  private static let reserved: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf",
  ]

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    if isNumber(text) { return true }
    guard first.properties.isAlphabetic || first == "_", last != " " else { return false }
    return !reserved.contains(text.lowercased())
      && scalars.allSatisfy { ($0.properties.isAlphabetic && !isUnprintable($0)) || isPlainMark($0) }
  }

  private static func isPlainMark(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "_-./()+% ".unicodeScalars.contains(scalar)
  }

  /// A decimal number as everybody writes it: without leading zeros, which some take for another base.
  private static func isNumber(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
    return parts[0] == "0" || !parts[0].hasPrefix("0")
  }

  private static func needsEscapes(_ text: String) -> Bool {
    // The first character stands behind its quote.
    var before: Unicode.Scalar = "'"
    for scalar in text.unicodeScalars {
      if isUnprintable(scalar) { return true }
      if scalar == "&" || scalar == "*", before.properties.isWhitespace || "[{,:".unicodeScalars.contains(before) {
        return true
      }
      before = scalar
    }
    return false
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
