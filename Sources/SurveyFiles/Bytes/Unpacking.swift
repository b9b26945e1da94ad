import CCompression
import Platform
import Survey

/// How bytes are packed, by the first of them.
enum Packing {
  case gzip, zstandard

  static func recognise(_ bytes: [UInt8]) -> Packing? {
    if bytes.starts(with: [0x1F, 0x8B, 8]) { return .gzip }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstandard }
    return nil
  }

  /// As reports have it.
  var title: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "zstd"
    }
  }

  func transformer(of source: String) throws -> any ByteTransformer {
    switch self {
    case .gzip: return Inflater()
    case .zstandard:
      guard let stream = ZSTD_createDStream() else {
        throw FileFault.unreadableFile(path: source, reason: "there is no memory to unpack it")
      }
      return ZstandardReader(stream)
    }
  }
}

/// The packed bytes at hand: a piece of the source.
private struct PackedInput {
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  var start = 0
  var end = 0
  private(set) var isAtEnd = false

  /// Reads on when everything is used up.
  mutating func refill(from source: ByteSource) throws {
    guard start == end, !isAtEnd else { return }
    start = 0
    end = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
    isAtEnd = end < bytes.count
  }
  var isUsedUp: Bool { start == end && isAtEnd }
}

/// How much came out of how much: a small file that unpacks without end is a trap, or a mistake.
struct UnpackedSize {
  /// Surveys pack 5 to 60 times smaller.
  static let largestRatio = 250
  /// Less than that may come of anything.
  private static let harmless = 64 << 20

  private var packed = 0
  private var unpacked = 0

  /// Whether that is still what surveys do.
  mutating func add(packed more: Int, unpacked made: Int) -> Bool {
    packed += more
    unpacked += made
    return unpacked <= Self.harmless || unpacked / Self.largestRatio <= packed
  }
}

/// Unpacks gzip, one member after the other, in constant memory.
private final class Inflater: ByteTransformer {
  private var stream = z_stream()
  private var input = PackedInput()
  private var size = UnpackedSize()
  /// Between two members: nothing has to follow.
  private var isBetween = false

  init() {
    // 15 bits of window, and 16 for gzip's own header and check sum.
    let status = inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib refuses its own version")
  }

  deinit { inflateEnd(&stream) }

  func read(into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      try input.refill(from: source)
      if input.isUsedUp {
        if isBetween { break }
        throw BytesFault.damaged(source: source.name, packing: "gzip", isCut: true)
      }
      if isBetween {
        // Blocks of tapes are filled up with zeros.
        if input.bytes[input.start..<input.end].allSatisfy({ $0 == 0 }) {
          input.start = input.end
          continue
        }
        inflateReset(&stream)
        isBetween = false
      }
      let (start, end) = (input.start, input.end)
      let room = min(buffer.count - filled, 1 << 30)
      let status = input.bytes.withUnsafeMutableBufferPointer { bytes -> Int32 in
        stream.next_in = bytes.baseAddress! + start
        stream.avail_in = UInt32(end - start)
        stream.next_out = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self) + filled
        stream.avail_out = UInt32(room)
        return inflate(&stream, Z_NO_FLUSH)
      }
      input.start = end - Int(stream.avail_in)
      filled += room - Int(stream.avail_out)
      guard size.add(packed: input.start - start, unpacked: room - Int(stream.avail_out)) else {
        throw BytesFault.swollen(source: source.name, packing: "gzip", command: "gunzip -c")
      }
      if status == Z_STREAM_END {
        isBetween = true
      } else if status != Z_OK, status != Z_BUF_ERROR {
        throw BytesFault.damaged(source: source.name, packing: "gzip", isCut: false)
      }
    }
    return filled
  }
}

/// Unpacks Zstandard, one frame after the other; its window takes at most 128 MB.
private final class ZstandardReader: ByteTransformer {
  private let stream: OpaquePointer
  private var input = PackedInput()
  private var size = UnpackedSize()
  /// Nothing is left of a frame.
  private var isBetween = true

  init(_ stream: OpaquePointer) {
    self.stream = stream
    ZSTD_initDStream(stream)
  }

  deinit { ZSTD_freeDStream(stream) }

  func read(into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource) throws -> Int {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while output.pos < output.size {
      try input.refill(from: source)
      if input.isUsedUp, isBetween { break }
      let before = output.pos
      let (start, end) = (input.start, input.end)
      let (left, used) = input.bytes.withUnsafeBytes { bytes in
        var packed = ZSTD_inBuffer(src: bytes.baseAddress! + start, size: end - start, pos: 0)
        let left = ZSTD_decompressStream(stream, &output, &packed)
        return (left, packed.pos)
      }
      input.start += used
      guard size.add(packed: used, unpacked: output.pos - before) else {
        throw BytesFault.swollen(source: source.name, packing: "zstd", command: "zstd -dc")
      }
      guard ZSTD_isError(left) == 0 else {
        throw BytesFault.damaged(source: source.name, packing: "zstd", isCut: false)
      }
      isBetween = left == 0
      if input.isUsedUp, !isBetween, output.pos == before {
        throw BytesFault.damaged(source: source.name, packing: "zstd", isCut: true)
      }
    }
    return output.pos
  }
}
