import Platform
import Survey

/// The bytes of a file, of standard input, or of an array, handed out once and in order.
///
/// A file is read as a pipe is: no mapping, no seeking, so that both take one code path and a file that shrinks while
/// it is read is merely shorter.
package final class ByteSource {
  /// What messages call it.
  package let name: String
  /// The size when it is known beforehand (a regular file, an array): only ever used to reserve memory.
  package let expectedSize: Int?
  /// The path of a regular file, which can be read in any order; `nil` of everything else.
  package let path: String?
  /// Bytes handed out so far.
  package private(set) var count = 0
  private var ownDigest = ContentDigest()
  /// What the bytes are made of, and how; `nil` of bytes as they are.
  private let origin: (source: ByteSource, transformer: any ByteTransformer)?
  /// The digest of what the bytes were made of, where that is gone.
  private let givenDigest: String?

  private let descriptor: Int32
  private let memory: [UInt8]
  /// Looked at and not handed out yet, from `handed` on.
  private var ahead: [UInt8] = []
  private var handed = 0

  /// The digest of the bytes handed out so far, or of the packed or foreign ones that they were made of.
  package var digest: String { givenDigest ?? origin?.source.digest ?? ownDigest.text }
  /// Bytes of the file handed out so far, packed as they are there.
  package var fileCount: Int { origin?.source.fileCount ?? count }

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `FileFault.noSuchFile`, `FileFault.unreadableFile`.
  package init(path: String) throws {
    memory = []
    (origin, givenDigest) = (nil, nil)
    if path == "-" {
      self.path = nil
      name = "standard input"
      expectedSize = nil
      descriptor = dup(0)
      guard descriptor >= 0 else {
        throw FileFault.unreadableFile(path: "-", reason: "standard input is closed")
      }
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw FileFault.noSuchFile(path: path) }
      throw FileFault.unreadableFile(
        path: path, reason: String(cString: strerror(code)).lowercased())
    }
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    expectedSize = isRegular ? Int(status.st_size) : nil
    self.path = isRegular ? path : nil
  }

  /// - Parameter digest: of what the bytes were made of.
  package init(bytes: [UInt8], name: String, digest: String? = nil) {
    memory = bytes
    origin = nil
    givenDigest = digest
    path = nil
    self.name = name
    expectedSize = bytes.count
    descriptor = -1
  }

  /// The bytes of another source, unpacked or in UTF-8; name and digest stay those of the source.
  init(_ source: ByteSource, by transformer: any ByteTransformer) {
    origin = (source, transformer)
    givenDigest = nil
    memory = []
    name = source.name
    expectedSize = nil
    path = nil
    descriptor = -1
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The first bytes, at most so many, which stay to be read.
  ///
  /// - Precondition: nothing has been read yet.
  /// - Throws: `FileFault.unreadableFile`.
  package func peek(_ limit: Int) throws -> [UInt8] {
    precondition(count == 0, "bytes are looked at before they are read")
    if isMemory { return Array(memory.prefix(limit)) }
    let known = ahead.count
    if known < limit {
      ahead.append(contentsOf: repeatElement(0, count: limit - known))
      let got = try ahead.withUnsafeMutableBytes { try fill($0, from: known) }
      ahead.removeLast(limit - got)
    }
    return Array(ahead.prefix(limit))
  }

  /// All bytes that are left.
  ///
  /// - Throws: `FileFault.unreadableFile`, also for more than `limit`.
  package func rest(upTo limit: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    if let expectedSize { all.reserveCapacity(min(expectedSize, limit) + 1) }
    let step = expectedSize.map { min(1 << 20, max(4096, $0 - count + 1)) } ?? 1 << 20
    while true {
      let known = all.count
      all.append(contentsOf: repeatElement(0, count: step))
      let got = try all.withUnsafeMutableBytes {
        try read(into: UnsafeMutableRawBufferPointer(rebasing: $0[known...]))
      }
      all.removeLast(step - got)
      if all.count > limit {
        throw FileFault.unreadableFile(
          path: name, reason: "it is larger than \(limit >> 20) MB, which would have to be held in memory")
      }
      if got < step { return all }
    }
  }

  /// Reads until `buffer` is full or the input ends, and returns how many bytes it got.
  ///
  /// - Throws: `FileFault.unreadableFile`.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    if isMemory {
      filled = min(buffer.count, memory.count - count)
      memory.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[count..<count + filled]))
      }
    } else {
      if handed < ahead.count {
        filled = min(buffer.count, ahead.count - handed)
        ahead.withUnsafeBytes {
          buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[handed..<handed + filled]))
        }
        handed += filled
      }
      filled = try fill(buffer, from: filled)
    }
    count += filled
    if origin == nil { ownDigest.update(UnsafeRawBufferPointer(rebasing: buffer[0..<filled])) }
    return filled
  }

  private var isMemory: Bool { descriptor < 0 && origin == nil }

  /// Reads behind the first `filled` bytes until the buffer is full or the descriptor has no more.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer, from filled: Int) throws -> Int {
    var filled = filled
    if let origin {
      guard filled < buffer.count else { return filled }
      return filled
        + (try origin.transformer.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]), from: origin.source))
    }
    while filled < buffer.count {
      let got = readBytes(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      filled += got
    }
    return filled
  }

  /// What the system says of it.
  func unreadable(_ code: Int32) -> FileFault {
    FileFault.unreadableFile(path: name, reason: String(cString: strerror(code)).lowercased())
  }
}
