import Foundation
import TestSupport
import Testing

/// Surveys at the edges: what cannot be understood is refused or said. See `Tests/References/edges`.
@Suite struct EdgeTests {
  private static func file(_ name: String) -> String {
    Program.root.appending(path: "Tests/References/edges/\(name).csv").path
  }

  private func json(_ verb: String, _ arguments: [String]) throws -> JSONReader {
    let result = try Program.run([verb] + arguments + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  private func text(_ verb: String, _ arguments: [String]) throws -> String {
    let result = try Program.run([verb] + arguments + ["--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func csv(_ columns: [(String, [String])]) -> String {
    let rows = columns[0].1.indices.map { i in columns.map { $0.1[i] }.joined(separator: ",") }
    return ([columns.map(\.0).joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  /// Ratings 1–7 from a small generator, so that files are the same everywhere.
  private func ratings(_ count: Int, seed: UInt64, low: Int = 1, high: Int = 7) -> [Int] {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + Int((state >> 33) % UInt64(high - low + 1))
    }
  }

  @Test("a product never leads, and takes only what it adds") func products() throws {
    let json = try json(
      "drivers", [Self.file("products"), "--outcome", "y", "--drivers", "a,b", "--terms", "a:b", "--folds", "0"])
    let values = json.rows("importance").reduce(into: [String: Double]()) {
      $0[$1["driver"] as! String] = $1["importance"] as? Double
    }
    // R 4.2.2: Tests/References/importance/products.R.
    for (name, value) in [("a", 0.3160614), ("b", 0.2354611), ("a:b", 0.0002055)] {
      #expect(abs((values[name] ?? .nan) - value) < 1e-6)
    }
    #expect(json.rows("dominance_levels").count == 9)
    let (a, b) = (ratings(80, seed: 1), ratings(80, seed: 2))
    let y = zip(a, b).map { "\(($0 - 4) * ($1 - 4) + $0)" }
    let folder = try TemporaryFolder()
    try folder.write(csv([("y", y), ("a", a.map(String.init)), ("b", b.map(String.init))]), to: "d.csv")
    let lead = try text(
      "drivers", [folder.url.appending(path: "d.csv").path, "--outcome", "y", "--drivers", "a,b", "--terms", "a:b"])
    #expect(lead.hasPrefix("y: a has the largest share ("), "\(lead.prefix(200))")
  }

  @Test("a method that is not defined is passed over by the headline") func undefined() throws {
    let arguments = [
      Self.file("undefined-method"), "--outcome", "y", "--drivers", "ch,q1,q2,q3", "--methods", "genizi,lmg",
      "--bootstrap", "0", "--folds", "0",
    ]
    let lead = try text("drivers", arguments)
    let json = try json("drivers", arguments)
    let adjusted = try #require(json.rows("fit").first?["adj_r_squared"] as? Double)
    #expect(!lead.contains("no driver explains anything"))
    #expect(lead.contains("explain \(Int((adjusted * 100).rounded())) % of its variance"), "\(lead.prefix(400))")
    let first = json.rows("importance").first { $0["method"] as? String == "lmg" && $0["rank"] as? Int == 1 }
    #expect(lead.hasPrefix("y: \(first?["driver"] as? String ?? "-") has the largest share"))
    let only = try text(
      "drivers",
      [Self.file("undefined-method"), "--outcome", "y", "--drivers", "ch,q1", "--methods", "car", "--bootstrap", "0"])
    #expect(only.hasPrefix("y: car is not defined for these drivers"))
  }

  @Test("matrices that are not positive definite are refused, with a way out") func refused() throws {
    for (name, arguments) in [
      ("smoothed", ["--outcome", "rec", "--drivers", "X1:X14", "--correlation", "polychoric", "--bootstrap", "0"]),
      ("pairwise", ["--outcome", "y", "--drivers", "a,b,c", "--missing", "pairwise", "--bootstrap", "0"]),
    ] {
      let result = try Program.run(["drivers", Self.file(name)] + arguments)
      #expect(result.status != 0 && result.error.contains("not positive definite"), "\(name): \(result.error)")
      #expect(!result.output.contains("100 %"))
    }
  }

  @Test("nearly collinear columns lose effect, potential and priority, and importance says what it lacks") func near()
    throws
  {
    let arguments = [Self.file("near"), "--outcome", "y", "--drivers", "x0:d", "--bootstrap", "0"]
    let json = try json("drivers", arguments + ["--folds", "0", "--methods", "lmg,pratt,genizi,car"])
    for kind in ["near_dependency", "digits_lost", "effect_withheld"] { #expect(json.message(kind) != nil, "\(kind)") }
    let ipa = try self.json("ipa", arguments)
    for row in ipa.rows("ipa") {
      let isWithheld = ["x0", "d"].contains(row["driver"] as? String)
      #expect((row["effect"] as? Double == nil) == isWithheld, "\(row)")
      if isWithheld { #expect(row["potential"] as? Double == nil && row["priority"] as? Int == nil) }
    }
  }

  @Test("a rounded mean of the others counts as their mean", arguments: [1, 2, 5, 10]) func rounded(decimals: Int)
    throws
  {
    let items = (0..<3).map { ratings(120, seed: UInt64(10 + $0)) }
    let noise = ratings(120, seed: 20, low: 0, high: 4)
    let y = (0..<120).map { i in "\(items[0][i] + items[1][i] / 2 + noise[i])" }
    let mean = (0..<120).map { i in
      String(format: "%.\(decimals)f", Double(items[0][i] + items[1][i] + items[2][i]) / 3)
    }
    let columns = [("y", y)] + items.enumerated().map { ("x\($0)", $1.map(String.init)) }
    let folder = try TemporaryFolder()
    try folder.write(csv(columns + [("m", mean)]), to: "d.csv")
    try folder.write(csv(columns), to: "without.csv")
    func run(_ name: String, _ drivers: String) throws -> JSONReader {
      try json(
        "drivers",
        [
          folder.url.appending(path: name).path, "--outcome", "y", "--drivers", drivers, "--scale", "1:7",
          "--bootstrap",
          "0", "--folds", "0", "--methods", "lmg,pratt,genizi,car",
        ])
    }
    let with = try run("d.csv", "x0,x1,x2,m")
    #expect(with.message("rounded_combination") != nil && with.message("collinear") != nil)
    #expect(with.message("digits_lost") == nil)
    let rSquared = try #require(with.rows("fit").first?["r_squared"] as? Double)
    let plain = try #require(try run("without.csv", "x0,x1,x2").rows("fit").first?["r_squared"] as? Double)
    #expect(abs(rSquared - plain) < 1e-9)
    for method in ["lmg", "genizi", "car"] {
      let sum = with.rows("importance").filter { $0["method"] as? String == method }
        .reduce(0) { $0 + ($1["importance"] as? Double ?? 0) }
      #expect(abs(sum - rSquared) < 1e-6, "\(method), \(decimals) decimals")
    }
    #expect(with.rows("coefficients").first { $0["term"] as? String == "m" }?["estimate"] as? Double == nil)
  }

  @Test("one respondent's flag has no error but the classical, under bootstrap too") func lone() throws {
    for (errors, hasError) in [("classical", true), ("hc3", false), ("bootstrap", false)] {
      let json = try json(
        "drivers",
        [
          Self.file("lone"), "--outcome", "rec", "--drivers", "staff,price,flag", "--errors", errors, "--bootstrap",
          "200",
        ])
      let flag = json.rows("coefficients").first { $0["term"] as? String == "flag" }
      #expect((flag?["std_error"] as? Double != nil) == hasError, "\(errors)")
      #expect((flag?["p_value"] as? Double != nil) == hasError)
      let staff = json.rows("coefficients").first { $0["term"] as? String == "staff" }
      #expect(staff?["std_error"] as? Double != nil)
      #expect(json.message("leverage_one") != nil)
    }
  }

  @Test("--by says how many have no group") func byMissing() throws {
    let json = try json(
      "drivers",
      [
        Self.file("by-missing"), "--outcome", "y", "--drivers", "q1,q2", "--by", "seg", "--bootstrap", "0", "--folds",
        "0",
      ])
    #expect(json.message("no_group")?.hasPrefix("53 of 150 respondents have no group") == true)
  }

  @Test("'*' leaves out ids, row numbers, what never varies, and the study's other outcomes") func everything() throws {
    let count = 40
    let columns: [(String, [String])] = [
      ("nr", (1...count).map(String.init)), ("respondent_id", (0..<count).map { "\(90_000 + ($0 * 7919) % 9973)" }),
      ("name", (0..<count).map { "person \($0)" }), ("country", [String](repeating: "NL", count: count)),
      ("q1", ratings(count, seed: 3).map(String.init)), ("q2", ratings(count, seed: 4).map(String.init)),
      ("recommend", ratings(count, seed: 5, low: 0, high: 10).map(String.init)),
      ("again", ratings(count, seed: 6).map(String.init)),
    ]
    let folder = try TemporaryFolder()
    try folder.write(csv(columns), to: "d.csv")
    try folder.write("data: d.csv\noutcomes: {recommend: {}, again: {}}\n", to: "s.yaml")
    let plain = try json(
      "drivers",
      [folder.url.appending(path: "s.yaml").path, "--outcome", "recommend", "--drivers", "*", "--bootstrap", "0"])
    #expect(Set(plain.rows("importance").compactMap { $0["driver"] as? String }) == ["q1", "q2"])
    let note = try #require(plain.message("columns_passed_over"))
    for name in ["nr", "respondent_id", "name", "country", "again"] { #expect(note.contains("'\(name)'")) }
    let named = try json(
      "drivers",
      [folder.url.appending(path: "s.yaml").path, "--outcome", "recommend", "--drivers", "*,again", "--bootstrap", "0"])
    #expect(named.rows("importance").contains { $0["driver"] as? String == "again" })
  }

  @Test("an empty suite and an empty table are errors that say why") func emptyRequests() throws {
    let suite = try Program.run(["validate", "--suite", ""])
    #expect(suite.status != 0 && suite.error.contains("No suite is named"))
    let table = try Program.run([
      "drivers", Self.file("by-missing"), "--outcome", "y", "--drivers", "q1", "--bootstrap", "0", "--table",
      "differences",
    ])
    #expect(table.status != 0 && table.error.contains("'differences' is empty") && table.error.contains("only one"))
    #expect(table.output.isEmpty)
  }

  @Test("composites say how many scores rest on part of their items") func partialScores() throws {
    let count = 30
    // By hand: rows 0, 5 and 10 lack one item of three; row 3 lacks two, which leaves no score.
    let a = ratings(count, seed: 30).enumerated().map { [0, 3, 5].contains($0) ? "" : "\($1)" }
    let b = ratings(count, seed: 31).enumerated().map { [3, 10].contains($0) ? "" : "\($1)" }
    let columns: [(String, [String])] = [
      ("y", ratings(count, seed: 32, low: 0, high: 10).map(String.init)), ("a", a), ("b", b),
      ("c", ratings(count, seed: 33).map(String.init)), ("d", ratings(count, seed: 34).map(String.init)),
    ]
    let folder = try TemporaryFolder()
    try folder.write(csv(columns), to: "d.csv")
    try folder.write(
      "data: d.csv\nscale: [1, 7]\noutcomes: {y: {scale: [0, 10]}}\ndrivers: {q: {items: [a, b, c]}, s: {items: [d]}}\n",
      to: "s.yaml")
    let json = try json("drivers", [folder.url.appending(path: "s.yaml").path, "--bootstrap", "0", "--folds", "0"])
    #expect(
      json.message("partial_scores")
        == "Of 29 scores some rest on part of the items: 3 of 'q' (2 of 3 items are enough).")
  }

  @Test("two groups of one name are refused") func twoGroups() throws {
    let result = try Program.run([
      "reliability", Self.file("near"), "--group", "A=x0:x2", "--group", "A=x3,x4", "--bootstrap", "0",
    ])
    #expect(result.status != 0 && result.error.contains("Two groups are named 'A'"))
  }

  @Test("basic intervals of shares stay within 0 and 1") func basic() throws {
    let json = try json(
      "drivers",
      [
        Self.file("by-missing"), "--outcome", "y", "--drivers", "q1,q2", "--interval", "basic", "--bootstrap", "200",
        "--methods", "lmg,last,first,genizi",
      ])
    for row in json.rows("importance") {
      for column in ["share_low", "share_high", "conf_low", "conf_high"] {
        let end = try #require(row[column] as? Double)
        #expect(end >= 0 && end <= 1, "\(row)")
      }
    }
  }

  @Test("with covariates the opening says what the drivers add") func beyondCovariates() throws {
    let arguments = [
      Self.file("by-missing"), "--outcome", "y", "--drivers", "q2", "--always", "q1", "--bootstrap", "0", "--folds",
      "0",
    ]
    let json = try json("drivers", arguments)
    let added = json.rows("importance").reduce(0) { $0 + ($1["importance"] as? Double ?? 0) }
    let whole = try #require(json.rows("fit").first?["r_squared"] as? Double)
    #expect(added < whole - 0.01)
    let opening = try text("drivers", arguments)
    #expect(opening.contains("beyond the covariates the driver explains"), "\(opening.prefix(300))")
    #expect(opening.contains("with the covariates it is \(Int((whole * 100).rounded())) %"))
  }

  @Test("age beside ratings has no performance on their scale") func ranges() throws {
    let count = 60
    let columns: [(String, [String])] = [
      ("y", ratings(count, seed: 7, low: 0, high: 10).map(String.init)),
      ("q1", ratings(count, seed: 8).map(String.init)), ("q2", ratings(count, seed: 9).map(String.init)),
      ("age", ratings(count, seed: 10, low: 18, high: 80).map(String.init)),
      ("flag", ratings(count, seed: 11, low: 0, high: 1).map(String.init)),
    ]
    let folder = try TemporaryFolder()
    try folder.write(csv(columns), to: "d.csv")
    let json = try json(
      "ipa",
      [folder.url.appending(path: "d.csv").path, "--outcome", "y", "--drivers", "q1,q2,age,flag", "--bootstrap", "60"])
    for row in json.rows("ipa") {
      let isRating = (row["driver"] as? String)?.hasPrefix("q") == true
      for column in ["performance", "headroom", "effect", "potential", "p_low_priority"] {
        // Of a driver of which more goes with less there is nothing to gain.
        let isAgainst = row["quadrant"] is NSNull && ["potential", "p_low_priority"].contains(column)
        #expect((row[column] as? Double != nil) == (isRating && !isAgainst), "\(row["driver"] ?? "") \(column)")
      }
    }
    // On 1–7, not on 1–80: the mean of q1 less 1, over 6.
    let mean = Double(ratings(count, seed: 8).reduce(0, +)) / Double(count)
    let first = json.rows("ipa").first { $0["driver"] as? String == "q1" }
    #expect(abs((first?["performance"] as? Double ?? .nan) - (mean - 1) / 6 * 100) < 1e-9)
    #expect(json.message("no_scale")?.contains("--scale age=") == true)
  }

  @Test("two categories keep every method; the reference can be chosen; a stratum may be a driver") func categories()
    throws
  {
    let count = 90
    let kinds = ratings(count, seed: 12, low: 0, high: 1).map { $0 == 0 ? "app" : "web" }
    let regions = ratings(count, seed: 13, low: 0, high: 2).map { ["east", "north", "west"][$0] }
    let columns: [(String, [String])] = [
      ("y", ratings(count, seed: 14, low: 0, high: 10).map(String.init)),
      ("q1", ratings(count, seed: 15).map(String.init)), ("kind", kinds), ("region", regions),
    ]
    let folder = try TemporaryFolder()
    try folder.write(csv(columns), to: "d.csv")
    let path = folder.url.appending(path: "d.csv").path
    func importance(_ reference: String) throws -> [Double] {
      let json = try json(
        "drivers",
        [
          path, "--outcome", "y", "--drivers", "q1,kind", "--methods", "all", "--reference", "kind=\(reference)",
          "--bootstrap", "0", "--folds", "0",
        ])
      let values = json.rows("importance").compactMap { $0["importance"] as? Double }
      #expect(values.count == 16)
      return values
    }
    // Which of two categories the indicator stands for changes no method.
    let (app, web) = (try importance("app"), try importance("web"))
    for (one, other) in zip(app, web) { #expect(abs(one - other) < 1e-12) }
    let strata = try json(
      "drivers",
      [
        path, "--outcome", "y", "--drivers", "q1,region", "--strata", "region", "--reference", "region=north",
        "--bootstrap", "0", "--folds", "0",
      ])
    let terms = strata.rows("coefficients").compactMap { $0["term"] as? String }
    #expect(terms == ["(Intercept)", "q1", "region=east", "region=west"])
    let wrong = try Program.run([
      "drivers", path, "--outcome", "y", "--drivers", "q1,region", "--reference", "region=south", "--bootstrap", "0",
    ])
    #expect(wrong.status != 0 && wrong.error.contains("'east', 'north', 'west'"))
  }
}

extension JSONReader {
  /// The first note of a kind.
  fileprivate func message(_ kind: String) -> String? { notes.first { $0.kind == kind }?.message }
}
