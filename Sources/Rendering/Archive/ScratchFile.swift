import Platform

/// A file for work in between, which no result is.
enum ScratchFile {
  /// Runs `work` with the path of an empty file in the folder for temporary files (`TMPDIR`, else `/tmp`), and gives its bytes.
  ///
  /// The file has no name any more when the work begins, so that nothing stays behind however the program ends; the path leads to
  /// it by its descriptor.
  ///
  /// - Throws: `AtomicFile.Failure` when no file can be made or read, and what `work` throws.
  static func bytes(_ work: (String) throws -> Void) throws -> [UInt8] {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/mainspring-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    let name = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    guard file >= 0 else { throw AtomicFile.Failure(path: name, code: errno) }
    defer { close(file) }
    unlink(name)
    try work("/dev/fd/\(file)")
    return try contents(of: file, name)
  }

  private static func contents(of file: CInt, _ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = pread(file, &block, block.count, off_t(bytes.count))
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw AtomicFile.Failure(path: name, code: errno) }
      if got == 0 { return bytes }
      bytes += block[..<got]
    }
  }
}
