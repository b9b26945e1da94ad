import Platform
import Survey
import Yams

/// Reads a small text file and makes the tree of its nodes.
package enum YAMLFile {
  /// Larger files are data that was named by mistake.
  package static let sizeLimit = 4 << 20

  /// The root of the file; throws `FileFault.noSuchFile`, `.unreadableFile`, `.notUTF8`, `.study`.
  package static func read(path: String) throws -> YAMLValue { try parse(try text(path: path), file: path) }

  /// The root of the text; `file` is what messages call it.
  package static func parse(_ text: String, file: String) throws -> YAMLValue {
    try refuseAliases(text, file)
    let root: Node?
    do {
      // The basic resolver keeps scalars as text and needs no regular expressions.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw fault(error, file)
    }
    guard let root else {
      throw SyntaxFault.study(
        file: file, line: 1, column: 1, problem: "the file is empty", suggestion: "Begin with a key, such as 'data:'.")
    }
    let value = YAMLValue(node: FileNode(root), file: file, name: "")
    if value.isNothing { throw value.fault("the file is empty", "Begin with a key, such as 'data:'.") }
    return value
  }

  /// A vertical tab and a form feed break no line in YAML.
  private static let lineBreaks: Set<Character> = ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"]

  /// Without aliases a file cannot unfold to more than it says, so no file of a few lines takes hours.
  private static func refuseAliases(_ text: String, _ file: String) throws {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return }
    var hasAnchor = false
    var alias: (line: Int, column: Int)?
    var line = 1
    var column = 1
    var before: Character = "\n"
    var earlier: Character = "\n"
    for c in text {
      // A sign marks a node only where one may begin, and with a name behind it.
      if !(c.isWhitespace || "[]{},".contains(c)), earlier.isWhitespace || "[{,:".contains(earlier) {
        if before == "&" { hasAnchor = true }
        if before == "*", alias == nil { alias = (line, column - 1) }
      }
      if hasAnchor, let alias {
        throw SyntaxFault.study(
          file: file, line: alias.line, column: alias.column, problem: "anchors (&) and aliases (*) are not used here",
          suggestion: "Write the values out; put a name that begins with '*' or '&' in quotes.")
      }
      if lineBreaks.contains(c) {
        line += 1
        column = 1
      } else {
        column += 1
      }
      earlier = before
      before = c
    }
  }

  private static func fault(_ error: YamlError, _ file: String) -> SyntaxFault {
    func at(_ mark: Mark?, _ problem: Sentence, _ suggestion: Sentence?) -> SyntaxFault {
      .study(
        file: file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1), problem: problem,
        suggestion: suggestion)
    }
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      return at(context.mark, "the key '\(keys.first ?? "")' stands twice in the same mapping", "Keep one of them.")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias") || problem.contains("anchor")
      return at(
        mark, "this is not YAML: \(problem)",
        isAlias ? "Put a name that begins with '*' or '&' in quotes." : "Look at the indentation, colons and quotes.")
    case .reader(let problem, _, _, _):
      return at(nil, "this is not YAML: \(problem)", "A study file is plain text.")
    default:
      return at(nil, "this is not YAML", nil)
    }
  }

  /// The text of a file in UTF-8.
  ///
  /// - Parameters:
  ///   - limit: the most bytes it may have.
  ///   - kind: what a file of that size is too large for.
  package static func text(
    path: String, limit: Int = sizeLimit, kind: String = "a study or model file"
  ) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw FileFault.noSuchFile(path: path) }
      throw FileFault.unreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readBytes(file, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault.unreadableFile(path: path, reason: String(cString: strerror(errno)))
      }
      if count == 0 { break }
      bytes += block[..<count]
      guard bytes.count <= limit else {
        throw FileFault.unreadableFile(path: path, reason: "it is too large for \(kind)")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let bad = firstInvalidByte(bytes)
      throw FileFault.notUTF8(
        source: path, line: bytes[..<bad].count { $0 == UInt8(ascii: "\n") } + 1, byte: bytes[bad])
    }
    // A byte order mark says what UTF-8 says already.
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    // Everything before the first replacement character decodes to itself.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { position += UTF8.width(scalar) }
    return min(position, bytes.count - 1)
  }
}
