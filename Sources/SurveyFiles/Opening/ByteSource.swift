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
  /// Bytes handed out so far.
  package private(set) var count = 0
  /// The digest of the bytes handed out so far.
  package private(set) var digest = ContentDigest()

  private let descriptor: Int32
  private let memory: [UInt8]

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `FileFault.noSuchFile`, `FileFault.unreadableFile`.
  package init(path: String) throws {
    memory = []
    if path == "-" {
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
  }

  package init(bytes: [UInt8], name: String) {
    memory = bytes
    self.name = name
    expectedSize = bytes.count
    descriptor = -1
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads until `buffer` is full or the input ends, and returns how many bytes it got.
  ///
  /// - Throws: `FileFault.unreadableFile`.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    if descriptor < 0 {
      filled = min(buffer.count, memory.count - count)
      memory.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[count..<count + filled]))
      }
    } else {
      while filled < buffer.count {
        let got = readBytes(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          throw FileFault.unreadableFile(
            path: name, reason: String(cString: strerror(errno)).lowercased())
        }
        filled += got
      }
    }
    count += filled
    digest.update(UnsafeRawBufferPointer(rebasing: buffer[0..<filled]))
    return filled
  }
}
