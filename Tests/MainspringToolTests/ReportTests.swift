import Foundation
import TestSupport
import Testing

/// `mainspring report` as a process: what it writes, what it refuses, and with which status.
@Suite struct ReportTests {
  @Test("a page is written, the same on any number of threads, and nothing on standard output") func page() throws {
    let folder = try TemporaryFolder()
    func run(_ jobs: String) throws -> String {
      let result = try Program.run(
        ["report", "webshop", "--by", "segment", "--bootstrap", "60", "--jobs", jobs, "--output", "page.html"],
        directory: folder.url)
      #expect(
        result.status == 0 && result.output.isEmpty && result.error.contains("Wrote page.html"), "\(result.error)")
      return try folder.text("page.html")
    }
    let page = try run("1")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.utf8.count < 1_500_000)
    #expect(page.contains("mainspring report webshop --by segment --bootstrap 60 --output page.html"))
    let again = try run("3")
    #expect(page == again)
  }

  @Test("numbers of the page are those of the other verbs") func numbers() throws {
    let folder = try TemporaryFolder()
    let options = ["webshop", "--bootstrap", "60", "--seed", "3"]
    let written = try Program.run(
      ["report"] + options + ["--quiet", "--output", "page.html"], directory: folder.url)
    #expect(written.status == 0 && written.error.isEmpty, "\(written.error)")
    let page = try folder.text("page.html")
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = try JSONObject.read(Data(page[start.upperBound..<end.lowerBound].utf8))
    let views = try #require(data["views"] as? [[String: Any]])
    let outcomes = try #require(views[0]["outcomes"] as? [[String: Any]])
    let ipa = try JSONReader(Program.run(["ipa"] + options + ["--format", "json", "--quiet"]).output).rows("ipa")
    for outcome in outcomes {
      let own = ipa.filter { $0["outcome"] as? String == outcome["name"] as? String }
      let model = try #require(outcome["whatif"] as? [String: Any])
      for (key, column) in [("performance", "performance"), ("effects", "effect"), ("ceilings", "effect_ceiling")] {
        #expect(model[key] as? [Double] == own.compactMap { $0[column] as? Double }, "\(key)")
      }
      let methods = try #require(outcome["methods"] as? [[String: Any]])
      #expect(methods.compactMap { $0["name"] as? String } == ["lmg", "relative-weights", "first", "last", "betasq"])
      let shares = try #require(methods[0]["shares"] as? [[Double]])
      for (share, row) in zip(shares, own) {
        for (value, column) in zip(share, ["share", "share_low", "share_high"]) {
          #expect(abs(value - (try #require(row[column] as? Double))) < 1e-7)
        }
      }
    }
  }

  @Test("standard input is read once and analysed as often as there are parts") func standardInput() throws {
    let folder = try TemporaryFolder()
    let data = try Data(contentsOf: PackageFiles.datasets.appending(path: "webshop/webshop.csv"))
    let result = try Program.run(
      [
        "report", "-", "--outcome", "recommend", "--drivers", "pq1:pq3", "--scale", "1:7", "--missing-codes", "9",
        "--bootstrap", "40", "--output", "page.html",
      ], input: data, directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("page.html").contains("id=\"distribution\""))
  }

  @Test(
    "what cannot be is refused with its status",
    arguments: [
      (["report", "webshop", "--output", "page.pdf"], Int32(64), ".html"),
      (["report", "webshop"], 64, "--output"),
      (["report", "webshop", "--min-cell", "0", "--output", "page.html"], 64, "--min-cell 0"),
      (["report", "webshop", "--output", "/nowhere/page.html"], 73, "/nowhere/page.html"),
      (["report", "nothing.csv", "--outcome", "a", "--drivers", "b", "--output", "page.html"], 66, "nothing.csv"),
      (["report", "webshop", "--outcome", "recommend", "--drivers", "pq9", "--output", "page.html"], 65, "pq9"),
    ])
  func refused(_ arguments: [String], status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(arguments, directory: folder.url)
    #expect(result.status == status && result.error.contains(words), "\(result.status) \(result.error)")
    #expect(folder.names.isEmpty)
  }
}
