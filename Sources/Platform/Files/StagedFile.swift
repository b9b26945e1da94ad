internal import Synchronization

/// Where an output goes.
package struct OutputTarget {
  /// As it was named, for messages.
  package let path: String
  /// Links followed.
  package let place: String
  /// A regular file, or nothing yet.
  let isRegular: Bool
  /// The permissions of the file that is there.
  let mode: mode_t?

  package init(_ path: String) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw AtomicFile.Failure(path: path, code: ENOENT) }
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists && kind == S_IFDIR { throw AtomicFile.Failure(path: path, code: EISDIR) }
    self.path = path
    isRegular = !exists || kind == S_IFREG
    // A file we may not write to is not replaced behind its owner's back.
    if exists && isRegular && access(path, W_OK) != 0 { throw AtomicFile.Failure(path: path, code: errno) }
    place = AtomicFile.place(of: path)
    if exists && isRegular && !AtomicFile.mayReplace(place) { throw AtomicFile.Failure(path: path, code: EPERM) }
    mode = exists && isRegular ? status.st_mode & 0o7777 : nil
  }
}

/// A file whose bytes are on the disk under a temporary name beside its own.
///
/// The descriptor stays open, and locked, until the file has its name: a temporary file without a lock belongs to a run that has
/// ended.
package final class StagedFile {
  private let target: OutputTarget
  package let temporary: TemporaryFiles.Name
  private let descriptor: CInt
  /// What was there before, until all files have their names.
  private var old: TemporaryFiles.Name?
  private var isOpen = true

  /// Writes the bytes; throws `AtomicFile.Failure`, and leaves nothing then.
  package init(_ bytes: [UInt8], for target: OutputTarget) throws {
    self.target = target
    TemporaryFiles.clearLeftovers(of: target.place)
    var name: TemporaryFiles.Name
    var file: CInt
    var opened: CInt = 0
    while true {
      // Registered before it exists: no moment is left in which an interrupt would forget it.
      name = TemporaryFiles.shared.name(for: target.place)
      file = open(name.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      opened = errno
      if file >= 0 {
        // Where locks are not known, leftovers are not known either, and none is removed.
        var status = stat()
        if flock(file, LOCK_EX) != 0 || fstat(file, &status) != 0 || status.st_nlink > 0 { break }
        // Another run took it for a leftover before it was locked.
        closeDescriptor(file)
      } else if opened != EEXIST {
        break
      }
      TemporaryFiles.shared.release(name)
    }
    (temporary, descriptor) = (name, file)
    guard file >= 0 else {
      TemporaryFiles.shared.release(name)
      isOpen = false
      throw AtomicFile.Failure(path: target.path, code: opened)
    }
    var code = Self.put(bytes, into: file)
    if code == 0, let mode = target.mode, fchmod(file, mode) != 0 { code = errno }
    // A full disk may show itself only now.
    if code == 0 && fsync(file) != 0 { code = errno }
    if code != 0 {
      discard()
      close()
      throw AtomicFile.Failure(path: target.path, code: code)
    }
  }

  /// Gives the file its own name.
  ///
  /// - Parameter keepingOld: what was there keeps a name too, so that it can come back.
  func takeName(keepingOld: Bool) throws {
    if keepingOld, target.mode != nil {
      let name = TemporaryFiles.shared.name(for: target.place)
      // Not every file system gives a file two names; then the old one is moved away.
      if link(target.place, name.path) == 0 || rename(target.place, name.path) == 0 {
        old = name
      } else {
        let code = errno
        TemporaryFiles.shared.release(name)
        throw AtomicFile.Failure(path: target.path, code: code)
      }
    }
    if rename(temporary.path, target.place) != 0 {
      let code = errno
      if let old { rename(old.path, target.place) }
      forgetOld()
      throw AtomicFile.Failure(path: target.path, code: code)
    }
  }

  /// Undoes `takeName`.
  func giveNameBack() {
    if let old { rename(old.path, target.place) } else { unlink(target.place) }
    forgetOld()
  }

  /// Lets go of what was there before.
  func forgetOld() {
    guard let old else { return }
    // A rename between two names of one file does nothing, so the name may still be there.
    unlink(old.path)
    TemporaryFiles.shared.release(old)
    self.old = nil
  }

  /// Removes the temporary file, if it has not become the file itself.
  package func discard() { if isOpen { unlink(temporary.path) } }

  package func close() {
    guard isOpen else { return }
    isOpen = false
    closeDescriptor(descriptor)
    TemporaryFiles.shared.release(temporary)
  }

  /// Writes to what is no regular file.
  static func write(_ bytes: [UInt8], toDevice path: String) throws {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
    var code = put(bytes, into: file)
    if closeDescriptor(file) != 0 && code == 0 { code = errno }
    if code != 0 { throw AtomicFile.Failure(path: path, code: code) }
  }

  /// - Returns: zero, or the system's error.
  private static func put(_ bytes: [UInt8], into file: CInt) -> CInt {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = writeBytes(file, buffer.baseAddress! + done, buffer.count - done)
        if written > 0 {
          done += written
        } else if written == 0 || errno != EINTR {
          return written == 0 ? EIO : errno
        }
      }
      return 0
    }
  }
}
