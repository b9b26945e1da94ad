import Foundation
import Presentation
import TestSupport
import Testing

/// `sem` (and `cfa`) as a process; `References/structural/verb.R` and `lavaan.R` made the figures of lavaan 0.6-14.
@Suite struct PathModelTests {
  static let shop = [
    "sem", Program.root.appending(path: "datasets/webshop/webshop.csv").path, "--missing-codes", "9", "--scale", "1:7",
    "--scale", "recommend=0:10", "--where", "wave = 2", "--group", "product_quality=pq1:pq4", "--group",
    "process_ease=pe1:pe4", "--group", "satisfaction=sat1:sat3",
  ]
  static let paths =
    "satisfaction ~ a*product_quality + process_ease; recommend ~ b*satisfaction; carried := a*b"

  static func json(_ arguments: [String], directory: URL? = nil) throws -> JSONReader {
    let result = try Program.run(arguments + ["--format", "json", "--quiet"], directory: directory)
    #expect(result.status == 0, "\(arguments): \(result.error)")
    return try JSONReader(result.output)
  }

  /// A table of lavaan's, a row for each parameter.
  static func rows(_ columns: [String: Any]) -> [[String: Any]] {
    let lists = columns.compactMapValues { $0 as? [Any] }
    let count = lists.values.first?.count ?? 0
    return (0..<count).map { row in lists.mapValues { $0[row] } }
  }

  static func number(_ row: [String: Any], _ key: String) -> Double? { (row[key] as? NSNumber)?.doubleValue }

  static func isClose(_ own: Double?, _ theirs: Double?, _ tolerance: Double = 1e-5) -> Bool {
    guard let own, let theirs else { return false }
    return abs(own - theirs) <= tolerance * max(1, abs(theirs))
  }

  /// Every parameter that lavaan has beside ours: estimate, error where there is one, standardised value.
  static func compare(_ json: JSONReader, _ theirs: [[String: Any]]) {
    let own = json.rows("parameters")
    for row in theirs {
      guard let left = row["lhs"] as? String, let sign = row["op"] as? String, let right = row["rhs"] as? String else {
        continue
      }
      let mine = own.first {
        $0["op"] as? String == sign
          && ($0["lhs"] as? String == left && ($0["rhs"] as? String == right || sign == ":=")
            || sign == "~~" && $0["lhs"] as? String == right && $0["rhs"] as? String == left)
      }
      guard let mine else {
        Issue.record("no \(left) \(sign) \(right)")
        continue
      }
      #expect(isClose(number(mine, "estimate"), number(row, "est")), "\(left) \(sign) \(right)")
      if let standardised = number(row, "std.all") {
        #expect(isClose(number(mine, "std_all"), standardised), "\(left) \(sign) \(right)")
      }
      guard let error = number(row, "se"), error > 1e-9 else { continue }
      #expect(isClose(number(mine, "std_error"), error), "\(left) \(sign) \(right)")
      // With a design ours is of t.
      if mine["df"] is NSNull, let p = number(row, "pvalue") {
        #expect(isClose(number(mine, "p_value"), p), "\(left) \(sign) \(right)")
      }
    }
  }

  static func compare(fit: [String: Any], _ theirs: [String: Any], robust: Bool = false) {
    var names = [
      "chisq": "chi_squared", "df": "df", "baseline.chisq": "baseline_chi_squared", "srmr": "srmr", "logl": "log_lik",
      "aic": "aic", "bic": "bic", "npar": "parameters",
    ]
    if !robust {
      for (key, name) in [
        ("pvalue", "p_value"), ("cfi", "cfi"), ("tli", "tli"), ("rmsea", "rmsea"), ("rmsea.ci.lower", "rmsea_low"),
        ("rmsea.ci.upper", "rmsea_high"), ("rmsea.pvalue", "close_fit"),
      ] { names[key] = name }
    } else {
      for (key, name) in [
        ("chisq.scaled", "chi_squared_robust"), ("pvalue.scaled", "p_value_robust"), ("cfi.robust", "cfi_robust"),
        ("rmsea.robust", "rmsea_robust"), ("chisq.scaling.factor", "scaling"),
      ] { names[key] = name }
    }
    for (key, name) in names { #expect(isClose(number(fit, name), number(theirs, key)), "\(name)") }
  }

  // MARK: lavaan's figures

  @Test("mediation among the ratings of a survey is lavaan's", arguments: ["ml", "mlr"])
  func survey(_ estimator: String) throws {
    let reference = try PackageFiles.json("structural/verb.json")
    let theirs = try #require(reference[estimator == "ml" ? "webshop" : "webshop_mlr"] as? [String: Any])
    let json = try Self.json(Self.shop + ["--model", Self.paths, "--estimator", estimator])
    Self.compare(json, Self.rows(theirs["parameters"] as? [String: Any] ?? [:]))
    let fit = try #require(json.rows("fit").first)
    Self.compare(fit: fit, theirs["fit"] as? [String: Any] ?? [:], robust: estimator == "mlr")
    #expect(fit["n"] as? Int == theirs["n"] as? Int)
    // What is defined as the product is the indirect effect.
    let carried = try #require(json.rows("parameters").first { $0["lhs"] as? String == "carried" })
    let effect = try #require(
      json.rows("effects").first {
        $0["from"] as? String == "product_quality" && $0["to"] as? String == "recommend"
          && $0["through"] as? String == "satisfaction"
      })
    #expect(Self.isClose(Self.number(effect, "indirect"), Self.number(carried, "estimate"), 1e-12))
    #expect(Self.isClose(Self.number(effect, "indirect_low"), Self.number(carried, "conf_low"), 1e-9))
  }

  @Test(
    "a study that holds its model needs no options",
    arguments: [
      ("sem", "political-democracy", "lavaan"), ("cfa", "political-democracy", "lavaan"), ("sem", "ecsi", "ecsi"),
    ])
  func bundled(_ verb: String, _ set: String, _ file: String) throws {
    let reference = try PackageFiles.json("structural/\(file).json")
    let theirs = try #require(file == "ecsi" ? reference : reference["democracy"] as? [String: Any])
    let json = try Self.json([verb, set])
    #expect(json.object["command"] as? String == "sem")
    Self.compare(json, theirs["parameters"] as? [[String: Any]] ?? [])
    Self.compare(fit: try #require(json.rows("fit").first), theirs["fit"] as? [String: Any] ?? [:])
    let shares = theirs["r_squared"] as? [String: Any] ?? [:]
    for row in json.rows("r_squared") {
      let name = row["variable"] as? String ?? ""
      #expect(Self.isClose(Self.number(row, "r_squared"), (shares[name] as? NSNumber)?.doubleValue), "\(name)")
    }
    // lavaan finds both admissible; in one of them constructs are all but one.
    #expect(!json.notes.contains { ["negative_variance", "improper_constructs"].contains($0.kind) })
    let near = json.notes.first { $0.kind == "nearly_one_construct" }
    #expect((near != nil) == (set == "ecsi"))
    if let near { #expect(near.message.contains("expectation ↔ quality 0.995"), "\(near.message)") }
  }

  @Test("without a model the constructs of the study are measured, and that is said") func constructs() throws {
    let reference = try PackageFiles.json("structural/lavaan.json")
    let theirs = try #require(reference["holzinger"] as? [String: Any])
    let json = try Self.json(["cfa", "holzinger-swineford"])
    Self.compare(json, theirs["parameters"] as? [[String: Any]] ?? [])
    #expect(json.notes.contains { $0.kind == "measurement_only" })
    #expect(json.rows("effects").isEmpty && json.rows("invariance").isEmpty)
    let changes = theirs["modification"] as? [[String: Any]] ?? []
    for row in json.rows("modification") {
      let other = try #require(
        changes.first {
          $0["lhs"] as? String == row["lhs"] as? String && $0["op"] as? String == row["op"] as? String
            && $0["rhs"] as? String == row["rhs"] as? String
        })
      #expect(Self.isClose(Self.number(row, "index"), Self.number(other, "mi"), 1e-4))
      #expect(Self.isClose(Self.number(row, "expected_change"), Self.number(other, "epc"), 1e-4))
    }
    #expect(json.rows("modification").count > 20)
  }

  @Test("steps of invariance are lavaan's", arguments: ["ml", "mlr"]) func invariance(_ estimator: String) throws {
    let reference = try PackageFiles.json("structural/verb.json")
    let theirs = try #require(reference[estimator == "ml" ? "invariance" : "invariance_mlr"] as? [String: Any])
    func numbers(_ key: String) -> [Double?] {
      (theirs[key] as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue }
    }
    let json = try Self.json([
      "cfa", "holzinger-swineford", "--by", "school", "--invariance", "--estimator", estimator.uppercased(),
    ])
    let rows = json.rows("invariance")
    #expect(rows.map { $0["model"] as? String } == ["configural", "metric", "scalar", "strict"])
    for (k, row) in rows.enumerated() {
      #expect(Self.isClose(Self.number(row, "chi_squared"), numbers("chisq")[k]))
      #expect(Self.isClose(Self.number(row, "df"), numbers("df")[k]))
      #expect(Self.isClose(Self.number(row, "cfi"), numbers("cfi")[k]))
      guard k > 0 else { continue }
      #expect(Self.isClose(Self.number(row, "delta_chi_squared"), numbers("difference")[k]))
      #expect(Self.isClose(Self.number(row, "delta_df"), numbers("df_difference")[k]))
      #expect(Self.isClose(Self.number(row, "delta_p_value"), numbers("p")[k]))
    }
    // One model: a fit of all, parameters of each.
    #expect(json.rows("fit").count == 1 && json.rows("fit")[0]["group"] is NSNull)
    #expect(Set(json.rows("parameters").compactMap { $0["group"] as? String }) == ["Grant-White", "Pasteur"])
    #expect(json.notes.contains { $0.kind == "model_groups" && $0.message.contains("group 1 is school = Grant-White") })
  }

  @Test(
    "scores are lavaan's",
    arguments: [("holzinger-swineford", "scores"), ("political-democracy", "scores_of_paths")])
  func scores(_ source: String, _ key: String) throws {
    let reference = try PackageFiles.json("structural/verb.json")
    let theirs = try #require(reference[key] as? [String: [Double]])
    let folder = try TemporaryFolder()
    _ = try Self.json(["sem", source, "--scores", "scores.csv"], directory: folder.url)
    let lines = try folder.text("scores.csv").split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    for (name, values) in theirs {
      let column = try #require(lines[0].firstIndex(of: name))
      let own = lines.dropFirst().map { Double($0[column]) }
      #expect(own.count == values.count)
      #expect(zip(own, values).allSatisfy { Self.isClose($0, $1) }, "\(name)")
    }
  }

  // MARK: Where data come from

  @Test("moments and a matrix give what rows give") func moments() throws {
    let folder = try TemporaryFolder()
    let items = (1...3).map { "x\($0)" } + (1...8).map { "y\($0)" }
    let written = try Program.run(
      ["moments", "political-democracy", "--variables", items.joined(separator: ","), "--output", "m.csv", "--quiet"],
      directory: folder.url)
    #expect(written.status == 0, "\(written.error)")
    let rows = try Self.json(["sem", "political-democracy"])
    let moments = try Self.json(["sem", "political-democracy", "--moments", "m.csv"], directory: folder.url)
    for (a, b) in zip(rows.rows("parameters"), moments.rows("parameters")) {
      #expect(Self.isClose(Self.number(a, "estimate"), Self.number(b, "estimate"), 1e-8))
      #expect(Self.isClose(Self.number(a, "std_error") ?? 0, Self.number(b, "std_error") ?? 0, 1e-8))
    }
    let robust = try Program.run(
      ["sem", "political-democracy", "--moments", "m.csv", "--estimator", "mlr"], directory: folder.url)
    #expect(robust.status == 65 && robust.error.contains("rows"), "\(robust.error)")
  }

  @Test("a model in a file, in a study beside it, and inline are one model") func files() throws {
    let folder = try TemporaryFolder()
    let copied = try Program.run(["datasets", "holzinger-swineford", "--copy", ".", "--quiet"], directory: folder.url)
    #expect(copied.status == 0, "\(copied.error)")
    let text = "visual =~ x1 + x2 + x3\nspeed =~ x7 + x8 + x9 # comment\nspeed ~ visual\n"
    try folder.write(text, to: "paths.lav")
    let data = try folder.text("holzinger-swineford.csv")
    try folder.write(data, to: "d.csv")
    try folder.write("data: d.csv\nmodel: paths.lav\n", to: "file.yaml")
    try folder.write("data: d.csv\nmodel: |\n  " + text.replacing("\n", with: "\n  ") + "\n", to: "inline.yaml")
    var tables: Set<String> = []
    for arguments in [["d.csv", "--model", "paths.lav"], ["d.csv", "--model", text], ["file.yaml"], ["inline.yaml"]] {
      let result = try Program.run(["sem"] + arguments + ["--format", "csv", "--quiet"], directory: folder.url)
      #expect(result.status == 0, "\(result.error)")
      tables.insert(result.output)
    }
    #expect(tables.count == 1)
    // A result is made again without the file.
    let first = try Program.run(["sem", "file.yaml", "--format", "json", "--quiet"], directory: folder.url)
    try folder.write(first.output, to: "result.json")
    try FileManager.default.removeItem(at: folder.url.appending(path: "paths.lav"))
    let again = try Program.run(["rerun", "result.json", "--quiet"], directory: folder.url)
    #expect(again.output == first.output, "\(again.error)")
  }

  @Test("effects are resampled, the same with any number of threads") func resampled() throws {
    var outputs: Set<String> = []
    for jobs in ["1", "3"] {
      outputs.insert(
        try Program.run(
          Self.shop + ["--model", Self.paths, "--bootstrap", "200", "--jobs", jobs, "--format", "json", "--quiet"]
        ).output)
    }
    #expect(outputs.count == 1)
    let json = try JSONReader(outputs.first!)
    let plain = try Self.json(Self.shop + ["--model", Self.paths])
    let (a, b) = (json.rows("effects"), plain.rows("effects"))
    #expect(a.count == b.count && !a.isEmpty)
    for (own, other) in zip(a, b) where own["through"] is String {
      #expect(Self.number(own, "indirect") == Self.number(other, "indirect"))
      let errors = (
        Self.number(own, "indirect_std_error") ?? .nan, Self.number(other, "indirect_std_error") ?? .nan
      )
      #expect(errors.0 != errors.1 && abs(errors.0 / errors.1 - 1) < 0.3, "\(errors)")
    }
  }

  @Test("ordered and measured variables under weights are lavaan's, and the note tells them apart") func mixed() throws
  {
    let reference = try #require(PackageFiles.json("structural/lavaan.json")["wlsmv_mixed_weights"] as? [String: Any])
    let json = try Self.json([
      "cfa", Program.root.appending(path: "Tests/References/structural/mixed.csv").path, "--model",
      try #require(reference["model"] as? String), "--ordinal", "x2:x4,x6:x8", "--weights", "w",
    ])
    let theirs = try #require(reference["parameters"] as? [[String: Any]])
    Self.compare(json, theirs.filter { ["=~", "~~"].contains($0["op"] as? String) })
    let note = try #require(json.notes.first { $0.kind == "ordered_and_measured" })
    #expect(note.message.contains("Taken as measured, with a mean and a variance: 'x1', 'x5' and 'x9'"))
  }

  /// Each weight left out in turn, n/(n − 1)·Σ(wu)² again: the linearised errors of weights alone, by an identity.
  @Test("replicate weights of a jackknife have the errors of the weights themselves") func jackknife() throws {
    let lines = try PackageFiles.text("Tests/References/structural/mixed.csv").split(separator: "\n").prefix(61)
    let count = lines.count - 1
    let weight = try #require(lines[0].split(separator: ",").firstIndex(of: "w"))
    let rows = try lines.enumerated().map { place, line in
      if place == 0 { return line + "," + (0..<count).map { "r\($0)" }.joined(separator: ",") }
      let own = try #require(Double(line.split(separator: ",")[weight])) * Double(count) / Double(count - 1)
      return line + "," + (0..<count).map { $0 == place - 1 ? "0" : "\(own)" }.joined(separator: ",")
    }
    let folder = try TemporaryFolder()
    try folder.write(rows.joined(separator: "\n") + "\n", to: "r.csv")
    let words = ["cfa", "r.csv", "--model", "f =~ x1 + x2 + x3 + x9", "--ordinal", "x2,x3", "--weights", "w"]
    let plain = try Self.json(words, directory: folder.url).rows("parameters")
    let replicated = try Self.json(
      words + ["--replicate-weights", "r*", "--replicate-type", "jk1"], directory: folder.url
    ).rows("parameters")
    #expect(plain.count == replicated.count && plain.count > 15)
    for (one, other) in zip(plain, replicated) where !(one["std_error"] is NSNull) {
      #expect(Self.isClose(Self.number(other, "std_error"), Self.number(one, "std_error"), 1e-10), "\(one)")
      #expect(Self.number(other, "df") == Double(count - 1))
    }
  }
}
