import Foundation
import TestSupport
import Testing

/// What of the answers is worth a look is what pandas finds (Tests/References/quality).
@Suite struct QualityTests {
  private static let folder = PackageFiles.references.appending(path: "quality")

  private static func agrees(_ table: [[String: Any]], _ expected: [String: [String: Any]]) throws {
    #expect(Set(table.compactMap { $0["check"] as? String }) == Set(expected.keys))
    for (check, known) in expected {
      let row = try #require(table.first { $0["check"] as? String == check })
      #expect(row["n"] as? Int == known["n"] as? Int, "\(check)")
      #expect(row["of"] as? Int == known["of"] as? Int, "\(check)")
      #expect(row["rows"] as? String == known["rows"] as? String, "\(check)")
      if let limit = known["limit"] as? Double {
        #expect(abs((row["limit"] as? Double ?? .nan) - limit) < 1e-9, "\(check)")
      } else {
        #expect(row["limit"] is NSNull)
      }
    }
  }

  @Test("of the whole file, and of groups by what the whole file tells") func pandas() throws {
    let reference = try PackageFiles.json("quality/quality.json")
    func expected(_ group: String) throws -> [String: [String: Any]] {
      try #require(reference[group] as? [String: [String: Any]])
    }
    let path = Self.folder.appending(path: "survey.csv").path
    let whole = try Program.run(["describe", path, "--format", "json", "--quiet"])
    #expect(whole.status == 0, "\(whole.error)")
    try Self.agrees(JSONReader(whole.output).rows("quality"), expected("all"))
    let groups = try Program.run(["describe", path, "--by", "segment", "--format", "json", "--quiet"])
    for group in ["a", "b"] {
      let table = try JSONReader(groups.output).rows("quality").filter { $0["group"] as? String == group }
      try Self.agrees(table, expected(group))
    }
  }

  @Test("a study, or a choice of items, is looked at by times and numbers of the file too") func study() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(contentsOf: Self.folder.appending(path: "survey.csv")), to: "survey.csv")
    try folder.write("data: survey.csv\nscale: [1, 5]\ndrivers:\n  all: {items: ['q1_*']}\n", to: "s.yaml")
    let result = try Program.run(["describe", "s.yaml", "--format", "json", "--quiet"], directory: folder.url)
    let table = try JSONReader(result.output).rows("quality")
    #expect(
      table.map { $0["check"] as? String } == [
        "same_answers", "fast", "relative_speed", "repeated_id", "repeated_answers",
      ])
    #expect(table.map { $0["n"] as? Int } == [13, 15, 16, 3, 2])
    let named = try Program.run(
      ["describe", "survey.csv", "--variables", "q1_1:q1_7", "--format", "json", "--quiet"], directory: folder.url)
    let found = try JSONReader(named.output).rows("quality")
    #expect(found.map { $0["n"] as? Int } == [13, 15, 16, 3])
    // Of a construct not all items are chosen.
    let part = try Program.run(
      ["describe", "s.yaml", "--variables", "q1_1:q1_3", "--format", "json", "--quiet"], directory: folder.url)
    #expect(part.status == 0, "\(part.error)")
    #expect(try JSONReader(part.output).rows("quality").map { $0["n"] as? Int } == [15, 16, 3])
  }
}
