import Languages

/// A document as Markdown with tables (GitHub flavour): what is shown in the terminal, for a notebook or a report.
public enum MarkdownRenderer {
  /// The whole document, without its figure.
  public static func render(_ document: Document) -> String {
    var parts: [String] = []
    if !document.title.isEmpty { parts.append("# " + escaped(document.title)) }
    for block in document.blocks {
      switch block {
      case .heading(let text): parts.append("## " + escaped(text))
      case .paragraph(let text): parts.append(escaped(text))
      case .verbatim(let text): parts.append(fenced(text))
      case .fitted(let lines, _): parts.append(fenced(lines(80)))
      case .markdown(let text): parts.append(text)
      case .table(let table): if table.isShown { parts.append(render(table)) }
      case .view(let table): parts.append(render(table))
      case .figure: break
      case .bars(let chart):
        let drawn = TextBars(chart: chart, width: 80, unicode: true).lines
        if !chart.title.isEmpty { parts.append("**" + escaped(chart.title) + "**") }
        parts.append(fenced((drawn.chart + drawn.key).joined(separator: "\n")))
      }
    }
    if !document.notes.isEmpty {
      parts.append("## \(Language.current.word("Notes"))")
      parts.append(document.notes.map { "- " + escaped($0.message) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// One table with its title and caption: shown columns, numbers to the right.
  public static func render(_ table: Table) -> String {
    let numbers = NumberText(unicode: true)
    let shown = table.columns.indices.filter { table.columns[$0].isShown }
    var parts = table.title.isEmpty ? [] : ["**" + escaped(table.title) + "**"]
    if !shown.isEmpty {
      let isText = shown.map { table.columns[$0].style == .text }
      let headings = shown.map { escaped(table.columns[$0].heading) }
      let rows = table.visibleRows.map { row in shown.map { escaped(numbers.string(row[$0], table.columns[$0].style)) }
      }
      let widths = headings.indices.map { column in
        max(3, displayWidth(headings[column]), rows.lazy.map { displayWidth($0[column]) }.max() ?? 0)
      }
      let rule = zip(widths, isText).map { width, isText in
        String(repeating: "-", count: isText ? width : width - 1) + (isText ? "" : ":")
      }
      let lines = ([headings, rule] + rows).map { cells in
        let padded = cells.indices.map { TextFlow.padded(cells[$0], to: widths[$0], right: !isText[$0]) }
        return "| " + padded.joined(separator: " | ") + " |"
      }
      parts.append(lines.joined(separator: "\n"))
    }
    if let caption = table.caption, !caption.isEmpty { parts.append("*" + escaped(caption) + "*") }
    return parts.joined(separator: "\n\n")
  }

  /// Text that Markdown shows as it is. Underscores inside words and lone `<` or `&` mean nothing and stay legible.
  private static func escaped(_ text: String) -> String {
    let scalars = Array(TextFlow.clean(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isSpecial =
        switch scalar {
        case "\\", "`", "*", "[", "]", "|": true
        case "_": !(isWord(before) && isWord(after))
        case "<": isWord(after) || after == "/" || after == "!" || after == "?"
        case "&": isWord(after) || after == "#"
        case "~": before == "~" || after == "~"
        // An address would become a link.
        case ":": after == "/" && index + 2 < scalars.count && scalars[index + 2] == "/"
        case ".": isAddress(scalars, index) || isListNumber(scalars, index)
        case ")": isListNumber(scalars, index)
        // At the start of a line these would make a heading, a list, or a quotation.
        case "#", "+", "-", ">": index == 0 && scalars.count > 1
        default: false
        }
      // A minus sign before a number is no list.
      if isSpecial && !(scalar == "-" && after != " " && after != "-") { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The dot of `www.`, which GitHub takes for the beginning of an address.
  private static func isAddress(_ scalars: [Unicode.Scalar], _ dot: Int) -> Bool {
    dot >= 3 && scalars[dot - 3..<dot].allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// The mark of `12. ` or `12) ` at the beginning, which would make a list.
  private static func isListNumber(_ scalars: [Unicode.Scalar], _ mark: Int) -> Bool {
    (1...9).contains(mark) && scalars[..<mark].allSatisfy { ("0"..."9").contains($0) }
      && (mark + 1 == scalars.count || scalars[mark + 1] == " ")
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
  }

  /// A code block, its fence longer than any run of backticks inside.
  private static func fenced(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TextFlow.clean(String($0)) }
    return "\(fence)text\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
