import Foundation
import Presentation
import TestSupport
import Testing

/// `reliability` as a process.
@Suite struct ReliabilityTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path
  static let thurstone = Program.root.appending(path: "Tests/References/factors/thurstone.csv").path

  private func json(_ arguments: [String]) throws -> JSONReader {
    let result = try Program.run(["reliability"] + arguments + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  @Test("JSON holds the tables and columns of the contract, and no others") func columns() throws {
    let json = try json([Self.study, "--bootstrap", "60"])
    #expect(json.tables == TableContract.all.filter { $0.verb == "reliability" }.map(\.name).sorted())
    for name in json.tables {
      let expected = Set(try #require(TableContract.named(name, verb: "reliability")).columns.map(\.name))
      #expect(!json.rows(name).isEmpty, "\(name)")
      for row in json.rows(name) { #expect(Set(row.keys) == expected, "\(name)") }
    }
    // Three constructs of four items, and satisfaction.
    #expect(json.rows("reliability").map { $0["items"] as? Int } == [4, 4, 4, 3])
    #expect(json.rows("discriminant").count == 6 && json.rows("item_statistics").count == 15)
    for row in json.rows("reliability") {
      for name in ["alpha", "omega", "composite_reliability", "ave"] {
        let value = try #require(row[name == "omega" ? "omega_total" : name] as? Double)
        let low = try #require(row["\(name)_low"] as? Double)
        let high = try #require(row["\(name)_high"] as? Double)
        #expect(low < value && value < high && low > 0.4 && high < 1, "\(name)")
      }
      let omega = try #require(row["omega_low"] as? Double)
      #expect(row["verdict"] as? String == (omega >= 0.8 ? "good" : omega >= 0.7 ? "tolerable" : "poor"))
    }
    for row in json.rows("discriminant") {
      let upper = try #require(row["htmt_high"] as? Double)
      #expect(row["verdict"] as? String == (upper < 0.85 ? "distinct" : upper < 1 ? "overlapping" : "maybe_one"))
    }
  }

  @Test("a published matrix: Thurstone's tests as psych has them") func matrix() throws {
    let json = try json([Self.thurstone, "--n", "213", "--bootstrap", "0"])
    let row = try #require(json.rows("reliability").first)
    #expect(abs((row["alpha"] as? Double ?? 0) - 0.89146) < 5e-6)
    #expect(abs((row["lambda6"] as? Double ?? 0) - 0.90818) < 5e-6)
    #expect(abs((row["omega_hierarchical"] as? Double ?? 0) - 0.73607) < 1e-4)
    #expect(row["alpha_low"] is Double && row["omega_low"] is NSNull && row["ordinal_alpha"] is NSNull)
    #expect(row["verdict"] is NSNull && json.rows("one_factor").first?["scaling"] is NSNull)
  }

  @Test("output is the same to the byte whatever --jobs, and comes by group") func groups() throws {
    let arguments = ["reliability", Self.study, "--by", "segment", "--bootstrap", "60", "--format", "json", "--quiet"]
    let one = try Program.run(arguments + ["--jobs", "1"])
    let three = try Program.run(arguments + ["--jobs", "3"])
    #expect(one.status == 0 && one.output == three.output)
    #expect(try JSONReader(one.output).rows("reliability").count == 8)
  }

  @Test("constructs of --group, one of --variables, or all columns") func choices() throws {
    let groups = try json([Self.study, "--group", "a=pq1:pq4", "--group", "b=sc1,sc2", "--bootstrap", "0"])
    #expect(groups.rows("reliability").map { $0["construct"] as? String } == ["a", "b"])
    let one = try json([Self.study, "--variables", "pq*", "--bootstrap", "0"])
    #expect(one.rows("reliability").count == 1 && one.rows("discriminant").isEmpty)
    let all = try json(["attitude", "--bootstrap", "0"])
    #expect(all.rows("reliability").first?["construct"] as? String == "items")
  }

  @Test("text stays within 80 columns; a picture is written") func text() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["reliability", Self.study, "--bootstrap", "60", "--quiet", "--output", "r.svg"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(result.output.contains("The constructs are distinct"))
    #expect(try folder.text("r.svg").contains("</svg>"))
  }

  @Test("without intervals nothing is judged") func unjudged() throws {
    let result = try Program.run(["reliability", Self.study, "--bootstrap", "0", "--quiet"])
    let text = result.output.replacing("\n", with: " ")
    #expect(text.contains("cannot be said without an interval of ω"))
    #expect(text.contains("Whether they are distinct cannot be said without an interval"))
    #expect(!text.contains("measured well") && !text.contains("are distinct:"))
  }

  @Test("bad input ends with one sentence") func faults() throws {
    let constant = "a,b,c\n" + BadInputTests.rows(20) { "\($0 % 5),3,\($0 % 3)" }
    for (csv, arguments, status, words) in [
      (constant, [], 65, "'b' has the same value"), ("", [], 65, "is empty"),
      ("a,b\n1,2\n", [], 65, "1 usable row is too few"),
      ("a,b,c\n1,x,2\n2,y,3\n3,z,1\n", ["--variables", "a,b"], 65, "'b'"),
      (constant, ["--group", "one=a", "--group", "two=a,c"], 64, "'a'"),
      (constant, ["--variables", "a", "--group", "x=c"], 64, "give one of them"),
      (constant, ["--variables", "nobody"], 65, "nobody"), (constant, ["--stream"], 64, "--stream"),
    ] as [(String, [String], Int32, String)] {
      let folder = try TemporaryFolder()
      try folder.write(csv, to: "data.csv")
      let result = try Program.run(
        ["reliability", "data.csv", "--output", "o.json"] + arguments, directory: folder.url)
      #expect(result.status == status, "\(words): \(result.error)")
      #expect(result.error.contains(words), "\(words): \(result.error)")
      #expect(result.output.isEmpty && folder.names == ["data.csv"])
    }
  }
}
