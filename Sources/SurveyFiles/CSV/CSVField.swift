/// Where one field of a record lies, and what ends it.
///
/// RFC 4180, read so that every input has one meaning: a field is quoted when its first byte is a quote; inside, a
/// doubled quote stands for one; what follows the closing quote up to the separator is taken as it is; a quote anywhere
/// else is an ordinary byte. A record ends with LF, CRLF or a lone CR outside quotes.
///
/// A field that goes on over a line break and has text behind its closing quote is *torn*: most likely two comments that
/// begin with a bare quote, with whole rows between them. Nobody may read it as one field.
struct CSVField {
  /// `torn` is what the parser makes of a torn field, wherever it ends.
  enum End { case separator, line, input, torn }

  /// The content without the outer quotes.
  var start: UnsafePointer<UInt8>
  var stop: UnsafePointer<UInt8>
  var isQuoted: Bool
  /// The content holds doubled quotes, or text after the closing quote: `decoded` resolves it.
  var isEncoded: Bool
  /// A line break within the quotes, and text behind them.
  var isTorn = false
  var end: End
  /// The first byte behind the separator or line break.
  var next: UnsafePointer<UInt8>

  /// The field that begins at `start`. `end == .input` on a quoted field means that its quote is never closed.
  @inline(__always)
  init(at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, separator: UInt8) {
    var p = start
    isEncoded = false
    if p < limit, p[0] == CSVByte.quote {
      isQuoted = true
      self.start = p + 1
      p += 1
      while true {
        while p < limit, p[0] != CSVByte.quote { p += 1 }
        if p >= limit {
          stop = limit
          end = .input
          next = limit
          return
        }
        if p + 1 < limit, p[1] == CSVByte.quote {
          isEncoded = true
          p += 2
          continue
        }
        break
      }
      stop = p
      p += 1
      if p < limit, p[0] != separator, p[0] != CSVByte.lineFeed, p[0] != CSVByte.carriageReturn {
        isEncoded = true
        isTorn = UnsafeBufferPointer(start: self.start, count: stop - self.start).contains(where: CSVByte.isLineBreak)
        p = CSVField.scan(p, limit, separator)
        stop = p
      }
    } else {
      isQuoted = false
      self.start = p
      p = CSVField.scan(p, limit, separator)
      stop = p
    }
    // The last record may lack its line break.
    (end, next) = CSVField.end(at: p, limit, separator) ?? (.line, limit)
  }

  /// What ends a field at `p` and where the next one begins; `nil` when `p` is at the limit or neither separator nor
  /// line break stands there.
  @inline(__always)
  static func end(
    at p: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ separator: UInt8
  ) -> (end: End, next: UnsafePointer<UInt8>)? {
    if p >= limit { return nil }
    if p[0] == separator { return (.separator, p + 1) }
    if p[0] == CSVByte.lineFeed { return (.line, p + 1) }
    if p[0] == CSVByte.carriageReturn {
      return (.line, p + 1 < limit && p[1] == CSVByte.lineFeed ? p + 2 : p + 1)
    }
    return nil
  }

  /// The first separator or line break at or after `start`.
  @inline(__always)
  static func scan(
    _ start: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ separator: UInt8
  ) -> UnsafePointer<UInt8> {
    var p = start
    while p < limit, p[0] != separator, p[0] != CSVByte.lineFeed, p[0] != CSVByte.carriageReturn {
      p += 1
    }
    return p
  }

  /// The content without surrounding spaces and tabs.
  @inline(__always)
  var trimmed: (start: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>) {
    CSVField.trimmed(UnsafeBufferPointer(start: start, count: stop - start))
  }

  /// The content without surrounding blanks of any width.
  var content: (start: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>) {
    CSVField.trimmedOfBlanks(UnsafeBufferPointer(start: start, count: stop - start))
  }

  @inline(__always)
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> (
    start: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>
  ) {
    var (p, q) = (text.baseAddress!, text.baseAddress! + text.count)
    while p < q, p[0] == CSVByte.space || p[0] == CSVByte.tab { p += 1 }
    while p < q, q[-1] == CSVByte.space || q[-1] == CSVByte.tab { q -= 1 }
    return (p, q)
  }

  /// The bytes that the field stands for, without blanks at both ends, whether they stand within quotes or not.
  var decoded: [UInt8] {
    guard isEncoded else {
      let (p, q) = trimmed
      return Array(UnsafeBufferPointer(start: p, count: q - p))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stop - start)
    var p = start
    var isInside = true
    while p < stop {
      if isInside, p[0] == CSVByte.quote {
        if p + 1 < stop, p[1] == CSVByte.quote {
          bytes.append(CSVByte.quote)
          p += 2
          continue
        }
        isInside = false
      } else {
        bytes.append(p[0])
      }
      p += 1
    }
    return Array(bytes.trimmingBlanks())
  }
}

/// The bytes that mean something in a CSV file.
enum CSVByte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let point: UInt8 = 0x2E
  static let semicolon: UInt8 = 0x3B
  static let bar: UInt8 = 0x7C

  @inline(__always)
  static func isLineBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

extension [UInt8] {
  /// The bytes without blanks of any width at both ends.
  func trimmingBlanks() -> ArraySlice<UInt8> {
    withUnsafeBufferPointer { text in
      guard text.baseAddress != nil else { return self[...] }
      let (start, stop) = CSVField.trimmedOfBlanks(text)
      return self[(start - text.baseAddress!)..<(stop - text.baseAddress!)]
    }
  }
}

extension CSVField {
  /// Without surrounding blanks of any width: spaces and tabs, and in UTF-8 the no-break space (C2 A0), the spaces of
  /// typography (E2 80 80 … 8B, E2 80 AF), the ideographic space (E3 80 80) and the byte order mark (EF BB BF).
  static func trimmedOfBlanks(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (start: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>) {
    var (p, q) = (text.baseAddress!, text.baseAddress! + text.count)
    while p < q {
      let width = blankWidth(p, q)
      if width == 0 { break }
      p += width
    }
    while p < q {
      if q[-1] == CSVByte.space || q[-1] == CSVByte.tab {
        q -= 1
      } else if q - p >= 2, q[-2] >= 0xC2, blankWidth(q - 2, q) == 2 {
        q -= 2
      } else if q - p >= 3, q[-3] >= 0xE0, blankWidth(q - 3, q) == 3 {
        q -= 3
      } else {
        break
      }
    }
    return (p, q)
  }

  /// Bytes of the blank that begins at `p`; 0 when none does.
  private static func blankWidth(_ p: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> Int {
    switch p[0] {
    case CSVByte.space, CSVByte.tab: 1
    case 0xC2 where stop - p >= 2 && p[1] == 0xA0: 2
    case 0xE2 where stop - p >= 3 && p[1] == 0x80 && (0x80...0x8B ~= p[2] || p[2] == 0xAF): 3
    case 0xE3 where stop - p >= 3 && p[1] == 0x80 && p[2] == 0x80: 3
    case 0xEF where stop - p >= 3 && p[1] == 0xBB && p[2] == 0xBF: 3
    default: 0
    }
  }
}
