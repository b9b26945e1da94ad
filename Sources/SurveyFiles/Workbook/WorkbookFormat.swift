import Survey

/// Workbooks that are read, known by their first bytes.
enum WorkbookFormat {
  case excel, openDocument

  /// What the first bytes of a ZIP archive are; `nil` for anything else.
  static func recognise(_ bytes: [UInt8]) -> WorkbookFormat? {
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    func has(_ text: String) -> Bool { bytes.contains(Array(text.utf8)) }
    if has("opendocument.spreadsheet") { return .openDocument }
    return has("[Content_Types].xml") || has("xl/") || has("_rels/") ? .excel : nil
  }

  /// A sheet as text with separators; name and digest stay those of the workbook.
  func text(of source: ByteSource, sheet: String?, remarks: inout [String]) throws -> ByteSource {
    let (digest, archive) = try WorkbookArchive.open(source)
    let chosen =
      switch self {
      case .excel: try ExcelSheet.table(archive, sheet: sheet)
      case .openDocument: try OpenDocumentSheet.table(archive, sheet: sheet)
      }
    if !chosen.wasNamed, !chosen.others.isEmpty {
      let others = chosen.others.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        "its sheet '\(chosen.name)' is read; there \(chosen.others.count == 1 ? "is" : "are") also \(others)\(chosen.others.count > 6 ? " …" : "")"
      )
    }
    guard let (bytes, skipped) = chosen.table.text() else {
      throw WorkbookFault.tooLarge(source: source.name, part: chosen.name, megabytes: chosen.table.megabytes)
    }
    if let skipped {
      remarks.append(
        skipped.count == 1
          ? "row \(skipped.lowerBound) above the names is skipped"
          : "rows \(skipped.lowerBound) to \(skipped.upperBound) above the names are skipped")
    }
    if let first = chosen.table.firstNumberAsText {
      let count = chosen.table.numbersAsText
      remarks.append(
        "\(count) cell\(count == 1 ? "" : "s") of text \(count == 1 ? "is" : "are") read as numbers, the first in \(first)"
      )
    }
    return ByteSource(bytes: bytes, name: source.name, digest: digest)
  }
}
