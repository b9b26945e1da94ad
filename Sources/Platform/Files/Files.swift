/// What the file system says.
package enum Files {
  /// Whether something has the name, be it a link that leads to nothing.
  package static func isName(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The folder that relative paths begin at; `nil` where it is gone.
  package static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The names in a folder, sorted, without hidden ones; none where it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder the one that relative paths begin at; `false` where that cannot be.
  package static func enter(_ folder: String) -> Bool { chdir(folder) == 0 }

  /// Whether both paths lead to one file that exists.
  package static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Whether a regular file is there, or nothing yet.
  package static func isRegularOrNew(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file could be written there, asked before the work begins.
  ///
  /// - Throws: `AtomicFile.Failure` with what stands in the way.
  package static func checkWritable(_ path: String) throws(AtomicFile.Failure) {
    func failure(_ reason: String) -> AtomicFile.Failure { AtomicFile.Failure(path: path, reason: reason) }
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw failure("it is a folder") }
      if access(path, W_OK) != 0 { throw failure(String(cString: strerror(errno)).lowercased()) }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    // A file is written beside its old self and takes its place.
    let place = AtomicFile.place(of: path)
    if PathStatus.exists(path), !AtomicFile.mayReplace(place) {
      throw failure("it belongs to somebody else, and only its owner may replace it")
    }
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    if stat(folder, &status) != 0 { throw failure("there is no folder '\(folder)'") }
    if access(folder, W_OK | X_OK) != 0 {
      throw failure(
        "in the folder '\(folder)' nothing can be written (\(String(cString: strerror(errno)).lowercased()))")
    }
  }

  /// The text of a small file; `nil` when it cannot be read.
  package static func text(_ path: String) -> String? {
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
  ///
  /// - Throws: `AtomicFile.Failure`; what was made is removed then.
  @discardableResult package static func makeFolder(_ path: String) throws -> [String] {
    guard !PathStatus.exists(path) else { return [] }
    var made: [String] = []
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { made = try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { return made }
      let reason = String(cString: strerror(errno)).lowercased()
      removeFolders(made)
      throw AtomicFile.Failure(path: path, reason: reason)
    }
    return made + [path]
  }

  /// Removes folders that are empty, the outermost of which comes first.
  package static func removeFolders(_ paths: [String]) { for path in paths.reversed() { rmdir(path) } }
}
