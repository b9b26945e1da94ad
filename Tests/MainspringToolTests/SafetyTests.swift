import Foundation
import TestSupport
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

  /// A key of a study and the option that says the same, both with a value that neither takes.
  static let limits: [(key: String, option: [String])] = [
    ("bootstrap: {replicates: 10}", ["--bootstrap", "10"]), ("bootstrap: {replicates: -1}", ["--bootstrap", "-1"]),
    ("bootstrap: {seed: -1}", ["--seed", "-1"]), ("confidence: 95", ["--confidence", "95"]),
    ("permutations: -3", ["--permutations", "-3"]), ("folds: 1", ["--folds", "1"]), ("n: 1", ["--n", "1"]),
    ("scale: [7, 7]", ["--scale", "7:7"]), ("reliability: {a: 1.5}", ["--reliability", "a=1.5"]),
    ("errors: hc9", ["--errors", "hc9"]), ("methods: [lmgg]", ["--methods", "lmgg"]),
    ("players: teams", ["--players", "teams"]), ("missing: {treatment: none}", ["--missing", "none"]),
    ("weights: {variable: b, kind: odd}", ["--weights", "b", "--weights-kind", "odd"]),
    ("correlation: kendal", ["--correlation", "kendal"]), ("score_method: sum", ["--score-method", "sum"]),
    ("correct: all", ["--correct", "all"]), ("where: b >", ["--where", "b >"]), ("terms: [a]", ["--terms", "a"]),
  ]

  @Test("a key of a study passes the same limits as its option", arguments: limits.indices)
  func studyKeys(_ index: Int) throws {
    let (key, option) = Self.limits[index]
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    try folder.write("data: data.csv\noutcomes: [y]\n\(key)\n", to: "study.yaml")
    let byKey = try Program.run(["drivers", "study.yaml", "--drivers", "a"], directory: folder.url)
    let byOption = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a"] + option, directory: folder.url)
    #expect(byKey.status == 64 && byOption.status == 64, "\(byKey.error)\(byOption.error)")
    #expect(byKey.output.isEmpty)
    #expect(byKey.error.contains("study.yaml:3:"), "\(byKey.error)")
  }

  @Test(
    "the factors of a study are checked as options are, and so is the crosshair",
    arguments: [
      "factor: {factors: 0}", "factor: {extraction: pca}", "factor: {rotation: varimx}", "factor: {cut: 2}",
      "factor: {scores: sum}", "crosshair: [500, 3]", "crosshair: 50", "composites: {answered: 2}",
    ]) func wordsOfAStudy(_ key: String) throws
  {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    try folder.write("data: data.csv\noutcomes: [y]\n\(key)\n", to: "study.yaml")
    let result = try Program.run(["describe", "study.yaml"], directory: folder.url)
    #expect(result.status == 64 && result.error.contains("study.yaml:3:"), "\(result.error)")
  }

  @Test(
    "text among items is refused however large the file, and from standard input",
    arguments: [
      "factor", "correlate", "reliability",
    ]) func textItems(_ verb: String) throws
  {
    let folder = try TemporaryFolder()
    // The larger is beyond what is read whole whatever is asked.
    for (name, count) in [("small.csv", 60), ("large.csv", 50_000)] {
      try folder.write(
        "a,b,c,city\n"
          + BadInputTests.rows(count) { "\(($0 * 7) % 5),\(($0 * 3) % 4),\(($0 * 5) % 7),\($0 % 2 == 0 ? "x" : "z")" },
        to: name)
      let options = ["--variables", "a,b,c,city"]
      let byName = try Program.run([verb, name] + options, directory: folder.url)
      let input = try Data(contentsOf: folder.url.appending(path: name))
      let byInput = try Program.run([verb, "-"] + options, input: input, directory: folder.url)
      for result in [byName, byInput] {
        #expect(result.status == 65 && result.error.contains("'city' holds text"), "\(name): \(result.error)")
      }
    }
  }
}
