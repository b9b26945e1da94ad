import Foundation
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Questions with several answers. The survey and its answers as columns of 0 and 1 are drawn by
/// `Tests/References/files/sets.py`, which writes the records of the sets as well.
@Suite struct MultipleResponseTests {
  private static func path(_ name: String) -> String {
    PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures/\(name)").path
  }

  static let channels = ["web_used", "phone_used", "shop_used", "fax_used"]

  @Test("the sets of a file are listed, with names, label in the file's encoding, columns and what counts")
  func listed() throws {
    let sets = try SurveyFile.reader(path: Self.path("sets.sav")).report.responseSets
    #expect(
      sets == [
        MultipleResponseSet(
          name: "reasons", label: "Reasons", kind: .categories, variables: ["first_reason", "second_reason"]),
        MultipleResponseSet(
          name: "channels", label: "Canaux utilisés", kind: .dichotomies(counted: "2"), variables: Self.channels),
        MultipleResponseSet(
          name: "used", label: nil, kind: .dichotomies(counted: "2"), variables: Array(Self.channels[..<2])),
      ])
    #expect(sets[1].isNamed("$CHANNELS") && !sets[1].isNamed("channel"))
    #expect(try SurveyFile.reader(path: Self.path("haven.sav")).report.responseSets.isEmpty)
  }

  @Test("their answers are columns of 0 and 1, in rows and streams") func columns() throws {
    let plain = try SurveyFile.reader(path: Self.path("sets.csv")).rows(ReadingRequest())
    let file = try SurveyFile.reader(path: Self.path("sets.sav"))
    let sets = Array(file.report.responseSets[..<2])
    let reader = try MultipleResponseReader(file, sets: sets, missing: MissingRules())
    #expect(reader.columns(of: sets[1]) == Self.channels.dropLast().map { "channels=\($0)" })
    let names = sets.reversed().flatMap(reader.columns)
    #expect(names == Array(plain.names.dropFirst(2)))
    let request = ReadingRequest(columns: Set(names))
    let rows = try reader.rows(request)
    #expect(Set(rows.names) == Set(names))
    for name in names {
      let (own, expected) = (try rows.variable(name), try plain.variable(name))
      #expect(own.doubles.map { $0.isNaN ? -1 : $0 } == expected.doubles.map { $0.isNaN ? -1 : $0 }, "\(name)")
    }
    #expect(rows["reasons=Habit"]!.missingReasons.contains(.answer("Refused")))
    #expect(rows["channels=web_used"]!.label == "Bought on the web")
    var streamed: [Dataset] = []
    try reader.stream(request).forEachBlock { streamed.append($0) }
    #expect(streamed.count == 1 && streamed[0].variables == rows.variables)
  }

  private static let foreign = PackageFiles.shared.appending(path: "data/spss_import/pyreadstat/simple_alltypes.sav")

  @Test("sets that SPSS wrote, by long names", .enabled(if: FileManager.default.fileExists(atPath: foreign.path)))
  func ofSPSS() throws {
    let sets = try SurveyFile.reader(path: Self.foreign.path).report.responseSets
    #expect(sets.map(\.name) == ["categorical_array", "mymrset"])
    #expect(sets[0].variables == ["ca_subvar_1", "ca_subvar_2", "ca_subvar_3"] && sets[0].kind == .categories)
    #expect(sets[1].label == "My multiple response set" && sets[1].kind == .dichotomies(counted: "1"))
  }
}
