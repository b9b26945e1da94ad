import Foundation
import TestSupport
import Testing

/// Whether groups differ is what R's survey says: svychisq of answers, Wald tests of means.
@Suite struct GroupTestTests {
  private static let folder = Program.root.appending(path: "Tests/References/designs")

  @Test("Rao and Scott's test of answers and Wald's of means") func references() throws {
    // groups.R: R 4.2.2, survey 4.1.1.
    let data = try Data(contentsOf: Self.folder.appending(path: "groups.json"))
    let cases = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(cases.count == 5)
    for reference in cases {
      let name = reference["name"] as! String
      let result = try Program.run(
        [
          "describe", Self.folder.appending(path: "\(reference["file"]!).csv").path, "--variables", "grade,ell", "--by",
          reference["by"] as! String, "--format", "json", "--quiet",
        ] + (reference["options"] as! String).split(separator: " ").map(String.init))
      #expect(result.status == 0, "\(name): \(result.error)")
      let rows = try JSONReader(result.output).rows("group_tests")
      for (variable, test, key) in [("grade", "distribution", "chi"), ("ell", "mean", "wald")] {
        let row = try #require(
          rows.first { $0["variable"] as? String == variable && $0["test"] as? String == test }, "\(name)")
        let expected = reference[key] as! [Double]
        for (column, value) in zip(["f_statistic", "df_model", "df_residual", "p_value"], expected) {
          let own = row[column] as? Double ?? .nan
          #expect(abs(own / value - 1) < 1e-8, "\(name) \(column): \(own) \(value)")
        }
      }
    }
  }
}
