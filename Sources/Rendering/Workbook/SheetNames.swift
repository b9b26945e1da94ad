/// Names of a workbook's sheets: at most 31 characters (of UTF-16), none of `[]:*?/\`, no apostrophe at an end, not "History", and
/// each once whatever its capitals.
struct SheetNames {
  private static let limit = 31
  /// "History" belongs to Excel.
  private var taken: Set<String> = ["history"]

  /// The title as the name of a sheet; one that is taken gets a number.
  mutating func name(for title: String) -> String {
    let clean = TextFlow.clean(title).replacing("?", with: "").map { "[]:*/\\".contains($0) ? "-" : $0 }
    let plain = Self.trimmed(String(clean))
    let base = plain.isEmpty ? "Sheet" : plain
    var name = Self.cut(base, to: Self.limit)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = Self.cut(base, to: Self.limit - " \(number)".utf16.count) + " \(number)"
    }
    return name
  }

  /// Whole characters, no more than `limit` code units.
  private static func cut(_ text: String, to limit: Int) -> String {
    var result = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      if length > limit { break }
      result.append(character)
    }
    return trimmed(result)
  }

  private static func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first == "'" || first == " " { part.removeFirst() }
    while let last = part.last, last == "'" || last == " " { part.removeLast() }
    return String(part)
  }
}
