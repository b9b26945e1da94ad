import Foundation
import Presentation
import TestSupport
import Testing

/// `factor` as a process.
@Suite struct FactorTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path
  static let thurstone = Program.root.appending(path: "Tests/References/factors/thurstone.csv").path

  private func json(_ arguments: [String]) throws -> JSONReader {
    let result = try Program.run(["factor"] + arguments + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  @Test("JSON holds the tables and columns of the contract, and no others") func columns() throws {
    let json = try json([Self.study, "--parallel", "60"])
    #expect(json.object["command"] as? String == "factor")
    #expect(json.tables == TableContract.all.filter { $0.verb == "factor" }.map(\.name).sorted())
    for name in json.tables {
      let expected = Set(try #require(TableContract.named(name, verb: "factor")).columns.map(\.name))
      for row in json.rows(name) { #expect(Set(row.keys) == expected, "\(name)") }
      #expect(json.rows(name).isEmpty == (name == "congruence"), "\(name)")
    }
    // The study's three constructs of four items.
    for (table, verdict) in [("fit", "kmo_verdict"), ("suitability", "verdict")] {
      for row in json.rows(table) {
        let kmo = try #require(row["kmo"] as? Double)
        #expect(kmo > 0.6 && row[verdict] as? String == (kmo >= 0.8 ? "good" : "tolerable"))
      }
    }
    let loadings = json.rows("loadings")
    #expect(Set(loadings.compactMap { $0["factor"] as? String }).count * 12 == loadings.count)
  }

  @Test("a published matrix gives the solution of psych") func matrix() throws {
    // Thurstone, minres + oblimin, three factors: χ² 2.9772 (df 12), Φ .59263 .53344 .51513, by psych 2.2.9.
    let json = try json([Self.thurstone, "--n", "213", "--factors", "3", "--parallel", "0"])
    let fit = try #require(json.rows("fit").first)
    #expect(abs((fit["chi_squared"] as? Double ?? 0) - 2.9772) < 5e-4)
    #expect(fit["df"] as? Int == 12)
    let correlations = json.rows("factor_correlations").compactMap { $0["correlation"] as? Double }.sorted()
    for (value, expected) in zip(correlations, [0.51513, 0.53344, 0.59263]) { #expect(abs(value - expected) < 5e-4) }
    #expect(json.rows("factor_count").contains { $0["rule"] as? String == "map" })
  }

  @Test("correlations of another kind are factored as their matrix is", arguments: ["polychoric", "spearman"])
  func otherCorrelations(kind: String) throws {
    let items = "pq1,pq2,pq3,pq4,sc1,sc2,sc3,sc4"
    let pairs = try JSONReader(
      try Program.run(
        ["correlate", Self.study, "--variables", items, "--method", kind, "--format", "json", "--quiet"]
      ).output
    ).rows("correlations")
    let names = items.split(separator: ",").map(String.init)
    let lines = names.map { a in
      names.map { b -> String in
        let pair = pairs.first {
          ($0["a"] as? String == a && $0["b"] as? String == b) || ($0["a"] as? String == b && $0["b"] as? String == a)
        }
        return a == b ? "1" : "\(pair?["correlation"] as? Double ?? .nan)"
      }.joined(separator: ",")
    }
    let folder = try TemporaryFolder()
    try folder.write(items + "\n" + lines.joined(separator: "\n") + "\n", to: "matrix.csv")
    let model = ["--extraction", "ml", "--factors", "2", "--parallel", "0"]
    let options = model + ["--format", "json", "--quiet"]
    let own = try json([Self.study, "--variables", items, "--correlation", kind] + model)
    let n = try #require(
      own.rows("fit").first?["n"] as? Double ?? (own.rows("fit").first?["n"] as? Int).map(Double.init))
    let published = try JSONReader(
      try Program.run(["factor", "matrix.csv", "--n", "\(n)"] + options, directory: folder.url).output)
    let loadings = own.rows("loadings").compactMap { $0["loading"] as? Double }
    let expected = published.rows("loadings").compactMap { $0["loading"] as? Double }
    #expect(loadings.count == 16 && expected.count == 16)
    for (a, b) in zip(loadings, expected) { #expect(abs(a - b) < 1e-6) }
    // χ² is not that of normal answers: what the rows do to these correlations scales it.
    let (plain, scaled) = (published.rows("fit").first, own.rows("fit").first)
    let scaling = try #require(scaled?["scaling"] as? Double)
    #expect(plain?["scaling"] is NSNull && scaling > 1)
    let statistics = [plain, scaled].map { $0?["chi_squared"] as? Double ?? .nan }
    #expect(abs(statistics[0] - statistics[1] * scaling) < 1e-6 * statistics[0])
  }

  @Test("resampled and permuted correlations of ratings are of the same kind")
  func resampledRatings() throws {
    let json = try json([
      Self.study, "--variables", "pq1:pq4,sc1:sc4", "--correlation", "polychoric", "--parallel", "40", "--bootstrap",
      "40",
    ])
    #expect(json.rows("fit").first?["factors"] as? Int == 2)
    for row in json.rows("loadings") {
      let value = try #require(row["loading"] as? Double)
      let error = try #require(row["std_error"] as? Double)
      let low = try #require(row["conf_low"] as? Double)
      let high = try #require(row["conf_high"] as? Double)
      #expect(error > 0 && error < 0.2 && low < high && low < value + 0.1 && high > value - 0.1)
    }
    let rules = json.rows("factor_count").compactMap { $0["rule"] as? String }
    #expect(rules.contains("parallel_components_95_permuted") && !rules.contains("parallel_components_95"))
  }

  @Test("a target rotation turns factors towards the constructs")
  func target() throws {
    let json = try json([Self.study, "--rotation", "target", "--parallel", "0"])
    #expect(json.rows("fit").first?["rotation"] as? String == "target")
    // The study's order: product quality, process ease, staff courtesy.
    for (factor, items) in [("F1", "pq"), ("F2", "pe"), ("F3", "sc")] {
      for row in json.rows("loadings") where row["factor"] as? String == factor {
        let loading = try #require(row["loading"] as? Double)
        #expect((row["variable"] as? String ?? "").hasPrefix(items) ? loading > 0.5 : abs(loading) < 0.1)
      }
    }
    for (arguments, words) in [
      (["attitude", "--rotation", "target"], "needs constructs to aim at"),
      ([Self.study, "--rotation", "target", "--factors", "2"], "each of the 3 constructs, not 2"),
      ([Self.study, "--correlation", "partial"], "Partial correlations hold the other items constant"),
    ] {
      let result = try Program.run(["factor"] + arguments)
      #expect(result.status == 64 && result.error.contains(words), "\(result.error)")
    }
    let matrix = try Program.run(["factor", Self.thurstone, "--n", "213", "--correlation", "polychoric"])
    #expect(matrix.status == 65 && matrix.error.contains("the matrix is factored as it is"), "\(matrix.error)")
  }

  @Test("output is the same to the byte whatever --jobs") func jobs() throws {
    let arguments = ["factor", Self.study, "--bootstrap", "60", "--parallel", "60", "--format", "json", "--quiet"]
    let one = try Program.run(arguments + ["--jobs", "1"])
    let three = try Program.run(arguments + ["--jobs", "3"])
    #expect(one.status == 0, "\(one.error)")
    #expect(one.output == three.output)
  }

  @Test("text stays within 80 columns and leaves small loadings blank") func text() throws {
    let result = try Program.run(["factor", Self.study, "--sort", "--parallel", "60", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(result.output.contains("Loadings below .30 in size are left blank"))
  }

  @Test("scores keep the rows' order, and missing rows are empty") func scores() throws {
    let rows = BadInputTests.rows(30) { i in
      i == 4 ? "2,,3,1" : "\((i * 7) % 5),\((i * 7 + i / 9) % 5),\((i * 3) % 7),\((i * 5 + i / 4) % 6)"
    }
    let folder = try TemporaryFolder()
    try folder.write("a,b,c,d\n" + rows, to: "data.csv")
    let result = try Program.run(
      [
        "factor", "data.csv", "--factors", "1", "--parallel", "0", "--scores", "scores.csv", "--format", "json",
        "--quiet",
      ],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let lines = try folder.text("scores.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 31 && lines[0] == "row,F1")
    #expect(lines[5] == "5," && lines[1].hasPrefix("1,") && lines[30].hasPrefix("30,"))
    // Scores are the weights times standardised answers of the rows used: their mean is zero.
    let values = lines.dropFirst().compactMap { Double($0.split(separator: ",").last ?? "") }
      .enumerated().filter { $0.offset != 4 }.map(\.element)
    #expect(abs(values.reduce(0, +)) < 1e-9)
    #expect(folder.names == ["data.csv", "scores.csv"])
  }

  @Test("pictures of every kind are written", arguments: ["loadings", "scree", "diagram"]) func figures(kind: String)
    throws
  {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["factor", Self.study, "--parallel", "60", "--figure", kind, "--output", "figure.svg", "--quiet"],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("figure.svg").contains("</svg>"))
  }

  @Test("groups come one by one, with their own columns") func groups() throws {
    let result = try Program.run(
      ["factor", Self.study, "--by", "segment", "--factors", "3", "--parallel", "0", "--format", "csv", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.hasPrefix("by,group,variable,factor,loading,std_error"))
    let json = try json([
      Self.study, "--by", "segment", "--factors", "3", "--parallel", "0", "--bootstrap", "60",
    ])
    // The segments are drawn from one model.
    let rows = json.rows("congruence")
    #expect(rows.map { $0["factor"] as? String } == ["F1", "F2", "F3", "all"])
    for row in rows {
      let value = try #require(row["congruence"] as? Double)
      let low = try #require(row["identical_low"] as? Double)
      let p = try #require(row["p_value"] as? Double)
      #expect(value > 0.95 && value <= 1 && low > 0.8 && low < 1 && row["verdict"] as? String == "same")
      // A sixty-first is the least that sixty exchanges can tell.
      #expect(p >= 1 / 61 && p <= 1 && (p > 0.06 || value <= low))
    }
    let different = try Program.run(["factor", "attitude", "--by", "rating", "--factors", "1", "--parallel", "0"])
    #expect(different.status == 65)
  }

  @Test("bad input ends with one sentence and writes nothing") func faults() throws {
    let constant = "a,b,c,d\n" + BadInputTests.rows(20) { "\($0 % 5),3,\($0 % 3),\($0 % 7)" }
    let same = "a,b,c,d\n" + BadInputTests.rows(20) { "\($0 % 5),\($0 % 5),\($0 % 3),\($0 % 7)" }
    let few = "a,b,c,d\n1,2,3,4\n2,1,4,3\n3,3,1,2\n"
    for (csv, arguments, words) in [
      (constant, [], "'b' has the same value"), (same, [], "'a' and 'b' correlate at 1"),
      (few, [], "3 respondents cannot carry"),
      ("a,b\n" + BadInputTests.rows(20) { "\($0 % 5),\($0 % 3)" }, [], "2 items are too few"),
      (
        "a,b,c,d\n" + BadInputTests.rows(30) { "\(($0 * 7) % 5),\(($0 * 3) % 7),\(($0 * 5) % 6),\(($0 * 11) % 8)" },
        ["--factors", "3"], "3 factors are more than 4 items can tell apart"
      ),
    ] as [(String, [String], String)] {
      let folder = try TemporaryFolder()
      try folder.write(csv, to: "data.csv")
      let result = try Program.run(
        ["factor", "data.csv", "--scores", "s.csv", "--output", "o.json"] + arguments, directory: folder.url)
      #expect(result.status == 65, "\(words): \(result.error)")
      #expect(result.error.contains(words), "\(words): \(result.error)")
      #expect(result.output.isEmpty && folder.names == ["data.csv"])
    }
    // Ratings that say the same are seen before their matrix is made positive definite.
    let folder = try TemporaryFolder()
    try folder.write("a,b,c,d\n" + BadInputTests.rows(40) { "\($0 % 5),\($0 % 5),\($0 % 3),\($0 % 4)" }, to: "data.csv")
    let twice = try Program.run(["factor", "data.csv", "--correlation", "polychoric"], directory: folder.url)
    #expect(twice.status == 65 && twice.error.contains("'a' and 'b' correlate at 1"), "\(twice.error)")
    for arguments in [
      ["--factors", "0"], ["--rotation", "vari"], ["--cut", "2"], ["--scores", "s.txt"], ["--kappa", "0"],
    ] {
      #expect(try Program.run(["factor", Self.study] + arguments).status == 64)
    }
    #expect(try Program.run(["factor", Self.thurstone, "--n", "213", "--scores", "s.csv"]).status == 65)
  }
}
