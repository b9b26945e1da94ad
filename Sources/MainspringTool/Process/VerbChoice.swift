import ArgumentParser
import Datasets
import Platform
import Survey

/// The first word of the command line, before anything else of it is read.
enum VerbChoice {
  /// Throws what was probably meant when the first word is no verb.
  static func check(_ arguments: ArraySlice<String>) throws {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments
    guard let word = words.first, !word.hasPrefix("-") else { return }
    let verbs = Tool.configuration.subcommands.compactMap { $0.configuration.commandName }
    if verbs.contains(word) || word == "help" { return }
    let near = Spelling.nearest(to: word, among: verbs, limit: 2)
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
}
