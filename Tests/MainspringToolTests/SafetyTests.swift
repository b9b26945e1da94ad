import Foundation
import Testing

/// Nothing is lost, nothing is oversold, and one bad part does not take the rest with it.
@Suite struct SafetyTests {
  @Test("an output never replaces what is read") func outputOverSource() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    try folder.write("data: data.csv\noutcomes: [y]\ndrivers: [a, b]\n", to: "study.yaml")
    for source in ["data.csv", "study.yaml"] {
      let result = try Program.run(
        ["drivers", source, "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--output", "./data.csv"],
        directory: folder.url)
      #expect(result.status == 73, "\(result.error)")
      #expect(try folder.text("data.csv") == BadInputTests.good)
    }
  }

  @Test("one output that cannot be written keeps all from being written") func allOutputsOrNone() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    let result = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--output", "a.json",
        "--output", "none/b.json",
      ], directory: folder.url)
    #expect(result.status == 73)
    #expect(folder.names == ["data.csv"])
  }

  @Test("a group that cannot be analysed is named, and the others are") func groupLeftOut() throws {
    let csv =
      "y,a,b,g\n"
      + BadInputTests.rows(24) {
        "\(($0 * 7) % 5),\(($0 * 3) % 4),\(($0 * 5) % 7),\($0 == 3 ? "north" : "south")"
      }
    let result = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--by", "g", "--bootstrap", "0", "--format",
        "json", "--quiet",
      ], csv: csv)
    #expect(result.status == 0, "\(result.error)")
    let json = try JSONReader(result.output)
    #expect(!json.rows("importance").isEmpty)
    #expect(json.rows("importance").allSatisfy { $0["group"] as? String == "south" })
    #expect(json.notes.contains { $0.kind == "group_left_out" && $0.message.contains("g = north") })
  }

  @Test("noise is not sold as a finding") func noise() throws {
    // Outcome and drivers of a full factorial design are unrelated but for one cell.
    let csv =
      "y,a,b\n" + BadInputTests.rows(32) { "\(($0 / 4) % 2 + ($0 == 5 ? 1 : 0)),\($0 % 2),\(($0 / 2) % 2)" }
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "100", "--quiet"], csv: csv)
    #expect(result.status == 0)
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("no more of it than chance may"), "\(result.output)")
    #expect(!words.contains("work first"))
  }

  @Test("a code that takes an outcome's answers is told") func codeInOutcome() throws {
    let result = try Program.run(
      [
        "drivers", SourceTests.file, "--outcome", "recommend", "--drivers", "pq1,pe1", "--missing-codes", "9",
        "--bootstrap", "0", "--format", "json", "--quiet",
      ])
    let notes = try JSONReader(result.output).notes
    #expect(notes.contains { $0.kind == "code_in_outcome" && $0.message.contains("--scale recommend=") }, "\(notes)")
  }
}
