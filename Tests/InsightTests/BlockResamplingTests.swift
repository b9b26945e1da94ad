import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// Intervals from random blocks of rows against those from rows.
@Suite struct BlockResamplingTests {
  private func sorted(_ dataset: Dataset, by name: String) -> Dataset {
    let values = dataset[name]!.doubles
    let rows = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }.map { Int32($0) }
    let chosen = dataset.selecting(rows)
    return Dataset(variables: chosen.variables, rowCount: chosen.rowCount)
  }

  @Test("intervals from blocks are as wide as intervals from rows, in a sorted file too") func widths() throws {
    let plain = Samples.ratings(RandomBlocks.smallestSample, seed: 4)
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 500))
    var frame = try ModelFrame(plain, roles: Samples.roles())
    let blocks = try analysis.fit(to: frame, jobs: 2)
    let ordered = try analysis.fit(to: try ModelFrame(sorted(plain, by: "y"), roles: Samples.roles()), jobs: 2)
    // One stratum of all respondents draws rows.
    frame.strata = [Int32](repeating: 0, count: frame.rowCount)
    frame.strataNames = ["all"]
    let rows = try analysis.fit(to: frame, jobs: 2)
    for fit in [blocks, ordered] { #expect(fit.notes.contains { $0.kind == .blockResampling }) }
    #expect(!rows.notes.contains { $0.kind == .blockResampling })

    func widths(_ fit: DriverAnalysis.Fit) -> [Double] {
      (fit.outcomes[0].methods[0].drivers.map(\.share) + fit.performance).map { $0.high! - $0.low! }
    }
    let expected = widths(rows)
    for fit in [blocks, ordered] {
      let ratios = zip(widths(fit), expected).map { $0 / $1 }
      // Each width has an error of about 5 % from 500 replicates, on both sides, and 2.2 % from the blocks: 7.5 % a ratio.
      for ratio in ratios { #expect(abs(ratio - 1) < 0.3, "\(ratios)") }
      #expect(abs(ratios.reduce(0, +) / Double(ratios.count) - 1) < 0.12, "\(ratios)")
      for (a, b) in zip(fit.outcomes[0].methods[0].drivers, rows.outcomes[0].methods[0].drivers) {
        #expect(abs(a.share.value! - b.share.value!) < 1e-9)
      }
    }
  }

  @Test("resampled errors of coefficients agree with White's") func errors() throws {
    let frame = try ModelFrame(Samples.ratings(RandomBlocks.smallestSample, seed: 9), roles: Samples.roles())
    func errors(_ kind: LinearRegression.ErrorKind, _ replicates: Int) throws -> [Double] {
      try DriverAnalysis(errors: kind, bootstrap: BootstrapSpecification(replicates: replicates), dominance: false)
        .fit(to: frame, jobs: 2).outcomes[0].regression.terms.map { $0.stdError! }
    }
    let ratios = zip(try errors(.bootstrap, 1000), try errors(.hc0, 0)).map { $0 / $1 }
    // √(1/2000 + 1/2000) = 3.2 % each.
    for ratio in ratios { #expect(abs(ratio - 1) < 0.13, "\(ratios)") }
  }

  @Test("the result does not depend on the number of threads, nor BCa on rows") func threads() throws {
    let roles = Samples.roles()
    let data = Samples.ratings(3000, missing: 0.02)
    let model = try ModelMoments(data, roles: roles, resampling: 1)
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 200, interval: .bca))
    let one = try analysis.fit(to: model, roles: roles, jobs: 1)
    let three = try analysis.fit(to: model, roles: roles, jobs: 3)
    for (a, b) in zip(one.outcomes[0].methods[0].drivers, three.outcomes[0].methods[0].drivers) {
      #expect(a.share == b.share && a.share.low != nil)
    }
    #expect(one.performance == three.performance)
    let matrix = try ImportancePerformance().fit(one)
    #expect(matrix.maps[0].positions.allSatisfy { $0.frequencies != nil && $0.effect != nil })
  }

  @Test("a stream's matrix is that of its rows, with the scale declared or not") func matrix() throws {
    let data = Samples.ratings(2000)
    for scale in [RatingScale(1, 7), RatingScale(7, 1), nil] {
      let roles = Samples.roles(scale: scale)
      let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
      let streamed = try ImportancePerformance().fit(
        try analysis.fit(to: try ModelMoments(data, roles: roles), roles: roles))
      let kept = try ImportancePerformance().fit(try analysis.fit(to: try ModelFrame(data, roles: roles)))
      for (a, b) in zip(streamed.maps[0].positions, kept.maps[0].positions) {
        #expect(abs(a.performance.value! - b.performance.value!) < 1e-9)
        #expect(abs(a.effect! - b.effect!) < 1e-9)
        #expect(a.quadrant == b.quadrant && a.priority == b.priority)
      }
    }
  }

  /// Two independent drivers of variance 1 with coefficients 3/5 and 4/5 and noise of variance 1: shares .36 and .64.
  @Test("95 % intervals from blocks hold the population's share 95 times in a hundred") func coverage() throws {
    let simulations = 400
    let roles = Samples.roles(drivers: 2, scale: nil)
    let analysis = DriverAnalysis(
      errors: .bootstrap, bootstrap: BootstrapSpecification(replicates: 200), dominance: false)
    var held = 0
    var heldCoefficient = 0
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 21, stream: UInt64(simulation))
      var columns: [[Double]] = [[], [], []]
      for _ in 0..<1500 {
        let (a, b) = (stream.normal(), stream.normal())
        columns[0].append(a)
        columns[1].append(b)
        columns[2].append(0.6 * a + 0.8 * b + stream.normal())
      }
      let data = Samples.dataset([("x1", columns[0]), ("x2", columns[1]), ("y", columns[2])])
      let fit = try analysis.fit(to: try ModelMoments(data, roles: roles, resampling: 1), roles: roles, jobs: 2)
      let share = fit.outcomes[0].methods[0].drivers[0].share
      if share.low! <= 0.36 && 0.36 <= share.high! { held += 1 }
      let term = fit.outcomes[0].regression.terms[2]
      if term.low! <= 0.8 && 0.8 <= term.high! { heldCoefficient += 1 }
    }
    // The share of 400 has a standard error of 1.1 %.
    #expect(abs(Double(held) / Double(simulations) - 0.95) < 0.035, "\(held)")
    #expect(abs(Double(heldCoefficient) / Double(simulations) - 0.95) < 0.035, "\(heldCoefficient)")
  }
}
