import SurveyFiles

/// A reader of RFC 4180 that takes one byte after the other, to hold `CSVReader` against.
///
/// A field is quoted when its first byte is a quote; a doubled quote within stands for one; what follows the closing
/// quote is taken as it is. LF, CRLF and CR end a record. Blank lines at the end are no records.
struct NaiveCSV {
  struct Field: Equatable {
    var bytes: [UInt8] = []
    var isQuoted = false
    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Without the spaces and tabs around an unquoted field.
    var content: String { isQuoted ? text : trimmed }
    var trimmed: String {
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      return String(decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    }
  }

  var records: [[Field]] = []
  var isUnterminated = false

  init(_ bytes: [UInt8], separator: UInt8) {
    enum State { case start, unquoted, quoted, quoteInQuoted }
    var state = State.start
    var field = Field()
    var record: [Field] = []
    var isAfterReturn = false
    func endRecord() {
      records.append(record + [field])
      record = []
      field = Field()
      state = .start
    }
    for byte in bytes {
      let followsReturn = isAfterReturn
      isAfterReturn = false
      switch (state, byte) {
      case (.quoted, 0x22): state = .quoteInQuoted
      case (.quoted, _): field.bytes.append(byte)
      case (.quoteInQuoted, 0x22):
        field.bytes.append(0x22)
        state = .quoted
      case (.start, 0x22):
        field.isQuoted = true
        state = .quoted
      case (_, separator):
        record.append(field)
        field = Field()
        state = .start
      case (_, 0x0A) where followsReturn: break
      case (_, 0x0A): endRecord()
      case (_, 0x0D):
        endRecord()
        isAfterReturn = true
      default:
        field.bytes.append(byte)
        state = .unquoted
      }
    }
    isUnterminated = state == .quoted
    if state != .start || !record.isEmpty { records.append(record + [field]) }
    while records.last == [Field()] { records.removeLast() }
  }
}
