import Foundation
import Studies
import TestSupport
import Testing

/// A result says how it was made, and is made again from that alone.
@Suite struct RerunTests {
  /// The bundled survey with its study and its model, in a folder of its own.
  private static func survey() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let copied = try Program.run(["datasets", "webshop", "--copy", "webshop", "--quiet"], directory: folder.url)
    #expect(copied.status == 0, "\(copied.error)")
    return folder
  }

  static let csv = "webshop/webshop.csv --missing-codes 9 --scale 1:7 --scale recommend=0:10"

  /// Verbs with many settings at once; spaces part the arguments.
  static let commands = [
    "describe webshop", "describe webshop/webshop.yaml --by segment --confidence 0.9 --weights-kind precision --wave 1",
    "describe \(csv) --variables pq1:pq4,segment --where wave=2 --weights weight --categorical wave",
    "drivers webshop --bootstrap 40",
    "drivers webshop/webshop.yaml --bootstrap 40 --interval basic --seed 18446744073709551615",
    "drivers webshop --bootstrap 40 --wave all --by wave,segment --players groups --methods all --errors hc3",
    "drivers \(csv) --outcome recommend,repurchase --drivers pq1:pq4,segment --reference segment=new --always wave "
      + "--terms pq1:pq2,pq1^2 --methods lmg,last,first --errors hc1 --bootstrap 0 --folds 3 --weights weight",
    "drivers \(csv) --outcome recommend --drivers pq1:sc4 --group product=pq1:pq4 --group 'staff=sc*' --interval bca "
      + "--bootstrap 60 --confidence 0.8 --seed 7 --permutations 40 --diagnostics --cluster segment --errors cluster",
    "drivers \(csv) --outcome repurchase --drivers pq1:pq4 --missing pairwise --bootstrap 40 --strata wave "
      + "--separator comma --decimal point --header-rows 1",
    "drivers \(csv) --outcome recommend --drivers pq1:pq4 --missing impute --imputations 4 --imputation-methods pq1=ordinal "
      + "--auxiliary sat1 --bootstrap 40",
    "ipa webshop --missing impute --imputations 3 --bootstrap 40", "missing webshop",
    "impute webshop --imputations 3 --seed 4 --by segment --imputation-methods pmm",
    "drivers webshop --outcome recommend --correct reliability --reliability recommend=0.8 --bootstrap 40",
    "drivers webshop --outcome recommend --score-method regression --bootstrap 0 --missing-codes '9,98:,<0'",
    "drivers webshop --correlation polychoric --drivers pq1,pq2,sc1 --bootstrap 0 --table importance",
    "drivers webshop --block one=product_quality --block two=process_ease --bootstrap 0",
    "drivers \(csv) --stream --outcome recommend --drivers pq1:pq4 --bootstrap 0",
    "drivers webshop --drivers * --bootstrap 0 --outcome recommend", "drivers cahps --bootstrap 40",
    "drivers swiss --bootstrap 40",
    "ipa webshop --bootstrap 40 --crosshair 60,0.3", "ipa webshop --bootstrap 0 --crosshair median --by segment",
    "ipa \(csv) --outcome recommend --drivers pq1:pq4 --stated pq1=imp_pq1 --stated-prefix imp_ --methods stated,lmg "
      + "--crosshair scale --bootstrap 40",
    "correlate webshop --bootstrap 40",
    "correlate webshop --method mixed --variables pq1:pq4,recommend --ordinal pq1 --continuous pq2 --order clusters "
      + "--adjust holm --bootstrap 40 --interval basic --seed 3",
    "correlate \(csv) --method partial --variables pq1:pq4 --always sat1,sat2 --missing pairwise --bootstrap 0",
    "correlate cahps --n 500 --bootstrap 0",
    "factor webshop --bootstrap 40 --parallel 40",
    "factor \(csv) --variables pq1:sc4 --factors 3 --extraction ml --rotation geomin --delta 0.02 --starts 5 --parallel 0 "
      + "--cut 0.4 --sort --score-method bartlett --bootstrap 40 --by segment",
    "factor webshop --rotation target --parallel 0 --bootstrap 0 --correlation polychoric",
    "factor webshop --rotation promax-spss --kappa 3 --no-kaiser --factors 2 --parallel 0 --bootstrap 0 --table loadings",
    "factor webshop --rotation oblimin --gamma -0.5 --kaiser --factors 3 --parallel 0 --bootstrap 0",
    "reliability webshop --bootstrap 40 --by segment", "reliability webshop --variables pq* --bootstrap 0",
    "reliability \(csv) --group product=pq1:pq4 --group staff=sc1:sc4 --where wave=2 --bootstrap 40",
    "sem political-democracy --bootstrap 40 --seed 3",
    "cfa holzinger-swineford --by school --invariance --estimator mlr",
    "sem webshop --model recommend~satisfaction+product_quality --bootstrap 40 --confidence 0.9 --table effects",
    "sem \(csv) --group product=pq1:pq4 --group staff=sc1:sc4 --model staff~product --where wave=2 --by segment "
      + "--equal loadings,intercepts --unit-variances --information observed --means",
    "cfa \(csv) --group product=pq1:pq4 --group staff=sc1:sc4 --where wave=2 --ordinal pq1:pq3,sc1:sc4 --continuous pq4 "
      + "--weights weight --information observed",
    "validate --suite univariate", "simulate webshop/model.yaml --respondents 50 --seed 5 --players items",
  ]

  @Test("a result is made again from its JSON, byte for byte", arguments: commands)
  func rerun(_ command: String) throws {
    let folder = try Self.survey()
    let words = command.split(separator: " ").map { $0.filter { $0 != "'" } }
    let first = try Program.run(words + ["--format", "json"], directory: folder.url)
    #expect(first.status == 0, "\(first.error)")
    try folder.write(first.output, to: "result.json")
    let again = try Program.run(["rerun", "result.json", "--quiet"], directory: folder.url)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output == first.output)
    // Threads are nobody's business.
    let settings = try JSONReader(first.output).run["settings"] as? [String: Any] ?? [:]
    #expect(!settings.isEmpty && settings["jobs"] == nil)
  }

  @Test("a survey that was drawn is said to be drawn again") func drawn() throws {
    let folder = try Self.survey()
    let first = try Program.run(
      ["simulate", "webshop/model.yaml", "--output", "fresh.csv", "--format", "json"], directory: folder.url)
    try folder.write(first.output, to: "result.json")
    let again = try Program.run(["rerun", "result.json"], directory: folder.url)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output == first.output)
  }

  @Test("standard input is read again, and its digest checked") func standardInput() throws {
    let csv = Data("y,a,b\n1,2,3\n2,3,1\n3,5,2\n4,4,7\n5,7,1\n6,6,2\n".utf8)
    let folder = try TemporaryFolder()
    let first = try Program.run(
      ["drivers", "-", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--format", "json"], input: csv,
      directory: folder.url)
    #expect(first.status == 0, "\(first.error)")
    try folder.write(first.output, to: "result.json")
    let again = try Program.run(["rerun", "result.json"], input: csv, directory: folder.url)
    #expect(again.output == first.output)
    let other = try Program.run(["rerun", "result.json"], input: csv + Data("7,1,1\n".utf8), directory: folder.url)
    #expect(other.status == 65 && other.output.isEmpty)
    #expect(other.error.contains("is not what the result was made of"), "\(other.error)")
  }

  @Test("the source is found beside the result, and must be as it was") func source() throws {
    let folder = try Self.survey()
    let first = try Program.run(
      ["drivers", "webshop/webshop.yaml", "--bootstrap", "0", "--output", "webshop/result.json", "--quiet"],
      directory: folder.url)
    #expect(first.status == 0, "\(first.error)")
    let result = folder.url.appending(path: "webshop/result.json").path
    let text = try folder.text("webshop/result.json")
    // From another folder, with neither study nor model beside it.
    for name in ["webshop.yaml", "model.yaml"] {
      try FileManager.default.removeItem(at: folder.url.appending(path: "webshop/\(name)"))
    }
    let elsewhere = try TemporaryFolder()
    let again = try Program.run(["rerun", result, "--quiet"], directory: elsewhere.url)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output == text)
    // In other forms, as the verb itself gives them.
    let shown = try Program.run(["rerun", result, "--format", "text", "--quiet"], directory: elsewhere.url)
    #expect(shown.output.contains("Based on"))
    let overwriting = try Program.run(["rerun", result, "--output", result], directory: elsewhere.url)
    #expect(overwriting.status == 73, "\(overwriting.error)")

    let data = try folder.text("webshop/webshop.csv")
    try folder.write(data + data.split(separator: "\n").last! + "\n", to: "webshop/webshop.csv")
    let changed = try Program.run(["rerun", result], directory: elsewhere.url)
    #expect(changed.status == 65 && changed.output.isEmpty)
    #expect(changed.error.contains("its digest is xxh64:"), "\(changed.error)")
    try FileManager.default.removeItem(at: folder.url.appending(path: "webshop/webshop.csv"))
    try folder.write(text.replacing("webshop/webshop.csv", with: "webshop/other.csv"), to: "webshop/result.json")
    let gone = try Program.run(["rerun", result], directory: elsewhere.url)
    #expect(gone.status == 66 && gone.error.contains("There is no file 'webshop/other.csv'"), "\(gone.error)")
  }

  @Test(
    "what is no result, or says what cannot be, is refused with its place",
    arguments: [
      ("{", "result.json:1:2"), ("[]", "no JSON object"), ("{\"command\": \"drivers\"}", "no 'run'"),
      ("{\"command\": \"drivers\", \"run\": {\"source\": \"webshop.csv\"}}", "holds no settings"),
      (
        "{\"command\": \"drivers\",\n\"run\": {\"source\": \"webshop.csv\", \"settings\": {\"eroors\": \"hc3\"}}}", "2:"
      ),
      (
        "{\"command\": \"drivers\",\n\"run\": {\"source\": \"webshop.csv\", \"settings\": {\"confidence\": 95}}}",
        "'confidence' of 'settings' of 'run' is 95"
      ),
      ("{\"command\": \"dance\", \"run\": {\"source\": \"webshop.csv\", \"settings\": {}}}", "`dance`"),
      ("{\"a\": 1, \"a\": 2}", "stands twice"), ("{\"a\": \"\\ud800\"}", "half a character"),
      ("{\"tables\": {\"x\": [1, }", "this is not JSON"),
    ])
  func refused(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "result.json")
    let result = try Program.run(["rerun", "result.json"], directory: folder.url)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  /// Options that shape no result, or only what is written where.
  private static let others: Set<String> = [
    "format", "full", "study", "by-factors", "output", "quiet", "no-color", "ascii", "spreadsheet-safe", "jobs",
    "figure", "theme", "palette", "font", "size", "width", "height", "whiskers", "figure-title", "figure-subtitle",
    "figure-caption", "scores", "data-output", "weight-name", "moments", "help-all",
    "help",
    "version",
  ]

  @Test("every option that shapes a result is recorded by a key, and no other is named", arguments: Verb.allCases)
  func options(_ verb: Verb) throws {
    func names(_ text: String) -> Set<String> {
      Set(text.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) })
    }
    let help = try Program.run([verb.rawValue, "--help-all"])
    let declared = help.output.split(separator: "\n").filter { $0.hasPrefix("  --") || $0.hasPrefix("  -") }
      .reduce(into: Set<String>()) {
        $0.formUnion(
          names(
            String($1.prefix { $0 != "<" }).trimmingCharacters(in: .whitespaces).split(separator: "  ").first.map(
              String.init) ?? ""))
      }
    let recorded = StudyKeys.all.filter { $0.verbs.contains(verb) }.reduce(into: Set<String>()) {
      $0.formUnion($1.options.map { String($0.prefix { $0 != " " }) })
    }
    let missing = declared.subtracting(recorded).subtracting(Self.others).subtracting(["no-kaiser"])
    #expect(missing.isEmpty, "\(missing)")
  }
}
