import Foundation
import Presentation
import TestSupport
import Testing

@Suite struct ContractPageTests {
  @Test("the page of the output contract holds the program's own list of tables and columns") func page() throws {
    let file = PackageFiles.root.appending(path: "Sources/Mainspring/Mainspring.docc/Output.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "the tests compare -->\n"))
    let end = try #require(text.range(of: "<!-- end of tables -->"))
    #expect(String(text[start.upperBound..<end.lowerBound]) == TableContract.page)
  }

  @Test("names of tables and columns are snake_case and appear once for each verb") func names() {
    let tables = TableContract.all.map { "\($0.verb) \($0.name)" }
    #expect(Set(tables).count == tables.count)
    for table in TableContract.all {
      let columns = table.columns.map(\.name)
      #expect(Set(columns).count == columns.count)
      for name in columns + [table.name] {
        #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(name)")
      }
    }
  }
}
