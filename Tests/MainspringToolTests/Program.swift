import Foundation
import TestSupport
import Testing

/// The built program, run as a process.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var error: String
  }

  static let root = PackageFiles.root

  /// `MAINSPRING_BINARY`, or the release build beside the sources. A missing program fails the tests.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["MAINSPRING_BINARY"] { return given }
    return root.appending(path: ".build/release/mainspring").path
  }()

  static func run(
    _ arguments: [String], input: Data? = nil, directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = directory ?? root
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
    // Files take any amount of output without a reader that could fall behind.
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "out")
    let error = folder.url.appending(path: "err")
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    if let input {
      let file = folder.url.appending(path: "in")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// Runs with a file of this text beside it as `data.csv`.
  static func run(_ arguments: [String], csv: String) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "data.csv")
    return try run(arguments, directory: folder.url)
  }
}

/// A folder that is gone with its owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "mainspring-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func write(_ data: Data, to name: String) throws { try data.write(to: url.appending(path: name)) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? [] }
}
