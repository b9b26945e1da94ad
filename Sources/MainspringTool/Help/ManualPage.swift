import Presentation

/// A help page as a page of the manual (man(7)).
enum ManualPage {
  /// `mainspring-drivers`.
  static func name(_ path: [String]) -> String { (["mainspring"] + path).joined(separator: "-") }

  /// - Parameter paths: every page there is, for the list at the end.
  static func text(of path: [String], among paths: [[String]]) -> String {
    let page = HelpPage(of: path)
    let name = Self.name(path)
    var lines = [
      ".TH \(escaped(name).uppercased()) 1 \"\" \"mainspring \(escaped(Version.current))\" \"Mainspring\"",
      ".SH NAME",
      "\(escaped(name)) \\- \(escaped(page.abstract.hasSuffix(".") ? String(page.abstract.dropLast()) : page.abstract))",
      ".SH SYNOPSIS", ".B \(escaped(page.usage))",
    ]
    lines += description(page)
    for section in page.sections where !section.entries.isEmpty {
      let isVerbs = section.title.hasSuffix("SUBCOMMANDS")
      lines.append(isVerbs ? ".SH VERBS" : ".SH \"\(escaped(title(section.title)))\"")
      for entry in section.entries {
        lines += [
          ".TP", ".B \(escaped(isVerbs ? VerbChoice.withoutAliases(entry.label) : entry.label))", line(entry.text),
        ]
      }
    }
    if path.isEmpty { lines += exitStatus }
    let others = paths.filter { $0 != path }.map { ".BR \(escaped(Self.name($0))) (1)" }
    lines.append(".SH SEE ALSO")
    lines += others.enumerated().map { $0.offset + 1 < others.count ? $0.element + "," : $0.element }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func title(_ title: String) -> String { title == "OPTIONS" ? "OTHER OPTIONS" : "\(title)" }

  /// Paragraphs and examples of the discussion.
  private static func description(_ page: HelpPage) -> [String] {
    var lines = [".SH DESCRIPTION", line(page.abstract)]
    var examples: [String] = []
    for text in page.paragraphs {
      if text.hasPrefix(" ") {
        // Two blanks set all of them off; more are the example's own.
        examples.append(escaped(String(text.dropFirst(2))))
      } else if text.hasSuffix(":"), text.count < 30 {
        continue
      } else if !text.isEmpty {
        lines += [".PP", line(text)]
      }
    }
    if !examples.isEmpty { lines += [".SH EXAMPLES", ".nf"] + examples + [".fi"] }
    return lines
  }

  private static let exitStatus = [
    ".SH EXIT STATUS", ".TP", ".B 0", "success", ".TP", ".B 1", "a check failed", ".TP", ".B 64",
    "the command line is not understood", ".TP", ".B 65", "the data do not allow what is asked", ".TP", ".B 66",
    "what is to be read is not there", ".TP", ".B 70", "a fault of the program", ".TP", ".B 73",
    "what is to be written cannot be",
  ]

  /// A line of running text: a control character at its beginning would be a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&\(text)" : text
  }

  /// Characters that mean something to troff, spelled: a plain hyphen would be set as a dash.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
    return result
  }
}
