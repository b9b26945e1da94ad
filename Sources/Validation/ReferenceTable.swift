import Survey
import SurveyFiles

/// A small table of comma-separated values read as text, so that a certified value keeps its digits.
///
/// Fields may stand in double quotes; they hold no separators or line breaks.
struct ReferenceTable {
  struct Row {
    /// 1 is the first row below the header.
    var number: Int
    fileprivate var fields: [String: String]
    subscript(column: String) -> String { fields[column] ?? "" }
  }

  let rows: [Row]

  /// Throws `CSVFault.emptyInput`, `.unequalFields`, `ReferenceFault.referenceFile` for a column that is missing, `FileFault.noRows`.
  init(_ text: String, source: String, columns: [String]) throws {
    let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    guard let first = lines.first else { throw CSVFault.emptyInput(source: source) }
    let header = ReferenceTable.fields(first.first == "\u{FEFF}" ? first.dropFirst() : first)
    if let missing = columns.first(where: { !header.contains($0) }) {
      throw ReferenceFault.referenceFile(
        source: source, problem: "it has no column '\(missing)'",
        suggestion: "Its columns are \(columns.joined(separator: ", ")), as in certified.csv of the bundled set nist.")
    }
    rows = try lines.dropFirst().enumerated().map { index, line in
      let fields = ReferenceTable.fields(line)
      guard fields.count == header.count else {
        throw CSVFault.unequalFields(source: source, row: index + 1, found: fields.count, expected: header.count)
      }
      return Row(number: index + 1, fields: Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first }))
    }
    if rows.isEmpty { throw FileFault.noRows(source: source) }
  }

  /// A table that comes with the program.
  init(embedded text: StaticString, columns: [String]) {
    do {
      try self.init(text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }, source: "embedded", columns: columns)
    } catch {
      preconditionFailure("a table that comes with the program is not one: \(error)")
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { field in
      var text = field
      while text.first == " " { text = text.dropFirst() }
      while text.last == " " { text = text.dropLast() }
      if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
      return String(text)
    }
  }
}
