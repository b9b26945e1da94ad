import Languages

/// A document as people read it in a terminal: the answer, bars, tables, captions, notes, never wider than `width`.
///
/// What is said never depends on `unicode` or `color`: they choose glyphs and weight only.
public struct TextRenderer: Sendable {
  /// Columns of the terminal, at least 24.
  public var width: Int
  /// Block and line characters; without it `#`, `-`, `|` and plain punctuation.
  public var unicode: Bool
  /// Bold headings and dim notes by ANSI sequences.
  public var color: Bool

  public init(width: Int = 80, unicode: Bool, color: Bool) {
    self.width = max(24, width)
    self.unicode = unicode
    self.color = color
  }

  /// Blocks in their order, then the notes; tables that are not shown are left out.
  ///
  /// - Parameter closing: a sentence below everything else.
  public func render(_ document: Document, closing: String? = nil) -> String {
    var page = Page(renderer: self)
    for block in document.blocks { add(block, to: &page) }
    if !document.notes.isEmpty {
      page.begin()
      page.add(Language.current.word("Notes"), .heading)
      for item in MergedNotes.items(document.notes) { page.addItem(item) }
    }
    if let closing {
      page.begin()
      page.add(closing, .dim, wrapped: true)
    }
    return page.text
  }

  /// One table by itself, shown by default or not: what `--table` asks for.
  public func render(_ table: Table) -> String {
    var page = Page(renderer: self)
    add(table, to: &page)
    return page.text
  }

  private func add(_ block: Document.Block, to page: inout Page) {
    switch block {
    case .heading(let text):
      page.begin()
      page.add(text, .heading, wrapped: true)
      let rule = displayWidth(TextFlow.clean(page.spelled(text)))
      page.add(String(repeating: page.glyphs.double, count: min(width, rule)), .plain)
    case .paragraph(let text):
      page.begin()
      page.add(text, .plain, wrapped: true)
    case .verbatim(let text):
      page.begin()
      page.addLines(text)
    case .fitted(let lines, _):
      page.begin()
      page.addLines(lines(width))
    case .markdown(let text):
      page.begin()
      for line in MarkdownText(text, width: min(width, Page.proseWidth)).lines { page.add(line, .plain) }
    case .table(let table):
      if table.isShown { add(table, to: &page) }
    case .view(let table): add(table, to: &page)
    case .figure: break
    case .bars(let chart):
      page.begin()
      let lines = TextBars(chart: chart, width: width, unicode: unicode).lines
      if !chart.title.isEmpty { page.add(chart.title, .heading, wrapped: true) }
      for line in lines.chart { page.add(line, .plain) }
      for line in lines.key { page.add(line, .dim) }
    }
  }

  private func add(_ table: Table, to page: inout Page) {
    page.begin()
    if !table.title.isEmpty { page.add(table.title, .heading, wrapped: true) }
    let parts = TextTable(table: table, width: width, unicode: unicode).parts
    for (index, part) in parts.enumerated() {
      if index > 0 { page.begin() }
      for line in part.heading { page.add(line, .heading) }
      for line in part.rows { page.add(line, .plain) }
    }
    if table.rows.isEmpty { page.add(Language.current.word("(no rows)"), .dim) }
    if let caption = table.caption, !caption.isEmpty { page.add(caption, .dim, wrapped: true) }
  }
}

/// The characters that text is drawn with.
struct TextGlyphs {
  let rule: String, double: String, bullet: String, ellipsis: String
  let zero: Character, line: Character, cross: Character, low: Character, high: Character
  let bar: Character, flagged: Character
  /// Parts of a cell from its left edge, one to seven eighths; one half and one eighth from its right edge.
  let eighths: [Character]
  let rightHalf: Character, rightEighth: Character

  init(unicode: Bool) {
    (rule, double, bullet, ellipsis) = unicode ? ("─", "═", "•", "…") : ("-", "=", "*", "...")
    (zero, line, cross, low, high) = unicode ? ("│", "─", "┼", "├", "┤") : ("|", "-", "+", "|", "|")
    (bar, flagged) = unicode ? ("█", "▒") : ("#", "=")
    eighths = unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : []
    (rightHalf, rightEighth) = unicode ? ("▐", "▕") : ("#", "#")
  }
}

/// Lines collected under one another, blocks set apart by an empty line.
private struct Page {
  /// Sentences are never wider than this, however wide the terminal: longer lines are hard to read.
  static let proseWidth = 100

  enum Weight { case plain, heading, dim }

  let renderer: TextRenderer
  let glyphs: TextGlyphs
  private(set) var text = ""

  init(renderer: TextRenderer) {
    self.renderer = renderer
    glyphs = TextGlyphs(unicode: renderer.unicode)
  }

  mutating func begin() {
    if !text.isEmpty { text += "\n" }
  }

  func spelled(_ line: String) -> String { renderer.unicode ? line : plainTypography(line) }

  mutating func add(_ content: String, _ weight: Weight, wrapped: Bool = false) {
    let content = spelled(content)
    let lines =
      wrapped
      ? TextFlow.wrap(content, width: min(renderer.width, Page.proseWidth))
      : [TextFlow.trimmedEnd(TextFlow.clean(content))]
    for line in lines {
      switch weight {
      case .heading where renderer.color && !line.isEmpty: text += "\u{1B}[1m\(line)\u{1B}[0m\n"
      case .dim where renderer.color && !line.isEmpty: text += "\u{1B}[2m\(line)\u{1B}[0m\n"
      default: text += "\(line)\n"
      }
    }
  }

  /// Lines as they are.
  mutating func addLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { add(String(line), .plain) }
  }

  /// An item of a list, of one paragraph or several.
  mutating func addItem(_ paragraphs: [String]) {
    let lines = paragraphs.flatMap { TextFlow.wrap(spelled($0), width: min(renderer.width, Page.proseWidth) - 2) }
    for (index, line) in lines.enumerated() { add((index == 0 ? glyphs.bullet : " ") + " " + line, .dim) }
  }
}
