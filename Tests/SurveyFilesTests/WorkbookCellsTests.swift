import Foundation
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Cells of every kind and format. `Tests/References/files/workbooks.py` writes the workbooks and reads them back by openpyxl;
/// what an OpenDocument workbook should give is what was written.
@Suite struct WorkbookCellsTests {
  private struct Expected: Decodable {
    let names: [String]
    let rows: [[String?]]
  }

  private func expected(_ file: String) throws -> Expected {
    let data = try Data(contentsOf: PackageFiles.references.appending(path: "files/workbooks.json"))
    return try JSONDecoder().decode([String: Expected].self, from: data)[file]!
  }

  @Test(
    "dates, times, durations, formats with literal letters, stored values of formulas, rich texts and errors are as openpyxl reads them",
    arguments: ["cells.xlsx", "cells-1904.xlsx", "cells.ods"])
  func cells(_ file: String) throws {
    let expected = try expected(file)
    let reader = try SurveyFile.reader(path: fixture(file))
    #expect(reader.names == expected.names)
    // As texts, whatever a column looks like.
    let data = try reader.rows(ReadingRequest(categorical: Set(reader.names)))
    #expect(data.rowCount == expected.rows.count)
    for (column, name) in expected.names.enumerated() {
      #expect(try data.variable(name).texts == expected.rows.map { $0[column] }, "\(name)")
    }
  }

  @Test("numbers are numbers beside errors, which are told and missing as not available") func numbers() throws {
    let reader = try SurveyFile.reader(path: fixture("cells.xlsx"))
    let data = try reader.rows(ReadingRequest(columns: ["fails", "share", "double"]))
    let fails = try data.variable("fails")
    #expect(!fails.isText && fails.texts == [nil, "2", nil, nil, "4", "5", nil, "7"])
    #expect(
      reader.report.columns.first { $0.name == "fails" }?.missing.map { "\($0.count) \($0.reason)" } == [
        "1 empty", "3 NA",
      ])
    #expect(try data.variable("double").texts == ["2", "4", "6", nil, "8", "10", "12", nil])
  }

  @Test(
    "sheet, titles, texts that are numbers, errors, formulas without a value and merged cells are told in a line each")
  func told() throws {
    #expect(
      try SurveyFile.reader(path: fixture("cells.xlsx")).report.remarks == [
        "its sheet 'Cells & more' is read; there are also 'Hidden', 'Very hidden'",
        "row 2 above the names is skipped",
        "6 cells of text are read as numbers, the first in V6",
        "3 cells hold errors and count as missing: #DIV/0! 2, #N/A 1, the first in Y6",
        "2 formulas have no stored value and count as missing, the first in W13: open the workbook in a spreadsheet program and save it again",
        "1 range of cells is merged, the first AB6:AB8: only the first cell of a range holds its value, the others are blank",
      ])
    #expect(
      try SurveyFile.reader(path: fixture("cells.ods")).report.remarks == [
        "its sheet 'Cells' is read; there is also 'Hidden'",
        "2 cells hold errors and count as missing: #DIV/0! 1, #N/A 1, the first in H2",
        "1 formula has no stored value and counts as missing, the first in I3: open the workbook in a spreadsheet program and save it again",
        "1 range of cells is merged, the first J2:J3: only the first cell of a range holds its value, the others are blank",
      ])
  }

  @Test("a hidden sheet is read when it is named", arguments: ["cells.xlsx", "cells.ods"]) func hidden(_ file: String)
    throws
  {
    let reader = try SurveyFile.reader(path: fixture(file), options: ReadingOptions(sheet: "Hidden"))
    #expect(reader.names == ["a", "b"] && reader.report.remarks.allSatisfy { !$0.contains("is read;") })
  }
}
