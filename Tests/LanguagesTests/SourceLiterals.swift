/// The string literals of a Swift file, each with where it stands.
struct SourceLiterals {
  /// One literal.
  struct Literal {
    /// With a numbered place for each interpolation.
    var template: String
    var line: Int
    /// What is called with it, from outside inwards: `Note`, `said`.
    var calls: [Substring]
    /// The statements whose braces it stands in, and its own.
    var statements: [String]
    /// The code directly before it.
    var before: String
  }

  private(set) var literals: [Literal] = []
  private let source: [Character]
  private var line = 1
  private var statement = ""
  /// Open brackets: of a parenthesis the name before it, of a brace the statement.
  private var open: [(bracket: Character, name: String)] = []

  init(_ text: String) {
    source = Array(text)
    beginLine(0)
    _ = readCode(0, isInterpolation: false)
  }

  private func starts(_ place: Int, _ text: String) -> Bool {
    place + text.count <= source.count && source[place..<place + text.count].elementsEqual(text)
  }

  /// The index behind the code.
  private mutating func readCode(_ start: Int, isInterpolation: Bool) -> Int {
    var i = start
    var depth = 0
    while i < source.count {
      let character = source[i]
      switch character {
      case "/" where starts(i, "//"):
        i = source[i...].firstIndex(of: "\n") ?? source.count
        continue
      case "#" where starts(i, "#\""):
        // Raw text is no message.
        let quotes = starts(i, "#\"\"\"") ? "\"\"\"#" : "\"#"
        i += quotes.count
        while i < source.count, !starts(i, quotes) {
          if source[i] == "\n" { line += 1 }
          i += 1
        }
        i += quotes.count
        continue
      case "\"":
        i = readLiteral(i)
        continue
      case "\n":
        line += 1
        if !isInterpolation { beginLine(i + 1) }
      case "(", "[":
        open.append((character, character == "(" ? name(before: i) : ""))
        depth += 1
      case "{":
        open.append((character, statement))
        depth += 1
      case ")", "]", "}":
        if isInterpolation, depth == 0 { return i + 1 }
        if !open.isEmpty { open.removeLast() }
        depth -= 1
      default: break
      }
      i += 1
    }
    return i
  }

  /// The index behind the literal.
  private mutating func readLiteral(_ start: Int) -> Int {
    let quotes = starts(start, "\"\"\"") ? "\"\"\"" : "\""
    let place = literals.count
    let calls = open.filter { $0.bracket == "(" }.map { $0.name[...] }
    literals.append(
      Literal(
        template: "", line: line, calls: calls,
        statements: open.filter { $0.bracket == "{" }.map(\.name) + [statement],
        before: String(source[max(0, start - 30)..<start])))
    var i = start + quotes.count
    var template = ""
    var places = 0
    while i < source.count, !starts(i, quotes) {
      if starts(i, "\\(") {
        template += "{\(places)}"
        places += 1
        i = readCode(i + 2, isInterpolation: true)
      } else if source[i] == "\\" {
        template += String(source[i...min(i + 1, source.count - 1)])
        i += 2
      } else {
        if source[i] == "\n" { line += 1 }
        template.append(source[i])
        i += 1
      }
    }
    literals[place].template = template
    return i + quotes.count
  }

  private func name(before place: Int) -> String {
    var start = place
    while start > 0, source[start - 1].isLetter || source[start - 1].isNumber || "_.".contains(source[start - 1]) {
      start -= 1
    }
    return String(source[start..<place])
  }

  /// Follows the statement that the line begins or goes on with.
  private mutating func beginLine(_ start: Int) {
    let end = source[min(start, source.count)...].firstIndex(of: "\n") ?? source.count
    let text = String(source[min(start, source.count)..<end]).drop { $0 == " " }
    if text.isEmpty || text.hasPrefix("//") { return }
    let isWithinBraces = open.last.map { $0.bracket == "{" } ?? true
    if isWithinBraces, Self.begins(text) { statement = String(text) } else { statement += " " + text }
  }

  private static let keywords: Set<Substring> = [
    "let", "var", "return", "if", "guard", "else", "for", "while", "switch", "case", "default", "throw", "func",
    "static",
    "private", "fileprivate", "public", "package", "extension", "struct", "enum",
  ]

  private static func begins(_ text: Substring) -> Bool {
    if text.first == "}" || text.first == "@" { return true }
    let word = text.prefix { $0.isLetter || $0.isNumber || "_.[]!?".contains($0) }
    if word.isEmpty { return false }
    let rest = text.dropFirst(word.count)
    return keywords.contains(word) || rest.hasPrefix(" = ") || rest.hasPrefix(" += ") || rest.hasPrefix("(")
  }
}
