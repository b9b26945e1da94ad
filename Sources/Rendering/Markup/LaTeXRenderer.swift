import Languages

/// A document for LaTeX: tables with rules of booktabs, titles above and notes below as APA has them, long ones over pages.
///
/// A single table (`--table`) is written without a preamble, to be taken in with `\input`; a comment names the packages that it needs.
/// The figure is left to a picture file, since LaTeX takes pictures from files of their own.
public enum LaTeXRenderer {
  /// Rows from which a table may go over a page.
  private static let longTable = 32
  /// Characters of ten points in the lines of a page, upright and turned.
  private static let (upright, turned) = (82, 128)

  /// Characters of the smallest type in the lines of a turned page.
  private static let widest = 175

  /// The whole document, or a table alone.
  public static func render(_ document: Document, _ settings: FormSettings = FormSettings()) -> String {
    let content = ReadingDocument(document, numbers: NumberText(unicode: true), width: 78)
    let body = content.blocks.flatMap { lines(of: $0) }
    if content.isTableAlone {
      return (["% Packages: \(packages.joined(separator: ", ")); \\captionsetup as in a whole document."] + body)
        .joined(separator: "\n") + "\n"
    }
    var text = body
    if !content.notes.isEmpty {
      text += ["", "\\section*{\(Language.current.word("Notes"))}", "\\begin{itemize}\\raggedright"]
      text += content.notes.map { "\\item \(LaTeXText.escaped($0))" }
      text.append("\\end{itemize}")
    }
    let title = content.title.isEmpty ? [] : ["\\section*{\(LaTeXText.escaped(content.title))}"]
    let written = (title + text).joined(separator: "\n")
    return (preamble(for: written) + title + text + ["\\end{document}"]).joined(separator: "\n") + "\n"
  }

  private static let packages = ["array", "booktabs", "caption", "longtable", "pdflscape"]

  private static func preamble(for text: String) -> [String] {
    [
      "\\documentclass[10pt,a4paper]{article}", "\\usepackage{iftex}", "\\ifPDFTeX",
      "  \\usepackage[T1]{fontenc}", "  \\usepackage{textcomp}",
      "  \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}",
    ] + LaTeXText.declarations(for: text) + ["\\else", "  \\usepackage{fontspec}", "\\fi"]
      + packages.map { "\\usepackage{\($0)}" }
      + [
        "\\usepackage[margin=2.2cm]{geometry}",
        "\\captionsetup[table]{labelfont=bf,textfont=it,labelsep=newline,justification=raggedright,singlelinecheck=false}",
        "\\setlength{\\parindent}{0pt}", "\\setlength{\\parskip}{6pt}", "\\setlength{\\tabcolsep}{4pt}",
        "\\setlength{\\LTleft}{0pt}", "\\setlength{\\emergencystretch}{3em}", "\\begin{document}",
      ]
  }

  private static func lines(of block: ReadingDocument.Block) -> [String] {
    switch block {
    case .heading(let text): return ["", "\\subsection*{\(LaTeXText.escaped(text))}"]
    case .paragraph(let text): return ["", LaTeXText.escaped(text)]
    case .lines(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { LaTeXText.line(String($0)) }
      return ["", "{\\ttfamily\\footnotesize\\raggedright"]
        + lines.map { "\\mbox{\($0)}\\\\" } + ["}"]
    case .figure(let figure):
      return [
        "", "% Figure: \(LaTeXText.escaped(figure.title)). Write it to a file of its own and include it here.",
      ]
    case .table(let table): return table.parts(width: widest).flatMap { lines(of: $0) }
    }
  }

  /// Three rules and no vertical line; a wide table in smaller type, one still too wide on a turned page.
  private static func lines(of table: ReadingTable) -> [String] {
    let widths = table.columns.map { $0.isText ? min($0.width, 34) : $0.width }
    let width = widths.reduce(0) { $0 + $1 + 1 }
    let isTurned = Double(width) > Double(upright) / 0.7
    let room = Double(isTurned ? turned : upright)
    let size =
      Double(width) <= room
      ? ""
      : Double(width) <= room / 0.8
        ? "\\footnotesize"
        : Double(width) <= room / 0.7
          ? "\\scriptsize" : "\\tiny"
    let isLong = table.rows.count > longTable
    let format = table.columns.map { column in
      !column.isText ? "r" : column.width > 34 ? ">{\\raggedright\\arraybackslash}p{5.2cm}" : "l"
    }.joined()
    let caption = caption(of: table)
    let head = table.columns.map(heading).joined(separator: " & ") + " \\\\"
    var body: [String] = []
    for row in table.rows {
      switch row {
      case .section(let text):
        if !body.isEmpty { body.append("\\addlinespace") }
        body.append("\\multicolumn{\(table.columns.count)}{@{}l}{\\textbf{\(LaTeXText.escaped(text))}} \\\\*")
      case .cells(let cells): body.append(cells.map(LaTeXText.escaped).joined(separator: " & ") + " \\\\")
      }
    }
    let note =
      table.note.map {
        [
          "\\par\\smallskip{\\footnotesize\\raggedright \\textit{\(Language.current.word("Note")).} \(LaTeXText.escaped($0))\\par}"
        ]
      }
      ?? []
    var lines: [String]
    if isLong {
      lines =
        Array(caption.dropLast()) + ["\\begin{longtable}{@{}\(format)@{}}"] + caption.suffix(1).map { "\($0) \\\\" }
      lines += ["\\toprule", head, "\\midrule", "\\endfirsthead", "\\toprule", head, "\\midrule", "\\endhead"]
      lines += ["\\bottomrule", "\\endfoot"] + body + ["\\end{longtable}"] + note
    } else {
      lines = ["\\begin{table}[htbp]", "\\raggedright"] + caption + ["\\begin{tabular}{@{}\(format)@{}}", "\\toprule"]
      lines += [head, "\\midrule"] + body + ["\\bottomrule", "\\end{tabular}"] + note + ["\\end{table}"]
      if !size.isEmpty { lines.insert(size, at: 2) }
    }
    if isLong, !size.isEmpty { lines = ["{\(size)"] + lines + ["}"] }
    if isTurned { lines = ["\\begin{landscape}"] + lines + ["\\end{landscape}"] }
    return [""] + lines
  }

  /// A heading in as many lines as the width of the cells makes of it.
  private static func heading(_ column: ReadingTable.Column) -> String {
    let lines = TextFlow.wrap(column.heading, width: max(8, column.width)).map(LaTeXText.escaped)
    let side = column.isText ? "l" : "r"
    let text =
      lines.count == 1
      ? lines[0] : "\\begin{tabular}[b]{@{}\(side)@{}}\(lines.joined(separator: "\\\\ "))\\end{tabular}"
    return column.isText ? text : "\\multicolumn{1}{r}{\(text)}"
  }

  private static func caption(of table: ReadingTable) -> [String] {
    guard !table.title.isEmpty else { return [] }
    let title = LaTeXText.escaped(table.title)
    return table.isContinued
      ? ["\\addtocounter{table}{-1}", "\\caption{\(Language.current.message("{0} (continued)", title))}"]
      : ["\\caption{\(title)}"]
  }
}

extension LaTeXRenderer: DocumentForm {
  /// `.tex`
  public static var suffix: String { "tex" }
  /// See `render`.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] {
    Array(render(document, settings).utf8)
  }
}
