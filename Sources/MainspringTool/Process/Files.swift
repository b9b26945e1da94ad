import Glibc
import Survey

/// What the file system and the machine say.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a regular file; `nil` for anything else.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether both paths lead to one file that exists.
  static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Why a file could not be written there, told before the work begins.
  static func reasonNotToWrite(_ path: String) -> String? {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
      return access(path, W_OK) == 0 ? nil : String(cString: strerror(errno))
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if stat(folder, &status) != 0 { return "there is no folder '\(folder)'" }
    return access(folder, W_OK) == 0 ? nil : String(cString: strerror(errno))
  }

  /// The text of a small file; `nil` when it cannot be read.
  static func text(_ path: String) -> String? {
    guard let size = size(path), size < 1 << 20 else { return nil }
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, size))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws {
    guard !exists(path) else { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw DataFault.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
