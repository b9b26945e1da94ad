import ArgumentParser
import Rendering

/// The help of a verb, taken apart from what the argument parser says of it, so that it can be shown short, long or as a manual
/// page.
struct HelpPage {
  /// An option, an argument or a verb, and what is said of it.
  struct Entry {
    /// `--outcome <a,b>`.
    var label: String
    var text: String

    /// The option's long name without dashes; empty for an argument.
    var name: String {
      guard let start = label.firstRange(of: "--") else { return "" }
      return String(label[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" })
    }
  }

  struct Section {
    var title: String
    var entries: [Entry]
  }

  /// `mainspring drivers`.
  var command: String
  var abstract: String
  /// Lines as they were written; those that begin with blanks are examples.
  var discussion: [String] = []
  /// What follows `USAGE: `.
  var usage = ""
  var sections: [Section] = []

  /// Everything that a verb takes but what it would refuse.
  ///
  /// - Parameter path: the names below `mainspring`; empty for the program itself.
  init(of path: [String]) {
    let type = VerbChoice.type(of: path)
    // So wide that each line of the parser is a whole text.
    let text = Offer.asking(of: path.first) { Tool.helpMessage(for: type, columns: 1 << 20) }
    self.init(text, command: (["mainspring"] + path).joined(separator: " "))
  }

  /// - Parameter text: the parser's help with every text on one line.
  private init(_ text: String, command: String) {
    self.command = command
    abstract = ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var place = 0
    while place < lines.count, !lines[place].hasPrefix("USAGE: ") {
      discussion.append(lines[place])
      place += 1
    }
    if let first = discussion.first, first.hasPrefix("OVERVIEW: ") {
      abstract = String(first.dropFirst("OVERVIEW: ".count))
      discussion.removeFirst()
    }
    while discussion.first?.isEmpty ?? false { discussion.removeFirst() }
    while discussion.last?.isEmpty ?? false { discussion.removeLast() }
    if place < lines.count { usage = String(lines[place].dropFirst("USAGE: ".count)) }
    for line in lines[min(place + 1, lines.count)...] { add(line) }
  }

  /// Columns that the parser gives a label.
  private static let labelWidth = 26

  private mutating func add(_ line: String) {
    if line.hasSuffix(":"), let first = line.first, first.isUppercase {
      sections.append(Section(title: String(line.dropLast()), entries: []))
    } else if !sections.isEmpty, line.hasPrefix("  ") {
      let last = sections.count - 1
      let indent = String(repeating: " ", count: Self.labelWidth)
      if line.hasPrefix(indent), !sections[last].entries.isEmpty {
        // The text of a label that left no room for it.
        let entry = sections[last].entries.count - 1
        let label = sections[last].entries[entry].text
        if !label.isEmpty { sections[last].entries[entry].label += " \(label)" }
        sections[last].entries[entry].text = String(line.dropFirst(Self.labelWidth))
      } else if !line.hasPrefix("  See '") {
        let hasText = line.count > Self.labelWidth && Array(line)[Self.labelWidth - 1] == " "
        let label = hasText ? String(line.prefix(Self.labelWidth)) : line
        sections[last].entries.append(
          Entry(label: Self.trimmed(label), text: hasText ? String(line.dropFirst(Self.labelWidth)) : ""))
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The discussion with lines of running text put together: how they were broken in the sources means nothing.
  var paragraphs: [String] {
    var result: [String] = []
    var isOpen = false
    for line in discussion {
      let isText = !line.isEmpty && !line.hasPrefix(" ") && !line.hasSuffix(":")
      if isText, isOpen { result[result.count - 1] += " \(line)" } else { result.append(line) }
      isOpen = isText
    }
    return result
  }

  /// Every option of every section.
  var options: [Entry] { sections.flatMap(\.entries).filter { $0.label.hasPrefix("-") } }

  // MARK: Text

  /// The page for a terminal: examples, usage, and all options or the ones that matter most.
  func text(width: Int, isLong: Bool) -> String {
    var lines = Self.wrapped(abstract, width: width) + [""]
    for line in paragraphs { lines += line.hasPrefix(" ") ? [line] : Self.wrapped(line, width: width) }
    if !discussion.isEmpty { lines.append("") }
    let indent = "       "
    for (index, line) in Self.wrapped(usage, width: width - indent.count).enumerated() {
      lines.append((index == 0 ? "USAGE: " : indent) + line)
    }
    let brief = isLong ? nil : briefSections
    for section in brief ?? sections {
      lines += ["", "\(section.title):"]
      for entry in section.entries { lines += Self.lines(Self.worded(entry), width: width) }
    }
    lines.append("")
    if brief != nil {
      lines.append("All \(options.count) options: \(command) --help-all")
    } else if command == "mainspring" {
      lines += Self.closing(width: width)
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Of a verb with many options the arguments and what is used most; `nil` where everything fits a screen.
  private var briefSections: [Section]? {
    guard options.count > BriefOptions.screen else { return nil }
    let names = BriefOptions.names(command: command, of: options.map(\.name))
    let arguments = sections.flatMap(\.entries).filter { !$0.label.hasPrefix("-") && $0.label.hasPrefix("<") }
    let chosen = names.compactMap { name in options.first { $0.name == name } }
    let verbs = sections.filter { $0.title.hasSuffix("SUBCOMMANDS") }
    return (arguments.isEmpty ? [] : [Section(title: "ARGUMENTS", entries: arguments)])
      + [Section(title: "OPTIONS THAT MATTER MOST", entries: chosen)] + verbs
  }

  /// What is said of help, and verbs without their other names, which `closing` lists.
  private static func worded(_ entry: Entry) -> Entry {
    if entry.label.contains("--help-all") {
      return Entry(label: "-h, --help, --help-all", text: "This help; with --help-all every option.")
    }
    return Entry(
      label: entry.label.hasPrefix("-") ? entry.label : VerbChoice.withoutAliases(entry.label), text: entry.text)
  }

  /// What stands below the list of verbs.
  private static func closing(width: Int) -> [String] {
    let others = VerbChoice.aliases.map { "\($0.aliases.joined(separator: ", ")) (\($0.verb))" }
    return wrapped("Other words for them: \(others.joined(separator: "; ")).", width: width)
      + ["", "One verb: mainspring drivers --help. A method: mainspring explain lmg."]
  }

  private static func lines(_ entry: Entry, width: Int) -> [String] {
    let label = "  \(entry.label)"
    guard !entry.text.isEmpty else { return [label] }
    let indent = String(repeating: " ", count: labelWidth)
    var texts = wrapped(entry.text, width: width - labelWidth).map { indent + $0 }
    if label.count < labelWidth {
      texts[0] = label + String(repeating: " ", count: labelWidth - label.count) + texts[0].dropFirst(labelWidth)
      return texts
    }
    return [label] + texts
  }

  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if displayWidth(line) + 1 + displayWidth(String(word)) <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + [line]
  }
}
