import Foundation
import Testing

/// Where results go: never over what is read, all or none, and nothing from outside raw.
@Suite struct OutputTests {
  private static let options = ["--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--folds", "0"]

  /// A shell command in a folder with `data.csv`; `$M` is the program.
  private func shell(_ command: String, _ folder: TemporaryFolder) throws -> (status: Int32, error: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder.url
    process.environment = ["M": Program.path, "D": Self.options.joined(separator: " "), "LC_ALL": "C.UTF-8"]
    let error = folder.url.appending(path: "standard-error")
    _ = FileManager.default.createFile(atPath: error.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: error) }
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try folder.text("standard-error"))
  }

  @Test(
    "an output never leads to what is read, by whatever name",
    arguments: [
      "$M drivers - $D --output data.csv < data.csv", "$M drivers - $D --output hard.csv < data.csv",
      "$M drivers - $D --output soft.csv < hard.csv", "$M drivers soft.csv $D --output hard.csv",
      "$M drivers data.csv $D --output $PWD/./data.csv", "$M drivers data.csv $D >> hard.csv",
      "$M drivers - $D < data.csv >> soft.csv", "$M drivers study.yaml $D --output hard.csv",
      "$M drivers study.yaml $D >> data.csv", "$M factor data.csv --variables y,a,b --factors 1 --scores soft.csv",
      "$M describe - --output soft.csv < data.csv", "$M simulate model.yaml --output model.csv",
    ]) func overSource(_ command: String) throws
  {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    try folder.write("data: data.csv\n", to: "study.yaml")
    let model = try String(contentsOf: Program.root.appending(path: "datasets/webshop/model.yaml"), encoding: .utf8)
    try folder.write(model, to: "model.yaml")
    let path = folder.url.path
    #expect(link(path + "/data.csv", path + "/hard.csv") == 0 && symlink("data.csv", path + "/soft.csv") == 0)
    #expect(symlink("model.yaml", path + "/model.csv") == 0)
    let names = folder.names
    let result = try shell(command, folder)
    #expect(result.status == 73 && result.error.contains("Nothing was written"), "\(result.error)")
    #expect(try folder.text("data.csv") == BadInputTests.good)
    #expect(try folder.text("model.yaml") == model)
    #expect(folder.names == names)
  }

  @Test(
    "two outputs never lead to one file",
    arguments: [
      "--output a.csv --output ./a.csv", "--output a.csv --output link.csv", "--output a.csv > a.csv",
    ]) func overEachOther(_ outputs: String) throws
  {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    #expect(symlink("a.csv", folder.url.path + "/link.csv") == 0)
    let result = try shell("$M drivers data.csv $D \(outputs)", folder)
    #expect(result.status == 73, "\(result.error)")
    let scores = try shell("$M factor data.csv --variables y,a,b --factors 1 --scores s.csv --output ./s.csv", folder)
    #expect(scores.status == 73 && scores.error.contains("same file"), "\(scores.error)")
  }

  @Test(
    "of several outputs all are written or none",
    arguments: [
      // No file of more than a few blocks of 512 bytes: the picture does not fit, its neighbours do.
      "ulimit -f 4; $M drivers data.csv $D --output a.csv --output new.txt --output b.svg",
      "ulimit -f 8; $M factor data.csv --variables y,a,b,c --factors 1 --parallel 0 --output a.csv --scores s.csv",
      "ulimit -f 1; $M datasets webshop --copy made/here",
    ]) func allOrNone(_ command: String) throws
  {
    let folder = try TemporaryFolder()
    let rows = BadInputTests.rows(600) { "\(($0 * 7) % 5),\(($0 * 3) % 4),\(($0 * 5) % 7),\(($0 * $0) % 6)" }
    try folder.write("y,a,b,c\n" + rows, to: "data.csv")
    try folder.write("old\n", to: "a.csv")
    let result = try shell(command, folder)
    #expect(result.status == 73, "\(result.error)")
    #expect(folder.names == ["a.csv", "data.csv"])
    #expect(try folder.text("a.csv") == "old\n")
  }

  /// Names, cells and texts of a file that does what it can to a terminal.
  static let hostile =
    "y,\"\u{1B}[31mred\u{1B}[0m\",\"a|b\nc\",\"<script>x</script>\",\u{9B}31m,\u{202E}evil,\"=A(1)\",g\n"
    + BadInputTests.rows(40) { i in
      let answers = [7, 3, 5, 11, 13, 17, 19].map { "\((i * $0 + i * i) % 7)" }.joined(separator: ",")
      return answers + (i % 2 == 0 ? ",=x\u{1B}]0;t\u{7}" : ",plain")
    }

  @Test(
    "nothing from outside reaches a terminal raw",
    arguments: [
      "drivers --outcome y --drivers * --always g --bootstrap 0",
      "drivers --outcome y --drivers * --by g --bootstrap 0 --folds 0",
      "describe", "correlate --variables *m,*d", "ipa --outcome y --drivers *l,*b* --scale 0:6 --bootstrap 0",
      "drivers --outcome y --drivers nobody\u{1B}[2J", "drivers --outcome y\u{1B}[2J --drivers y",
      "correlate --variables g",
      "drivers --outcome y --drivers g --bootstrap 1\u{1B}[2J", "describe --output \u{1B}[2J/x.csv",
      "describe --where g=\u{1B}",
      "describe --variables g --where g='=x\u{1B}",
    ]) func raw(_ command: String) throws
  {
    let words = command.split(separator: " ").map(String.init)
    for format in ["text", "markdown", "json"] {
      let result = try Program.run(
        [words[0], "data.csv"] + words.dropFirst() + ["--format", format], csv: Self.hostile)
      for text in [result.output, result.error] {
        let raw = text.unicodeScalars.filter {
          $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || (0x2028...0x202E).contains($0.value)
        }
        #expect(raw.isEmpty, "\(command): \(text)")
      }
      if format == "markdown" { #expect(!result.output.contains("| <script>")) }
    }
  }

  @Test("a picture with hostile names is valid XML") func picture() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.hostile, to: "data.csv")
    let result = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "*", "--always", "g", "--bootstrap", "0", "--output",
        "p.svg",
      ],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let svg = try folder.text("p.svg")
    #expect(svg.contains("\\u{1B}[31mred") && svg.contains("&lt;script&gt;"))
    #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
  }

  @Test("texts that a spreadsheet would compute stay unless asked") func spreadsheetSafe() throws {
    let options = [
      "--outcome", "y", "--drivers", "*", "--bootstrap", "0", "--always", "g", "--format", "csv", "--quiet",
    ]
    let plain = try Program.run(["drivers", "data.csv"] + options, csv: Self.hostile)
    let safe = try Program.run(["drivers", "data.csv", "--spreadsheet-safe"] + options, csv: Self.hostile)
    #expect(plain.output.contains("y,=A(1),lmg") && !plain.output.contains("'="), "\(plain.error)\(plain.output)")
    #expect(safe.output.contains("y,'=A(1),lmg"))
    #expect(plain.output.split(separator: "\n").count == safe.output.split(separator: "\n").count)
  }

  @Test("a remark of a thousand words does not bury what is wrong with it") func longCell() throws {
    let remark = String(repeating: "it was all right I suppose ", count: 400)
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0"],
      csv: BadInputTests.good + "1,\(remark),3\n")
    #expect(result.status != 0 && result.error.contains("'a'"))
    #expect(result.error.count < 700, "\(result.error)")
  }
}
