import Foundation
import TestSupport
import Testing

/// `missing`, and `--missing em`, as a process.
@Suite struct MissingTests {
  private static func survey() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let file = PackageFiles.references.appending(path: "missing/ratings.csv")
    try folder.write(String(contentsOf: file, encoding: .utf8), to: "ratings.csv")
    return folder
  }

  private static func json(_ arguments: [String], _ folder: TemporaryFolder) throws -> [String: Any] {
    let result = try Program.run(arguments + ["--format", "json", "--quiet"], directory: folder.url)
    #expect(result.status == 0, "\(arguments): \(result.error)")
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }

  private static func rows(_ json: [String: Any], _ table: String) -> [[String: Any]] {
    (json["tables"] as? [String: Any])?[table] as? [[String: Any]] ?? []
  }

  @Test("counts by variable, pattern and reason add up, and a sentence recommends") func counts() throws {
    let folder = try Self.survey()
    let json = try Self.json(["missing", "ratings.csv", "--variables", "y,x1:x6"], folder)
    let lines = try String(
      contentsOf: PackageFiles.references.appending(path: "missing/ratings.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).dropLast() }
    for (k, row) in Self.rows(json, "missing_variables").enumerated() {
      #expect(row["missing"] as? Int == lines.count { $0[k].isEmpty })
    }
    let patterns = Self.rows(json, "missing_patterns")
    #expect(patterns.count == Set(lines.map { $0.map(\.isEmpty) }).count)
    #expect(patterns.reduce(0) { $0 + ($1["n"] as? Int ?? 0) } == lines.count)
    let treatments = Self.rows(json, "missing_treatments")
    #expect(treatments.map { $0["treatment"] as? String } == ["listwise", "pairwise", "em"])
    #expect(treatments[0]["n"] as? Int == lines.count { !$0.contains { $0.isEmpty } })
    #expect(treatments[2]["n"] as? Int == lines.count)
    let little = Self.rows(json, "little")
    #expect(little.count == 1 && little[0]["df"] as? Int == 169)
    #expect(Self.rows(json, "missing_reasons").allSatisfy { $0["reason"] as? String == "empty" })
    // Who rates x1 low was made to leave x4 to x6 out.
    let predictors = Self.rows(json, "missing_predictors")
    let x1 = predictors.filter {
      $0["predictor"] as? String == "x1" && ["x4", "x5", "x6"].contains($0["variable"] as? String)
    }
    #expect(
      x1.count == 3
        && x1.allSatisfy { ($0["odds_ratio"] as? Double ?? 9) < 1 && ($0["p_value"] as? Double ?? 1) < 0.01 })
    let text = try Program.run(
      ["missing", "ratings.csv", "--variables", "y,x1:x6", "--quiet"], directory: folder.url)
    #expect(text.output.replacing("\n", with: " ").contains("Use --missing em"))
  }

  @Test(
    "every verb that starts from moments takes them",
    arguments: [
      ["drivers", "--outcome", "y", "--drivers", "x1:x6", "--bootstrap", "40"],
      ["drivers", "--outcome", "y", "--drivers", "x1:x4", "--auxiliary", "x5,x6", "--bootstrap", "40"],
      ["drivers", "--outcome", "y", "--drivers", "x1:x6", "--weights", "w", "--bootstrap", "0"],
      ["ipa", "--outcome", "y", "--drivers", "x1:x6", "--scale", "1:7", "--bootstrap", "40"],
      ["correlate", "--variables", "y,x1:x6"], ["correlate", "--variables", "y,x1:x6", "--method", "partial"],
      ["correlate", "--variables", "y,x1:x6", "--errors", "classical", "--bootstrap", "40"],
      ["factor", "--variables", "x1:x6", "--factors", "1", "--parallel", "40", "--bootstrap", "40"],
      ["reliability", "--group", "f=x1:x6", "--bootstrap", "40"],
    ])
  func verbs(_ arguments: [String]) throws {
    let folder = try Self.survey()
    let json = try Self.json([arguments[0], "ratings.csv"] + arguments.dropFirst() + ["--missing", "em"], folder)
    let notes = json["notes"] as? [[String: Any]] ?? []
    #expect(notes.contains { $0["kind"] as? String == "maximum_likelihood" }, "\(notes)")
    #expect((json["run"] as? [String: Any])?["rows_used"] as? Int == 400)
  }

  @Test(
    "what does not go together is refused with what to do",
    arguments: [
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--errors", "hc3", "--missing", "em"], "hc1"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--terms", "x1:x2", "--missing", "em"], "'x1:x2'"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x5", "--auxiliary", "x6"], "--missing em"),
      (["correlate", "--variables", "x1:x6", "--method", "spearman", "--missing", "em"], "--missing pairwise"),
      (["factor", "--variables", "x1:x6", "--correlation", "polychoric", "--missing", "em"], "product moments"),
    ] as [([String], String)])
  func refusals(_ arguments: [String], says: String) throws {
    let folder = try Self.survey()
    let result = try Program.run(
      [arguments[0], "ratings.csv"] + arguments.dropFirst() + ["--quiet"], directory: folder.url)
    #expect(result.status == 64, "\(result.error)")
    #expect(result.error.replacing("\n", with: " ").contains(says), "\(result.error)")
  }

  @Test("what nobody answered is told, and nothing else is kept from being told") func unanswered() throws {
    let csv =
      "a,b,c,none,same\n"
      + (0..<40).map { "\($0 % 5),\($0 % 3 == 0 ? "" : "\($0 % 7)"),\($0 * 3 % 4),,1" }.joined(separator: "\n")
    let result = try Program.run(
      ["missing", "data.csv", "--variables", "a,b,c,none,same", "--format", "json", "--quiet"], csv: csv + "\n")
    #expect(result.status == 0, "\(result.error)")
    let json = try JSONReader(result.output)
    let rows = json.rows("missing_variables")
    #expect(rows.map { $0["variable"] as? String } == ["a", "b", "c", "none"])
    #expect(rows.map { $0["missing"] as? Int } == [0, 14, 0, 40])
    #expect(json.notes.count { $0.kind == "columns_passed_over" } == 2)
  }
}
