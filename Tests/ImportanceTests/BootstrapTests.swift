import Importance
import LinearAlgebra
import Measures
import Probability
import Resampling
import Testing

@Suite struct BootstrapTests {
  private func bootstrap(
    _ rows: [[Double]], players: [[Int]], methods: [ImportanceMethod] = [.lmg], resampler: RowResampler? = nil
  ) -> ImportanceBootstrap {
    let q = rows[0].count
    let columns = (0..<q).flatMap { j in rows.map { $0[j] } }
    let engine = ImportanceEngine(problem: ImportanceProblem(players: players, outcome: 0), methods: methods)
    return ImportanceBootstrap(
      engine: engine, products: WeightedProducts(columns: columns, rowCount: rows.count, columnCount: q),
      resampler: resampler ?? RowResampler(rowCount: rows.count))
  }

  @Test func `attitude's intervals agree with relaimpo's within Monte Carlo error`() throws {
    let reference = try #require(try Reference.json()["attitude_bootstrap"] as? [String: Any])
    let lower = try #require(reference["lmg_lower"] as? [String: Double])
    let upper = try #require(reference["lmg_upper"] as? [String: Double])
    let (names, rows) = try Reference.table("attitude.csv")
    let own = bootstrap(rows, players: (1...6).map { [$0] }).replicates(count: 20_000, seed: 7, jobs: 2)
    #expect(own.failureCount == 0)
    for k in 1...6 {
      let column = own.column(1 + k).sorted()
      // The reference's 5000 replicates: a quantile at p is an order statistic with a binomial number below it, standard
      // error √(p(1 − p)/5000) in probability = 0.0022; four of them, and our own quarter of that.
      let low = Quantile.ofSorted(column, 0.025 - 0.0095)...Quantile.ofSorted(column, 0.025 + 0.0095)
      let high = Quantile.ofSorted(column, 0.975 - 0.0095)...Quantile.ofSorted(column, 0.975 + 0.0095)
      #expect(low.contains(lower[names[k]]!), "\(names[k])")
      #expect(high.contains(upper[names[k]]!), "\(names[k])")
    }
  }

  @Test func `a replicate is the analysis of its rows`() throws {
    let (_, rows) = try Reference.table("swiss.csv")
    let methods: [ImportanceMethod] = [.lmg, .last, .genizi, .pratt]
    let own = bootstrap(rows, players: (1...5).map { [$0] }, methods: methods)
    let all = own.replicates(count: 30, seed: 3, jobs: 2)
    for i in [0, 17, 29] {
      var stream = RandomStream(seed: 3, stream: UInt64(i))
      var weights = [Double](repeating: 0, count: rows.count)
      weights.withUnsafeMutableBufferPointer { own.resampler.draw(stream: &stream, into: $0) }
      let repeated = zip(rows, weights).flatMap { [[Double]](repeating: $0.0, count: Int($0.1)) }
      let expected = try own.engine.numbers(scatter(repeated))
      #expect(close(Array(all.values[i * all.width..<(i + 1) * all.width]), expected, 1e-11))
    }
  }

  @Test func `the same bits for any number of threads, with failures and groups`() {
    var rows = randomRows(12, columns: 5, seed: 1)
    // An outcome that is constant in many resamples.
    for i in rows.indices { rows[i][0] = i == 4 ? 1 : 0 }
    let own = bootstrap(rows, players: [[1, 3], [2], [4]])
    let one = own.replicates(count: 300, seed: 5, jobs: 1)
    #expect(one.failuresByReason.map(\.reason) == [.outcomeConstant])
    // (11/12)¹² = 0.352 of the resamples miss the one row; four standard errors.
    #expect(abs(Double(one.failureCount) / 300 - 0.352) < 0.11)
    for jobs in [2, 3, 7] {
      let other = own.replicates(count: 300, seed: 5, jobs: jobs)
      #expect(other.values.map(\.bitPattern) == one.values.map(\.bitPattern) && other.failure == one.failure)
    }
  }

  @Test func `the jackknife leaves out one row at a time`() throws {
    let (_, rows) = try Reference.table("attitude.csv")
    let own = bootstrap(rows, players: (1...6).map { [$0] })
    let all = own.jackknife(Jackknife(own.resampler, seed: 1), jobs: 2)
    #expect(all.count == 30)
    var without = rows
    without.remove(at: 11)
    let expected = try own.engine.numbers(scatter(without))
    #expect(close(Array(all.values[11 * all.width..<12 * all.width]), expected, 1e-12))
  }

  @Test func `percentile intervals of shares cover as they say`() {
    // Population: four correlated drivers; the truth from its exact correlations. 150 samples of 300, 199 resamples;
    // nominal 95 %, measured elsewhere 93.8–95.9 %; 600 (correlated) trials: accept 91–98 %.
    let loadings = [0.8, 0.7, 0.6, 0.5]
    let slopes = [0.5, 0.3, 0.2, 0.1]
    var population = SymmetricMatrix(order: 5)
    for i in 0..<4 {
      for j in 0...i { population[i + 1, j + 1] = i == j ? 1 : loadings[i] * loadings[j] }
    }
    for i in 0..<4 { population[i + 1, 0] = (0..<4).reduce(0) { $0 + slopes[$1] * population[i + 1, $1 + 1] } }
    population[0, 0] = 1 + (0..<4).reduce(0) { $0 + slopes[$1] * population[$1 + 1, 0] }
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: (1...4).map { [$0] }, outcome: 0), methods: [.lmg])
    guard let truth = try? engine.fit(momentsOf(population)).shares[0].map({ $0! }) else {
      Issue.record("no truth")
      return
    }
    var covered = 0
    for trial in 0..<150 {
      var stream = RandomStream(seed: 77, stream: UInt64(trial))
      let rows = (0..<300).map { _ in
        let common = stream.normal()
        let x = loadings.map { $0 * common + (1 - $0 * $0).squareRoot() * stream.normal() }
        return [zip(slopes, x).reduce(0) { $0 + $1.0 * $1.1 } + stream.normal()] + x
      }
      let own = bootstrap(rows, players: (1...4).map { [$0] })
      let shares = own.replicates(count: 199, seed: UInt64(trial), jobs: 2).map(width: 4) { from, to in
        ImportanceFit.fillShares(of: UnsafeBufferPointer(rebasing: from[2..<6]), into: to)
      }
      for k in 0..<4 {
        let interval = Interval.of(.percentile, estimate: 0.5, replicates: shares.column(k), confidence: 0.95)
        if interval!.contains(truth[k]) { covered += 1 }
      }
    }
    #expect(covered >= 546 && covered <= 588, "\(covered) of 600")
  }

  @Test func `Wishart draws of published moments agree with rows of normal data`() throws {
    // Large n: the spread of lmg from Wishart draws equals that of resampled normal rows within their errors.
    var stream = RandomStream(seed: 31, stream: 0)
    let rows = (0..<2000).map { _ in
      let (a, b, e) = (stream.normal(), stream.normal(), stream.normal())
      return [a + 0.5 * b + e, a, 0.4 * a + b]
    }
    let own = bootstrap(rows, players: [[1], [2]])
    let sampler = try #require(WishartSampler(scatter: scatter(rows), degreesOfFreedom: 1999))
    let drawn = own.engine.wishartReplicates(sampler, count: 2000, seed: 1, jobs: 2)
    let resampled = own.replicates(count: 2000, seed: 1, jobs: 2)
    for k in 0..<4 where k != 1 {
      let spread = [drawn, resampled].map { replicates in
        let x = replicates.column(k)
        let mean = x.reduce(0, +) / 2000
        return (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1999).squareRoot()
      }
      #expect(abs(spread[0] / spread[1] - 1) < 0.12)
    }
  }
}
