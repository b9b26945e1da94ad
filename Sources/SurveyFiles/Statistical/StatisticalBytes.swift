import CReadStat
import Platform

/// The bytes of a file of a statistical program, as ReadStat asks for them: with places to go to.
final class StatisticalBytes {
  /// What messages call it.
  let name: String
  private let descriptor: Int32
  private let memory: [UInt8]
  private let size: Int
  /// The digest of what is held: of the file's own bytes, packed as they were.
  private let held: String?
  private var position = 0
  /// What the descriptor holds from `bufferStart` on.
  private var buffer: [UInt8] = []
  private var bufferStart = 0
  private var buffered = 0

  /// Bytes that are held because they cannot be read twice; a larger file is unpacked and saved first.
  static let largestHeld = 1 << 28

  /// The file of a source where it has a place, else its bytes.
  ///
  /// - Throws: `FileFault.unreadableFile`.
  init(_ source: ByteSource) throws {
    name = source.name
    if let path = source.path {
      memory = []
      held = nil
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw source.unreadable(errno) }
      size = source.expectedSize ?? 0
      buffer = [UInt8](repeating: 0, count: 1 << 20)
    } else {
      memory = try source.rest(upTo: Self.largestHeld)
      descriptor = -1
      held = source.digest
      size = memory.count
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The digest of all bytes.
  func digest() -> String {
    if let held { return held }
    var digest = ContentDigest()
    var place = 0
    while true {
      let got = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress!, $0.count, off_t(place)) }
      if got <= 0 { break }
      buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
      place += got
    }
    buffered = 0
    return digest.text
  }

  /// All bytes.
  var byteCount: Int { size }

  private func seek(_ offset: Int, _ whence: readstat_io_flags_t) -> Int {
    let origin =
      switch whence {
      case READSTAT_SEEK_SET: 0
      case READSTAT_SEEK_CUR: position
      default: size
      }
    let (target, isTooFar) = origin.addingReportingOverflow(offset)
    guard !isTooFar, target >= 0, target <= size else { return -1 }
    position = target
    return target
  }

  private func read(_ target: UnsafeMutableRawPointer, _ wanted: Int) -> Int {
    var filled = 0
    if descriptor < 0 {
      filled = max(0, min(wanted, size - position))
      memory.withUnsafeBytes { bytes in
        if filled > 0 { target.copyMemory(from: bytes.baseAddress! + position, byteCount: filled) }
      }
      position += filled
      return filled
    }
    while filled < wanted {
      if position < bufferStart || position >= bufferStart + buffered {
        bufferStart = position
        buffered = buffer.withUnsafeMutableBytes {
          max(0, pread(descriptor, $0.baseAddress!, $0.count, off_t(position)))
        }
        if buffered == 0 { break }
      }
      let count = min(wanted - filled, bufferStart + buffered - position)
      buffer.withUnsafeBytes {
        (target + filled).copyMemory(from: $0.baseAddress! + (position - bufferStart), byteCount: count)
      }
      position += count
      filled += count
    }
    return filled
  }

  /// So many bytes from a place; `nil` where there are fewer.
  func read(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
    position = offset
    var result = [UInt8](repeating: 0, count: count)
    let got = result.withUnsafeMutableBytes { count == 0 ? 0 : read($0.baseAddress!, count) }
    return got == count ? result : nil
  }

  /// Lets a parser read from here. The parser must not outlive these bytes.
  func attach(to parser: UnsafeMutablePointer<readstat_parser_t>) {
    position = 0
    readstat_set_open_handler(parser) { _, _ in 0 }
    readstat_set_close_handler(parser) { _ in 0 }
    readstat_set_seek_handler(parser) { offset, whence, context in
      readstat_off_t(Unmanaged<StatisticalBytes>.fromOpaque(context!).takeUnretainedValue().seek(Int(offset), whence))
    }
    readstat_set_read_handler(parser) { buffer, count, context in
      // Of a Stata file without variables ReadStat asks for no bytes and says nowhere to put them.
      guard let buffer else { return 0 }
      return Unmanaged<StatisticalBytes>.fromOpaque(context!).takeUnretainedValue().read(buffer, count)
    }
    readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
    readstat_set_io_ctx(parser, Unmanaged.passUnretained(self).toOpaque())
  }
}
