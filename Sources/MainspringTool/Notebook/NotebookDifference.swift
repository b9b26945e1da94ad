/// How what a command prints differs from what a notebook shows, line by line.
enum NotebookDifference {
  /// Lines of a step that are shown at most.
  private static let limit = 40

  /// A line for the step, then what the file shows (`-`) and what the command prints (`+`), with the numbers of lines of the file.
  static func text(of step: Notebook.Step, _ output: String, file: String) -> String {
    let old = step.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let new = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let difference = new.difference(from: old)
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in difference {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    let first = step.line + step.command.split(separator: "\n").count
    var lines: [String] = []
    var (place, other) = (0, 0)
    while place < old.count || other < new.count {
      if let line = removed[place], place < old.count {
        lines.append("-\(first + place): \(line)")
        place += 1
      } else if let line = inserted[other], other < new.count {
        lines.append("+\(first + place): \(line)")
        other += 1
      } else {
        place += 1
        other += 1
      }
    }
    let more = lines.count > limit ? ["… \(lines.count - limit) more lines"] : []
    return (["\(file):\(step.line): $ \(step.command)"] + lines.prefix(limit) + more).joined(separator: "\n") + "\n"
  }
}
