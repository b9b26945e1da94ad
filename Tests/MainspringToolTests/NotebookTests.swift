import Foundation
import Testing

/// Every command shown in the notebooks and the README is run, and what a notebook shows under it is compared: by the verb
/// `notebook`, which has its own tests in `NotebookVerbTests`. In the README, blocks of `sh` are run for their exit status alone.
@Suite struct NotebookTests {
  static let notebooks: [String] = {
    let folder = Program.root.appending(path: "notebooks-md").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".md") }
      .sorted()
  }()

  @Test("there are notebooks") func thereAreNotebooks() {
    #expect(!Self.notebooks.isEmpty)
  }

  @Test("what a notebook shows is what the program prints", arguments: NotebookTests.notebooks)
  func notebook(_ name: String) throws {
    let path = Program.root.appending(path: "notebooks-md/\(name)").path
    let folder = try TemporaryFolder()
    let shown = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count { $0.hasPrefix("$ ") }
    let result = try Program.run(["notebook", path, "--check", "--folder", folder.url.path])
    #expect(result.status == 0, "\(result.output)\(result.error)")
    // The commands are counted here too.
    #expect(result.error.contains(": \(shown) outputs, as the file shows them."), "\(result.error)")
  }

  @Test("the README's commands run") func readme() throws {
    let text = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    let folder = try TemporaryFolder()
    let commands = Notebook.commands(text).filter { $0.hasPrefix("mainspring ") }
    #expect(commands.count >= 3)
    for command in commands {
      let result = try Notebook.run(command, in: folder.url)
      #expect(result.status == 0, "\(command)\n\(result.error)")
    }
  }
}

enum Notebook {
  static func blocks(_ text: String, language: String) -> [[Substring]] {
    var blocks: [[Substring]] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if current == nil, line == "```\(language)" {
        current = []
      } else if current != nil, line == "```" {
        blocks.append(current!)
        current = nil
      } else {
        current?.append(line)
      }
    }
    return blocks
  }

  static func commands(_ text: String) -> [String] {
    blocks(text, language: "sh").flatMap { $0 }.map(String.init).filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// Runs a line of shell with the program on the path.
  static func run(_ command: String, in directory: URL) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment.merging([
      "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80",
    ]) { $1 }
    let program = URL(filePath: Program.path).deletingLastPathComponent().path
    environment["PATH"] = "\(program):\(environment["PATH"] ?? "/usr/bin:/bin")"
    process.environment = environment
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "out")
    let error = folder.url.appending(path: "err")
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
