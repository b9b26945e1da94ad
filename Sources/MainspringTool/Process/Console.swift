import Platform
import Rendering
import Survey

/// Standard output and standard error.
enum Console {
  /// Writes to standard output. A reader that has gone away (`mainspring … | head`) is no failure.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    bytes.withUnsafeBytes { buffer in
      while done < buffer.count {
        let written = writeBytes(STDOUT_FILENO, buffer.baseAddress! + done, buffer.count - done)
        if written > 0 { done += written; continue }
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        error("mainspring: standard output cannot be written: \(String(cString: strerror(errno))).")
        exit(73)
      }
    }
  }

  /// Writes one line to standard error. What stands in it may come from outside: nothing in it reaches a terminal raw.
  static func error(_ line: String) { errorLines(VisibleText.escaped(line)) }

  /// Writes lines of our own, with what others wrote among them.
  static func errorLines(_ text: String) {
    let bytes = Array((VisibleText.lines(text) + "\n").utf8)
    bytes.withUnsafeBytes { _ = writeBytes(STDERR_FILENO, $0.baseAddress!, $0.count) }
  }

  /// All of standard input, for what reads it more than once.
  static func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { readBytes(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += block[..<count]
      } else if errno != EINTR {
        throw FileFault.unreadableFile(path: "standard input", reason: String(cString: strerror(errno)))
      }
    }
  }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal that standard output goes to, else what `COLUMNS` says, else 80; from 60 to 160.
  static var outputWidth: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let columns = isKnown ? Int(size.ws_col) : environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return min(160, max(60, columns ?? 80))
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Unicode unless the locale says that the terminal cannot show it.
  static var showsUnicode: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      let folded = value.lowercased()
      return folded.contains("utf-8") || folded.contains("utf8")
    }
    return true
  }
}

/// What happens when the program is interrupted or its reader goes away.
enum Interruption {
  /// Ignores SIGPIPE (writes then fail with EPIPE) and, on SIGINT and SIGTERM, removes half-written files.
  static func install() {
    // What the handler walks through is made now: a handler must not allocate.
    AtomicFile.removeTemporaries()
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files is then a failure to write like any other.
    signal(SIGXFSZ, SIG_IGN)
    // Some callers start programs with these signals blocked.
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    sigaddset(&interrupts, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &interrupts, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { received in
        if AtomicFile.mayEnd(after: received) { _exit(128 + received) }
      }
    }
  }
}
