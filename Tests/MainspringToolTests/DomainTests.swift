import Foundation
import TestSupport
import Testing

/// A selection of rows from a sample is a domain: its errors are those of R's survey on subset(design).
@Suite struct DomainTests {
  private static let folder = Program.root.appending(path: "Tests/References/designs")

  private static func path(_ file: String) -> String { folder.appending(path: "\(file).csv").path }

  /// Words of a command line, single quotes respected.
  private static func words(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { at, part in
      at.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }

  @Test("clusters without a selected respondent count in the errors") func domain() throws {
    // Tests/References/regression/domain.R, R 4.2.2 with survey.
    let folder = Program.root.appending(path: "Tests/References/regression")
    let reference = try JSONReader(
      String(contentsOf: folder.appending(path: "domain.json"), encoding: .utf8)
    ).object
    let options = [
      "drivers", folder.appending(path: "domain.csv").path, "--outcome", "y", "--drivers", "a,b", "--weights", "w",
      "--strata", "st", "--cluster", "cl", "--bootstrap", "0", "--format", "json", "--quiet",
    ]
    for selection in [["--where", "g = 'yes'"], ["--by", "g"]] {
      let result = try Program.run(options + selection)
      #expect(result.status == 0, "\(result.error)")
      let json = try JSONReader(result.output)
      let rows = json.rows("coefficients").filter { $0["group"] == nil || $0["group"] as? String == "yes" }
      #expect(json.rows("fit").contains { $0["n"] as? Int == reference["n"] as? Int })
      let estimates = try #require(reference["estimate"] as? [Double])
      let errors = try #require(reference["std_error"] as? [Double])
      #expect(rows.count == 3)
      for (row, (estimate, error)) in zip(rows, zip(estimates, errors)) {
        #expect(abs(row["estimate"] as! Double - estimate) < 1e-10)
        #expect(abs(row["std_error"] as! Double - error) < 1e-10)
        #expect(row["df"] as? Int == reference["df"] as? Int)
      }
    }
  }

  @Test("quartiles are R's svyquantile, and their intervals those of svymean's shares turned round") func quartiles()
    throws
  {
    // quantiles.R: survey 4.1.1 on the data of the package.
    let text = try String(contentsOf: Self.folder.appending(path: "quantiles.json"), encoding: .utf8)
    let cases = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(cases.count == 63)
    let runs = Dictionary(grouping: cases) { [$0["file"], $0["options"], $0["item"]].map { $0 as! String } }
    for (run, references) in runs {
      let path = Self.folder.deletingLastPathComponent().appending(path: run[0]).path
      let result = try Program.run(
        ["describe", path, "--variables", run[2]] + Self.words(run[1]) + ["--format", "json", "--quiet"])
      #expect(result.status == 0, "\(run): \(result.error)")
      let rows = try JSONReader(result.output).rows("quantiles")
      #expect(rows.count == 3 && references.count == 3, "\(run)")
      for (row, reference) in zip(rows, references) {
        #expect(row["probability"] as? Double == reference["probability"] as? Double)
        for (column, key) in [("estimate", "estimate"), ("conf_low", "low"), ("conf_high", "high")] {
          #expect(row[column] as? Int == reference[key] as? Int, "\(reference["name"]!) \(run[2]) \(key)")
        }
      }
    }
  }

  @Test("strata, clusters, domains, lonely strata and finite populations are R's") func references() throws {
    // designs.R: svyglm and svymean of R 4.2.2's survey 4.1.1 on the data of the package.
    let text = try String(contentsOf: Self.folder.appending(path: "designs.json"), encoding: .utf8)
    let cases = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(cases.count == 13)
    for reference in cases {
      let name = reference["name"] as! String
      let path = Self.path(reference["file"] as! String)
      let options = Self.words(reference["options"] as! String) + ["--format", "json", "--quiet"]
      let estimates = reference["estimate"] as! [Double]
      let errors = reference["std_error"] as! [Double]
      let drivers = estimates.count == 4 ? "ell,meals,mobility" : "ell,meals"
      let fitted = try Program.run(
        ["drivers", path, "--outcome", "api00", "--drivers", drivers, "--errors", "design", "--bootstrap", "0"]
          + options)
      #expect(fitted.status == 0, "\(name): \(fitted.error)")
      let json = try JSONReader(fitted.output)
      let rows = json.rows("coefficients")
      #expect(
        json.rows("fit").first?["n"] as? Int == reference["n"] as? Int && rows.count == estimates.count, "\(name)")
      for (row, (estimate, error)) in zip(rows, zip(estimates, errors)) {
        #expect(abs((row["estimate"] as? Double ?? .nan) / estimate - 1) < 1e-9, "\(name)")
        #expect(abs((row["std_error"] as? Double ?? .nan) / error - 1) < 1e-9, "\(name)")
        #expect(row["df"] as? Int == reference["df"] as? Int, "\(name)")
      }
      let item = reference["item"] as! String
      let described = try Program.run(["describe", path, "--variables", item] + options)
      #expect(described.status == 0, "\(name): \(described.error)")
      let row = try #require(JSONReader(described.output).rows("items").first)
      for (column, key) in [("mean", "mean"), ("conf_low", "mean_low"), ("conf_high", "mean_high")] {
        #expect(abs((row[column] as? Double ?? .nan) / (reference[key] as! Double) - 1) < 1e-9, "\(name) \(key)")
      }
    }
  }

  @Test(
    "a design without clusters is the same as one of clusters of one row each",
    arguments: [
      "drivers --outcome api00 --drivers ell,meals,mobility --folds 5 --permutations 9 --bootstrap 40 --interval bca",
      "ipa --outcome api00 --drivers ell,meals,mobility --scale 0:100 --bootstrap 40",
      "describe --variables ell,meals,mobility", "correlate --variables ell,meals,mobility",
      "correlate --variables ell,meals,mobility --bootstrap 40",
      "reliability --variables ell,meals,mobility --bootstrap 40",
      "factor --variables ell,meals,mobility,full --factors 1 --bootstrap 40",
    ])
  func rowsAsClusters(_ command: String) throws {
    let designs = [
      "--weights pw --strata stype --where 'meals > 30'", "--weights pw --where 'meals > 30'",
      "--strata stype --by yr.rnd",
      "--weights pw --strata stype --fpc fpc",
    ]
    for design in designs {
      let words = Self.words(command)
      let options =
        [words[0], Self.path("strat")] + words.dropFirst() + Self.words(design) + ["--format", "json", "--quiet"]
      func content(_ more: [String]) throws -> NSDictionary {
        let result = try Program.run(options + more)
        #expect(result.status == 0, "\(design): \(result.error)")
        let json = try JSONReader(result.output).object
        return ["tables": json["tables"] as Any, "notes": json["notes"] as Any]
      }
      #expect(try content([]) == content(["--cluster", "row"]), "\(command) \(design)")
    }
  }

  @Test("a stratum with one unit is named, with what can be said of it") func lonely() throws {
    for command in [
      "drivers --outcome api00 --drivers ell,meals", "drivers --outcome api00 --drivers ell,meals --errors classical",
      "correlate --variables ell,meals", "reliability --variables ell,meals,full",
      "factor --variables ell,meals,full,emer --factors 1 --bootstrap 40", "describe --variables ell",
    ] {
      let words = Self.words(command)
      let options = [words[0], Self.path("lone")] + words.dropFirst() + ["--strata", "stype", "--quiet"]
      let refused = try Program.run(options)
      #expect(refused.status == 65, "\(command)")
      for word in ["'H'", "single respondent", "--lonely certainty", "--lonely average", "--lonely adjust"] {
        #expect(refused.error.contains(word), "\(command): \(refused.error)")
      }
      for lonely in ["certainty", "average", "adjust"] {
        #expect(try Program.run(options + ["--lonely", lonely]).status == 0, "\(command) \(lonely)")
      }
    }
    // Resamples keep a certain unit; one that is adjusted makes them wider.
    func width(_ lonely: String) throws -> Double {
      let rows = try JSONReader(
        Program.run([
          "drivers", Self.path("lone"), "--outcome", "api00", "--drivers", "ell,meals", "--errors", "bootstrap",
          "--bootstrap", "400", "--strata", "stype", "--weights", "pw", "--lonely", lonely, "--format", "json",
        ]).output
      ).rows("coefficients")
      return rows[0]["std_error"] as! Double
    }
    #expect(try width("certainty") < width("adjust"))
    #expect(try width("average") == width("adjust"))
  }

  @Test("a population's size that is none is named with its row") func population() throws {
    func error(_ sizes: [String]) throws -> String {
      let rows = sizes.enumerated().map { "\($0 * 7 % 5),\($0 * $0 % 7),\($0 < 4 ? "a" : "b"),\($1)\n" }.joined()
      let result = try Program.run(
        ["describe", "data.csv", "--variables", "x", "--strata", "s", "--fpc", "N", "--quiet"], csv: "x,y,s,N\n" + rows)
      return result.status == 0 ? "" : result.error
    }
    let good = ["8", "8", "8", "8", "20", "20", "20", "20"]
    #expect(try error(good).isEmpty)
    #expect(try error(["0.5", "0.5", "0.5", "0.5", "1", "1", "1", "1"]).isEmpty)
    for (at, value, words) in [
      (2, "", ["'N'", "row 3", "missing"]), (5, "-4", ["'N'", "row 6", "-4"]),
      (6, "0.2", ["shares", "0.2", "row 7", "counts"]), (3, "9", ["row 4", "9", "8", "stratum 'a'"]),
      (0, "many", ["'N'", "many"]),
    ] {
      var sizes = good
      sizes[at] = value
      let message = try error(sizes)
      for word in words { #expect(message.contains(word), "\(value): \(message)") }
    }
    let small = try error(["3", "3", "3", "3", "20", "20", "20", "20"])
    #expect(small.contains("'a'") && small.contains("4 units") && small.contains(" 3"), "\(small)")
  }
}
