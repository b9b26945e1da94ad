import Rendering
import Testing

@Suite("Text for the terminal")
struct TextRendererTests {
  @Test("a document reads answer, bars, tables, caption, notes")
  func wholeDocument() {
    let text = TextRenderer(width: 80, unicode: true, color: false).render(SampleDocument.document)
    // The layout is the contract. The bars by hand: the texts leave 27 cells for 0.75, so 0.5 is 18 cells, 0.25 nine,
    // 0.125 four and a half.
    #expect(
      text == """
        Product quality comes first: its share is 50.0 % (25.0–75.0 %), and it was first
        in 93 % of 1000 resamples.

        Importance
        ══════════

        Importance
        Product quality  █████████├████████────────┤  50.0 %  25.0–75.0 %  first in 93 %
        Process ease     ████├████────┤               25.0 %  12.5–37.5 %
        Price            ▒▒▒▒▒                        12.5 %
        Share of R²; ├──┤ interval; ▒▒▒ negative coefficient

        Coefficients
        Term                  Estimate    df       p   Share  VIF  Kept
        ────────────────────  ────────  ────  ──────  ──────  ───  ────
        (Intercept)             -1.250  1190    .012       –    –  yes
        Price, "fair" | 価格   4.0e-05  1190  < .001  37.1 %    ∞  no
        Standard errors are HC3.

        mainspring ipa webshop.yaml

        Notes
        • 37 rows were left out.

        """)
  }

  @Test("without Unicode the same is said in ASCII, but for names from the data")
  func ascii() {
    let text = TextRenderer(width: 80, unicode: false, color: false).render(SampleDocument.document)
    let foreign = text.replacing("価格", with: "").unicodeScalars.filter { !$0.isASCII }
    #expect(foreign.isEmpty)
    #expect(text.contains("########|#######-------|  50.0 %  25.0 to 75.0 %"))
    #expect(text.contains("25.0 to 75.0 %"))
    #expect(text.contains("  inf  no"))
  }

  @Test("colour adds weight and takes nothing away")
  func color() {
    let plain = TextRenderer(width: 80, unicode: true, color: false).render(SampleDocument.document)
    let colored = TextRenderer(width: 80, unicode: true, color: true).render(SampleDocument.document)
    #expect(colored.contains("\u{1B}[1mCoefficients\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[2m• 37 rows were left out.\u{1B}[0m"))
    var stripped = colored
    for sequence in ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[2m"] { stripped = stripped.replacing(sequence, with: "") }
    #expect(stripped == plain)
  }

  @Test("no line is wider than asked, at any width", arguments: [24, 33, 40, 57, 80, 132], [true, false])
  func width(width: Int, unicode: Bool) {
    var document = SampleDocument.document
    document.blocks.append(.table(wide))
    document.blocks.append(.bars(longBars))
    document.blocks.removeAll { if case .verbatim = $0 { true } else { false } }
    let text = TextRenderer(width: width, unicode: unicode, color: false).render(document)
    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width, "\(line)") }
  }

  @Test("a table too wide for the line is split, each part with its key column and every cell kept")
  func split() {
    let text = TextRenderer(width: 40, unicode: true, color: false).render(wide)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("driver_1 ") }
    #expect(rows.count > 1)
    for column in 1...12 { #expect(text.contains("1\(column).50"), "column \(column)") }
  }

  @Test("an escape sequence in a label from the data cannot reach the terminal")
  func controlCharacters() {
    let table = Table(
      name: "t", title: "T", columns: [Table.Column("a", "A")], rows: [[.text("x\u{1B}[31m\r\ny\u{202E}z\u{7}")]])
    let text = TextRenderer(unicode: true, color: false).render(table)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    #expect(text.split(separator: "\n").count == 4)
    #expect(text.contains(#"x\u{1B}[31m y\u{202E}z\u{7}"#))
  }

  @Test("a table without rows says so")
  func emptyTable() {
    let table = Table(name: "t", title: "T", columns: [Table.Column("a", "A")])
    #expect(TextRenderer(unicode: true, color: false).render(table).contains("(no rows)"))
  }

  /// Row r, column c holds `rc.50`: 1 and 12 make 112.50.
  private var wide: Table {
    var columns = [Table.Column("driver", "Driver")]
    for column in 1...12 { columns.append(Table.Column("c\(column)", "Column number \(column)", .decimals(2))) }
    var table = Table(name: "wide", title: "A wide table", columns: columns)
    for row in 1...3 {
      var cells: [Cell] = [.text("driver_\(row)")]
      for column in 1...12 { cells.append(.number(Double(row * (column > 9 ? 100 : 10) + column) + 0.5)) }
      table.append(cells)
    }
    return table
  }

  private var longBars: BarChart {
    BarChart(
      title: "Change", axis: Axis(title: "Change in importance", style: .decimals(2)),
      bars: [
        .init(
          label: "A name of a driver that is as long as sixty characters and more",
          estimate: Estimate(-0.3, low: -0.5, high: 0.1), remark: "a remark that is rather long itself"),
        .init(label: "Unbrokenunbrokenunbrokenunbrokenunbroken", estimate: Estimate(1e300, low: -1e299, high: 1e300)),
        .init(label: "顧客満足度調査の結果としての推奨意向", estimate: Estimate(.nan, low: .nan, high: .infinity)),
        .init(label: "", estimate: Estimate(0)),
      ])
  }
}
