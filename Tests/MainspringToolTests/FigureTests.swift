import Foundation
import Presentation
import Testing

/// Which picture a file holds.
@Suite struct FigureTests {
  @Test("--figure residuals draws residuals instead of importance, and makes their tables") func residuals() throws {
    let folder = try TemporaryFolder()
    let pictures = ["residuals", "importance"].map { folder.url.appending(path: "\($0).svg").path }
    let run = try Program.run(
      [
        "drivers", "attitude", "--bootstrap", "0", "--figure", "residuals", "--output", pictures[0], "--full",
        "--quiet",
      ])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("Influence of single rows"))
    let residuals = try String(contentsOfFile: pictures[0], encoding: .utf8)
    for words in ["Residuals against fitted values", "Normal quantile", "Studentised residual"] {
      #expect(residuals.contains(words))
    }
    // One mark per row and panel: 30 supervisors, two panels.
    #expect(residuals.split(separator: "\n").filter { $0.hasPrefix("<circle") }.count == 60)
    #expect(try Program.run(["drivers", "attitude", "--bootstrap", "0", "--output", pictures[1]]).status == 0)
    #expect(try !String(contentsOfFile: pictures[1], encoding: .utf8).contains("Normal quantile"))
  }

  @Test("a figure without a picture file to hold it is an error that says what to do") func nowhere() throws {
    let run = try Program.run(["drivers", "attitude", "--figure", "residuals", "--output", "residuals.json"])
    #expect(run.status == 64)
    #expect(run.error.contains("--output residuals.png"))
  }

  @Test(
    "--figure list names what a verb draws, and so does a wrong name",
    arguments: ["drivers", "ipa", "describe", "correlate", "factor", "reliability", "sem", "mediate"])
  func list(verb: String) throws {
    let list = try Program.run([verb, "webshop", "--figure", "list"])
    let names = FigureContract.of(verb).map(\.name)
    #expect(list.status == 0 && !names.isEmpty)
    let lines = list.output.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != " " }) } == names)
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(list.output)")
    let wrong = try Program.run([verb, "webshop", "--figure", "pie", "--output", "p.svg"])
    #expect(wrong.status == 64 && wrong.output.isEmpty)
    for name in names { #expect(wrong.error.contains(name), "\(name)") }
  }

  @Test(
    "each figure of each verb is the one a picture file holds",
    arguments: ["drivers", "ipa", "describe", "factor", "sem"])
  func chosen(verb: String) throws {
    let folder = try TemporaryFolder()
    let more: [String: [String]] = [
      "drivers": ["--bootstrap", "0"], "ipa": ["--bootstrap", "40", "--by", "wave"],
      "factor": ["--parallel", "40", "--starts", "3"],
    ]
    var pictures: Set<String> = []
    for figure in FigureContract.of(verb).map(\.name) {
      let run = try Program.run(
        [verb, "webshop", "--figure", figure, "--output", "\(figure).svg", "--quiet", "--size", "slide"]
          + (more[verb] ?? []) + (figure == "through" ? ["--through", "satisfaction"] : []), directory: folder.url)
      #expect(run.status == 0, "\(figure): \(run.error)")
      pictures.insert(try folder.text("\(figure).svg"))
    }
    #expect(pictures.count == FigureContract.of(verb).count)
    #expect(pictures.allSatisfy { $0.contains("width=\"1280\" height=\"720\"") })
  }

  @Test("a figure that these data do not have is an error that says what it needs") func lacking() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["ipa", "webshop", "--bootstrap", "0", "--figure", "waves", "--output", "w.svg"], directory: folder.url)
    #expect(run.status == 64 && run.error.contains("--by") && run.error.contains("matrix"), "\(run.error)")
    #expect(throws: (any Error).self) { try folder.text("w.svg") }
  }

  @Test("what a study says on pictures holds unless an option says otherwise") func ofStudy() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["datasets", "webshop", "--copy", ".", "--quiet"], directory: folder.url).status == 0)
    try folder.write(
      try folder.text("webshop.yaml") + "\nfigure: {theme: dark, width: 700, palette: okabe-ito}\n", to: "webshop.yaml")
    func picture(_ options: [String]) throws -> String {
      let run = try Program.run(
        ["drivers", "webshop.yaml", "--bootstrap", "0", "--output", "p.svg", "--quiet"] + options,
        directory: folder.url)
      #expect(run.status == 0, "\(run.error)")
      return try folder.text("p.svg")
    }
    let dark = try picture([])
    #expect(dark.contains("fill=\"#15181C\"") && dark.contains("width=\"700\""))
    let light = try picture(["--theme", "light", "--size", "column", "--figure-title", "A <b> & c"])
    #expect(light.contains("fill=\"#FFFFFF\"") && light.contains("width=\"321\""))
    #expect(light.contains(">A &lt;b&gt; &amp; c</text>"))
  }

  @Test(
    "bad sizes, colours and letters are told",
    arguments: [
      (["--width", "10"], "240"), (["--palette", "pink"], "okabe-ito"), (["--theme", "blue"], "dark"),
      (["--font", " "], "Arial"), (["--height", "99999"], "8000"), (["--whiskers", "maybe"], "off"),
      (["--size", "poster"], "slide"),
    ])
  func refused(options: [String], word: String) throws {
    let run = try Program.run(["drivers", "webshop", "--output", "p.svg"] + options)
    #expect(run.status == 64 && run.error.contains(word), "\(run.error)")
  }

  /// 60 rows of three ratings, in groups that are named; the third group is too small to be analysed.
  private static func grouped(_ groups: [(name: String, rows: Int)], driver: String = "ease") -> String {
    var lines = ["recommend,region,quality,\(driver),courtesy"]
    var state: UInt64 = 7
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for group in groups {
      for _ in 0..<group.rows {
        let (a, b, c) = (1 + draw(7), 1 + draw(7), 1 + draw(7))
        lines.append("\(min(10, (3 * a + 2 * b + c) / 4 + draw(2))),\(group.name),\(a),\(b),\(c)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let options = [
    "data.csv", "--outcome", "recommend", "--drivers", "quality,2,courtesy", "--scale", "1:7", "--scale",
    "recommend=0:10", "--bootstrap", "0", "--quiet",
  ]

  private static func options(driver: String = "ease") -> [String] {
    options.map { $0.replacing(",2,", with: ",\(driver),") }
  }

  @Test("every method that is asked for is drawn, and their names stand in a legend") func severalMethods() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.grouped([("north", 80)]), to: "data.csv")
    let run = try Program.run(
      ["drivers"] + Self.options() + ["--methods", "lmg,first,car", "--output", "m.svg", "--output", "m.json"],
      directory: folder.url)
    #expect(run.status == 0, "\(run.error)")
    let svg = try folder.text("m.svg")
    for name in ["lmg", "first", "car"] { #expect(svg.contains(">\(name)</text>"), "\(name)") }
    // Three drivers, three methods: nine values, which are the shares of the table.
    let document = try JSONSerialization.jsonObject(with: Data(folder.text("m.json").utf8)) as? [String: Any]
    let tables = document?["tables"] as? [String: [[String: Any]]]
    let shares = try #require(tables?["importance"]).compactMap { $0["share"] as? Double }
    #expect(shares.count == 9)
    for share in shares {
      let text = share < 0.0995 ? String(format: "%.1f %%", share * 100) : String(format: "%.0f %%", share * 100)
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
    #expect(svg.contains(">What drives recommend</text>") && !svg.contains("Outcome: "))
  }

  @Test(
    "a group that cannot be analysed is named on the figure, by each verb that draws groups",
    arguments: [
      ["drivers"], ["ipa"], ["correlate"],
    ])
  func leftOut(verb: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.grouped([("north", 60), ("south", 60), ("islands", 1)]), to: "data.csv")
    let options =
      verb == ["correlate"]
      ? ["data.csv", "--variables", "quality,ease,courtesy", "--bootstrap", "0", "--quiet"] : Self.options()
    let run = try Program.run(
      verb + options + ["--by", "region", "--output", "g.svg"], directory: folder.url)
    #expect(run.status == 0, "\(run.error)")
    let svg = try folder.text("g.svg")
    #expect(svg.contains(">Not drawn: region = islands.</text>"))
    #expect(svg.contains("region = north") && svg.contains("region = south"))
  }

  @Test("of many groups the first 24 are drawn and the others named") func manyGroups() throws {
    let folder = try TemporaryFolder()
    let groups = (0..<27).map { ("g" + String(format: "%02d", $0), 25) }
    try folder.write(Self.grouped(groups.map { (name: $0.0, rows: $0.1) }), to: "data.csv")
    let run = try Program.run(
      ["ipa"] + Self.options() + ["--by", "region", "--output", "g.svg"], directory: folder.url)
    #expect(run.status == 0, "\(run.error)")
    let svg = try folder.text("g.svg")
    #expect(svg.contains(">Not drawn: region = g24, region = g25, region = g26.</text>"))
    #expect(svg.components(separatedBy: ">Concentrate here</text>").count - 1 == 24)
    #expect(svg.components(separatedBy: ">Importance and performance: recommend</text>").count - 1 == 1)
  }

  @Test("a character that no font has is a note with PNG and PDF, and none with SVG", arguments: ["png", "pdf", "svg"])
  func missingGlyph(form: String) throws {
    let folder = try TemporaryFolder()
    let name = "ease\u{10FFF0}"
    try folder.write(Self.grouped([("north", 80)], driver: name), to: "data.csv")
    func run(_ more: [String]) throws -> Program.Outcome {
      try Program.run(
        ["drivers"] + Self.options(driver: name) + ["--output", "p.\(form)"] + more, directory: folder.url)
    }
    let json = try run(["--format", "json"])
    // Without librsvg there is no picture to speak of.
    guard json.status == 0 else {
      #expect(json.error.contains("librsvg"))
      return
    }
    #expect(json.output.contains("missing_glyphs") == (form != "svg"))
    #expect(json.output.contains("U+10FFF0") == (form != "svg"))
    #expect(try run(["--format", "csv"]).error.contains("U+10FFF0") == (form != "svg"))
  }
}
