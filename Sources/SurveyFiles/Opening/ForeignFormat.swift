import Survey

/// Formats that are not text with separators, known by their first bytes: what they are, and what to do about it.
enum ForeignFormat {
  private struct Signature {
    var bytes: [UInt8]
    var offset = 0
    var name: String
    var advice: String

    init(_ text: String, at offset: Int = 0, _ name: String, _ advice: String) {
      self.init(Array(text.utf8), at: offset, name, advice)
    }
    init(_ bytes: [UInt8], at offset: Int = 0, _ name: String, _ advice: String) {
      self.bytes = bytes
      self.offset = offset
      self.name = name
      self.advice = advice
    }
  }

  private static let arrow =
    "Let a program turn it into CSV: python3 -c \"import polars; print(polars.read_ipc('FILE').write_csv(), end='')\" | mainspring drivers - …"
  private static let saveAsCSV = "Save it as CSV UTF-8 first"
  private static let signatures: [Signature] = [
    Signature("PK\u{3}\u{4}", "a ZIP archive", "Unpack it first"),
    Signature("PK\u{5}\u{6}", "a ZIP archive without files", "Copy or export it again"),
    Signature(
      CompoundFile.signature, "an old or encrypted Excel workbook (.xls)",
      "Open it in a spreadsheet program, without the password, and save the sheet as CSV UTF-8"),
    Signature("BZh", "compressed with bzip2 (.bz2)", "Unpack it first: bunzip2 -c FILE | mainspring drivers - …"),
    Signature(
      [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "compressed with xz (.xz)",
      "Unpack it first: xz -dc FILE | mainspring drivers - …"),
    Signature([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive (.7z)", "Unpack it first"),
    Signature(
      "PAR1", "a Parquet file",
      "Let an engine turn it into CSV: duckdb -csv -c \"from 'FILE'\" | mainspring drivers - …"),
    Signature("ARROW1", "an Arrow file (.arrow, .feather)", arrow),
    Signature(
      "FEA1", "an old Feather file",
      "Let a program turn it into CSV: python3 -c \"import pandas; print(pandas.read_feather('FILE').to_csv(index=False), end='')\" | mainspring drivers - …"
    ),
    Signature(
      "Obj\u{1}", "an Avro file",
      "Let an engine turn it into CSV: duckdb -csv -c \"install avro; load avro; from read_avro('FILE')\" | mainspring drivers - …"
    ),
    Signature(
      "ORC", "an ORC file",
      "Let a program turn it into CSV: python3 -c \"import pandas; print(pandas.read_orc('FILE').to_csv(index=False), end='')\" | mainspring drivers - …"
    ),
    Signature("%PDF", "a PDF document", "Ask for the data behind it: tables in a PDF are pictures of data"),
    Signature("RDX", "an R workspace (.RData)", "Write the table from R with write.csv"),
    Signature("X\n\0\0", "an R object (.rds)", "Write the table from R with write.csv"),
    Signature(
      "SQLite format 3\0", "an SQLite database",
      "Export the table first: sqlite3 -csv -header FILE 'select …' | mainspring drivers - …"),
    Signature("<?xml", "an XML document", saveAsCSV),
    Signature("<!DOCTYPE", "a web page", "Download the data themselves: a page for signing in looks like that"),
    Signature("<html", "a web page", "Download the data themselves: a page for signing in looks like that"),
  ]

  /// The sentence, with the file's name where the advice has `FILE`.
  static func fault(_ source: String, _ format: String, _ advice: String) -> CSVFault {
    .foreignFormat(
      source: source, format: format,
      advice: advice.replacing("FILE", with: source == "standard input" ? "FILE" : source))
  }

  /// What the bytes are and what to do; `nil` when they may be text with separators.
  static func recognise(_ bytes: [UInt8]) -> (name: String, advice: String)? {
    for signature in signatures where bytes.dropFirst(signature.offset).starts(with: signature.bytes) {
      return (signature.name, signature.advice)
    }
    if isJSON(bytes) {
      return ("JSON", "Write a table of comma-separated values first, a row for each respondent")
    }
    return nil
  }

  /// An object, or a list of objects or lists: no header begins like that.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let marks = bytes.dropFirst(start).lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = marks.first, let second = marks.dropFirst().first else { return false }
    return first == 0x7B && second == CSVByte.quote || first == 0x5B && (second == 0x7B || second == 0x5B)
  }
}
