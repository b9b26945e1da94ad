import Platform
import Survey
import SurveyFiles
import Testing

/// Files as other programs write them. They are not part of the repository: where they are absent the tests say so.
@Suite struct CSVSharedFilesTests {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").dropLast(4)
    parts.append(contentsOf: ["shared", "data"])
    return "/" + parts.joined(separator: "/")
  }()
  static var isThere: Bool { access(folder, R_OK) == 0 }

  private func open(_ name: String) throws -> CSVReader { try CSVReader(path: "\(Self.folder)/\(name)") }

  @Test(.enabled(if: isThere, "../shared/data is not there"))
  func `Chinese text with embedded line breaks, with and without byte order mark`() throws {
    for name in ["zh_utf8.csv", "zh_utf8bom.csv"] {
      let reader = try open("spss_import/made/\(name)")
      #expect(reader.names == ["编号", "产品质量", "流程便捷", "员工礼貌", "推荐意愿", "评语"])
      let data = try reader.read()
      #expect(data["产品质量"]?.values == .int8([5, 4, MissingValue.int8(0)]))
      #expect(data["评语"]?.values == .text(codes: [0, 1, 2], categories: ["很好，满意", "一般；\"还行\"", "换行\n第二行"]))
    }
  }

  @Test(.enabled(if: isThere, "../shared/data is not there"))
  func `Other encodings are refused with line and byte`() throws {
    let folder = "\(Self.folder)/spss_import/made"
    #expect(throws: FileFault.notUTF8(source: "\(folder)/zh_gb18030.csv", line: 1, byte: 0xB1)) {
      _ = try open("spss_import/made/zh_gb18030.csv")
    }
    #expect(throws: CSVFault.utf16(source: "\(folder)/zh_utf16bom.csv")) {
      _ = try open("spss_import/made/zh_utf16bom.csv")
    }
    for name in ["de_cp1252_semicolon_decimalcomma.csv", "ja_shiftjis.csv"] {
      #expect(throws: FileFault.self) { _ = try open("spss_import/made/\(name)") }
    }
  }

  /// R 4.2.2: `d <- read.csv(f, check.names = FALSE); dim(d); sum(d[sapply(d, is.numeric)], na.rm = TRUE)`, 15 digits.
  @Test(
    .enabled(if: isThere, "../shared/data is not there"),
    arguments: [
      ("sfo/sfo_2017.csv", 2831, 49, 4613498), ("r_classic/bfi.csv", 2800, 28, 355379),
      ("r_classic/apistrat.csv", 200, 39, 5_794_544_406_283_400), ("r_classic/MASS_survey.csv", 237, 12, 63884.76),
      ("hcahps/hcahps_hospital_2024.csv", 3197, 13, 2_702_148_269), ("likert_gap/gap.csv", 68, 11, 6333),
      ("ecsi_mobi/mobi.csv", 250, 24, 44223),
    ])
  func `Surveys have the rows, columns and total that R finds`(
    name: String, rows: Int, columns: Int, total: Double
  ) throws {
    let data = try open(name).read()
    #expect(data.rowCount == rows)
    #expect(data.variables.count == columns)
    // A column with a word among its numbers is text to R.
    let numbers = data.variables.filter { !$0.isText && $0.unreadable == nil }
    let sum = numbers.reduce(0) { sum, variable in sum + variable.doubles.reduce(0) { $1.isNaN ? $0 : $0 + $1 } }
    #expect(abs(sum - total) <= 1e-14 * total)
  }
}
