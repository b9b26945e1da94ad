import Foundation
import TestSupport
import Testing

/// Groups are called by the value labels of their column, with the code beside them in JSON.
@Suite struct GroupLabelTests {
  private static func folder(_ values: String = "{1: North, 2: 'South, far', 3: North}") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let rows = (0..<240).map { row -> String in
      let items = (0..<6).map { "\((row * ($0 + 2) + row / (5 + $0) + $0) % 5 + 1)" }
      return "\(row % 3 + 1),\(row % 2),\((row * 7 + row / 11) % 11),\(items.joined(separator: ","))"
    }
    try folder.write("region,new,nps,a1,a2,a3,b1,b2,b3\n" + rows.joined(separator: "\n") + "\n", to: "data.csv")
    try folder.write(
      """
      data: data.csv
      variables:
        region: {values: \(values)}
        new: {values: {0: Returning, 1: New}}
        nps: {scale: [0, 10]}
      scale: [1, 5]
      drivers: {a: {items: [a1, a2, a3]}, b: {items: [b1, b2, b3]}}
      outcomes: [nps]

      """, to: "s.yaml")
    return folder
  }

  /// Two codes of one label are told apart.
  private static let labels = ["1": "North (1)", "2": "South, far", "3": "North (3)"]

  @Test(
    "each verb says the label, and its tables have both",
    arguments: [
      ["drivers", "--bootstrap", "0"], ["ipa", "--bootstrap", "0"], ["describe"], ["correlate", "--bootstrap", "0"],
      ["factor", "--factors", "1", "--parallel", "0"], ["reliability", "--bootstrap", "0"],
    ])
  func verbs(_ words: [String]) throws {
    let folder = try Self.folder()
    let command = [words[0], "s.yaml"] + words.dropFirst() + ["--by", "region"]
    let text = try Program.run(command + ["--quiet"], directory: folder.url)
    #expect(text.status == 0, "\(text.error)")
    for label in Self.labels.values { #expect(text.output.contains("region = \(label)"), "\(text.output)") }
    let json = try JSONReader(Program.run(command + ["--format", "json", "--quiet"], directory: folder.url).output)
    var count = 0
    for (name, value) in try #require(json.object["tables"] as? [String: Any]) {
      guard let rows = value as? [[String: Any]], !rows.isEmpty, rows[0]["by"] != nil else { continue }
      count += 1
      for row in rows {
        let code = try #require(row["group"] as? String)
        #expect(row["group_label"] as? String == Self.labels[code], "\(name)")
      }
    }
    #expect(count > 0)
  }

  @Test("two columns, of which one has labels for some values, are called part by part") func twoColumns() throws {
    let folder = try Self.folder("{1: North}")
    let result = try Program.run(
      ["drivers", "s.yaml", "--by", "region,new", "--bootstrap", "0", "--format", "json", "--quiet"],
      directory: folder.url)
    let rows = try JSONReader(result.output).rows("fit")
    func label(_ group: String) -> String? {
      rows.first { $0["group"] as? String == group }?["group_label"] as? String
    }
    #expect(label("1, 0") == "North, Returning" && label("3, 1") == "3, New")
  }

  @Test("differences between groups and congruences of their factors have labels") func compared() throws {
    let folder = try Self.folder("{1: North, 2: South, 3: East}")
    let shares = try Program.run(
      ["describe", "s.yaml", "--by", "region", "--format", "json", "--quiet"], directory: folder.url)
    let pairs = try JSONReader(shares.output).rows("share_differences")
    #expect(pairs.count == 3)
    #expect(pairs[0]["group"] as? String == "1" && pairs[0]["group_label"] as? String == "North")
    #expect(pairs[0]["versus"] as? String == "2" && pairs[0]["versus_label"] as? String == "South")
    let factors = try Program.run(
      ["factor", "s.yaml", "--by", "new", "--factors", "1", "--parallel", "0", "--format", "json", "--quiet"],
      directory: folder.url)
    let congruence = try #require(try JSONReader(factors.output).rows("congruence").first)
    #expect(congruence["a"] as? String == "0" && congruence["a_label"] as? String == "Returning")
    #expect(congruence["b_label"] as? String == "New")
  }

  @Test("derived columns know the study's labels, and the scale that they span") func derived() throws {
    let folder = try Self.folder("{1: North, 2: South, 3: East}")
    try folder.write(
      try folder.text("s.yaml").replacing("\nscale: [1, 5]", with: "")
        + "derive: {far: 'is(region, east)', back: reverse(new)}\n", to: "d.yaml")
    let result = try Program.run(
      ["describe", "d.yaml", "--variables", "far,back,new", "--format", "json", "--quiet"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    let means = try JSONReader(result.output).rows("items").map { $0["mean"] as? Double }
    #expect(means == [80.0 / 240, 0.5, 0.5])
    let frequencies = try JSONReader(result.output).rows("frequencies").filter { $0["variable"] as? String == "back" }
    #expect(frequencies.map { $0["label"] as? String } == ["New", "Returning"])
  }

  @Test("a figure by group is titled by labels; a wave is chosen by its label") func figureAndWave() throws {
    let folder = try Self.folder("{1: North, 2: South, 3: East}")
    let drawn = try Program.run(
      ["drivers", "s.yaml", "--by", "region", "--bootstrap", "0", "--quiet", "--output", "f.svg"],
      directory: folder.url)
    #expect(drawn.status == 0, "\(drawn.error)")
    #expect(try folder.text("f.svg").contains("region = East"))
    try folder.write(try folder.text("s.yaml") + "wave: new\n", to: "w.yaml")
    let latest = try Program.run(["drivers", "w.yaml", "--bootstrap", "0", "--quiet"], directory: folder.url)
    #expect(latest.output.contains("new = 1 (New)"), "\(latest.output)")
    let chosen = ["drivers", "w.yaml", "--bootstrap", "0", "--quiet", "--format", "json", "--wave"]
    let byLabel = try JSONReader(Program.run(chosen + ["Returning"], directory: folder.url).output)
    let byCode = try JSONReader(Program.run(chosen + ["0"], directory: folder.url).output)
    #expect(byLabel.rows("fit").count == 1 && byLabel.run["wave"] as? String == "0")
    #expect(byLabel.rows("fit")[0]["n"] as? Int == byCode.rows("fit")[0]["n"] as? Int)
  }
}
