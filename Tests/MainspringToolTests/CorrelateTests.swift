import Foundation
import Testing

/// `correlate` as a process.
@Suite struct CorrelateTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path
  static let items = ["correlate", study, "--variables", "pq1:pq4", "--quiet"]
  static let csv = """
    a,b,c,t,k
    1,2,5,x,3
    2,1,4,y,3
    3,4,4,x,3
    4,3,2,y,3
    5,5,1,x,3
    3,5,3,y,3
    2,,3,x,3
    4,4,,y,3

    """

  static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("a row for every pair, in the columns of the contract")
  func pairs() throws {
    let result = try Program.run(Self.items + ["--format", "csv"])
    #expect(result.status == 0, "\(result.error)")
    let rows = Self.rows(result.output)
    #expect(rows[0].joined(separator: " ") == "a b correlation conf_low conf_high p_value n method a_label b_label")
    #expect(
      rows.dropFirst().map { $0[0] + $0[1] } == ["pq1pq2", "pq1pq3", "pq2pq3", "pq1pq4", "pq2pq4", "pq3pq4"])
    for row in rows.dropFirst() {
      let numbers = row[2...5].compactMap { Double($0) }
      #expect(numbers.count == 4 && numbers[1] < numbers[0] && numbers[0] < numbers[2], "\(row)")
    }
  }

  @Test(
    "every method answers",
    arguments: ["pearson", "spearman", "kendall", "partial", "polychoric", "mixed"])
  func methods(_ method: String) throws {
    let result = try Program.run(Self.items + ["--method", method, "--format", "csv"])
    #expect(result.status == 0, "\(result.error)")
    let expected = method == "mixed" ? "polychoric" : method
    #expect(Self.rows(result.output).dropFirst().allSatisfy { $0[7] == expected })
  }

  @Test("without --variables a study's own drivers and outcomes are taken")
  func studyWithoutConstructs() throws {
    let result = try Program.run(["correlate", "attitude", "--format", "csv", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    #expect(Self.rows(result.output).count == 1 + 7 * 6 / 2)
  }

  @Test("text fits 80 columns, also of many variables")
  func width() throws {
    let all = try Program.run(["correlate", Self.study, "--quiet"])
    #expect(all.status == 0, "\(all.error)")
    #expect(all.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(all.output.contains("Strongest:"))
  }

  @Test("pairwise deletion says whose n it is")
  func pairwise() throws {
    let result = try Program.run(
      ["correlate", "data.csv", "--variables", "a,b,c", "--missing", "pairwise", "--format", "csv", "--quiet"],
      csv: Self.csv)
    #expect(result.status == 0, "\(result.error)")
    #expect(Self.rows(result.output).dropFirst().map { $0[6] } == ["7", "7", "6"])
    let listwise = try Program.run(
      ["correlate", "data.csv", "--variables", "a,b,c", "--format", "csv", "--quiet"], csv: Self.csv)
    #expect(Self.rows(listwise.output).dropFirst().map { $0[6] } == ["6", "6", "6"])
  }

  @Test("resampled intervals are the same whatever --jobs")
  func jobs() throws {
    let options = ["--method", "polychoric", "--bootstrap", "80", "--format", "json"]
    let one = try Program.run(Self.items + options + ["--jobs", "1"])
    let two = try Program.run(Self.items + options + ["--jobs", "2"])
    #expect(one.status == 0, "\(one.error)")
    #expect(one.output == two.output)
  }

  @Test("a published matrix")
  func matrix() throws {
    let result = try Program.run(
      ["correlate", "data.csv", "--n", "100", "--method", "partial", "--format", "csv", "--quiet"],
      csv: ",x,y,z\nx,1,,\ny,0.5,1,\nz,0.3,0.4,1\n")
    #expect(result.status == 0, "\(result.error)")
    // (0.5 − 0.3·0.4)/√((1 − 0.09)(1 − 0.16))
    #expect(abs(Double(Self.rows(result.output)[1][2])! - 0.43463356) < 1e-8)
  }

  @Test("groups, and a picture")
  func groups() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      Self.items + ["--by", "segment", "--output", "r.svg", "--output", "r.csv"], directory: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("r.svg").contains("segment = "))
    #expect(try folder.text("r.csv").hasPrefix("by,group,a,b,correlation"))
  }

  @Test(
    "bad input is a sentence",
    arguments: [
      (["--variables", "a,k"], 65, "Column 'k' has the same value, 3, in every row used"),
      (["--variables", "a,t"], 65, "Column 't' holds text and cannot be correlated."),
      (["--variables", "a"], 64, "No pair of variables is named."),
      (["--variables", "a,q"], 65, "There is no column 'q'."),
      (["--variables", "a,b", "--always", "c"], 64, "only partial correlations do"),
      (["--variables", "a,b", "--method", "tetrachoric"], 64, "tetrachoric"),
      (["--variables", "a,b", "--bootstrap", "3"], 64, "at least 40 resamples"),
      (["--variables", "a,b", "--method", "polyserial"], 64, "there is no such pair here"),
    ])
  func faults(_ options: [String], _ status: Int32, _ sentence: String) throws {
    let result = try Program.run(["correlate", "data.csv"] + options, csv: Self.csv)
    #expect(result.status == status, "\(result.status) \(result.error)")
    #expect(result.error.contains(sentence), "\(result.error)")
    #expect(result.output.isEmpty)
  }
}
