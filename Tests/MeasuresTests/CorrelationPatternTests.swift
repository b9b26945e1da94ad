import Measures
import Probability
import Survey
import Testing

/// Pairs of answers counted once, against every row by itself.
@Suite struct CorrelationPatternTests {
  private func frame(_ missing: MissingTreatment, frequencies: Bool) throws -> ModelFrame {
    var random = RandomStream(seed: 4, stream: 0)
    var columns: [[Int8?]] = [[], [], []]
    var weights: [Int8?] = []
    for row in 0..<6000 {
      let common = random.normal()
      for k in 0..<3 { columns[k].append(Int8(min(5, max(1, Int((3.4 + common + random.normal()).rounded()))))) }
      weights.append(Int8(1 + row % 3))
    }
    let dataset = Dataset(
      variables: columns.enumerated().map { Small.ratings("q\($0 + 1)", $1) } + [Small.ratings("f", weights)],
      rowCount: 6000)
    return try ModelFrame(
      dataset,
      roles: AnalysisRoles(
        outcomes: [], players: ["q1", "q2", "q3"].map { Small.player($0) },
        weights: frequencies ? AnalysisRoles.Weighting(variable: "f", kind: .frequency) : nil, missing: missing),
      ratings: false)
  }

  @Test(
    "every kind of correlation is that of the rows",
    arguments: [CorrelationMethod.polychoric, .mixed, .spearman, .kendall], [false, true])
  func same(method: CorrelationMethod, frequencies: Bool) throws {
    // Pairs of complete rows are the same respondents, taken one by one.
    let counted = try CorrelationAnalysis(method: method).fit(to: try frame(.listwise, frequencies: frequencies))
    let rows = try CorrelationAnalysis(method: method).fit(to: try frame(.pairwise, frequencies: frequencies))
    #expect(counted.n == rows.n && counted.names == rows.names)
    for (a, b) in zip(counted.pairs, rows.pairs) {
      #expect(a.a == b.a && a.b == b.b && a.method == b.method && a.n == b.n && a.isExact == b.isExact)
      #expect(abs(a.correlation - b.correlation) < 1e-9)
      for (x, y) in [(a.standardError, b.standardError), (a.low, b.low), (a.high, b.high), (a.pValue, b.pValue)] {
        let (x, y) = (try #require(x), try #require(y))
        #expect(abs(x - y) <= 1e-8 * max(abs(y), 1e-3), "\(method) \(x) \(y)")
      }
    }
    #expect(counted.notes.map(\.kind.name).filter { $0 != "missing_rows" } == rows.notes.map(\.kind.name))
  }
}
