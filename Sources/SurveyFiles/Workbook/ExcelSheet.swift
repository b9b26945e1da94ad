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

/// The cells of one sheet.
private final class ExcelCells: XMLEvents {
  var table = SheetTable()
  private let strings: [String]
  private let displays: [ExcelDisplay?]
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
  private var hasFormula = false

  init(strings: [String], displays: [ExcelDisplay?], is1904: Bool, source: String) {
    (self.strings, self.displays, self.is1904, self.source) = (strings, displays, is1904, source)
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      row = attributes.whole("r", in: 0...SheetTable.lastRow + 1) ?? row + 1
      column = -1
    case "c":
      column = attributes["r"].flatMap { SheetTable.column(of: $0) } ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
      (hasValue, hasFormula) = (false, false)
    case "f": hasFormula = true
    case "mergeCell":
      // More of them than a sheet of answers has are of no use to anybody.
      if table.merged.count < 10_000, let merged = attributes["ref"].flatMap({ SheetTable.MergedCells($0) }) {
        table.merged.append(merged)
      }
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
      if hasFormula, value.isEmpty, type != "str" { table.addFormula(row: row, column: column) }
      guard hasValue, let cell = cell(String(decoding: value, as: UTF8.self)) else { return }
      fault = table.add(cell, row: row, column: column)?.fault(source, part: "sheet")
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
    case "str", "inlineStr": return .text(text)
    case "e": return text.isEmpty ? nil : .error(text)
    case "b": return .text(text == "1" ? "TRUE" : "FALSE")
    case "d": return .text(Self.moment(text, display))
    default:
      guard let number = Double(text), number.isFinite else { return text.isEmpty ? nil : .text(text) }
      if let written = display?.text(of: number, is1904: is1904) { return .text(written) }
      return .number(CSVWriter.text(of: number))
    }
  }

  private var display: ExcelDisplay? { displays.indices.contains(style) ? displays[style] : nil }

  /// A moment by ISO 8601, as few programs store it; a day alone where the cell shows a day.
  private static func moment(_ text: String, _ display: ExcelDisplay?) -> String {
    let parts = (text.hasSuffix("Z") ? text.dropLast() : text[...]).split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return text }
    let isMidnight = parts[1].allSatisfy { "0:.".contains($0) }
    return isMidnight && display != .both ? String(parts[0]) : parts.joined(separator: " ")
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
        strings: strings.strings, displays: styles.displays, is1904: contents.is1904, source: archive.name)
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
