import Foundation
import TestSupport
import Testing

/// A selection of rows from a cluster sample is a domain: its errors are those of survey::svyglm on subset(design).
@Suite struct DomainTests {
  @Test("clusters without a selected respondent count in the errors") func domain() throws {
    // Tests/References/regression/domain.R, R 4.2.2 with survey.
    let folder = Program.root.appending(path: "Tests/References/regression")
    let reference = try JSONReader(
      String(contentsOf: folder.appending(path: "domain.json"), encoding: .utf8)
    ).object
    let options = [
      "drivers", folder.appending(path: "domain.csv").path, "--outcome", "y", "--drivers", "a,b", "--weights", "w",
      "--strata", "st", "--cluster", "cl", "--bootstrap", "0", "--format", "json", "--quiet",
    ]
    for selection in [["--where", "g = 'yes'"], ["--by", "g"]] {
      let result = try Program.run(options + selection)
      #expect(result.status == 0, "\(result.error)")
      let json = try JSONReader(result.output)
      let rows = json.rows("coefficients").filter { $0["group"] == nil || $0["group"] as? String == "yes" }
      #expect(json.rows("fit").contains { $0["n"] as? Int == reference["n"] as? Int })
      let estimates = try #require(reference["estimate"] as? [Double])
      let errors = try #require(reference["std_error"] as? [Double])
      #expect(rows.count == 3)
      for (row, (estimate, error)) in zip(rows, zip(estimates, errors)) {
        #expect(abs(row["estimate"] as! Double - estimate) < 1e-10)
        #expect(abs(row["std_error"] as! Double - error) < 1e-10)
        #expect(row["df"] as? Int == reference["df"] as? Int)
      }
    }
  }
}
