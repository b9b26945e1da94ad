import Survey

/// Reads JSON into the same tree as a study file, so that what is read from it is checked by the same rules.
///
/// RFC 8259, but that a key of an object stands once. The parts of the root that nobody asks for are passed over unread, so
/// that a result with large tables costs no memory.
package enum JSONFile {
  /// The parts of the root object that have these keys.
  ///
  /// Throws `SyntaxFault.study` with the place of what is not JSON.
  package static func parse(_ text: String, file: String, keys: Set<String>) throws -> [String: YAMLValue] {
    var reader = JSONScanner(bytes: Array(text.utf8), file: file)
    let parts = try reader.root(keys)
    return Dictionary(
      uniqueKeysWithValues: parts.map { key, node in (key, YAMLValue(node: node, file: file, name: "'\(key)'")) })
  }
}

/// One pass over the bytes of a JSON text.
private struct JSONScanner {
  let bytes: [UInt8]
  let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0

  /// No result is nested deeper; a file that is would only exhaust the stack.
  private static let depthLimit = 64

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    // A byte order mark says nothing.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func root(_ keys: Set<String>) throws -> [String: FileNode] {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw fault("the file is no JSON object") }
    var found: [String: FileNode] = [:]
    try object { scanner, key, _ in
      if keys.contains(key) { found[key] = try scanner.value(depth: 1) } else { try scanner.passOver() }
    }
    skipSpace()
    guard position == bytes.count else { throw fault("something stands after the end of the object") }
    return found
  }

  // MARK: Values

  private mutating func value(depth: Int) throws -> FileNode {
    guard depth < Self.depthLimit else { throw fault("it is nested too deeply") }
    skipSpace()
    let (line, column) = place
    switch peek {
    case UInt8(ascii: "{"):
      var pairs: [(key: FileNode, value: FileNode)] = []
      try object { scanner, key, place in
        let value = try scanner.value(depth: depth + 1)
        pairs.append((FileNode(.scalar(key, isPlain: false), line: place.line, column: place.column), value))
      }
      return FileNode(.mapping(pairs), line: line, column: column)
    case UInt8(ascii: "["):
      return FileNode(.list(try list(depth)), line: line, column: column)
    case UInt8(ascii: "\""):
      return FileNode(.scalar(try string(), isPlain: false), line: line, column: column)
    default:
      return FileNode(.scalar(try word(), isPlain: true), line: line, column: column)
    }
  }

  /// Goes to the end of a value that nobody asks for.
  private mutating func passOver() throws {
    var open = 0
    repeat {
      skipSpace()
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        open -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): position += 1
      case UInt8(ascii: "\""): _ = try string()
      default: _ = try word()
      }
    } while open > 0
  }

  private mutating func object(_ member: (inout JSONScanner, String, (line: Int, column: Int)) throws -> Void) throws {
    position += 1
    skipSpace()
    if peek == UInt8(ascii: "}") { position += 1; return }
    var seen: Set<String> = []
    while true {
      skipSpace()
      let keyPlace = place
      guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotes belongs here") }
      let key = try string()
      guard seen.insert(key).inserted else { throw fault("the key '\(key)' stands twice in the same object") }
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw fault("a colon belongs behind the key '\(key)'") }
      position += 1
      try member(&self, key, keyPlace)
      skipSpace()
      if peek == UInt8(ascii: ",") { position += 1; continue }
      guard peek == UInt8(ascii: "}") else { throw fault("a comma or } belongs here") }
      position += 1
      return
    }
  }

  private mutating func list(_ depth: Int) throws -> [FileNode] {
    position += 1
    skipSpace()
    if peek == UInt8(ascii: "]") { position += 1; return [] }
    var elements: [FileNode] = []
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if peek == UInt8(ascii: ",") { position += 1; continue }
      guard peek == UInt8(ascii: "]") else { throw fault("a comma or ] belongs here") }
      position += 1
      return elements
    }
  }

  /// A number, or true, false, null.
  private mutating func word() throws -> String {
    let start = position
    while let byte = peek, byte.isWord { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let isNumber = text.first.map { $0.isNumber || $0 == "-" } ?? false
    guard ["true", "false", "null"].contains(text) || isNumber && YAMLValue.decimal(text) != nil else {
      position = start
      throw fault("a value belongs here")
    }
    return text
  }

  private mutating func string() throws -> String {
    position += 1
    var characters: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: characters, as: UTF8.self)
      case UInt8(ascii: "\\"): characters += String(try escaped()).utf8
      case ..<0x20: throw fault("a control character stands in a text")
      default: characters.append(byte)
      }
    }
    throw fault("a text has no end")
  }

  /// What stands behind a backslash; two surrogates are one character.
  private mutating func escaped() throws -> Unicode.Scalar {
    guard let byte = peek else { throw fault("a text has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard unit < 0xDC00, bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
        throw fault("half a character stands in a text")
      }
      position += 2
      let low = try hexadecimal()
      guard 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + low - 0xDC00) else {
        throw fault("half a character stands in a text")
      }
      return scalar
    default: throw fault("a backslash stands before something that it has no meaning for")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits belong behind \\u") }
    position += 4
    return unit
  }

  // MARK: Places

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
      if byte == 0x0A { (line, lineStart) = (line + 1, position) }
    }
  }

  private var place: (line: Int, column: Int) { (line, position - lineStart + 1) }

  private func fault(_ problem: String) -> SyntaxFault {
    .study(
      file: file, line: place.line, column: place.column, problem: "this is not JSON: \(problem)",
      suggestion: "Give a result that mainspring wrote in JSON.")
  }
}

extension UInt8 {
  /// A character of a number or of a word without quotes.
  fileprivate var isWord: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: ".")
  }
}
