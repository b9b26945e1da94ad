import Platform
import Rendering
import Survey

/// What a run writes must not lead to what it reads, nor to itself, by whatever links.
enum OutputPlaces {
  /// Fails before the work begins when a file cannot be written, when it would replace what is read, or when two outputs lead to
  /// one file.
  ///
  /// - Parameters:
  ///   - paths: the files that the run writes.
  ///   - source: what the run reads; `-` is standard input.
  static func check(_ paths: [String], source: String? = nil) throws {
    if let source { try check(paths, source: source, is: "it is the source of the analysis") }
    var places: Set<String> = []
    for path in paths {
      if isStream(STDOUT_FILENO, path) {
        throw FileFault.cannotWrite(path: path, reason: "standard output goes there too; name another file")
      }
      try Files.checkWritable(path)
      if Files.isRegularOrNew(path), !places.insert(AtomicFile.place(of: path)).inserted {
        throw FileFault.cannotWrite(path: path, reason: "another output leads to the same file; name another one")
      }
    }
  }

  /// - Parameter description: what the source is, for messages.
  static func check(_ paths: [String], source: String, is description: String) throws {
    for path in paths where source == "-" ? isStream(STDIN_FILENO, path) : Files.areSame(path, source) {
      throw FileFault.cannotWrite(path: path, reason: "\(description); name another file")
    }
    if source == "-" ? areSame(STDIN_FILENO, STDOUT_FILENO) : isStream(STDOUT_FILENO, source) {
      let file = source == "-" ? "the file of standard input" : "'\(source)'"
      throw FileFault.cannotWrite(
        path: "standard output", reason: "it goes to \(file), and \(description); send it to another file")
    }
  }

  /// Whether a path leads to the regular file that a stream reads or writes.
  private static func isStream(_ descriptor: Int32, _ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && isRegular(status) && same(descriptor, status)
  }

  private static func areSame(_ a: Int32, _ b: Int32) -> Bool {
    var status = stat()
    return fstat(a, &status) == 0 && isRegular(status) && same(b, status)
  }

  private static func same(_ descriptor: Int32, _ other: stat) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_dev == other.st_dev && status.st_ino == other.st_ino
  }

  private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
}
