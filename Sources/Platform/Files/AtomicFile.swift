internal import Synchronization

/// Files that are written whole or not at all, one or several: temporary files in the same folders, then a rename of each.
public enum AtomicFile {
  /// One file to write.
  public struct Output: Sendable {
    /// Where the file is to stand.
    public var path: String
    /// Everything that it is to hold.
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Why a file could not be written.
  public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file that could not be written.
    public var path: String
    /// The system's words, in lower case.
    public var reason: String
    /// A sentence with the path and the system's reason.
    public var description: String { "'\(path)' cannot be written: \(reason). Nothing was written." }

    init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    package init(path: String, code: CInt) {
      let reason =
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
      self.init(path: path, reason: reason)
    }
  }

  /// Writes all bytes, replacing what was there; a link is followed, an existing file keeps its permissions.
  ///
  /// What is not a regular file (`/dev/stdout`, a pipe) is written to directly, since a rename would replace it.
  ///
  /// - Throws: `Failure`; nothing is left behind then, and what was there is untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try write([Output(path: path, bytes: bytes)])
  }

  /// Writes all of the files or none of them: every byte is on the disk before the first file takes its name, and if one
  /// cannot take its name the others give theirs back.
  ///
  /// Only a crash between two renames, some microseconds, can leave part of them; what such a crash, or the end of the program
  /// before, leaves behind are temporary files, which the next run that writes the same output removes.
  ///
  /// - Throws: `Failure`; nothing is left behind then, and what was there is untouched.
  public static func write(_ outputs: [Output]) throws {
    var staged: [StagedFile] = []
    defer { for file in staged { file.close() } }
    do {
      var devices: [Output] = []
      var places: Set<String> = []
      for output in outputs {
        let target = try OutputTarget(output.path)
        guard places.insert(target.place).inserted || !target.isRegular else {
          throw Failure(path: output.path, reason: "another output leads to the same file")
        }
        if target.isRegular {
          staged.append(try StagedFile(output.bytes, for: target))
        } else {
          devices.append(output)
        }
      }
      for device in devices { try StagedFile.write(device.bytes, toDevice: device.path) }
      try commit(staged)
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  /// The renames. An interrupt that comes meanwhile waits until all are done.
  package static func commit(_ staged: [StagedFile]) throws {
    isCommitting.store(true, ordering: .sequentiallyConsistent)
    defer {
      isCommitting.store(false, ordering: .sequentiallyConsistent)
      let signal = pendingSignal.exchange(0, ordering: .sequentiallyConsistent)
      if signal != 0 { kill(getpid(), signal) }
    }
    var done = 0
    do {
      // A single rename happens or does not; of several the earlier ones must be able to go back.
      for file in staged {
        try file.takeName(keepingOld: staged.count > 1)
        done += 1
      }
      for file in staged { file.forgetOld() }
    } catch {
      for file in staged[..<done].reversed() { file.giveNameBack() }
      throw error
    }
  }

  private static let isCommitting = Atomic<Bool>(false)
  private static let pendingSignal = Atomic<CInt>(0)

  /// The file that a path leads to through its links, or would lead to once it is there: the same for every path to it.
  public static func place(of path: String) -> String {
    func real(_ path: String) -> String? {
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    }
    if let place = real(path) { return place }
    // A link that leads to nothing yet.
    var current = path
    for _ in 0..<40 {
      guard let next = link(at: current) else { break }
      current = next.hasPrefix("/") ? next : folder(of: current) + next
    }
    let folder = Self.folder(of: current)
    guard let place = real(folder.isEmpty ? "." : folder) else { return current }
    return (place.hasSuffix("/") ? place : place + "/") + current.dropFirst(folder.count)
  }

  /// Whether another file may take the name of one that is there. In a folder like `/tmp` everybody may write, and only the
  /// owner may replace.
  public static func mayReplace(_ place: String) -> Bool {
    let folder = Self.folder(of: place)
    var (own, around) = (stat(), stat())
    guard stat(folder.isEmpty ? "." : folder, &around) == 0, lstat(place, &own) == 0 else { return true }
    let user = geteuid()
    return around.st_mode & S_ISVTX == 0 || user == 0 || own.st_uid == user || around.st_uid == user
  }

  /// Up to and with the last slash; empty for a bare name.
  static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  private static func link(at path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes {
      readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Removes the temporary files of writes that are under way. May be called from a signal handler: it reads fixed
  /// buffers and calls `unlink` only. Call it once before installing the handler, so that nothing is set up inside it.
  public static func removeTemporaries() {
    TemporaryFiles.shared.removeAll()
    // Made here, before a handler asks for them.
    _ = isCommitting.load(ordering: .relaxed)
    _ = pendingSignal.load(ordering: .relaxed)
  }

  /// What a signal handler asks: removes the temporary files and says that the program may end now; while finished files are
  /// taking their names it only remembers the signal, which is raised again when all have theirs.
  public static func mayEnd(after signal: CInt) -> Bool {
    if isCommitting.load(ordering: .sequentiallyConsistent) {
      pendingSignal.store(signal, ordering: .sequentiallyConsistent)
      return false
    }
    TemporaryFiles.shared.removeAll()
    return true
  }
}
