import CLibraries
import Platform
import Rendering
import Testing

private let isThere = mainspring_has_archives() == 1
private let draws = dlopen("librsvg-2.so.2", RTLD_NOW) != nil

@Suite("Documents of Word", .enabled(if: isThere, "libzip is not installed"))
struct WordTests {
  private static func text(_ document: Document) throws -> String {
    try #require(try OfficeFixtures.parts(try WordForm.bytes(of: document, FormSettings()))["word/document.xml"])
  }

  @Test("the same document is the same bytes, of one day") func same() throws {
    let document = OfficeFixtures.document(figure: nil)
    let first = try WordForm.bytes(of: document, FormSettings())
    sleep(2)
    #expect(try WordForm.bytes(of: document, FormSettings()) == first)
    #expect(OfficeFixtures.days(first) == [1 << 5 | 1])
    let core = try #require(try OfficeFixtures.parts(first)["docProps/core.xml"])
    #expect(!core.contains("created") && core.contains("<dc:title>Drivers of recommend</dc:title>"))
  }

  @Test("tables have a number, a title in italics, three rules, a note") func table() throws {
    let text = try Self.text(OfficeFixtures.document(figure: nil))
    #expect(
      text.contains(
        "<w:pStyle w:val=\"TableNumber\"/><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Table 1</w:t>"))
    #expect(text.contains(">Table 2</w:t>") && !text.contains(">Table 3</w:t>"))
    #expect(text.contains("<w:tblBorders><w:top ") && !text.contains("insideV") && !text.contains("<w:left w:val"))
    #expect(text.contains("<w:tblHeader/>"))
    #expect(text.contains("Note. </w:t>") && text.contains(">Standard errors are HC3.</w:t>"))
    // A section over its rows: the outcome is no column.
    #expect(text.contains("<w:gridSpan w:val=\"6\"/>"))
    #expect(text.contains(">12.5 %</w:t>") && text.contains(">Low priority</w:t>") && !text.contains("For machines"))
  }

  @Test("texts are escaped, controls spelled, what XML cannot carry replaced; right to left is marked") func hostile()
    throws
  {
    let text = try Self.text(OfficeFixtures.document(figure: nil))
    #expect(text.contains("Price &lt;/script&gt; &amp; &quot;fair&quot; | 価格"))
    #expect(text.contains("a\\u{1B}[31mred line") && text.contains("x\u{FFFD}y"))
    #expect(text.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">שירות לקוחות</w:t>"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("a table too wide for the page stands on a turned one") func wide() throws {
    let columns = [Table.Column("a", "A")] + (0..<24).map { Table.Column("c\($0)", "Column \($0)", .decimals(3)) }
    let table = Table(
      name: "wide", title: "Wide", columns: columns, rows: [[.text("x")] + (0..<24).map { .number(Double($0) * 100) }])
    let text = try Self.text(OfficeFixtures.document(figure: nil, tables: [table]))
    #expect(text.contains("w:orient=\"landscape\""))
    #expect(text.components("<w:sectPr>").count == 3)
  }

  @Test("the figure is a picture", .enabled(if: draws, "librsvg2-2 is not installed")) func picture() throws {
    let figure = Figure(title: "The \"map\"", caption: "n", panels: [.quadrants(OfficeFixtures.map(5))])
    let parts = try OfficeFixtures.parts(
      try WordForm.bytes(of: OfficeFixtures.document(figure: figure), FormSettings()))
    #expect(parts["word/media/image1.png"] != nil)
    #expect(parts["word/_rels/document.xml.rels"]?.contains("media/image1.png") == true)
    #expect(parts["word/document.xml"]?.contains("descr=\"The &quot;map&quot;\"") == true)
  }
}
