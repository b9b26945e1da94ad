/// Writes study files: a study as the text that `StudyFile` reads back equal.
///
/// The keys stand in the order of their table (`StudyKeys`). What only options of one run say is in no study file and is left
/// out; so are constructs beside a list of drivers, which a file cannot hold both of.
public struct StudyWriter: Sendable {
  /// Lines of comment above a key, by the key's path: `drivers`, `drivers/product`. The empty path is the head of the file.
  public var comments: [String: String]

  /// With comments by the path of their key.
  public init(comments: [String: String] = [:]) { self.comments = comments }

  /// The text of the file, which ends with a line break.
  public func text(of study: Study) -> String {
    var text = comments[""].map { YAMLText.comment($0) } ?? ""
    for key in StudyKeys.ofStudy {
      if let comment = comments[key.name] { text += YAMLText.comment(comment) }
      if let value = key.write(study) { text += block(key.name, value, path: key.name, indent: "") }
    }
    return text
  }

  /// Characters of a line that holds a list or a mapping whole.
  private static let lineLength = 100
  /// The longest key that YAML allows before a colon on its line, with room to spare.
  private static let keyLength = 900

  /// A key with its value, on lines of its own.
  private func block(_ key: String, _ value: SettingValue, path: String, indent: String) -> String {
    let name = YAMLText.scalar(key)
    let head = name.utf8.count > Self.keyLength ? "\(indent)? \(name)\n\(indent):" : "\(indent)\(name):"
    let line = "\(head) \(Self.flow(value))"
    switch value {
    case .list(let values) where !values.isEmpty && line.count > Self.lineLength:
      return "\(head)\n" + values.map { "\(indent)  - \(Self.flow($0))\n" }.joined()
    case .mapping(let entries) where !entries.isEmpty:
      // What a person corrects stands on a line of its own.
      let isParts = indent.isEmpty && !Self.fitsOneLine(entries)
      guard isParts || line.count > Self.lineLength || hasComments(path) || Self.hasLongKeys(value) else {
        return line + "\n"
      }
      return "\(head)\n"
        + entries.map { entry in
          let place = "\(path)/\(entry.key)"
          let comment = comments[place].map { YAMLText.comment($0, indent: indent + "  ") } ?? ""
          return comment + block(entry.key, entry.value, path: place, indent: indent + "  ")
        }.joined()
    default: return line + "\n"
    }
  }

  private func hasComments(_ path: String) -> Bool { comments.keys.contains { $0.hasPrefix("\(path)/") } }

  /// Settings of one thing, such as codes and treatment of missing answers; lists of things have an entry a line.
  private static func fitsOneLine(_ entries: [SettingValue.Entry]) -> Bool {
    entries.allSatisfy { if case .mapping = $0.value { false } else { true } }
      && flow(.mapping(entries)).count < 70
  }

  private static func hasLongKeys(_ value: SettingValue) -> Bool {
    switch value {
    case .mapping(let entries): entries.contains { $0.key.utf8.count > keyLength || hasLongKeys($0.value) }
    case .list(let values): values.contains(where: hasLongKeys)
    default: false
    }
  }

  /// A value on one line.
  private static func flow(_ value: SettingValue) -> String {
    switch value {
    case .text(let text): YAMLText.scalar(text)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[\(values.map(flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\(YAMLText.scalar($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }
}
