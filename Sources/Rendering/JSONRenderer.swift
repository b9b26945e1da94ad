import Languages

/// A document as JSON: `{"mainspring", "command", "run", "tables", "notes"}`, one line for each row of a table.
///
/// All tables are there, shown to people or not; tables of the same name (one for each group) are one list. A number is
/// the shortest decimal that reads back the same. A missing number is `null`, an infinite one `null` with a note.
public enum JSONRenderer {
  /// The whole document as one object, ended by LF.
  public static func render(_ document: Document) -> String {
    var writer = Writer()
    writer.write("{\n  \"mainspring\": ")
    writer.write(quoting: document.version)
    writer.write(",\n  \"command\": ")
    writer.write(quoting: document.command)
    writer.write(",\n  \"run\": ")
    writer.write(.object(document.run), depth: 1, path: "run")
    writer.write(",\n  \"tables\": {")
    writeTables(document.tables, &writer)
    writer.write("},\n  \"notes\": [")
    let notes = document.notes + writer.infinities.map { Document.NoteLine(kind: "infinite", message: $0) }
    for (index, note) in notes.enumerated() {
      writer.write(index == 0 ? "\n    {\"kind\": " : ",\n    {\"kind\": ")
      writer.write(quoting: note.kind)
      writer.write(", \"message\": ")
      writer.write(quoting: note.message)
      writer.write("}")
    }
    writer.write(notes.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return writer.text
  }

  /// A value by itself, ended by LF.
  package static func render(_ value: Document.RunValue) -> String {
    var writer = Writer()
    writer.write(value, depth: 0, path: "")
    return writer.text + "\n"
  }

  private static func writeTables(_ tables: [Table], _ writer: inout Writer) {
    var names: [String] = []
    for table in tables where !names.contains(table.name) { names.append(table.name) }
    for (index, name) in names.enumerated() {
      writer.write(index == 0 ? "\n    " : ",\n    ")
      writer.write(quoting: name)
      writer.write(": [")
      var isFirst = true
      for table in tables where table.name == name {
        for (position, row) in table.rows.enumerated() {
          writer.write(isFirst ? "\n      " : ",\n      ")
          isFirst = false
          write(row, position + 1, of: table, &writer)
        }
      }
      writer.write(isFirst ? "]" : "\n    ]")
    }
    if !names.isEmpty { writer.write("\n  ") }
  }

  private static func write(_ row: [Cell], _ position: Int, of table: Table, _ writer: inout Writer) {
    writer.write("{")
    for (index, column) in table.columns.enumerated() {
      if index > 0 { writer.write(", ") }
      writer.write(quoting: column.name)
      writer.write(": ")
      writer.write(row[index]) { "table \(table.name), column \(column.name), \(key(of: row, position, in: table))" }
    }
    writer.write("}")
  }

  /// What tells a row from the others: its texts, `outcome recommend, term price`; its number where it has none.
  private static func key(of row: [Cell], _ position: Int, in table: Table) -> String {
    let texts = zip(table.columns, row).compactMap { column, cell in
      if case .text(let text) = cell { "\(column.name) \(text)" } else { nil }
    }
    return texts.isEmpty ? "row \(position)" : texts.joined(separator: ", ")
  }

  private struct Writer {
    var text = ""
    var infinities: [String] = []

    mutating func write(_ part: String) { text += part }

    mutating func write(quoting string: String) { text += quoted(string) }

    /// - Parameter place: where the cell stands, for the note on an infinite number.
    mutating func write(_ cell: Cell, place: () -> String) {
      switch cell {
      case .missing: text += "null"
      case .text(let string): write(quoting: string)
      case .integer(let integer): text += String(integer)
      case .flag(let flag): text += flag ? "true" : "false"
      case .number(let number):
        text += number.isFinite ? number.description : "null"
        if number.isInfinite {
          infinities.append(
            Language.current.message(
              number < 0
                ? "{0}: the number is negative infinite, shown as null."
                : "{0}: the number is infinite, shown as null.",
              place()))
        }
      }
    }

    mutating func write(_ value: Document.RunValue, depth: Int, path: String) {
      let indent = String(repeating: "  ", count: depth + 1)
      let close = "\n" + String(repeating: "  ", count: depth)
      switch value {
      case .cell(let cell): write(cell) { path }
      case .list(let list):
        let isFlat = list.allSatisfy { if case .cell = $0 { true } else { false } }
        text += "["
        for (index, element) in list.enumerated() {
          text += (index == 0 ? "" : isFlat ? ", " : ",") + (isFlat ? "" : "\n\(indent)")
          write(element, depth: depth + 1, path: "\(path), element \(index + 1)")
        }
        text += isFlat ? "]" : close + "]"
      case .object(let entries):
        text += "{"
        for (index, entry) in entries.enumerated() {
          text += (index == 0 ? "" : ",") + "\n\(indent)"
          write(quoting: entry.key)
          text += ": "
          write(entry.value, depth: depth + 1, path: "\(path), \(entry.key)")
        }
        text += entries.isEmpty ? "}" : close + "}"
      }
    }
  }
}

/// A string as JSON writes it (RFC 8259, section 7): quotes, backslashes and control characters escaped, and what would not be
/// seen on a terminal as well.
func quoted(_ string: String) -> String {
  var result = "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where VisibleText.isHidden(scalar):
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
