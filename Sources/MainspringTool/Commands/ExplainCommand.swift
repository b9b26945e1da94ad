import Languages
import ArgumentParser
import Presentation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "What a method is, when to use it and when not, with a command that runs.",
    discussion: """
      Examples:
        mainspring explain
        mainspring explain lmg
        mainspring explain vif
      """, aliases: ["method"])

  @Argument(help: ArgumentHelp("A method's name; without it the list.", valueName: "method"))
  var method: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: false, command: "explain")
    try (output.language ?? .english).worded { try emitter.emit(try ExplanationDocuments.make(method)) }
  }
}
