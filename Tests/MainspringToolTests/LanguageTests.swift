import Foundation
import TestSupport
import Testing

/// Documents in other languages, as a process.
@Suite struct LanguageTests {
  /// Names that are no words, so that every word of a document is ours.
  private static let csv =
    "q1,q2,q3,q4,q5,q6,y1,y2,w\n"
    + BadInputTests.rows(240) { (i: Int) -> String in
      let level = i * 37 % 97 % 5
      func answer(_ k: Int) -> String {
        i % 41 == k ? "" : String(1 + min(6, max(0, level + (i * (k + 3) * 31 % 89) % 4 - 1)))
      }
      return (0..<6).map(answer).joined(separator: ",")
        + ",\(min(10, level * 2 + i % 3)),\(1 + (level + i % 4) % 7),\(1 + i % 3)"
    }

  private static let commands = [
    ["drivers", "data.csv", "--outcome", "y1,y2", "--drivers", "q1:q4", "--scale", "1:7", "--bootstrap", "60"],
    [
      "drivers", "data.csv", "--outcome", "y1", "--drivers", "q1:q3", "--weights", "w", "--diagnostics", "--bootstrap",
      "0",
    ],
    ["ipa", "data.csv", "--outcome", "y1", "--drivers", "q1:q4", "--scale", "1:7", "--bootstrap", "60"],
    ["describe", "data.csv", "--variables", "q1:q6", "--scale", "1:7"],
    ["correlate", "data.csv", "--variables", "q1:q6"],
    ["correlate", "data.csv", "--variables", "q1:q4", "--method", "kendall"],
    ["factor", "data.csv", "--variables", "q1:q6", "--factors", "2", "--parallel", "40"],
    ["reliability", "data.csv", "--group", "a=q1:q3", "--group", "b=q4:q6", "--bootstrap", "60", "--scale", "1:7"],
  ]

  private static let languages = ["nl", "nb", "sv", "de"]

  /// English words that none of the other languages has.
  private static let english: Set<String> = [
    "the", "and", "with", "which", "respondents", "answers", "are", "not", "from", "than", "each", "because", "where",
    "share", "rows", "they", "its", "intervals", "importance", "performance",
  ]

  private static func run(_ command: [String], _ more: [String]) throws -> Program.Outcome {
    try Program.run(command + more + ["--quiet"], csv: csv)
  }

  @Test("no English word is left in a document of another language", arguments: commands) func words(
    _ command: [String]
  ) throws {
    for language in Self.languages {
      let result = try Self.run(command, ["--language", language, "--full"])
      #expect(result.status == 0, "\(result.error)")
      let lines = result.output.replacing(/`[^`]*`|--[a-z-]+( [a-z0-9]+)?|\([a-z_ ]+\)$/, with: "")
        .split(separator: "\n")
      for line in lines {
        let words = line.lowercased().split { !$0.isLetter && $0 != "_" }.map(String.init)
        let left = words.filter { Self.english.contains($0) }
        #expect(left.isEmpty, "\(language): \(line)")
      }
    }
  }

  @Test("numbers, names of columns and closed words are the same in every language", arguments: commands) func same(
    _ command: [String]
  ) throws {
    let english = try JSONReader(Self.run(command, ["--format", "json"]).output)
    let german = try JSONReader(Self.run(command, ["--format", "json", "--language", "de"]).output)
    let tables = try #require(english.object["tables"] as? NSDictionary)
    #expect(tables.isEqual(german.object["tables"]))
    func kinds(_ result: JSONReader) -> [String] { result.notes.map(\.kind) }
    func messages(_ result: JSONReader) -> [String] { result.notes.map(\.message) }
    #expect(kinds(english) == kinds(german))
    for (a, b) in zip(messages(english), messages(german)) { #expect(a != b, "\(a)") }
    let csv = try Self.run(command, ["--format", "csv", "--language", "sv"])
    #expect(csv.output == (try Self.run(command, ["--format", "csv"]).output))
  }

  @Test("a study's key says the language, an option another, and a result is made again in its own") func study() throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv, to: "data.csv")
    try folder.write(
      "data: data.csv\nlanguage: no\noutcomes: [y1]\ndrivers: {items: [q1, q2, q3]}\nscale: [1, 7]\n", to: "s.yaml")
    func output(_ words: [String]) throws -> String {
      let result = try Program.run(words + ["--quiet"], directory: folder.url)
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    let own = try output(["ipa", "s.yaml", "--bootstrap", "0", "--output", "r.json"])
    #expect(own.contains("Viktighet og prestasjon"))
    #expect(try output(["ipa", "s.yaml", "--bootstrap", "0", "--language", "de"]).contains("Wichtigkeit und Leistung"))
    #expect(
      try output(["ipa", "s.yaml", "--bootstrap", "0", "--language", "en"]).contains("Importance and performance"))
    #expect(try output(["rerun", "r.json", "--format", "text"]) == own)
    #expect(try output(["rerun", "r.json", "--format", "text", "--language", "nl"]).contains("Belang en prestatie"))
  }

  @Test("a language that there is not is refused with the list") func refused() throws {
    let option = try Self.run(Self.commands[0], ["--language", "fr"])
    #expect(option.status == 64)
    for code in ["en", "nl", "nb", "sv", "de"] { #expect(option.error.contains(code)) }
    let folder = try TemporaryFolder()
    try folder.write(Self.csv, to: "data.csv")
    try folder.write("data: data.csv\nlanguage: french\n", to: "s.yaml")
    let study = try Program.run(["describe", "s.yaml"], directory: folder.url)
    #expect(study.status == 65 || study.status == 64, "\(study.status)")
    #expect(study.error.contains("there is no language 'french'") && study.error.contains("en, nl, nb, sv, de"))
  }

  @Test("figures speak the language, too") func figures() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv, to: "data.csv")
    let result = try Program.run(
      Self.commands[2] + ["--language", "sv", "--output", "m.svg", "--quiet"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let svg = try folder.text("m.svg")
    #expect(svg.contains("Koncentrera insatserna här") && !svg.contains("Concentrate"))
    #expect(svg.contains("Prestation (medelvärde") && !svg.contains("Performance"))
  }
}
