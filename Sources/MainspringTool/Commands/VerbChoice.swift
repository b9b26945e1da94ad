import ArgumentParser
import Datasets
import Platform
import Survey

/// The first word of the command line, before anything else of it is read; and verbs by their names.
enum VerbChoice {
  /// Throws what was probably meant when the first word is no verb.
  static func check(_ arguments: ArraySlice<String>) throws {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments
    guard let word = words.first, !word.hasPrefix("-") else { return }
    if named(word) != nil || word == "help" { return }
    let verbs = shown.compactMap { $0.configuration.commandName }
    var near = Spelling.nearest(to: word, among: verbs, limit: 2)
    if near.isEmpty { near = Spelling.nearest(to: word, among: aliases.flatMap(\.aliases), limit: 2) }
    let suggestion: Sentence =
      if !near.isEmpty {
        "Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? `mainspring --help` lists all verbs."
      } else if word.contains(".") || PathStatus.exists(word) || BundledDatasets.named(word) != nil {
        "A verb comes first, and then the data: mainspring drivers \(word)"
      } else {
        "The verbs: \(verbs.joined(separator: ", "))."
      }
    throw DataFault.request(problem: "There is no verb '\(word)'", suggestion: suggestion)
  }

  /// The verb of that name, or one that people know by it.
  static func named(_ word: String) -> (any ParsableCommand.Type)? {
    Tool.configuration.subcommands.first {
      $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
    }
  }

  /// The command below the program that names lead to; the program itself without any.
  static func type(of path: [String]) -> any ParsableCommand.Type {
    var type: any ParsableCommand.Type = Tool.self
    for name in path {
      guard
        let next = type.configuration.subcommands.first(where: {
          $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
        })
      else { break }
      type = next
    }
    return type
  }

  /// The names of the command that the words of a request for help are about, verbs by their own names.
  static func path(of arguments: [String]) -> [String] {
    var path: [String] = []
    var type: any ParsableCommand.Type = Tool.self
    for word in arguments.filter({ !$0.hasPrefix("-") && $0 != "help" }) {
      guard
        let next = type.configuration.subcommands.first(where: {
          $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
        }), let name = next.configuration.commandName
      else { break }
      path.append(name)
      type = next
    }
    return path
  }

  /// The path of every verb and of what is below it, in the order of help.
  static var paths: [[String]] {
    shown.flatMap { verb -> [[String]] in
      guard let name = verb.configuration.commandName else { return [] }
      return [[name]] + verb.configuration.subcommands.compactMap { $0.configuration.commandName.map { [name, $0] } }
    }
  }

  /// The verbs that people know by other words.
  static var aliases: [(verb: String, aliases: [String])] {
    shown.compactMap { type in
      let configuration = type.configuration
      guard let name = configuration.commandName, !configuration.aliases.isEmpty else { return nil }
      return (name, configuration.aliases)
    }
  }

  /// A verb's own name from what the argument parser lists: `drivers, key-drivers`.
  static func withoutAliases(_ label: String) -> String { String(label.prefix { $0 != "," }) }

  private static var shown: [any ParsableCommand.Type] {
    Tool.configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }
}
