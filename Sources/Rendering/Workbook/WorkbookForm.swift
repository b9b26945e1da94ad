/// A workbook of Excel: the answer, a sheet for each table, charts that can be edited; notes, definitions and provenance last.
public enum WorkbookForm: DocumentForm {
  /// `.xlsx`
  public static var suffix: String { "xlsx" }

  /// The same document is the same bytes.
  ///
  /// - Throws: `OfficeFileError` when libxlsxwriter is not installed, `AtomicFile.Failure` without room for a temporary file.
  public static func bytes(of document: Document, _ settings: FormSettings) throws -> [UInt8] {
    try Workbook.bytes(title: document.title) { book in
      try TextSheets.writeAnswer(of: document, to: book)
      let tables = document.sheetTables
      var sheets: [(sheet: String, content: TableSheet)] = []
      func add(_ title: String, _ table: Table) throws {
        let sheet = try book.sheet(title)
        let content = TableSheet(table)
        content.write(to: sheet)
        sheets.append((sheet.name, content))
      }
      for (title, table) in tables where table.isShown { try add(title, table) }
      if let figure = document.figure { try ChartSheet.write(figure, to: book) }
      for (title, table) in tables where !table.isShown { try add(title, table) }
      try TextSheets.writeNotes(of: document, to: book)
      try TextSheets.writeDefinitions(sheets, to: book)
      try TextSheets.writeProvenance(of: document, to: book)
    }
  }
}
