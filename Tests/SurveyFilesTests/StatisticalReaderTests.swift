import Foundation
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Files of SPSS, Stata and SAS. What they hold was typed into `Tests/References/files/haven.R`, which wrote them.
@Suite struct StatisticalReaderTests {
  private static func path(_ name: String) -> String {
    PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures/\(name)").path
  }

  /// A column's values as text, missing ones by their reason in brackets.
  private func texts(_ dataset: Dataset, _ name: String) throws -> [String] {
    let variable = try dataset.variable(name)
    func reason(_ index: Int?) -> String? { index.map { "[\(variable.missingReasons[$0])]" } }
    switch variable.values {
    case .int8(let values): return values.map { reason(MissingValue.reason($0)) ?? "\($0)" }
    case .int16(let values): return values.map { reason(MissingValue.reason($0)) ?? "\($0)" }
    case .double(let values): return values.map { reason(MissingValue.reason($0)) ?? "\($0)" }
    case .text(let codes, let names): return codes.map { reason(MissingValue.reason(text: $0)) ?? names[Int($0)] }
    }
  }

  static let days = ["2024-05-01", "2020-02-29", "[empty]", "1999-12-31", "1900-03-01", "2024-05-01"]
  static let moments = [
    "2024-05-01 10:11:12", "1970-01-01 00:00:00", "[empty]", "2024-12-31 23:59:59", "2000-02-29 12:00:00",
    "2024-05-01 10:11:12",
  ]
  static let cities = ["Zürich", "Århus", "København", "[empty]", "São Paulo", "Zürich"]

  @Test(
    "values, reasons for missing ones, dates and texts are those written", arguments: ["sav", "zsav", "dta", "xpt"])
  func values(_ suffix: String) throws {
    let reader = try SurveyFile.reader(path: Self.path("haven.\(suffix)"))
    #expect(reader.names == ["id", "quality", "region", "day", "moment", "weight", "city"])
    let data = try reader.rows(ReadingRequest())
    let isSPSS = suffix.hasSuffix("sav")
    #expect(try texts(data, "id") == ["1", "2", "3", "4", "5", "6"])
    let quality =
      isSPSS
      ? ["1", "5", "[Refused]", "3", "[empty]", "[code 97:99]"]
      : suffix == "dta"
        ? ["1", "5", "[Refused]", "3", "[empty]", "[marked as missing]"]
        : ["1", "5", "[empty]", "3", "[empty]", "[empty]"]
    #expect(try texts(data, "quality") == quality)
    #expect(try texts(data, "region") == ["n", "s", "n", "[empty]", isSPSS ? "[No answer]" : "x", "s"])
    #expect(try texts(data, "day") == Self.days)
    #expect(try texts(data, "moment") == Self.moments)
    #expect(try texts(data, "weight") == ["0.5", "1.5", "1.0", "1.0", "0.25", "1.75"])
    #expect(try texts(data, "city") == Self.cities)
    if case .int8 = data["quality"]!.values {} else { Issue.record("ratings take a byte") }
    #expect(data["id"]!.label == "Respondent" && reader.report.rows == 6)
    if suffix != "xpt" { #expect(data["quality"]!.label == "Quality of it all") }
    #expect(reader.digest == (try ContentDigest.of(path: Self.path("haven.\(suffix)"))))
  }

  @Test("what the file says of a variable is known before the rows") func details() throws {
    let reader = try SurveyFile.reader(path: Self.path("haven.sav"))
    let quality = reader.schema[1]
    #expect(
      quality.valueLabels == [
        .init(.number(1), "Very bad"), .init(.number(5), "Very good"), .init(.number(9), "Refused"),
      ])
    #expect(quality.userMissing.map(\.text) == ["97:99", "9"] || quality.userMissing.map(\.text) == ["9", "97:99"])
    #expect(reader.schema[2].valueLabels.map(\.label) == ["North", "South", "No answer"])
    #expect(reader.schema[2].level == .nominal && quality.question == "Quality of it all")
  }

  @Test("a stream gives the rows, columns that are not asked for are left out") func stream() throws {
    for name in ["haven.sav", "haven.dta"] {
      let reader = try SurveyFile.reader(path: Self.path(name))
      let request = ReadingRequest(columns: ["quality", "city"], missing: MissingRules(own: ["quality": ["3"]]))
      let rows = try reader.rows(request)
      #expect(rows.names == ["quality", "city"])
      #expect(try texts(rows, "quality")[3] == "[code 3]")
      var streamed: [Dataset] = []
      try reader.stream(request).forEachBlock { streamed.append($0) }
      #expect(streamed.count == 1 && streamed[0].variables == rows.variables)
    }
  }

  @Test("bytes in memory are read as the file is") func bytes() throws {
    let path = Self.path("haven.sav")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let held = try SurveyFile.reader(bytes: bytes, name: "held")
    let data = try held.rows(ReadingRequest())
    #expect(data.variables == (try SurveyFile.reader(path: path).rows(ReadingRequest()).variables))
    #expect(held.digest == ContentDigest.of(bytes))
  }

  /// A Stata file of the form 118 without variables or rows, put together from the format's description
  /// (https://www.stata.com/help.cgi?dta).
  private static func stataFileWithoutVariables() -> [UInt8] {
    func part(_ tag: String, _ body: String = "") -> [UInt8] { Array("<\(tag)>\(body)</\(tag)>".utf8) }
    let zeros = String(repeating: "\0", count: 8)
    let header =
      part("release", "118") + part("byteorder", "LSF") + part("K", "\0\0") + part("N", zeros) + part("label", "\0\0")
      + part("timestamp", "\0")
    let head = Array("<stata_dta><header>".utf8) + header + Array("</header>".utf8)
    let sections =
      [
        part("variable_types"), part("varnames"), part("sortlist", "\0\0"), part("formats"), part("value_label_names"),
        part("variable_labels"), part("characteristics"), part("data"), part("strls"), part("value_labels"),
      ]
    var place = head.count + "<map></map>".utf8.count + 14 * 8
    var places = [0, head.count]
    for section in sections {
      places.append(place)
      place += section.count
    }
    places += [place, place + "</stata_dta>".utf8.count]
    let map = places.flatMap { place in (0..<8).map { UInt8(truncatingIfNeeded: place >> (8 * $0)) } }
    return head + Array("<map>".utf8) + map + Array("</map>".utf8) + sections.joined() + Array("</stata_dta>".utf8)
  }

  @Test("a Stata file without variables is a sentence") func noVariables() throws {
    let bytes = Self.stataFileWithoutVariables()
    let fault = #expect(throws: StatisticalFault.self) {
      try SurveyFile.reader(bytes: bytes, name: "empty.dta").rows(ReadingRequest())
    }
    #expect(fault.map { "\($0)" }?.hasPrefix("empty.dta begins as Stata file") == true)
  }

  @Test("categories that are asked for are labels where numbers have them") func categorical() throws {
    let reader = try SurveyFile.reader(path: Self.path("haven.sav"))
    let data = try reader.rows(ReadingRequest(columns: ["quality"], categorical: ["quality"]))
    #expect(try texts(data, "quality") == ["Very bad", "Very good", "[Refused]", "3", "[empty]", "[code 97:99]"])
  }

  @Test("a damaged file is a sentence, wherever it is cut or changed", arguments: ["sav", "zsav", "dta", "xpt"])
  func damaged(_ suffix: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.path("haven.\(suffix)"))))
    func read(_ bytes: [UInt8]) -> Bool {
      do {
        _ = try SurveyFile.reader(bytes: bytes, name: "x").rows(ReadingRequest())
        return true
      } catch let fault as any Fault {
        #expect(fault.sentence.description.count > 20)
        return false
      } catch {
        Issue.record("\(error) is no sentence")
        return false
      }
    }
    #expect(read(bytes))
    for count in stride(from: 1, to: bytes.count, by: 7) { _ = read(Array(bytes[..<count])) }
    for place in stride(from: 0, to: bytes.count, by: 3) {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var changed = bytes
        changed[place] = value
        _ = read(changed)
      }
    }
    // Cut within what comes before the rows, nothing can be read.
    #expect(!read(Array(bytes[..<min(600, bytes.count / 2)])))
  }

  private static let foreign = PackageFiles.shared.appending(path: "data/spss_import")
  private static let isThere = FileManager.default.fileExists(atPath: foreign.path)

  @Test("files of others are read as their own programs read them", .enabled(if: isThere))
  func others() throws {
    let sample = try SurveyFile.reader(path: Self.foreign.appending(path: "pyreadstat/sample.sav").path)
    let data = try sample.rows(ReadingRequest())
    #expect(try texts(data, "mynum") == ["1.1", "1.2", "-1000.3", "-1.4", "1000.3"])
    #expect(try texts(data, "mydate") == ["2018-05-06", "1880-05-06", "1960-01-01", "1583-01-01", "[empty]"])
    #expect(try texts(data, "mytime") == ["10:10:10", "23:10:10", "00:00:00", "16:10:10", "[empty]"])
    #expect(sample.report.kind == "SPSS file, WINDOWS-1252")
    for name in ["zsav", "por"] {
      let other = try SurveyFile.reader(path: Self.foreign.appending(path: "pyreadstat/sample.\(name)").path)
      let own = try other.rows(ReadingRequest())
      #expect(own.variables.map(\.values) == data.variables.map(\.values))
    }
    // A year of the airport's survey, written with labels and missing answers, beside its figures as text.
    let survey = try SurveyFile.reader(path: Self.foreign.appending(path: "made/sfo2017_n300.sav").path)
    let plain = try CSVReader(path: Self.foreign.appending(path: "made/sfo2017_n300_expected.csv").path).read()
    let labelled = try survey.rows(ReadingRequest())
    #expect(labelled.rowCount == plain.rowCount && labelled.names == plain.names)
    for name in plain.names where !plain[name]!.isText {
      for (own, other) in zip(labelled[name]!.doubles, plain[name]!.doubles) {
        #expect(own == other || own.isNaN, "\(name): \(own) for \(other)")
      }
    }
  }
}
