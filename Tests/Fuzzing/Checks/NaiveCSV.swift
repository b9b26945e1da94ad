/// A reader of RFC 4180 that takes one byte after the other, to hold `CSVReader` against.
///
/// A field is quoted when its first byte is a quote; a doubled quote within stands for one; what follows the closing
/// quote is taken as it is. LF, CRLF and CR end a record. Blank lines at the end are no records.
package struct NaiveCSV {
  package struct Field: Equatable {
    package var bytes: [UInt8] = []
    package var isQuoted = false
    /// Holds doubled quotes, or text behind the closing quote: such a field is never a number.
    package var isEncoded = false
    /// Goes on over a line break within its quotes, and has text behind them.
    package var isTorn = false
    /// Where it begins.
    package var start = 0
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Without the spaces and tabs around an unquoted field.
    package var content: String { NaiveCSV.withoutBlanks(text) }
    package var trimmed: String {
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      return String(decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    }
  }

  package var records: [[Field]] = []
  /// Where each record ends, its line break included; blank lines at the end have theirs too.
  package var ends: [Int] = []
  package var isUnterminated = false

  package init(_ bytes: [UInt8], separator: UInt8) {
    enum State { case start, unquoted, quoted, quoteInQuoted }
    var state = State.start
    var field = Field()
    var record: [Field] = []
    var isAfterReturn = false
    var hasBreak = false
    func endRecord(at end: Int) {
      records.append(record + [field])
      ends.append(end)
      record = []
      field = Field(start: end)
      state = .start
    }
    for (position, byte) in bytes.enumerated() {
      let followsReturn = isAfterReturn
      isAfterReturn = false
      switch (state, byte) {
      case (.quoted, 0x22): state = .quoteInQuoted
      case (.quoted, _):
        field.bytes.append(byte)
        if byte == 0x0A || byte == 0x0D { hasBreak = true }
      case (.quoteInQuoted, 0x22):
        field.bytes.append(0x22)
        field.isEncoded = true
        state = .quoted
      case (.start, 0x22):
        field.isQuoted = true
        hasBreak = false
        state = .quoted
      case (_, separator):
        record.append(field)
        field = Field(start: position + 1)
        state = .start
      case (_, 0x0A) where followsReturn:
        ends[ends.count - 1] += 1
        field.start = position + 1
      case (_, 0x0A): endRecord(at: position + 1)
      case (_, 0x0D):
        endRecord(at: position + 1)
        isAfterReturn = true
      default:
        field.isEncoded = field.isQuoted
        if state == .quoteInQuoted { field.isTorn = hasBreak }
        field.bytes.append(byte)
        state = .unquoted
      }
    }
    isUnterminated = state == .quoted
    if state != .start || !record.isEmpty { endRecord(at: bytes.count) }
    while records.last?.count == 1, records.last![0].bytes.isEmpty, !records.last![0].isQuoted { records.removeLast() }
  }

  /// Without the blanks of any width around it.
  static func withoutBlanks(_ text: String) -> String {
    let blanks = Set<Unicode.Scalar>(
      [0x20, 0x09, 0xA0, 0x202F, 0x3000, 0xFEFF].compactMap { Unicode.Scalar($0 as UInt32) }
        + (0x2000...0x200B).compactMap { Unicode.Scalar($0 as UInt32) })
    let scalars = Array(text.unicodeScalars)
    let kept = scalars.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
    var result = String.UnicodeScalarView()
    result.append(contentsOf: kept)
    return String(result)
  }
}
