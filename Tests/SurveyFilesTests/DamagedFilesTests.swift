import Foundation
import FuzzingChecks
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Files that are cut, changed, or made to do harm give a sentence, or what can be read: never a crash, a hang, or memory without
/// end. `Tests/References/files/workbooks.py` packs the bombs.
@Suite struct DamagedFilesTests {
  /// The sentence, or "read".
  private func outcome(_ bytes: [UInt8]) -> String {
    do {
      _ = try SurveyFile.reader(bytes: bytes, name: "a.bin").rows(ReadingRequest())
      return "read"
    } catch let fault as any Fault {
      let words = fault.sentence.description
      #expect(words.count > 20, "\(fault)")
      return words
    } catch {
      Issue.record("\(error) is no sentence")
      return ""
    }
  }

  private func bytes(_ file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: fixture(file)))) }

  static let files = [
    "labels.sav", "labels.zsav", "haven.dta", "labels.por", "iris.sas7bdat.gz", "survey.xlsx", "cells.xlsx",
    "survey.ods",
    "cells.ods", "survey.csv.gz", "survey.csv.zst",
  ]

  @Test("cut anywhere", arguments: files) func cut(_ file: String) throws {
    let bytes = try bytes(file)
    #expect(outcome(bytes) == "read")
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) { _ = outcome(Array(bytes[..<count])) }
  }

  @Test("changed anywhere", arguments: files) func changed(_ file: String) throws {
    let bytes = try bytes(file)
    var random = Draws(state: 7)
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
      var changed = bytes
      // One byte, and a number of four bytes.
      changed[place] ^= UInt8(1 + random.next() % 255)
      _ = outcome(changed)
      for byte in place..<min(place + 4, bytes.count) { changed[byte] = random.next() % 2 == 0 ? 0xFF : 0x7F }
      _ = outcome(changed)
    }
  }

  @Test("larger files, cut at every kilobyte", arguments: [StatisticalWriter.Form.spss, .stata])
  func large(_ form: StatisticalWriter.Form) throws {
    let rows = 1500
    let numbers = (0..<12).map { column in
      Variable(name: "q\(column)", values: .double((0..<rows).map { Double($0 * (column + 3) % 11) }))
    }
    let words = Variable(
      name: "said", values: .text(codes: (0..<rows).map { Int32($0 % 7) }, categories: (0..<7).map { "answer \($0)" }))
    let bytes = try StatisticalWriter.file(Dataset(variables: numbers + [words], rowCount: rows), form: form).bytes
    #expect(outcome(bytes) == "read" && bytes.count > 100_000)
    for count in stride(from: 0, to: bytes.count, by: 1024) { _ = outcome(Array(bytes[..<count])) }
  }

  private struct Draws {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  // MARK: Made to do harm

  @Test(
    "workbooks that unpack without end",
    arguments: [
      ("bomb-cell.xlsx.zst", "a cell of more than a million bytes"),
      ("bomb-cells.xlsx.zst", "cells beyond row 1,048,576"),
      ("bomb-blank.xlsx.zst", "unpacks to more than 1024 MB"), ("bomb-strings.xlsx.zst", "unpacks to more than 128 MB"),
    ])
  func bombs(_ file: String, _ words: String) throws {
    let found = outcome(try bytes(file))
    #expect(found.contains(words), "\(found)")
  }

  private func excel(sheet: String, strings: String = "", styles: String = "", workbook: String = "") -> [UInt8] {
    WorkbookCheck.file(
      UInt8(ascii: "x"), Array([sheet, strings, styles, workbook].map { Array($0.utf8) }.joined(separator: [1])))
  }
  private func openDocument(_ content: String) -> [UInt8] { WorkbookCheck.file(UInt8(ascii: "o"), Array(content.utf8)) }

  @Test("entities, elements within elements, and tags without end are told") func xml() {
    let sheet = "<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>"
    let laugh = (1...9).map { "<!ENTITY l\($0) '" + String(repeating: "&l\($0 - 1);", count: 10) + "'>" }.joined()
    #expect(
      outcome(excel(sheet: "<!DOCTYPE a [<!ENTITY l0 'ha'>\(laugh)<!ENTITY b '&l9;'>]>" + sheet)).contains(
        "declares entities"))
    #expect(
      outcome(excel(sheet: "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>" + sheet)).contains(
        "declares entities"))
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(outcome(excel(sheet: deep)).contains("within each other without end"))
    #expect(outcome(openDocument(deep)).contains("within each other without end"))
    #expect(
      outcome(excel(sheet: "<worksheet a='" + String(repeating: "x", count: 6 << 20))).contains("tags has no end"))
  }

  @Test("rows and columns that repeat without end, or stand in no order, are told") func repeats() {
    let cell = "<c office:value-type='float' office:value='7' table:number-columns-repeated='16384'/>"
      .replacing("<c ", with: "<t:table-cell ")
    func table(_ rows: String) -> String { "<o><t:table t:name='A'>\(rows)</t:table></o>" }
    let names = "<t:table-row><t:table-cell><p>a</p></t:table-cell><t:table-cell><p>b</p></t:table-cell></t:table-row>"
    let space = "xmlns:t='t' xmlns:table='t' xmlns:office='f'"
    func document(_ rows: String) -> [UInt8] {
      openDocument(table(names + rows).replacing("<o>", with: "<o \(space)>"))
    }
    #expect(
      outcome(document("<t:table-row t:number-rows-repeated='1048576'>\(cell)</t:table-row>")).contains(
        "unpacks to more than 128 MB"))
    #expect(
      outcome(
        document(
          "<t:table-row t:number-rows-repeated='99999999999999999999'><t:table-cell office:value-type='float' office:value='1'/></t:table-row>"
        ))
        != "")
    // A cell in the first row, one in the last, and so on.
    let jumps = (0..<50).map { "<row r='\($0 % 2 == 0 ? 1_048_576 : 2)'><c r='A1'><v>1</v></c></row>" }.joined()
    #expect(
      outcome(
        excel(
          sheet: "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>a</v></c></row>\(jumps)</sheetData></worksheet>"
        )
      )
      .contains("its cell A2 stands behind one that comes after it"))
    // Two cells far apart are a table too wide and long to be one.
    let far =
      "<row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' t='str'><v>b</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
    #expect(
      outcome(excel(sheet: "<worksheet><sheetData>\(far)</sheetData></worksheet>")).contains(
        "unpacks to more than 128 MB"))
  }

  @Test("sizes that lie", arguments: [0, 1, 1 << 20, UInt32.max - 1]) func sizes(_ size: UInt32) {
    let parts = [
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array("<o><table/></o>".utf8)),
    ]
    _ = outcome(StoredArchive.bytes(parts, sizes: ["content.xml": size]))
    _ = outcome(StoredArchive.bytes(parts, sizes: ["mimetype": size]))
  }

  @Test("a text of zero bytes longer than 255 is empty, the one after it whole") func zeros() throws {
    let data = try SurveyFile.reader(path: fixture("zeros.sav")).rows(ReadingRequest(categorical: ["long"]))
    #expect(
      try data.variable("long").texts == [
        String(repeating: "x", count: 300), nil, nil, String(repeating: "z", count: 600),
      ])
    #expect(try data.variable("id").texts == ["1", "2", "3", "4"])
  }
}
