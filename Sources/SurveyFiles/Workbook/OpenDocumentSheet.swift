import Platform
import Survey

/// The sheets of an `.ods` workbook, which stand one after the other in one part.
private final class OpenDocumentCells: XMLEvents {
  var names: [String] = []
  var table = SheetTable()
  /// The sheet whose cells are taken; `nil` takes names alone.
  private let wanted: Int?
  private let source: String
  private var row = 0
  private var column = 0
  private var rowRepeats = 1
  private var cellRepeats = 1
  private var type = ""
  /// The value that stands in an attribute.
  private var value: String?
  private var text: [UInt8] = []
  private var paragraphs = 0
  private var isCell = false
  private var notes = 0
  /// The cells of a row that stands several times.
  private var repeated: [(SheetTable.Cell, Int)] = []

  init(wanted: Int?, source: String) { (self.wanted, self.source) = (wanted, source) }

  private var isWanted: Bool { names.count - 1 == wanted }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "table":
      names.append(attributes["name"] ?? "")
      (row, column) = (0, 0)
    case "table-row":
      column = 0
      row += 1
      rowRepeats = attributes.whole("number-rows-repeated", in: 1...SheetTable.lastRow) ?? 1
    case "table-cell", "covered-table-cell":
      guard isWanted else { return }
      isCell = true
      type = attributes["value-type"] ?? ""
      value =
        switch type {
        case "float", "percentage", "currency": attributes["value"]
        case "date": attributes["date-value"]
        case "time": attributes["time-value"]
        case "boolean": attributes["boolean-value"]
        default: nil
        }
      cellRepeats = attributes.whole("number-columns-repeated", in: 1...SheetTable.columns) ?? 1
      (text, paragraphs) = ([], 0)
    case "p":
      if isCell, notes == 0 {
        if paragraphs > 0 { text.append(0x0A) }
        paragraphs += 1
      }
    case "s":
      if isCell, notes == 0 {
        text.append(contentsOf: repeatElement(0x20, count: attributes.whole("c", in: 0...1000) ?? 1))
        checkLength()
      }
    case "annotation": notes += 1
    default: break
    }
  }

  override func end(_ name: String) {
    switch name {
    case "annotation": notes -= 1
    case "table-cell", "covered-table-cell":
      guard isWanted, isCell else { return }
      isCell = false
      if let cell = cell {
        // Repeats of what holds something are few; those to the end of the sheet are blank.
        for step in 0..<cellRepeats where column + step < SheetTable.columns && row <= SheetTable.lastRow {
          guard table.add(cell, row: row, column: column + step) else {
            fault = WorkbookFault.tooLarge(source: source, part: "content.xml", megabytes: table.megabytes)
            return
          }
          if rowRepeats > 1 { repeated.append((cell, column + step)) }
        }
      }
      column += cellRepeats
    case "table-row":
      for step in 1..<max(2, rowRepeats) where rowRepeats > 1 && !repeated.isEmpty {
        if row + step > SheetTable.lastRow { break }
        for (cell, column) in repeated where !table.add(cell, row: row + step, column: column) {
          fault = WorkbookFault.tooLarge(source: source, part: "content.xml", megabytes: table.megabytes)
          return
        }
      }
      repeated = []
      row += rowRepeats - 1
    case "table": if isWanted { isDone = true }
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<CChar>) {
    guard isCell, notes == 0, paragraphs > 0 else { return }
    text.append(contentsOf: UnsafeRawBufferPointer(bytes))
    checkLength()
  }

  private func checkLength() {
    if text.count > SheetTable.longestCell { fault = WorkbookFault.longCell(source: source) }
  }

  private var cell: SheetTable.Cell? {
    switch type {
    case "float", "percentage", "currency":
      guard let number = value.flatMap({ Double($0) }), number.isFinite else { return nil }
      return .number(CSVWriter.text(of: number))
    case "date": return value.map { .text($0.replacing("T", with: " ")) }
    case "time": return value.map { .text(Self.time($0)) }
    case "boolean": return value.map { .text($0 == "true" ? "TRUE" : "FALSE") }
    default:
      let words = String(decoding: text, as: UTF8.self)
      return words.isEmpty ? nil : .text(words)
    }
  }

  /// `PT10H11M12S` as 10:11:12.
  private static func time(_ duration: String) -> String {
    let parts = duration.split { !$0.isNumber && $0 != "." }
    guard duration.hasPrefix("PT"), parts.count == 3 else { return duration }
    return parts.map { $0.count < 2 ? "0\($0)" : String($0.prefix { $0 != "." }) }.joined(separator: ":")
  }
}

/// Reads one sheet of an `.ods` workbook as text with separators.
enum OpenDocumentSheet {
  static func table(_ archive: WorkbookArchive, sheet wanted: String?) throws -> ChosenSheet {
    let contents = OpenDocumentCells(wanted: nil, source: archive.name)
    guard try archive.parse("content.xml", contents), !contents.names.isEmpty else {
      throw WorkbookFault.damaged(source: archive.name, reason: "it holds no sheets")
    }
    return try ChosenSheet.choose(
      archive, names: contents.names, hidden: contents.names.map { _ in false }, wanted: wanted
    ) { index in
      let cells = OpenDocumentCells(wanted: index, source: archive.name)
      try archive.parse("content.xml", cells)
      return cells.table
    }
  }
}
