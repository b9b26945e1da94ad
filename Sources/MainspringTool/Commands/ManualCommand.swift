import ArgumentParser
import Platform
import Survey

/// Writes the manual: a page for the program and one for each verb. `script/install` and `script/package` call it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes the pages of the manual into a folder.", shouldDisplay: false)

  @Argument(help: ArgumentHelp("The folder, which is made if need be.", valueName: "folder"))
  var folder: String

  func run() throws {
    let paths = [[]] + VerbChoice.paths
    let made = try Files.makeFolder(folder)
    do {
      try AtomicFile.write(
        paths.map { path in
          AtomicFile.Output(
            path: "\(folder)/\(ManualPage.name(path)).1", bytes: Array(ManualPage.text(of: path, among: paths).utf8))
        })
    } catch {
      Files.removeFolders(made)
      throw error
    }
  }
}
