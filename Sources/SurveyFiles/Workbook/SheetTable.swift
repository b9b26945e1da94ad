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
  private(set) var numbersAsText = 0
  private(set) var firstNumberAsText: String?

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
  }

  /// Adds a cell; rows come in order, and what lies outside a sheet is left out. Gives false when there is no more room.
  mutating func add(_ cell: Cell, row: Int, column: Int) -> Bool {
    guard 1...Self.lastRow ~= row, 0..<Self.columns ~= column else { return true }
    switch cell {
    case .number(let text): fields.append(contentsOf: text.utf8)
    case .text(let text):
      if text.isEmpty { return true }
      if Double(text) != nil {
        numbersAsText += 1
        if firstNumberAsText == nil { firstNumberAsText = Self.place(row: row, column: column) }
      }
      quote(text)
    }
    cells.append((Int32(column), Int32(fields.count)))
    if rows.last?.number == row { rows[rows.count - 1].end = cells.count } else { rows.append((row, cells.count)) }
    return fields.count <= Self.largestText && cells.count <= Self.mostCells
  }

  var megabytes: Int { Self.largestText >> 20 }

  /// Whether there are names and something below them.
  var isTable: Bool { rows.count >= 2 }

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

  private func cellsOfRow(_ index: Int) -> Range<Int> { (index > 0 ? rows[index - 1].end : 0)..<rows[index].end }

  /// The row that holds the names: rows with one or two cells above a wider table are titles.
  private var header: Int {
    let widest = rows.indices.prefix(40).map { cellsOfRow($0).count }.max() ?? 0
    let isTitle = { (count: Int) in count < 2 && widest >= 2 || count <= 2 && widest >= 5 }
    return rows.indices.first { !isTitle(cellsOfRow($0).count) } ?? 0
  }

  /// The table as text, and the rows above it that hold something; `nil` when the blank cells between those that hold
  /// something would take more room than there is.
  func text() -> (bytes: [UInt8], skipped: ClosedRange<Int>?)? {
    guard !rows.isEmpty else { return ([], nil) }
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
      var last = -1
      // Of a cell that a damaged sheet holds twice the first counts.
      for cell in cellsOfRow(index) where cells[cell].column > last {
        last = Int(cells[cell].column)
        bytes.append(contentsOf: repeatElement(CSVByte.comma, count: last - column))
        bytes.append(contentsOf: fields[(cell > 0 ? Int(cells[cell - 1].end) : 0)..<Int(cells[cell].end)])
        column = last
      }
      bytes.append(contentsOf: repeatElement(CSVByte.comma, count: to - column))
      bytes.append(CSVByte.lineFeed)
      number = rows[index].number + 1
    }
    return (bytes, first > 0 ? rows[0].number...rows[first - 1].number : nil)
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
