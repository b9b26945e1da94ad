import LinearAlgebra
import Measures
import Platform
import Probability
import Reliability
import Resampling
import Survey
import Testing

/// Closed forms, coverage, and what odd data must give.
@Suite("Reliability: closed forms and simulation") struct ReliabilityPropertyTests {
  /// Rows of one factor with the given loadings.
  static func sample(_ loadings: [Double], rows: Int, seed: UInt64, stream: UInt64) -> ModelFrame {
    var stream = RandomStream(seed: seed, stream: stream)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: rows), count: loadings.count)
    for row in 0..<rows {
      let factor = stream.normal()
      for (j, loading) in loadings.enumerated() {
        columns[j][row] = loading * factor + (1 - loading * loading).squareRoot() * stream.normal()
      }
    }
    return try! frame(columns)
  }

  static func frame(_ columns: [[Double]], missing: MissingTreatment = .listwise) throws -> ModelFrame {
    let variables = columns.enumerated().map { Variable(name: "x\($0 + 1)", values: .double($1)) }
    let players = variables.map { AnalysisRoles.Player(name: $0.name, items: [AnalysisRoles.Item(name: $0.name)]) }
    return try ModelFrame(
      Dataset(variables: variables, rowCount: columns[0].count),
      roles: AnalysisRoles(outcomes: [], players: players, missing: missing), ratings: false)
  }

  static func scale(_ items: Int) -> [ReliabilityAnalysis.Scale] { [.init(name: "x", items: Array(0..<items))] }

  @Test("λ₄ of many items: no exchange of two items makes the best split better") func splitHalves() {
    let k = 18
    var stream = RandomStream(seed: 4, stream: 0)
    var matrix = SymmetricMatrix(order: k)
    for i in 0..<k { for j in 0...i { matrix[i, j] = i == j ? 1 : 0.2 + 0.3 * stream.uniform() } }
    // Two blocks that correlate within: the best halves take one half of each.
    for i in 0..<k { for j in 0..<i where (i < 8) == (j < 8) { matrix[i, j] += 0.3 } }
    let halves = SplitHalves(correlation: matrix)
    let total = matrix.packed.reduce(0) { $0 + 2 * $1 } - Double(k)
    func value(_ mask: Int) -> Double {
      var sum = 0.0
      for i in 0..<k { for j in 0..<i where (mask >> i ^ mask >> j) & 1 == 1 { sum += matrix[i, j] } }
      return 4 * sum / total
    }
    // All 24,310 splits with the first item in the first half.
    let all = (0..<1 << k).filter { $0 & 1 == 1 && $0.nonzeroBitCount == k / 2 }.map(value)
    #expect(abs(halves.best - all.max()!) < 1e-12)
    #expect(abs(halves.worst - all.min()!) < 1e-12)
  }

  @Test("parallel items: every coefficient is Spearman and Brown's") func parallel() throws {
    let r = 0.4
    for k in [2, 3, 5, 17] {
      var matrix = SymmetricMatrix(order: k)
      for i in 0..<k { for j in 0...i { matrix[i, j] = i == j ? 1 : r } }
      let moments = Moments(
        names: (0..<k).map { "x\($0)" }, n: 200, sumOfWeights: 200, sumOfSquaredWeights: 200, means: nil,
        scatter: SymmetricMatrix(order: k, packed: matrix.packed.map { $0 * 199 }), isCorrelation: true)
      let fit = try ReliabilityAnalysis(scales: Self.scale(k), bootstrap: BootstrapSpecification(replicates: 0))
        .fit(to: moments)
      let own = fit.scales[0]
      let expected = Double(k) * r / (1 + Double(k - 1) * r)
      for value in [
        own.alpha.value, own.standardizedAlpha, own.lambda2, own.omegaTotal.value, own.compositeReliability.value,
      ] {
        #expect(abs(value! - expected) < 1e-6, "\(k): \(value!) \(expected)")
      }
      #expect(abs(own.averageVarianceExtracted.value! - r) < 1e-6)
      if k % 2 == 0 { #expect(abs(own.halves!.best - expected) < 1e-12 && abs(own.halves!.worst - expected) < 1e-12) }
      #expect(own.halves!.isExact == (k <= 16))
      if k > 3 { #expect(abs(own.check!.chiSquared!) < 1e-6 && abs(own.check!.srmr) < 1e-6) }
    }
  }

  /// Items of equal loadings, so that ω and α are the same number and Feldt's assumptions hold.
  @Test("intervals of α and ω hold the truth as often as they say") func coverage() throws {
    let loadings = [0.7, 0.7, 0.7, 0.7]
    let truth = 4 * 0.49 / (1 + 3 * 0.49)
    let runs = 200
    var feldt = 0
    var alpha = 0
    var omega = 0
    for run in 0..<runs {
      let frame = Self.sample(loadings, rows: 200, seed: 11, stream: UInt64(run))
      let plain = try ReliabilityAnalysis(scales: Self.scale(4), bootstrap: BootstrapSpecification(replicates: 0))
        .fit(to: frame).scales[0]
      if plain.alpha.interval!.contains(truth) { feldt += 1 }
      let drawn = try ReliabilityAnalysis(
        scales: Self.scale(4), bootstrap: BootstrapSpecification(replicates: 300, seed: UInt64(run + 1))
      ).fit(to: frame).scales[0]
      if drawn.alpha.interval!.contains(truth) { alpha += 1 }
      if drawn.omegaTotal.interval!.contains(truth) { omega += 1 }
    }
    // Three standard errors of 200 runs are 4.6 points; percentile intervals of 200 rows lose one or two.
    for (name, count) in [("Feldt", feldt), ("α", alpha), ("ω", omega)] {
      #expect(Double(count) / Double(runs) > 0.90 && Double(count) / Double(runs) <= 0.995, "\(name): \(count)")
    }
  }

  @Test("a reversed item is named, and so is negative α") func reversed() throws {
    let frame = Self.sample([0.8, 0.7, -0.7, 0.75], rows: 400, seed: 3, stream: 0)
    let fit = try ReliabilityAnalysis(scales: Self.scale(4), bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: frame)
    #expect(fit.notes.contains { $0.kind == .reversedItems && $0.message.contains("'x3' of 'x'") })
    let opposed = Self.sample([0.8, -0.8], rows: 400, seed: 3, stream: 1)
    let negative = try ReliabilityAnalysis(scales: Self.scale(2), bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: opposed)
    #expect(negative.scales[0].alpha.value! < 0)
    #expect(negative.notes.contains { $0.kind == .negativeAlpha })
  }

  @Test("one item, items that repeat each other, more items than respondents") func oddScales() throws {
    let frame = Self.sample([0.8, 0.7, 0.6], rows: 300, seed: 5, stream: 0)
    let single = try ReliabilityAnalysis(
      scales: [.init(name: "a", items: [0]), .init(name: "b", items: [1, 2])],
      bootstrap: BootstrapSpecification(replicates: 60)
    ).fit(to: frame)
    #expect(single.scales[0].alpha.value == nil && single.scales[1].alpha.value != nil && single.pairs.isEmpty)
    #expect(single.notes.contains { $0.kind == .singleItem })
    #expect(single.scales[1].alpha.interval != nil)

    let x = (0..<40).map { Double($0 * 7 % 11) }
    let same = try ReliabilityAnalysis(scales: Self.scale(3), bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: Self.frame([x, x, x.enumerated().map { $1 + Double($0 % 3) }]))
    #expect(same.scales[0].alpha.value! > 0.9 && same.scales[0].lambda6 == nil && same.scales[0].check == nil)
    #expect(same.notes.contains { $0.kind == .noOneFactorModel })

    let few = Self.sample([0.8, 0.7, 0.6, 0.7, 0.8, 0.7], rows: 5, seed: 6, stream: 0)
    let fit = try ReliabilityAnalysis(scales: Self.scale(6), bootstrap: BootstrapSpecification(replicates: 50))
      .fit(to: few)
    #expect(fit.scales[0].alpha.value != nil && fit.scales[0].check == nil)
  }

  @Test("constant items and negative variances stop with their name") func faults() throws {
    #expect(throws: DataFault.constant(variable: "x2", value: 3)) {
      try Self.frame([[1, 2, 3, 4], [3, 3, 3, 3]])
    }
    var scatter = SymmetricMatrix(order: 2)
    (scatter[0, 0], scatter[1, 1]) = (1, -1)
    let moments = Moments(
      names: ["a", "b"], n: 10, sumOfWeights: 10, sumOfSquaredWeights: 10, means: nil, scatter: scatter)
    #expect {
      try ReliabilityAnalysis(scales: Self.scale(2), bootstrap: BootstrapSpecification(replicates: 0)).fit(to: moments)
    } throws: {
      "\($0)".contains("negative variance of 'b'")
    }
  }

  @Test("results do not depend on the number of threads") func jobs() throws {
    let frame = Self.sample([0.8, 0.7, 0.6, 0.7], rows: 150, seed: 9, stream: 0)
    let analysis = ReliabilityAnalysis(
      scales: [.init(name: "a", items: [0, 1]), .init(name: "b", items: [2, 3])],
      bootstrap: BootstrapSpecification(replicates: 100))
    let one = try analysis.fit(to: frame, jobs: 1)
    let three = try analysis.fit(to: frame, jobs: 3)
    #expect(one.pairs == three.pairs)
    #expect(one.scales.map(\.alpha) == three.scales.map(\.alpha))
    #expect(one.pairs[0].htmt.interval != nil)
  }
}
