import Foundation
import Presentation
import TestSupport
import Testing

/// `validate` as a process: it holds everything it needs, passes, and fails when a value is broken.
@Suite struct ValidateTests {
  @Test("a copy of the program validates in an empty folder, without its clone") func anywhere() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "elsewhere")
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy.path)
    let away = try TemporaryFolder()
    let process = Process()
    process.executableURL = copy
    process.arguments = ["validate", "--format", "json", "--output", "report.txt", "--quiet"]
    process.currentDirectoryURL = away.url
    // Nothing of the caller's surroundings leads back to the sources.
    process.environment = ["LC_ALL": "C.UTF-8", "HOME": away.url.path, "PATH": "/usr/bin:/bin"].merging(
      ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }
    ) { $1 }
    let output = folder.url.appending(path: "out")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let json = try JSONReader(try String(contentsOf: output, encoding: .utf8))
    #expect(json.tables == ["validation", "validation_summary"])
    for name in json.tables {
      let expected = Set(try #require(TableContract.named(name)).columns.map(\.name))
      for row in json.rows(name) {
        #expect(Set(row.keys) == expected)
        #expect(row["passed"] as? Bool == true)
      }
    }
    let suites = Set(json.rows("validation").map { $0["suite"] as? String })
    #expect(suites == ["regression", "univariate", "anova", "importance", "factors", "structural"])
    #expect(json.rows("validation_summary").count == 44)
    let text = try away.text("report.txt")
    let count = json.rows("validation").count
    #expect(text.replacing(",", with: "").contains("All \(count) figures have the digits they must have."))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("one digit changed in the certified values ends with status 1 and a sentence that names it") func broken()
    throws
  {
    let folder = try TemporaryFolder()
    let copied = try Program.run(["datasets", "nist", "--copy", "nist", "--quiet"], directory: folder.url)
    #expect(copied.status == 0, "\(copied.error)")
    let certified = try folder.text("nist/certified.csv")
    let right = "Longley,coef,B3,-2.02022980381683"
    #expect(certified.contains(right))
    let altered = certified.replacingOccurrences(of: right, with: "Longley,coef,B3,-2.02022980382683")
    try folder.write(altered, to: "altered.csv")

    let good = try Program.run(
      ["validate", "--expected", "nist/certified.csv", "--suite", "regression", "--quiet"], directory: folder.url)
    #expect(good.status == 0, "\(good.error)")
    let bad = try Program.run(
      ["validate", "--expected", "altered.csv", "--suite", "regression", "--format", "csv", "--quiet"],
      directory: folder.url)
    #expect(bad.status == 1)
    #expect(bad.error.hasPrefix("mainspring: 1 of "))
    #expect(bad.error.contains("regression Longley coefficient x3 (11."))
    let rows = bad.output.split(separator: "\n").filter { $0.hasSuffix(",false") }
    #expect(rows.count == 1 && rows.allSatisfy { $0.contains("-2.02022980382683") })
  }

  @Test("a suite by itself, and a wrong one") func suites() throws {
    let one = try Program.run(["validate", "--suite", "univariate", "--format", "csv", "--quiet"])
    #expect(one.status == 0, "\(one.error)")
    let lines = one.output.split(separator: "\n")
    #expect(lines.count == 28 && lines.dropFirst().allSatisfy { $0.hasPrefix("univariate,") })
    #expect(
      lines[0] == "suite,dataset,quantity,term,expected,actual,digits,required,ceiling,peer,peer_digits,passed")
    let wrong = try Program.run(["validate", "--suite", "univariat"])
    #expect(wrong.status == 64 && wrong.error.contains("Did you mean 'univariate'?"))
    let missing = try Program.run(["validate", "--expected", "nowhere.csv"])
    #expect(missing.status == 66)
    let other = try Program.run(["validate", "--expected", "data.csv"], csv: "a,b\n1,2\n")
    #expect(other.status == 65 && other.error.contains("no column 'dataset'"))
  }

  @Test("the collection of certified sets is no study, and says so") func collection() throws {
    let result = try Program.run(["drivers", "nist"])
    #expect(result.status == 64 && result.error.contains("--copy"), "\(result.error)")
  }

  @Test("a bundled matrix runs by its name alone, as does its copy") func matrix() throws {
    let bundled = try Program.run(["drivers", "cahps", "--bootstrap", "50", "--format", "csv", "--quiet"])
    #expect(bundled.status == 0, "\(bundled.error)")
    let folder = try TemporaryFolder()
    _ = try Program.run(["datasets", "cahps", "--copy", "c", "--quiet"], directory: folder.url)
    let copy = try Program.run(
      ["drivers", "c/cahps.yaml", "--bootstrap", "50", "--format", "csv", "--quiet"], directory: folder.url)
    #expect(copy.output == bundled.output)
    let json = try JSONReader(
      try Program.run(["drivers", "cahps", "--bootstrap", "0", "--format", "json", "--quiet"]).output)
    #expect(json.rows("fit").allSatisfy { $0["n"] as? Int == 35000 })
    // An option overrides the study's n.
    let fewer = try JSONReader(
      try Program.run(["drivers", "cahps", "--n", "500", "--bootstrap", "0", "--format", "json", "--quiet"]).output)
    #expect(fewer.rows("fit").allSatisfy { $0["n"] as? Int == 500 })
    // A folder of that name, into which the files were copied, is no data file.
    let beside = try Program.run(
      ["drivers", "c", "--bootstrap", "50", "--quiet"], directory: folder.url)
    #expect(beside.status == 66)
    _ = try Program.run(["datasets", "cahps", "--copy", "cahps", "--quiet"], directory: folder.url)
    let again = try Program.run(
      ["drivers", "cahps", "--bootstrap", "50", "--format", "csv", "--quiet"], directory: folder.url)
    #expect(again.output == bundled.output)
    let matrix = try Program.run(["ipa", "cahps", "--quiet"])
    #expect(matrix.status == 65, "\(matrix.error)")
  }
}
