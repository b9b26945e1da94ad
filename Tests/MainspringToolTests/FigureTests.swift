import Foundation
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
