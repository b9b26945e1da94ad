import CLibraries
import Platform
import Rendering
import Testing

private let isThere = mainspring_has_workbook_writer() == 1 && mainspring_has_archives() == 1

@Suite("Workbooks", .enabled(if: isThere, "libxlsxwriter or libzip is not installed"))
struct WorkbookTests {
  private static let figure = Figure(
    title: "Matrix", caption: "n = 8", panels: [.quadrants(OfficeFixtures.map(8)), .bars(SampleDocument.bars)])

  private static func parts(_ document: Document) throws -> [String: String] {
    try OfficeFixtures.parts(try WorkbookForm.bytes(of: document, FormSettings()))
  }

  @Test("the same document is the same bytes, of one day, and carries no other date") func same() throws {
    let document = OfficeFixtures.document(figure: Self.figure)
    let first = try WorkbookForm.bytes(of: document, FormSettings())
    sleep(2)
    let second = try WorkbookForm.bytes(of: document, FormSettings())
    #expect(first == second)
    #expect(OfficeFixtures.days(first) == [1 << 5 | 1])
    let core = try #require(try OfficeFixtures.parts(first)["docProps/core.xml"])
    #expect(core.contains("1980-01-01T00:00:00Z") && !core.contains("202"), "\(core)")
  }

  @Test("sheets stand in order: answer, tables, charts, tables for programs, notes, columns, provenance") func order()
    throws
  {
    let book = try #require(try Self.parts(OfficeFixtures.document(figure: Self.figure))["xl/workbook.xml"])
    let names = book.components("<sheet name=\"").map { $0.prefix { $0 != "\"" } }
    #expect(
      names == [
        "Answer", "Coefficients", "Texts- -all- of-them - in one t", "Charts", "For machines", "Notes", "Columns",
        "Provenance",
      ])
  }

  @Test("names of 200 groups are told apart without regard to case, and none is too long") func names() throws {
    let columns = [Table.Column("a", "A"), Table.Column("b", "B", .decimals(1))]
    let view = Table(
      name: "v", title: "Loadings of: all the items", columns: columns, rows: [[.text("x"), .number(1)]])
    var document = SampleDocument.document
    document.blocks = (0..<200).flatMap { group -> [Document.Block] in
      [.heading("Region = \(group % 2 == 0 ? "NORTH" : "north") of the country \(group)"), .view(view)]
    }
    let book = try #require(try Self.parts(document)["xl/workbook.xml"])
    let names = book.components("<sheet name=\"").map { String($0.prefix { $0 != "\"" }) }
    #expect(names.count == 204)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.contains { "[]:*?/\\".contains($0) } })
  }

  @Test("tables of one name, one for each group, are one sheet") func groups() throws {
    let table = Table(
      name: "t", title: "T", columns: [Table.Column("group", "Group"), Table.Column("b", "B", .decimals(1))],
      rows: [[.text("a"), .number(1)]])
    let document = OfficeFixtures.document(figure: nil, tables: Array(repeating: table, count: 200))
    let parts = try Self.parts(document)
    let sheet = try #require(parts["xl/worksheets/sheet2.xml"])
    #expect(sheet.contains("<autoFilter ref=\"A1:B201\"/>") && sheet.contains("state=\"frozen\""))
  }

  @Test("numbers are numbers with the column's format, texts are texts, labels stand beside names") func cells() throws
  {
    let parts = try Self.parts(OfficeFixtures.document(figure: nil))
    let sheet = try #require(parts["xl/worksheets/sheet3.xml"])
    // Outcome, driver, label, share …: the label is the third column.
    #expect(sheet.contains("<c r=\"D2\" ") && sheet.contains("<v>0.125</v>"))
    #expect(!sheet.contains("<f>"))
    let texts = try #require(parts["xl/sharedStrings.xml"])
    #expect(texts.contains("<t>=HYPERLINK(&quot;http://a.example&quot;)</t>") || texts.contains("=HYPERLINK("))
    #expect(texts.contains("Price &lt;/script&gt; &amp; ") && texts.contains("a\\u{1B}[31mred line"))
    #expect(texts.contains("x\u{FFFD}y") && texts.contains("Low priority") && texts.contains("Share low"))
    #expect(texts.contains("importance / the sum"))
    let styles = try #require(parts["xl/styles.xml"])
    for code in ["0.0 %", ".00", "[&lt;0.001]&quot;&lt; .001&quot;;.000"] {
      #expect(styles.contains("formatCode=\"\(code)\""), "\(code)")
    }
  }

  @Test("the matrix is a scatter chart with names, error bars from cells, and lines as series") func matrix() throws {
    let parts = try Self.parts(OfficeFixtures.document(figure: Self.figure))
    let chart = try #require(parts["xl/charts/chart1.xml"])
    #expect(chart.contains("<c:scatterChart>") && chart.components("<c:ser>").count == 5)
    #expect(chart.components("<c:errValType val=\"cust\"/>").count == 2 && !chart.contains("fixedVal"))
    #expect(chart.contains("<c:plus><c:numRef><c:f>'Charts'!$T$3:$T$10</c:f>"))
    #expect(chart.contains("<c:minus><c:numRef><c:f>'Charts'!$S$3:$S$10</c:f>"))
    #expect(chart.contains("<c:pt idx=\"0\"><c:v>3.5</c:v></c:pt>") && chart.contains("<c:v>0.0625</c:v>"))
    for text in ["Driver 7", "Keep up", "Vertical line", "Horizontal line", " =HYPERLINK("] {
      #expect(chart.contains(text), "\(text)")
    }
    #expect(!chart.contains("\u{1B}"))
    let bars = try #require(parts["xl/charts/chart2.xml"])
    #expect(bars.contains("<c:barDir val=\"bar\"/>") && bars.components("<c:errValType val=\"cust\"/>").count == 1)
    // The third bar has no interval: its whiskers have no length.
    #expect(bars.contains("<c:pt idx=\"2\"><c:v>0</c:v></c:pt>"))
  }

  @Test("60 drivers are drawn, and what is not finite is left out") func many() throws {
    var map = OfficeFixtures.map(60)
    map.points[3].x.value = .nan
    let figure = Figure(title: "F", caption: "", panels: [.quadrants(map)])
    let chart = try #require(try Self.parts(OfficeFixtures.document(figure: figure))["xl/charts/chart1.xml"])
    #expect(chart.contains("<c:ptCount val=\"59\"/>") && !chart.contains("nan"))
  }
}

@Suite("Without the writers of office files")
struct MissingWriterTests {
  @Test("the error names the Debian package to install") func missing() {
    let error = OfficeFileError(reason: .missingLibrary("libxlsxwriter", package: "libxlsxwriter-dev", form: ".xlsx"))
    #expect(error.description.contains("apt-get install libxlsxwriter-dev") && error.description.hasPrefix(".xlsx"))
  }
}

extension String {
  /// What follows each occurrence of a text.
  func components(_ mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
