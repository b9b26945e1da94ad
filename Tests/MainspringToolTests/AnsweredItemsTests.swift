import Foundation
import TestSupport
import Testing

/// A construct's own number of answered items is what `mean(…, answered=k)` of a derived column asks for.
@Suite struct AnsweredItemsTests {
  private static func csv(_ rows: Int) -> String {
    let lines = (0..<rows).map { row in
      let items = (0..<6).map { (row * ($0 + 3) + row / ($0 + 2)) % 6 }.map { $0 == 0 ? "" : "\($0)" }
      return "\((row * 7 + row / 3) % 11),\(items.joined(separator: ",")),\(row % 4 + 1),\(row % 9 / 3),\(row % 18)"
    }
    return "y,a1,a2,a3,a4,b1,b2,w,st,cl\n" + lines.joined(separator: "\n") + "\n"
  }

  @Test(
    "so are the coefficients, whatever counts them",
    arguments: [
      [], ["--weights", "w"], ["--weights", "w", "--strata", "st", "--cluster", "cl", "--errors", "design"],
    ],
    [1, 3, 4])
  func construct(_ options: [String], _ answered: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv(360), to: "data.csv")
    try folder.write(
      """
      data: data.csv
      scale: [1, 5]
      drivers: {a: {items: ['a1:a4'], answered: \(answered)}, b: {items: [b1, b2], answered: 2}}
      outcomes: [y]
      """, to: "s.yaml")
    let common = ["--bootstrap", "0", "--format", "json", "--quiet"] + options
    let own = try Program.run(["drivers", "s.yaml"] + common, directory: folder.url)
    #expect(own.status == 0, "\(own.error)")
    let derived = try Program.run(
      [
        "drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--scale", "1:5", "--derive",
        "a=mean(a1:a4, answered=\(answered))", "--derive", "b=mean(b1, b2)",
      ] + common, directory: folder.url)
    #expect(derived.status == 0, "\(derived.error)")
    let (first, second) = (try JSONReader(own.output), try JSONReader(derived.output))
    #expect(first.rows("fit")[0]["n"] as? Int == second.rows("fit")[0]["n"] as? Int)
    for (x, y) in zip(first.rows("coefficients"), second.rows("coefficients")) {
      for column in ["estimate", "std_error"] {
        let (a, b) = (try #require(x[column] as? Double), try #require(y[column] as? Double))
        #expect(abs(a - b) < 1e-12 * max(1, abs(b)), "\(column)")
      }
    }
  }

  @Test("more than there are items is refused") func tooMany() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv(40), to: "data.csv")
    try folder.write(
      "data: data.csv\nscale: [1, 5]\ndrivers: {a: {items: [a1, a2], answered: 3}}\noutcomes: [y]\n", to: "s.yaml")
    let result = try Program.run(["drivers", "s.yaml", "--quiet"], directory: folder.url)
    #expect(result.status != 0 && result.error.contains("3 answered items and has 2"), "\(result.error)")
  }

  @Test("dummies are one driver, as a categorical column is") func dummies() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv(360), to: "data.csv")
    let common = ["drivers", "data.csv", "--outcome", "y", "--bootstrap", "0", "--format", "json", "--quiet"]
    let own = try Program.run(
      common + ["--drivers", "kind,b1", "--derive", "kind=dummies(st)"], directory: folder.url)
    #expect(own.status == 0, "\(own.error)")
    let plain = try Program.run(common + ["--drivers", "st,b1", "--categorical", "st"], directory: folder.url)
    let (first, second) = (try JSONReader(own.output), try JSONReader(plain.output))
    #expect(first.rows("importance").map { $0["driver"] as? String } == ["kind", "b1"])
    #expect(
      first.rows("importance").map { $0["importance"] as? Double }
        == second.rows("importance").map { $0["importance"] as? Double })
    #expect(first.rows("coefficients").compactMap { $0["term"] as? String }.contains("kind=1"))
  }
}
