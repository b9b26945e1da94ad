import Survey

/// Workbooks that are read: ZIP archives, whose parts tell what they are.
enum WorkbookFormat {
  /// Whether the first bytes are those of a ZIP archive.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  /// A sheet as text with separators; name and digest stay those of the workbook.
  ///
  /// - Throws: `WorkbookFault`, and `CSVFault.foreignFormat` of an archive that is no workbook.
  static func text(of source: ByteSource, sheet: String?, remarks: inout [String]) throws -> ByteSource {
    let (digest, archive) = try WorkbookArchive.open(source)
    let chosen: ChosenSheet
    switch ArchiveContents(archive) {
    case .excel: chosen = try ExcelSheet.table(archive, sheet: sheet)
    case .openDocument: chosen = try OpenDocumentSheet.table(archive, sheet: sheet)
    case .other(let name, let advice): throw ForeignFormat.fault(source.name, name, advice)
    }
    if !chosen.wasNamed, !chosen.others.isEmpty {
      let others = chosen.others.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        "its sheet '\(chosen.name)' is read; there \(chosen.others.count == 1 ? "is" : "are") also \(others)\(chosen.others.count > 6 ? " …" : "")"
      )
    }
    guard let bytes = chosen.table.text() else {
      throw WorkbookFault.tooLarge(source: source.name, part: chosen.name, megabytes: SheetTable.megabytes)
    }
    remarks += chosen.table.remarks
    return ByteSource(bytes: bytes, name: source.name, digest: digest)
  }
}
