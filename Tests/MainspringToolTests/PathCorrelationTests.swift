import TestSupport
import Testing

/// `sem --correlation` as a process: what it tells, and what it refuses.
@Suite struct PathCorrelationTests {
  private static let model = "satisfaction ~ product_quality; recommend ~ satisfaction"

  @Test func `rank correlations are told as what they are`() throws {
    let result = try Program.run(["sem", "webshop", "--model", Self.model, "--correlation", "spearman"])
    #expect(result.status == 0, "\(result.error)")
    let flat = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("Correlations are fitted, not covariances (--correlation spearman)"))
    #expect(flat.contains("Through satisfaction, more of Product quality goes with more of Would recommend (b 0."))
    #expect(!flat.contains("one more of"))
    #expect(flat.contains("where correlations are fitted; constructs have the unit of an item"))
    let json = try JSONReader(
      Program.run(["sem", "webshop", "--model", Self.model, "--correlation", "spearman", "--format", "json"]).output)
    #expect(json.rows("fit").first?["estimator"] as? String == "ml" && json.rows("parameters").count > 15)
  }

  @Test(
    arguments: [
      (["--correlation", "spearman", "--estimator", "mlr"], "by 'mlr'"),
      (["--correlation", "spearman", "--ordinal", "sat1"], "It finds polychoric correlations itself"),
      (["--correlation", "spearman", "--missing", "em"], "of answers with gaps"),
      (["--correlation", "spearman", "--missing", "impute"], "--correlation spearman"),
      (["--correlation", "spearman", "--invariance", "--by", "segment"], "units of its own"),
      (["--correlation", "spearman", "--equal", "loadings", "--by", "segment"], "the same parameters in all groups"),
      (["--correlation", "spearman", "--scores", "s.csv"], "the answers' own numbers"),
      (["--correlation", "partial"], "hold the other variables constant"),
      (["--correlation", "ranks"], "spearman"), (["--ordinal", "pq1"], "'pq1' (--ordinal) is not among"),
    ]) func refused(_ words: [String], _ says: String) throws
  {
    let result = try Program.run(["sem", "webshop", "--model", "recommend ~ sat1 + sat2"] + words)
    #expect([64, 65].contains(result.status) && result.output.isEmpty, "\(result.output)")
    #expect(result.error.contains(says), "\(result.error)")
  }
}
