import Survey

/// What a worker makes of one block of records. Rows count from the block's first row (0).
struct CSVBlock: Sendable {
  var rowCount = 0
  /// One per kept column.
  var columns: [Column] = []
  /// Line breaks of any sort in the block, within quotes or not.
  var lineCount = 0
  var fault: Fault?

  struct Column: Sendable {
    var values: ColumnValues
    /// How many values are missing for each reason; empty when none is.
    var missing: [Int] = []
    /// Texts in a column of numbers: row and what stands there.
    var unreadable: [(row: Int, text: String)] = []
    /// Some number is written as only people do: a typographic minus or space, parentheses.
    var hasOdd = false
  }

  /// What is wrong with the block's bytes, the earliest in the order of the file.
  enum Fault: Sendable {
    case unequalFields(row: Int, found: Int)
    case unterminatedQuote(row: Int, line: Int)
    case tornField(line: Int)
    case notUTF8(line: Int, byte: UInt8)
    case nulByte(line: Int)
    /// A record is longer than any record may be.
    case endlessRecord
    /// The input could not be read.
    case reading(any Error)
  }
}

/// How the columns of a file are read.
struct CSVPlan: Sendable {
  enum Kind: Sendable { case number, text, skip }

  var format: CSVFormat
  /// One per column of the file.
  var kinds: [Kind]
  /// How each column's numbers are written; of texts it means nothing.
  var forms: [NumberForm]
  var missing: [CSVMissing]
  /// The file's columns that are kept, in its order.
  var kept: [Int]
}
