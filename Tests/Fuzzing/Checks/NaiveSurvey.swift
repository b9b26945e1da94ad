import Platform
package import Survey
package import SurveyFiles

/// What `CSVReader` has to make of a file, said once more in the plainest way: no blocks, no threads, no narrow
/// columns, numbers by the C library's `strtod`.
package struct NaiveSurvey {
  package struct Column {
    package var name: String
    package var isNumber: Bool
    package var missing = NaiveMissing([])
    /// What stands in each row: a number, a text, or the reason why there is no answer.
    package var cells: [Cell]
    /// Texts in a column of numbers, by row (1 is the first).
    package var unreadable: [(row: Int, text: String)] = []
  }

  package enum Cell {
    case number(Double)
    case text(String)
    case missing(Int)
  }

  package var columns: [Column] = []
  package var renamed: [String] = []
  /// Columns that are taken as numbers although fewer than half of the sampled answers are.
  package var misread: [String] = []
  package var rowCount = 0

  /// - Parameters:
  ///   - readings: how the reader takes each column: as numbers of a form, or as text. Which it is to be, other tests say.
  ///   - sampleSize: of so many bytes it is judged which columns hold numbers.
  ///   - exempt: columns to which the codes do not apply.
  /// - Throws: the fault that the reader has to report.
  package init(
    _ bytes: [UInt8], name source: String, separator: UInt8, readings: [(isNumber: Bool, form: NumberForm)],
    codes: [String], exempt: Set<String>, sampleSize: Int
  ) throws {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw CSVFault.utf16(source: source) }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func skipBlankLines() { while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 } }
    skipBlankLines()
    if let length = NaiveSurvey.lengthOfSeparatorLine(bytes[start...]) {
      start += length
      skipBlankLines()
    }
    if start == bytes.count { throw CSVFault.emptyInput(source: source) }

    let csv = NaiveCSV(Array(bytes[start...]), separator: separator)
    let ends = csv.ends.map { $0 + start }
    func line(_ field: NaiveCSV.Field) -> Int { NaiveSurvey.lineBreaks(bytes[..<(field.start + start)]) + 1 }
    if csv.isUnterminated, csv.records.count == 1 {
      throw CSVFault.unterminatedQuote(source: source, row: 0, line: line(csv.records[0].last!))
    }
    if let torn = csv.records[0].first(where: \.isTorn) { throw CSVFault.tornField(source: source, line: line(torn)) }
    let badText = NaiveSurvey.firstBadText(bytes, from: start)
    func textFault(_ position: Int) -> any Fault {
      let line = NaiveSurvey.lineBreaks(bytes[..<position]) + 1
      if bytes[position] == 0 { return CSVFault.nulByte(source: source, line: line) }
      return FileFault.notUTF8(source: source, line: line, byte: bytes[position])
    }
    if let badText, badText < ends[0] { throw textFault(badText) }
    readNames(csv.records[0])

    let rows = Array(csv.records.dropFirst())
    for (index, row) in rows.enumerated() {
      if let badText, badText < ends[index + 1] { throw textFault(badText) }
      if let torn = row.first(where: \.isTorn) { throw CSVFault.tornField(source: source, line: line(torn)) }
      if csv.isUnterminated, index == rows.count - 1 {
        throw CSVFault.unterminatedQuote(source: source, row: index + 1, line: line(row.last!))
      }
      if row.count != columns.count {
        throw CSVFault.unequalFields(source: source, row: index + 1, found: row.count, expected: columns.count)
      }
    }
    if rows.isEmpty { throw FileFault.noRows(source: source) }
    rowCount = rows.count

    let sampled = NaiveSurvey.sampledRows(ends, count: bytes.count, size: max(sampleSize, 16))
    for index in columns.indices {
      let missing = NaiveMissing(exempt.contains(columns[index].name) ? [] : codes)
      columns[index].missing = missing
      let fields = rows.map { $0[index] }
      let answers = fields.prefix(sampled).filter {
        $0.isEncoded || (missing.reason($0.content) == nil && $0.content != ".")
      }
      let reading = index < readings.count ? readings[index] : (isNumber: true, form: NumberForm())
      columns[index].isNumber = reading.isNumber
      let numbers = answers.count { NaiveSurvey.number($0, reading.form) != nil }
      if reading.isNumber, numbers * 2 < answers.count { misread.append(columns[index].name) }
      if columns[index].isNumber {
        readNumbers(fields, reading.form, into: &columns[index])
      } else {
        columns[index].cells = fields.map { field in
          missing.reason(field.content, inText: true).map { .missing($0) } ?? .text(field.content)
        }
      }
    }
  }

  private mutating func readNames(_ header: [NaiveCSV.Field]) {
    let written = header.map { NaiveSurvey.plainSpaces($0.content) }
    var names = written
    for index in names.indices {
      if written[index].isEmpty {
        var name = "column_\(index + 1)"
        while names.contains(name) { name += "_" }
        names[index] = name
        renamed.append(name)
      } else if let first = written.firstIndex(of: written[index]), first < index {
        var count = written[..<index].count { $0 == written[index] } + 1
        while names.contains("\(written[index]) (\(count))") { count += 1 }
        names[index] = "\(written[index]) (\(count))"
      }
    }
    columns = names.map { Column(name: $0, isNumber: true, cells: []) }
  }

  private func readNumbers(_ fields: [NaiveCSV.Field], _ form: NumberForm, into column: inout Column) {
    for (index, field) in fields.enumerated() {
      if let value = NaiveSurvey.number(field, form) {
        let reason = column.missing.reason(value)
        column.cells.append(reason.map { .missing($0) } ?? .number(value))
      } else if !field.isEncoded, let reason = column.missing.reason(field.content) {
        column.cells.append(.missing(reason))
      } else if !field.isEncoded, field.content == "." {
        column.cells.append(.missing(1))
      } else {
        column.cells.append(.missing(column.missing.reasons.count - 1))
        column.unreadable.append((index + 1, field.content))
      }
    }
  }

  // MARK: - Parts

  /// The number that fills the field: decimal, without sign of zero.
  package static func number(_ field: NaiveCSV.Field, _ form: NumberForm) -> Double? {
    field.isEncoded ? nil : NaiveNumber.value(field.content, form)
  }

  static func number(_ text: String, _ mark: UInt8) -> Double? {
    let plain = mark == 0x2C ? String(text.map { $0 == "," ? "." : $0 == "." ? "x" : $0 }) : text
    // The C library also reads hexadecimal and words; a survey's numbers are decimal.
    guard !plain.isEmpty, plain.allSatisfy({ "0123456789.eE+-".contains($0) }) else { return nil }
    var end: UnsafeMutablePointer<CChar>?
    let (value, isWhole) = plain.withCString { start in (strtod(start, &end), end![0] == 0) }
    return isWhole ? (value == 0 ? 0 : value) : nil
  }

  /// Of a first line that only names the separator; `nil` when the first line is another one.
  private static func lengthOfSeparatorLine(_ bytes: ArraySlice<UInt8>) -> Int? {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count < bytes.count, line.count <= 7 else { return nil }
    let text = String(decoding: line.filter { $0 != 0x22 }, as: UTF8.self).lowercased()
    guard text.utf8.count == 5, text.hasPrefix("sep="), let byte = text.utf8.last, byte < 0x80, byte != 0, byte != 0x2E,
      !(0x30...0x39 ~= byte)
    else { return nil }
    return line.count
  }

  static func plainSpaces(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where ![0xFEFF, 0x200B, 0x2060].contains(scalar.value) {
      result.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
    }
    let plain = String(result)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return plain }
    return String(plain.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// How many rows the reader's first look takes in whole: the look is widened until there is one, or all is read.
  private static func sampledRows(_ ends: [Int], count: Int, size: Int) -> Int {
    var size = size
    while true {
      let isAll = count < size
      let whole = isAll ? ends.count : ends.count { $0 < size }
      if isAll || whole > 3 { return whole - 1 }
      size *= 2
    }
  }

  /// The first byte that is NUL or begins what is not UTF-8.
  private static func firstBadText(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    var decoder = UTF8()
    var iterator = bytes[start...].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\0"), .error: return position
      case .scalarValue(let scalar): position += UTF8.width(scalar)
      case .emptyInput: return nil
      }
    }
  }

  private static func lineBreaks(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && before != 0x0D) { count += 1 }
      before = byte
    }
    return count
  }
}

/// Which texts and numbers are no answers.
package struct NaiveMissing {
  package var reasons: [MissingReason] = [.empty, .notAvailable]
  private var texts: [(text: String, reason: Int)]
  private var numbers: [(value: Double, reason: Int)] = []
  private var ranges: [(low: Double, high: Double, reason: Int)] = []

  init(_ codes: [String]) {
    texts = ["NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "#N/A", "#NULL!"].map { ($0, 1) }
    texts.append(("", 0))
    for code in codes where !texts.contains(where: { $0.text == code }) {
      let value = NaiveSurvey.number(code, 0x2E)
      var reason = reasons.count
      if let value, let known = numbers.first(where: { $0.value == value }) {
        reason = known.reason
      } else {
        reasons.append(.code(code))
        if let value { numbers.append((value, reason)) }
        if code == "<0" { ranges.append((-.infinity, (0.0).nextDown, reason)) }
        if code == "20:30" { ranges.append((20, 30, reason)) }
      }
      texts.append((code, reason))
    }
    reasons.append(.unreadable)
  }

  /// In a text only ranges ask what number it is.
  func reason(_ text: String, inText: Bool = false) -> Int? {
    if let known = texts.first(where: { $0.text == text }) { return known.reason }
    guard inText, let value = NaiveSurvey.number(text, 0x2E) else { return nil }
    return ranges.first { $0.low <= value && value <= $0.high }?.reason
  }

  func reason(_ value: Double) -> Int? {
    numbers.first { $0.value == value }?.reason ?? ranges.first { $0.low <= value && value <= $0.high }?.reason
  }
}
