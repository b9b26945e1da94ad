import Foundation
import TestSupport
import Testing

/// Results as files that others open: workbooks, documents, pages.
@Suite struct OfficeTests {
  private static let forms = ["xlsx", "docx", "html", "tex"]

  @Test("the same run gives the same bytes in every form", arguments: ["ipa", "drivers"]) func same(_ verb: String)
    throws
  {
    let folder = try TemporaryFolder()
    for name in ["first", "second"] {
      let outputs = Self.forms.flatMap { ["--output", "\(name).\($0)"] }
      let result = try Program.run(
        [verb, "webshop", "--bootstrap", "40", "--quiet"] + outputs, directory: folder.url)
      #expect(result.status == 0, "\(result.error)")
    }
    for form in Self.forms {
      let first = try Data(contentsOf: folder.url.appending(path: "first.\(form)"))
      #expect(!first.isEmpty)
      #expect(try Data(contentsOf: folder.url.appending(path: "second.\(form)")) == first, "\(form)")
    }
  }

  @Test("standard output takes pages and LaTeX") func standardOutput() throws {
    let html = try Program.run(["drivers", "webshop", "--bootstrap", "0", "--format", "html"])
    #expect(html.status == 0 && html.output.hasPrefix("<!DOCTYPE html>"), "\(html.error)")
    let latex = try Program.run(
      ["drivers", "webshop", "--bootstrap", "0", "--format", "latex", "--table", "coefficients"])
    #expect(latex.status == 0 && latex.output.hasPrefix("% Packages: "), "\(latex.error)")
  }

  @Test("what cannot be written is said before any work, and leaves nothing", arguments: forms) func unwritable(
    _ form: String
  ) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["ipa", "webshop", "--bootstrap", "0", "--output", "good.csv", "--output", "nowhere/x.\(form)"],
      directory: folder.url)
    #expect(result.status == 73 && result.error.contains("Nothing was written"), "\(result.error)")
    #expect(folder.names.isEmpty && result.output.isEmpty)
  }

  @Test("an unknown suffix is refused with the list") func suffix() throws {
    let result = try Program.run(["ipa", "webshop", "--output", "x.xls"])
    #expect(result.status == 64 && result.error.contains(".json .csv .md .txt .html .tex .docx .xlsx .svg .png .pdf"))
  }

  @Test("names that could be formulas, markup or terminal codes, and 200 groups, are written in every form")
  func hostile() throws {
    let folder = try TemporaryFolder()
    try folder.write(OutputTests.hostile, to: "data.csv")
    let outputs = Self.forms.flatMap { ["--output", "x.\($0)"] }
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "*", "--always", "g", "--bootstrap", "0"] + outputs,
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let page = try folder.text("x.html")
    #expect(!page.contains("<script") && !page.contains("\u{1B}"))
    let rows = BadInputTests.rows(4000) { i in "\((i * 7 + i / 3) % 9),\((i * 5) % 7),\(i / 7 % 5),g\(i % 200)" }
    try folder.write("y,a,b,group\n" + rows, to: "groups.csv")
    let groups = try Program.run(
      [
        "drivers", "groups.csv", "--outcome", "y", "--drivers", "a,b", "--by", "group", "--bootstrap", "0", "--output",
        "g.xlsx",
      ],
      directory: folder.url)
    #expect(groups.status == 0, "\(groups.error)")
    #expect(folder.names.contains("g.xlsx"))
  }

  @Test("a decimal comma is in tables, sentences and CSV, and not in JSON") func decimalComma() throws {
    let text = try Program.run(["drivers", "webshop", "--bootstrap", "0", "--decimal-comma", "--full"])
    #expect(text.status == 0, "\(text.error)")
    #expect(text.output.contains("< ,001") && text.output.firstMatch(of: /\d\.\d+ %/) == nil)
    let csv = try Program.run(
      ["drivers", "webshop", "--bootstrap", "0", "--decimal-comma", "--format", "csv", "--table", "fit"])
    #expect(csv.output.contains(";n;r_squared;") && csv.output.contains(";0,"))
    let json = try Program.run(["drivers", "webshop", "--bootstrap", "0", "--decimal-comma", "--format", "json"])
    #expect(json.output.contains("\"decimal_comma\": true") && json.output.contains("\"r_squared\": 0."))
  }
}
