/// Markdown as lines of a terminal: paragraphs and list items wrapped, two columns of a table side by side; wider tables
/// that fit, and fenced text, stay as they are. Marks of emphasis are left out.
struct MarkdownText {
  private(set) var lines: [String] = []
  private let width: Int

  init(_ text: String, width: Int) {
    self.width = width
    var paragraph: [Substring] = []
    var rows: [Substring] = []
    var isFenced = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("```") { isFenced.toggle() }
      let isRow = !isFenced && content.hasPrefix("|")
      if !isRow && !rows.isEmpty { addTable(&rows) }
      let endsParagraph = isFenced || isRow || content.isEmpty || "#*-`".contains(content.first ?? " ")
      if endsParagraph && !(content.hasPrefix("**") || content.hasPrefix("`") && !content.hasPrefix("```")) {
        addParagraph(&paragraph)
      }
      if content.hasPrefix("```") { continue }
      if isFenced {
        lines.append(String(line))
      } else if isRow {
        rows.append(content)
      } else if content.hasPrefix("#") {
        lines.append(contentsOf: wrapped(String(content.drop { $0 == "#" || $0 == " " })))
      } else if content.isEmpty {
        if lines.last?.isEmpty == false { lines.append("") }
      } else {
        paragraph.append(content)
      }
    }
    addTable(&rows)
    addParagraph(&paragraph)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// A paragraph or an item of a list, whose further lines are indented.
  private mutating func addParagraph(_ paragraph: inout [Substring]) {
    guard !paragraph.isEmpty else { return }
    let text = paragraph.joined(separator: " ")
    let isItem = text.hasPrefix("* ") || text.hasPrefix("- ")
    for (index, line) in wrapped(isItem ? String(text.dropFirst(2)) : text, less: isItem ? 2 : 0).enumerated() {
      lines.append(isItem ? (index == 0 ? "* " : "  ") + line : line)
    }
    paragraph = []
  }

  private mutating func addTable(_ source: inout [Substring]) {
    let rows = source.map(MarkdownText.cells)
    defer { source = [] }
    // Numbers under each other need their head; where they fit they stay as they are.
    if rows.contains(where: { $0.count > 2 }), source.allSatisfy({ displayWidth(String($0)) <= width }) {
      lines.append(contentsOf: source.map(String.init))
      return
    }
    // The head and the rule below it say nothing that the columns do not.
    let body = rows.dropFirst(rows.count > 1 && rows[1].allSatisfy { $0.allSatisfy("-: ".contains) } ? 2 : 0)
    let names = body.map { MarkdownText.plain($0.first ?? "") }
    let left = min(names.map(displayWidth).max() ?? 0, width / 3)
    for (name, row) in zip(names, body) {
      let texts = wrapped(row.dropFirst().joined(separator: "; "), less: left + 2)
      var head = name
      if displayWidth(name) > left {
        lines.append(name)
        head = ""
      }
      for (index, text) in texts.enumerated() {
        let start = index == 0 ? head : ""
        lines.append(start + String(repeating: " ", count: left + 2 - displayWidth(start)) + text)
      }
    }
  }

  private func wrapped(_ text: String, less: Int = 0) -> [String] {
    TextFlow.wrap(MarkdownText.plain(text), width: max(20, width - less))
  }

  private static func cells(_ row: Substring) -> [String] {
    // An escaped bar is part of a cell.
    row.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { TextFlow.words(String($0.replacing("\u{0}", with: "|"))).joined(separator: " ") }
  }

  private static func plain(_ text: String) -> String {
    text.replacing("**", with: "").replacing("`", with: "")
  }
}
