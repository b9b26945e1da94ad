import Glibc
import Survey

/// What the file system and the machine say.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The size of a regular file; `nil` for anything else.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
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

enum Processors {
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
