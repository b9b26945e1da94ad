/// Whether bytes are UTF-8 without NUL, and how many lines they hold.
enum CSVText {
  struct Summary {
    var isASCII: Bool
    var hasNUL: Bool
    /// LF, CRLF and lone CR each count one.
    var lineCount: Int
  }

  /// One pass over all bytes, sixteen at a time.
  static func summary(_ bytes: UnsafeBufferPointer<UInt8>) -> Summary {
    typealias Lanes = SIMD16<UInt8>
    let feed = Lanes(repeating: CSVByte.lineFeed)
    let carriage = Lanes(repeating: CSVByte.carriageReturn)
    let one = Lanes(repeating: 1)
    let none = Lanes(repeating: 0)
    var all = none
    var least = Lanes(repeating: 0xFF)
    var lines = 0
    var i = 0
    let raw = UnsafeRawBufferPointer(bytes)
    if let first = bytes.first {
      all[0] = first
      least[0] = first
      lines = CSVByte.isLineBreak(first) ? 1 : 0
      i = 1
    }
    while i + 16 <= bytes.count {
      // The lanes of a count hold up to 255.
      let stop = min(bytes.count - 15, i + 16 * 255)
      var breaks = none
      while i < stop {
        let here = raw.loadUnaligned(fromByteOffset: i, as: Lanes.self)
        let before = raw.loadUnaligned(fromByteOffset: i - 1, as: Lanes.self)
        all |= here
        least.replace(with: here, where: here .< least)
        // Every CR, and every LF that does not follow one.
        let isBreak = (here .== carriage) .| ((here .== feed) .& (before .!= carriage))
        breaks &+= one.replacing(with: none, where: .!isBreak)
        i += 16
      }
      for lane in 0..<16 { lines += Int(breaks[lane]) }
    }
    var high: UInt8 = 0
    var low: UInt8 = 0xFF
    for lane in 0..<16 {
      high |= all[lane]
      low = min(low, least[lane])
    }
    while i < bytes.count {
      high |= bytes[i]
      low = min(low, bytes[i])
      if bytes[i] == CSVByte.carriageReturn || (bytes[i] == CSVByte.lineFeed && bytes[i - 1] != CSVByte.carriageReturn)
      {
        lines += 1
      }
      i += 1
    }
    return Summary(isASCII: high < 0x80, hasNUL: !bytes.isEmpty && low == 0, lineCount: lines)
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
