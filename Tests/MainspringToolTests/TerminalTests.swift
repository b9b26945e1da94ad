import Foundation
import Testing

/// What people see on a terminal: its width, a first screen, how far the work is, and help that can be believed.
@Suite struct TerminalTests {
  static let quick: [String: [String]] = [
    "drivers": ["--bootstrap", "60"], "ipa": ["--bootstrap", "60"], "describe": [], "correlate": [],
    "factor": ["--parallel", "40", "--starts", "2"], "reliability": ["--bootstrap", "60"],
  ]

  private func widest(_ text: String) -> Int { text.split(separator: "\n").map(\.count).max() ?? 0 }

  @Test(
    "lines are as wide as COLUMNS says, 80 without it, and within 60 and 160",
    arguments: TerminalTests.quick.keys.sorted())
  func columns(_ verb: String) throws {
    func text(_ columns: String) throws -> String {
      let result = try Program.run(
        [verb, "webshop", "--quiet", "--full"] + Self.quick[verb]!, environment: ["COLUMNS": columns])
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    let narrow = try text("80")
    let wide = try text("120")
    #expect(widest(narrow) <= 80 && widest(wide) > 80 && widest(wide) <= 120, "\(wide)")
    for unknown in ["", "wide", "0", "-5"] where verb == "describe" { #expect(try text(unknown) == narrow) }
    if verb == "describe" {
      #expect(widest(try text("20")) <= 60)
      #expect(widest(try text("100000")) <= 160)
    }
  }

  @Test("a terminal's own width counts for more than COLUMNS, and chooses nothing but the layout") func terminal()
    throws
  {
    let arguments = ["correlate", "webshop", "--quiet"]
    let onTerminal = try Terminal.text(
      of: arguments, stream: .output, columns: 140, environment: ["COLUMNS": "70"])
    #expect(onTerminal.status == 0)
    let piped = try Program.run(arguments, environment: ["COLUMNS": "140"])
    #expect(widest(onTerminal.text) > 80 && onTerminal.text == piped.output)
    // 17 variables stand beside each other there; at 80 columns the matrix has two parts.
    #expect(
      onTerminal.text.split(separator: "\n").filter { $0.contains("Staff are polite") && $0.hasPrefix(" 9") }.count == 1
    )
  }

  @Test(
    "the default is a screen with one table, and says what else there is", arguments: TerminalTests.quick.keys.sorted())
  func brief(_ verb: String) throws {
    let tables = ["drivers": 1, "ipa": 1, "describe": 1, "correlate": 0, "factor": 1, "reliability": 1]
    let titles = [
      "Importance", "Model", "Coefficients", "Importance and performance", "Crosshair", "Items", "Loadings (pattern)",
      "Variance explained", "Correlations of factors", "Fit", "How many factors", "Reliability", "Other coefficients",
      "Are the constructs distinct?", "Does one factor fit?",
    ]
    func lines(_ more: [String]) throws -> [Substring] {
      let result = try Program.run([verb, "webshop", "--quiet"] + Self.quick[verb]! + more)
      #expect(result.status == 0, "\(result.error)")
      return result.output.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let brief = try lines([])
    let full = try lines(["--full"])
    #expect(brief.count { titles.contains(String($0)) } == tables[verb], "\(brief)")
    // A screen or so: two outcomes, each with its opening, bars or fields, and rows under its title.
    #expect(brief.count <= 85)
    let closing = brief.joined(separator: " ").components(separatedBy: "Also: ")
    #expect(closing.count == 2 && closing[1].contains("(--full)") != (verb == "correlate"))
    #expect(!full.contains { $0.hasPrefix("Also: ") })
    if !["describe", "correlate"].contains(verb) { #expect(full.count > brief.count) }
    // Nothing that the notes say is left out.
    let notes = { (lines: [Substring]) in
      lines.drop { $0 != "Notes" }.prefix { !$0.hasPrefix("Also: ") }.filter { !$0.isEmpty }
    }
    #expect(notes(brief) == notes(full) && !notes(full).isEmpty)
    // Every table that is named can be had.
    let names = closing[1].replacing("(--full)", with: "").replacing("(--table NAME)", with: "").components(
      separatedBy: CharacterSet(charactersIn: ",;. \n")
    ).filter { !$0.isEmpty }
    for name in names {
      let table = try Program.run([verb, "webshop", "--quiet", "--table", name] + Self.quick[verb]!)
      #expect(table.status == 0, "\(name): \(table.error)")
      #expect(!table.output.contains("Also: "))
    }
  }

  @Test("files and other forms hold everything") func files() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["drivers", "webshop", "--bootstrap", "0", "--quiet", "--output", "all.txt", "--output", "all.md"],
      directory: folder.url, environment: ["COLUMNS": "140"])
    #expect(result.status == 0, "\(result.error)")
    let full = try Program.run(["drivers", "webshop", "--bootstrap", "0", "--quiet", "--full"])
    #expect(try folder.text("all.txt") == full.output)
    let markdown = try Program.run(["drivers", "webshop", "--bootstrap", "0", "--quiet", "--format", "markdown"])
    #expect(try folder.text("all.md") == markdown.output && markdown.output.contains("**Model**"))
  }

  @Test("several methods are beside each other, and tables of their own options are shown") func askedFor() throws {
    let methods = try Program.run(["drivers", "attitude", "--bootstrap", "0", "--methods", "lmg,last"])
    #expect(methods.output.contains("\nImportance\n") && !methods.output.contains("\nCoefficients\n"))
    let blocks = try Program.run(
      ["drivers", "attitude", "--bootstrap", "0", "--block", "pay=raises", "--diagnostics"])
    #expect(
      blocks.output.contains("\nBlocks") && blocks.output.contains("breusch_pagan")
        && blocks.output.contains("Influence of single rows"), "\(blocks.output)")
  }

  @Test("notes that groups share are said once") func notes() throws {
    let result = try Program.run(["reliability", "webshop", "--by", "segment", "--bootstrap", "60", "--quiet"])
    let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // 264 new and 336 returning customers answered in the second wave.
    #expect(text.contains("segment = new / returning: The weights make 264 / 336 respondents as informative as"))
    #expect(text.components(separatedBy: "effective sample size").count == 2)
  }

  @Test("progress goes over all groups") func progress() throws {
    let result = try Terminal.text(
      of: ["drivers", "webshop", "--by", "segment", "--bootstrap", "150000", "--jobs", "1"], stream: .error, columns: 80
    )
    #expect(result.status == 0)
    let shares = result.text.split(separator: "\r").compactMap { line -> (first: Bool, percent: Int)? in
      guard let end = line.range(of: " %, ") else { return nil }
      let number = line[..<end.lowerBound].split(separator: " ").last.flatMap { Int($0) }
      return number.map { (line.contains("drivers 1 of 2: segment = new"), $0) }
    }
    #expect(result.text.contains("drivers 2 of 2: segment = returning"), "\(result.text.suffix(300))")
    #expect(shares.allSatisfy { $0.first ? $0.percent <= 50 : $0.percent >= 50 }, "\(shares)")
    #expect(shares.map(\.percent) == shares.map(\.percent).sorted())
  }

  @Test(
    "a misspelt verb gets a suggestion",
    arguments: [
      (["drvers", "webshop"], "Did you mean 'drivers'?"), (["describ"], "'describe'"), (["IPA", "webshop"], "'ipa'"),
      (["help", "factr"], "'factor'"), (["webshop"], "mainspring drivers webshop"),
      (["survey.csv", "--outcome", "y"], "mainspring drivers survey.csv"),
      (["nonsense"], "The verbs: init, drivers, ipa"),
    ])
  func verbs(_ arguments: [String], _ says: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.error.contains(says), "\(result.error)")
  }

  @Test(
    "explain finds the page behind a word",
    arguments: [
      ("nps", "net promoter"), ("ipa", "Importance–performance"), ("shapley", "LMG"), ("htmt", "HTMT"),
      ("vif", "variance inflation"), ("missing", "--missing-codes"), ("SHAPLEY", "LMG"), ("alpha", "Cronbach"),
    ])
  func explained(_ word: String, _ says: String) throws {
    let result = try Program.run(["explain", word])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains(says), "\(result.output)")
  }

  @Test(
    "explain suggests",
    arguments: [("shaply", "'shapley'"), ("misssing", "'missing'"), ("kmo", "explain"), ("suppression", "explain")])
  func suggested(_ word: String, _ says: String) throws {
    let result = try Program.run(["explain", word])
    #expect(result.status == 64 && result.error.contains(says), "\(result.error)")
  }

  static let everyVerb = [
    "drivers", "ipa", "describe", "correlate", "factor", "reliability", "simulate", "datasets", "validate", "rerun",
    "explain", "init", "convert", "schema", "rake", "impute", "sem", "missing", "mediate",
  ]

  @Test("examples in help can be pasted", arguments: TerminalTests.everyVerb) func examples(_ verb: String) throws {
    let help = try Program.run([verb, "--help-all"]).output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "Examples:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }
    let script = lines.joined(separator: "\n")
    #expect(
      lines.first?.hasPrefix("  mainspring ") == true && lines.allSatisfy { $0.count <= 80 }, "\(help.prefix(900))")
    let folder = try TemporaryFolder()
    let result = try Notebook.run("set -e\n\(script)\n", in: folder.url)
    #expect(result.status == 0, "\(script)\n\(result.error)")
    // The whole of it was run: every line that begins a command.
    #expect(script.components(separatedBy: "mainspring ").count > 2)
  }

  @Test("help never offers what is refused") func offers() throws {
    // By verb: options that end in a refusal whatever the data are.
    let refused: [(verb: String, option: String, value: [String])] = [
      ("ipa", "--terms", ["pq1:pq2"]), ("describe", "--stream", []), ("describe", "--n", ["300"]),
      ("describe", "--diagonal", ["ones"]),
      ("correlate", "--stream", []), ("factor", "--stream", []), ("reliability", "--stream", []),
    ]
    for (verb, option, value) in refused {
      let help = try Program.run([verb, "--help-all"]).output
      #expect(!help.contains("  \(option) ") && !help.contains("  \(option)\n"), "\(verb) \(option)")
      let result = try Program.run([verb, "webshop", option] + value)
      #expect([64, 65].contains(result.status) && !result.error.contains("Unknown option"), "\(result.error)")
    }
    for verb in Self.everyVerb where !["simulate", "convert", "rerun", "schema"].contains(verb) {
      let help = try Program.run([verb, "--help-all"]).output
      let hasFigure = ![
        "datasets", "validate", "explain", "init", "missing", "rake",
      ].contains(verb)
      #expect(help.contains(".svg .png .pdf") == hasFigure, "\(verb)")
      #expect(
        help.contains("--full")
          == (Self.quick.keys.contains(verb) || ["missing", "impute", "rake", "sem", "mediate"].contains(verb)),
        "\(verb)")
    }
    let stream = try Program.run(["drivers", "--help-all"]).output
    #expect(stream.contains("--stream") && stream.contains("--terms"))
    #expect(try !Program.run(["describe", "--help-all"]).output.contains("moments file"))
  }
}
