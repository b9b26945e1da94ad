internal import Glibc
internal import Synchronization

/// Files that are written whole or not at all: a temporary file in the same folder, then a rename.
public enum AtomicFile {
  /// Why a file could not be written.
  public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    /// The system's words, in lower case.
    public var reason: String
    public var description: String { "'\(path)' cannot be written: \(reason). Nothing was written." }
  }

  /// Writes all bytes, replacing what was there; a link is followed, an existing file keeps its permissions.
  ///
  /// What is not a regular file (`/dev/stdout`, a pipe) is written to directly, since a rename would replace it.
  ///
  /// - Throws: `Failure`; nothing is left behind then, and what was there is untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    func failure(_ code: CInt) -> Failure { Failure(path: path, reason: words(code)) }
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure(ENOENT) }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR { throw failure(EISDIR) }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw failure(errno) }
      var code = put(bytes, into: file)
      if close(file) != 0 && code == 0 { code = errno }
      if code != 0 { throw failure(code) }
      return
    }
    // A file we may not write to is not replaced behind its owner's back.
    if exists && access(path, W_OK) != 0 { throw failure(errno) }
    let target = exists ? resolved(path) : path
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    var temporary = ""
    var file: CInt = -1
    var slot: Int?
    // Registered before it exists: no moment is left in which an interrupt would forget it.
    repeat {
      if let slot { TemporaryFiles.shared.release(slot) }
      let number = TemporaryFiles.counter.wrappingAdd(1, ordering: .relaxed).newValue
      temporary = "\(folder).mainspring-\(getpid())-\(number).tmp"
      slot = TemporaryFiles.shared.register(temporary)
      file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    } while file < 0 && errno == EEXIST
    let opened = errno
    defer { if let slot { TemporaryFiles.shared.release(slot) } }
    guard file >= 0 else { throw failure(opened) }

    var code = put(bytes, into: file)
    if code == 0 && exists && fchmod(file, status.st_mode & 0o7777) != 0 { code = errno }
    // A full disk may show itself only now.
    if code == 0 && fsync(file) != 0 { code = errno }
    if close(file) != 0 && code == 0 { code = errno }
    if code == 0 && rename(temporary, target) != 0 { code = errno }
    if code != 0 {
      unlink(temporary)
      throw failure(code)
    }
  }

  /// Removes the temporary files of writes that are under way. May be called from a signal handler: it reads fixed
  /// buffers and calls `unlink` only. Call it once before installing the handler, so that nothing is set up inside it.
  public static func removeTemporaries() { TemporaryFiles.shared.removeAll() }

  /// - Returns: zero, or the system's error.
  private static func put(_ bytes: [UInt8], into file: CInt) -> CInt {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(file, buffer.baseAddress! + done, buffer.count - done)
        if written > 0 {
          done += written
        } else if written == 0 || errno != EINTR {
          return written == 0 ? EIO : errno
        }
      }
      return 0
    }
  }

  /// The file that a path leads to through its links.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func words(_ code: CInt) -> String {
    switch code {
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk is read-only"
    case ENAMETOOLONG: "the name is too long"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}

/// The temporary files there are now, in buffers that never move: what a signal handler may read.
package final class TemporaryFiles: Sendable {
  static let shared = TemporaryFiles()
  static let counter = Atomic<Int>(0)

  package static let slots = 64
  static let pathLength = 4096

  /// One path of `pathLength` bytes for each slot, ended by zero.
  private nonisolated(unsafe) let paths: UnsafeMutablePointer<CChar>
  /// A slot is taken (bit of `taken`), then filled, then live (bit of `live`): a handler sees whole paths only.
  private let taken = Atomic<UInt64>(0)
  private let live = Atomic<UInt64>(0)

  package init() {
    paths = .allocate(capacity: Self.slots * Self.pathLength)
    paths.initialize(repeating: 0, count: Self.slots * Self.pathLength)
  }

  deinit { paths.deallocate() }

  /// - Returns: nil if there is no room; the file is then not removed on an interrupt, only on an error.
  package func register(_ path: String) -> Int? {
    guard path.utf8.count < Self.pathLength else { return nil }
    while true {
      let current = taken.load(ordering: .relaxed)
      let slot = (~current).trailingZeroBitCount
      guard slot < Self.slots else { return nil }
      guard taken.compareExchange(expected: current, desired: current | 1 << slot, ordering: .acquiring).exchanged
      else { continue }
      path.withCString { _ = strcpy(paths + slot * Self.pathLength, $0) }
      live.bitwiseOr(1 << slot, ordering: .releasing)
      return slot
    }
  }

  package func release(_ slot: Int) {
    live.bitwiseAnd(~(1 << slot), ordering: .releasing)
    taken.bitwiseAnd(~(1 << slot), ordering: .releasing)
  }

  /// Unlinks every live path; safe in a signal handler.
  package func removeAll() {
    var rest = live.load(ordering: .acquiring)
    while rest != 0 {
      let slot = rest.trailingZeroBitCount
      unlink(paths + slot * Self.pathLength)
      rest &= rest - 1
    }
  }
}
