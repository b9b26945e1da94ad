import Foundation
import TestSupport
import Testing

/// `sem` under weights that are raked to known totals, as a process. `References/structural/raked.R` made the figures with survey 4.1
/// and lavaan 0.6-14.
@Suite struct PathRakingTests {
  private static let three =
    "visual =~ x1 + x2 + x3; textual =~ x4 + x5 + x6; speed =~ x7 + x8 + x9; speed ~ visual + textual"

  private static func study(_ folder: TemporaryFolder, cluster: Bool) throws -> String {
    // Whether x1 is above 5 is a margin.
    let table = try ReferenceCSV("structural/weights.csv")
    let at = try #require(table.header.firstIndex(of: "x1"))
    let rows = table.rows.map { ($0 + [Double($0[at])! > 5 ? "1" : "0"]).joined(separator: ",") }
    try folder.write(
      ([(table.header + ["high"]).joined(separator: ",")] + rows).joined(separator: "\n"), to: "data.csv")
    let text = """
      data: data.csv
      weights: w
      \(cluster ? "cluster: c" : "")
      rake:
        margins:
          school: {Pasteur: 550, Grant-White: 450}
          high: {0: 650, 1: 350}
      """
    try folder.write(text, to: "study.yaml")
    return folder.url.appending(path: "study.yaml").path
  }

  @Test("errors carry the margins, as survey has them", arguments: ["rows", "clusters"])
  func errors(_ name: String) throws {
    let theirs = try #require(PackageFiles.json("structural/raked.json")[name] as? [String: Any])
    let folder = try TemporaryFolder()
    let path = try Self.study(folder, cluster: name == "clusters")
    let json = try PathModelTests.json(["sem", path, "--model", Self.three, "--means"])
    let (names, estimates, errors) = (
      theirs["names"] as! [String], theirs["estimate"] as! [Double], theirs["std_error"] as! [Double]
    )
    let own = Dictionary(
      json.rows("parameters").map { row in
        (["lhs", "op", "rhs"].map { row[$0] as? String ?? "" }.joined(), row)
      }, uniquingKeysWith: { first, _ in first })
    for (k, name) in names.enumerated() {
      let row = try #require(own[name], "\(name) of \(own.keys)")
      let (estimate, error) = (PathModelTests.number(row, "estimate")!, PathModelTests.number(row, "std_error")!)
      #expect(abs(estimate - estimates[k]) < 1e-5 * max(1, abs(estimates[k])), "\(name): \(estimate) \(estimates[k])")
      #expect(abs(error / errors[k] - 1) < 1e-5, "\(name): \(error) \(errors[k])")
    }
    #expect(!json.notes.contains { $0.kind == "groups_share_margins" })
  }

  /// Means of what is raked to have no error left, and a regression has the errors of `svyglm`.
  @Test("a regression has the errors of svyglm") func regression() throws {
    let theirs = try #require(PackageFiles.json("structural/raked.json")["regression"] as? [String: Any])
    let folder = try TemporaryFolder()
    let path = try Self.study(folder, cluster: true)
    let json = try PathModelTests.json(["sem", path, "--model", "x4 ~ x1 + x2; x4 ~ 1"])
    for (k, term) in (theirs["names"] as! [String]).enumerated() {
      let row = try #require(
        json.rows("parameters").first {
          term == "(Intercept)"
            ? $0["op"] as? String == "~1" && $0["lhs"] as? String == "x4"
            : $0["op"] as? String == "~" && $0["rhs"] as? String == term
        })
      #expect(abs(PathModelTests.number(row, "estimate")! - (theirs["estimate"] as! [Double])[k]) < 1e-7)
      #expect(
        abs(PathModelTests.number(row, "std_error")! / (theirs["std_error"] as! [Double])[k] - 1) < 1e-6, "\(term)")
    }
  }

  @Test("resamples are raked again, and spread as errors say") func resamples() throws {
    let folder = try TemporaryFolder()
    let path = try Self.study(folder, cluster: false)
    func direct(_ extra: [String]) throws -> ([String: Any], JSONReader) {
      let json = try PathModelTests.json(["sem", path, "--model", Self.three] + extra)
      return (try #require(json.rows("effects").first { $0["from"] as? String == "visual" }), json)
    }
    let (delta, _) = try direct([])
    let (drawn, json) = try direct(["--bootstrap", "300", "--seed", "3"])
    #expect(json.notes.contains { $0.kind == "raked_resamples" })
    func width(_ row: [String: Any]) -> Double {
      PathModelTests.number(row, "total_high")! - PathModelTests.number(row, "total_low")!
    }
    #expect(abs(width(drawn) / width(delta) - 1) < 0.3, "\(drawn) \(delta)")
  }

  @Test("several groups say that they share the margins") func groups() throws {
    let folder = try TemporaryFolder()
    let path = try Self.study(folder, cluster: false)
    let json = try PathModelTests.json(["sem", path, "--model", Self.three, "--by", "school"])
    #expect(json.notes.contains { $0.kind == "groups_share_margins" })
  }
}
