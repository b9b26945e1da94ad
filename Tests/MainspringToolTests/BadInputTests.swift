import Foundation
import TestSupport
import Testing

/// Bad input ends with the status of the contract and one message that names the column, the row, the value and what to
/// do; nothing is written, nothing crashes.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var title: String
    var csv: String
    var options: [String] = ["--outcome", "y", "--drivers", "a,b"]
    var verb = "drivers"
    var status: Int32 = 65
    /// Each must stand in the message.
    var says: [String]
    var testDescription: String { title }
  }

  static let good = "y,a,b\n" + rows(12) { "\(($0 * 7) % 5),\(($0 * 3) % 4),\(($0 * 5) % 7)" }

  static func rows(_ count: Int, _ row: (Int) -> String) -> String {
    (0..<count).map(row).joined(separator: "\n") + "\n"
  }

  static let cases: [Case] = [
    Case(title: "an empty file", csv: "", says: ["data.csv", "empty"]),
    Case(title: "a header and no rows", csv: "y,a,b\n", says: ["data.csv", "no rows"]),
    Case(title: "one row", csv: "y,a,b\n1,2,3\n", says: ["1 usable row", "too few"]),
    Case(
      title: "two rows for two drivers", csv: "y,a,b\n1,2,3\n2,3,5\n", says: ["2 usable rows", "too few"]),
    Case(
      title: "more drivers than rows", csv: "y,a,b,c,d,e,f\n1,2,3,4,5,6,8\n2,3,5,7,1,2,3\n4,3,1,2,2,9,7\n",
      options: ["--outcome", "y", "--drivers", "a:f"], says: ["3 usable rows", "too few", "Use fewer drivers"]),
    Case(
      title: "a constant driver", csv: "y,a,b\n" + rows(9) { "\($0 % 4),3,\($0)" }, says: ["'a'", "same value, 3"]),
    Case(
      title: "a constant outcome", csv: "y,a,b\n" + rows(9) { "2,\($0 % 4),\($0)" }, says: ["'y'", "same value, 2"]),
    Case(
      title: "text among numbers", csv: "y,a,b\n" + rows(9) { "\($0 % 4),\($0 == 6 ? "often" : "\($0)"),\($0 * $0)" },
      says: ["'a'", "row 7", "'often'", "--missing-codes"]),
    Case(
      title: "a text outcome", csv: "y,a,b\n" + rows(9) { "\($0 % 2 == 0 ? "yes" : "no"),\($0),\($0 * $0)" },
      says: ["'y'", "text"]),
    Case(
      title: "a value outside the scale",
      csv: "y,a,b\n" + rows(9) { "\($0 % 4),\($0 == 4 ? 99 : $0 % 3 + 1),\($0 % 5 + 1)" },
      options: ["--outcome", "y", "--drivers", "a,b", "--scale", "1:5"],
      says: ["'a'", "row 5", "99", "1 to 5", "--missing-codes 99"]),
    Case(
      title: "a missing code inside the scale", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--scale", "0:6", "--missing-codes", "3"],
      says: ["missing code 3", "inside the scale"]),
    Case(
      title: "an infinite number", csv: "y,a,b\n" + rows(9) { "\($0 % 4),\($0 == 2 ? "1e999" : "\($0)"),\($0 * $0)" },
      says: ["'a'", "row 3", "too large"]),
    Case(
      title: "every value missing", csv: "y,a,b\n" + rows(9) { "\($0 % 4),NA,\($0)" }, says: ["'a'", "no value"]),
    Case(
      title: "nobody answered everything", csv: "y,a,b\n" + rows(9) { $0 % 2 == 0 ? "\($0),1,NA" : "\($0),NA,\($0)" },
      says: ["No row is left"]),
    Case(title: "a misspelt column", csv: good, options: ["--outcome", "y", "--drivers", "a,B2"], says: ["'B2'"]),
    Case(
      title: "a near miss is suggested", csv: "recommend,quality,ease\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0)" },
      options: ["--outcome", "recomend", "--drivers", "quality,ease"], says: ["'recomend'", "'recommend'"]),
    Case(
      title: "a glob that matches nothing", csv: good, options: ["--outcome", "y", "--drivers", "prod*"],
      says: ["prod*", "No column matches"]),
    Case(
      title: "an outcome that is a driver too", csv: good, options: ["--outcome", "y", "--drivers", "y,a"], status: 64,
      says: ["'y'", "both"]),
    Case(title: "no outcome", csv: good, options: ["--drivers", "a,b"], status: 64, says: ["outcome", "--outcome"]),
    Case(
      title: "rows of unequal length", csv: "y,a,b\n1,2,3\n4,5\n6,7,8\n", says: ["row 2", "2 fields", "3"]),
    Case(
      title: "two columns of one name", csv: "y,a,a\n1,2,3\n", options: ["--outcome", "y", "--drivers", "a"],
      says: ["two columns", "'a'"]),
    Case(title: "a quote that never closes", csv: "y,a,b\n1,\"2,3\n4,5,6\n", says: ["row 1", "quote"]),
    Case(
      title: "a missing weight", csv: "y,a,b,w\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),\($0 == 3 ? "" : "1.5")" },
      options: ["--outcome", "y", "--drivers", "a,b", "--weights", "w"], says: ["'w'", "row 4", "missing"]),
    Case(
      title: "a negative weight", csv: "y,a,b,w\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),\($0 == 3 ? -2 : 1)" },
      options: ["--outcome", "y", "--drivers", "a,b", "--weights", "w"], says: ["'w'", "row 4", "-2", "negative"]),
    Case(
      title: "no weight above zero", csv: "y,a,b,w\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),0" },
      options: ["--outcome", "y", "--drivers", "a,b", "--weights", "w"], says: ["'w'", "zero"]),
    Case(
      title: "a frequency that is no whole number",
      csv: "y,a,b,w\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),\($0 == 3 ? 1.5 : 1)" },
      options: ["--outcome", "y", "--drivers", "a,b", "--weights", "w", "--weights-kind", "frequency"],
      says: ["'w'", "row 4", "1.5", "whole"]),
    Case(
      title: "a condition that nobody meets", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--where", "a > 100"], says: ["No row is left", "a > 100"]),
    Case(
      title: "a condition that cannot be read", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--where", "a >> 3"], status: 64, says: ["a >> 3", "character"]),
    Case(
      title: "a condition on a column that is not there", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--where", "wave = 2"], says: ["'wave'"]),
    Case(
      title: "one cluster", csv: "y,a,b,g\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),1" },
      options: ["--outcome", "y", "--drivers", "a,b", "--cluster", "g"], says: ["cluster"]),
    Case(
      title: "an unknown method", csv: good, options: ["--outcome", "y", "--drivers", "a,b", "--methods", "shapely"],
      status: 64, says: ["shapely", "lmg"]),
    Case(
      title: "no driver", csv: good, options: ["--outcome", "y"], status: 64, says: ["driver", "--drivers"]),
    Case(
      title: "an outcome that the drivers do not explain at all",
      csv: "y,a,b\n1,1,1\n1,1,-1\n2,1,1\n2,1,-1\n1,-1,1\n1,-1,-1\n2,-1,1\n2,-1,-1\n",
      options: ["--outcome", "y", "--drivers", "a,b", "--scale", "-1:1"], verb: "ipa", says: ["explain nothing", "'y'"]),
    Case(
      title: "a crosshair outside the matrix", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--crosshair", "50,30"], verb: "ipa", status: 64,
      says: ["share of 1"]),
    Case(
      title: "robust errors of pairwise data", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--missing", "pairwise", "--errors", "hc3"], status: 64,
      says: ["hc3", "pairwise"]),
    Case(
      title: "a term that is no product", csv: good, options: ["--outcome", "y", "--drivers", "a,b", "--terms", "a"],
      status: 64, says: ["'a'", "a:b"]),
    Case(
      title: "a product with text",
      csv: "y,a,b,city\n" + rows(9) { "\($0 % 4),\($0),\($0 * $0),\($0 % 2 == 0 ? "x" : "z")" },
      options: ["--outcome", "y", "--drivers", "a,b", "--terms", "a:city"], says: ["'city'", "a factor of 'a:city'"]),
    Case(
      title: "a product in the matrix", csv: good, options: ["--outcome", "y", "--drivers", "a,b", "--terms", "a:b"],
      verb: "ipa", status: 64, says: ["a:b", "drivers"]),
    Case(
      title: "a block with a member that is no driver", csv: good,
      options: ["--outcome", "y", "--drivers", "a", "--block", "one=b"], status: 64,
      says: ["'b'", "block 'one'", "--drivers"]),
    Case(
      title: "a block with a member that is not there", csv: good,
      options: ["--outcome", "y", "--block", "one=a,c"], says: ["'c'"]),
    Case(
      title: "a driver in two blocks", csv: good,
      options: ["--outcome", "y", "--block", "one=a,b", "--block", "two=b"], status: 64,
      says: ["'b'", "'one'", "'two'"]),
    Case(
      title: "the table of blocks without blocks", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--table", "blocks"], status: 64, says: ["--block"]),
    Case(
      title: "more folds than rows", csv: good, options: ["--outcome", "y", "--drivers", "a,b", "--folds", "13"],
      status: 64, says: ["--folds 13", "12"]),
    Case(
      title: "diagnostics of pairwise data", csv: good,
      options: ["--outcome", "y", "--drivers", "a,b", "--missing", "pairwise", "--diagnostics"],
      says: ["pairwise", "--missing listwise"]),
    Case(
      title: "a category in the matrix",
      csv: "y,a,b\n" + rows(36) { "\($0 % 4),\(["red", "green", "blue"][$0 % 3]),\($0 % 5)" },
      options: ["--outcome", "y", "--drivers", "a,b"], verb: "ipa", says: ["'a'", "categories", "--always a"]),
  ]

  @Test("is met with a clear message", arguments: BadInputTests.cases)
  func message(_ given: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(given.csv, to: "data.csv")
    let result = try Program.run(
      [given.verb, "data.csv"] + given.options + ["--output", "result.json", "--bootstrap", "50"],
      directory: folder.url)
    #expect(result.status == given.status, "\(result.error)\(result.output)")
    for words in given.says { #expect(result.error.contains(words), "\(result.error)") }
    #expect(result.output.isEmpty)
    #expect(folder.names == ["data.csv"], "nothing is written")
    #expect(!result.error.contains("Fatal"))
  }

  @Test("text that is neither UTF-8 nor certain is named by line and byte") func wrongEncoding() throws {
    let folder = try TemporaryFolder()
    // Nothing that any Western encoding has within a word, and no character of several bytes.
    try folder.write(
      Data("Kunde;Qualit".utf8) + Data([0xFF, 0x81]) + Data("t;Empfehlung\nM;4,5;9\n".utf8), to: "data.csv")
    let result = try Program.run(["describe", "data.csv"], directory: folder.url)
    #expect(result.status == 65)
    for words in ["line 1", "0xff", "UTF-8", "--encoding"] { #expect(result.error.contains(words), "\(result.error)") }
  }

  @Test("texts in UTF-16 and Windows-1252 are read, and said to be") func encodings() throws {
    let folder = try TemporaryFolder()
    try folder.write("y,a\n1,2\n3,4\n".data(using: .utf16)!, to: "data.csv")
    let wide = try Program.run(["describe", "data.csv", "--format", "csv"], directory: folder.url)
    #expect(wide.status == 0 && wide.error.contains("read as UTF-16"), "\(wide.error)")
    #expect(wide.output.contains("y,,2,0,2.0,"), "\(wide.output)")
    try folder.write(Data("Kunde;Qualit".utf8) + Data([0xE4]) + Data("t;Empfehlung\nM;4,5;9\n".utf8), to: "data.csv")
    let western = try Program.run(["describe", "data.csv", "--format", "csv"], directory: folder.url)
    #expect(western.status == 0 && western.error.contains("read as Windows-1252"), "\(western.error)")
    #expect(western.output.contains("Qualität,,1,0,4.5,"), "\(western.output)")
  }

  @Test("a file that is not there has status 66") func noFile() throws {
    let result = try Program.run(["drivers", "nowhere.csv", "--outcome", "y"])
    #expect(result.status == 66)
    #expect(result.error.contains("'nowhere.csv'"))
  }

  @Test("a folder is no data file") func folderAsFile() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["drivers", folder.url.path, "--outcome", "y"])
    #expect(result.status == 66, "\(result.error)")
  }

  @Test("an output that cannot be written has status 73 and loses nothing") func noOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "data.csv")
    let result = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--output",
        "no/such/folder/x.json",
      ],
      directory: folder.url)
    #expect(result.status == 73, "\(result.error)")
    #expect(result.error.contains("no/such/folder/x.json"))
    #expect(folder.names == ["data.csv"])
  }

  @Test("perfect collinearity: the earlier column stays, a note names the other, both share in lmg") func collinear()
    throws
  {
    let csv = "y,a,b,c\n" + Self.rows(20) { "\(($0 * 7) % 5),\(($0 * 3) % 4),\((($0 * 3) % 4) * 2),\(($0 * 5) % 7)" }
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b,c", "--bootstrap", "0", "--format", "json"], csv: csv)
    #expect(result.status == 0, "\(result.error)")
    let json = try JSONReader(result.output)
    #expect(json.notes.contains { $0.kind == "collinear" && $0.message.contains("'b'") }, "\(json.notes)")
    let importance = json.rows("importance")
    let a = importance.first { $0["driver"] as? String == "a" }?["importance"] as? Double
    let b = importance.first { $0["driver"] as? String == "b" }?["importance"] as? Double
    #expect(a != nil && b != nil && abs(a! - b!) < 1e-12)
    let coefficients = json.rows("coefficients")
    #expect(coefficients.first { $0["term"] as? String == "b" }?["estimate"] is NSNull)
    #expect(coefficients.first { $0["term"] as? String == "a" }?["estimate"] is Double)
  }

  @Test("numbers of any size give the same shares", arguments: ["1e-150", "1e-9", "1e9", "1e140"])
  func sizes(_ unit: String) throws {
    func shares(_ factor: String) throws -> [Double] {
      let scale = Double(factor)!
      let csv =
        "y,a,b\n"
        + Self.rows(20) { "\(Double(($0 * 7) % 5) * scale),\(Double(($0 * 3) % 4) * scale),\(($0 * 5) % 7)" }
      let result = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--format", "json"], csv: csv)
      #expect(result.status == 0, "\(result.error)")
      return try JSONReader(result.output).rows("importance").compactMap { $0["share"] as? Double }
    }
    let plain = try shares("1")
    let scaled = try shares(unit)
    #expect(plain.count == 2 && scaled.count == 2)
    for (x, y) in zip(plain, scaled) { #expect(abs(x - y) < 1e-9) }
  }
}
