import Foundation
import TestSupport
import Testing

/// The same survey out of many programs. `Tests/References/files/formats.py` wrote the files.
@Suite struct FormatTests {
  private static let fixtures = PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures")
  static let files = [
    "survey-1252.csv", "survey-mac.csv", "survey-utf16.csv", "survey.csv.gz", "survey.csv.zst", "survey.dta",
    "survey.ods",
    "survey.sav", "survey.xlsx",
  ]
  static let commands = [
    "describe", "drivers --outcome recommend --drivers quality,ease,courtesy --bootstrap 50 --weights weight",
    "drivers --outcome recommend --drivers quality,ease,city --categorical city --bootstrap 50",
    "correlate --variables quality:recommend --bootstrap 0",
    "factor --variables quality:courtesy --factors 1 --parallel 0",
  ]

  private func run(_ command: String, _ source: String, input: Data? = nil) throws -> (output: String, error: String) {
    let words = command.split(separator: " ").map(String.init)
    let result = try Program.run(
      [words[0], source] + words.dropFirst() + ["--format", "json"], input: input ?? Data(), directory: Self.fixtures)
    #expect(result.status == 0, "\(source): \(result.error)")
    let lines = result.output.split(separator: "\n").filter {
      !$0.contains("\"source\":") && !$0.contains("\"digest\":")
    }
    return (lines.joined(separator: "\n"), result.error)
  }

  @Test("a survey gives the same bytes whatever program wrote it", arguments: files)
  func same(_ file: String) throws {
    for command in Self.commands {
      let plain = try run(command, "survey.csv").output
      #expect(try run(command, file).output == plain, "\(command)")
      let bytes = try Data(contentsOf: Self.fixtures.appending(path: file))
      #expect(try run(command, "-", input: bytes).output == plain, "\(command) from standard input")
    }
  }

  @Test(
    "what was recognised is told in a line",
    arguments: [
      ("survey-1252.csv", "read as Windows-1252"), ("survey-mac.csv", "read as Mac Roman"),
      ("survey-utf16.csv", "read as UTF-16"), ("survey.csv.gz", "unpacked from gzip"),
      ("survey.csv.zst", "unpacked from zstd"),
      ("survey.sav", "SPSS file, UTF-8"), ("survey.dta", "Stata file"),
      ("survey.xlsx", "its sheet 'Answers' is read; there is also 'Read me'"),
      ("survey.xlsx", "row 1 above the names is skipped"),
    ])
  func told(_ file: String, _ line: String) throws { #expect(try run("describe", file).error.contains(line)) }

  @Test("a result from any format is made again from its run", arguments: files)
  func rerun(_ file: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: file), to: folder.url.appending(path: file))
    let extra =
      file == "survey.xlsx" ? ["--sheet", "Answers"] : file == "survey-mac.csv" ? ["--encoding", "macintosh"] : []
    let first = try Program.run(
      ["drivers", file, "--outcome", "recommend", "--drivers", "quality,ease", "--bootstrap", "40", "--format", "json"]
        + extra,
      directory: folder.url)
    #expect(first.status == 0, "\(first.error)")
    try folder.write(first.output, to: "result.json")
    let again = try Program.run(["rerun", "result.json", "--quiet"], directory: folder.url)
    #expect(again.output == first.output, "\(again.error)")
  }

  @Test("a sheet is chosen by name or number, and one that is not there is told with those that are")
  func sheets() throws {
    for sheet in ["Answers", "2"] {
      #expect(try run("describe --sheet \(sheet)", "survey.xlsx").output.contains("\"rows_read\": 60"))
    }
    let missing = try Program.run(["describe", "survey.xlsx", "--sheet", "Data"], directory: Self.fixtures)
    #expect(missing.status == 64 && missing.error.contains("It has 'Read me', 'Answers'"), "\(missing.error)")
    let empty = try Program.run(["describe", "survey.xlsx", "--sheet", "1"], directory: Self.fixtures)
    #expect(empty.status == 65 && empty.error.contains("no table in its sheet 'Read me'"), "\(empty.error)")
  }

  @Test("a damaged file is a sentence, wherever it is cut or changed", arguments: files)
  func damaged(_ file: String) throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](try Data(contentsOf: Self.fixtures.appending(path: file)))
    func run(_ bytes: [UInt8]) throws {
      let result = try Program.run(["describe", "-", "--format", "csv"], input: Data(bytes), directory: folder.url)
      #expect([0, 64, 65, 66].contains(result.status), "\(result.status): \(result.error)")
      #expect(result.status == 0 || result.error.count > 20)
    }
    for count in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 12)) { try run(Array(bytes[..<count])) }
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 25)) {
      var changed = bytes
      changed[place] ^= 0xFF
      try run(changed)
    }
  }

  @Test(
    "formats that are not read name who turns them into text",
    arguments: [
      ("PAR1", "duckdb -csv -c \"from 's.bin'\" | mainspring drivers - …"), ("ARROW1", "polars.read_ipc('s.bin')"),
      ("BZh9", "bunzip2 -c s.bin | mainspring drivers - …"), ("SQLite format 3\0", "sqlite3 -csv -header s.bin"),
    ])
  func foreign(_ start: String, _ advice: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(start + String(repeating: "x", count: 100), to: "s.bin")
    let result = try Program.run(["describe", "s.bin"], directory: folder.url)
    #expect(result.status == 65 && result.error.contains(advice), "\(result.error)")
  }

  @Test("a small file that unpacks without end is refused") func swollen() throws {
    let result = try Program.run(["describe", "bomb.csv.zst"], directory: Self.fixtures)
    #expect(result.status == 65 && result.error.contains("250 times its size"), "\(result.error)")
  }

  @Test("derived numbers can be categories, and items of opposite scales make no mean") func derived() throws {
    let coded = try run(
      "drivers --outcome recommend --drivers quality,area --bootstrap 0 --derive area=recode(ease,1:2=1,3=2,else=3) --categorical area",
      "survey.csv"
    ).output
    #expect(coded.contains("\"area=2\"") && coded.contains("\"area=3\""), "\(coded)")
    let mixed = try Program.run(
      [
        "describe", "survey.csv", "--scale", "quality=1:5", "--scale", "ease=5:1", "--derive",
        "both=mean(quality,ease)",
      ],
      directory: Self.fixtures)
    #expect(mixed.status == 64 && mixed.error.contains("different scales, such as 1:5 and 5:1"), "\(mixed.error)")
  }

  @Test("an encoding that is not certain is asked for, and a wrong one refused") func encodings() throws {
    let folder = try TemporaryFolder()
    let doubtful = Data("q1,price\n5,\u{A4}3\n4,\u{A4}4\n".unicodeScalars.map { UInt8($0.value) })
    try doubtful.write(to: folder.url.appending(path: "d.csv"))
    let asked = try Program.run(["describe", "d.csv"], directory: folder.url)
    #expect(asked.status == 65 && asked.error.contains("line 2: byte 0xa4"), "\(asked.error)")
    #expect(asked.error.contains("--encoding windows-1252") && asked.error.contains("ISO-8859-15"), "\(asked.error)")
    let given = try Program.run(
      ["describe", "d.csv", "--encoding", "iso-8859-15", "--format", "json"], directory: folder.url)
    #expect(given.status == 0 && given.output.contains("\u{20AC}3"), "\(given.error)")
    let none = try Program.run(["describe", "d.csv", "--encoding", "klingon"], directory: folder.url)
    #expect(none.status == 64 && none.error.contains("no encoding 'klingon'"), "\(none.error)")
    let wrong = try Program.run(["describe", "d.csv", "--encoding", "shift_jis"], directory: folder.url)
    #expect([0, 65].contains(wrong.status))
  }
}
