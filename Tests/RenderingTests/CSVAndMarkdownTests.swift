import Rendering
import Testing

@Suite("CSV and Markdown")
struct CSVAndMarkdownTests {
  @Test("CSV has all columns, quotes what needs it, and leaves the missing empty")
  func csv() {
    #expect(
      CSVRenderer.render(SampleDocument.coefficients) == """
        outcome,term,estimate,df,p_value,share,vif,kept
        recommend,(Intercept),-1.25,1190,0.0121,,,true
        recommend,"Price, ""fair"" | 価格",4e-05,1190,0.0004,0.3712,Inf,false

        """)
  }

  @Test("with decimal commas semicolons part the fields")
  func csvDecimalComma() {
    let text = CSVRenderer.render(SampleDocument.coefficients, decimalComma: true)
    #expect(
      text.hasPrefix(
        "outcome;term;estimate;df;p_value;share;vif;kept\nrecommend;(Intercept);-1,25;1190;0,0121;;;true\n"))
    let table = Table(
      name: "t", title: "", columns: [Table.Column("a", ""), Table.Column("b", "")],
      rows: [[.text("x;y"), .text("x,y")], [.number(1e-7), .number(.infinity)]])
    #expect(CSVRenderer.render(table, decimalComma: true) == "a;b\n\"x;y\";x,y\n1e-07;Inf\n")
  }

  @Test("line breaks, blanks at the edges and empty texts survive in CSV")
  func csvQuotes() {
    let texts = ["a\r\nb", "a\nb", " a", "", "\"\u{301}", "plain"]
    let table = Table(
      name: "t", title: "", columns: [Table.Column("a", ""), Table.Column("b", "")],
      rows: texts.map { [.text($0), .number(-.infinity)] })
    #expect(
      CSVRenderer.render(table)
        == "a,b\n\"a\r\nb\",-Inf\n\"a\nb\",-Inf\n\" a\",-Inf\n\"\",-Inf\n\"\"\"\u{301}\",-Inf\nplain,-Inf\n")
  }

  @Test("a single missing value is no empty line")
  func csvSingleColumn() {
    let table = Table(name: "t", title: "", columns: [Table.Column("a", "")], rows: [[.missing], [.number(.nan)]])
    #expect(CSVRenderer.render(table) == "a\n\"\"\n\"\"\n")
  }

  @Test("Markdown shows what the terminal shows, pipes escaped and numbers to the right")
  func markdown() {
    let text = MarkdownRenderer.render(SampleDocument.document)
    #expect(text.hasPrefix("# Drivers of recommend\n\nProduct quality comes first"))
    #expect(
      text.contains(
        """
        **Coefficients**

        | Term                  | Estimate |   df |      p |  Share | VIF | Kept |
        | --------------------- | -------: | ---: | -----: | -----: | --: | ---- |
        | (Intercept)           |   -1.250 | 1190 |   .012 |      – |   – | yes  |
        | Price, "fair" \\| 価格 |  4.0e-05 | 1190 | < .001 | 37.1 % |   ∞ | no   |

        *Standard errors are HC3.*
        """))
    #expect(!text.contains("For machines"))
    #expect(text.contains("```text\nmainspring ipa webshop.yaml\n```"))
    #expect(text.hasSuffix("## Notes\n\n- 37 rows were left out.\n"))
  }

  @Test("what Markdown would interpret is escaped, and a name with underscores stays legible")
  func markdownEscapes() {
    let names = ["prod_quality_1", "_lead", "a*b", "<b>", "p < .05", "x\ny", "[link](x)", "R&D", "`code`", "~~no~~"]
    let table = Table(
      name: "t", title: "", columns: [Table.Column("a", "A")], rows: names.map { [.text($0)] })
    let lines = MarkdownRenderer.render(table).split(separator: "\n").dropFirst(2).map {
      $0.dropFirst(2).dropLast(2).trimmingSuffix { $0 == " " }
    }
    #expect(
      lines.map(String.init) == [
        "prod_quality_1", "\\_lead", "a\\*b", "\\<b>", "p < .05", "x y", "\\[link\\](x)", "R\\&D", "\\`code\\`",
        "\\~\\~no\\~\\~",
      ])
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var result = self
    while let last = result.last, predicate(last) { result.removeLast() }
    return result
  }
}
