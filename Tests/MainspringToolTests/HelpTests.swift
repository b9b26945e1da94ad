import Foundation
import Testing

/// Help short and long, other words for verbs, what was probably meant, and the manual.
@Suite struct HelpTests {
  static let verbs = [
    "init", "drivers", "ipa", "describe", "missing", "impute", "rake", "correlate", "factor", "reliability", "sem",
    "mediate", "simulate", "moments",
    "convert", "datasets", "validate", "rerun", "report", "notebook", "schema", "explain",
  ]

  private static func options(_ help: String) -> [String] {
    help.split(separator: "\n").filter { $0.hasPrefix("  -") }.compactMap { line in
      line.range(of: "--").map { String(line[$0.upperBound...].prefix { $0 != " " && $0 != "/" && $0 != "," }) }
    }
  }

  @Test("help fits 80 columns, begins with what the verb does, and shows examples first", arguments: HelpTests.verbs)
  func width(_ verb: String) throws {
    for option in ["--help", "--help-all"] {
      let help = try Program.run([verb, option])
      #expect(help.status == 0 && help.error.isEmpty)
      let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines { #expect(line.count <= 80, "\(line)") }
      let examples = try #require(lines.firstIndex { $0 == "Examples:" })
      let usage = try #require(lines.firstIndex { $0.hasPrefix("USAGE: mainspring \(verb)") })
      #expect(examples < 5 && usage > examples)
    }
  }

  @Test(
    "short help shows ten options of a verb that has many, and long help all",
    arguments: ["drivers", "ipa", "describe", "correlate", "factor", "reliability", "sem", "report", "init"])
  func brief(_ verb: String) throws {
    let short = try Program.run([verb, "--help"]).output
    let long = try Program.run([verb, "--help-all"]).output
    let (few, all) = (Self.options(short), Self.options(long))
    #expect(few.count == 10 && all.count > 20, "\(few)")
    #expect(Set(few).isSubset(of: all) && Set(few).count == 10)
    #expect(short.hasSuffix("All \(all.count) options: mainspring \(verb) --help-all\n"))
    #expect(short.split(separator: "\n").count < 60)
    // The same by the verb `help`, by the short option, and by another name of the verb.
    #expect(try Program.run(["help", verb]).output == short)
    #expect(try Program.run([verb, "-h"]).output == short)
    #expect(try Program.run([verb, "webshop", "--help"]).output == short)
  }

  @Test("a verb below a verb has help of its own") func below() throws {
    let help = try Program.run(["moments", "sql", "--help"]).output
    #expect(help.contains("USAGE: mainspring moments sql") && help.contains("--dialect <dialect>"))
    #expect(help.hasSuffix("mainspring moments sql --help-all\n"))
    #expect(try Program.run(["moments", "--help"]).output.contains("merge"))
  }

  @Test("the program's help names every verb once, with the other words for it") func root() throws {
    let help = try Program.run(["--help"]).output
    for verb in Self.verbs { #expect(help.components(separatedBy: "\n  \(verb) ").count == 2, "\(verb)") }
    #expect(help.contains("key-drivers") && help.contains("(drivers)") && !help.contains("manual"))
    for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("mainspring alone says what to do, with what lies in the folder") func start() throws {
    let folder = try TemporaryFolder()
    let empty = try Program.run([], directory: folder.url)
    #expect(empty.status == 0 && empty.output.contains("mainspring drivers webshop"))
    #expect(empty.output.contains("mainspring init survey.csv") && !empty.output.contains("lies here"))
    try folder.write("", to: "Our survey.sav")
    try folder.write("", to: "client.yaml")
    let full = try Program.run([], directory: folder.url).output
    #expect(full.contains("mainspring init 'Our survey.sav'") && full.contains("mainspring drivers client.yaml"))
    for line in full.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(
    "other words for verbs",
    arguments: [
      ("key-drivers", "drivers"), ("importance", "drivers"), ("matrix", "ipa"), ("alpha", "reliability"),
      ("factors", "factor"), ("correlations", "correlate"), ("summary", "describe"),
    ])
  func aliases(_ word: String, _ verb: String) throws {
    func run(_ name: String) throws -> String {
      let options =
        verb == "drivers" || verb == "ipa"
        ? ["--outcome", "rating", "--drivers", "complaints:advance", "--bootstrap", "0", "--scale", "0:100"]
        : verb == "reliability"
          ? ["--variables", "complaints:raises", "--bootstrap", "0"]
          : verb == "factor"
            ? ["--variables", "complaints:advance", "--factors", "2", "--parallel", "0"]
            : ["--variables", "rating:raises"]
      let result = try Program.run([name, "datasets/attitude/attitude.csv", "--format", "json", "--quiet"] + options)
      #expect(result.status == 0, "\(name): \(result.error)")
      return result.output
    }
    let own = try run(verb)
    #expect(try run(word) == own)
    #expect(try Program.run([word, "--help"]).output == Program.run([verb, "--help"]).output)
    #expect(try Program.run([word, "--help-all"]).output == Program.run([verb, "--help-all"]).output)
  }

  @Test(
    "errors say what was probably meant",
    arguments: [
      (["drivers", "webshop", "--errors", "hc33"], "Did you mean 'hc3'?"),
      (["factor", "webshop", "--rotation", "varimx"], "Did you mean 'varimax'?"),
      (["drivers", "webshop", "--correlation", "spearmn"], "Did you mean 'spearman'?"),
      (["drivers", "webshop", "--outcom", "x"], "Did you mean '--outcome'?"),
      (["ipa", "webshop", "--permutations", "100"], "It is an option of `drivers`."),
      (["drivers", "webshop", "--factors", "2"], "It is an option of `factor`."),
      (["--versoin"], "Did you mean '--version'?"), (["drivers", "webshp"], "Did you mean 'webshop'?"),
      (["drivers", "datasets/webshop/webshop.yml"], "Did you mean 'datasets/webshop/webshop.yaml'?"),
      (["drivers", "webshop", "--table", "importanc"], "Did you mean 'importance'?"),
      (["ipa", "webshop", "--by", "segmnt"], "Did you mean 'segment'?"), (["key-driver", "x"], "'key-drivers'"),
      (["schema", "studdy"], "Did you mean 'study'?"),
    ])
  func suggested(_ arguments: [String], _ says: String) throws {
    let result = try Program.run(arguments)
    #expect([64, 65, 66].contains(result.status) && result.output.isEmpty)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(!result.error.contains("--help-all' for"))
  }

  @Test("a key of a study is suggested too") func studyKey() throws {
    let folder = try TemporaryFolder()
    try folder.write("outcome: [a]\n", to: "s.yaml")
    let result = try Program.run(["drivers", "s.yaml"], directory: folder.url)
    #expect(result.status == 64 && result.error.contains("Did you mean 'outcomes'?"), "\(result.error)")
  }

  @Test("the manual has a page for every verb, the same each time") func manual() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["manual", "man"], directory: folder.url).status == 0)
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "man").path).sorted()
    for verb in Self.verbs { #expect(pages.contains("mainspring-\(verb).1")) }
    #expect(pages.contains("mainspring.1") && pages.contains("mainspring-moments-sql.1"))
    let page = try folder.text("man/mainspring-drivers.1")
    #expect(page.hasPrefix(".TH MAINSPRING\\-DRIVERS 1"))
    for part in [".SH NAME", ".SH SYNOPSIS", ".SH EXAMPLES", "\\-\\-outcome <a,b>", ".SH SEE ALSO", "\\-\\-stream"] {
      #expect(page.contains(part), "\(part)")
    }
    // What a verb refuses is not in its page, whatever verb writes it.
    #expect(try !folder.text("man/mainspring-ipa.1").contains("\\-\\-terms"))
    #expect(try Program.run(["manual", "again"], directory: folder.url).status == 0)
    #expect(try folder.text("again/mainspring-drivers.1") == page)
  }

  @Test("completions know verbs, options and words", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in ["drivers", "reliability", "notebook", "varimax", "missing-codes", "help-all"] {
      #expect(result.output.contains(word), "\(word)")
    }
  }
}
