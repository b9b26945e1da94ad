import Rendering
import Testing

@Suite("Markdown in a terminal") struct MarkdownTextTests {
  private func text(_ markdown: String, width: Int = 40) -> String {
    TextRenderer(width: width, unicode: true, color: false).render(
      Document(version: "1", command: "c", title: "", blocks: [.markdown(markdown)], defaultTable: "t"))
  }

  @Test("paragraphs and items are joined and wrapped, an item's lines under its text")
  func paragraphs() {
    let shown = text(
      "# Title\n\nOne two three\nfour five six seven eight nine ten.\n\n* **bold** item that is longer than\n  one line of forty"
    )
    #expect(
      shown == """
        Title

        One two three four five six seven eight
        nine ten.

        * bold item that is longer than one line
          of forty

        """)
  }

  @Test("of two columns the second is wrapped beside the first; the head is left out")
  func twoColumns() {
    let shown = text(
      "| column | meaning |\n|---|---|\n| `n` | respondents used, of whom there are some |\n| `ab` | short |")
    #expect(
      shown == """
        n   respondents used, of whom there are
            some
        ab  short

        """)
  }

  @Test("wider tables that fit and fenced text stay as they are")
  func unchanged() {
    let table = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    #expect(text(table) == table)
    let fenced = "```\nx   y\n\n# no heading\n```\n"
    #expect(text(fenced) == "x   y\n\n# no heading\n")
  }
}
