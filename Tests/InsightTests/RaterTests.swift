import Insight
import Measures
import Regression
import Resampling
import Survey
import Testing

/// Performance is that of everybody who rated an item, whatever else they left unanswered.
@Suite struct RaterTests {
  /// Answers on 1 … 5 with holes in every column; w 1, 2, 3, 1, 2, 3, …
  private static let x1: [Double?] = [1, 5, nil, 4, 2, 3, 5, 4, nil, 2, 5, 1, 3, 4, 2, 5, 3, 1, 4, 2]
  private static let x2: [Double?] = [2, 4, 5, nil, 1, 3, 4, 5, 2, 2, nil, 1, 4, 4, 3, 5, 2, 1, 5, 3]
  private static let y: [Double?] = [3, 9, 8, 7, nil, 5, 9, 8, 2, 4, 10, nil, 6, 7, 4, 9, 4, 1, nil, nil]
  private static let w: [Double] = (0..<20).map { (i: Int) -> Double in Double(i % 3 + 1) }

  private static func filled(_ values: [Double?]) -> [Double] { values.map { $0 ?? .nan } }
  private static var columns: [(String, [Double])] { [("x1", filled(x1)), ("x2", filled(x2)), ("y", filled(y))] }

  private static func frequency(_ values: [Double?]) -> Double {
    var sum = 0.0
    for (value, weight) in zip(values, w) where value != nil { sum += weight }
    return sum
  }

  private static func survey() -> Dataset {
    let columns: [(String, [Double])] = Self.columns
    let g: [Double] = (0..<20).map { (i: Int) -> Double in Double(i / 4) }
    return Samples.dataset(columns + [("w", w), ("g", g)])
  }

  private static func roles(
    _ weights: AnalysisRoles.Weighting? = nil, reversed: Bool = false, cluster: String? = nil
  ) -> AnalysisRoles {
    AnalysisRoles(
      outcomes: [.init(name: "y")],
      players: [
        .init(name: "x1", items: [.init(name: "x1", scale: reversed ? RatingScale(5, 1) : RatingScale(1, 5))]),
        .init(name: "x2", items: [.init(name: "x2", scale: RatingScale(1, 5))]),
      ], weights: weights, cluster: cluster)
  }

  /// Σw·(x − 1)/4·100/Σw over all who answered.
  private static func mean(_ values: [Double?], _ weights: [Double]) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (value, weight) in zip(values, weights) {
      guard let value else { continue }
      sum += weight * (value - 1) * 25
      total += weight
    }
    return sum / total
  }

  @Test("means and counts are over all answers, by rows, weights and frequencies; R² over complete rows") func means()
    throws
  {
    let ones = [Double](repeating: 1, count: 20)
    for (weighting, weights, counts) in [
      (nil, ones, [18.0, 18]), (AnalysisRoles.Weighting(variable: "w", kind: .sampling), Self.w, [18, 18]),
      (
        AnalysisRoles.Weighting(variable: "w", kind: .frequency), Self.w,
        [Self.frequency(Self.x1), Self.frequency(Self.x2)]
      ),
    ] as [(AnalysisRoles.Weighting?, [Double], [Double])] {
      let roles = Self.roles(weighting)
      let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 200, seed: 1))
        .fit(to: ModelFrame(Self.survey(), roles: roles))
      for (k, values) in [Self.x1, Self.x2].enumerated() {
        let expected = Self.mean(values, weights)
        #expect(abs(fit.performance[k].value! - expected) < 1e-10)
        #expect(fit.performance[k].low! < expected && expected < fit.performance[k].high!)
        #expect(fit.performanceCounts[k] == counts[k])
      }
      #expect(fit.rowsUsed == 12)
      #expect(fit.rowLoss?.read == 20 && fit.rowLoss?.used == 12)
      // The regression is of the complete rows alone.
      var rows: [Int32] = []
      for i in 0..<20 where Self.x1[i] != nil && Self.x2[i] != nil && Self.y[i] != nil { rows.append(Int32(i)) }
      let complete = Self.survey().selecting(rows)
      let alone = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
        .fit(to: ModelFrame(complete, roles: roles))
      #expect(alone.outcomes[0].regression.rSquared == fit.outcomes[0].regression.rSquared)
      #expect(alone.performance != fit.performance)
    }
  }

  @Test("a stream that keeps no rows says the same, with its blocks and a reversed scale") func stream() throws {
    let data = Samples.ratings(4000, seed: 5, missing: 0.08)
    for roles in [Samples.roles(), Samples.roles(scale: RatingScale(7, 1))] {
      let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 100, seed: 1))
      let rows = try analysis.fit(to: ModelFrame(data, roles: roles))
      let stream = try analysis.fit(to: ModelMoments(data, roles: roles, resampling: 1), roles: roles)
      let frame = try ModelFrame(data, roles: roles)
      #expect(frame.raters != nil)
      let blocks = BlockMoments(frame, dealing: RandomBlocks(seed: 1))
      #expect(blocks.itemCount == 4)
      for (a, b) in zip(rows.performance, stream.performance) {
        #expect(abs(a.value! - b.value!) < 1e-9)
        #expect(abs((a.high! - a.low!) / (b.high! - b.low!) - 1) < 0.5)
      }
      #expect(rows.performanceCounts == stream.performanceCounts)
      #expect(rows.performanceCounts.allSatisfy { $0! > rows.n })
    }
  }

  @Test("who has no cluster counts nowhere, and threads change nothing") func design() throws {
    var roles = Self.roles(cluster: "g")
    let frame = try ModelFrame(Self.survey(), roles: roles)
    #expect(frame.raters?.clusters?.count == frame.ratingRowCount)
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 100, seed: 1))
    #expect(try analysis.fit(to: frame, jobs: 1).performance == analysis.fit(to: frame, jobs: 3).performance)
    let g: [Double] = (0..<20).map { (i: Int) -> Double in i < 4 ? .nan : Double(i / 4) }
    var columns: [(String, [Double])] = Self.columns
    columns.append(("g", g))
    roles = Self.roles(cluster: "g")
    let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: ModelFrame(Samples.dataset(columns), roles: roles))
    let expected = Self.mean(Array(Self.x1.dropFirst(4)), [Double](repeating: 1, count: 16))
    #expect(abs(fit.performance[0].value! - expected) < 1e-10)
  }

  @Test("every row of the matrix has its n") func matrix() throws {
    let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: ModelFrame(Self.survey(), roles: Self.roles()))
    #expect(try ImportancePerformance().fit(fit).maps[0].positions.map(\.n) == [18, 18])
  }
}
