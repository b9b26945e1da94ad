import Foundation
import TestSupport
import Testing

/// `drivers --through`: effects are those of `mediate`, parts of importance those of an enumeration in R, as a process.
@Suite struct ThroughTests {
  private static let folder = Program.root.appending(path: "Tests/References/mediation")
  private static let file = folder.appending(path: "political.csv").path
  private static let drivers = ["x1", "x2", "y2", "z"]

  /// lmg-split.R: R 4.2.2. Of each mediator by driver, then of what goes past them.
  private static let numbers: [String: [Double]] = {
    guard let data = try? Data(contentsOf: folder.appending(path: "lmg-split.json")),
      let all = try? JSONSerialization.jsonObject(with: data) as? [String: [Double]]
    else { return [:] }
    return all
  }()

  private static func run(_ words: [String], file: String = file, verb: String = "drivers") throws -> JSONReader {
    let result = try Program.run([verb, file] + words + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  private static func parts(_ json: JSONReader, through: String?) -> [[String: Any]] {
    json.rows("importance_through").filter { $0["through"] as? String == through && $0["driver"] is String }
  }

  private static func value(_ row: [String: Any], _ name: String) -> Double { row[name] as? Double ?? .nan }

  @Test(
    "parts of importance are those of every subset fitted and weighed in R",
    arguments: [
      ("one", ["y1"], []), ("two", ["y1", "y3"], []), ("always", ["y1"], ["--always", "x3"]),
      ("weighted", ["y1", "y3"], ["--always", "x3", "--weights", "w"]),
    ])
  func enumerated(_ name: String, _ mediators: [String], _ words: [String]) throws {
    let json = try Self.run(
      [
        "--outcome", "y5", "--drivers", Self.drivers.joined(separator: ","), "--bootstrap", "0", "--through",
        mediators.joined(separator: ","),
      ] + words)
    let expected = try #require(Self.numbers[name])
    for (m, mediator) in mediators.enumerated() {
      for (k, row) in Self.parts(json, through: mediator).enumerated() {
        #expect(row["driver"] as? String == Self.drivers[k])
        #expect(abs(Self.value(row, "carried") - expected[m * 4 + k]) < 1e-12)
      }
    }
    let whole = Self.parts(json, through: mediators.count == 1 ? mediators[0] : nil)
    try #require(whole.count == 4)
    for (k, row) in whole.enumerated() {
      #expect(abs(Self.value(row, "direct") - expected[mediators.count * 4 + k]) < 1e-12)
      #expect(
        abs(Self.value(row, "carried") + Self.value(row, "direct") - Self.value(row, "importance")) < 1e-15)
    }
    // The parts are of what the tables beside them hold.
    let importance = json.rows("importance")
    #expect(zip(whole, importance).allSatisfy { Self.value($0, "importance") == Self.value($1, "importance") })
    let shares = whole.map { Self.value($0, "carried_share") + Self.value($0, "direct_share") }
    #expect(zip(shares, importance).allSatisfy { abs($0 - Self.value($1, "share")) < 1e-14 })
  }

  @Test("effects and their intervals are those of mediate, totals the coefficients") func mediate() throws {
    let words = ["--outcome", "y5", "--drivers", "x1,x2", "--through", "y1,y3", "--bootstrap", "99"]
    let (json, other) = (try Self.run(words), try Self.run(words, verb: "mediate"))
    let (own, known) = (json.rows("effects"), other.rows("effects"))
    #expect(own.count == 6 && known.count == 6)
    for (a, b) in zip(own, known) {
      for name in ["indirect", "indirect_low", "indirect_high", "direct", "direct_low", "total", "total_high", "share"]
      {
        #expect(
          a[name] is NSNull && b[name] is NSNull || abs(Self.value(a, name) - Self.value(b, name)) < 1e-9, "\(name)")
      }
      #expect(a["verdict"] as? String == b["verdict"] as? String)
    }
    let coefficients = json.rows("coefficients").filter { $0["term"] as? String != "(Intercept)" }
    for (row, coefficient) in zip(own.filter { $0["through"] is NSNull }, coefficients) {
      #expect(abs(Self.value(row, "total") - Self.value(coefficient, "estimate")) < 1e-12)
    }
  }

  @Test("maximum likelihood, imputation and pairs have the same parts up to what they are of")
  func sources() throws {
    let words = ["--outcome", "recommend", "--through", "satisfaction", "--bootstrap", "40"]
    let rows = try Self.run(words, file: "webshop")
    let expected = Self.parts(rows, through: "satisfaction").map { Self.value($0, "carried") }
    #expect(expected.count == 3)
    for more in [["--missing", "em"], ["--missing", "impute", "--imputations", "2"], ["--missing", "pairwise"]] {
      let json = try Self.run(words + more, file: "webshop")
      let own = Self.parts(json, through: "satisfaction")
      for (row, known) in zip(own, expected) {
        #expect(abs(Self.value(row, "carried") - known) < 0.02, "\(more)")
        #expect(row["carried_low"] is Double)
        #expect(
          abs(Self.value(row, "carried") + Self.value(row, "direct") - Self.value(row, "importance")) < 1e-14)
      }
    }
  }

  @Test("a matrix gives what its rows give") func matrix() throws {
    let folder = try TemporaryFolder()
    let saved = try Program.run(
      ["moments", Self.file, "--variables", "x1,x2,y1,y5", "--output", "m.csv", "--quiet"], directory: folder.url)
    #expect(saved.status == 0, "\(saved.error)")
    let words = ["--outcome", "y5", "--drivers", "x1,x2", "--through", "y1", "--bootstrap", "40"]
    let own = Self.parts(try Self.run(words), through: "y1")
    let given = Self.parts(
      try Self.run(words, file: folder.url.appending(path: "m.csv").path), through: "y1")
    #expect(own.count == 2 && given.count == 2)
    for (a, b) in zip(own, given) {
      for name in ["carried", "direct", "portion"] { #expect(abs(Self.value(a, name) - Self.value(b, name)) < 1e-12) }
      #expect(b["carried_low"] is Double)
    }
  }

  @Test("what works against the rest is not said to be a part of it") func against() throws {
    var csv = "y,a,m\n"
    for k in 0..<120 {
      let a = Double(k * 37 % 11)
      let m = 2 * a + Double(k * 53 % 7)
      csv += "\(3 * a - m + Double(k * 31 % 6)),\(a),\(m)\n"
    }
    let run = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a", "--through", "m", "--bootstrap", "60", "--quiet"],
      csv: csv)
    #expect(run.status == 0, "\(run.error)")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("What goes through m works against the rest of what the drivers explain of y: -"), "\(text)")
    #expect(!text.contains("Of what the drivers explain of y"))
  }

  @Test("who did not answer the mediator is missed in every table, and a line says so") func lost() throws {
    var csv = "y,a,b,m\n"
    for k in 0..<60 {
      let (a, b) = (k * 37 % 11, k * 53 % 7)
      csv += "\(a + b + k * 31 % 6),\(a),\(b),\(k % 10 == 3 ? "" : "\(a + k * 29 % 5)")\n"
    }
    func told(_ words: [String]) throws -> String {
      let run = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "40", "--quiet"] + words, csv: csv)
      #expect(run.status == 0, "\(run.error)")
      return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let line = "Respondents without an answer to m (6) are left out of every table here; without --through those"
    #expect(try told(["--through", "m"]).contains(line))
    #expect(try !told([]).contains("Respondents without an answer"))
    #expect(try !told(["--through", "m", "--missing", "em"]).contains("Respondents without an answer"))
  }

  @Test(
    "what cannot be split is refused by a sentence",
    arguments: [
      (["--through", "x1"], "'x1' is both"), (["--through", "y5"], "both an outcome and a mediator"),
      (["--through", "z"], "holds categories, and a mediator has to be a number"),
      (["--through", "nothing"], "no column"),
      (["--through", "y1", "--methods", "last"], "Add lmg"), (["--through", "y1,y1"], "named twice"),
    ])
  func refused(_ words: [String], _ sentence: String) throws {
    let result = try Program.run(["drivers", Self.file, "--outcome", "y5", "--drivers", "x1,x2"] + words)
    #expect([64, 65].contains(result.status) && result.error.contains(sentence), "\(result.error)")
  }

  @Test func `a mediator of two answers is refused, as mediate refuses it`() throws {
    let csv =
      "y,a,b,two\n"
      + BadInputTests.rows(60) { (i: Int) -> String in
        "\(i * 37 % 11 + i % 2 + i * 31 % 6),\(i * 37 % 11),\(i * 53 % 7),\(i % 2)"
      }
    for words in [["--bootstrap", "0"], ["--bootstrap", "40"]] {
      let result = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--through", "two"] + words, csv: csv)
      #expect(result.status == 65 || result.status == 64, "\(result.output)")
      #expect(result.error.contains("'two' has only two answers") && result.output.isEmpty, "\(result.error)")
    }
  }
}
