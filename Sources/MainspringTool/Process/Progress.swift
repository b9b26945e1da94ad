import Glibc
import Rendering
import Synchronization

/// A progress bar on standard error, for work that takes more than a second on a terminal.
final class Progress: Sendable {
  private let total: Int
  private let title: String
  private let isOn: Bool
  private let start: Double
  private let lastShown = Mutex<Double?>(nil)

  init(_ title: String, total: Int, quiet: Bool) {
    // A group's title comes from the data.
    self.title = VisibleText.escaped(title.count > 40 ? title.prefix(39) + "…" : title)
    self.total = total
    isOn = !quiet && Console.errorIsTerminal && total > 0
    start = Progress.now()
  }

  /// Says that `done` of the total are finished. Any thread may call it.
  func report(_ done: Int) {
    guard isOn else { return }
    let now = Progress.now()
    guard now - start > 1 else { return }
    lastShown.withLock { last in
      if let shown = last, now - shown < 0.1, done < total { return }
      last = now
      let width = 30
      let filled = min(width, done * width / total)
      let bar = String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled)
      let left = done > 0 ? (now - start) / Double(done) * Double(total - done) : 0
      Progress.show("\r\(title) [\(bar)] \(done * 100 / total) %, \(Int(left.rounded(.up))) s left ")
    }
  }

  /// Clears the bar.
  func finish() {
    lastShown.withLock { last in
      if last != nil { Progress.show("\r\u{1B}[2K") }
      last = nil
    }
  }

  private static func show(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress!, $0.count) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
