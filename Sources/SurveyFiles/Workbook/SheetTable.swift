import Survey

/// The cells of a sheet as they come, made into text with separators that `CSVReader` reads.
struct SheetTable {
  /// One row: the texts of its cells from the first on, empty where there is none.
  private var rows: [(number: Int, cells: [(column: Int, field: [UInt8])])] = []
  private var size = 0
  /// Cells of text that are numbers, and the first of them.
  private(set) var numbersAsText = 0
  private(set) var firstNumberAsText: String?

  /// Bytes of text that a sheet may come to.
  private static let largestText = 300 << 20

  /// What a cell holds.
  enum Cell {
    case number(String)
    case text(String)
  }

  /// Adds a cell; rows come in order. Gives false when there is no more room.
  mutating func add(_ cell: Cell, row: Int, column: Int) -> Bool {
    let field: [UInt8]
    switch cell {
    case .number(let text): field = Array(text.utf8)
    case .text(let text):
      if text.isEmpty { return true }
      if Double(text) != nil {
        numbersAsText += 1
        if firstNumberAsText == nil { firstNumberAsText = Self.place(row: row, column: column) }
      }
      field = Self.quoted(text)
    }
    if rows.last?.number != row { rows.append((row, [])) }
    rows[rows.count - 1].cells.append((column, field))
    size += field.count + 24
    return size <= Self.largestText
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

  /// The row that holds the names: rows with one or two cells above a wider table are titles.
  private var header: Int {
    let widest = rows.prefix(40).map(\.cells.count).max() ?? 0
    let isTitle = { (count: Int) in count < 2 && widest >= 2 || count <= 2 && widest >= 5 }
    return rows.firstIndex { !isTitle($0.cells.count) } ?? 0
  }

  /// The table as text, and the rows above it that hold something.
  func text() -> (bytes: [UInt8], skipped: ClosedRange<Int>?) {
    let first = header
    guard let from = rows[first...].flatMap({ $0.cells.map(\.column) }).min(),
      let to = rows[first...].flatMap({ $0.cells.map(\.column) }).max()
    else { return ([], nil) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var number = rows[first].number
    for row in rows[first...] {
      // Rows between that hold nothing are respondents without an answer.
      while number < row.number {
        bytes.append(contentsOf: repeatElement(CSVByte.comma, count: to - from))
        // A single blank column would be no row.
        if to == from { bytes.append(contentsOf: [CSVByte.quote, CSVByte.quote]) }
        bytes.append(CSVByte.lineFeed)
        number += 1
      }
      var column = from
      for cell in row.cells where cell.column >= column {
        bytes.append(contentsOf: repeatElement(CSVByte.comma, count: cell.column - column))
        bytes.append(contentsOf: cell.field)
        column = cell.column
      }
      bytes.append(contentsOf: repeatElement(CSVByte.comma, count: to - column))
      bytes.append(CSVByte.lineFeed)
      number = row.number + 1
    }
    return (bytes, first > 0 ? rows[0].number...rows[first - 1].number : nil)
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var field: [UInt8] = [CSVByte.quote]
    for byte in text.utf8 {
      if byte == CSVByte.quote { field.append(byte) }
      if byte != 0 { field.append(byte) }
    }
    field.append(CSVByte.quote)
    return field
  }
}
