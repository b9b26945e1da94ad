/// The check of `ForeignFileCheck` for workbooks and packed files.
///
/// Changed bytes of a workbook are mostly no archive any more, so an input can be the parts instead, of which an archive is
/// made. Its first byte says what follows:
/// - `x`: `sheet1.xml`, `sharedStrings.xml`, `styles.xml` and `workbook.xml`, with a byte 1 between; missing ones are plain.
/// - `o`: `content.xml` of an OpenDocument sheet.
/// - anything else: the rest of the input is the file.
package enum WorkbookCheck {
  /// What differs, in a sentence; `nil` when nothing does.
  package static func disagreement(_ input: [UInt8]) -> String? {
    guard let kind = input.first else { return nil }
    return ForeignFileCheck.disagreement(file(kind, Array(input.dropFirst())))
  }

  /// The file that an input stands for.
  package static func file(_ kind: UInt8, _ rest: [UInt8]) -> [UInt8] {
    switch kind {
    case UInt8(ascii: "x"):
      let parts = rest.split(separator: 1, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
      func part(_ index: Int, _ plain: String) -> [UInt8] {
        index < parts.count && !parts[index].isEmpty ? parts[index] : Array(plain.utf8)
      }
      return StoredArchive.bytes([
        ("[Content_Types].xml", Array("<Types/>".utf8)), ("_rels/.rels", Array(packageRelations.utf8)),
        ("xl/workbook.xml", part(3, workbook)), ("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
        ("xl/styles.xml", part(2, "<styleSheet/>")), ("xl/sharedStrings.xml", part(1, "<sst/>")),
        ("xl/worksheets/sheet1.xml", part(0, "<worksheet/>")),
      ])
    case UInt8(ascii: "o"):
      return StoredArchive.bytes([
        ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", rest),
      ])
    default: return rest
    }
  }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelations =
    "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  private static let workbook =
    "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
  private static let relations =
    "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
}

/// A ZIP archive whose parts are stored as they are: a header and the bytes of each, then the directory.
package enum StoredArchive {
  /// - Parameter sizes: what the headers say instead of the true sizes, by name.
  package static func bytes(_ parts: [(name: String, bytes: [UInt8])], sizes: [String: UInt32] = [:]) -> [UInt8] {
    var all: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let size = sizes[part.name] ?? UInt32(part.bytes.count)
      let common =
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(checkSum(part.bytes)) + four(size) + four(size)
        + two(UInt16(part.name.utf8.count)) + two(0)
      directory +=
        [0x50, 0x4B, 1, 2] + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(UInt32(all.count))
        + Array(part.name.utf8)
      all += [0x50, 0x4B, 3, 4] + common + Array(part.name.utf8) + part.bytes
    }
    let start = UInt32(all.count)
    return all + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(UInt16(parts.count)) + two(UInt16(parts.count))
      + four(UInt32(directory.count)) + four(start) + two(0)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  /// CRC-32 of ISO 3309.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
  }
}
