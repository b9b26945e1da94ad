import Glibc
import Platform
import Rendering
import Survey

/// What the file system and the machine say.
enum Files {
  /// Whether something has the name, be it a link that leads to nothing.
  static func isName(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether both paths lead to one file that exists.
  static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Whether a regular file is there, or nothing yet.
  static func isRegularOrNew(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Why a file could not be written there, told before the work begins.
  static func reasonNotToWrite(_ path: String) -> String? {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
      if access(path, W_OK) != 0 { return String(cString: strerror(errno)).lowercased() }
      if status.st_mode & S_IFMT != S_IFREG { return nil }
    }
    // A file is written beside its old self and takes its place.
    let place = AtomicFile.place(of: path)
    if PathStatus.exists(path), !AtomicFile.mayReplace(place) {
      return "it belongs to somebody else, and only its owner may replace it"
    }
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    if stat(folder, &status) != 0 { return "there is no folder '\(folder)'" }
    return access(folder, W_OK | X_OK) == 0
      ? nil : "in the folder '\(folder)' nothing can be written (\(String(cString: strerror(errno)).lowercased()))"
  }

  /// The text of a small file; `nil` when it cannot be read.
  static func text(_ path: String) -> String? {
    guard let size = PathStatus.size(path), size < 1 << 20 else { return nil }
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, size))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes a folder and those above it that are missing; gives those that it made, the outermost first.
  @discardableResult static func makeFolder(_ path: String) throws -> [String] {
    guard !PathStatus.exists(path) else { return [] }
    var made: [String] = []
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { made = try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { return made }
      let reason = String(cString: strerror(errno)).lowercased()
      removeFolders(made)
      throw DataFault.cannotWrite(path: path, reason: reason)
    }
    return made + [path]
  }

  /// Removes folders that are empty, the outermost of which comes first.
  static func removeFolders(_ paths: [String]) { for path in paths.reversed() { rmdir(path) } }
}
