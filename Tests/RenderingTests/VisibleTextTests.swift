import Rendering
import Testing

@Suite("Text from outside")
struct VisibleTextTests {
  /// Everything that moves a cursor or turns the reading direction.
  static let hidden: [UInt32] =
    Array(0..<0x20) + Array(0x7F..<0xA0) + Array(0x2028...0x202E) + Array(0x2066...0x2069)

  private func isSafe(_ text: String, except allowed: Set<UInt32> = []) -> Bool {
    !text.unicodeScalars.contains { Self.hidden.contains($0.value) && !allowed.contains($0.value) }
  }

  @Test("what would act on a terminal is spelled, and nothing else changes")
  func spelled() {
    for value in Self.hidden {
      let text = "a" + String(Character(Unicode.Scalar(value)!)) + "b"
      #expect(VisibleText.escaped(text) == "a\\u{\(String(value, radix: 16, uppercase: true))}b")
      #expect(isSafe(VisibleText.line(text)) && isSafe(VisibleText.escaped(text)))
      #expect(isSafe(VisibleText.lines(text), except: [10]))
    }
    for text in ["", "Zufriedenheit – gut", "顧客", "e\u{301}", "👩‍👩‍👧", "a\\u{1B}", "שלום"] {
      #expect(VisibleText.escaped(text) == text && VisibleText.line(text) == text)
    }
    #expect(VisibleText.line("one\r\ntwo\tthree\nfour\rfive") == #"one two three four\u{D}five"#)
    #expect(VisibleText.lines("one\n\u{1B}two\n") == "one\n\\u{1B}two\n")
  }

  /// A document in which every text is hostile.
  private func hostile(_ text: String) -> Document {
    let table = Table(
      name: "t", title: text, columns: [Table.Column("a", text), Table.Column("b", "B")],
      rows: [[.text(text), .number(1)]])
    return Document(
      version: "1", command: "c", title: text,
      blocks: [
        .heading(text), .paragraph(text), .verbatim(text), .table(table), .view(table),
        .bars(BarChart(title: text, axis: Axis(title: text), bars: [.init(label: text, estimate: Estimate(1))])),
      ], notes: [.init(kind: "k", message: text)], defaultTable: "t")
  }

  @Test("no renderer for people lets it through")
  func renderers() {
    for value in Self.hidden {
      let document = hostile("a" + String(Character(Unicode.Scalar(value)!)) + "[31mb")
      #expect(isSafe(TextRenderer(unicode: true, color: false).render(document), except: [10]), "U+\(value)")
      #expect(isSafe(TextRenderer(unicode: false, color: false).render(document), except: [10]), "U+\(value)")
      #expect(isSafe(MarkdownRenderer.render(document), except: [10]), "U+\(value)")
      #expect(isSafe(JSONRenderer.render(document), except: [10]), "U+\(value)")
    }
  }

  @Test("Markdown shows markup from outside as text")
  func markdown() {
    for (text, shown) in [
      ("<script>alert(1)</script>", #"\<script>alert(1)\</script>"#),
      ("[x](javascript:alert(1))", #"\[x\](javascript:alert(1))"#),
      ("a|b", #"a\|b"#), ("`code`", #"\`code\`"#), ("**b**", #"\*\*b\*\*"#), ("&lt;", #"\&lt;"#),
      ("http://x.example", #"http\://x.example"#), ("www.x.example", #"www\.x.example"#), ("1. one", #"1\. one"#),
      ("12) one", #"12\) one"#), ("a\u{1B}b", #"a\\u{1B}b"#), ("# h", ##"\# h"##), ("3.5 of 7", "3.5 of 7"),
      ("ratio 1:2", "ratio 1:2"),
    ] {
      let table = Table(name: "t", title: "", columns: [Table.Column("a", "A")], rows: [[.text(text)]])
      #expect(MarkdownRenderer.render(table).contains("| " + shown), "\(MarkdownRenderer.render(table))")
    }
  }

  @Test("texts that a spreadsheet would compute get an apostrophe when asked for, numbers never")
  func spreadsheets() {
    let texts = ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "plain", "a=b", ""]
    let table = Table(
      name: "t", title: "", columns: [Table.Column("a", "A"), Table.Column("b", "B", .decimals(1))],
      rows: texts.map { [.text($0), .number(-1.5)] })
    #expect(
      CSVRenderer.render(table)
        == "a,b\n=1+1,-1.5\n+1,-1.5\n-2,-1.5\n@SUM(A1),-1.5\n\t=1,-1.5\nplain,-1.5\na=b,-1.5\n\"\",-1.5\n")
    #expect(
      CSVRenderer.render(table, spreadsheetSafe: true)
        == "a,b\n'=1+1,-1.5\n'+1,-1.5\n'-2,-1.5\n'@SUM(A1),-1.5\n'\t=1,-1.5\nplain,-1.5\na=b,-1.5\n\"\",-1.5\n")
  }
}
