import Rendering
import Testing

@Suite("HTML")
struct HTMLTests {
  private static let page = HTMLRenderer.render(
    OfficeFixtures.document(
      figure: Figure(title: "Map \"A\"", caption: "", panels: [.quadrants(OfficeFixtures.map(8))])))

  @Test("a page has a title, tables with captions and scopes, the figure, notes") func page() {
    let page = Self.page
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("<title>Drivers of recommend</title>"))
    #expect(page.contains("<caption><b>Table 1</b> <i>Coefficients</i></caption>"))
    #expect(page.contains("<thead><tr><th scope=\"col\">Term</th><th scope=\"col\" class=\"n\">Estimate</th>"))
    #expect(page.contains("<th scope=\"row\" dir=\"auto\">(Intercept)</th><td class=\"n\">-1.250</td>"))
    #expect(page.contains("<th scope=\"rowgroup\" colspan=\"6\">recommend</th>"))
    #expect(page.contains("<td class=\"n\">&lt; .001</td>") && !page.contains("For machines"))
    #expect(page.contains("<svg role=\"img\" aria-label=\"Map &quot;A&quot;\""))
    #expect(page.contains("<li>37 rows were left out &amp; &lt;b&gt;.</li>"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
  }

  @Test("a number and its per cent sign stay on one line") func bound() {
    var document = SampleDocument.document
    document.blocks = [.paragraph("A share of 37.1 % at p < .001.")]
    #expect(
      HTMLRenderer.render(document).contains(
        "<p>A share of 37.1\u{A0}% at p <\u{A0}.001.</p>".replacing("<\u{A0}.", with: "&lt;\u{A0}.")))
  }

  @Test("nothing from outside is markup, and nothing is fetched") func safe() {
    let page = Self.page
    #expect(!page.contains("</script>") && !page.contains("<script") && !page.contains("\u{1B}"))
    #expect(page.contains("Price &lt;/script&gt; &amp; &quot;fair&quot; | 価格"))
    #expect(
      !page.contains("src=") && !page.contains("href=") && !page.contains("@import") && !page.contains("url(http"))
  }
}

@Suite("LaTeX")
struct LaTeXTests {
  @Test(
    "what the language would interpret is escaped",
    arguments: [
      ("\\ & % $ # _ { } ~ ^", "\\textbackslash{} \\& \\% \\$ \\# \\_ \\{ \\} \\textasciitilde{} \\textasciicircum{}"),
      ("a--b [x] *", "a-{}-b {[}x{]} {*}"), ("< > | \"", "\\textless{} \\textgreater{} \\textbar{} \\textquotedbl{}"),
      ("0–1 R² ω −", "0--1 R\\textsuperscript{2} \\ensuremath{\\omega} \\ensuremath{-}"),
    ]) func escapes(_ text: String, _ expected: String)
  {
    var document = SampleDocument.document
    document.blocks = [.paragraph(text)]
    #expect(LaTeXRenderer.render(document).contains("\n\(expected)\n"))
  }

  @Test("a table has the rules of booktabs, a title above and a note below") func table() {
    let text = LaTeXRenderer.render(OfficeFixtures.document(figure: nil))
    #expect(text.hasPrefix("\\documentclass") && text.hasSuffix("\\end{document}\n"))
    #expect(
      text.contains(
        """
        \\begin{table}[htbp]
        \\raggedright
        \\caption{Coefficients}
        \\begin{tabular}{@{}lrrrrrl@{}}
        \\toprule
        Term & \\multicolumn{1}{r}{Estimate} & \\multicolumn{1}{r}{df} & \\multicolumn{1}{r}{p} & \\multicolumn{1}{r}{Share} & \\multicolumn{1}{r}{VIF} & Kept \\\\
        \\midrule
        (Intercept) & -1.250 & 1190 & .012 & -- & -- & yes \\\\
        """))
    #expect(text.contains("\\textless{} .001 & 37.1 \\%") && text.contains("\\textit{Note.} Standard errors are HC3."))
    #expect(!text.contains("\u{1B}") && !text.contains("{@{}|") && !text.contains("For machines"))
    // What pdfLaTeX does not know is declared once.
    #expect(text.components("\\DeclareUnicodeCharacter{4FA1}").count == 1)
  }

  @Test("a long table goes over pages with its head") func long() {
    let rows = (0..<60).map { [Cell.text("row \($0)"), .number(Double($0))] }
    let table = Table(
      name: "t", title: "Long", columns: [Table.Column("a", "A"), Table.Column("b", "B", .decimals(1))], rows: rows)
    let text = LaTeXRenderer.render(OfficeFixtures.document(figure: nil, tables: [table]))
    #expect(text.contains("\\begin{longtable}{@{}lr@{}}\n\\caption{Long} \\\\") && text.contains("\\endfirsthead"))
  }

  @Test("a table alone has no preamble") func alone() {
    let document = SampleDocument.document.keeping(table: "coefficients")
    let text = LaTeXRenderer.render(document)
    #expect(text.hasPrefix("% Packages: ") && !text.contains("\\begin{document}") && text.contains("\\toprule"))
  }
}
