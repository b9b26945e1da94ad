package import Survey

/// A node of a study or model file, with helpers that either give a checked value or say where and why not.
///
/// Values are read from the text as written, never through YAML's own types: to YAML `1:7` is the number 67 and `no` is
/// false. Every fault is a `SyntaxFault.study` with file, line and column.
package struct YAMLValue: Sendable {
  let node: FileNode
  package let file: String
  /// What the value belongs to, for messages: `scale` or `scale of 'pq1'`.
  package let name: String

  init(node: FileNode, file: String, name: String) {
    self.node = node
    self.file = file
    self.name = name
  }

  /// A fault at this value's place.
  package func fault(_ problem: Sentence, _ suggestion: Sentence? = nil) -> SyntaxFault {
    SyntaxFault.study(file: file, line: node.line, column: node.column, problem: problem, suggestion: suggestion)
  }

  /// A fault at a character of this text, counted from 1, which stands on one line.
  package func fault(at character: Int, _ problem: Sentence, _ suggestion: Sentence? = nil) -> SyntaxFault {
    let isPlain = if case .scalar(_, isPlain: true) = node.kind { true } else { false }
    return SyntaxFault.study(
      file: file, line: node.line, column: node.column + character - (isPlain ? 1 : 0), problem: problem,
      suggestion: suggestion)
  }

  // MARK: Kinds

  /// Nothing was written (or `~`, `null`).
  package var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = node.kind else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
  package var isMapping: Bool { if case .mapping = node.kind { true } else { false } }
  package var isList: Bool { if case .list = node.kind { true } else { false } }

  /// What the value is, for messages.
  private var found: String {
    switch node.kind {
    case .scalar(let text, _): isNothing ? "nothing" : "'\(text.prefix(40))'"
    case .list: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  // MARK: Scalars

  /// Text, or a number as written.
  package func text() throws -> String {
    guard case .scalar(let text, _) = node.kind, !isNothing else { throw fault("\(name) must be a text, not \(found)") }
    return text
  }

  /// A finite decimal number.
  package func number() throws -> Double {
    guard case .scalar(let text, _) = node.kind, let value = YAMLValue.decimal(text) else {
      throw fault("\(name) must be a number, not \(found)")
    }
    return value
  }

  /// A number within bounds; `words` describe them ("between 0 and 1").
  package func number(_ words: String, where isValid: (Double) -> Bool) throws -> Double {
    let value = try number()
    guard isValid(value) else { throw fault("\(name) must be \(words), not \(found)") }
    return value
  }

  /// A number that a setting may take, by the rule of `SettingLimits`.
  package func number(_ problem: (Double) -> SettingProblem?) throws -> Double {
    let value = try number()
    if let problem = problem(value) { throw fault("\(name) is \(Sentence.number(value)): \(problem.advice)") }
    return value
  }

  /// A whole number that a setting may take, by the rule of `SettingLimits`.
  package func count(_ problem: (Int) -> SettingProblem?) throws -> Int {
    guard case .scalar(let text, _) = node.kind, let value = Int(text) else {
      throw fault("\(name) must be a whole number, not \(found)")
    }
    if let problem = problem(value) { throw fault("\(name) is \(value): \(problem.advice)") }
    return value
  }

  /// A whole number of at least `least`.
  package func count(atLeast least: Int, atMost most: Int = 1_000_000_000) throws -> Int {
    guard case .scalar(let text, _) = node.kind, let value = Int(text) else {
      throw fault("\(name) must be a whole number, not \(found)")
    }
    guard value >= least else { throw fault("\(name) must be at least \(least), not \(value)") }
    guard value <= most else { throw fault("\(name) must be at most \(most), not \(value)") }
    return value
  }

  /// A seed: a whole number from 0 to 2⁶⁴ − 1.
  package func seed() throws -> UInt64 {
    guard case .scalar(let text, _) = node.kind, let value = UInt64(text) else {
      throw fault("\(name) must be a whole number, zero or more, not \(found)")
    }
    return value
  }

  package func flag() throws -> Bool {
    switch try text() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw fault("\(name) must be true or false, not \(found)")
    }
  }

  /// One of a closed list of words.
  package func word<Words: RawRepresentable & CaseIterable>(_: Words.Type) throws -> Words
  where Words.RawValue == String {
    Words(rawValue: try word(of: Words.allCases.map(\.rawValue)))!
  }

  /// One of the words.
  package func word(of words: [String]) throws -> String {
    let text = try text()
    guard words.contains(text) else {
      let nearest = Spelling.nearest(to: text, among: words, limit: 1).first
      throw fault(
        "\(name) must be \(YAMLValue.either(words)), not '\(text)'", nearest.map { "Did you mean '\($0)'?" })
    }
    return text
  }

  /// A scale as a list of its two ends: `[1, 7]`, or `[7, 1]` when high is bad.
  package func scale() throws -> RatingScale {
    guard case .list(let nodes) = node.kind, nodes.count == 2 else {
      var suggestion: Sentence = "Write for example [1, 7]."
      if case .scalar(let text, _) = node.kind, let scale = RatingScale(text) {
        suggestion =
          "Write [\(Sentence.number(scale.first)), \(Sentence.number(scale.last))]; to YAML '\(text)' is a time."
      }
      throw fault("\(name) must be a list of two numbers, not \(found)", suggestion)
    }
    let ends = try list().map { try $0.number() }
    guard ends[0] != ends[1] else { throw fault("\(name) has the same number at both ends") }
    return RatingScale(ends[0], ends[1])
  }

  // MARK: Lists and mappings

  package func list() throws -> [YAMLValue] {
    guard case .list(let nodes) = node.kind else {
      throw fault("\(name) must be a list, not \(found)", "Write for example [a, b].")
    }
    return nodes.map { YAMLValue(node: $0, file: file, name: "an entry of \(name)") }
  }

  /// A list of texts; a single text counts as a list of one.
  package func texts() throws -> [String] {
    if case .scalar = node.kind { return [try text()] }
    return try list().map { try $0.text() }
  }

  package func numbers() throws -> [Double] { try list().map { try $0.number() } }

  /// The entries of a mapping whose keys the writer chooses, in order.
  package func entries() throws -> [(key: String, value: YAMLValue)] {
    try pairs().map { ($0.key, YAMLValue(node: $0.value, file: file, name: "'\($0.key)' of \(name)")) }
  }

  /// The entries of a mapping whose keys are given; an unknown key is a fault, one without a value counts as absent.
  package func fields(_ keys: [String]) throws -> [String: YAMLValue] {
    var fields: [String: YAMLValue] = [:]
    for (key, keyNode, value) in try pairs() {
      guard keys.contains(key) else {
        let nearest = Spelling.nearest(to: key, among: keys, limit: 1).first
        throw YAMLValue(node: keyNode, file: file, name: key).fault(
          "there is no key '\(key)'" + (name.isEmpty ? "" : " in \(name)"),
          nearest.map { "Did you mean '\($0)'?" } ?? "The keys are \(keys.joined(separator: ", ")).")
      }
      let field = YAMLValue(node: value, file: file, name: name.isEmpty ? "'\(key)'" : "'\(key)' of \(name)")
      if !field.isNothing { fields[key] = field }
    }
    return fields
  }

  private func pairs() throws -> [(key: String, keyNode: FileNode, value: FileNode)] {
    guard case .mapping(let mapping) = node.kind else {
      throw fault(
        "\(name.isEmpty ? "the file" : name) must be a mapping of keys to values, not \(found)",
        "Write for example {label: Product quality}, or 'label: Product quality' on a line of its own.")
    }
    return try mapping.map { keyNode, value in
      guard case .scalar(let text, _) = keyNode.kind, !text.isEmpty else {
        throw YAMLValue(node: keyNode, file: file, name: name).fault("a key must be a text")
      }
      return (text, keyNode, value)
    }
  }

  // MARK: Words

  /// A plain decimal number; not hexadecimal, not infinite.
  static func decimal(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite, text.allSatisfy({ $0.isNumber || "+-.eE".contains($0) }) else {
      return nil
    }
    return value
  }

  private static func either(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words.last!
  }
}
