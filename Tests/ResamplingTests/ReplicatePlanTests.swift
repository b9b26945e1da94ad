import LinearAlgebra
import Probability
import Resampling
import Testing

@Suite struct ReplicatePlanTests {
  /// The weighted mean of a column, and a normal number from the replicate's own stream; fails where the first row is drawn
  /// more than twice.
  struct MeanMap: ReplicateMap {
    let column: [Double]
    var failsOnHeavyFirst = false
    let width = 2

    func makeWorkspace(_ moments: ReplicateMoments) -> ReplicateMoments { moments }

    func evaluate(
      _ moments: ReplicateMoments, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
    ) -> ReplicateFailure? {
      if failsOnHeavyFirst, moments.weights[0] > 2 { return .stopped("heavy") }
      var (sum, total) = (0.0, 0.0)
      for (i, value) in column.enumerated() {
        sum += moments.weights[i] * value
        total += moments.weights[i]
      }
      row[0] = sum / total
      row[1] = stream.normal()
      return nil
    }
  }

  private let column = (0..<40).map { Double($0 * $0 % 17) + Double($0) / 8 }
  private var rows: ReplicateSource {
    ReplicateSource(rows: RowResampler(rowCount: 40), order: 0) { { _, _ in nil } }
  }

  @Test func `replicates are those of rows drawn one by one from their own streams`() {
    let plan = ReplicatePlan(rows, MeanMap(column: column), BootstrapSpecification(replicates: 50, seed: 3))
    let resampled = plan.run(jobs: 2)
    for i in 0..<50 {
      var stream = RandomStream(seed: 3, stream: UInt64(i))
      var weights = [Double](repeating: 0, count: 40)
      weights.withUnsafeMutableBufferPointer { RowResampler(rowCount: 40).draw(stream: &stream, into: $0) }
      let mean = zip(weights, column).reduce(0) { $0 + $1.0 * $1.1 } / 40
      #expect(abs(resampled.bootstrap.values[2 * i] - mean) < 1e-12)
      #expect(resampled.bootstrap.values[2 * i + 1] == stream.normal())
    }
    #expect(resampled.jackknife == nil)
  }

  @Test func `the jackknife leaves out one row at a time, and failures are counted by reason`() throws {
    let specification = BootstrapSpecification(replicates: 400, seed: 1, interval: .bca)
    let whole = ReplicatePlan(rows, MeanMap(column: column), specification).run(jobs: 2)
    let left = try #require(whole.wholeJackknife)
    let total = column.reduce(0, +)
    #expect(left.count == 40 && whole.missingForBca == nil)
    for i in 0..<40 { #expect(abs(left.values[2 * i] - (total - column[i]) / 39) < 1e-12) }
    // The acceleration of a mean in closed form: Σd³/(6(Σd²)^{3/2}), d the deviations.
    let d = column.map { $0 - total / 40 }
    let a =
      d.reduce(0) { $0 + $1 * $1 * $1 } / (6 * d.reduce(0) { $0 + $1 * $1 } * d.reduce(0) { $0 + $1 * $1 }.squareRoot())
    #expect(abs(JackknifeValues(values: left.column(0)).acceleration! - a) < 1e-12)
    #expect(whole.interval(.bca, column: 0, estimate: total / 40, confidence: 0.95) != nil)

    let failing = ReplicatePlan(rows, MeanMap(column: column, failsOnHeavyFirst: true), specification).run(jobs: 1)
    let heavy = (0..<400).count { failing.bootstrap.failure[$0] >= 0 }
    #expect(heavy > 10 && failing.bootstrap.failuresByReason.map(\.count) == [heavy])
    #expect(failing.bootstrap.failuresByReason.first?.reason == .stopped("heavy"))
  }

  @Test func `a matrix is drawn without rows, and has no BCa intervals`() throws {
    struct Diagonal: ReplicateMap {
      let width = 2
      func makeWorkspace(_ moments: ReplicateMoments) -> ReplicateMoments { moments }
      func evaluate(
        _ moments: ReplicateMoments, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
      ) -> ReplicateFailure? {
        (row[0], row[1]) = (moments.scatter[0], moments.scatter[2])
        return nil
      }
    }
    let matrix = SymmetricMatrix(order: 2, packed: [30, 6, 60])
    let source = ReplicateSource(try #require(WishartSampler(scatter: matrix, degreesOfFreedom: 30)))
    let drawn = ReplicatePlan(
      source, Diagonal(), BootstrapSpecification(replicates: 4000, interval: .bca)
    ).run(jobs: 2)
    // Expectation is the matrix itself, and the variance of a diagonal entry s is 2s²/ν.
    for (k, s) in [30.0, 60.0].enumerated() {
      let values = drawn.bootstrap.column(k)
      #expect(abs(values.reduce(0, +) / 4000 - s) < 5 * s * (2.0 / 30 / 4000).squareRoot())
      #expect(abs(drawn.standardError(column: k)! / (s * (2.0 / 30).squareRoot()) - 1) < 0.1)
    }
    #expect(drawn.jackknife == nil && drawn.missingForBca == "they need the respondents' rows")
    #expect(drawn.interval(.bca, column: 0, estimate: 30, confidence: 0.95) == nil)
  }
}
