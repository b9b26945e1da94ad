import Foundation
import TestSupport
import Testing

/// Direct and indirect effects are those of lavaan and of formulas written out in R, as a process.
@Suite struct MediationTests {
  private static let folder = Program.root.appending(path: "Tests/References/mediation")
  private static let file = folder.appending(path: "political.csv").path

  /// mediation.R: R 4.2.2, lavaan 0.6-14, survey 4.1.1, on lavaan's PoliticalDemocracy.
  private static let numbers: [String: [Double]] = {
    guard let data = try? Data(contentsOf: folder.appending(path: "mediation.json")),
      let all = try? JSONSerialization.jsonObject(with: data) as? [String: [Double]]
    else { return [:] }
    return all
  }()

  private static func run(_ words: [String], file: String = file) throws -> JSONReader {
    let result = try Program.run(["mediate", file] + words + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  private static func isNear(_ value: Any?, _ expected: Double, _ tolerance: Double = 1e-6) -> Bool {
    abs((value as? Double ?? .nan) - expected) <= tolerance * max(1, abs(expected))
  }

  private static func row(_ json: JSONReader, _ driver: String, _ through: String?) -> [String: Any] {
    json.rows("effects").first { $0["driver"] as? String == driver && $0["through"] as? String == through } ?? [:]
  }

  private static let exact = ["--inference", "delta", "--errors", "classical"]
  private static let simple = ["--outcome", "y5", "--drivers", "x1,x2", "--through", "y1"]

  @Test("two drivers: estimates of lavaan, errors of the delta method", arguments: ["classical", "hc3"])
  func simple(_ kind: String) throws {
    let json = try Self.run(Self.simple + ["--inference", "delta", "--errors", kind])
    let estimates = try #require(Self.numbers["simple_estimate"])
    let errors = try #require(Self.numbers["simple_\(kind)"])
    let (one, two) = (Self.row(json, "x1", "y1"), Self.row(json, "x2", "y1"))
    #expect(Self.isNear(one["indirect"], estimates[0]) && Self.isNear(two["indirect"], estimates[1]))
    #expect(Self.isNear(one["total"], estimates[2]) && Self.isNear(two["total"], estimates[3]))
    #expect(Self.isNear(one["share"], estimates[4]))
    #expect(Self.isNear(one["indirect_std_error"], errors[0]) && Self.isNear(two["indirect_std_error"], errors[1]))
    #expect(Self.isNear(one["total_std_error"], errors[2]) && Self.isNear(two["total_std_error"], errors[3]))
    // No share is given where the total may be nothing.
    #expect(two["share"] is NSNull && two["share_low"] is NSNull)
  }

  /// lavaan's errors are those of maximum likelihood, which divides residuals by n and not by n − k.
  @Test("errors are lavaan's but for degrees of freedom") func likelihood() throws {
    let json = try Self.run(Self.simple + Self.exact)
    let errors = try #require(Self.numbers["simple_lavaan"])
    func path(_ dependent: String, _ term: String) throws -> (b: Double, variance: Double) {
      let row = try #require(
        json.rows("paths").first { $0["dependent"] as? String == dependent && $0["term"] as? String == term })
      let (b, error, free) = (row["estimate"] as! Double, row["std_error"] as! Double, row["df"] as! Double)
      return (b, error * error * free / 75)
    }
    let b = try path("y5", "y1")
    for (k, driver) in ["x1", "x2"].enumerated() {
      let a = try path("y1", driver)
      let error = (b.b * b.b * a.variance + a.b * a.b * b.variance).squareRoot()
      #expect(Self.isNear(error, errors[k]))
    }
  }

  @Test("mediators side by side go together in the sum", arguments: ["classical", "hc3"])
  func parallel(_ kind: String) throws {
    let json = try Self.run(
      ["--outcome", "y5", "--drivers", "x1,x2", "--through", "y1,y2", "--inference", "delta", "--errors", kind])
    let estimates = try #require(Self.numbers["parallel_estimate"])
    let errors = try #require(Self.numbers["parallel_\(kind)"])
    for (k, through) in ["y1", "y2", nil].enumerated() {
      let row = Self.row(json, "x1", through)
      #expect(Self.isNear(row["indirect"], estimates[k]) && Self.isNear(row["indirect_std_error"], errors[k]))
    }
    let all = Self.row(json, "x1", nil)
    #expect(Self.isNear(all["total"], estimates[3]) && Self.isNear(all["total_std_error"], errors[3]))
  }

  @Test("one behind the other: every way") func serial() throws {
    let json = try Self.run(
      ["--outcome", "y5", "--drivers", "x1,x2", "--through", "y1,y2", "--serial"] + Self.exact)
    let estimates = try #require(Self.numbers["serial_estimate"])
    let errors = try #require(Self.numbers["serial_classical"])
    for (k, through) in ["y1", "y2", "y1 → y2", nil].enumerated() {
      let row = Self.row(json, "x1", through)
      #expect(Self.isNear(row["indirect"], estimates[k]) && Self.isNear(row["indirect_std_error"], errors[k]))
    }
    #expect(Self.isNear(Self.row(json, "x1", nil)["total"], estimates[4]))
  }

  @Test("the index of moderated mediation, and effects at values of the moderator", arguments: ["first", "second"])
  func moderated(_ stage: String) throws {
    let json = try Self.run(
      ["--outcome", "y5", "--drivers", "x1", "--through", "y1", "--moderator", "x3", "--moderates", stage] + Self.exact)
    let estimates = try #require(Self.numbers["\(stage)_estimate"])
    let index = try #require(json.rows("moderated_mediation").first { $0["quantity"] as? String == "index" })
    #expect(Self.isNear(index["estimate"], estimates[0]))
    let rows = json.rows("conditional_effects")
    #expect(rows.map { $0["level"] as? String } == ["low", "mean", "high"])
    for (k, row) in rows.enumerated() { #expect(Self.isNear(row["indirect"], estimates[k + 1])) }
    if stage == "first" {
      let errors = try #require(Self.numbers["first_classical"])
      #expect(Self.isNear(index["std_error"], errors[0]))
      for (k, row) in rows.enumerated() { #expect(Self.isNear(row["indirect_std_error"], errors[k + 1])) }
    }
    #expect(json.rows("sensitivity").isEmpty)
  }

  @Test("a moderator of categories: the difference of two groups") func categories() throws {
    let json = try Self.run(
      ["--outcome", "y5", "--drivers", "x1", "--through", "y1", "--moderator", "z"] + Self.exact)
    let estimates = try #require(Self.numbers["groups_estimate"])
    let rows = json.rows("conditional_effects")
    #expect(rows.map { $0["level"] as? String } == ["high", "low"])
    for (k, row) in rows.enumerated() { #expect(Self.isNear(row["indirect"], estimates[k])) }
    let difference = try #require(json.rows("moderated_mediation").first)
    #expect(difference["level"] as? String == "low" && difference["versus"] as? String == "high")
    #expect(Self.isNear(difference["estimate"], estimates[2]))
  }

  @Test("regions of Johnson and Neyman end where those by hand do") func regions() throws {
    let json = try Self.run(
      ["--outcome", "y5", "--drivers", "x1", "--through", "y1", "--moderator", "w"] + Self.exact)
    let range = try #require(Self.numbers["range"])
    for (key, dependent, term) in [
      ("regions_first", "y1", "x1"), ("regions_second", "y5", "y1"), ("regions_direct", "y5", "x1"),
    ] {
      let rows = json.rows("johnson_neyman").filter {
        $0["dependent"] as? String == dependent && $0["term"] as? String == term
      }
      let inside = try #require(Self.numbers[key]).filter { $0 > range[0] && $0 < range[1] }
      #expect(rows.count == inside.count + 1)
      for (k, end) in inside.enumerated() { #expect(Self.isNear(rows[k]["to_value"], end, 1e-8)) }
      #expect(abs(rows.reduce(0) { $0 + ($1["share"] as! Double) } - 1) < 1e-12)
    }
  }

  @Test("ρ at which nothing is carried is the zero of Imai, Keele and Yamamoto's closed form") func sensitivity() throws
  {
    let row = try #require(try Self.run(Self.simple + Self.exact).rows("sensitivity").first)
    #expect(Self.isNear(row["rho"], try #require(Self.numbers["rho"])[0], 1e-8))
    #expect(Self.isNear(row["of_rest"], try #require(Self.numbers["of_rest"])[0], 1e-8))
    #expect(Self.isNear(row["of_all"], try #require(Self.numbers["of_all"])[0], 1e-8))
  }

  @Test("Monte Carlo intervals are the quantiles of the product of two normals") func monteCarlo() throws {
    let json = try Self.run(Self.simple + ["--inference", "monte-carlo", "--errors", "classical"])
    let row = Self.row(json, "x1", "y1")
    let ends = try #require(Self.numbers["product"])
    let error = try #require(Self.numbers["simple_classical"])[0]
    // Twenty thousand draws: a quantile of 2.5 % has an error of about 0.02 standard deviations.
    #expect(abs(row["indirect_low"] as! Double - ends[0]) < 0.07 * error)
    #expect(abs(row["indirect_high"] as! Double - ends[1]) < 0.07 * error)
  }

  @Test("weights and clusters have the linearised errors of survey") func design() throws {
    let json = try Self.run(
      [
        "--outcome", "y5", "--drivers", "x1", "--through", "y1", "--weights", "weight", "--cluster", "team",
        "--inference", "delta",
      ], file: Self.folder.appending(path: "design.csv").path)
    let row = Self.row(json, "x1", "y1")
    #expect(Self.isNear(row["indirect"], try #require(Self.numbers["design_estimate"])[0]))
    #expect(Self.isNear(row["indirect_std_error"], try #require(Self.numbers["design"])[0]))
  }

  @Test("resamples: intervals of each kind hold the estimate, and no number of threads changes them")
  func resamples() throws {
    for kind in ["percentile", "bca", "basic"] {
      let words = Self.simple + ["--bootstrap", "200", "--interval", kind]
      let json = try Self.run(words + ["--jobs", "1"])
      let row = Self.row(json, "x1", "y1")
      let (low, value, high) = (
        row["indirect_low"] as! Double, row["indirect"] as! Double, row["indirect_high"] as! Double
      )
      #expect(low < value && value < high)
      #expect(Self.isNear(value + (row["direct"] as! Double), row["total"] as! Double, 1e-12))
      #expect((json.object["tables"] as! NSDictionary).isEqual(try Self.run(words + ["--jobs", "3"]).object["tables"]))
    }
  }

  @Test("constructs of a study are means of their items, and its satisfaction can carry") func study() throws {
    let json = try Self.run(["--through", "satisfaction", "--bootstrap", "60"], file: "webshop")
    let rows = json.rows("effects")
    #expect(rows.count == 6)
    #expect(Set(rows.compactMap { $0["outcome"] as? String }) == ["recommend", "repurchase"])
    #expect(json.notes.contains { $0.kind == "effects_assumed" })
    #expect(json.run["errors"] as? String == "design")
  }

  /// chances.R: glm's probit and the mediation formula summed over a grid; R 4.2.2.
  @Test(
    "natural effects on the chance of a yes are those of the mediation formula in R",
    arguments: [
      ("one", ["--drivers", "x1,x2", "--through", "y1"], "x1"),
      ("half", ["--drivers", "half,x2", "--through", "y1"], "half"),
      ("two", ["--drivers", "x1,x2", "--through", "y1,y3"], "x1"),
      ("weighted", ["--drivers", "x1,x2", "--through", "y1", "--weights", "w"], "x1"),
    ])
  func chances(_ name: String, _ words: [String], _ driver: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "chances.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [Double]])
    let expected = try #require(all[name])
    let json = try Self.run(
      ["--outcome", "yes", "--bootstrap", "60"] + words, file: Self.folder.appending(path: "chances.csv").path)
    let row = try #require(
      json.rows("effects").first { $0["driver"] as? String == driver && !($0["direct"] is NSNull) })
    for (column, value) in zip(["indirect", "direct", "total", "from_value", "to_value"], expected) {
      #expect(Self.isNear(row[column], value, 1e-9), "\(column)")
    }
    #expect(row["answer"] as? Double == 1 && row["indirect_low"] is Double)
    #expect(json.notes.contains { $0.message.contains("probit") })
  }

  /// chances.R: MASS's polr, which stops its search at some 1e-7.
  @Test(
    "of ordered answers effects are on the chance of each or a higher one",
    arguments: [("graded", []), ("graded_weights", ["--weights", "w"])])
  func graded(_ name: String, _ words: [String]) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "chances.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [Double]])
    let expected = try #require(all[name])
    let arguments = [
      "--outcome", "grade", "--ordinal", "grade", "--drivers", "x1,x2", "--through", "y1", "--bootstrap", "60",
    ]
    let file = Self.folder.appending(path: "chances.csv").path
    let json = try Self.run(arguments + words, file: file)
    let rows = json.rows("effects").filter { $0["driver"] as? String == "x1" }
    #expect(rows.map { $0["answer"] as? Double } == [2, 3, 4])
    for (k, row) in rows.enumerated() {
      for (place, column) in ["indirect", "direct", "total"].enumerated() {
        #expect(Self.isNear(row[column], expected[3 * k + place], 1e-5), "\(name) \(k) \(column): \(row[column] ?? "")")
      }
      #expect(row["indirect_low"] is Double && row["total_high"] is Double)
    }
    // People are told of the highest answer.
    let text = try Program.run(["mediate", file] + arguments + words + ["--quiet"]).output
    #expect(text.contains("chance of the answer 4") && !text.contains("chance of the answer 3"))
  }

  /// Normal numbers by the sum of twelve uniform ones, the same in every run.
  private struct Draws {
    var state: UInt64 = 7
    mutating func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(UInt64(1) << 53)
    }
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }
  }

  /// x → m → y, the column z beside it, w between one and three, three categories, y in two and in three answers.
  private static func made(_ count: Int) -> [[String]] {
    var draws = Draws()
    return (0..<count).map { row in
      let (x, z) = (draws.normal(), draws.normal())
      let m = 0.7 * x + draws.normal()
      let y = 0.4 * x + 0.8 * m + draws.normal()
      return [
        "\(x)", "\(z)", "\(m)", "\(y)", y > 0.3 ? "1" : "0", y < -0.7 ? "1" : y < 0.7 ? "2" : "3", "\(1 + row % 3)",
        ["p", "q", "r"][row % 3],
      ]
    }
  }

  private static func csv(_ rows: [[String]]) -> String {
    "x,z,m,y,yes,grade,w,kind\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func told(_ words: [String], _ csv: String) throws -> String {
    let run = try Program.run(["mediate", "data.csv", "--bootstrap", "60", "--quiet"] + words, csv: csv)
    #expect(run.status == 0, "\(run.error)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("frequency weights are rows that are written as often, in chances too") func frequency() throws {
    let rows = Self.made(40)
    let words = ["mediate", "data.csv", "--outcome", "yes", "--drivers", "x", "--through", "m", "--bootstrap", "40"]
    func effects(_ more: [String], _ rows: [[String]]) throws -> [String: Any] {
      let run = try Program.run(words + more + ["--format", "json", "--quiet"], csv: Self.csv(rows))
      #expect(run.status == 0, "\(run.error)")
      return try #require(try JSONReader(run.output).rows("effects").first)
    }
    let weighted = try effects(["--weights", "w", "--weights-kind", "frequency"], rows)
    let written = try effects([], rows.flatMap { row in [[String]](repeating: row, count: Int(row[6])!) })
    for name in ["indirect", "direct", "total"] {
      #expect(Self.isNear(weighted[name], written[name] as? Double ?? .nan, 1e-9), "\(name)")
    }
  }

  @Test("weights count beside each other, however small", arguments: ["sampling", "precision"])
  func small(_ kind: String) throws {
    let rows = Self.made(60)
    func effects(_ scale: Double) throws -> [String: Any] {
      let scaled = rows.map { row in row.enumerated().map { $0 == 6 ? "\(Double($1)! * scale)" : $1 } }
      let run = try Program.run(
        [
          "mediate", "data.csv", "--outcome", "yes", "--drivers", "x", "--through", "m", "--bootstrap", "40",
          "--weights", "w", "--weights-kind", kind, "--format", "json", "--quiet",
        ], csv: Self.csv(scaled))
      #expect(run.status == 0, "\(run.error)")
      return try #require(try JSONReader(run.output).rows("effects").first)
    }
    let (one, other) = (try effects(1), try effects(1e-7))
    for name in ["indirect", "direct", "total", "indirect_low", "total_high"] {
      #expect(Self.isNear(other[name], one[name] as? Double ?? .nan, 1e-9), "\(name)")
    }
  }

  @Test("what is told keeps to the intervals, and names categories and several mediators rightly")
  func sentences() throws {
    let csv = Self.csv(Self.made(120))
    // The way through both is clear, that through z alone is not.
    let both = try Self.told(["--outcome", "y", "--drivers", "x", "--through", "m,z"], csv)
    #expect(both.contains("The way through m and z carries a part") && both.contains("remain of what m carries"))
    #expect(!both.contains("of what z carries"), "\(both)")
    let row = try Self.told(["--outcome", "y", "--drivers", "x", "--through", "m,z", "--serial"], csv)
    #expect(row.contains("the ways whose last mediator is m."), "\(row)")
    let kinds = try Self.told(
      ["--outcome", "grade,y", "--ordinal", "grade", "--drivers", "x,kind", "--through", "m"], csv)
    #expect(kinds.hasPrefix("Of grade the chance of the answer 3") && kinds.contains("to a category from the one"))
    #expect(!kinds.contains("No scale is declared"), "\(kinds)")
    let moderated = try Self.told(["--outcome", "y", "--drivers", "x", "--through", "m", "--moderator", "kind"], csv)
    #expect(moderated.hasPrefix("On average over the categories of kind:"))
  }

  @Test("where resamples of chances fail too often there are no intervals, and a note says why") func failures() throws
  {
    // One respondent in twelve says yes, who is in two resamples of three.
    var rows = Self.made(12)
    let highest = rows.indices.max { Double(rows[$0][3])! < Double(rows[$1][3])! }!
    for k in rows.indices { rows[k][4] = k == highest ? "1" : "0" }
    // Not told apart without fail.
    rows[(highest + 1) % 12][0] = "\(Double(rows[highest][0])! + 1)"
    rows[(highest + 1) % 12][2] = "\(Double(rows[highest][2])! + 1)"
    let text = try Self.told(
      ["--outcome", "yes", "--drivers", "x", "--through", "m", "--interval", "bca"], Self.csv(rows))
    #expect(text.contains("so there are no intervals") && text.contains("There are no BCa intervals"), "\(text)")
    #expect(!text.contains("are left out:"))
    #expect(text.contains("moving x goes with a chance that is"))
  }

  @Test(
    "what cannot be split is refused in a sentence",
    arguments: [
      (["--outcome", "y", "--drivers", "a"], "--through"),
      (["--outcome", "y", "--drivers", "a", "--through", "y"], "'y'"),
      (["--outcome", "y", "--drivers", "a,a", "--through", "m"], "'a' is named twice"),
      (["--outcome", "y", "--drivers", "a,m", "--through", "m"], "'m'"),
      (["--outcome", "y", "--drivers", "a", "--through", "mm"], "'mm'"),
      (["--outcome", "y", "--drivers", "a", "--through", "k"], "'k'"),
      (["--outcome", "y", "--drivers", "a,twice", "--through", "m"], "'twice' is determined"),
      (["--outcome", "y", "--drivers", "a", "--through", "word"], "'word'"),
      (["--outcome", "y", "--drivers", "a", "--through", "two"], "'two' has only two answers"),
      (["--outcome", "two", "--drivers", "a", "--through", "m", "--inference", "delta"], "--inference delta"),
      (["--outcome", "two", "--drivers", "a", "--through", "m,b", "--serial"], "--serial"),
      (["--outcome", "two", "--drivers", "a", "--through", "twice"], "'twice' is determined"),
      (["--outcome", "two", "--drivers", "a", "--through", "m", "--table", "sensitivity"], "chances"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--ordinal", "b"], "'b' (--ordinal)"),
      (["--outcome", "row", "--drivers", "a", "--through", "m", "--ordinal", "row"], "60 different answers"),
      (["--drivers", "a", "--through", "m"], "--outcome"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--moderates", "first"], "--moderator"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--moderator", "a"], "'a'"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--moderator", "b", "--moderates", "x"], "first"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--missing", "em"], "--missing em"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--missing", "impute"], "let `sem` count"),
      (["--outcome", "y", "--drivers", "a", "--through", "m", "--errors", "bootstrap"], "--errors bootstrap"),
      (
        ["--outcome", "y", "--drivers", "a", "--through", "m", "--inference", "bootstrap", "--bootstrap", "0"],
        "--bootstrap 1000"
      ),
      (["--outcome", "y", "--drivers", "a,b", "--through", "m", "--where", "row < 4"], "rows"),
    ])
  func refused(_ words: [String], _ says: String) throws {
    let csv =
      "row,y,a,b,m,k,two,word,twice\n"
      + BadInputTests.rows(60) { (i: Int) -> String in
        let (a, b) = (i * 37 % 11, i * 53 % 7)
        let m = a + i * 29 % 5
        return "\(i),\(m + b + i * 31 % 6),\(a),\(b),\(m),4,\(i % 2),\(i % 3 == 0 ? "red" : "blue"),\(2 * a + 1)"
      }
    let result = try Program.run(["mediate", "data.csv"] + words, csv: csv)
    #expect([64, 65].contains(result.status), "\(result.output)")
    #expect(result.error.contains(says) && result.output.isEmpty, "\(result.error)")
  }
}
