import Probability
import Resampling
import Testing

@Suite struct RowResamplerTests {
  /// The mean and covariance-free summary of many draws: counts per row.
  private func draws(_ resampler: RowResampler, _ count: Int, seed: UInt64 = 1) -> [[Double]] {
    (0..<count).map { i in
      var stream = RandomStream(seed: seed, stream: UInt64(i))
      return weights(resampler) { resampler.draw(stream: &stream, into: $0) }
    }
  }

  private func weights(_ resampler: RowResampler, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
    var out = [Double](repeating: -1, count: resampler.rowCount)
    out.withUnsafeMutableBufferPointer { fill($0) }
    return out
  }

  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
  private func variance(_ x: [Double]) -> Double {
    let m = mean(x)
    return x.reduce(0) { $0 + ($1 - m) * ($1 - m) } / Double(x.count - 1)
  }

  @Test func `plain rows are drawn as often as there are rows, multinomially`() {
    let n = 20
    let all = draws(RowResampler(rowCount: n), 20_000)
    for weights in all { #expect(weights.reduce(0, +) == Double(n)) }
    for row in 0..<n {
      // Counts are binomial(n, 1/n): mean 1, variance 1 − 1/n. Five standard errors.
      let counts = all.map { $0[row] }
      #expect(abs(mean(counts) - 1) < 5 * (0.95 / 20_000).squareRoot())
      #expect(abs(variance(counts) - 0.95) < 0.07)
    }
  }

  @Test func `sampling weights stay glued to their rows`() {
    let w = [0.5, 2, 0, 3.25, 1]
    let plain = draws(RowResampler(rowCount: 5), 50)
    let weighted = draws(RowResampler(rowCount: 5, multiplier: w), 50)
    for (a, b) in zip(plain, weighted) { #expect(b == zip(a, w).map { $0 * $1 }) }
  }

  @Test func `a frequency is as many respondents`() {
    let f: [Double] = [3, 0, 1, 10, 6]
    let all = draws(RowResampler(rowCount: 5, frequency: f), 20_000)
    for weights in all { #expect(weights.reduce(0, +) == 20 && weights[1] == 0) }
    for row in 0..<5 where f[row] > 0 {
      // Of 20 respondents drawn: binomial(20, f/20), as if the rows were repeated.
      let p = f[row] / 20
      let counts = all.map { $0[row] }
      #expect(abs(mean(counts) - f[row]) < 5 * (20 * p * (1 - p) / 20_000).squareRoot())
      #expect(abs(variance(counts) / (20 * p * (1 - p)) - 1) < 0.06)
    }
  }

  @Test func `clusters are drawn whole, and strata keep their totals`() {
    let clusters: [Int32] = [0, 0, 1, 2, 2, 2, 3, 3, 5, 5]
    let strata: [Int32] = [0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
    let resampler = RowResampler(rowCount: 10, clusters: clusters, strata: strata)
    for w in draws(resampler, 500) {
      for (i, a) in clusters.enumerated() { for (j, b) in clusters.enumerated() where a == b { #expect(w[i] == w[j]) } }
      // Of two clusters one is drawn and counts twice; of three two, which count 1.5 times.
      #expect(w[0] + w[2] == 2 && w[0] * w[2] == 0)
      #expect(w[3] + w[6] + w[8] == 3)
    }
    let onlyStrata = RowResampler(rowCount: 10, strata: strata)
    for w in draws(onlyStrata, 200) {
      #expect(abs(w[..<3].reduce(0, +) - 3) < 1e-12 && abs(w[3...].reduce(0, +) - 7) < 1e-12)
    }
    let drawn = draws(onlyStrata, 20_000)
    #expect(abs(mean(drawn.map { $0[9] }) - 1) < 0.04)
    let weighted = RowResampler(
      rowCount: 10, multiplier: (1...10).map(Double.init), clusters: clusters, strata: strata)
    for (a, b) in zip(draws(resampler, 20), draws(weighted, 20)) {
      #expect(b == a.enumerated().map { Double($0 + 1) * $1 })
    }
  }

  /// What each unit is worth; the variance of their total over a design is Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ(z − z̄_h)².
  private static let worth: [Double] = [2, -1, 0.5, 4, 3, -2, 1, 0, 2.5]

  private func design(
    _ units: [Double], _ fractions: [Double], keepsLoneUnits: Bool = true
  ) -> RowResampler.Design {
    .init(units: units, fractions: fractions, keepsLoneUnits: keepsLoneUnits, isRescaled: true)
  }

  /// The variance that theory gives for totals of a stratum of which `values` have a row.
  private func theory(_ values: [Double], units n: Double, fraction: Double = 0) -> Double {
    let sum = values.reduce(0, +)
    return (1 - fraction) * n / (n - 1) * (values.reduce(0) { $0 + $1 * $1 } - sum * sum / n)
  }

  @Test func `totals of resamples vary as the linearised variance says`() {
    let strata: [Int32] = [0, 0, 1, 1, 1, 1, 1, 1, 1]
    let worth = Self.worth
    for (units, fractions) in [
      ([2.0, 7], [0.0, 0]), ([2, 7], [0.5, 0.2]), ([5, 60], [0, 0]), ([3, 8], [0.9, 1]),
    ] {
      let resampler = RowResampler(rowCount: 9, strata: strata, design: design(units, fractions))
      let totals = draws(resampler, 40_000).map { zip($0, worth).reduce(0) { $0 + $1.0 * $1.1 } }
      let expected =
        theory(Array(worth[..<2]), units: units[0], fraction: fractions[0])
        + theory(Array(worth[2...]), units: units[1], fraction: fractions[1])
      #expect(abs(variance(totals) / expected - 1) < 0.05, "\(units) \(fractions)")
      #expect(abs(mean(totals) - worth.reduce(0, +)) < 5 * (expected / 40_000).squareRoot())
      #expect(draws(resampler, 500, seed: 2).allSatisfy { $0.allSatisfy { $0 >= 0 } })
    }
  }

  @Test func `totals of two stages vary as the linearised variance says`() {
    // Four clusters in two strata of 2 and 3 clusters (one of the latter has no row); units of the second stage within them, some
    // of two rows.
    let clusters: [Int32] = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3]
    let subunits: [Int32] = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    let strata: [Int32] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    let worth = [2.0, 5, 1, 7, 3, -2, 4, 6, 1, 8]
    // Totals of the units by cluster, and how many the whole sample has.
    let units: [([Double], Double)] = [([7, 1], 2), ([7, 3], 3), ([-2, 4], 2), ([6, 1, 8], 5)]
    for (first, second) in [
      ([0.6, 0.5], [0.3, 0.5, 1, 0.2]), ([1, 1], [0.3, 0.5, 0.1, 0.2]), ([0.9, 0.95], [0, 0, 0, 0]),
    ] {
      var own = design([2, 3], first)
      own.clusterUnits = units.map(\.1)
      own.clusterFractions = second
      let resampler = RowResampler(rowCount: 10, clusters: clusters, subunits: subunits, strata: strata, design: own)
      let all = draws(resampler, 40_000)
      let totals = all.map { zip($0, worth).reduce(0) { $0 + $1.0 * $1.1 } }
      let sums = units.map { $0.0.reduce(0, +) }
      var expected = 0.0
      if first[0] < 1 { expected += theory(Array(sums[..<2]), units: 2, fraction: first[0]) }
      if first[1] < 1 { expected += theory(Array(sums[2...]), units: 3, fraction: first[1]) }
      for (k, unit) in units.enumerated() {
        expected += first[k / 2] * theory(unit.0, units: unit.1, fraction: second[k])
      }
      #expect(abs(variance(totals) / expected - 1) < 0.05, "\(first) \(second) \(variance(totals)) \(expected)")
      #expect(abs(mean(totals) - worth.reduce(0, +)) < 5 * (expected / 40_000).squareRoot())
      #expect(all.allSatisfy { $0.allSatisfy { $0 >= 0 } && $0[0] == $0[1] })
      #expect(resampler.degrees == (first[0] < 1 ? 2 : 5))
    }
    // A second stage that adds nothing draws nothing: the same weights as without it.
    var small = design([2, 3], [0, 0])
    small.clusterUnits = units.map(\.1)
    small.clusterFractions = [0.5, 0.5, 0.5, 0.5]
    let plain = RowResampler(rowCount: 10, clusters: clusters, strata: strata, design: design([2, 3], [0, 0]))
    #expect(
      draws(RowResampler(rowCount: 10, clusters: clusters, subunits: subunits, strata: strata, design: small), 20)
        == draws(plain, 20))
  }

  @Test func `frequencies in strata are as many respondents`() {
    // Three respondents answer 1, five answer 4: the variance of Σx is 8/7·(3·1 + 5·16 − 23²/8).
    let resampler = RowResampler(rowCount: 2, frequency: [3, 5], strata: [0, 0])
    let totals = draws(resampler, 40_000).map { $0[0] + 4 * $0[1] }
    #expect(abs(variance(totals) / (8.0 / 7 * (83 - 529.0 / 8)) - 1) < 0.05)
  }

  @Test func `a stratum with one unit keeps it, or takes it twice or not at all`() {
    let strata: [Int32] = [0, 1, 1]
    let kept = RowResampler(rowCount: 3, strata: strata, design: design([1, 2], [0, 0]))
    #expect(draws(kept, 200).allSatisfy { $0[0] == 1 && $0[1] + $0[2] == 2 })
    let tossed = RowResampler(rowCount: 3, strata: strata, design: design([1, 2], [0, 0], keepsLoneUnits: false))
    let first = draws(tossed, 20_000).map { $0[0] }
    #expect(Set(first) == [0, 2])
    #expect(abs(variance(first) - 1) < 0.01 && abs(mean(first) - 1) < 0.04)
    let jackknife = Jackknife(kept, seed: 1)
    #expect(jackknife.count == 2)
  }

  @Test func `units without a row are drawn too`() {
    // 6 of 40 units have a row: 39 are drawn, 39·6/40 of them on average have one; each counts 40/39 times.
    let resampler = RowResampler(
      rowCount: 6, clusters: [0, 1, 2, 3, 4, 5], strata: [0, 0, 0, 0, 0, 0], design: design([40], [0]))
    let drawn = draws(resampler, 40_000).map { $0.reduce(0, +) * 39 / 40 }
    #expect(abs(mean(drawn) - 5.85) < 0.06)
    #expect(abs(variance(drawn) / (39 * 0.15 * 0.85) - 1) < 0.04)
    #expect(drawn.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
    // Without the first the five others of its stratum count for forty.
    let omitted = weights(resampler) { Jackknife(resampler, seed: 1).omit(0, into: $0) }
    #expect(omitted == [0, 1, 1, 1, 1, 1])
  }

  @Test func `no rows, one row`() {
    #expect(draws(RowResampler(rowCount: 0), 2) == [[], []])
    #expect(draws(RowResampler(rowCount: 1), 2) == [[1], [1]])
    #expect(draws(RowResampler(rowCount: 2, frequency: [0, 0]), 1) == [[0, 0]])
  }

  @Test func `the jackknife leaves each unit out once`() {
    let plain = Jackknife(RowResampler(rowCount: 4, multiplier: [1, 2, 3, 4]), seed: 1)
    #expect(plain.count == 4)
    #expect(
      (0..<4).map { g in weights(plain.resampler) { plain.omit(g, into: $0) } }
        == [[0, 2, 3, 4], [1, 0, 3, 4], [1, 2, 0, 4], [1, 2, 3, 0]])

    let repeated = Jackknife(RowResampler(rowCount: 3, frequency: [2, 0, 5]), seed: 1)
    #expect(repeated.count == 2)
    #expect(weights(repeated.resampler) { repeated.omit(1, into: $0) } == [2, 0, 4])
    #expect([0, 1].map(repeated.multiplicity) == [2, 5])

    let clustered = Jackknife(
      RowResampler(rowCount: 5, clusters: [0, 1, 1, 2, 3], strata: [0, 0, 0, 1, 1]), seed: 1)
    #expect(clustered.count == 4)
    // The other cluster of the stratum counts double.
    #expect(weights(clustered.resampler) { clustered.omit(1, into: $0) } == [2, 0, 0, 1, 1])
  }

  @Test(arguments: [1001, 1999, 2436, 10_007])
  func `beyond 1000 units equal groups are left out`(_ n: Int) {
    let jackknife = Jackknife(RowResampler(rowCount: n), seed: 3)
    #expect(jackknife.count >= 500 && jackknife.count <= 1000)
    var times = [Double](repeating: 0, count: n)
    var sizes: Set<Int> = []
    for group in 0..<jackknife.count {
      let w = weights(jackknife.resampler) { jackknife.omit(group, into: $0) }
      sizes.insert(w.count(where: { $0 == 0 }))
      for i in 0..<n { times[i] += 1 - w[i] }
    }
    #expect(times.allSatisfy { $0 == 1 })
    #expect(sizes.max()! - sizes.min()! <= 1)
  }
}
