import Survey

/// The cells of a sheet as they come, made into text with separators that `CSVReader` reads.
struct SheetTable {
  /// The rows that hold something: their number, and where their cells end among all cells.
  private var rows: [(number: Int, end: Int)] = []
  /// Every cell's column, and where its field ends among the fields.
  private var cells: [(column: Int32, end: Int32)] = []
  /// The fields, one behind the other.
  private var fields: [UInt8] = []
  /// Cells of text that are numbers, and the first of them.
  private var numbersAsText = 0
  private var firstNumberAsText: String?
  /// Cells that hold an error by its name, and the first of them all.
  private var errors: [String: Int] = [:]
  private var firstError: String?
  /// Formulas without a value, and the first of them.
  private var formulas = 0
  private var firstFormula: String?
  /// Cells that are merged.
  var merged: [MergedCells] = []

  /// Bytes of text that a sheet may come to.
  private static let largestText = 128 << 20
  /// Cells that a sheet may hold.
  private static let mostCells = 16 << 20
  /// The rows and columns that a sheet can have.
  static let lastRow = 1_048_576
  static let columns = 16_384
  /// Bytes of one cell; Excel holds 32,767 characters.
  static let longestCell = 1 << 20

  /// What a cell holds.
  enum Cell {
    case number(String)
    case text(String)
    /// What a formula that fails gives: `#DIV/0!`.
    case error(String)
  }

  /// Why a cell is not taken.
  enum Refusal {
    /// There is no more room.
    case full
    /// It stands after one that should come later.
    case disorder(row: Int, column: Int)
    /// It lies beyond the last row or column.
    case outside

    func fault(_ source: String, part: String) -> WorkbookFault {
      switch self {
      case .full: .tooLarge(source: source, part: part, megabytes: SheetTable.largestText >> 20)
      case .outside:
        .damaged(source: source, reason: "it has cells beyond row 1,048,576 or column XFD, which no sheet has")
      case .disorder(let row, let column):
        .damaged(
          source: source,
          reason: "its cell \(SheetTable.place(row: row, column: column)) stands behind one that comes after it")
      }
    }
  }

  /// Adds a cell, which comes behind all others.
  mutating func add(_ cell: Cell, row: Int, column: Int) -> Refusal? {
    guard 1...Self.lastRow ~= row, 0..<Self.columns ~= column else { return .outside }
    if let last = rows.last, row < last.number || row == last.number && column <= Int(cells[cells.count - 1].column) {
      return .disorder(row: row, column: column)
    }
    switch cell {
    case .number(let text): fields.append(contentsOf: text.utf8)
    case .text(let text):
      if text.isEmpty { return nil }
      if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }), Double(text) != nil {
        numbersAsText += 1
        if firstNumberAsText == nil { firstNumberAsText = Self.place(row: row, column: column) }
      }
      quote(text)
    case .error(let name):
      errors[errors.count < 30 ? name : "other errors", default: 0] += 1
      if firstError == nil { firstError = Self.place(row: row, column: column) }
      // What every text has for a value that is not available.
      fields.append(contentsOf: "#N/A".utf8)
    }
    cells.append((Int32(column), Int32(fields.count)))
    if rows.last?.number == row { rows[rows.count - 1].end = cells.count } else { rows.append((row, cells.count)) }
    return fields.count <= Self.largestText && cells.count <= Self.mostCells ? nil : .full
  }

  /// Notes a formula whose value the workbook does not hold.
  mutating func addFormula(row: Int, column: Int) {
    formulas += 1
    if firstFormula == nil { firstFormula = Self.place(row: row, column: column) }
  }

  static var megabytes: Int { largestText >> 20 }

  /// Whether there are names and something below them.
  var isTable: Bool { rows.count >= 2 }

  private func cellsOfRow(_ index: Int) -> Range<Int> { (index > 0 ? rows[index - 1].end : 0)..<rows[index].end }

  /// The row that holds the names: rows with one or two cells above a wider table are titles.
  private var header: Int {
    let widest = rows.indices.prefix(40).map { cellsOfRow($0).count }.max() ?? 0
    let isTitle = { (count: Int) in count < 2 && widest >= 2 || count <= 2 && widest >= 5 }
    return rows.indices.first { !isTitle(cellsOfRow($0).count) } ?? 0
  }

  /// What has to be said of the table, in sentences without an end.
  var remarks: [String] {
    var remarks: [String] = []
    let first = header
    if first > 0 {
      let (from, to) = (rows[0].number, rows[first - 1].number)
      remarks.append(
        from == to ? "row \(from) above the names is skipped" : "rows \(from) to \(to) above the names are skipped")
    }
    if let place = firstNumberAsText {
      remarks.append(
        "\(Self.count(numbersAsText, "cell of text is", "cells of text are")) read as numbers, the first in \(place)")
    }
    if let place = firstError {
      let names = errors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let kinds = names.prefix(4).map { "\($0.key)\(names.count > 1 ? " \($0.value)" : "")" }.joined(separator: ", ")
      remarks.append(
        "\(Self.count(errors.values.reduce(0, +), "cell holds an error and counts", "cells hold errors and count")) as missing: \(kinds)\(names.count > 4 ? " …" : ""), the first in \(place)"
      )
    }
    if let place = firstFormula {
      remarks.append(
        "\(Self.count(formulas, "formula has", "formulas have")) no stored value and \(formulas == 1 ? "counts" : "count") as missing, the first in \(place): open the workbook in a spreadsheet program and save it again"
      )
    }
    let below = merged.filter { $0.lastRow >= rows[first].number }
    if let one = below.first {
      remarks.append(
        "\(Self.count(below.count, "range of cells is", "ranges of cells are")) merged, the first \(one.name): only the first cell of a range holds its value, the others are blank"
      )
    }
    return remarks
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// The table as text; `nil` when the blank cells between those that hold something would take more room than there is.
  func text() -> [UInt8]? {
    guard !rows.isEmpty else { return [] }
    let first = header
    var (from, to) = (Self.columns, 0)
    for cell in cells[cellsOfRow(first).lowerBound...] {
      (from, to) = (min(from, Int(cell.column)), max(to, Int(cell.column)))
    }
    let room = (rows[rows.count - 1].number - rows[first].number + 1) * (to - from + 3) + fields.count
    guard from <= to, room <= Self.largestText + Self.largestText / 4 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(room)
    var number = rows[first].number
    for index in rows.indices[first...] {
      // Rows between that hold nothing are respondents without an answer.
      while number < rows[index].number {
        bytes.append(contentsOf: repeatElement(CSVByte.comma, count: to - from))
        // A single blank column would be no row.
        if to == from { bytes.append(contentsOf: [CSVByte.quote, CSVByte.quote]) }
        bytes.append(CSVByte.lineFeed)
        number += 1
      }
      var column = from
      for cell in cellsOfRow(index) {
        bytes.append(contentsOf: repeatElement(CSVByte.comma, count: Int(cells[cell].column) - column))
        bytes.append(contentsOf: fields[(cell > 0 ? Int(cells[cell - 1].end) : 0)..<Int(cells[cell].end)])
        column = Int(cells[cell].column)
      }
      bytes.append(contentsOf: repeatElement(CSVByte.comma, count: to - column))
      bytes.append(CSVByte.lineFeed)
      number = rows[index].number + 1
    }
    return bytes
  }

  private mutating func quote(_ text: String) {
    fields.append(CSVByte.quote)
    for byte in text.utf8 where byte != 0 {
      if byte == CSVByte.quote { fields.append(byte) }
      fields.append(byte)
    }
    fields.append(CSVByte.quote)
  }
}

extension SheetTable {
  /// `B17`.
  static func place(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }

  /// Column 27 of `AB12`.
  static func column(of place: String) -> Int? {
    var column = 0
    for byte in place.utf8 {
      guard 0x41...0x5A ~= byte else { break }
      column = column * 26 + Int(byte - 0x40)
      if column > 20_000 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  /// A range of cells that are one for whoever looks at the sheet: only the first of them holds a value.
  struct MergedCells: Equatable {
    let name: String
    let lastRow: Int

    /// `A2:A5`; `nil` of what is no range.
    init?(_ name: String) {
      let ends = name.split(separator: ":")
      guard ends.count == 2, let row = Int(ends[1].drop { !$0.isNumber }) else { return nil }
      (self.name, lastRow) = (name, row)
    }

    /// From a cell on, so many rows and columns.
    init(row: Int, column: Int, rows: Int, columns: Int) {
      lastRow = row + rows - 1
      name =
        SheetTable.place(row: row, column: column) + ":" + SheetTable.place(row: lastRow, column: column + columns - 1)
    }
  }
}
