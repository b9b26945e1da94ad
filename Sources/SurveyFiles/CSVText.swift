/// Whether bytes are UTF-8 without NUL, and how many lines they hold.
enum CSVText {
  struct Summary {
    var isASCII: Bool
    var hasNUL: Bool
    /// LF, CRLF and lone CR each count one.
    var lineCount: Int
  }

  /// One pass over all bytes.
  static func summary(_ bytes: UnsafeBufferPointer<UInt8>) -> Summary {
    var high: UInt8 = 0
    var hasNUL = false
    var lines = 0
    var returns = 0
    var pairs = 0
    var previous: UInt8 = 0
    for byte in bytes {
      high |= byte
      hasNUL = hasNUL || byte == 0
      lines &+= byte == CSVByte.lineFeed ? 1 : 0
      returns &+= byte == CSVByte.carriageReturn ? 1 : 0
      pairs &+= byte == CSVByte.lineFeed && previous == CSVByte.carriageReturn ? 1 : 0
      previous = byte
    }
    return Summary(isASCII: high < 0x80, hasNUL: hasNUL, lineCount: lines + returns - pairs)
  }

  /// The position of the first byte that is NUL or cannot stand where it does in UTF-8 (Unicode 15, table 3-7), or `nil`.
  static func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = bytes.count
    var i = 0
    while i < count {
      let lead = bytes[i]
      if lead < 0x80 {
        if lead == 0 { return i }
        i += 1
        continue
      }
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      let length: Int
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0:
        length = 3
        low = 0xA0
      case 0xED:
        length = 3
        high = 0x9F
      case 0xE1...0xEF: length = 3
      case 0xF0:
        length = 4
        low = 0x90
      case 0xF4:
        length = 4
        high = 0x8F
      case 0xF1...0xF3: length = 4
      default: return i
      }
      guard i + length <= count, low <= bytes[i + 1], bytes[i + 1] <= high else { return i }
      for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return i }
      i += length
    }
    return nil
  }
}
