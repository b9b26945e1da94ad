import Foundation
import TestSupport
import Testing

/// What is read, and what is refused, of files as spreadsheets, platforms and people write them. Regression figures are those of
/// R 4.2.2's `lm` on the numbers read by hand (`Tests/References/reading`); counts are of the files' rows.
@Suite struct ReadingTests {
  static let folder = Program.root.appending(path: "Tests/Cases")

  private func run(_ file: String, _ verb: String, _ options: [String]) throws -> Program.Outcome {
    let path = Self.folder.appending(path: file)
    return try Program.run(
      [verb, path.lastPathComponent] + options, directory: path.deletingLastPathComponent())
  }

  private func drivers(_ file: String, _ options: [String]) throws -> (json: JSONReader, error: String) {
    let result = try run(file, "drivers", options + ["--bootstrap", "0", "--folds", "0", "--format", "json"])
    #expect(result.status == 0, "\(result.error)")
    return (try JSONReader(result.output), result.error)
  }

  private func number(_ json: JSONReader, _ table: String, _ column: String, term: String? = nil) throws -> Double {
    let row = try #require(json.rows(table).first { term == nil || $0["term"] as? String == term })
    return try #require(row[column] as? Double)
  }

  private func expectClose(_ a: Double, _ b: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(abs(a - b) <= 1e-9 * abs(b), "\(a), not \(b)", sourceLocation: sourceLocation)
  }

  @Test("every column is read with its own decimal mark") func marks() throws {
    let (json, error) = try drivers(
      "decimal-conflict/both.csv", ["--outcome", "overall", "--drivers", "q1,spend,w", "--errors", "classical"])
    expectClose(try number(json, "fit", "r_squared"), 0.886114118982465)
    expectClose(try number(json, "coefficients", "estimate", term: "w"), -0.21243102666284)
    expectClose(try number(json, "coefficients", "p_value", term: "w"), 9.31045228966e-02)
    #expect(error.contains("'1,62' is read as 1.62"))
    #expect(json.notes.contains { $0.kind == "column_reading" && $0.message.contains("'w'") })
    let doubtful = try run("decimal-conflict/thou.csv", "describe", [])
    #expect(doubtful.error.contains("'16.100' is read as 16100"))
  }

  @Test("thousands, currency and per cent are numbers") func forms() throws {
    let options = ["--outcome", "overall", "--errors", "classical"]
    let (thousands, _) = try drivers("thousands/us.csv", options + ["--drivers", "spend"])
    expectClose(try number(thousands, "coefficients", "estimate", term: "spend"), 0.000380211848598)
    let (currency, _) = try drivers("number-forms/currency.csv", options + ["--drivers", "q1"])
    expectClose(try number(currency, "coefficients", "estimate", term: "q1"), 0.416033418521)
    let (percent, said) = try drivers("number-forms/percent.csv", options + ["--drivers", "q1"])
    expectClose(try number(percent, "coefficients", "estimate", term: "q1"), 0.0416033418521)
    #expect(said.contains("per cent"))
  }

  @Test("the numbers of a labelled scale count") func labels() throws {
    let (json, error) = try drivers("likert-labels/nps_labels.csv", ["--outcome", "recommend", "--drivers", "q1"])
    expectClose(try number(json, "fit", "r_squared"), 0.675859486671)
    #expect(json.rows("fit").first?["n"] as? Int == 80)
    #expect(error.contains("'0 - Not at all likely' is read as 0"))
    let described = try run("import/labelled.csv", "describe", ["--format", "csv"])
    #expect(described.output.contains("price,,6,0,2.5,"), "\(described.output)")
  }

  @Test("stray quotes swallow no rows") func quotes() throws {
    for (file, line) in [("two_open", 7), ("unclosed_quotedlater", 6)] {
      let result = try run("stray-quotes/\(file).csv", "describe", [])
      #expect(result.status == 65 && result.output.isEmpty)
      #expect(result.error.contains("\(file).csv, line \(line):"), "\(result.error)")
    }
    let proper = try run("stray-quotes/newline.csv", "describe", ["--format", "json"])
    #expect(try JSONReader(proper.output).run["rows_read"] as? Int == 30)
  }

  @Test(
    "two answers in a cell and names are no driver without being asked for",
    arguments: [
      ("multiselect/two.csv", "overall", "channels", "two answers"),
      ("category-spelling/tiny.csv", "y", "g", "3 different texts in 5 rows"),
    ])
  func refused(_ file: String, _ outcome: String, _ driver: String, _ says: String) throws {
    let result = try run(file, "drivers", ["--outcome", outcome, "--drivers", driver, "--bootstrap", "0"])
    #expect(result.status == 65, "\(result.error)")
    #expect(result.error.contains("'\(driver)'") && result.error.contains(says), "\(result.error)")
    #expect(result.error.contains("--categorical \(driver)"))
    #expect(!result.error.contains("--missing-codes"))
  }

  @Test("a column that looks like numbers says which value does not, and --categorical insists") func insists() throws {
    let money = "y,a\n" + BadInputTests.rows(60) { "\($0 % 7),\($0 % 5 == 0 ? "unknown" : "$\($0 % 9 + 1)")" }
    let said = try Program.run(["drivers", "data.csv", "--outcome", "y", "--drivers", "a"], csv: money)
    #expect(said.status == 65)
    #expect(said.error.contains("look") && said.error.contains("'unknown'") && said.error.contains("--categorical a"))
    let cured = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--missing-codes", "unknown", "--bootstrap", "0"],
      csv: money)
    #expect(cured.status == 0, "\(cured.error)")
    for file in ["d", "lead0", "quoted", "quoted_cat"] {
      let (json, _) = try drivers(
        "number-coded-category/\(file).csv", ["--outcome", "y", "--drivers", "q1,region", "--categorical", "region"])
      expectClose(try number(json, "fit", "r_squared"), 0.696123605743)
    }
  }

  @Test("header rows of platforms are no respondents") func headers() throws {
    let (json, error) = try drivers("import/qualtrics.csv", ["--outcome", "Q2", "--drivers", "Q1_1,Q1_2"])
    #expect(json.rows("fit").first?["n"] as? Int == 30)
    expectClose(try number(json, "fit", "r_squared"), 0.926181368578)
    #expect(error.contains("question texts"))
    let texts = try run("import/qualtrics_texts.csv", "describe", ["--variables", "Q6,Q5_1", "--format", "json"])
    #expect(try JSONReader(texts.output).run["rows_read"] as? Int == 160)
    let monkey = try run("import/surveymonkey.csv", "describe", ["--format", "json"])
    let described = try JSONReader(monkey.output)
    #expect(described.run["rows_read"] as? Int == 160)
    #expect(
      described.rows("items").contains {
        $0["variable"] as? String == "seat_selection" && $0["label"] as? String == "Seat selection"
      })
    let csv = "q1,q2\nHow easy?,How quick?\n" + BadInputTests.rows(20) { "\($0 % 5),\($0 % 4)" }
    let asked = try Program.run(["describe", "data.csv"], csv: csv)
    #expect(asked.status == 65 && asked.error.contains("line 2") && asked.error.contains("--header-rows 2"))
    let told = try Program.run(["describe", "data.csv", "--header-rows", "2", "--format", "json"], csv: csv)
    #expect(try JSONReader(told.output).rows("items").first?["label"] as? String == "How easy?")
    #expect(try JSONReader(told.output).run["rows_read"] as? Int == 20)
  }

  @Test("what cannot be read stops only what uses it") func unreadable() throws {
    let (json, _) = try drivers(
      "import/where_unreadable.csv", ["--outcome", "y", "--drivers", "x", "--where", "f = 1"])
    #expect(json.rows("fit").first?["n"] as? Int == 6)
    expectClose(try number(json, "coefficients", "estimate", term: "x"), 0.585714285714)
    let all = try run(
      "import/where_unreadable.csv", "drivers", ["--outcome", "y", "--drivers", "x", "--bootstrap", "0"])
    // The word gives no answer: its row is left out for that reason.
    #expect(all.status == 0 && all.error.contains("'refused' counts as missing"), "\(all.error)")
    let csv = "y,a,a,b\n" + BadInputTests.rows(30) { "\($0 % 5),\($0 % 4),\($0 % 3),\($0 % 7)" }
    let unused = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "b", "--bootstrap", "0"], csv: csv)
    #expect(unused.status == 0, "\(unused.error)")
    for drivers in ["a", "a,b", "'*'", "a:b"] {
      let used = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", drivers, "--bootstrap", "0"], csv: csv)
      #expect(used.status == 65 && used.error.contains("two columns named 'a'") || drivers == "'*'", "\(drivers)")
    }
    let described = try Program.run(["describe", "data.csv", "--format", "json"], csv: csv)
    #expect(
      try JSONReader(described.output).rows("items").map { $0["variable"] as? String } == ["y", "a", "a (2)", "b"])
  }

  @Test(
    "missing codes are numbers, texts, ranges and of one variable",
    arguments: [
      ["--missing-codes=-99:-1"], ["--missing-codes", "<0"], ["--missing-codes", "\u{2212}99"],
      ["--missing-codes", "q1=-99"],
      ["--missing-codes", "-99"],
    ])
  func codes(_ options: [String]) throws {
    let result = try run("missing-code-kinds/um.csv", "describe", ["--variables", "q1", "--format", "json"] + options)
    let items = try JSONReader(result.output).rows("items")
    #expect(items.first?["missing"] as? Int == 1 && items.first?["min"] as? Int == 1, "\(result.error)")
  }

  @Test("a code that nothing matches is said, and one with a comma can be") func unmatched() throws {
    let result = try run("missing-code-kinds/um.csv", "describe", ["--missing-codes", "98:,-99", "--format", "json"])
    let notes = try JSONReader(result.output).notes
    #expect(
      notes.contains { $0.kind == "code_unmatched" && $0.message.contains("'98:'") && !$0.message.contains("-99") })
    let csv = "y,a\n" + BadInputTests.rows(30) { "\($0 % 5),\($0 == 7 ? "\"Ask me, later\"" : "\($0 % 4)")" }
    let stopped = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--bootstrap", "0"], csv: csv)
    #expect(stopped.error.contains(#"--missing-codes '"Ask me, later"'"#), "\(stopped.error)")
    let cured = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--bootstrap", "0", "--missing-codes",
        "\"Ask me, later\"",
      ], csv: csv)
    #expect(cured.status == 0, "\(cured.error)")
  }

  @Test("the advice for a cell follows what it looks like") func advice() throws {
    for (cell, says, saysNot) in [
      ("5;3", "several answers", "--missing-codes"), ("1 234,5", "looks like a number", "--missing-codes"),
      ("often", "--missing-codes often", "looks like"),
    ] {
      let csv = "y,a\n" + BadInputTests.rows(30) { "\($0 % 5),\($0 == 7 ? "\"\(cell)\"" : "\($0 % 4).5")" }
      let result = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--bootstrap", "0"], csv: csv)
      #expect(result.status == 65 && result.error.contains("'\(cell)'"), "\(result.error)")
      #expect(result.error.contains(says) && !result.error.contains(saysNot), "\(result.error)")
    }
  }

  @Test("a question text in the first row is none that could be declared missing") func headerText() throws {
    let csv = "y,a\n3,How satisfied are you?\n" + BadInputTests.rows(30) { "\($0 % 5),\($0 % 4)" }
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--bootstrap", "0"], csv: csv)
    #expect(result.status == 65 && result.error.contains("--header-rows 2"), "\(result.error)")
    #expect(!result.error.contains("--missing-codes"))
  }

  @Test("odd blanks, byte order marks and blanks within quotes do not matter") func blanks() throws {
    let (json, _) = try drivers("names/nbsp.csv", ["--outcome", "y", "--drivers", "quality,ease,staff"])
    #expect(json.rows("importance").map { $0["driver"] as? String }.contains("quality"))
    let study = try run("names/s_bom.yaml", "drivers", ["--bootstrap", "0", "--quiet"])
    #expect(study.status == 0, "\(study.error)")
    let spelled = try run("category-spelling/d.csv", "describe", ["--where", "gender = 'female'", "--format", "json"])
    // 44 are written so, 16 with a blank behind and 0 before.
    #expect(try JSONReader(spelled.output).rows("items").first?["n"] as? Int == 60)
  }
}
