import ArgumentParser
import Platform
import Survey

struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Runs the commands that a Markdown file shows, and refreshes what it shows below them.",
    discussion: """
      Examples:
        printf '```console\\n$ mainspring datasets\\n```\\n' > report.md
        mainspring notebook report.md
        mainspring notebook report.md --check

      Blocks that begin with ```console hold lines `$ command`, each with its output below; a line that ends in a backslash goes on in \
      the next. Other text and other blocks stay as they are. What goes to standard error is not shown.

      It runs what the file says, as you, by /bin/sh in the file's folder: read a file before you run it. A line may use mainspring \
      and common tools for text (cat, head, sed, awk …), with pipes; a file with other commands is refused unless --any-command is \
      given. Nothing is written unless every command succeeds. Exit status 1 when a command fails, or with --check when outputs differ.
      """)

  @Argument(help: ArgumentHelp("A Markdown file.", valueName: "file.md"), completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "Write nothing: show how the outputs differ from what the file holds.")
  var check = false

  @Option(
    help: ArgumentHelp("Run the commands in this folder instead of the file's.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Run every command, whatever it is.")
  var anyCommand = false

  @Flag(name: .long, help: "Nothing on standard error but errors.")
  var quiet = false

  func run() throws {
    guard PathStatus.exists(file) else { throw FileFault.noSuchFile(path: file) }
    guard let text = Files.text(file) else {
      throw FileFault.unreadableFile(path: file, reason: "a notebook is a text of at most 1 MB")
    }
    if !check { try Files.checkWritable(file) }
    let notebook = Notebook(text)
    guard !notebook.steps.isEmpty else {
      throw DataFault.request(
        problem: "'\(file)' shows no commands",
        suggestion: "A block that begins with ```console holds lines '$ mainspring …', and their output below.")
    }
    if !anyCommand { try NotebookWords.check(notebook, file: file) }
    // Where the file stands, before the folder changes.
    let place = AtomicFile.place(of: file)
    try enterFolder(of: place)
    let outputs = try NotebookRun(place: place, name: file, quiet: quiet).outputs(of: notebook)
    check ? try compare(notebook, outputs) : try write(notebook, outputs, to: place)
  }

  private func enterFolder(of place: String) throws {
    let own = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    let folder = folder ?? own
    guard Files.enter(folder) else {
      throw FileFault.unreadableFile(path: folder, reason: "commands cannot run there")
    }
  }

  private func write(_ notebook: Notebook, _ outputs: [String], to place: String) throws {
    let changed = zip(notebook.steps, outputs).count { $0.output != $1 }
    if changed > 0 { try AtomicFile.write(Array(try notebook.text(with: outputs, file: file).utf8), to: place) }
    if !quiet {
      let count = notebook.steps.count
      Console.error(
        changed == 0
          ? "\(file): \(count) outputs, as they were."
          : "\(file): \(changed) of \(count) outputs refreshed.")
    }
  }

  private func compare(_ notebook: Notebook, _ outputs: [String]) throws {
    let differing = zip(notebook.steps, outputs).filter { $0.output != $1 }
    for (step, output) in differing {
      Console.write(NotebookDifference.text(of: step, output, file: file))
    }
    if differing.isEmpty {
      if !quiet { Console.error("\(file): \(notebook.steps.count) outputs, as the file shows them.") }
      return
    }
    Console.error(
      "mainspring: \(file): \(differing.count) of \(notebook.steps.count) outputs differ; `mainspring notebook \(ShellWord.quoted(file))` refreshes them."
    )
    throw ExitCode(1)
  }
}
