import Foundation
import TestSupport
import Testing

/// What `correlate`, `factor`, `reliability` and `ipa` say first, and labels beside names, as a process.
@Suite struct MeasurementTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path

  /// 40 respondents; `z` is answered by the first `answered` only.
  private static func csv(_ answered: Int) -> String {
    "a,b,z,y\n"
      + BadInputTests.rows(40) { (i: Int) -> String in
        let a = i * 7 % 5
        let b = (a + i % 3) % 5
        let z: String = i < answered ? String(1 + i * 3 % 5) : ""
        return "\(1 + a),\(1 + b),\(z),\(a + i % 2)"
      }
  }

  @Test(
    "the opening says n, above a tenth what was lost to which question, above a third the ways out",
    arguments: [
      ["factor", "data.csv", "--variables", "a,b,z", "--factors", "1", "--parallel", "0"],
      ["correlate", "data.csv", "--variables", "a,b,z"],
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--folds", "0"],
      ["ipa", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--scale", "1:5"],
      ["reliability", "data.csv", "--variables", "a,b,z", "--bootstrap", "0"],
    ])
  func opening(_ arguments: [String]) throws {
    func text(_ answered: Int) throws -> String {
      let result = try Program.run(arguments + ["--quiet"], csv: Self.csv(answered))
      #expect(result.status == 0, "\(result.error)")
      let opening = result.output.components(separatedBy: "\nNotes")[0]
      return opening.replacing("\n", with: " ").replacing("  ", with: " ")
    }
    let whole = try text(40)
    #expect(whole.contains("40 respondents"))
    #expect(!whole.contains("left out because"))
    let some = try text(33)
    #expect(some.contains("33") && some.contains("7 (18 %) were left out because an answer is missing"))
    #expect(some.contains("most often to 'z' (7)") && !some.contains("more than a third"))
    let few = try text(24)
    #expect(few.contains("16 (40 %) were left out") && few.contains("more than a third"))
    #expect(few.contains("leave out 'z', or use --missing pairwise"))
  }

  @Test("performance is of all who rated a driver, with its n") func raters() throws {
    let result = try Program.run(
      [
        "ipa", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--scale", "1:5", "--quiet",
        "--format", "csv",
      ], csv: Self.csv(24))
    #expect(result.status == 0, "\(result.error)")
    let rows = CorrelateTests.rows(result.output)
    let n = try #require(rows[0].firstIndex(of: "n"))
    let performance = try #require(rows[0].firstIndex(of: "performance"))
    #expect(rows.dropFirst().map { $0[n] } == ["40", "40", "24"])
    // Σ(a − 1)/4·100/40 with a − 1 = 7i mod 5, each of 0 … 4 eight times: 50.
    #expect(abs(try #require(Double(rows[1][performance])) - 50) < 1e-10)
  }

  @Test("labels stand beside names in CSV and JSON, and in their place where people read") func labels() throws {
    let pairs = try Program.run(
      ["correlate", Self.study, "--variables", "pq1:pq3", "--format", "csv", "--quiet"])
    #expect(pairs.status == 0, "\(pairs.error)")
    let rows = CorrelateTests.rows(pairs.output)
    #expect(rows[0].suffix(2) == ["a_label", "b_label"])
    for verb in ["factor", "reliability"] {
      let result = try Program.run([verb, Self.study, "--bootstrap", "0", "--format", "json", "--quiet"])
      #expect(result.status == 0, "\(result.error)")
      let json = try JSONReader(result.output)
      if verb == "factor" {
        #expect(json.rows("loadings").allSatisfy { $0.keys.contains("variable_label") })
      } else {
        let rows = json.rows("reliability")
        #expect(rows.first?["construct_label"] as? String == "Product quality")
        #expect(rows.allSatisfy { $0.keys.contains("construct_label") && $0["n"] as? Int != nil })
        let text = try Program.run([verb, Self.study, "--bootstrap", "0", "--quiet"])
        #expect(text.output.contains("Product quality"))
        #expect(!text.output.components(separatedBy: "\nNotes")[0].contains("product_quality"))
      }
    }
  }

  @Test("tables of drivers and the matrix show labels to people, and hold names and labels for programs")
  func driverLabels() throws {
    let common = ["--bootstrap", "0", "--quiet"]
    func json(_ arguments: [String]) throws -> JSONReader {
      let result = try Program.run(arguments + common + ["--format", "json"])
      #expect(result.status == 0, "\(result.error)")
      return try JSONReader(result.output)
    }
    let drivers = try json(
      ["drivers", Self.study, "--outcome", "recommend", "--diagnostics", "--block", "a=process_ease"])
    let titles = [
      "product_quality": "Product quality", "process_ease": "Process ease", "staff_courtesy": "Staff courtesy",
    ]
    for table in drivers.tables {
      for row in drivers.rows(table) {
        #expect(row["outcome"] as? String == "recommend", "\(table)")
        #expect(row["outcome_label"] as? String == "Would recommend", "\(table)")
        for name in ["driver", "versus", "term"] {
          guard let code = row[name] as? String else { continue }
          #expect(row["\(name)_label"] as? String == titles[code], "\(table) \(code)")
        }
      }
    }
    #expect(drivers.rows("blocks").first?["terms_label"] as? String == "Process ease")
    for row in try json(["ipa", Self.study]).rows("ipa") {
      #expect(row["driver_label"] as? String == titles[row["driver"] as? String ?? ""])
    }
    for verb in ["drivers", "ipa"] {
      for more in [["--full"], ["--format", "markdown"], ["--table", verb == "ipa" ? "ipa" : "importance"]] {
        let text = try Program.run([verb, Self.study] + common + more)
        #expect(text.status == 0, "\(text.error)")
        let tables = text.output.components(separatedBy: "Notes")[0]
        #expect(tables.contains("Staff courtesy") && tables.contains("Would buy again"))
        for code in titles.keys + ["keep_up_the_good_work"] { #expect(!tables.contains(code), "\(verb) \(more)") }
      }
    }
  }

  @Test("a method that values products alone leads no headline") func productHeadline() throws {
    let csv =
      "y,a,b\n"
      + BadInputTests.rows(40) { (i: Int) -> String in
        let (a, b) = (i * 7 % 9 - 4, i * 5 % 11 - 5)
        return "\(a * b * 10 + i * 3 % 7),\(a),\(b)"
      }
    func lead(_ methods: String) throws -> String {
      let result = try Program.run(
        [
          "drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--terms", "a:b", "--methods", methods,
          "--bootstrap", "0", "--folds", "0", "--quiet",
        ], csv: csv)
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    #expect(try lead("last,lmg").hasPrefix("y: ") && lead("last,lmg").contains("products aside"))
    let last = try lead("last")
    #expect(!last.contains("no driver explains anything") && last.contains("--methods lmg"))
  }

  @Test("what rests on one respondent has no interval of its importance, and no share reaches below zero")
  func loneShares() throws {
    let csv =
      "y,a,flag\n"
      + BadInputTests.rows(60) { (i: Int) -> String in
        "\(i * 7 % 11 + i % 5 * 2),\(i % 5),\(i == 31 ? 1 : 0)"
      }
    let result = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a,flag", "--bootstrap", "200", "--folds", "0", "--quiet",
        "--format", "json",
      ], csv: csv)
    #expect(result.status == 0, "\(result.error)")
    let rows = try JSONReader(result.output).rows("importance")
    for column in ["conf_low", "conf_high", "share_low", "share_high", "rank_low", "rank_high", "p_first"] {
      #expect(rows[1][column] is NSNull && rows[0][column] is Double || rows[0][column] is Int, "\(column)")
    }
    #expect(rows[0]["driver"] as? String == "a" && (rows[0]["share_low"] as? Double).map { $0 >= 0 } == true)
  }

  @Test("columns with one label are told apart by their names, in tables and sentences alike") func sharedLabels()
    throws
  {
    let study = """
      data: data.csv
      outcomes: {y: {label: Satisfied}, z: {label: Satisfied}}
      drivers: [a, b]
      variables: {a: {label: Satisfied with}, b: {label: Satisfied with}}
      """
    let folder = try TemporaryFolder()
    try folder.write(study, to: "study.yaml")
    let csv = BadInputTests.rows(40) { (i: Int) -> String in
      "\(i * 7 % 11 + i % 5),\(i * 3 % 7 + i % 4),\(i % 5),\(i % 4)"
    }
    try folder.write("y,z,a,b\n" + csv, to: "data.csv")
    let result = try Program.run(
      ["drivers", "study.yaml", "--bootstrap", "0", "--folds", "0", "--quiet", "--full"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    // A title over the rows of each outcome, in the tables of importance and of coefficients.
    #expect(lines.count { $0 == "Satisfied (y)" } == 2 && lines.count { $0 == "Satisfied (z)" } == 2)
    #expect(lines.contains { $0.hasPrefix("What drives Satisfied (z)") })
    #expect(
      lines.contains { $0.hasPrefix("  Satisfied with (a)") } && lines.contains { $0.contains("Satisfied with (b)") })
  }

  @Test("a category's label is its variable's, with the level") func categoryLabels() throws {
    let study = """
      data: data.csv
      outcomes: {y: {label: Would return}}
      drivers: [a, town]
      variables: {town: {label: Place of the shop}}
      """
    let folder = try TemporaryFolder()
    try folder.write(study, to: "study.yaml")
    try folder.write(
      "y,a,town\n" + BadInputTests.rows(30) { "\($0 % 7),\($0 * 3 % 5),\($0 % 4 < 2 ? "Oslo" : "Bergen")" },
      to: "data.csv")
    let result = try Program.run(
      ["drivers", "study.yaml", "--bootstrap", "0", "--quiet", "--format", "csv", "--table", "coefficients"],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let rows = CorrelateTests.rows(result.output)
    #expect(
      rows.map { [$0[1], $0.last ?? ""] } == [
        ["term", "term_label"], ["(Intercept)", ""], ["a", ""], ["town=Oslo", "Place of the shop = Oslo"],
      ])
  }

  @Test("clusters order the matrix and leave the table of pairs as it is") func clusters() throws {
    let csv =
      "a,x,b,y\n"
      + BadInputTests.rows(30) { (i: Int) -> String in
        let x = i * 7 % 11
        return "\(i),\(x),\(i + i % 2),\(x + i % 2)"
      }
    func run(_ more: [String]) throws -> String {
      let result = try Program.run(["correlate", "data.csv", "--variables", "a,x,b,y", "--quiet"] + more, csv: csv)
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    func names(_ text: String) -> [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return words.count > 2 && Int(words[0]) != nil && ["a", "b", "x", "y"].contains(words[1])
          ? String(words[1]) : nil
      }
    }
    #expect(try names(run([])) == ["a", "x", "b", "y"])
    let ordered = try names(run(["--order", "clusters"]))
    #expect([["a", "b"], ["b", "a"], ["x", "y"], ["y", "x"]].contains(Array(ordered.prefix(2))), "\(ordered)")
    #expect(try run(["--format", "csv"]) == run(["--format", "csv", "--order", "clusters"]))
  }
}
