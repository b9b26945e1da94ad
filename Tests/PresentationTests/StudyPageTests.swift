import Foundation
import Presentation
import Studies
import Survey
import TestSupport
import Testing

@Suite struct StudyPageTests {
  private func page() throws -> String {
    let root = PackageFiles.root
    return try String(
      contentsOf: root.appending(path: "Sources/Mainspring/Mainspring.docc/StudyFile.md"), encoding: .utf8)
  }

  @Test("the page of study keys holds the program's own table of them") func keys() throws {
    let text = try page()
    let start = try #require(text.range(of: "the tests compare -->\n"))
    let end = try #require(text.range(of: "<!-- end of keys -->"))
    #expect(String(text[start.upperBound..<end.lowerBound]) == StudyPage.table)
    #expect(Set(StudyFile.keys).count == StudyFile.keys.count)
  }

  @Test("the example is a study") func example() throws {
    let text = try page()
    let start = try #require(text.range(of: "```yaml\n"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.range(of: "```"))
    let study = try StudyFile.parse(String(rest[..<end.lowerBound]), file: "example.yaml").specification
    #expect(study.constructs.map(\.name) == ["product_quality", "process_ease", "staff_courtesy"])
    #expect(study.outcomes == ["recommend", "repurchase"])
  }
}
