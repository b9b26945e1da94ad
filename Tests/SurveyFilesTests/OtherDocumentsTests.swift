import Foundation
import FuzzingChecks
import Survey
import SurveyFiles
import TestSupport
import Testing

/// What is no survey is called what it is. `Tests/References/files/workbooks.py` writes the compound files.
@Suite struct OtherDocumentsTests {
  private func sentence(_ bytes: [UInt8], encoding: String? = nil) -> String {
    do {
      let reader = try SurveyFile.reader(bytes: bytes, name: "a.bin", options: ReadingOptions(encoding: encoding))
      _ = try reader.rows(ReadingRequest())
      return "read"
    } catch let fault as any Fault { return fault.sentence.description } catch { return "\(error)" }
  }

  @Test(
    "other archives than workbooks are named",
    arguments: [
      (["[Content_Types].xml", "_rels/.rels", "word/document.xml"], "a Word document (.docx)"),
      (["[Content_Types].xml", "ppt/presentation.xml"], "a PowerPoint presentation (.pptx)"),
      (["[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"], "a binary Excel workbook (.xlsb)"),
      (["Index/Document.iwa", "Metadata/Properties.plist"], "a document of Numbers, Pages or Keynote"),
      (
        ["readme.md", "data/survey 2024.csv", "__MACOSX/data/._survey.csv"],
        "a ZIP archive of 2 files, not text with separators. Unpack it first: unzip -p a.bin 'data/survey 2024.csv' | mainspring drivers - …."
      ),
      (["photo.jpg"], "a ZIP archive of 1 file, not text with separators. Unpack it first."),
    ])
  func archives(_ parts: [String], _ words: String) {
    let found = sentence(StoredArchive.bytes(parts.map { ($0, [0x78]) }))
    #expect(found.hasPrefix("a.bin is " + words), "\(found)")
  }

  @Test(
    "OpenDocument texts are none of its spreadsheets",
    arguments: [("text", "an OpenDocument text (.odt)"), ("presentation", "an OpenDocument presentation (.odp)")])
  func openDocuments(_ kind: String, _ words: String) {
    let parts = [
      ("mimetype", Array("application/vnd.oasis.opendocument.\(kind)".utf8)), ("content.xml", Array("<a/>".utf8)),
    ]
    #expect(sentence(StoredArchive.bytes(parts)).hasPrefix("a.bin is " + words))
  }

  @Test("an encrypted sheet is told from a damaged one") func encryptedSheet() {
    let manifest = "<m:manifest xmlns:m='x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    let parts: [(String, [UInt8])] = [
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", [1, 2, 3]),
      ("META-INF/manifest.xml", Array(manifest.utf8)),
    ]
    #expect(
      sentence(StoredArchive.bytes(parts)).hasPrefix("a.bin is a workbook that is encrypted with a password. Open it"))
  }

  @Test(
    "encrypted and old documents of Office have sentences of their own",
    arguments: [
      ("encrypted.xlsx", "is encrypted with a password, as new Excel workbooks (.xlsx) can be"),
      ("old.xls", "is an old Excel workbook (.xls)"),
      ("old.doc", "is an old Word document (.doc)"),
    ])
  func compound(_ file: String, _ words: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: fixture(file))))
    #expect(sentence(bytes).hasPrefix("a.bin " + words), "\(sentence(bytes))")
    // Of a file as of its bytes, and of one that is cut.
    #expect(throws: CSVFault.self) { try SurveyFile.reader(path: fixture(file)) }
    #expect(sentence(Array(bytes[..<600])).contains("cut short or damaged"))
    for place in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[place] ^= 0xFF
      #expect(sentence(changed).count > 20)
    }
  }

  @Test("what is cut short is a ZIP archive that cannot be opened, an empty one has no files") func cut() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: fixture("survey.xlsx"))))
    #expect(
      sentence(Array(bytes[..<3000])).hasPrefix(
        "a.bin begins as a ZIP archive, as workbooks (.xlsx, .ods) do, and cannot be opened"))
    #expect(sentence(StoredArchive.bytes([])).contains("a ZIP archive without files"))
  }

  @Test("a byte that is none of the encoding is told with its line and column")
  func place() {
    // 0x81 has no character in Windows-1252.
    let latin = "name,city\nA,Z\u{FC}rich\r\nB,K\u{F6}".unicodeScalars.map { UInt8($0.value) } + [0x81, 0x0A]
    #expect(
      sentence(latin, encoding: "windows-1252")
        == "a.bin, line 3, column 5: the byte 0x81 is none of the encoding windows-1252, in which the file was read up to there. Name the right one with 'encoding'."
    )
    // Beyond the pieces in which a file is converted.
    let long = Array(repeatElement(Array("123,345\r\n".utf8), count: 50_001).joined()) + Array("12,".utf8) + [0x81]
    #expect(sentence(long, encoding: "windows-1252").hasPrefix("a.bin, line 50002, column 4: the byte 0x81"))
  }
}
