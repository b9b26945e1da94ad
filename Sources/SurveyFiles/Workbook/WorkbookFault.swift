public import Survey

/// What keeps a workbook from being read.
public enum WorkbookFault: Fault {
  /// The archive, or a part of it, is not what it should be.
  case damaged(source: String, reason: String)
  /// It would unpack to more than can be held.
  case tooLarge(source: String, part: String, megabytes: Int)
  case noSuchSheet(source: String, sheet: String, sheets: [String])
  case noTable(source: String, sheet: String?)
  case longCell(source: String)
  /// It needs a password.
  case encrypted(source: String)
  /// It begins as a ZIP archive, which tells no more.
  case noArchive(source: String, reason: String)

  /// A sheet that is none is a fault of the request.
  public var exitStatus: Int32 { if case .noSuchSheet = self { 64 } else { 65 } }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .damaged(let source, let reason):
      "\(source) begins as a workbook and cannot be read as one: \(reason). It may be cut short or damaged: open it in a spreadsheet program and save it again, or as CSV UTF-8."
    case .tooLarge(let source, let part, let megabytes):
      "\(source): its part '\(part)' unpacks to more than \(megabytes) MB. Save the sheet as CSV UTF-8 and read that."
    case .noSuchSheet(let source, let sheet, let sheets):
      "\(source) has no sheet '\(sheet)'. It has \(sheets.map { "'\($0)'" }.joined(separator: ", ")): name one, or its number, with \(setting: .sheet)."
    case .longCell(let source):
      "\(source) holds a cell of more than a million bytes, which no spreadsheet program writes. It may be damaged: open it in a spreadsheet program and save it again, or as CSV UTF-8."
    case .encrypted(let source):
      "\(source) is a workbook that is encrypted with a password. Open it in a spreadsheet program with its password and save it without one, or the sheet as CSV UTF-8."
    case .noArchive(let source, let reason):
      "\(source) begins as a ZIP archive, as workbooks (.xlsx, .ods) do, and cannot be opened as one: \(reason). It may be cut short or damaged: copy or export it again."
    case .noTable(let source, let sheet):
      "\(source) has no \(sheet.map { "table in its sheet '\($0)'" } ?? "sheet with a table"): a row of column names and rows of answers below it."
    }
  }
}
