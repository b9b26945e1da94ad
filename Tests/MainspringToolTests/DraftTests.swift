import Foundation
import Studies
import Survey
import TestSupport
import Testing

/// A new survey: the draft of its study, which runs as it is.
@Suite struct DraftTests {
  /// Drafts a study of the file, and the study as it reads back.
  private static func draft(_ path: String, in folder: URL) throws -> (study: Study, text: String) {
    let result = try Program.run(["init", path, "--output", "study.yaml"], directory: folder)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("mainspring drivers study.yaml"))
    let text = try String(contentsOf: folder.appending(path: "study.yaml"), encoding: .utf8)
    return (try StudyFile.parse(text, file: "study.yaml"), text)
  }

  private static func drivers(_ folder: URL, _ more: [String] = []) throws -> JSONReader {
    let result = try Program.run(
      ["drivers", "study.yaml", "--bootstrap", "0", "--format", "json", "--quiet"] + more, directory: folder)
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  @Test("the draft of the webshop has the constructs of its study") func webshop() throws {
    let folder = try TemporaryFolder()
    let data = PackageFiles.datasets.appending(path: "webshop/webshop.csv")
    let (draft, text) = try Self.draft(data.path, in: folder.url)
    let bundled = try StudyFile.read(path: PackageFiles.datasets.appending(path: "webshop/webshop.yaml").path)
    #expect(draft.specification.constructs.map(\.items) == bundled.specification.constructs.map(\.items), "\(text)")
    #expect(draft.specification.scale == bundled.specification.scale)
    #expect(draft.specification.missingCodes == bundled.specification.missingCodes)
    #expect(draft.specification.outcomes == ["recommend", "repurchase"])
    #expect(draft.specification.variables["recommend"]?.scale == RatingScale(0, 10))
    #expect(draft.specification.satisfaction == ["sat1", "sat2", "sat3"])
    #expect(draft.specification.weights?.variable == "weight" && draft.specification.statedPrefix == "imp_")
    #expect(text.contains("# ") && text.contains("wave: wave"))
    #expect(try Self.drivers(folder.url).rows("importance").count == 6)
    // The same text on standard output.
    let printed = try Program.run(["describe", data.path, "--study"], directory: folder.url)
    #expect(printed.status == 0 && printed.output == text)
  }

  @Test("a study that exists is replaced only when that is said") func overwriting() throws {
    let folder = try TemporaryFolder()
    try folder.write("a1,a2,a3,overall\n1,2,3,4\n2,3,4,5\n3,4,5,1\n4,5,1,2\n5,1,2,3\n", to: "data.csv")
    try folder.write("mine", to: "study.yaml")
    let refused = try Program.run(["init", "data.csv"], directory: folder.url)
    #expect(refused.status == 73 && refused.error.contains("--force"), "\(refused.error)")
    #expect(try String(contentsOf: folder.url.appending(path: "study.yaml"), encoding: .utf8) == "mine")
    let replaced = try Program.run(["init", "data.csv", "--force"], directory: folder.url)
    #expect(replaced.status == 0, "\(replaced.error)")
    #expect(try String(contentsOf: folder.url.appending(path: "study.yaml"), encoding: .utf8).contains("a1"))
    #expect(try Program.run(["init", "study.yaml", "--output", "b.yaml"], directory: folder.url).status != 0)
    #expect(try Program.run(["init", "webshop", "--output", "b.yaml"], directory: folder.url).status != 0)
  }

  @Test("without stems every question is a driver by itself") func attitude() throws {
    let folder = try TemporaryFolder()
    let (draft, text) = try Self.draft(
      PackageFiles.datasets.appending(path: "attitude/attitude.csv").path, in: folder.url)
    #expect(draft.specification.outcomes == ["rating"], "\(text)")
    #expect(
      draft.specification.drivers == ["complaints", "privileges", "learning", "raises", "critical", "advance"],
      "\(text)")
    let fit = try #require(try Self.drivers(folder.url).rows("fit").first)
    // R: summary(lm(rating ~ ., attitude))$r.squared.
    #expect(abs((fit["r_squared"] as? Double ?? 0) - 0.7326020) < 1e-6)
  }

  static let airport = PackageFiles.shared.appending(path: "data/sfo/sfo_2017.csv")
  @Test(
    "an airport's survey drafts and runs; its net promoter score is the one that is known",
    .enabled(if: FileManager.default.fileExists(atPath: airport.path), "the shared data are absent"))
  func airportSurvey() throws {
    let folder = try TemporaryFolder()
    let (draft, text) = try Self.draft(Self.airport.path, in: folder.url)
    #expect(draft.specification.outcomes == ["NETPRO"], "\(text)")
    #expect(draft.specification.variables["NETPRO"]?.missing == ["11"])
    #expect(draft.specification.weights?.variable == "WEIGHT")
    let battery = try #require(draft.specification.constructs.first { $0.items.contains("Q7ART") })
    // 0 is blank and 6 never used, by the survey's dictionary; the airport as a whole is none of its parts.
    #expect((battery.scale ?? draft.specification.scale) == RatingScale(1, 5))
    #expect(battery.items.count == 14 && draft.specification.satisfaction == ["Q7ALL", "Q9ALL"])
    let names = try #require(
      try String(contentsOf: Self.airport, encoding: .utf8).split(whereSeparator: \.isNewline).first
    )
    .split(separator: ",").map(String.init)
    let rules = try draft.specification.missingRules(in: names)
    #expect(rules.own["Q7ART"] == ["0", "6"] && rules.own["Q14PASSTHRU"] == ["0", "6"])
    #expect(rules.own["NETPRO"] == ["11"] && rules.own["DESTGEO"] == nil && rules.common.isEmpty)
    // Whether there was luggage or a meal is answered by yes or no.
    #expect(!draft.specification.constructs.contains { $0.items.contains("Q4BAGS") })
    #expect(try !Self.drivers(folder.url).rows("importance").isEmpty)
    let scale = ["--scale", "NETPRO=0:10", "--missing-codes", "NETPRO=11", "--format", "json", "--quiet"]
    let shares = try JSONReader(
      try Program.run(["describe", Self.airport.path, "--variables", "NETPRO"] + scale).output
    ).rows("shares")
    #expect(shares.count == 1 && shares[0]["n"] as? Int == 2746)
    #expect(abs((shares[0]["estimate"] as? Double ?? 0) - 39.83976693) < 1e-8)
  }

  static let exports = PackageFiles.shared.appending(path: "cases/import")
  @Test(
    "exports of survey platforms draft and run",
    .enabled(
      if: FileManager.default.fileExists(atPath: exports.path), "the shared cases are absent"),
    arguments: ["qualtrics_texts.csv", "surveymonkey.csv"])
  func platforms(_ file: String) throws {
    let folder = try TemporaryFolder()
    let (draft, text) = try Self.draft(Self.exports.appending(path: file).path, in: folder.url)
    #expect(draft.specification.constructs.first?.items.count == 20, "\(text)")
    // One construct alone could be compared with nothing.
    #expect(draft.specification.players == .items && draft.specification.missing == .pairwise)
    #expect(try Self.drivers(folder.url).rows("importance").count == 40)
    for verb in ["ipa", "reliability"] {
      let result = try Program.run([verb, "study.yaml", "--bootstrap", "0", "--quiet"], directory: folder.url)
      #expect(result.status == 0, "\(verb): \(result.error)")
    }
    let parted = try Program.run(
      ["describe", Self.exports.appending(path: file).path, "--study", "--by-factors", "--quiet"])
    let constructs = try StudyFile.parse(parted.output, file: "s.yaml").specification.constructs
    #expect(constructs.count == 3 && constructs.flatMap(\.items).count == 20, "\(parted.output)")
  }

  /// Two factors of four items on 1 to 5, with 0 for blank and 6 for never used, whoever it is; and a question by yes or no.
  private static func twoFactors(labels: Bool = false) -> String {
    var state: UInt64 = 7
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let rows = (0..<600).map { _ -> String in
      let factors = [draw(), draw()]
      let items = (0..<8).map { item -> Int in
        let chance = draw()
        if chance < 0.05 { return 0 }
        if chance < 0.2 { return 6 }
        return min(5, max(1, 1 + Int(5 * (0.7 * factors[item / 4] + 0.3 * draw()))))
      }
      let outcome = min(10, Int(11 * (0.4 * factors[0] + 0.3 * factors[1] + 0.3 * draw())))
      let used = (0..<2).map { _ in draw() < 0.6 ? 1 : 2 }
      return (items + used + [outcome]).map(String.init).joined(separator: ",")
    }
    let names = (1...8).map { "q_\($0)" } + ["used_1", "used_2", "recommend"]
    return names.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("codes beside a scale are told by what else respondents answered; batteries part by their factors")
  func codesAndFactors() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.twoFactors(), to: "data.csv")
    let (draft, text) = try Self.draft("data.csv", in: folder.url)
    #expect(draft.specification.scale == RatingScale(1, 5) && draft.specification.players == .items, "\(text)")
    #expect(draft.specification.missingCodes == ["q_1:q_8=0", "q_1:q_8=6"])
    #expect(draft.specification.constructs.map(\.items) == [(1...8).map { "q_\($0)" }])
    #expect(text.contains("used_1, used_2"))
    #expect(try Self.drivers(folder.url).rows("importance").count == 8)
    let parted = try Program.run(
      ["init", "data.csv", "--by-factors", "--output", "study.yaml", "--force"], directory: folder.url)
    #expect(parted.status == 0, "\(parted.error)")
    let study = try StudyFile.parse(folder.text("study.yaml"), file: "study.yaml")
    #expect(
      study.specification.constructs.map(\.items) == [(1...4).map { "q_\($0)" }, (5...8).map { "q_\($0)" }])
    #expect(try Self.drivers(folder.url).rows("importance").count == 2)
  }

  @Test("a scale that reaches from 0 to 6 is one") func longScale() throws {
    let rows = (0..<400).map { row -> String in
      let level = Double(row % 40) / 39 * 6
      return (0..<4).map { "\(min(6, max(0, Int(level + Double((row * ($0 + 3)) % 5) - 1.5))))" }.joined(separator: ",")
        + ",\(min(10, row % 40 / 4 + row % 2))"
    }
    let folder = try TemporaryFolder()
    try folder.write("q_1,q_2,q_3,q_4,nps\n" + rows.joined(separator: "\n") + "\n", to: "data.csv")
    let (draft, text) = try Self.draft("data.csv", in: folder.url)
    #expect(draft.specification.scale == RatingScale(0, 6) && draft.specification.missingCodes.isEmpty, "\(text)")
  }

  @Test("what of the answers is worth a look") func quality() throws {
    var rows = (1...40).map { row in
      "\(row),\(100 + row),\((1...9).map { "\((row * ($0 + 3) + $0 * $0) % 5 + 1)" }.joined(separator: ","))"
    }
    rows[4] = "5,20,3,3,3,3,3,3,3,3,3"
    rows[9] = "9,110" + rows[10].drop { $0 != "," }.dropFirst().drop { $0 != "," }
    let csv =
      "id,duration," + (1...9).map { "q_\($0)" }.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
    let result = try Program.run(["describe", "data.csv", "--format", "json", "--quiet"], csv: csv)
    let table = try JSONReader(result.output).rows("quality")
    func row(_ check: String) throws -> [String: Any] { try #require(table.first { $0["check"] as? String == check }) }
    #expect(try row("same_answers")["n"] as? Int == 1 && row("same_answers")["rows"] as? String == "5")
    #expect(try row("fast")["n"] as? Int == 1 && row("fast")["rows"] as? String == "5")
    #expect(try row("repeated_id")["n"] as? Int == 1 && row("repeated_id")["rows"] as? String == "10")
    #expect(try row("repeated_answers")["rows"] as? String != nil)
  }
}
