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
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Without the spaces and tabs around an unquoted field.
    package var content: String { isQuoted ? text : trimmed }
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
    func endRecord(at end: Int) {
      records.append(record + [field])
      ends.append(end)
      record = []
      field = Field()
      state = .start
    }
    for (position, byte) in bytes.enumerated() {
      let followsReturn = isAfterReturn
      isAfterReturn = false
      switch (state, byte) {
      case (.quoted, 0x22): state = .quoteInQuoted
      case (.quoted, _): field.bytes.append(byte)
      case (.quoteInQuoted, 0x22):
        field.bytes.append(0x22)
        field.isEncoded = true
        state = .quoted
      case (.start, 0x22):
        field.isQuoted = true
        state = .quoted
      case (_, separator):
        record.append(field)
        field = Field()
        state = .start
      case (_, 0x0A) where followsReturn: ends[ends.count - 1] += 1
      case (_, 0x0A): endRecord(at: position + 1)
      case (_, 0x0D):
        endRecord(at: position + 1)
        isAfterReturn = true
      default:
        field.isEncoded = field.isQuoted
        field.bytes.append(byte)
        state = .unquoted
      }
    }
    isUnterminated = state == .quoted
    if state != .start || !record.isEmpty { endRecord(at: bytes.count) }
    while records.last == [Field()] { records.removeLast() }
  }
}
