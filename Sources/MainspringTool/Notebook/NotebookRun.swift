import ArgumentParser
import Platform
import Rendering

/// Runs the commands of a notebook one after the other.
struct NotebookRun {
  /// The notebook's own file.
  let place: String
  /// What messages call it.
  let name: String
  let quiet: Bool

  /// Which notebooks are being run, so that none runs itself without end.
  private static let variable = "MAINSPRING_NOTEBOOK"

  /// What each command prints, every line ended.
  ///
  /// Throws `ExitCode(1)` after telling of a command that failed.
  func outputs(of notebook: Notebook) throws -> [String] {
    let running = Console.environment(Self.variable).map { $0.split(separator: "\n").map(String.init) } ?? []
    if running.contains(place) {
      Console.error("mainspring: \(name) runs itself; a notebook cannot be one of its own commands.")
      throw ExitCode(1)
    }
    var environment = ["LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80"]
    environment[Self.variable] = (running + [place]).joined(separator: "\n")
    if let folder = Shell.folderOfProgram {
      environment["PATH"] = "\(folder):\(Console.environment("PATH") ?? "/usr/bin:/bin")"
    }
    return try notebook.steps.map { step in
      let result = try Shell.run(step.command, environment: environment)
      guard result.status == 0 else {
        Console.errorLines(
          "mainspring: \(name):\(step.line): the command failed with status \(result.status), and nothing was written:\n"
            + "  $ \(step.command)\n"
            + VisibleText.lines(
              String(decoding: (result.error.isEmpty ? result.output : result.error).suffix(2000), as: UTF8.self)))
        throw ExitCode(1)
      }
      let text = String(decoding: result.output, as: UTF8.self)
      return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }
  }
}
