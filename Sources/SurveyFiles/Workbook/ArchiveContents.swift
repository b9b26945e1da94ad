import Survey

/// What a ZIP archive is, by its parts: many kinds of documents are one.
enum ArchiveContents {
  case excel, openDocument
  /// Something else: what it is, and what to do, where `FILE` stands for the file.
  case other(name: String, advice: String)

  /// Names that are looked at.
  private static let mostNames = 10_000

  init(_ archive: WorkbookArchive) {
    let type = archive.beginning(of: "mimetype", count: 128).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let kind = "application/vnd.oasis.opendocument."
    if type.hasPrefix(kind + "spreadsheet") {
      self = .openDocument
      return
    }
    for (name, title) in Self.openDocuments where type.hasPrefix(kind + name) {
      self = .other(name: title, advice: Self.tables)
      return
    }
    let names = archive.names(upTo: Self.mostNames)
    func hasPart(in folder: String) -> Bool { names.contains { $0.hasPrefix(folder) } }
    if type.hasPrefix("application/epub") {
      self = .other(name: "an e-book (.epub)", advice: Self.tables)
    } else if names.contains("xl/workbook.bin") {
      self = .other(
        name: "a binary Excel workbook (.xlsb)",
        advice: "Open it in a spreadsheet program and save it as .xlsx, or the sheet as CSV UTF-8")
    } else if hasPart(in: "xl/") {
      self = .excel
    } else if hasPart(in: "word/") {
      self = .other(name: "a Word document (.docx)", advice: Self.tables)
    } else if hasPart(in: "ppt/") {
      self = .other(name: "a PowerPoint presentation (.pptx)", advice: Self.tables)
    } else if hasPart(in: "Index/") && names.contains(where: { $0.hasSuffix(".iwa") }) {
      self = .other(
        name: "a document of Numbers, Pages or Keynote", advice: "Open it there and export the table as CSV")
    } else if names.contains("content.xml") && type.isEmpty {
      self = .openDocument
    } else if names.contains("[Content_Types].xml") {
      self = .excel
    } else {
      self = Self.files(names)
    }
  }

  private static let tables = "Copy its table into a spreadsheet program and save that as CSV UTF-8"
  private static let openDocuments = [
    ("text", "an OpenDocument text (.odt)"), ("presentation", "an OpenDocument presentation (.odp)"),
    ("graphics", "an OpenDocument drawing (.odg)"), ("chart", "an OpenDocument chart (.odc)"),
    ("formula", "an OpenDocument formula (.odf)"), ("database", "an OpenDocument database (.odb)"),
  ]

  /// Endings of what is read.
  private static let surveys = [
    ".csv", ".tsv", ".txt", ".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt", ".xlsx", ".ods",
  ]

  /// An archive of files: the one that may be the survey is named.
  private static func files(_ names: [String]) -> ArchiveContents {
    let files = names.filter { !$0.hasSuffix("/") && !$0.hasPrefix("__MACOSX/") }
    let name = "a ZIP archive of \(files.count) file\(files.count == 1 ? "" : "s")"
    guard let survey = files.first(where: { file in surveys.contains { file.lowercased().hasSuffix($0) } }) else {
      return .other(name: name, advice: "Unpack it first")
    }
    return .other(name: name, advice: "Unpack it first: unzip -p FILE '\(survey)' | mainspring drivers - …")
  }
}
