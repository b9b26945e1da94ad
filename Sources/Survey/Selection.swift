/// How columns are chosen by name: exact names first, then ranges `first:last` in column order, then globs (`prod*`,
/// `q?`). Single or double quotes protect a name that holds `, : = * ?`.
public enum Selection {
  /// The entries of a list separated by commas. Blanks around an entry go, quotes stay (they still have to protect the
  /// name in `resolve`), empty entries are dropped. A quote that is not closed is an ordinary character.
  public static func split(_ list: String) -> [String] {
    cut(Array(list), at: ",", limit: .max).map(String.init(_:)).map(trimmed).filter { !$0.isEmpty }
  }

  /// The same with the place of each entry, in characters from 0.
  package static func pieces(_ list: String, at separator: Character) -> [(text: String, offset: Int)] {
    let characters = Array(list)
    return cut(characters, at: separator, limit: .max).compactMap { piece in
      guard let first = piece.firstIndex(where: { !$0.isWhitespace }) else { return nil }
      return (trimmed(String(piece)), first)
    }
  }

  /// Both sides of the first `=` outside quotes, as in `product=prod1,prod2`; the name is unquoted. `nil` without one,
  /// or when a side is empty.
  public static func assignment(_ text: String) -> (name: String, value: String)? {
    let sides = cut(Array(text), at: "=", limit: 1).map(String.init(_:)).map(trimmed)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
    return (unquoted(sides[0]), sides[1])
  }

  /// The columns that the patterns name, in the order of the patterns and, within one, of the columns; each once.
  ///
  /// Throws `DataFault.noSuchVariable`, `.noMatch` for a glob without a match, `.request` for a range that runs
  /// backwards.
  public static func resolve(_ patterns: [String], in names: [String]) throws -> [String] {
    let columns = Columns(names)
    var seen: Set<String> = []
    return try patterns.flatMap { try columns.match($0).names }.filter { seen.insert($0).inserted }
  }

  /// A name without the quotes around it.
  public static func unquoted(_ name: String) -> String {
    guard name.count >= 2, let quote = name.first, quote == "'" || quote == "\"", name.last == quote else {
      return name
    }
    return String(name.dropFirst().dropLast())
  }

  /// A name in the quotes it needs, if any, to be read as a plain name again.
  public static func quoted(_ name: String) -> String {
    guard name.contains(where: { ",:=*?".contains($0) }) || name != trimmed(name) else { return name }
    return name.contains("'") ? "\"\(name)\"" : "'\(name)'"
  }

  /// A text as one word of a command line, and of an option that takes a list: in quotes that a shell leaves alone.
  public static func shellQuoted(_ text: String) -> String {
    let word = text.contains(",") && unquoted(text) == text ? (text.contains("\"") ? "'\(text)'" : "\"\(text)\"") : text
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "_.-+/".contains($0) }
    return isPlain && !word.isEmpty
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The pieces of the text between separators that are outside quotes. A quote opens at the start of a piece or after
  /// a colon (a range of quoted names), and only when it is closed later.
  private static func cut(_ text: [Character], at separator: Character, limit: Int) -> [ArraySlice<Character>] {
    var pieces: [ArraySlice<Character>] = []
    var start = 0
    var i = 0
    var mayOpen = true
    while i < text.count {
      let c = text[i]
      if mayOpen, c == "'" || c == "\"", let close = text[(i + 1)...].firstIndex(of: c) {
        i = close + 1
        mayOpen = false
        continue
      }
      if c == separator, pieces.count < limit {
        pieces.append(text[start..<i])
        start = i + 1
        mayOpen = true
      } else if c == ":" || c == "=" {
        mayOpen = true
      } else if !c.isWhitespace {
        mayOpen = false
      }
      i += 1
    }
    pieces.append(text[start...])
    return pieces
  }

  /// Blanks of any width as plain spaces, without those at both ends and without characters that show nothing: what is
  /// copied from a page or a word processor names a column as typing does.
  public static func plainSpaces(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where ![0xFEFF, 0x200B, 0x2060].contains(scalar.value) {
      plain.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
    }
    return trimmed(String(plain))
  }

  package static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  /// The columns of the data, ready for look-ups by name.
  struct Columns {
    let names: [String]
    private let positions: [String: Int]

    init(_ names: [String]) {
      self.names = names
      positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func contains(_ name: String) -> Bool { positions[name] != nil }

    /// The column of exactly that name, quoted or not.
    func exactly(_ name: String) throws -> String {
      if contains(name) { return name }
      let plain = unquoted(name)
      if contains(plain) { return plain }
      let spaced = plainSpaces(plain)
      guard contains(spaced) else {
        // The text of a question, in place of the short name made of it.
        if let short = ShortName.known(spaced, in: contains) { return short }
        throw DataFault.noSuchVariable(name: plain, nearest: Spelling.nearest(to: plain, among: names))
      }
      return spaced
    }

    /// What a pattern names, and whether it names one column exactly.
    func match(_ pattern: String) throws -> (names: [String], isExact: Bool) {
      let pattern = trimmed(pattern)
      let plain = unquoted(pattern)
      if contains(pattern) || plain != pattern { return ([try exactly(pattern)], true) }
      // The text of a question may hold colons and question marks.
      if let short = ShortName.known(plainSpaces(pattern), in: contains) { return ([short], true) }
      if pattern.contains(":") { return (try range(pattern), false) }
      guard pattern.contains("*") || pattern.contains("?") else { return ([try exactly(pattern)], true) }
      let glob = Array(pattern)
      let matches = names.filter { Columns.matches(Array($0), glob) }
      guard !matches.isEmpty else { throw DataFault.noMatch(pattern: pattern) }
      return (matches, false)
    }

    private func range(_ pattern: String) throws -> [String] {
      // A name may hold a colon itself, so every colon is tried; quoted ends are unquoted.
      let colons = pattern.indices.filter { pattern[$0] == ":" }
      func ends(_ colon: String.Index) -> (String, String) {
        (
          unquoted(trimmed(String(pattern[..<colon]))),
          unquoted(trimmed(String(pattern[pattern.index(after: colon)...])))
        )
      }
      for colon in colons {
        let (first, last) = ends(colon)
        guard let low = positions[first], let high = positions[last] else { continue }
        guard low <= high else {
          throw DataFault.request(
            problem: "The range '\(pattern)' runs backwards: '\(last)' stands before '\(first)' in the data",
            suggestion: "Write \(quoted(last)):\(quoted(first)).")
        }
        return Array(names[low...high])
      }
      let (first, last) = ends(colons[0])
      _ = try exactly(first)
      _ = try exactly(last)
      throw DataFault.noMatch(pattern: pattern)
    }

    /// Whether a name fits a glob: `*` any characters, `?` one. Linear in practice: only the latest `*` is retried.
    private static func matches(_ name: [Character], _ glob: [Character]) -> Bool {
      var i = 0
      var j = 0
      var star: (glob: Int, name: Int)?
      while i < name.count {
        if j < glob.count, glob[j] == "*" {
          star = (j, i)
          j += 1
        } else if j < glob.count, glob[j] == "?" || glob[j] == name[i] {
          i += 1
          j += 1
        } else if let back = star {
          star = (back.glob, back.name + 1)
          i = back.name + 1
          j = back.glob + 1
        } else {
          return false
        }
      }
      return glob[j...].allSatisfy { $0 == "*" }
    }
  }
}

extension RatingScale {
  /// A scale as options write it, `1:7` or `7:1`; `nil` when the text is no such thing or both ends are the same.
  public init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { Double(Selection.trimmed(String($0))) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.isFinite, last.isFinite, first != last else {
      return nil
    }
    self.init(first, last)
  }
}
