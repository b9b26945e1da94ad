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

  @Test func `clusters are drawn whole, and strata keep their numbers`() {
    let clusters: [Int32] = [0, 0, 1, 2, 2, 2, 3, 3, 5, 5]
    let strata: [Int32] = [0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
    let resampler = RowResampler(rowCount: 10, clusters: clusters, strata: strata)
    for w in draws(resampler, 500) {
      for (i, a) in clusters.enumerated() { for (j, b) in clusters.enumerated() where a == b { #expect(w[i] == w[j]) } }
      #expect(w[0] + w[2] == 2)
      #expect(w[3] + w[6] + w[8] == 3)
    }
    let onlyStrata = RowResampler(rowCount: 10, strata: strata)
    for w in draws(onlyStrata, 200) {
      #expect(w[..<3].reduce(0, +) == 3 && w[3...].reduce(0, +) == 7)
    }
    let drawn = draws(onlyStrata, 20_000)
    #expect(abs(mean(drawn.map { $0[9] }) - 1) < 0.04)
    let weighted = RowResampler(
      rowCount: 10, multiplier: (1...10).map(Double.init), clusters: clusters, strata: strata)
    for (a, b) in zip(draws(resampler, 20), draws(weighted, 20)) {
      #expect(b == a.enumerated().map { Double($0 + 1) * $1 })
    }
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
