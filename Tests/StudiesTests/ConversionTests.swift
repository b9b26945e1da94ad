import Foundation
import Measures
import Studies
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Copies of surveys read back equal: what the files hold was typed into `Tests/References/files/haven.R`.
@Suite struct ConversionTests {
  private static func path(_ name: String) -> String {
    PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures/\(name)").path
  }

  private func read(_ bytes: [UInt8], _ name: String = "copy") throws -> (schema: [VariableDetails], data: Dataset) {
    let reader = try SurveyFile.reader(bytes: bytes, name: name)
    return (reader.schema, try reader.rows(ReadingRequest()))
  }

  /// Values and reasons, whatever their order in the column.
  private func texts(_ variable: Variable) -> [String] {
    func reason(_ index: Int?) -> String? { index.map { "[\(variable.missingReasons[$0])]" } }
    return switch variable.values {
    case .int8(let values): values.map { reason(MissingValue.reason($0)) ?? "\(Double($0))" }
    case .int16(let values): values.map { reason(MissingValue.reason($0)) ?? "\(Double($0))" }
    case .double(let values): values.map { reason(MissingValue.reason($0)) ?? "\($0)" }
    case .text(let codes, let names): codes.map { reason(MissingValue.reason(text: $0)) ?? names[Int($0)] }
    }
  }

  @Test("SPSS to SPSS keeps every label, code, level and moment", arguments: ["haven.sav", "haven.zsav", "survey.sav"])
  func spss(_ name: String) throws {
    let path = Self.path(name)
    let source = try SurveyFile.reader(path: path)
    let data = try source.rows(ReadingRequest())
    let copy = try read(try Study(path: path).converted(to: .sav, name: "copy.sav").bytes)
    #expect(copy.schema == source.schema)
    #expect(copy.data.names == data.names && copy.data.variables.map(\.label) == data.variables.map(\.label))
    for (own, other) in zip(copy.data.variables, data.variables) { #expect(texts(own) == texts(other), "\(own.name)") }
    // A copy of a copy is the copy, to the byte.
    let bytes = try Study(path: path).converted(to: .sav, name: "copy.sav").bytes
    #expect(try Study(source: .bytes(bytes, name: "copy")).converted(to: .sav, name: "x.sav").bytes == bytes)
  }

  @Test("Stata keeps answers that are declared missing as marks with labels") func stata() throws {
    let path = Self.path("haven.sav")
    let conversion = try Study(path: path).converted(to: .dta, name: "copy.dta")
    let copy = try read(conversion.bytes)
    #expect(texts(copy.data["quality"]!) == ["1.0", "5.0", "[Refused]", "3.0", "[empty]", "[98]"])
    #expect(copy.schema[1].valueLabels.map(\.label) == ["Very bad", "Very good"])
    #expect(texts(copy.data["day"]!).first == "2024-05-01")
    #expect(texts(copy.data["moment"]!).first == "2024-05-01 10:11:12")
    #expect(conversion.remarks.contains { $0.contains("'region'") && $0.contains("'x'") })
    // And back: marks become codes below every answer, with their labels.
    let back = try read(
      try Study(source: .bytes(conversion.bytes, name: "copy")).converted(to: .sav, name: "x.sav").bytes)
    #expect(texts(back.data["quality"]!) == texts(copy.data["quality"]!))
    #expect(back.schema[1].userMissing.map(\.text) == ["-1", "-2"])
  }

  @Test("text has a study beside it, which gives labels and codes back") func text() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "conversion-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let conversion = try Study(path: Self.path("haven.sav")).converted(to: .csv, name: "copy.csv")
    try Data(conversion.bytes).write(to: folder.appending(path: "copy.csv"))
    let place = folder.appending(path: "copy.yaml")
    try conversion.study!.write(to: place, atomically: true, encoding: .utf8)
    let study = try Study(path: place.path)
    #expect(study.specification.variables["quality"]?.label == "Quality of it all")
    #expect(study.specification.variables["quality"]?.missing == ["97:99", "9"])
    let items = try study.description().groups[0].fit
    let quality = items.first { $0.variable == "quality" }!
    #expect(quality.n == 3 && quality.missing == 3 && quality.mean == 3)
    #expect(study.specification.variables["quality"]?.values.map(\.label) == ["Very bad", "Very good", "Refused"])
  }

  @Test("names that a program does not allow are changed and said") func names() throws {
    let text = "a b,A_B,1st,with,\(String(repeating: "x", count: 70))\n1,2,3,4,5\n2,3,4,5,6\n"
    let study = Study(source: .bytes(Array(text.utf8), name: "t.csv"))
    let conversion = try study.converted(to: .sav, name: "x.sav")
    let data = try read(conversion.bytes).data
    #expect(data.names == ["a_b", "A_B_2", "v1st", "with1", String(repeating: "x", count: 64)])
    #expect(data["a_b"]!.label == "a b" && conversion.remarks.count == 5)
    #expect(try read(study.converted(to: .dta, name: "x.dta").bytes).data.names.last?.count == 32)
  }

  @Test("a condition, chosen columns and derived ones shape the copy") func selection() throws {
    let text = "g,a,b\n1,2,3\n2,4,5\n1,6,7\n"
    var study = Study(source: .bytes(Array(text.utf8), name: "t.csv"))
    study.specification.condition = "g = 1"
    study.specification.derived = [try DerivedVariable(name: "m", "mean(a, b)")]
    study.settings.variables = ["a", "m"]
    let conversion = try study.converted(to: .csv, name: "x.csv")
    #expect(String(decoding: conversion.bytes, as: UTF8.self) == "a,m\n2,2.5\n6,6.5\n")
    #expect(conversion.rows == 2 && conversion.rowsRead == 3)
    study.specification.condition = "g = 9"
    #expect(throws: DataFault.self) { try study.converted(to: .csv, name: "x.csv") }
  }

  @Test("labels that the study gives are in the copy") func studyLabels() throws {
    var study = Study(source: .bytes(Array("g,a\n1,2\n2,4\n".utf8), name: "t.csv"))
    study.specification.variables["g"] = StudySpecification.CodebookEntry(
      label: "Region",
      values: [.init(.number(1), "North"), .init(.number(2), "South")])
    let copy = try read(study.converted(to: .sav, name: "x.sav").bytes)
    #expect(copy.data["g"]?.label == "Region" && copy.schema[0].valueLabels.map(\.label) == ["North", "South"])
  }
}
