/// How a CSV file is written, as far as it has to be known to read it.
public struct CSVFormat: Sendable, Equatable {
  /// What ends a line.
  public enum LineEnd: String, Sendable {
    case lineFeed = "LF"
    case carriageReturnLineFeed = "CRLF"
    case carriageReturn = "CR"
  }

  /// `,` `;` tab or `|` when recognised; any byte that is no quote, digit or line break when given.
  public var separator: UInt8
  /// Decimals stand after a comma.
  public var decimalComma: Bool
  /// The line end of the header. Whatever it is, LF, CRLF and CR all end a record.
  public var lineEnd: LineEnd
  /// The file begins with one, which is no part of a name.
  public var hasByteOrderMark: Bool

  /// `.` or `,`.
  var mark: UInt8 { decimalComma ? CSVByte.comma : CSVByte.point }

  /// As a sentence has it.
  public var separatorName: String {
    switch separator {
    case CSVByte.comma: "comma"
    case CSVByte.semicolon: "semicolon"
    case CSVByte.tab: "tab"
    case CSVByte.bar: "bar"
    default: "'\(Character(Unicode.Scalar(separator)))'"
    }
  }
}

/// What to take for granted about a file instead of recognising it.
public struct CSVOptions: Sendable, Equatable {
  /// The byte between fields; `nil`: recognised.
  public var separator: UInt8?
  /// `true` when 4,5 is four and a half, `false` when 4.5 is; `nil`: recognised.
  public var decimalComma: Bool?
  /// Rows above the answers, 1 to 3: the first holds the names, the second question texts, the third is skipped; `nil`:
  /// recognised.
  public var headerRows: Int?

  public init(separator: UInt8? = nil, decimalComma: Bool? = nil, headerRows: Int? = nil) {
    if let separator {
      precondition(
        CSVOptions.isSeparator(separator),
        "a separator is an ASCII character other than a quote, digit, point or line break")
    }
    precondition(headerRows.map { 1...3 ~= $0 } ?? true, "a header has one to three rows")
    self.separator = separator
    self.decimalComma = decimalComma
    self.headerRows = headerRows
  }

  static func isSeparator(_ byte: UInt8) -> Bool {
    byte != CSVByte.quote && byte != CSVByte.lineFeed && byte != CSVByte.carriageReturn && byte != CSVByte.point
      && byte < 0x80 && byte != 0 && !(0x30...0x39 ~= byte)
  }
}

/// Recognises the format from the beginning of the input.
enum CSVRecognition {
  /// Records looked at; more would not change the answer.
  private static let recordLimit = 500

  /// The records of a sample that ends with a whole record, at most `limit`; blank ones are left out.
  static func records(
    _ sample: UnsafeBufferPointer<UInt8>, separator: UInt8, limit: Int = recordLimit
  ) -> [[CSVField]] {
    guard var p = sample.baseAddress else { return [] }
    let stop = p + sample.count
    var records: [[CSVField]] = []
    var record: [CSVField] = []
    while p < stop || !record.isEmpty, records.count < limit {
      let field = CSVField(at: p, limit: stop, separator: separator)
      record.append(field)
      p = field.next
      if field.end == .separator { continue }
      let isBlank = record.count == 1 && field.start == field.stop && !field.isQuoted
      if !isBlank { records.append(record) }
      record.removeAll(keepingCapacity: true)
    }
    return records
  }

  /// The separator under which the header has most consistently as many fields as the rows; of two such the one with
  /// more fields, then the one with more numbers among them.
  ///
  /// A header without any candidate is a single column: then the separator is one that the rows do not use, so that a
  /// column of decimal commas is read as such.
  static func separator(of sample: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best: (separator: UInt8, share: Double, count: Int, numbers: Int)?
    for candidate in [CSVByte.comma, CSVByte.semicolon, CSVByte.tab, CSVByte.bar] {
      let records = records(sample, separator: candidate)
      guard let header = records.first?.count, header > 1 else { continue }
      let rows = records.dropFirst()
      let share = rows.isEmpty ? 1 : Double(rows.count { $0.count == header }) / Double(rows.count)
      let numbers = rows.reduce(0) { sum, row in
        sum + row.count { isNumber($0, mark: CSVByte.point) || isNumber($0, mark: CSVByte.comma) }
      }
      if best == nil || (share, header, numbers) > (best!.share, best!.count, best!.numbers) {
        best = (candidate, share, header, numbers)
      }
    }
    if let best { return best.separator }
    let wide = records(sample, separator: CSVByte.comma).dropFirst().count { $0.count > 1 }
    let decimals = records(sample, separator: CSVByte.semicolon).dropFirst().count { record in
      let bytes = UnsafeBufferPointer(start: record[0].start, count: record[0].stop - record[0].start)
      return record.count == 1 && bytes.contains(CSVByte.comma) && isNumber(record[0], mark: CSVByte.comma)
    }
    return decimals * 2 > wide ? CSVByte.semicolon : CSVByte.comma
  }

  /// Whether more fields are numbers with a decimal comma than with a decimal point.
  ///
  /// In a comma-separated file the point is usual, and a column that has the comma is told of.
  static func decimalComma(of sample: UnsafeBufferPointer<UInt8>, separator: UInt8) -> Bool {
    if separator == CSVByte.comma { return false }
    var (commas, points) = (0, 0)
    for record in records(sample, separator: separator).dropFirst() {
      for field in record {
        let (start, stop) = field.trimmed
        let bytes = UnsafeBufferPointer(start: start, count: stop - start)
        if bytes.contains(CSVByte.comma) {
          if isNumber(field, mark: CSVByte.comma) { commas += 1 }
        } else if bytes.contains(CSVByte.point), isNumber(field, mark: CSVByte.point) {
          points += 1
        }
      }
    }
    return commas > points
  }

  static func isNumber(_ field: CSVField, mark: UInt8) -> Bool {
    guard !field.isEncoded else { return false }
    let (start, stop) = field.trimmed
    return CSVNumber.parse(start, stop, mark: mark) != nil
  }

  /// The first line break outside quotes.
  static func lineEnd(of sample: UnsafeBufferPointer<UInt8>, separator: UInt8) -> CSVFormat.LineEnd {
    guard var p = sample.baseAddress else { return .lineFeed }
    let stop = p + sample.count
    while p < stop {
      let field = CSVField(at: p, limit: stop, separator: separator)
      p = field.next
      guard field.end == .line else { continue }
      if p == field.stop { return .lineFeed }
      if p[-1] == CSVByte.carriageReturn { return .carriageReturn }
      return p - 2 >= field.stop && p[-2] == CSVByte.carriageReturn
        ? .carriageReturnLineFeed : .lineFeed
    }
    return .lineFeed
  }

  /// What a sample says of one column.
  struct Column {
    var kind: CSVPlan.Kind
    var form: NumberForm
    var evidence: ColumnEvidence
    /// Another form fits its numbers as well.
    var isDoubtful = false
    /// Its answers may be two in one cell.
    var maySayTwo = false
  }

  /// For each field of a record how its column is read.
  ///
  /// Numbers are read in the one form that fits all answers of the sample. Without such a form a column is one of numbers
  /// when at least half of the answers are plain numbers; the others are then unreadable.
  ///
  /// - Parameter given: the decimal mark that was asked for.
  static func columns(
    _ sample: UnsafeBufferPointer<UInt8>, format: CSVFormat, given: Bool?, missing rules: [CSVMissing]
  ) -> [Column] {
    var evidence = [ColumnEvidence](repeating: ColumnEvidence(), count: rules.count)
    for record in records(sample, separator: format.separator, limit: .max) {
      for (column, field) in record.prefix(rules.count).enumerated() {
        let (start, stop) = field.content
        if !field.isEncoded, rules[column].reason(start, stop, inNumbers: true) != nil { continue }
        evidence[column].add(field)
      }
    }
    let certain = evidence.compactMap(\.certainMark)
    let commas = certain.count { $0 }
    // As many columns say one as the other: then none of them speaks for the rest.
    let usual = commas * 2 == certain.count ? nil : commas * 2 > certain.count
    return evidence.map { evidence in
      if given == nil, evidence.maySayTwo(separator: format.separator) {
        return Column(kind: .text, form: NumberForm(), evidence: evidence, maySayTwo: true)
      }
      if let (form, isDoubtful) = evidence.form(
        given: given, usual: usual, fallback: format.decimalComma, separator: format.separator)
      {
        return Column(kind: .number, form: form, evidence: evidence, isDoubtful: isDoubtful)
      }
      let plain = evidence.plain
      let isComma =
        given ?? (plain.comma == plain.point ? usual ?? format.decimalComma : plain.comma > plain.point)
      let numbers = isComma ? plain.comma : plain.point
      return Column(
        kind: numbers * 2 >= evidence.answers ? .number : .text, form: NumberForm(decimalComma: isComma),
        evidence: evidence)
    }
  }
}
