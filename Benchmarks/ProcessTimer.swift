import Foundation
import Platform

/// Times whole processes, in turns, so that what else the machine does falls on all of them alike.
enum ProcessTimer {
  /// No command is begun again once its runs have taken so many seconds together.
  private static let patience = 60.0
  /// A single run that takes longer, in seconds, is ended and counts as failed.
  private static let limit = 300.0

  /// Prints a line per command: the least wall time in seconds, the least of the times that it prints itself as its last
  /// line (`-` when it prints no number), and its largest peak memory in kB. A command that fails prints `failed`.
  static func run(runs: Int, commands: [[String]]) {
    var best = [Measurement?](repeating: nil, count: commands.count)
    var spent = [Double](repeating: 0, count: commands.count)
    var hasFailed = [Bool](repeating: false, count: commands.count)
    for _ in 0..<runs {
      for (index, command) in commands.enumerated() where !hasFailed[index] && spent[index] < patience {
        guard let measured = measure(command) else {
          hasFailed[index] = true
          continue
        }
        spent[index] += measured.wall
        best[index] = best[index].map { $0.better(measured) } ?? measured
      }
    }
    for (index, result) in best.enumerated() {
      if let result, !hasFailed[index] {
        print("\(result.wall)\t\(result.inner.map { "\($0)" } ?? "-")\t\(result.peak)")
      } else {
        print("failed")
      }
    }
  }

  private struct Measurement {
    var wall: Double
    var inner: Double?
    var peak: Int

    func better(_ other: Measurement) -> Measurement {
      Measurement(
        wall: min(wall, other.wall), inner: inner.map { min($0, other.inner ?? $0) }, peak: max(peak, other.peak))
    }
  }

  /// Runs the command to its end; `nil` when it fails or cannot be started.
  private static func measure(_ command: [String]) -> Measurement? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for variable in environment { free(variable) } }
    var process = pid_t()
    let start = Benchmarks.now()
    let status = posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment)
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { return nil }

    // Only the end of what it prints matters.
    var tail: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var event = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      let left = start + limit - Benchmarks.now()
      if left <= 0 || poll(&event, 1, Int32(left * 1000)) == 0 {
        kill(process, SIGKILL)
        break
      }
      let count = read(ends[0], &block, block.count)
      if count <= 0 { break }
      tail = Array((tail + block[..<count]).suffix(100))
    }
    var code: Int32 = 0
    var usage = rusage()
    guard wait4(process, &code, 0, &usage) == process, code == 0 else { return nil }
    let wall = Benchmarks.now() - start
    let last = String(decoding: tail, as: UTF8.self).split(whereSeparator: \.isNewline).last
    let inner = last.flatMap { Double($0.filter { !$0.isWhitespace }) }
    return Measurement(wall: wall, inner: inner, peak: usage.ru_maxrss)
  }
}
