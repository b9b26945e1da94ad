import Foundation
import Presentation
import TestSupport
import Testing

/// What people read of `sem` and `cfa`, and the sentences by which models are refused.
@Suite struct PathWordsTests {
  // MARK: What people read

  @Test("the answer is a sentence that says how sure it is, and text fits the screen") func text() throws {
    let result = try Program.run(PathModelTests.shop + ["--model", PathModelTests.paths, "--quiet", "--full"])
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
    let json = try PathModelTests.json(arguments)
    let left = Set(json.rows("parameters").filter { $0["op"] as? String == "=~" }.compactMap { $0["lhs"] as? String })
    #expect(left == ["product_quality", "process_ease", "satisfaction"])
    // Its rows are weighted: errors are those of the weights.
    #expect(!json.notes.contains { $0.kind == "no_structural_errors" })
    #expect(json.rows("parameters").filter { $0["op"] as? String == "~" }.allSatisfy { $0["std_error"] is Double })
    let effects = json.rows("effects").filter { $0["through"] is String }
    #expect(effects.count == 2 && effects.allSatisfy { PathModelTests.number($0, "indirect_low") != nil })
    #expect(json.rows("parameters").contains { $0["lhs_label"] as? String == "Product quality" })
  }

  @Test("JSON holds the tables and columns of the contract, and no others") func columns() throws {
    for arguments in [
      ["sem", "political-democracy"], ["cfa", "holzinger-swineford", "--by", "school", "--invariance"],
    ] {
      let json = try PathModelTests.json(arguments)
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
      (["cfa", "holzinger-swineford", "--missing", "impute", "--invariance", "--by", "school"], 64, "--missing em"),
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
    let json = try PathModelTests.json(["cfa", "d.csv", "--model", model, "--by", "school"], directory: folder.url)
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

  @Test(
    "an empty table of modifications says why",
    arguments: [["--missing", "impute", "--imputations", "2"], ["--estimator", "wlsmv"]])
  func noModifications(_ words: [String]) throws {
    let run = try Program.run(
      ["cfa", "webshop", "--model", "f =~ pq1 + pq2 + pq3 + pq4", "--table", "modification", "--quiet"] + words)
    #expect(run.status == 64 && run.error.contains(words[0] + " " + words[1]), "\(run.error)")
  }

  @Test("a pooled χ² that falls below zero says that it tells nothing") func nothingTold() throws {
    var state: UInt64 = 11
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let rows = (0..<60).map { _ in
      let common = uniform() + uniform()
      return (0..<4).map { _ in
        let value = common + uniform() + uniform()
        return uniform() < 0.45 ? "" : "\((value * 1000).rounded() / 1000)"
      }.joined(separator: ",")
    }
    let folder = try TemporaryFolder()
    try folder.write((["a,b,c,d"] + rows).joined(separator: "\n") + "\n", to: "d.csv")
    var told = 0
    for seed in 1...12 {
      let json = try PathModelTests.json(
        ["cfa", "d.csv", "--group", "f=a:d", "--missing", "impute", "--imputations", "3", "--seed", "\(seed)"],
        directory: folder.url)
      let isZero = PathModelTests.number(try #require(json.rows("fit").first), "chi_squared") == 0
      #expect(isZero == json.notes.contains { $0.message.contains("D₂ comes out below zero") }, "\(seed)")
      told += isZero ? 1 : 0
      guard isZero, told == 1 else { continue }
      let text = try Program.run(
        [
          "cfa", "d.csv", "--group", "f=a:d", "--missing", "impute", "--imputations", "3", "--seed", "\(seed)",
          "--quiet",
        ],
        directory: folder.url)
      let opening = text.output.components(separatedBy: "────")[0].split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      #expect(opening.contains("too much for the test to tell how well the model fits"), "\(opening)")
      #expect(!opening.contains("(p ") && !opening.contains("RMSEA"), "\(opening)")
    }
    #expect(told > 0)
  }
}
