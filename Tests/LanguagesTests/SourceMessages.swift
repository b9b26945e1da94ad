import Foundation
import TestSupport

/// The messages that the sources say in documents, as far as their text shows.
///
/// A literal is one when a `Note`, `said` or a caption is made of it, or when it stands where a `Sentence` is asked for; and
/// so are the headings and titles of tables. What faults say goes to standard error and is no message of a document.
struct SourceMessages {
  struct Message: Hashable {
    var file: String
    var line: Int
    var template: String
  }

  private(set) var messages: [Message] = []
  /// Every literal of the sources, for telling what the table of messages holds in vain.
  private(set) var literals: Set<String> = []

  /// Pages of `explain` and what is told of columns stay English.
  private static let english = ["Explanation/", "Pages.swift", "ContractPage.swift", "Fault", "Languages/"]

  init() throws {
    let sources = PackageFiles.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let path = file.path.components(separatedBy: "/Sources/").last ?? file.path
      guard !path.hasPrefix("Languages/"), !path.hasPrefix("Datasets/Embedded") else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      let isPresented = ["Presentation/", "Rendering/", "Report/", "MainspringTool/Process/"].contains {
        path.hasPrefix($0)
      }
      let found = SourceLiterals(text).literals
      literals.formUnion(found.map { Self.message($0.template) })
      guard isPresented || text.contains("Note("), !Self.english.contains(where: { path.contains($0) }) else {
        continue
      }
      for literal in found where Self.isMessage(literal) {
        messages.append(Message(file: path, line: literal.line, template: Self.message(literal.template)))
      }
      guard isPresented else { continue }
      for heading in Self.headings(found) { messages.append(Message(file: path, line: 0, template: heading)) }
    }
  }

  /// As the table of messages has it: without white space around it.
  private static func message(_ template: String) -> String {
    template.replacing("\\n", with: " ").replacing("\\\"", with: "\"").trimmingCharacters(in: .whitespaces)
  }

  /// What of it needs another word in another language.
  private static func isPhrase(_ template: String) -> Bool {
    let words = template.replacing(/\{[0-9]+\}/, with: "")
    let isName = !template.contains(" ") && template.first?.isUppercase != true
    return !isName && words.contains(/[A-Za-z]{2}/)
  }

  /// What is called with names, with faults and with what is wrong in the program.
  private static let otherCalls: Set<Substring> = [
    "precondition", "fatalError", "preconditionFailure", "joined", "replacing", "Set", "hasPrefix", "hasSuffix",
    "contains",
    "Setting", "fault", "NoteKind",
  ]

  private static func isMessage(_ literal: SourceLiterals.Literal) -> Bool {
    guard isPhrase(literal.template) else { return false }
    if literal.before.contains(/setting: \.[`A-Za-z]+, ?$/) { return false }
    if literal.before.contains(/(problem|suggestion|role|analysis|what|after|reason|advice|separator):\s*$/) {
      return false
    }
    if literal.calls.contains(where: { otherCalls.contains($0) || $0.contains("Fault") || $0.hasSuffix(".request") }) {
      return false
    }
    let own = literal.statements.last ?? ""
    if own.contains("throw ") && !own.contains("Note(") { return false }
    if literal.calls.contains(where: { $0 == "Note" || $0 == "said" || $0.hasPrefix("Language.current.") }) {
      return true
    }
    if literal.before.contains(/caption:\s*$/) { return true }
    if own.contains(/: \[?Sentence\??\]?\s*=/) { return true }
    return literal.statements.dropLast().contains { $0.contains(/(->|:) \[?Sentence\??\]? (\{|in)/) }
  }

  /// Headings of columns and titles of tables: the second text of each declaration.
  private static func headings(_ literals: [SourceLiterals.Literal]) -> [String] {
    zip(literals, literals.dropFirst()).compactMap { name, heading in
      guard let call = name.calls.last, call == heading.calls.last,
        call == "Column" || call == "Table.Column" || name.before.contains(/TableDeclaration<.*>\(\s*$/),
        name.before.contains(/\(\s*(names: )?$/), heading.before.contains(/",\s*$/)
      else { return nil }
      return isWord(heading.template) ? heading.template : nil
    }
  }

  /// Whether a heading is no symbol that all languages share.
  private static func isWord(_ heading: String) -> Bool {
    heading.contains(/[a-z]{3}/) || heading.contains(/^[A-Z][a-z]/)
  }
}
