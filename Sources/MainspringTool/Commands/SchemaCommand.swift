import ArgumentParser
import Platform
import Presentation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema of results or of study files, for editors and programs that check them.",
    discussion: """
      Examples:
        mainspring schema study --output study.schema.json
        mainspring schema output > result.schema.json

      An editor that knows YAML completes and checks a study whose first line is
        # yaml-language-server: $schema=study.schema.json
      Both schemas (draft 2020-12) are made of the tables behind `explain output` and `explain study`.
      """)

  @Argument(help: ArgumentHelp("What it is of: output (results in JSON) or study (files of settings)."))
  var subject: Schemas

  @Option(help: ArgumentHelp("Write a file instead of standard output.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    guard let output else { return Console.write(subject.text) }
    try AtomicFile.write(Array(subject.text.utf8), to: output)
  }
}
