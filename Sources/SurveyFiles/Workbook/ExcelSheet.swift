import Platform
import Survey

/// What a workbook's `workbook.xml` and its relations say.
private final class ExcelContents: XMLEvents {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var is1904 = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "sheet" {
      sheets.append(
        (
          attributes["name"] ?? "", attributes["id"] ?? "",
          ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
        ))
    } else if name == "workbookPr" {
      is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
  }
}

private final class ExcelRelations: XMLEvents {
  var targets: [String: String] = [:]
  var workbook: String?

  override func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target
    if attributes["Type"]?.hasSuffix("/officeDocument") ?? false { workbook = target }
  }
}

/// Texts that cells share; phonetic readings are no part of them.
private final class ExcelStrings: XMLEvents {
  var strings: [String] = []
  private var text: [UInt8] = []
  private var isText = false
  private var isPhonetic = false
  private var size = 0

  override func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { text = [] }
    if name == "rPh" { isPhonetic = true }
    isText = name == "t" && !isPhonetic
  }
  override func end(_ name: String) {
    isText = false
    if name == "rPh" { isPhonetic = false }
    guard name == "si" else { return }
    strings.append(String(decoding: text, as: UTF8.self))
    size += text.count + 32
    if size > 128 << 20 {
      fault = WorkbookFault.tooLarge(source: source, part: "sharedStrings.xml", megabytes: 128)
    }
  }
  override func text(_ bytes: UnsafeBufferPointer<CChar>) {
    guard isText else { return }
    text.append(contentsOf: UnsafeRawBufferPointer(bytes))
    if text.count > SheetTable.longestCell { fault = WorkbookFault.longCell(source: source) }
  }

  private let source: String
  init(source: String) { self.source = source }
}

/// Which styles show numbers as dates, times, or both.
private final class ExcelStyles: XMLEvents {
  private var codes: [Int: String] = [:]
  private var isCellStyle = false
  var moments: [CalendarMoment.Kind?] = []

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
    case "cellXfs": isCellStyle = true
    case "xf":
      if isCellStyle { moments.append(kind(attributes["numFmtId"].flatMap { Int($0) } ?? 0)) }
    default: break
    }
  }
  override func end(_ name: String) { if name == "cellXfs" { isCellStyle = false } }

  private func kind(_ format: Int) -> CalendarMoment.Kind? {
    switch format {
    case 14...17, 27...31, 34...36, 50...58: .date
    case 18...21, 32, 33, 45...47: .time
    case 22: .both
    default: codes[format].flatMap { Self.kind(ofCode: $0) }
    }
  }

  /// Of a format's own code: what stands in quotes, brackets or behind a backslash shows as it is.
  static func kind(ofCode code: String) -> CalendarMoment.Kind? {
    var plain = ""
    var isQuoted = false
    var bracket: String?
    var skips = false
    for character in code.lowercased() {
      if skips {
        skips = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if let open = bracket {
        if character == "]" {
          // Elapsed time: [h], [mm], [ss].
          if !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { plain += open }
          bracket = nil
        } else {
          bracket = open + String(character)
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == "[" {
        bracket = ""
      } else if "\\_*".contains(character) {
        skips = true
      } else if character == ";" {
        break
      } else {
        plain.append(character)
      }
    }
    if plain.contains("general") { return nil }
    let hasTime = plain.contains("h") || plain.contains("s")
    let hasDate = plain.contains("y") || plain.contains("d") || plain.contains("m") && !hasTime
    return hasDate ? (hasTime ? .both : .date) : hasTime ? .time : nil
  }
}

/// The cells of one sheet.
private final class ExcelCells: XMLEvents {
  var table = SheetTable()
  private let strings: [String]
  private let moments: [CalendarMoment.Kind?]
  private let is1904: Bool
  private let source: String
  private var row = 0
  private var column = -1
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false
  private var hasValue = false

  init(strings: [String], moments: [CalendarMoment.Kind?], is1904: Bool, source: String) {
    (self.strings, self.moments, self.is1904, self.source) = (strings, moments, is1904, source)
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      row = attributes.whole("r", in: 0...SheetTable.lastRow + 1) ?? row + 1
      column = -1
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
      hasValue = false
    case "rPh": isPhonetic = true
    case "v", "t":
      isValue = !isPhonetic
      hasValue = true
    default: break
    }
  }

  override func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c":
      guard hasValue else { return }
      if let cell = cell(String(decoding: value, as: UTF8.self)), !table.add(cell, row: row, column: column) {
        fault = WorkbookFault.tooLarge(source: source, part: "sheet", megabytes: table.megabytes)
      }
    case "sheetData": isDone = true
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<CChar>) {
    guard isValue else { return }
    value.append(contentsOf: UnsafeRawBufferPointer(bytes))
    if value.count > SheetTable.longestCell { fault = WorkbookFault.longCell(source: source) }
  }

  private func cell(_ text: String) -> SheetTable.Cell? {
    switch type {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else { return nil }
      return .text(strings[index])
    case "str", "inlineStr", "e": return .text(text)
    case "b": return .text(text == "1" ? "TRUE" : "FALSE")
    case "d": return .text(text.replacing("T", with: " "))
    default:
      guard let number = Double(text), number.isFinite else { return text.isEmpty ? nil : .text(text) }
      if moments.indices.contains(style), let kind = moments[style],
        let written = ExcelMoment.text(number, kind, is1904: is1904)
      {
        return .text(written)
      }
      return .number(CSVWriter.text(of: number))
    }
  }

  /// `AB12` is column 27.
  private static func column(_ place: String) -> Int? {
    var column = 0
    for byte in place.utf8 {
      guard 0x41...0x5A ~= byte else { break }
      column = column * 26 + Int(byte - 0x40)
      if column > 20_000 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}

/// Excel's serial days.
enum ExcelMoment {
  /// `nil` of a number that is no day there.
  static func text(_ number: Double, _ kind: CalendarMoment.Kind, is1904: Bool) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    // 1900 is taken for a leap year: from day 60 on serials are one ahead.
    let origin = is1904 ? -24_107 : number >= 60 ? -25_569 : -25_568
    var moment = CalendarMoment(kind: kind, unit: 86400, origin: origin)
    // A date with a time shows the time as well.
    if kind == .date, number != number.rounded(.down) { moment.kind = .both }
    return moment.text(of: number)
  }
}

/// Reads one sheet of an `.xlsx` workbook as text with separators.
enum ExcelSheet {
  static func table(_ archive: WorkbookArchive, sheet wanted: String?) throws -> ChosenSheet {
    let packageRelations = ExcelRelations()
    try archive.parse("_rels/.rels", packageRelations)
    var place = packageRelations.workbook ?? "xl/workbook.xml"
    if place.hasPrefix("/") { place.removeFirst() }
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
    let contents = ExcelContents()
    guard try archive.parse(place, contents), !contents.sheets.isEmpty else {
      throw WorkbookFault.damaged(source: archive.name, reason: "it names no sheets")
    }
    let relations = ExcelRelations()
    try archive.parse(folder + "_rels/" + place.dropFirst(folder.count) + ".rels", relations)
    let strings = ExcelStrings(source: archive.name)
    try archive.parse(part("sharedStrings.xml", in: folder, relations), strings)
    let styles = ExcelStyles()
    try archive.parse(part("styles.xml", in: folder, relations), styles)
    return try ChosenSheet.choose(
      archive, names: contents.sheets.map(\.name), hidden: contents.sheets.map(\.isHidden), wanted: wanted
    ) { index in
      let target = relations.targets[contents.sheets[index].relation] ?? "worksheets/sheet\(index + 1).xml"
      let cells = ExcelCells(
        strings: strings.strings, moments: styles.moments, is1904: contents.is1904, source: archive.name)
      guard try archive.parse(resolved(target, in: folder), cells) else {
        throw WorkbookFault.damaged(
          source: archive.name, reason: "its sheet '\(contents.sheets[index].name)' is not in it")
      }
      return cells.table
    }
  }

  private static func part(_ name: String, in folder: String, _ relations: ExcelRelations) -> String {
    resolved(relations.targets.values.first { $0.hasSuffix(name) } ?? name, in: folder)
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
  }
}

/// The sheet that is read, and what is said of the choice.
struct ChosenSheet {
  var table: SheetTable
  var name: String
  var others: [String]
  var wasNamed: Bool

  /// The sheet of that name or number; without either the first one in view that holds a table.
  static func choose(
    _ archive: WorkbookArchive, names: [String], hidden: [Bool], wanted: String?, _ read: (Int) throws -> SheetTable
  ) throws -> ChosenSheet {
    func chosen(_ index: Int, _ table: SheetTable) -> ChosenSheet {
      ChosenSheet(
        table: table, name: names[index], others: names.indices.filter { $0 != index }.map { names[$0] },
        wasNamed: wanted != nil)
    }
    if let wanted {
      let number = Int(wanted).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let index = names.firstIndex(of: wanted) ?? number else {
        throw WorkbookFault.noSuchSheet(source: archive.name, sheet: wanted, sheets: names)
      }
      let table = try read(index)
      guard table.isTable else { throw WorkbookFault.noTable(source: archive.name, sheet: names[index]) }
      return chosen(index, table)
    }
    for index in names.indices where !hidden[index] {
      let table = try read(index)
      if table.isTable { return chosen(index, table) }
    }
    throw WorkbookFault.noTable(source: archive.name, sheet: nil)
  }
}
