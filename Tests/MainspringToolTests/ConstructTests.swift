import Foundation
import TestSupport
import Testing

/// Constructs as drivers, scored and corrected, as a process.
@Suite struct ConstructTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path
  static let common = ["--outcome", "recommend", "--bootstrap", "80", "--format", "json", "--quiet"]

  private func json(_ arguments: [String], verb: String = "drivers") throws -> JSONReader {
    let result = try Program.run([verb, Self.study] + arguments + Self.common)
    #expect(result.status == 0, "\(result.error)")
    return try JSONReader(result.output)
  }

  @Test("correction raises R² and lists the reliabilities; intervals and errors come from the resamples")
  func correction() throws {
    let plain = try json([])
    let corrected = try json(["--correct", "reliability"])
    let before = try #require(plain.rows("fit").first?["r_squared"] as? Double)
    let after = try #require(corrected.rows("fit").first?["r_squared"] as? Double)
    #expect(after > before + 0.02)
    for row in corrected.rows("importance") {
      let value = try #require(row["share"] as? Double)
      let low = try #require(row["share_low"] as? Double)
      let high = try #require(row["share_high"] as? Double)
      #expect(low < value && value < high)
    }
    #expect(corrected.rows("coefficients").allSatisfy { $0["std_error"] is Double })
    let notes = (corrected.object["notes"] as? [[String: Any]])?.compactMap { $0["message"] as? String } ?? []
    #expect(notes.contains { $0.contains("process_ease 0.87") && $0.contains("halo") })
    #expect(try json(["--correct", "reliability"], verb: "ipa").rows("ipa").count == 3)
  }

  @Test("factor scores as drivers", arguments: ["regression", "bartlett"]) func scores(_ method: String) throws {
    let json = try json(["--score-method", method])
    #expect(json.rows("importance").count == 3)
    #expect(json.rows("coefficients").allSatisfy { $0["std_error"] is Double })
  }

  @Test("a study can ask for it, and mistakes there have their line") func study() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: Self.study, encoding: .utf8).replacing(
      "data: webshop.csv", with: "data: \(Program.root.path)/datasets/webshop/webshop.csv")
    try folder.write(text + "\ncorrect: reliability\nreliability: {recommend: 0.8}\n", to: "s.yaml")
    let result = try Program.run(["drivers", "s.yaml"] + Self.common, directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("recommend 0.8 (given)"))
    for (line, words) in [
      ("correct: halo", "reliability"), ("correct: reliability\nreliability: {recommend: 2}", "at most 1"),
      ("score_method: median", "regression"),
    ] {
      try folder.write(text + "\n" + line + "\n", to: "s.yaml")
      let result = try Program.run(["drivers", "s.yaml"] + Self.common, directory: folder.url)
      #expect(
        result.status == 64 && result.error.contains(words) && result.error.contains("s.yaml:"), "\(result.error)")
    }
  }

  @Test("what does not go together ends with one sentence") func faults() throws {
    for (arguments, words) in [
      (["--correct", "halo"], "There are: reliability, cfa"),
      (["--reliability", "recommend=0.8"], "Add --correct reliability"),
      (["--correct", "reliability", "--reliability", "recommend=0"], "above 0 and at most 1"),
      (["--correct", "reliability", "--reliability", "recommend=x"], "above 0 and at most 1"),
      (["--correct", "reliability", "--score-method", "regression"], "for means of items"),
      (["--score-method", "regression", "--players", "items"], "no driver is one"),
      (["--correct", "reliability", "--missing", "pairwise"], "answered every item"),
      (["--correct", "reliability", "--correlation", "spearman"], "do not go together"),
      (["--correct", "reliability", "--errors", "hc3"], "--errors bootstrap"),
      (["--correct", "reliability", "--diagnostics"], "--diagnostics"),
      (["--correct", "reliability", "--terms", "pq1:pq2"], "a product of rows"),
    ] as [([String], String)] {
      let result = try Program.run(["drivers", Self.study, "--outcome", "recommend"] + arguments)
      #expect(result.status == 64 && result.error.contains(words), "\(arguments): \(result.error)")
    }
  }
}
