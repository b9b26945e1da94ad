/// A value of the data that the page's script reads.
package enum JSONValue: Sendable {
  case null
  case number(Double)
  /// A number that is drawn or told, with the digits of a single.
  case short(Double)
  case text(String)
  case flag(Bool)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  init(_ value: String?) { self = value.map { .text($0) } ?? .null }

  /// A value with the ends of its interval.
  static func estimate(_ value: Double?, _ low: Double?, _ high: Double?) -> JSONValue {
    shorts([value, low, high])
  }

  static func shorts(_ values: [Double?]) -> JSONValue { .list(values.map { $0.map { .short($0) } ?? .null }) }

  package static func numbers(_ values: [Double?]) -> JSONValue { .list(values.map { JSONValue($0) }) }
  package static func texts(_ values: [String]) -> JSONValue { .list(values.map { .text($0) }) }
}

/// Data in a page: JSON inside a `script` element, which ends at the first `</script` whatever the JSON means by it.
///
/// `<`, `>` and `&` are escaped, so that no tag or comment begins or ends there, and U+2028 and U+2029, at which old scripts
/// end their lines.
package enum JSONIsland {
  package static func text(_ value: JSONValue) -> String {
    var text = ""
    write(value, &text)
    return text
  }

  private static func write(_ value: JSONValue, _ text: inout String) {
    switch value {
    case .null: text += "null"
    case .number(let number): text += number.isFinite ? shortest(number.description) : "null"
    case .short(let number):
      let single = Float(number)
      text += single.isFinite ? shortest(single.description) : "null"
    case .text(let string): write(quoting: string, &text)
    case .flag(let flag): text += flag ? "true" : "false"
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        write(value, &text)
      }
      text += "]"
    case .object(let entries):
      text += "{"
      for (place, entry) in entries.enumerated() {
        if place > 0 { text += "," }
        write(quoting: entry.key, &text)
        text += ":"
        write(entry.value, &text)
      }
      text += "}"
    }
  }

  private static func shortest(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }

  private static func write(quoting string: String, _ text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
