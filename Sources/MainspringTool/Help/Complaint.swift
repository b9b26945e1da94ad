import ArgumentParser
import Datasets
import Platform
import Survey

/// What the argument parser complains of, with what was probably meant.
enum Complaint {
  /// - Parameter message: the parser's, with its usage.
  static func worded(_ message: String, arguments: [String]) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return message }
    // The parser names the last of the words for help.
    lines = lines.map { $0.replacing("--help-all' for more", with: "--help' for more") }
    if let hint = hint(first, lines, arguments) {
      // What was meant stands before the list of what there is.
      let list = first.firstRange(of: " Please provide")?.lowerBound ?? first.endIndex
      lines[0] =
        "\(first[..<list])\(list == first.endIndex && first.hasSuffix("'") ? "." : "") \(hint)\(first[list...])"
    }
    return lines.joined(separator: "\n")
  }

  private static func hint(_ first: String, _ lines: [String], _ arguments: [String]) -> String? {
    guard !first.contains("Did you mean") else { return nil }
    if let value = quoted(in: first, after: "The value "), first.contains("is invalid for ") {
      let choices = lines.dropFirst().filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
      let inline = quotedList(in: first)
      return Spelling.nearest(to: value, among: choices.isEmpty ? inline : choices, limit: 1).first.map {
        "Did you mean '\($0)'?"
      }
    }
    guard let option = quoted(in: first, after: "Unknown option ") else { return nil }
    let name = String(option.drop { $0 == "-" })
    let path = VerbChoice.path(of: arguments)
    if path.isEmpty {
      return Spelling.nearest(to: name, among: ["version", "help", "help-all"], limit: 1).first.map {
        "Did you mean '--\($0)'?"
      }
    }
    // It may be another verb's.
    let others = VerbChoice.paths.filter { $0.count == 1 && $0 != path }.filter { other in
      HelpPage(of: other).options.contains { $0.name == name }
    }
    if others.isEmpty { return nil }
    let verbs = others.map { "`\($0[0])`" }
    let list = verbs.count > 1 ? "\(verbs.dropLast().joined(separator: ", ")) and \(verbs.last!)" : verbs[0]
    return "It is an option of \(list)."
  }

  private static func quoted(in text: String, after words: String) -> String? {
    guard let start = text.firstRange(of: "\(words)'") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "'" })
  }

  /// `Please provide 'a' or 'b'`, or `there are a, b and c`: the words.
  private static func quotedList(in text: String) -> [String] {
    if let start = text.firstRange(of: "there are ") {
      return text[start.upperBound...].replacing(" and ", with: ", ").split(separator: ",").map { word in
        String(word.filter { $0.isLetter || $0.isNumber || $0 == "-" })
      }
    }
    guard let start = text.firstRange(of: "provide ") else { return [] }
    return text[start.upperBound...].split(separator: "'", omittingEmptySubsequences: false).enumerated().filter {
      $0.offset % 2 == 1
    }.map { String($0.element) }
  }

  /// What a file that is not there may have been meant to be: one of its folder, or data that come with the program.
  static func file(_ path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    var known = Files.names(in: folder.isEmpty ? "." : folder)
    if folder.isEmpty { known += BundledDatasets.all.map(\.name) }
    guard name.count > 2, let near = Spelling.nearest(to: name, among: known, limit: 1).first else { return nil }
    return "Did you mean '\(folder + near)'?"
  }
}
