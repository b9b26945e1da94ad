import Foundation
import TestSupport
import Testing
import Validation

@Suite struct ReferenceFileTests {
  static let folder = PackageFiles.references.appending(path: "validation")

  @Test("the program holds the reference tables as the scripts wrote them") func embedded() throws {
    for (name, table) in [
      ("requirements", EmbeddedReferences.requirements), ("peers", EmbeddedReferences.peers),
      ("importance", EmbeddedReferences.importance), ("factors", EmbeddedReferences.factors),
    ] {
      let file = try Data(contentsOf: Self.folder.appending(path: "\(name).csv"))
      #expect(table.withUTF8Buffer { [UInt8]($0) } == [UInt8](file), "\(name)")
    }
  }

  @Test("what is required is the ceiling less 0.3, by the script that wrote both") func margins() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "requirements.csv"), encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      let (ceiling, required) = (try #require(Double(cells[2])), try #require(Double(cells[3])))
      // Filip's standard errors alone have a lower bar, which `ceilings.py` explains.
      let isFilip = cells[0] == "Filip" && cells[1] == "se" && required == 13.5
      #expect(ceiling <= 15 && (abs(ceiling - required - 0.3) < 1e-9 || isFilip), "\(line)")
    }
  }

  @Test("correct digits by their definition") func digits() {
    #expect(abs(CorrectDigits.count(1.01, certified: 1) - 2) < 1e-12)
    #expect(abs(CorrectDigits.count(-99.9, certified: -100) - 3) < 1e-9)
    #expect(CorrectDigits.count(7, certified: 7) == 15)
    #expect(abs(CorrectDigits.count(1e-9, certified: 0) - 9) < 1e-12)
    #expect(CorrectDigits.count(1e-30, certified: 0) == 15 && CorrectDigits.count(0, certified: 0) == 15)
    #expect(CorrectDigits.count(.infinity, certified: .infinity) == 15)
    #expect(CorrectDigits.count(1e300, certified: .infinity) == 0 && CorrectDigits.count(.infinity, certified: 1) == 0)
    #expect(CorrectDigits.count(nil, certified: 1) == 0 && CorrectDigits.count(.nan, certified: 1) == 0)
    #expect(CorrectDigits.count(-1, certified: 1) == 0)
    #expect(CorrectDigits.count((1.0).nextUp, certified: 1) == 15)
  }
}
