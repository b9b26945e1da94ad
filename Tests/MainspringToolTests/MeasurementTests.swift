import Foundation
import Testing

/// What `correlate`, `factor`, `reliability` and `ipa` say first, and labels beside names, as a process.
@Suite struct MeasurementTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path

  /// 40 respondents; `z` is answered by the first `answered` only.
  private static func csv(_ answered: Int) -> String {
    "a,b,z,y\n"
      + BadInputTests.rows(40) { (i: Int) -> String in
        let a = i * 7 % 5
        let b = (a + i % 3) % 5
        let z: String = i < answered ? String(1 + i * 3 % 5) : ""
        return "\(1 + a),\(1 + b),\(z),\(a + i % 2)"
      }
  }

  @Test(
    "the opening says n, above a tenth what was lost to which question, above a third the ways out",
    arguments: [
      ["factor", "data.csv", "--variables", "a,b,z", "--factors", "1", "--parallel", "0"],
      ["correlate", "data.csv", "--variables", "a,b,z"],
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--folds", "0"],
      ["ipa", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--scale", "1:5"],
      ["reliability", "data.csv", "--variables", "a,b,z", "--bootstrap", "0"],
    ])
  func opening(_ arguments: [String]) throws {
    func text(_ answered: Int) throws -> String {
      let result = try Program.run(arguments + ["--quiet"], csv: Self.csv(answered))
      #expect(result.status == 0, "\(result.error)")
      let opening = result.output.components(separatedBy: "\nNotes")[0]
      return opening.replacing("\n", with: " ").replacing("  ", with: " ")
    }
    let whole = try text(40)
    #expect(whole.contains("40 respondents"))
    #expect(!whole.contains("left out because"))
    let some = try text(33)
    #expect(some.contains("33") && some.contains("7 (18 %) were left out because an answer is missing"))
    #expect(some.contains("most often to 'z' (7)") && !some.contains("more than a third"))
    let few = try text(24)
    #expect(few.contains("16 (40 %) were left out") && few.contains("more than a third"))
    #expect(few.contains("leave out 'z', or use --missing pairwise"))
  }

  @Test("performance is of all who rated a driver, with its n") func raters() throws {
    let result = try Program.run(
      [
        "ipa", "data.csv", "--outcome", "y", "--drivers", "a,b,z", "--bootstrap", "0", "--scale", "1:5", "--quiet",
        "--format", "csv",
      ], csv: Self.csv(24))
    #expect(result.status == 0, "\(result.error)")
    let rows = CorrelateTests.rows(result.output)
    let n = try #require(rows[0].firstIndex(of: "n"))
    let performance = try #require(rows[0].firstIndex(of: "performance"))
    #expect(rows.dropFirst().map { $0[n] } == ["40", "40", "24"])
    // Σ(a − 1)/4·100/40 with a − 1 = 7i mod 5, each of 0 … 4 eight times: 50.
    #expect(abs(try #require(Double(rows[1][performance])) - 50) < 1e-10)
  }

  @Test("labels stand beside names in CSV and JSON, and in their place where people read") func labels() throws {
    let pairs = try Program.run(
      ["correlate", Self.study, "--variables", "pq1:pq3", "--format", "csv", "--quiet"])
    #expect(pairs.status == 0, "\(pairs.error)")
    let rows = CorrelateTests.rows(pairs.output)
    #expect(rows[0].suffix(2) == ["a_label", "b_label"])
    for verb in ["factor", "reliability"] {
      let result = try Program.run([verb, Self.study, "--bootstrap", "0", "--format", "json", "--quiet"])
      #expect(result.status == 0, "\(result.error)")
      let json = try JSONReader(result.output)
      if verb == "factor" {
        #expect(json.rows("loadings").allSatisfy { $0.keys.contains("variable_label") })
      } else {
        let rows = json.rows("reliability")
        #expect(rows.first?["construct_label"] as? String == "Product quality")
        #expect(rows.allSatisfy { $0.keys.contains("construct_label") && $0["n"] as? Int != nil })
        let text = try Program.run([verb, Self.study, "--bootstrap", "0", "--quiet"])
        #expect(text.output.contains("Product quality"))
        #expect(!text.output.components(separatedBy: "\nNotes")[0].contains("product_quality"))
      }
    }
  }

  @Test("clusters order the matrix and leave the table of pairs as it is") func clusters() throws {
    let csv =
      "a,x,b,y\n"
      + BadInputTests.rows(30) { (i: Int) -> String in
        let x = i * 7 % 11
        return "\(i),\(x),\(i + i % 2),\(x + i % 2)"
      }
    func run(_ more: [String]) throws -> String {
      let result = try Program.run(["correlate", "data.csv", "--variables", "a,x,b,y", "--quiet"] + more, csv: csv)
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    func names(_ text: String) -> [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return words.count > 2 && Int(words[0]) != nil && ["a", "b", "x", "y"].contains(words[1])
          ? String(words[1]) : nil
      }
    }
    #expect(try names(run([])) == ["a", "x", "b", "y"])
    let ordered = try names(run(["--order", "clusters"]))
    #expect([["a", "b"], ["b", "a"], ["x", "y"], ["y", "x"]].contains(Array(ordered.prefix(2))), "\(ordered)")
    #expect(try run(["--format", "csv"]) == run(["--format", "csv", "--order", "clusters"]))
  }
}
