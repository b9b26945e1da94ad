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
    #expect(treatments.map { $0["treatment"] as? String } == ["listwise", "pairwise", "em", "impute"])
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
      (
        ["correlate", "--variables", "x1,x2,x3", "--auxiliary", "x2", "--missing", "em"],
        "both an auxiliary variable and an analysed variable"
      ),
      (["drivers", "--outcome", "y", "--drivers", "x1,x2", "--auxiliary", "x2", "--missing", "em"], "and a driver"),
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

  @Test(
    "drivers and matrix from imputed answers say how many, what they cost, and are the same on any number of threads",
    arguments: [
      ["drivers", "--outcome", "y", "--drivers", "x1:x6"],
      ["drivers", "--outcome", "y", "--group", "a=x1:x3", "--drivers", "x4,x5", "--weights", "w"],
      ["ipa", "--outcome", "y", "--drivers", "x1:x4", "--auxiliary", "x5,x6", "--scale", "1:7"],
    ])
  func imputed(_ arguments: [String]) throws {
    let folder = try Self.survey()
    let words =
      [arguments[0], "ratings.csv"] + arguments.dropFirst() + [
        "--missing", "impute", "--imputations", "5", "--bootstrap", "40",
      ]
    let outputs = try Set(
      ["1", "3"].map { jobs in
        let result = try Program.run(
          words + ["--jobs", jobs, "--format", "json", "--quiet"], directory: folder.url)
        #expect(result.status == 0, "\(result.error)")
        return result.output
      })
    #expect(outputs.count == 1)
    let json = try JSONReader(outputs.first!)
    #expect(json.run["rows_used"] as? Int == 400)
    #expect(json.notes.contains { $0.kind == "imputed" && $0.message.contains("drawn 5 times") }, "\(json.notes)")
    #expect(json.notes.contains { $0.kind == "few_imputations" })
    guard arguments[0] == "drivers" else {
      #expect(json.rows("ipa").allSatisfy { $0["p_low_priority"] is Double && $0["share_low"] is Double })
      return
    }
    let costs = json.rows("missing_information")
    #expect(Set(costs.compactMap { $0["quantity"] as? String }) == ["coefficient", "share"] || costs.count > 10)
    for row in costs { #expect((0...1).contains(row["fmi"] as? Double ?? -1), "\(row)") }
    for row in json.rows("coefficients") { #expect((row["df"] as? Double ?? 0) < 394) }
  }

  @Test(
    "what does not go together with imputation is refused with what to do",
    arguments: [
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--terms", "x1:x2", "--missing", "impute"], "'x1:x2'"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--diagnostics", "--missing", "impute"], "--diagnostics"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--interval", "bca", "--missing", "impute"], "percentile"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--imputations", "5"], "--missing impute"),
      (["drivers", "--outcome", "y", "--drivers", "x1:x6", "--missing", "impute", "--imputations", "1"], "2 to 1000"),
      (
        [
          "drivers", "--outcome", "y", "--drivers", "x1:x6", "--missing", "impute", "--imputation-methods", "pnm",
        ], "'pmm'"
      ),
      (["correlate", "--variables", "x1:x6", "--missing", "impute"], "--missing em"),
      (["factor", "--variables", "x1:x6", "--factors", "1", "--missing", "impute"], "--missing em"),
      (["reliability", "--group", "f=x1:x6", "--missing", "impute"], "--missing em"),
    ] as [([String], String)])
  func imputationRefused(_ arguments: [String], says: String) throws {
    let folder = try Self.survey()
    let result = try Program.run(
      [arguments[0], "ratings.csv"] + arguments.dropFirst() + ["--quiet"], directory: folder.url)
    #expect(result.status == 64, "\(result.error)")
    #expect(result.error.replacing("\n", with: " ").contains(says), "\(result.error)")
  }

  @Test("the completed data are written one below the other, or a file for each") func completed() throws {
    let folder = try Self.survey()
    let words = ["impute", "ratings.csv", "--variables", "y,x1:x6", "--imputations", "3", "--quiet"]
    let one = try Program.run(
      words + ["--output", "all.csv", "--format", "json"], directory: folder.url)
    #expect(one.status == 0, "\(one.error)")
    let rows = try JSONReader(one.output).rows("imputation")
    #expect(rows.allSatisfy { ($0["missing"] as? Int ?? 0) > 0 && $0["method"] as? String == "pmm" })
    let lines = try folder.text("all.csv").split(separator: "\n")
    #expect(lines.count == 1201 && lines[0] == "imputation,y,x1,x2,x3,x4,x5,x6,w")
    #expect(lines.allSatisfy { !$0.split(separator: ",", omittingEmptySubsequences: false).contains("") })
    #expect(Set(lines.dropFirst().map { $0.prefix(2) }) == ["1,", "2,", "3,"])
    let parted = try Program.run(words + ["--output", "part-{}.csv"], directory: folder.url)
    #expect(parted.status == 0, "\(parted.error)")
    let second = try folder.text("part-2.csv").split(separator: "\n").dropFirst()
    #expect(second.elementsEqual(lines[401..<801].map { $0.dropFirst(2) }))
  }

  @Test("shares under shifted imputations are told of a study") func sensitivity() throws {
    let folder = try Self.survey()
    try folder.write(
      "data: ratings.csv\noutcomes: [y]\ndrivers: [x1, x2, x3]\n", to: "study.yaml")
    let json = try JSONReader(
      Program.run(["missing", "study.yaml", "--format", "json", "--quiet"], directory: folder.url).output)
    let rows = json.rows("sensitivity")
    #expect(rows.count == 15)
    for shift in [-0.5, -0.25, 0, 0.25, 0.5] {
      let own = rows.filter {
        $0["shift"] as? Double ?? 9 == shift || $0["shift"] as? Int ?? 9 == Int(shift) && shift == 0
      }
      #expect(abs(own.reduce(0) { $0 + ($1["share"] as? Double ?? 9) } - 1) < 1e-9, "\(shift)")
    }
  }
}
