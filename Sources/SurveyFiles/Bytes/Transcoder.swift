import CEncodings
import Platform
import Survey

/// Brings texts of an encoding to UTF-8, by the C library's iconv.
final class Transcoder: ByteTransformer {
  private let converter: iconv_t
  private let encoding: String
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Line breaks converted so far, and characters behind the last of them.
  private var lines = 0
  private var characters = 0
  private var endsWithReturn = false
  /// Converted, and not handed out yet.
  private var output = [UInt8](repeating: 0, count: 1 << 18)
  private var outputStart = 0
  private var outputEnd = 0

  /// Throws `BytesFault.noSuchEncoding`.
  init(_ encoding: String) throws {
    guard !encoding.isEmpty, encoding.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let converter = Transcoder.open(encoding)
    else { throw BytesFault.noSuchEncoding(name: encoding) }
    self.converter = converter
    self.encoding = encoding
  }

  deinit { iconv_close(converter) }

  private static func open(_ encoding: String) -> iconv_t? {
    let converter = iconv_open("UTF-8", encoding)
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  /// Whether the C library knows it.
  static func knows(_ encoding: String) -> Bool {
    guard let converter = open(encoding) else { return false }
    iconv_close(converter)
    return true
  }

  /// The bytes in UTF-8, with what the end leaves open left out; `nil` when they are not in the encoding.
  static func text(of bytes: [UInt8], in encoding: String) -> [UInt8]? {
    guard let transcoder = try? Transcoder(encoding) else { return nil }
    var result = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    let source = ByteSource(bytes: bytes, name: "")
    guard
      let count = try? result.withUnsafeMutableBytes({ try transcoder.read(into: $0, from: source, allowsRest: true) })
    else {
      return nil
    }
    return Array(result[..<count])
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource) throws -> Int {
    try read(into: buffer, from: source, allowsRest: false)
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource, allowsRest: Bool) throws -> Int
  {
    var filled = 0
    while filled < buffer.count {
      if outputStart < outputEnd {
        let count = min(buffer.count - filled, outputEnd - outputStart)
        output.withUnsafeBytes {
          (buffer.baseAddress! + filled).copyMemory(from: $0.baseAddress! + outputStart, byteCount: count)
        }
        outputStart += count
        filled += count
        continue
      }
      if !isAtEnd {
        // What the last piece left open comes first.
        let rest = end - start
        input.withUnsafeMutableBytes { bytes in
          if rest > 0 { bytes.baseAddress!.copyMemory(from: bytes.baseAddress! + start, byteCount: rest) }
        }
        let got = try input.withUnsafeMutableBytes {
          try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[rest...]))
        }
        isAtEnd = rest + got < input.count
        (start, end) = (0, rest + got)
      }
      if start == end { break }
      let status = convert()
      if status == -1 {
        // EINVAL: a character goes on in the next piece, or, at the end, never.
        if errno == EINVAL, !isAtEnd || allowsRest {
          if isAtEnd { start = end }
        } else if errno != E2BIG {
          throw BytesFault.notInEncoding(
            source: source.name, encoding: encoding, line: lines + 1, column: characters + 1, byte: input[start])
        }
      }
    }
    return filled
  }

  private func convert() -> Int {
    input.withUnsafeMutableBytes { bytes in
      output.withUnsafeMutableBytes { room in
        var from: UnsafeMutablePointer<CChar>? = (bytes.baseAddress! + start).assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = room.baseAddress!.assumingMemoryBound(to: CChar.self)
        var left = end - start
        var free = room.count
        let status = iconv(converter, &from, &left, &to, &free)
        start = end - left
        (outputStart, outputEnd) = (0, room.count - free)
        // Both go on to be asked for: errno must be the converter's.
        let code = errno
        count(UnsafeBufferPointer(rebasing: room.bindMemory(to: UInt8.self)[..<outputEnd]))
        errno = code
        return status
      }
    }
  }

  /// Keeps count of lines and characters, so that a fault has its place. LF ends lines, as a lone CR does.
  private func count(_ utf8: UnsafeBufferPointer<UInt8>) {
    let breaks = CSVText.summary(utf8).lineCount
    // CR and LF in two pieces are one.
    lines += breaks - (endsWithReturn && utf8.first == CSVByte.lineFeed ? 1 : 0)
    if let byte = utf8.last { endsWithReturn = byte == CSVByte.carriageReturn }
    var last = utf8.count
    if breaks > 0 {
      while last > 0, !CSVByte.isLineBreak(utf8[last - 1]) { last -= 1 }
      characters = 0
    } else {
      last = 0
    }
    for byte in utf8[last...] where byte & 0xC0 != 0x80 { characters += 1 }
  }
}
