import Languages

/// A document as one HTML page that needs nothing else: tables with captions and scopes, the figure as SVG, a small style sheet for
/// light, dark and paper.
public enum HTMLRenderer {
  /// The whole page.
  public static func render(_ document: Document, _ settings: FormSettings = FormSettings()) -> String {
    let content = ReadingDocument(document, numbers: NumberText(unicode: true), width: 90)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(Language.current.rawValue)\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"generator\" content=\"mainspring \(MarkupText.escaped(document.version))\">",
      "<title>\(MarkupText.escaped(content.title.isEmpty ? document.command : content.title))</title>",
      "<style>", style, "</style>", "</head>", "<body>", "<main>",
    ]
    if !content.title.isEmpty { lines.append("<h1>\(MarkupText.escaped(content.title))</h1>") }
    for block in content.blocks { lines += element(block) }
    if !content.notes.isEmpty {
      lines += [
        "<section aria-labelledby=\"notes\">", "<h2 id=\"notes\">\(Language.current.word("Notes"))</h2>", "<ul>",
      ]
      lines += content.notes.map { "<li>\(MarkupText.escaped($0))</li>" }
      lines += ["</ul>", "</section>"]
    }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private static func element(_ block: ReadingDocument.Block) -> [String] {
    switch block {
    case .heading(let text): ["<h2>\(MarkupText.escaped(text))</h2>"]
    case .paragraph(let text): ["<p>\(MarkupText.escaped(text))</p>"]
    case .lines(let text): ["<pre>" + MarkupText.lines(text).joined(separator: "\n") + "</pre>"]
    case .table(let table): element(table)
    case .figure(let figure): element(figure)
    }
  }

  /// The drawing without the line that XML begins with; its name is read out, its texts are too.
  private static func element(_ figure: Figure) -> [String] {
    let svg = SVGRenderer.render(figure)
    guard let start = svg.firstRange(of: "<svg ") else { return [] }
    let label = MarkupText.escaped(figure.title)
    return ["<figure>", "<svg role=\"img\" aria-label=\"\(label)\" " + svg[start.upperBound...] + "</figure>"]
  }

  private static func element(_ table: ReadingTable) -> [String] {
    var lines = [
      "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(MarkupText.escaped(table.title))\">"
    ]
    lines.append("<table>")
    let number = table.number.map { "<b>Table \($0)</b> " } ?? ""
    if !table.title.isEmpty || table.number != nil {
      lines.append("<caption>\(number)<i>\(MarkupText.escaped(table.title))</i></caption>")
    }
    let headings = table.columns.map {
      "<th scope=\"col\"\($0.isText ? "" : " class=\"n\"")>\(MarkupText.escaped($0.heading))</th>"
    }
    lines.append("<thead><tr>" + headings.joined() + "</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows {
      switch row {
      case .section(let text):
        if lines.last != "<tbody>" { lines += ["</tbody>", "<tbody>"] }
        lines.append(
          "<tr><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(MarkupText.escaped(text))</th></tr>")
      case .cells(let cells):
        let written = cells.enumerated().map { index, text in
          let column = table.columns[index]
          let content = MarkupText.escaped(text)
          if index == 0 && column.isText { return "<th scope=\"row\" dir=\"auto\">\(content)</th>" }
          return column.isText ? "<td dir=\"auto\">\(content)</td>" : "<td class=\"n\">\(content)</td>"
        }
        lines.append("<tr>" + written.joined() + "</tr>")
      }
    }
    lines += ["</tbody>", "</table>"]
    if let note = table.note { lines.append("<p class=\"note\"><i>Note.</i> \(MarkupText.escaped(note))</p>") }
    return lines + ["</div>"]
  }

  /// Contrasts are at least 4.5 to 1 in both schemes.
  private static let style = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --soft: #555; --line: #1a1a1a; --page: #fff; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #b5b5b5; --line: #ececec; --page: #161616; } }
    body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    main { max-width: 64rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
    p, li { max-width: 46rem; }
    pre { overflow-x: auto; font: 14px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
    .table { overflow-x: auto; margin: 1.5rem 0; }
    table { border-collapse: collapse; border-top: 2px solid var(--line); border-bottom: 2px solid var(--line); font-variant-numeric: tabular-nums; }
    caption { text-align: left; padding-bottom: .4rem; } caption b { display: block; }
    th, td { padding: .2rem .7rem; text-align: left; font-weight: normal; vertical-align: top; }
    thead th { border-bottom: 1px solid var(--line); vertical-align: bottom; }
    .n { text-align: right; white-space: nowrap; }
    th[scope=rowgroup] { font-weight: bold; padding-top: .6rem; }
    .note { color: var(--soft); font-size: .9rem; margin: .4rem 0; }
    figure { margin: 1.5rem 0; padding: .5rem; background: #fff; } figure svg { max-width: 100%; height: auto; display: block; }
    @media print { .table { overflow: visible; } thead { display: table-header-group; } figure, tr { break-inside: avoid; } }
    """
}

extension HTMLRenderer: DocumentForm {
  /// `.html`
  public static var suffix: String { "html" }
  /// See `render`.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] {
    Array(render(document, settings).utf8)
  }
}
