import Foundation
import Presentation
import TestSupport
import Testing

/// `sem` (and `cfa`) as a process; `References/structural/verb.R` and `lavaan.R` made the figures of lavaan 0.6-14.
@Suite struct PathModelTests {
  private static let shop = [
    "sem", Program.root.appending(path: "datasets/webshop/webshop.csv").path, "--missing-codes", "9", "--scale", "1:7",
    "--scale", "recommend=0:10", "--where", "wave = 2", "--group", "product_quality=pq1:pq4", "--group",
    "process_ease=pe1:pe4", "--group", "satisfaction=sat1:sat3",
  ]
  private static let paths =
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

  @Test("a study that holds its model needs no options", arguments: ["sem", "cfa"]) func bundled(_ verb: String) throws
  {
    let reference = try PackageFiles.json("structural/lavaan.json")
    let theirs = try #require(reference["democracy"] as? [String: Any])
    let json = try Self.json([verb, "political-democracy"])
    #expect(json.object["command"] as? String == "sem")
    Self.compare(json, theirs["parameters"] as? [[String: Any]] ?? [])
    Self.compare(fit: try #require(json.rows("fit").first), theirs["fit"] as? [String: Any] ?? [:])
    let shares = theirs["r_squared"] as? [String: Any] ?? [:]
    for row in json.rows("r_squared") {
      let name = row["variable"] as? String ?? ""
      #expect(Self.isClose(Self.number(row, "r_squared"), (shares[name] as? NSNumber)?.doubleValue), "\(name)")
    }
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

  // MARK: What people read

  @Test("the answer is a sentence that says how sure it is, and text fits the screen") func text() throws {
    let result = try Program.run(Self.shop + ["--model", Self.paths, "--quiet", "--full"])
    #expect(result.status == 0, "\(result.error)")
    let flat = result.output.replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(flat.contains("Through satisfaction, one more of product_quality goes with 0.86 more of recommend (95 %"))
    #expect(flat.contains("recommend depends on satisfaction (β"), "\(flat.prefix(800))")
    #expect(flat.contains("degrees of freedom (p") && flat.contains("Based on 505"), "\(flat.prefix(1200))")
    for word in ["good", "acceptable", "excellent", "poor"] { #expect(!flat.contains(word)) }
    for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(
    "the bundled survey's constructs need no line of their own",
    arguments: [
      ["sem", "webshop", "--model", "satisfaction ~ product_quality + process_ease; recommend ~ satisfaction"]
    ])
  func bundledSurvey(_ arguments: [String]) throws {
    let json = try Self.json(arguments)
    let left = Set(json.rows("parameters").filter { $0["op"] as? String == "=~" }.compactMap { $0["lhs"] as? String })
    #expect(left == ["product_quality", "process_ease", "satisfaction"])
    // Its rows are weighted: errors are those of the weights.
    #expect(!json.notes.contains { $0.kind == "no_structural_errors" })
    #expect(json.rows("parameters").filter { $0["op"] as? String == "~" }.allSatisfy { $0["std_error"] is Double })
    let effects = json.rows("effects").filter { $0["through"] is String }
    #expect(effects.count == 2 && effects.allSatisfy { Self.number($0, "indirect_low") != nil })
    #expect(json.rows("parameters").contains { $0["lhs_label"] as? String == "Product quality" })
  }

  @Test("JSON holds the tables and columns of the contract, and no others") func columns() throws {
    for arguments in [
      ["sem", "political-democracy"], ["cfa", "holzinger-swineford", "--by", "school", "--invariance"],
    ] {
      let json = try Self.json(arguments)
      #expect(json.tables == TableContract.all.filter { $0.verb == "sem" }.map(\.name).sorted())
      for name in json.tables {
        let contract = try #require(TableContract.named(name, verb: "sem"))
        var expected = Set(contract.columns.map(\.name))
        if arguments.contains("--by"), !contract.isOfGroups { expected.formUnion(["by", "group", "group_label"]) }
        for row in json.rows(name) { #expect(Set(row.keys) == expected, "\(name)") }
      }
    }
  }

  // MARK: What cannot be

  @Test(
    "what is wrong with a model is told with its place and what to do",
    arguments: [
      ("visual =~ x1 + x2 + x3; speed =~ x7 + + x9", 64, ["line 1, character 39", "^"]),
      ("visual =~ x1 + x2 + x3\nspeed = x7 + x8", 64, ["line 2, character 7", "'=~'", "^"]),
      ("x4 ~ vsual\nvisual =~ x1 + x2 + x3", 65, ["line 1, character 6", "'vsual'", "Did you mean 'visual'"]),
      ("visual =~ x1 + x2 + x33", 65, ["character 21", "'x33'", "'x3'"]),
      ("x1 =~ x2 + x3 + x4", 64, ["'x1'", "another name"]),
      ("visual =~ x1 + x2 + x2", 64, ["twice"]),
      ("visual =~ x1 + x2", 65, ["parameters", "Fix some"]),
      ("visual =~ x1 + x2 + x3; a := b*2", 64, ["'b'", "label"]),
      ("school ~ x1", 65, ["school", "a variable of the model"]),
      ("visual =~ x1 + x2 + x3 + x4 | t1", 64, ["|"]),
      ("", 64, ["constructs"]),
      ("model.txt", 66, ["model.txt"]),
    ] as [(String, Int32, [String])])
  func refused(_ model: String, _ status: Int32, _ says: [String]) throws {
    let result = try Program.run([
      "sem", Program.root.appending(path: "datasets/holzinger-swineford/holzinger-swineford.csv").path, "--model",
      model,
    ])
    #expect(result.status == status && result.output.isEmpty, "\(result.status) \(result.error)")
    for word in says { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test(
    "what the data or the settings do not allow is told",
    arguments: [
      (["cfa", "holzinger-swineford", "--missing", "pairwise"], 64, "--missing em"),
      (["cfa", "holzinger-swineford", "--missing", "impute"], 64, "--missing em"),
      (["cfa", "holzinger-swineford", "--missing", "em", "--estimator", "gls"], 64, "--missing listwise"),
      (["cfa", "holzinger-swineford", "--cluster", "school", "--estimator", "uls"], 64, "'mlr'"),
      (["cfa", "holzinger-swineford", "--estimator", "wlsmv"], 65, "--ordinal"),
      (["cfa", "holzinger-swineford", "--ordinal", "x1"], 65, "Take it as measured with --continuous"),
      (["cfa", "holzinger-swineford", "--continuous", "x1"], 64, "Use --estimator wlsmv"),
      (["cfa", "webshop", "--estimator", "wlsmv", "--scores", "s.csv"], 64, "Scores of constructs from thresholds"),
      (["cfa", "holzinger-swineford", "--invariance"], 64, "--by"),
      (["cfa", "holzinger-swineford", "--equal", "loadings"], 64, "--by"),
      (["cfa", "holzinger-swineford", "--equal", "loading", "--by", "school"], 64, "Did you mean 'loadings'?"),
      (["cfa", "holzinger-swineford", "--where", "id < 8"], 65, "more respondents than variables"),
      (["sem", "attitude"], 64, "constructs"),
      (["sem", "political-democracy", "--estimator", "wlsm"], 64, "mlr"),
    ] as [([String], Int32, String)])
  func impossible(_ arguments: [String], _ status: Int32, _ says: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == status && result.output.isEmpty, "\(result.status) \(result.error)")
    #expect(result.error.replacing("\n", with: " ").contains(says), "\(result.error)")
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

  @Test("a group with too few rows is left out by name") func smallGroup() throws {
    let text = try String(
      contentsOf: Program.root.appending(path: "datasets/holzinger-swineford/holzinger-swineford.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let folder = try TemporaryFolder()
    let renamed = lines.enumerated().map { place, line in
      place > 0 && place < 6 ? String(line).replacing("Pasteur", with: "Other") : String(line)
    }
    try folder.write(renamed.joined(separator: "\n") + "\n", to: "d.csv")
    let model = "visual =~ x1 + x2 + x3; textual =~ x4 + x5 + x6"
    let json = try Self.json(["cfa", "d.csv", "--model", model, "--by", "school"], directory: folder.url)
    #expect(json.notes.contains { $0.kind == "group_left_out" && $0.message.contains("school = Other") })
    #expect(Set(json.rows("r_squared").compactMap { $0["group"] as? String }) == ["Grant-White", "Pasteur"])
  }

  @Test(
    "replicate weights are refused where numbers would not come from them",
    arguments: [
      ["drivers", "r.csv", "--outcome", "y", "--drivers", "a,b", "--missing", "impute"]
    ]) func replicates(_ words: [String]) throws
  {
    let folder = try TemporaryFolder()
    let rows = (0..<60).map {
      "\($0 % 7),\($0 * $0 % 5),\($0 % 9 == 0 ? "" : "\($0 % 4)"),1,\($0 % 2 * 2),\(2 - $0 % 2 * 2)"
    }
    try folder.write((["y,a,b,w,r1,r2"] + rows).joined(separator: "\n") + "\n", to: "r.csv")
    let design = ["--weights", "w", "--replicate-weights", "r1,r2", "--replicate-type", "jk1", "--quiet"]
    let result = try Program.run(words + design, directory: folder.url)
    #expect(result.status == 64 && result.error.contains("replicate weights"), "\(result.status) \(result.error)")
    #expect(result.output.isEmpty)
  }

  @Test("items that may measure nothing are named, and nothing is advised that is refused") func nothing() throws {
    var state: UInt64 = 5
    func answer() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1 + (state >> 33) % 7
    }
    let rows = (0..<250).map { row in
      (0..<4).map { $0 == 3 && row % 5 < 2 ? "" : "\(answer())" }.joined(separator: ",")
    }
    let folder = try TemporaryFolder()
    try folder.write((["a,b,c,d"] + rows).joined(separator: "\n") + "\n", to: "noise.csv")
    let noise = try Program.run(["cfa", "noise.csv", "--group", "f=a:d", "--quiet"], directory: folder.url)
    let text = noise.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(noise.status == 0 && text.contains("cannot be told: the 95 % interval"), "\(text.prefix(500))")
    #expect(text.contains("(40 %) were left out") && text.contains("leave out 'd'.") && !text.contains("pairwise"))
    let sound = try Program.run(["cfa", "webshop", "--quiet"])
    #expect(!sound.output.contains("cannot be told"))
  }

  @Test("a solution that cannot be is told first") func improper() throws {
    // Three items whose correlations no single construct with residual variances above zero has.
    let matrix =
      "variable,a,b,c,d\na,1,.9,.8,.1\nb,.9,1,.5,.1\nc,.8,.5,1,.1\nd,.1,.1,.1,1\n"
    let folder = try TemporaryFolder()
    try folder.write(matrix, to: "m.csv")
    let result = try Program.run(
      ["cfa", "m.csv", "--n", "200", "--model", "f =~ a + b + c; d ~ f", "--quiet"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let first = result.output.split(separator: "\n").prefix(3).joined(separator: " ")
    #expect(first.contains("below zero"), "\(result.output.prefix(600))")
  }

  @Test("the path diagram is written in every kind of picture and language") func picture() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "sem", "political-democracy", "--output", "paths.svg", "--output", "paths.png", "--output", "paths.pdf",
        "--output",
        "paths.html", "--quiet",
      ], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(folder.names == ["paths.html", "paths.pdf", "paths.png", "paths.svg"])
    let svg = try folder.text("paths.svg")
    // Three constructs; eleven loadings, three paths, six correlations of residuals with two heads each.
    #expect(svg.components(separatedBy: "<ellipse").count - 1 == 3)
    #expect(svg.components(separatedBy: "<polygon").count - 1 == 11 + 3 + 2 * 6)
    // Standardised paths and R² of lavaan's own example (Bollen 1989), as published in its tutorial.
    for text in [".45", ".18", ".89", "R² .20", "R² .96"] { #expect(svg.contains(">\(text)</text>"), "\(text)") }
    #expect(try folder.text("paths.html").contains("<ellipse"))
    let german = try Program.run(
      ["cfa", "holzinger-swineford", "--by", "school", "--output", "de.svg", "--language", "de", "--quiet"],
      directory: folder.url)
    #expect(german.status == 0, "\(german.error)")
    let words = try folder.text("de.svg")
    #expect(words.components(separatedBy: "<ellipse").count - 1 == 6)
    #expect(words.contains("Zahlen sind standardisiert"))
  }
}
