import Foundation
import TestSupport
import Testing

/// Replicate weights, survey's own and those of svrep, give the errors that R's survey gives: of means, coefficients, importance, correlations, reliability, components
/// and differences between groups.
@Suite struct ReplicateWeightsTests {
  private static let folder = Program.root.appending(path: "Tests/References/replicates")

  /// Words of a command line, single quotes respected.
  private static func words(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { at, part in
      at.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }

  struct Reference: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let options: [String]
    fileprivate let numbers: [String: [Double]]

    var testDescription: String { name }
    func number(_ key: String) -> Double { numbers[key]![0] }
    func list(_ key: String) -> [Double] { numbers[key]! }
  }

  static let references: [Reference] = {
    // replicates.R: R 4.2.2, survey 4.1.1, on the schools of its data `api`; svrep.R: weights that svrep 0.9.1 made of them.
    let cases = ["replicates.json", "svrep.json"].flatMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).flatMap {
        try? JSONSerialization.jsonObject(with: $0) as? [[String: Any]]
      } ?? []
    }
    return cases.map { entry in
      Reference(
        name: entry["name"] as! String, file: folder.appending(path: "\(entry["file"]!).csv").path,
        options: words(entry["options"] as! String),
        numbers: entry.compactMapValues { value in
          value as? [Double] ?? (value as? Double).map { [$0] }
        })
    }
  }()

  private static func tables(_ words: [String]) throws -> JSONReader {
    let result = try Program.run(words + ["--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  private static func isNear(_ value: Any?, _ expected: Double, _ tolerance: Double = 1e-8) -> Bool {
    abs((value as? Double ?? .nan) - expected) <= tolerance * max(1e-3, abs(expected))
  }

  @Test("there are fourteen designs") func cases() { #expect(Self.references.count == 14) }

  @Test("regression and importance", arguments: references) func drivers(_ reference: Reference) throws {
    let json = try Self.tables(
      ["drivers", reference.file, "--outcome", "api00", "--drivers", "ell,meals,mobility", "--seed", "3"]
        + reference.options)
    let rows = json.rows("coefficients")
    #expect(rows.count == 4)
    for (k, row) in rows.enumerated() {
      #expect(Self.isNear(row["estimate"], reference.list("estimate")[k]))
      #expect(Self.isNear(row["std_error"], reference.list("std_error")[k]))
      #expect(row["df"] as? Double == reference.number("df"))
    }
    #expect(Self.isNear(json.rows("fit")[0]["r_squared"], reference.number("r_squared")))
    let t = reference.number("t")
    for (k, row) in json.rows("importance").enumerated() {
      #expect(Self.isNear(row["importance"], reference.list("lmg")[k]))
      #expect(Self.isNear(row["share"], reference.list("share")[k]))
      // A share cannot be above 1, where its interval is cut off.
      if let high = row["conf_high"] as? Double, high < 1 {
        #expect(Self.isNear((high - (row["importance"] as! Double)) / t, reference.list("lmg_error")[k]))
      }
      if let high = row["share_high"] as? Double, high < 1 {
        #expect(Self.isNear((high - (row["share"] as! Double)) / t, reference.list("share_error")[k]))
      }
    }
    let matrix = try Self.tables(
      ["ipa", reference.file, "--outcome", "api00", "--drivers", "ell,meals,mobility", "--scale", "0:100"]
        + reference.options
    ).rows("ipa")
    let row = try #require(matrix.first { $0["driver"] as? String == "mobility" })
    let high = row["performance_high"] as! Double
    #expect(Self.isNear(row["performance"], reference.number("mean")))
    #expect(Self.isNear((high - (row["performance"] as! Double)) / t, reference.number("mean_error")))
  }

  @Test("means, correlations, reliability and components", arguments: references)
  func others(_ reference: Reference) throws {
    let t = reference.number("t")
    let item = try Self.tables(["describe", reference.file, "--variables", "mobility"] + reference.options).rows(
      "items")[0]
    #expect(Self.isNear(item["mean"], reference.number("mean")))
    #expect(
      Self.isNear(((item["conf_high"] as! Double) - (item["mean"] as! Double)) / t, reference.number("mean_error")))

    // Only who answered mobility, as in R.
    var options = reference.options
    if let place = options.firstIndex(of: "--where") {
      options[place + 1] += " and mobility >= 0"
    } else {
      options += ["--where", "mobility >= 0"]
    }
    let pair = try Self.tables(["correlate", reference.file, "--variables", "ell,meals"] + options).rows(
      "correlations")[0]
    let r = pair["correlation"] as! Double
    #expect(Self.isNear(r, reference.number("correlation")))
    let onZ = (atanh(pair["conf_high"] as! Double) - atanh(r)) / t
    #expect(Self.isNear(onZ * (1 - r * r), reference.number("correlation_error")))

    let scale = try Self.tables(["reliability", reference.file, "--variables", "ell,meals,emer"] + reference.options)
      .rows("reliability")[0]
    #expect(Self.isNear(scale["alpha"], reference.number("alpha")))
    let half = (scale["alpha_high"] as! Double) - (scale["alpha"] as! Double)
    #expect(Self.isNear(half / t, reference.number("alpha_error")))

    let loadings = try Self.tables(
      [
        "factor", reference.file, "--variables", "api00,meals,full,emer,ell", "--factors", "1", "--extraction",
        "components", "--parallel", "0",
      ] + reference.options
    ).rows("loadings")
    for (k, row) in loadings.enumerated() {
      #expect(Self.isNear(abs(row["loading"] as! Double), abs(reference.list("loadings")[k]), 1e-7))
      #expect(Self.isNear(row["std_error"], reference.list("loading_errors")[k], 1e-7))
    }
  }

  @Test("shares of groups and their difference", arguments: references) func groups(_ reference: Reference) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "data: '\(reference.file)'\noutcomes: {grade: {scale: [1, 5]}}\ndrivers: [ell]\n", to: "study.yaml")
    let json = try JSONReader(
      Program.run(
        ["describe", "study.yaml", "--by", "yr.rnd", "--format", "json", "--quiet"] + reference.options,
        directory: folder.url
      ).output)
    let top = json.rows("shares").filter { $0["measure"] as? String == "top_box" }
    for (row, expected) in zip(top, reference.list("top")) {
      #expect(Self.isNear(row["estimate"], 100 * expected))
    }
    let row = try #require(json.rows("share_differences").first { $0["measure"] as? String == "top_box" })
    let difference = row["difference"] as! Double
    #expect(Self.isNear(difference, 100 * reference.number("difference")))
    #expect(
      Self.isNear(
        difference / (row["statistic"] as! Double), 100 * reference.number("difference_error")))
  }

  @Test(
    "what is wrong with replicate weights is said",
    arguments: [
      ("--replicate-weights rw*", "how the replicate weights were made"),
      ("--replicate-weights rw1 --replicate-type jk1", "at least two"),
      ("--replicate-weights rw* --replicate-type jkn", "a factor for each, 15 in all"),
      ("--replicate-weights rw* --replicate-type jkn --replicate-rscales 1,1", "2 factors and 15 replicate weights"),
      ("--replicate-weights rw* --replicate-type brr --replicate-scale 2", "have a scale of their own"),
      ("--replicate-weights rw* --replicate-type jk1 --strata stype", "hold the design of the sample already"),
      ("--replicate-weights rw* --replicate-type jk1 --errors hc3", "asks for others"),
      ("--replicate-weights rw* --replicate-type jk1 --bootstrap 0", "asks for others"),
      ("--replicate-weights rw* --replicate-type jk1 --weights-kind frequency", "belong to sampling weights"),
      ("--replicate-type jk1", "there are none"),
      ("--replicate-weights rw1,mobility --replicate-type jk1", "the weight is missing"),
      ("--replicate-weights rw1,stype --replicate-type jk1", "stype"),
    ])
  func faults(_ options: String, _ words: String) throws {
    let result = try Program.run(
      [
        "drivers", Self.folder.appending(path: "clus1-jk1.csv").path, "--outcome", "api00", "--drivers", "ell,meals",
        "--weights", "pw", "--quiet",
      ] + Self.words(options))
    #expect(result.status == 65, "\(result.error)")
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test("a negative replicate weight is named with its row") func negative() throws {
    let folder = try TemporaryFolder()
    let rows = (1...30).map { "\($0 % 7),\($0 % 5),1,\($0 == 12 ? -1 : 1),\($0 % 3)" }
    try folder.write((["y,x,w,r1,r2"] + rows).joined(separator: "\n") + "\n", to: "data.csv")
    let result = try Program.run(
      [
        "correlate", "data.csv", "--variables", "y,x", "--weights", "w", "--replicate-weights", "r1,r2",
        "--replicate-type", "bootstrap",
      ], directory: folder.url)
    #expect(result.status == 65)
    #expect(result.error.contains("Replicate weight 'r1', row 12: -1 is negative"), "\(result.error)")
  }
}
