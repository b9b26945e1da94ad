import Dispatch
import Foundation

/// FuzzCommands PROGRAM SECONDS [SEED]: draws surveys and command lines that the program should take, and checks what comes.
///
/// Of every command: it ends in time with a status of the contract and without a crash; most succeed; the identities of its
/// result hold; one thread and three print the same bytes; a file and standard input give the same tables and notes.
@main struct FuzzCommands {
  struct Outcome {
    var status: Int32
    var output: Data
    var error: String
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let seconds = Double(arguments[2]) else {
      print("FuzzCommands PROGRAM SECONDS [SEED]")
      exit(64)
    }
    let first = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64(Date().timeIntervalSince1970)
    let folder = FileManager.default.temporaryDirectory.appending(path: "mainspring-commands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let end = Date().addingTimeInterval(seconds)
    var (runs, successes, findings) = (0, 0, 0)
    var seed = first
    repeat {
      let (found, hasSucceeded) = try run(arguments[1], seed, folder)
      runs += 1
      if hasSucceeded { successes += 1 }
      for line in found { print("seed \(seed): \(line)") }
      findings += found.isEmpty ? 0 : 1
      seed += 1
    } while Date() < end && findings < 10
    print("\(runs) commands from seed \(first) on, \(successes) successful, \(findings) with a finding")
    if successes * 2 < runs {
      print("Fewer than half of the commands succeeded.")
      exit(1)
    }
    exit(findings > 0 ? 1 : 0)
  }

  /// What is wrong with one command, and whether it succeeded.
  static func run(_ program: String, _ seed: UInt64, _ folder: URL) throws -> (findings: [String], hasSucceeded: Bool) {
    var random = SplitMix(seed)
    let survey = DrawnSurvey(&random)
    let command = DrawnCommand(survey, &random)
    let file = folder.appending(path: "survey.csv")
    try Data(survey.text.utf8).write(to: file)
    func call(_ source: String, _ extra: [String]) throws -> Outcome {
      try start(
        program, [command.verb, source] + command.options + ["--format", "json", "--quiet"] + extra, file, folder)
    }
    func shown(_ what: String) -> String {
      "\(what)\n  \(command.verb) survey.csv \(command.options.joined(separator: " "))"
    }
    let one = try call("survey.csv", ["--jobs", "1"])
    guard one.status == 0 else {
      let isProper = [64, 65].contains(one.status) && one.error.hasPrefix("mainspring: ") && one.output.isEmpty
      return (isProper ? [] : [shown("status \(one.status): \(one.error)")], false)
    }
    var findings: [String] = []
    guard let result = try? JSONSerialization.jsonObject(with: one.output) as? [String: Any] else {
      return ([shown("the output is no JSON")], true)
    }
    findings += Identities(survey, command, result).failures.map(shown)
    if try call("survey.csv", ["--jobs", "3"]).output != one.output { findings.append(shown("three threads differ")) }
    let piped = try call("-", [])
    let other = try? JSONSerialization.jsonObject(with: piped.output) as? [String: Any]
    for key in ["tables", "notes"] where shape(result[key]) == nil || shape(result[key]) != shape(other?[key]) {
      findings.append(shown("standard input gives other \(key): \(piped.error)"))
    }
    return (findings, true)
  }

  /// A part of a result as bytes, keys in order.
  private static func shape(_ part: Any?) -> Data? {
    part.flatMap { try? JSONSerialization.data(withJSONObject: $0, options: .sortedKeys) }
  }

  private static func start(_ program: String, _ arguments: [String], _ input: URL, _ folder: URL) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, error) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try Data(contentsOf: output), error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
