import ArgumentParser
import Platform
import Rendering
import Studies
import Survey

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "A new survey: draft its study file from its columns and answers, and say what to type next.",
    discussion: """
      Examples:
        mainspring datasets webshop --copy my-study
        mainspring init my-study/webshop.csv --output my-study/draft.yaml
        mainspring drivers my-study/draft.yaml
      The draft explains itself in comments; correct it, then run what is printed.
      `mainspring describe survey.csv --study` prints the same draft and writes nothing.
      """, aliases: ["draft", "new"])

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(help: ArgumentHelp("The study file to write. Default: study.yaml.", valueName: "file"))
  var output = "study.yaml"

  @Flag(help: "Take batteries of six items or more apart by factor analysis: a construct for each factor.")
  var byFactors = false

  @Flag(help: "Replace a study file of that name.")
  var force = false

  @Flag(name: .long, help: "Nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    if data.stream { throw ValidationError("init: --stream is for `drivers` and `ipa`.") }
    guard output.hasSuffix(".yaml") || output.hasSuffix(".yml") else {
      throw ValidationError("--output \(output): a study file ends in .yaml.")
    }
  }

  func run() throws {
    guard force || !Files.isName(output) else {
      throw FileFault.cannotWrite(
        path: output, reason: "it exists already; name another file with --output, or replace it with --force")
    }
    let study = try Study(data, outputs: [output])
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .describe, quiet: quiet))
    let draft = try study.draft(
      data: study.sourcePath.map { Self.path(of: $0, beside: output) }, splitsByFactors: byFactors, execution)
    try AtomicFile.write([AtomicFile.Output(path: output, bytes: Array(draft.text.utf8))])
    Console.write(
      """
      Wrote \(output). Open it, correct what is wrong, and then:

        mainspring describe \(ShellWord.quoted(output))
        mainspring drivers \(ShellWord.quoted(output))
        mainspring ipa \(ShellWord.quoted(output)) --output matrix.png

      """)
  }

  /// A study names its data as seen from its own folder.
  static func path(of data: String, beside study: String) -> String {
    if data == "-" { return "survey.csv" }
    guard !data.hasPrefix("/"), let slash = study.lastIndex(of: "/") else { return data }
    let folder = study[...slash]
    if data.hasPrefix(folder) { return String(data.dropFirst(folder.count)) }
    return Files.currentFolder.map { "\($0)/\(data)" } ?? data
  }
}
