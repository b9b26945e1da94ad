import Survey

/// A Markdown file that shows commands with their output.
struct Notebook {
  /// A command and what the file shows below it.
  struct Step {
    /// Of the command, from 1.
    var line: Int
    /// As a shell takes it.
    var command: String
    /// What the file shows, every line ended.
    var output: String
    /// The lines of the output, from 0.
    fileprivate var lines: Range<Int>
    /// What ends the block: backquotes or tildes.
    fileprivate var fence: Substring
  }

  private let lines: [Substring]
  /// Lines end as files of Windows do.
  private let hasCarriageReturns: Bool
  private(set) var steps: [Step] = []

  init(_ text: String) {
    hasCarriageReturns = text.utf8.contains(13)
    let text = hasCarriageReturns ? text.replacing("\r\n", with: "\n") : text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var place = 0
    while place < lines.count {
      guard let (fence, language) = Self.opening(lines[place]) else {
        place += 1
        continue
      }
      let end = lines[(place + 1)...].firstIndex { Self.closes($0, fence) } ?? lines.count
      // A block that does not begin with a prompt is a picture of something else.
      if language == "console", place + 1 < end, lines[place + 1].hasPrefix("$ ") {
        read(place + 1..<end, fence)
      }
      place = end + 1
    }
  }

  /// The fence that a line opens a block with, and the language named there.
  private static func opening(_ line: Substring) -> (fence: Substring, language: Substring)? {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let fence = line.prefix { $0 == mark }
    guard fence.count >= 3 else { return nil }
    let words = line[fence.endIndex...].split(separator: " ")
    return (fence, words.first ?? "")
  }

  /// Whether a line ends a block that `fence` opened.
  private static func closes(_ line: Substring, _ fence: Substring) -> Bool {
    line.hasPrefix(fence) && line.allSatisfy { $0 == fence.first || $0 == " " }
  }

  private mutating func read(_ block: Range<Int>, _ fence: Substring) {
    var place = block.lowerBound
    while place < block.upperBound {
      let first = place
      var command = String(lines[place].dropFirst(2))
      // A command goes on where its line ends in a backslash.
      while command.hasSuffix("\\"), place + 1 < block.upperBound {
        place += 1
        let next = lines[place]
        command += "\n" + (next.hasPrefix("> ") ? next.dropFirst(2) : next)
      }
      let start = place + 1
      let end = lines[start..<block.upperBound].firstIndex { $0.hasPrefix("$ ") } ?? block.upperBound
      steps.append(
        Step(
          line: first + 1, command: command, output: lines[start..<end].map { $0 + "\n" }.joined(), lines: start..<end,
          fence: fence))
      place = end
    }
  }

  /// The file with these outputs in place of its own.
  ///
  /// Throws `DataFault.request` where an output would end its block.
  func text(with outputs: [String], file: String) throws -> String {
    var result: [Substring] = []
    var place = 0
    for (step, output) in zip(steps, outputs) {
      result += lines[place..<step.lines.lowerBound]
      let shown = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if shown.contains(where: { Self.closes($0, step.fence) }) {
        throw DataFault.request(
          problem: "\(file):\(step.line): the output holds a line that would end its block",
          suggestion: "Begin and end the block with more backquotes, such as ````console.")
      }
      if shown.contains(where: { $0.hasPrefix("$ ") }) {
        throw DataFault.request(
          problem:
            "\(file):\(step.line): the output holds a line that begins with '$ ', which would be read as a command",
          suggestion: "Change such lines, for example with | sed 's/^[$] /  /'.")
      }
      result += shown
      place = step.lines.upperBound
    }
    result += lines[place...]
    return result.joined(separator: hasCarriageReturns ? "\r\n" : "\n")
  }
}
