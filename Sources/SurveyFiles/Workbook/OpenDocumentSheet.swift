import Platform
import Survey

/// The sheets of an `.ods` workbook, which stand one after the other in one part.
private final class OpenDocumentCells: XMLEvents {
  private(set) var names: [String] = []
  /// Of the sheets, by their styles.
  private(set) var hidden: [Bool] = []
  var table = SheetTable()
  /// The sheet whose cells are taken; `nil` takes names alone.
  private let wanted: Int?
  private let source: String
  private var tableStyle: String?
  private var hiddenStyles: Set<String> = []
  private var row = 0
  private var column = 0
  private var rowRepeats = 1
  private var cellRepeats = 1
  private var type = ""
  /// The value that stands in an attribute.
  private var value: String?
  private var hasFormula = false
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
    case "style": tableStyle = attributes["family"] == "table" ? attributes["name"] : nil
    case "table-properties":
      if let tableStyle, attributes["display"] == "false" { hiddenStyles.insert(tableStyle) }
    case "table":
      names.append(attributes["name"] ?? "")
      hidden.append(attributes["style-name"].map(hiddenStyles.contains) ?? false)
      (row, column) = (0, 0)
    case "table-row":
      column = 0
      row += 1
      rowRepeats = attributes.whole("number-rows-repeated", in: 1...SheetTable.lastRow) ?? 1
    case "table-cell", "covered-table-cell": if isWanted { startCell(attributes) }
    case "p": startParagraph()
    case "s": add(blank: 0x20, count: attributes.whole("c", in: 0...1000) ?? 1)
    case "tab": add(blank: 0x09)
    case "line-break": add(blank: 0x0A)
    case "annotation": notes += 1
    default: break
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
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
    hasFormula = attributes["formula"] != nil
    cellRepeats = attributes.whole("number-columns-repeated", in: 1...SheetTable.columns) ?? 1
    (text, paragraphs) = ([], 0)
    let rows = attributes.whole("number-rows-spanned", in: 1...SheetTable.lastRow) ?? 1
    let columns = attributes.whole("number-columns-spanned", in: 1...SheetTable.columns) ?? 1
    if rows > 1 || columns > 1, table.merged.count < 10_000 {
      table.merged.append(.init(row: row, column: column, rows: rows, columns: columns))
    }
  }

  private func startParagraph() {
    guard isCell, notes == 0 else { return }
    if paragraphs > 0 { text.append(0x0A) }
    paragraphs += 1
  }

  private func add(blank: UInt8, count: Int = 1) {
    guard isCell, notes == 0, paragraphs > 0 else { return }
    text.append(contentsOf: repeatElement(blank, count: count))
    checkLength()
  }

  override func end(_ name: String) {
    switch name {
    case "annotation": notes -= 1
    case "table-cell", "covered-table-cell": if isWanted, isCell { endCell() }
    case "table-row":
      // Repeats of what holds something are few; those to the end of the sheet are blank.
      for step in 1..<max(2, rowRepeats) where rowRepeats > 1 && !repeated.isEmpty {
        if row + step > SheetTable.lastRow { break }
        for (cell, column) in repeated where fault == nil { add(cell, row: row + step, column: column) }
        if fault != nil { break }
      }
      repeated = []
      row += rowRepeats - 1
    case "table": if isWanted { isDone = true }
    default: break
    }
  }

  private func endCell() {
    isCell = false
    defer { column += cellRepeats }
    guard let cell = cell else {
      if hasFormula, type.isEmpty { table.addFormula(row: row, column: column) }
      return
    }
    for step in 0..<cellRepeats where column + step < SheetTable.columns && row <= SheetTable.lastRow {
      add(cell, row: row, column: column + step)
      if fault != nil { return }
      if rowRepeats > 1 { repeated.append((cell, column + step)) }
    }
  }

  private func add(_ cell: SheetTable.Cell, row: Int, column: Int) {
    fault = table.add(cell, row: row, column: column)?.fault(source, part: "content.xml")
  }

  override func text(_ bytes: UnsafeBufferPointer<CChar>) {
    guard isCell, notes == 0, paragraphs > 0 else { return }
    text.append(contentsOf: UnsafeRawBufferPointer(bytes))
    checkLength()
  }

  private func checkLength() {
    if text.count > SheetTable.longestCell { fault = WorkbookFault.longCell(source: source) }
  }

  private static let errors: Set = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]

  private var cell: SheetTable.Cell? {
    let words = String(decoding: text, as: UTF8.self)
    // A formula that fails has a value of its kind (0, or an empty text), and shows its error.
    if hasFormula, Self.errors.contains(words) || words.hasPrefix("Err:") { return .error(words) }
    switch type {
    case "float", "percentage", "currency":
      guard let number = value.flatMap({ Double($0) }), number.isFinite else { return nil }
      return .number(CSVWriter.text(of: number))
    case "date": return value.map { .text(OpenDocumentMoment.text(ofDate: $0)) }
    case "time": return value.map { .text(OpenDocumentMoment.text(ofTime: $0)) }
    case "boolean": return value.map { .text($0 == "true" ? "TRUE" : "FALSE") }
    default: return words.isEmpty ? nil : .text(words)
    }
  }
}

/// Dates and times as OpenDocument writes them, by ISO 8601.
enum OpenDocumentMoment {
  /// `2024-05-01T10:11:12.5` as 2024-05-01 10:11:12.500; a date alone stays.
  static func text(ofDate date: String) -> String {
    let parts = date.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return date }
    let clock = parts[1].split(separator: ":")
    guard clock.count == 3, let hours = Double(clock[0]), let minutes = Double(clock[1]),
      let seconds = Double(clock[2]),
      let time = CalendarMoment(kind: .time, unit: 1, origin: 0).text(of: hours * 3600 + minutes * 60 + seconds)
    else { return "\(parts[0]) \(parts[1])" }
    return "\(parts[0]) \(time)"
  }

  /// `PT10H11M12S` as 10:11:12; what is no duration stays as it is.
  static func text(ofTime duration: String) -> String {
    var rest = duration[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest.removeFirst() }
    guard rest.hasPrefix("P") else { return duration }
    rest.removeFirst()
    var seconds = 0.0
    var isTime = false
    while let next = rest.first {
      if next == "T", !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      guard let number = Double(digits), let unit = rest.popFirst() else { return duration }
      switch unit {
      case "D" where !isTime: seconds += number * 86400
      case "H" where isTime: seconds += number * 3600
      case "M" where isTime: seconds += number * 60
      case "S" where isTime: seconds += number
      default: return duration
      }
    }
    return CalendarMoment(kind: .time, unit: 1, origin: 0).text(of: isNegative ? -seconds : seconds) ?? duration
  }
}

/// Reads one sheet of an `.ods` workbook as text with separators.
enum OpenDocumentSheet {
  static func table(_ archive: WorkbookArchive, sheet wanted: String?) throws -> ChosenSheet {
    let manifest = OpenDocumentManifest()
    try archive.parse("META-INF/manifest.xml", manifest)
    if manifest.isEncrypted { throw WorkbookFault.encrypted(source: archive.name) }
    let contents = OpenDocumentCells(wanted: nil, source: archive.name)
    guard try archive.parse("content.xml", contents), !contents.names.isEmpty else {
      throw WorkbookFault.damaged(source: archive.name, reason: "it holds no sheets")
    }
    return try ChosenSheet.choose(
      archive, names: contents.names, hidden: contents.hidden, wanted: wanted
    ) { index in
      let cells = OpenDocumentCells(wanted: index, source: archive.name)
      try archive.parse("content.xml", cells)
      return cells.table
    }
  }
}

/// What the list of the parts says of how they are packed.
private final class OpenDocumentManifest: XMLEvents {
  private(set) var isEncrypted = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "encryption-data" { (isEncrypted, isDone) = (true, true) }
  }
}
