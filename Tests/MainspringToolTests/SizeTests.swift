import Foundation
import Testing

/// Too many threads, too many columns, too little memory: a result, or one sentence with the status of the contract.
@Suite struct SizeTests {
  // MARK: - Threads

  @Test("any number of threads gives the same output", arguments: ["2", "64", "100000", "999999999", "\(Int.max)"])
  func threads(_ jobs: String) throws {
    for verb in [["drivers", "--bootstrap", "100"], ["describe"], ["factor", "--parallel", "100"]] {
      let arguments = [verb[0], "webshop"] + verb.dropFirst() + ["--quiet"]
      let one = try Program.run(arguments + ["--jobs", "1"])
      let many = try Program.run(arguments + ["--jobs", jobs])
      #expect(one.status == 0, "\(one.error)")
      #expect(many.status == 0, "\(many.error)")
      #expect(many.output == one.output)
    }
  }

  @Test("no thread at all is a usage error", arguments: ["0", "-5"]) func noThreads(_ jobs: String) throws {
    let result = try Program.run(["describe", "webshop", "--jobs", jobs])
    #expect(result.status == 64)
    #expect(result.error.contains("--jobs \(jobs)"))
  }

  @Test("threads that the system refuses are done without") func refusedThreads() throws {
    // Room for the program and its linear algebra, none for the stacks of 64 threads: 8 MB each, or what the shell says.
    let arguments = "drivers webshop --bootstrap 100 --quiet"
    let limited = try Self.limited("ulimit -s 60000; ulimit -v 420000", "\(arguments) --jobs 64")
    guard let limited else { return }
    #expect(limited.status == 0, "\(limited.error)")
    #expect(limited.output == (try Program.run(arguments.split(separator: " ").map(String.init))).output)
  }

  @Test("a large file is read with the threads there are") func refusedReaders() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "y,a,b\n" + BadInputTests.rows(60_000) { "\($0 % 7),\(($0 * 3) % 5),\(($0 * 5) % 11)" }, to: "data.csv")
    let limited = try Self.limited(
      "ulimit -s 100000; ulimit -v 150000", "describe data.csv --quiet --jobs 64", directory: folder.url)
    guard let limited else { return }
    #expect(limited.status == 0, "\(limited.error)")
    #expect(limited.output.contains("60,000") || limited.output.contains("60000"), "\(limited.output)")
  }

  // MARK: - Memory

  @Test("under a limit of memory it works or ends in a sentence", arguments: [100, 150, 200, 250, 300, 350, 400])
  func memory(megabytes: Int) throws {
    for verb in [
      "--version", "describe webshop", "drivers webshop --bootstrap 100", "factor webshop", "reliability webshop",
    ] {
      guard
        let result = try Self.limited("ulimit -v \(megabytes * 1000)", verb + (verb == "--version" ? "" : " --quiet"))
      else { return }
      #expect([0, 65].contains(result.status), "\(verb) with \(megabytes) MB: \(result.status) \(result.error)")
      if result.status == 65 { #expect(result.error.contains("not enough memory"), "\(verb): \(result.error)") }
      // What needs no linear algebra needs little.
      if verb.hasPrefix("--version") || verb.hasPrefix("describe") { #expect(result.status == 0, "\(result.error)") }
    }
  }

  @Test("an allocation that fails is told, and leaves nothing half-written") func exhausted() throws {
    let folder = try TemporaryFolder()
    let header = (1...300).map { "x\($0)" }.joined(separator: ",") + "\n"
    let row = (1...300).map { "\($0).\($0 % 7)" }.joined(separator: ",") + "\n"
    try folder.write(header + String(repeating: row, count: 20_000), to: "data.csv")
    let limited = try Self.limited(
      "ulimit -v 110000", "describe data.csv --quiet --output out.json", directory: folder.url)
    guard let limited else { return }
    #expect(limited.status == 65, "\(limited.status)")
    #expect(limited.error.contains("not enough memory") && limited.error.contains("ulimit -v"), "\(limited.error)")
    #expect(folder.names == ["data.csv"])
  }

  /// Runs the program under limits of the shell with ten seconds to end in; `nil`, said aloud, where none can be set.
  private static func limited(_ limits: String, _ arguments: String, directory: URL? = nil) throws -> Program.Outcome? {
    let probe = try shell("\(limits) && exit 9", directory: directory)
    guard probe.status == 9 else {
      print("Skipped: this shell sets no limits (\(limits)).")
      return nil
    }
    return try shell("\(limits); ulimit -c 0; exec timeout -s KILL 60 \"$0\" \(arguments)", directory: directory)
  }

  private static func shell(_ script: String, directory: URL?) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, Program.path]
    process.currentDirectoryURL = directory ?? Program.root
    let folder = try TemporaryFolder()
    let (output, error) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  // MARK: - Columns

  private static func wide(rows: Int, columns: Int) -> String {
    let names = ["y"] + (1...columns).map { "x\($0)" }
    return names.joined(separator: ",") + "\n"
      + BadInputTests.rows(rows) { i in
        ([i % 7] + (1...columns).map { (i * ($0 % 6 + 1) + $0 * $0) % 7 }).map(String.init).joined(separator: ",")
      }
  }

  private static let verbs: [[String]] = [
    ["drivers", "--outcome", "y", "--drivers", "x*"],
    ["ipa", "--outcome", "y", "--drivers", "x*", "--scale", "x1=0:6"],
    ["correlate", "--variables", "x*"], ["factor", "--variables", "x*"], ["reliability", "--group", "g=x*"],
  ]

  @Test("many more columns than rows are refused before any work", arguments: [(10, 3000), (1, 5000), (40, 5000)])
  func wideFiles(rows: Int, columns: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.wide(rows: rows, columns: columns), to: "data.csv")
    for verb in Self.verbs {
      let start = Date()
      let result = try Program.run([verb[0], "data.csv"] + verb.dropFirst() + ["--quiet"], directory: folder.url)
      #expect(result.status == 65, "\(verb[0]): \(result.status) \(result.error)")
      #expect(
        result.error.contains("too few") || result.error.contains("the limit is"), "\(verb[0]): \(result.error)")
      #expect(Date().timeIntervalSince(start) < 20, "\(verb[0])")
    }
    #expect(try Program.run(["describe", "data.csv", "--quiet"], directory: folder.url).status == 0)
  }

  @Test("drivers, items and correlations beyond the limits, with rows enough") func beyondTheLimits() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.wide(rows: 1010, columns: 1001), to: "data.csv")
    for (verb, limit) in [(Self.verbs[0], 1000), (Self.verbs[2], 1000)] {
      let result = try Program.run([verb[0], "data.csv"] + verb.dropFirst() + ["--quiet"], directory: folder.url)
      #expect(result.status == 65 && result.error.contains("the limit is \(limit)"), "\(verb[0]): \(result.error)")
    }
    for verb in [["factor", "--variables", "x1:x501"], ["reliability", "--group", "g=x1:x501"]] {
      let result = try Program.run([verb[0], "data.csv"] + verb.dropFirst() + ["--quiet"], directory: folder.url)
      #expect(result.status == 65 && result.error.contains("the limit is 500"), "\(verb[0]): \(result.error)")
    }
  }
}
