import Survey

/// Which commands a notebook may use without being asked for: mainspring, and tools that show and change text.
///
/// No wall against malice (`awk` can start anything), but against running by mistake what a page shows, such as an installation.
enum NotebookWords {
  static let allowed: Set<String> = [
    "mainspring", "cat", "head", "tail", "ls", "sed", "awk", "grep", "cut", "sort", "uniq", "wc", "tr", "echo",
    "printf", "cp",
    "mkdir", "diff", "paste", "true", "false", "test",
  ]

  /// Throws the first command that is none of these, before anything runs.
  static func check(_ notebook: Notebook, file: String) throws {
    for step in notebook.steps {
      guard let word = words(of: step.command).first(where: { !allowed.contains($0) }) else { continue }
      throw DataFault.request(
        problem: "\(file):\(step.line): '\(word)' is no command that a notebook runs by itself, and nothing was run",
        suggestion: "Those are \(allowed.sorted().joined(separator: ", ")); --any-command runs every command.")
    }
  }

  /// The first word of each command of a line; what puts the output of a command into a word counts as one.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isCommand = true
    var isTarget = false
    var quote: Character?
    var isEscaped = false
    func end() {
      defer { word = "" }
      guard !word.isEmpty else { return }
      if isTarget {
        isTarget = false
      } else if isCommand, !isAssignment(word) {
        words.append(word)
        isCommand = false
      }
    }
    var before: Character = " "
    for character in line {
      defer { before = character }
      if isEscaped {
        isEscaped = false
        if character != "\n" { word.append(character) }
        continue
      }
      if quote != "'", character == "`" || (before == "$" && character == "(") {
        words.append(character == "`" ? "`" : "$(")
      }
      if let open = quote {
        if character == open {
          quote = nil
        } else if open == "\"", character == "\\" {
          isEscaped = true
        } else {
          word.append(character)
        }
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "'", "\"":
        quote = character
      case " ", "\t": end()
      case "|", "&", ";", "\n", "(", ")", "{", "}":
        // 2>&1 goes on with its target.
        if character == "&", before == ">" || before == "<" { continue }
        end()
        isCommand = true
        isTarget = false
      case ">", "<":
        // The number of a stream is no word.
        if word.allSatisfy(\.isNumber) { word = "" }
        end()
        isTarget = true
      default: word.append(character)
      }
    }
    end()
    return words
  }

  /// `LC_ALL=C` before a command.
  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}
