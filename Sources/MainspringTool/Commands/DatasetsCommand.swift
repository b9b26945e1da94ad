import Languages
import ArgumentParser
import Datasets
import Platform
import Presentation
import Rendering
import Survey

struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "The data that come with the program: list them, tell about one, copy its files.",
    discussion: """
      Examples:
        mainspring datasets
        mainspring datasets webshop
        mainspring datasets webshop --copy my-study
      """)

  @Argument(help: ArgumentHelp("A dataset; without it the list.", valueName: "name"))
  var dataset: String?

  @Option(help: ArgumentHelp("Write its files into this folder, which is made if need be.", valueName: "folder"))
  var copy: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if copy != nil, dataset == nil { throw ValidationError("--copy: name the dataset to copy.") }
    if copy != nil, let path = output.output.first {
      throw ValidationError(
        "--output \(path): --copy writes the files of the dataset and nothing else; leave one of them out.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: false, command: "datasets")
    guard let name = dataset else {
      try (output.language ?? .english).worded { try emitter.emit(DatasetDocuments.list(BundledDatasets.all)) }
      return
    }
    guard let bundled = BundledDatasets.named(name) else {
      let names = BundledDatasets.all.map(\.name)
      let near = Spelling.nearest(to: name, among: names, limit: 1)
      throw DataFault.request(
        problem: "There is no bundled dataset '\(name)'",
        suggestion: (near.first.map { "Did you mean '\($0)'? " } ?? "") + "There are: \(names.joined(separator: ", "))."
      )
    }
    guard let folder = copy else {
      try (output.language ?? .english).worded { try emitter.emit(DatasetDocuments.about(bundled)) }
      return
    }
    let paths = bundled.files.map { (file: $0, path: "\(folder)/\($0.name)") }
    // Nobody's work is overwritten by an example.
    if let taken = paths.first(where: { Files.isName($0.path) }) {
      throw FileFault.cannotWrite(path: taken.path, reason: "it exists already; name another folder")
    }
    let made = try Files.makeFolder(folder)
    do {
      try AtomicFile.write(paths.map { AtomicFile.Output(path: $0.path, bytes: $0.file.bytes) })
    } catch {
      Files.removeFolders(made)
      throw error
    }
    if !output.quiet { Console.error("Wrote \(paths.map(\.path).joined(separator: ", ")).") }
  }
}
