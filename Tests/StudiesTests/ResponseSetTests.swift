import Foundation
import Insight
import Studies
import Survey
import TestSupport
import Testing

/// A multiple-response set as one driver.
@Suite struct ResponseSetTests {
  private static func study(_ file: String, _ groups: [StudySpecification.Group]) throws -> Study {
    var study = try Study(path: PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures/\(file)").path)
    study.specification.outcomes = ["overall"]
    study.specification.groups = groups
    study.settings.bootstrap.replicates = 0
    study.settings.folds = 0
    return study
  }

  @Test("a set by its name is the group of its answers' columns") func group() throws {
    let named = try Self.study(
      "sets.sav", [.init(name: "channels", items: []), .init(name: "REASONS", items: [])]
    ).drivers()
    let typed = try Self.study(
      "sets.csv",
      [
        .init(name: "channels", items: ["channels=*"]), .init(name: "reasons", items: ["reasons=*"]),
      ]
    ).drivers()
    let (own, other) = (named.groups[0].fit.drivers.outcomes[0], typed.groups[0].fit.drivers.outcomes[0])
    #expect(
      own.methods.map { $0.drivers.map(\.importance.value) } == other.methods.map { $0.drivers.map(\.importance.value) }
    )
    #expect(own.rSquared.value == other.rSquared.value)
  }

  @Test("a set that the file does not have is a sentence") func unknown() throws {
    #expect {
      try Self.study("sets.sav", [.init(name: "chanels", items: [])]).drivers()
    } throws: {
      ($0 as? any Fault)?.description.contains("Its sets: reasons, channels, used") ?? false
    }
  }

  @Test("a description lists the sets of the variables it describes") func described() throws {
    var study = try Self.study("sets.sav", [])
    study.specification.outcomes = []
    let notes = try study.description().notes.filter { $0.kind.name == "response_set" }
    #expect(notes.count == 3)
    study.settings.variables = ["first_reason"]
    #expect(try study.description().notes.filter { $0.kind.name == "response_set" }.count == 1)
  }
}
