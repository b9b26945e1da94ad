import Platform
import Rendering
import Studies
import SurveyFiles
import Synchronization

/// A progress bar on standard error, for work that takes more than a second on a terminal. With `--by` it goes over all groups.
final class Progress: StepCounter {
  private let total: Int
  /// What the parts before this one count.
  private let before: Int
  private let title: String
  private let isOn: Bool
  /// When the work on the first part began.
  private static let start = now()
  private let lastShown = Mutex<Double?>(nil)

  /// - Parameter total: the steps of one part; without any, each part is a step.
  init(_ verb: String, _ part: SourcePart, total: Int, quiet: Bool) {
    var title = verb
    if let group = part.title { title += " \(part.place + 1) of \(part.count): \(group)" }
    // A group's title comes from the data.
    self.title = VisibleText.escaped(title.count > 40 ? title.prefix(39) + "…" : title)
    let steps = part.count > 1 ? max(1, total) : total
    self.total = steps * part.count
    before = steps * part.place
    isOn = !quiet && Console.errorIsTerminal && steps > 0
    _ = Progress.start
    report(0)
  }

  /// Says that `steps` of this part's are finished. Any thread may call it.
  func report(_ steps: Int) {
    guard isOn else { return }
    let done = min(total, before + steps)
    let now = Progress.now()
    let start = Progress.start
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

/// Shows on standard error what is read and how far the work is.
struct ConsoleObserver: StudyObserver {
  let verb: Verb
  let quiet: Bool

  func didRead(_ report: ImportReport) {
    if !quiet { for line in report.lines() { Console.error(line) } }
  }

  func willAnalyse(_ part: SourcePart, steps: Int) -> any StepCounter {
    Progress(verb.rawValue, part, total: steps, quiet: quiet)
  }
}
