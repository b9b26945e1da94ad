/// A table as comma-separated values (RFC 4180, lines ended by LF): a line of column names, all columns, all rows.
///
/// A missing value is empty, an empty text is `""`; infinite numbers are `Inf` and `-Inf`; numbers are the shortest
/// decimals that read back the same.
///
/// Texts are written as they are. A spreadsheet takes one that begins with `=`, `+`, `-` or `@` for a formula: `spreadsheetSafe`
/// puts an apostrophe before it. With `decimalComma` numbers have one and semicolons part the fields, as spreadsheets of many countries
/// read them.
public enum CSVRenderer {
  /// The table as text, lines ended by LF.
  public static func render(_ table: Table, spreadsheetSafe: Bool = false, decimalComma: Bool = false) -> String {
    let separator = decimalComma ? ";" : ","
    var text = line(table.columns.map { quoted($0.name, separator) }, separator)
    for row in table.rows { text += line(row.map { field($0, spreadsheetSafe, separator) }, separator) }
    return text
  }

  /// A text that no spreadsheet takes for a formula: one that could be begins with an apostrophe. A tab or a line break at the
  /// beginning is skipped by some before they look.
  public static func safe(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { !($0 == "\t" || $0 == "\r" || $0 == "\n" || $0 == " ") }),
      "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  /// A line of one empty field would be an empty line, which readers skip.
  private static func line(_ fields: [String], _ separator: String) -> String {
    fields == [""] ? "\"\"\n" : fields.joined(separator: separator) + "\n"
  }

  private static func field(_ cell: Cell, _ isSafe: Bool, _ separator: String) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): quoted(isSafe ? safe(text) : text, separator)
    case .integer(let integer): String(integer)
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number):
      if number.isNaN {
        ""
      } else if number.isInfinite {
        number < 0 ? "-Inf" : "Inf"
      } else {
        separator == ";" ? number.description.replacing(".", with: ",") : number.description
      }
    }
  }

  /// Quoted where the reader would otherwise see something else: separators, quotes, line breaks, blanks at the edges.
  private static func quoted(_ text: String, _ separator: String) -> String {
    let needsQuotes =
      text.isEmpty || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
      || text.utf8.contains { $0 == separator.utf8.first || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return text }
    // By scalars: a quote that carries a combining mark is a quote to whoever reads bytes.
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
