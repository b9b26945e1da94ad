import Foundation
import TestSupport
import Testing

/// Raked and calibrated weights are those of R's survey, and so are errors under them.
@Suite struct RakingTests {
  private static let folder = Program.root.appending(path: "Tests/References/raking")

  struct Reference: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let options: [String]
    fileprivate let numbers: [String: [Double]]

    var testDescription: String { name }
    func list(_ key: String) -> [Double] { numbers[key]! }

    /// The value of an option, and of one that is repeated all.
    func values(_ option: String) -> [String] {
      options.indices.filter { options[$0] == option }.map { options[$0 + 1] }
    }
  }

  static let references: [Reference] = {
    // raking.R: R 4.2.2, survey 4.1.1, on the schools of its data `api`.
    guard let data = try? Data(contentsOf: folder.appending(path: "raking.json")),
      let cases = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return cases.map { entry in
      Reference(
        name: entry["name"] as! String, file: folder.appending(path: "\(entry["file"]!).csv").path,
        options: (entry["options"] as! String).split(separator: " ").map(String.init),
        numbers: entry.compactMapValues { value in value as? [Double] ?? (value as? Double).map { [$0] } })
    }
  }()

  private static func isNear(_ value: Any?, _ expected: Double, _ tolerance: Double) -> Bool {
    abs((value as? Double ?? .nan) - expected) <= tolerance * max(1e-3, abs(expected))
  }

  /// Columns of a file without quotes.
  private static func column(_ name: String, _ text: String) -> [String] {
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let place = lines[0].firstIndex(where: { $0 == name }) else { return [] }
    return lines.dropFirst().map { String($0[place]) }
  }

  @Test("weights, margins and design effect", arguments: references) func weights(_ reference: Reference) throws {
    let folder = try TemporaryFolder()
    let options = reference.options.filter { !["--strata", "--cluster", "stype", "dnum"].contains($0) }
    let result = try Program.run(
      ["rake", reference.file] + options + ["--data-output", "out.csv", "--format", "json", "--quiet"],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let json = try JSONReader(result.output)
    for row in json.rows("margins") {
      #expect(Self.isNear(row["achieved"], row["target"] as! Double, 1e-10))
    }
    let summary = json.rows("weights")[0]
    #expect(Self.isNear(summary["design_effect"], reference.list("design_effect")[0], 1e-8))
    let written = Self.column("raked_weight", try folder.text("out.csv")).compactMap(Double.init)
    let expected = reference.list("weights")
    #expect(written.count == expected.count)
    for (weight, known) in zip(written, expected) { #expect(Self.isNear(weight, known, 1e-8)) }
  }

  @Test("iterative proportional fitting ends at the same weights") func proportional() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "ipf.json"))
    let fitted = try #require((JSONSerialization.jsonObject(with: data) as? [String: [Double]])?["ipf"])
    let reference = try #require(Self.references.first { $0.name == "iterative proportional fitting" })
    for (a, b) in zip(fitted, reference.list("weights")) { #expect(abs(a / b - 1) < 1e-8) }
  }

  /// A study with the margins of a reference.
  private static func study(_ reference: Reference, in folder: TemporaryFolder, data: String? = nil) throws {
    var text = "data: '\(data ?? reference.file)'\nweights: w\nrake:\n"
    if let method = reference.values("--method").first { text += "  method: \(method)\n" }
    if let bounds = reference.values("--bounds").first { text += "  bounds: [\(bounds)]\n" }
    text += "  margins:\n"
    for margin in reference.values("--margins") {
      let (name, list) = (margin.split(separator: "=")[0], margin.split(separator: "=")[1])
      let cells = list.split(separator: ",").map { entry in
        let colon = entry.lastIndex(of: ":")!
        return "'\(entry[..<colon])': \(entry[entry.index(after: colon)...])"
      }
      text += "    '\(name)': {\(cells.joined(separator: ", "))}\n"
    }
    for option in ["--strata", "--cluster"] {
      if let value = reference.values(option).first { text += "\(option.dropFirst(2)): \(value)\n" }
    }
    try folder.write(text, to: "study.yaml")
  }

  @Test("errors under raked weights of a study are calibrate's", arguments: references)
  func errors(_ reference: Reference) throws {
    let folder = try TemporaryFolder()
    try Self.study(reference, in: folder)
    func tables(_ words: [String]) throws -> JSONReader {
      let result = try Program.run(words + ["--format", "json", "--quiet"], directory: folder.url)
      #expect(result.status == 0, "\(result.error)")
      return try JSONReader(result.output)
    }
    let fitted = try tables([
      "drivers", "study.yaml", "--outcome", "api00", "--drivers", "ell,meals", "--bootstrap", "0",
    ])
    for (k, row) in fitted.rows("coefficients").enumerated() {
      #expect(Self.isNear(row["estimate"], reference.list("estimate")[k], 1e-8))
      #expect(Self.isNear(row["std_error"], reference.list("std_error")[k], 1e-8))
    }
    let described = try tables(["describe", "study.yaml", "--variables", "ell,api00"]).rows("items")
    let degrees = described.map { row in
      ((row["conf_high"] as! Double) - (row["mean"] as! Double), row["mean"] as! Double)
    }
    // The same t makes both intervals.
    let t = degrees[0].0 / reference.list("mean_error")[0]
    #expect(t > 1.9 && t < 2.2)
    for (k, (half, mean)) in degrees.enumerated() {
      #expect(Self.isNear(mean, reference.list("mean")[k], 1e-9))
      #expect(Self.isNear(half / t, reference.list("mean_error")[k], 1e-8))
    }
  }

  @Test("replicate weights are raked one by one") func replicates() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "replicates.json"))
    let known = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let reference = try #require(Self.references.first { $0.name == "raking, clusters" })
    let folder = try TemporaryFolder()
    try Self.study(reference, in: folder, data: Self.folder.appending(path: "clus-replicates.csv").path)
    let text = try folder.text("study.yaml").replacing("cluster: dnum\n", with: "")
    try folder.write(text + "replicate_weights: 'rw*'\nreplicate_type: jk1\n", to: "study.yaml")
    let result = try Program.run(
      ["drivers", "study.yaml", "--outcome", "api00", "--drivers", "ell,meals", "--format", "json", "--quiet"],
      directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    for (k, row) in try JSONReader(result.output).rows("coefficients").enumerated() {
      #expect(Self.isNear(row["estimate"], (known["estimate"] as! [Double])[k], 1e-8))
      #expect(Self.isNear(row["std_error"], (known["std_error"] as! [Double])[k], 1e-7))
      #expect(row["df"] as? Int == known["df"] as? Int)
    }
  }

  @Test("every resample is raked again: resampled errors are the linearised ones") func resamples() throws {
    let reference = try #require(Self.references.first { $0.name == "raking, strata" })
    let folder = try TemporaryFolder()
    try Self.study(reference, in: folder)
    func errors(_ words: [String]) throws -> [Double] {
      let result = try Program.run(
        ["drivers", "study.yaml", "--outcome", "api00", "--drivers", "ell,meals", "--format", "json", "--quiet"]
          + words,
        directory: folder.url)
      #expect(result.status == 0, "\(result.error)")
      return try JSONReader(result.output).rows("coefficients").map { $0["std_error"] as! Double }
    }
    let linear = try errors(["--bootstrap", "0"])
    let resampled = try errors(["--errors", "bootstrap", "--bootstrap", "2000"])
    // From 2000 resamples an error is known to 1.6 %; the rest is curvature.
    for (a, b) in zip(resampled, linear) { #expect(abs(a / b - 1) < 0.08, "\(a) \(b)") }
  }

  @Test(
    "what cannot be raked is said by name",
    arguments: [
      (["sex=f:0.5,m:0.4"], "add up to 0.9"), (["sex=f:0.5,m:0.3,x:0.2"], "nobody in the sample is in 'x'"),
      (["sex=f:1"], "'m'"), (["sex=f:100,m:100", "age=1:0.5,2:0.5"], ""),
      (["sex=f:1000,m:1000", "age=1:900,2:500"], "not of one population"),
      (["sex=f:0.5,m:0.5", "sex=f:0.4,m:0.6"], "given twice"), (["sex=f:0.5,f:0.5"], "two targets of 'f'"),
      (["sex=f:0,m:1"], "would be left without a weight"), (["hole=1:0.5,2:0.5"], "'hole' is missing for"),
      (["sex:age=f:0.5,m:0.5"], "2 parts"), (["nowhere=1:1"], "nowhere"),
      (["sex=f:0.9,m:0.1", "twin=f:0.5,m:0.5"], "contradict each other"),
      ([], "nothing to rake to"),
    ])
  func faults(_ margins: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<80).map { i in
      "\(i % 2 == 0 ? "f" : "m"),\(i % 2 == 0 ? "f" : "m"),\(i % 3 == 0 ? 1 : 2),\(i == 7 ? "" : "\(1 + i % 2)")"
    }
    try folder.write((["sex,twin,age,hole"] + rows).joined(separator: "\n") + "\n", to: "data.csv")
    let result = try Program.run(
      ["rake", "data.csv", "--quiet"] + margins.flatMap { ["--margins", $0] }, directory: folder.url)
    #expect(result.status == (words.isEmpty ? 0 : 65), "\(result.error)")
    #expect(words.isEmpty || result.error.contains(words), "\(result.error)")
  }

  @Test("limits that cannot be kept are refused, and those that can are kept") func limits() throws {
    let reference = try #require(Self.references.first { $0.name == "linear" })
    let base =
      ["rake", reference.file, "--weights", "w"]
      + reference.values("--margins").flatMap { ["--margins", $0] } + ["--quiet", "--format", "json"]
    let tight = try Program.run(base + ["--trim", "0.9,1.1"])
    #expect(tight.status == 65 && tight.error.contains("cannot be reached"), "\(tight.error)")
    let kept = try JSONReader(Program.run(base + ["--trim", "0.45,2"]).output)
    let summary = kept.rows("weights")[0]
    let mean = summary["mean"] as! Double
    #expect((summary["min"] as! Double) >= 0.45 * mean * (1 - 1e-9))
    #expect((summary["at_limits"] as! Int) > 0)
    for row in kept.rows("margins") { #expect(Self.isNear(row["achieved"], row["target"] as! Double, 1e-7)) }
    #expect(try Program.run(base + ["--bounds", "1.1,2"]).error.contains("leave out 1"))
    #expect(try Program.run(base + ["--method", "logit"]).error.contains("runs between two bounds"))
  }
}
