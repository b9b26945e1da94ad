import Languages

/// The sheets of a workbook that hold sentences.
enum TextSheets {
  /// Title, sentences, and lines that are laid out already.
  static func writeAnswer(of document: Document, to book: Workbook) throws {
    let sheet = try book.sheet("Answer")
    sheet.setWidth(110, 0...0)
    sheet.write(document.title, 0, 0, Workbook.Look(isBold: true, size: 16))
    sheet.setHeight(24, row: 0)
    var row = 2
    func lines(_ text: String) {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        sheet.write(String(line), row, 0)
        row += 1
      }
      row += 1
    }
    for block in document.blocks {
      switch block {
      case .heading(let text):
        sheet.write(text, row, 0, Workbook.Look(isBold: true, size: 13))
        row += 1
      case .paragraph(let text):
        sheet.writeParagraph(text, row: row, columns: 0...0, characters: 110, Workbook.Look())
        row += 2
      case .verbatim(let text): lines(text)
      case .markdown(let text): lines(MarkdownText(text, width: 110).lines.joined(separator: "\n"))
      case .table, .view, .figure, .bars, .fitted: break
      }
    }
  }

  static func writeNotes(of document: Document, to book: Workbook) throws {
    guard !document.notes.isEmpty else { return }
    let sheet = try book.sheet("Notes")
    sheet.setWidth(28, 0...0)
    sheet.setWidth(110, 1...1)
    for (column, heading) in ["Kind", "Note"].map(Language.current.word).enumerated() {
      sheet.write(heading, 0, column, Workbook.Look(isHeading: true))
    }
    for (index, note) in document.notes.enumerated() {
      sheet.write(note.kind, index + 1, 0, Workbook.Look(isTop: true))
      sheet.writeParagraph(note.message, row: index + 1, columns: 1...1, characters: 110, Workbook.Look())
    }
    sheet.filter(rows: 0...document.notes.count, columns: 0...1)
    sheet.freeze(rows: 1, columns: 0)
    sheet.repeatRows(0...0)
  }

  /// What each column of each sheet means.
  static func writeDefinitions(_ sheets: [(sheet: String, content: TableSheet)], to book: Workbook) throws {
    guard !sheets.isEmpty else { return }
    let sheet = try book.sheet("Columns")
    for (column, (heading, width)) in [
      ("Sheet", 28.0), ("Heading", 24), ("Column", 24), ("Table", 20), ("Meaning", 100),
    ]
    .enumerated() {
      sheet.write(heading, 0, column, Workbook.Look(isHeading: true))
      sheet.setWidth(width, column...column)
    }
    var row = 1
    for (name, content) in sheets {
      for column in content.columns {
        let top = Workbook.Look(isTop: true)
        sheet.write(name, row, 0, top)
        sheet.write(column.heading, row, 1, top)
        sheet.write(column.column.name, row, 2, top)
        sheet.write(content.table.name, row, 3, top)
        let meaning = (column.column.meaning ?? "").replacing("`", with: "")
        if !meaning.isEmpty {
          sheet.writeParagraph(meaning, row: row, columns: 4...4, characters: 100, Workbook.Look())
        }
        row += 1
      }
    }
    sheet.filter(rows: 0...(row - 1), columns: 0...4)
    sheet.freeze(rows: 1, columns: 0)
    sheet.repeatRows(0...0)
  }

  /// The program, its version, and everything that the run was made of.
  static func writeProvenance(of document: Document, to book: Workbook) throws {
    let sheet = try book.sheet("Provenance")
    sheet.setWidth(36, 0...0)
    sheet.setWidth(80, 1...1)
    for (column, heading) in ["Setting", "Value"].enumerated() {
      sheet.write(heading, 0, column, Workbook.Look(isHeading: true))
    }
    var row = 1
    func add(_ key: String, _ cell: Cell) {
      sheet.write(key, row, 0)
      sheet.write(cell, .text, row, 1)
      row += 1
    }
    func add(_ key: String, _ value: Document.RunValue) {
      switch value {
      case .cell(let cell): add(key, cell)
      case .list(let list):
        let cells = list.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
        guard cells.count < list.count || list.isEmpty else {
          let numbers = NumberText(unicode: true)
          return add(key, .text(cells.map { numbers.string($0, .text) }.joined(separator: ", ")))
        }
        for (index, element) in list.enumerated() { add("\(key) \(index + 1)", element) }
      case .object(let entries): for entry in entries { add("\(key).\(entry.key)", entry.value) }
      }
    }
    add("mainspring", .text(document.version))
    add("command", .text(document.command))
    for entry in document.run { add(entry.key, entry.value) }
    sheet.freeze(rows: 1, columns: 0)
  }
}
