import Rendering
import Testing

/// Notes that say the same of several groups or outcomes stand together; none is lost.
@Suite struct MergedNotesTests {
  private func items(_ notes: [(kind: String, message: String)]) -> [String] {
    let document = Document(
      version: "1", command: "c", title: "",
      notes: notes.map { Document.NoteLine(kind: $0.kind, message: $0.message) }, defaultTable: "t")
    let text = TextRenderer(width: 100, unicode: true, color: false).render(document)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("groups that differ in numbers are one sentence") func numbers() {
    #expect(
      items([
        ("kish", "g = a: The weights make 262 respondents as informative as 245."), ("other", "Once."),
        ("kish", "g = b: The weights make 35 respondents as informative as 31."),
      ]) == ["• g = a / b: The weights make 262 / 35 respondents as informative as 245 / 31.", "• Once."])
  }

  @Test("groups that differ in words are lines of one item") func words() {
    #expect(
      items([
        ("loss", "g = a: 2 respondents were left out: x 2."), ("loss", "g = b: 1 respondent was left out: y 1."),
        ("loss", "All: nobody else."),
      ]) == [
        "• g = a: 2 respondents were left out: x 2.", "  g = b: 1 respondent was left out: y 1.", "  All: nobody else.",
      ]
    )
  }

  @Test("outcomes of groups, whole names, and the same words") func outcomes() {
    #expect(
      items([
        ("s", "Would recommend: One sign differs."), ("s", "Would buy again: One sign differs."),
      ]) == ["• Would recommend / buy again: One sign differs."])
    #expect(
      items([
        ("s", "g = a: Out: One sign differs."), ("s", "g = b: Out: One sign differs."),
      ]) == ["• g = a: Out / g = b: Out: One sign differs."])
    #expect(
      items([
        ("s", "Happy: Only these are known: no scale."), ("s", "Sad: Only these are known: no scale."),
      ]) == ["• Happy / Sad: Only these are known: no scale."])
  }

  @Test("names of columns are listed; two places that differ, or another kind, are not mixed") func columns() {
    #expect(
      items([("m", "So 'x' is the mean of its items."), ("m", "So 'y' is the mean of its items.")])
        == ["• So 'x' / 'y' is the mean of its items."])
    let apart = [("m", "'x' has 3 answers."), ("m", "'y' has 5 answers."), ("k", "'x' has 3 answers.")]
    #expect(items(apart) == apart.map { "• " + $0.1 })
    let words = [("m", "Column x is rounded."), ("m", "Column y is rounded.")]
    #expect(items(words) == words.map { "• " + $0.1 })
  }

  @Test("the first screen leaves tables and columns out, and names them") func brief() {
    func table(_ name: String, isShown: Bool = true, rows: Int = 1) -> Table {
      Table(
        name: name, title: name, columns: [.init("a", "A"), .init("b", "B")],
        rows: Array(repeating: [.text("x"), .text("y")], count: rows), isShown: isShown)
    }
    var document = Document(
      version: "1", command: "c", title: "",
      blocks: [
        .heading("g = 1"), .table(table("main")), .table(table("shown")), .table(table("machine", isShown: false)),
        .table(table("empty", rows: 0)), .table(table("seen", isShown: false)), .view(table("seen")),
        .heading("g = 2"), .table(table("main")), .table(table("shown")),
      ], defaultTable: "main")
    #expect(document.brief.document.blocks.count == document.blocks.count)
    document.brevity = Document.Brevity(["main"], hiding: ["main": ["b"]])
    let brief = document.brief
    #expect(brief.document.blocks.count == 4)
    #expect(brief.shownElsewhere == ["shown", "seen"] && brief.hidden == ["machine"])
    #expect(brief.document.tables.allSatisfy { !$0.columns[1].isShown && $0.columns[0].isShown })
    #expect(document.tables.allSatisfy { $0.columns[1].isShown })
  }

  @Test("a parenthesis before numbers that differ stands once") func parentheses() {
    #expect(
      items([
        ("loss", "g = a: 9 of 90 respondents (10 %) left."), ("loss", "g = b: 2 of 40 respondents (5 %) left."),
      ]) == ["• g = a / b: 9 / 2 of 90 / 40 respondents (10 / 5 %) left."])
  }
}
