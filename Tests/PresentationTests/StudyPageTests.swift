import Foundation
import Survey
import SurveyFiles
import TestSupport
import Testing

@Suite struct StudyPageTests {
  private func page() throws -> String {
    let root = PackageFiles.root
    return try String(
      contentsOf: root.appending(path: "Sources/Mainspring/Mainspring.docc/StudyFile.md"), encoding: .utf8)
  }

  @Test("every key of a study is documented, and no other") func keys() throws {
    let documented = try page().split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
    #expect(Set(documented) == Set(StudyFile.keys))
    #expect(documented.count == StudyFile.keys.count)
  }

  @Test("the example is a study") func example() throws {
    let text = try page()
    let start = try #require(text.range(of: "```yaml\n"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.range(of: "```"))
    let study = try StudyFile.parse(String(rest[..<end.lowerBound]), file: "example.yaml")
    #expect(study.constructs.map(\.name) == ["product_quality", "process_ease", "staff_courtesy"])
    #expect(study.outcomes == ["recommend", "repurchase"])
  }
}
