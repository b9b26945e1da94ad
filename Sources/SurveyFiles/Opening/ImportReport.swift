public import Survey

/// What was recognised in a file and found while reading it.
public struct ImportReport: Sendable, Equatable {
  /// What a column was read as.
  public enum Kind: String, Sendable { case number, text, skipped }

  /// What became of one column.
  public struct Column: Sendable, Equatable {
    /// As in the header.
    public var name: String
    /// What it was read as.
    public var kind: Kind
    /// How its numbers are written; of a column of texts it means nothing.
    public var form = NumberForm()
    /// Its answers in the first look are numbers.
    package var isNumberInSample = true
    /// What has to be said about how it is read; `nil` when that goes without saying.
    public var reading: ColumnReading?
    /// How its answers in words became numbers; `nil` of other columns.
    public var rating: ColumnRating?
    /// Some numbers have a typographic minus or space, or parentheses for a minus.
    public var hasOdd = false
    /// Missing values by reason, without reasons that do not occur.
    public var missing: [MissingCount] = []

    package init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }
  }

  /// Cells of one column that are missing for one reason.
  public struct MissingCount: Sendable, Equatable {
    /// Why they are missing.
    public var reason: MissingReason
    /// Cells.
    public var count: Int
  }

  /// A short name, and the text that it stands for.
  public struct Shortened: Sendable, Equatable {
    /// What the column is called.
    public var name: String
    /// Its name in the file.
    public var text: String
  }

  /// A name that several columns have, and what the later ones are called.
  public struct Repeated: Sendable, Equatable {
    /// The name that several columns have.
    public var name: String
    /// What each of them is called instead.
    public var calls: [String]
  }

  /// The path as given, or `standard input`.
  public var source: String
  /// Data rows read.
  public var rows = 0
  /// Bytes read, a byte order mark included.
  public var bytes = 0
  /// Separator, quotes and marks of a text, as recognised or given; `nil` of other formats.
  public var text: CSVFormat?
  /// What other formats are, as the first line says it: `SPSS file, UTF-8`.
  public var kind: String?
  /// Every column of the file, in its order.
  public var columns: [Column]
  /// Names given to columns whose header is blank.
  public var renamed: [String]
  /// Names that several columns had.
  public var repeated: [Repeated]
  /// What was recognised of the file before it was read as a table: packing, encoding, sheet.
  public var remarks: [String] = []
  /// Short names of columns that are named by a question's text.
  public var shortened: [Shortened] = []
  /// What was recognised about the rows of the header, when there is more than one.
  public var headerRemark: String?
  /// The column that the file itself names as weights; used only when asked for.
  public var weightVariable: String?
  /// The questions with several answers that the file lists.
  public var responseSets: [MultipleResponseSet] = []
  /// `xxh64:` and sixteen hexadecimal digits over all bytes; `nil` until everything is read.
  public var digest: String?

  /// Every reason that can occur, in the order in which they are reported.
  var reasons: [MissingReason] = []

  /// Of a format whose columns have names of their own.
  init(source: String, kind: String, columns: [Column]) {
    self.source = source
    self.kind = kind
    self.columns = columns
    renamed = []
    repeated = []
  }

  init(source: String, format: CSVFormat, columns: [Column], header: CSVHeader) {
    self.source = source
    text = format
    self.columns = columns
    renamed = header.renamed
    repeated = header.repeated.map { Repeated(name: $0.name, calls: $0.calls) }
    headerRemark = header.remark
    shortened = header.shortened.map { Shortened(name: $0.name, text: $0.text) }
  }

  /// Missing values by reason over all columns read, without reasons that do not occur.
  public var missing: [MissingCount] {
    let counts = columns.flatMap(\.missing)
    return reasons.map { reason in
      MissingCount(reason: reason, count: counts.reduce(0) { $1.reason == reason ? $0 + $1.count : $0 })
    }.filter { $0.count > 0 }
  }

  /// The report in a few plain sentences, a line each.
  public func lines() -> [String] {
    var first = "\(source): \(grouped(rows)) row\(rows == 1 ? "" : "s")"
    first += " × \(grouped(columns.count)) column\(columns.count == 1 ? "" : "s")"
    let skipped = columns.count { $0.kind == .skipped }
    if skipped > 0 { first += " (\(grouped(columns.count - skipped)) read)" }
    if let text { first += "; \(text.separatorName)-separated, decimal \(text.decimalComma ? "comma" : "point")" }
    if let kind { first += "; \(kind)" }
    let missing = missing.map { "\(grouped($0.count)) \($0.reason)" }
    first += missing.isEmpty ? "; nothing missing" : "; missing: " + missing.joined(separator: ", ")
    var lines = [first] + remarks.map { "\(source): \($0)" }
    if let headerRemark { lines.append("\(source): \(headerRemark)") }
    if !shortened.isEmpty {
      lines.append(
        "\(source): \(shortened.count == 1 ? "a question has a short name" : "\(shortened.count) questions have short names") (the texts are accepted too):"
      )
      lines += shortened.prefix(60).map { "  \($0.name) = \(Quotation.cut($0.text))" }
      if shortened.count > 60 { lines.append("  … and \(shortened.count - 60) more") }
    }
    if !renamed.isEmpty {
      let names = renamed.count > 12 ? renamed.prefix(10) + ["… (\(renamed.count) in all)"] : renamed[...]
      lines.append(
        "\(source): \(renamed.count == 1 ? "a column has" : "\(renamed.count) columns have") no name and "
          + "\(renamed.count == 1 ? "is" : "are") called \(names.joined(separator: ", "))")
    }
    for repeated in repeated.prefix(5) {
      lines.append(
        "\(source): \(repeated.calls.count + 1) columns are named '\(repeated.name)'; the later ones are called "
          + repeated.calls.prefix(3).map { "'\($0)'" }.joined(separator: ", "))
    }
    if repeated.count > 5 { lines.append("\(source): \(repeated.count - 5) more names are those of several columns") }
    lines += readings(of: nil).map { "\(source): \($0.description)" }
    return lines
  }

  /// How columns are read, where that does not go without saying; of some columns, or (`nil`) of all that were read.
  ///
  /// Columns that are read alike share a sentence.
  public func readings(of names: Set<String>?) -> [Sentence] {
    var columnsOfReading: [(key: String, columns: [Column])] = []
    for column in columns where column.kind != .skipped && names?.contains(column.name) ?? true {
      guard let key = column.readingKey else { continue }
      if let known = columnsOfReading.firstIndex(where: { $0.key == key }) {
        columnsOfReading[known].columns.append(column)
      } else {
        columnsOfReading.append((key, [column]))
      }
    }
    return columnsOfReading.map { _, columns in
      let names = Sentence.first(4, of: columns.map { "'\($0.name)'" })
      return "\(names): \(columns[0].readingWords ?? "")"
    }
  }

  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return digits
  }
}
