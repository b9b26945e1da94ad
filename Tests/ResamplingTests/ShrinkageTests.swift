import LinearAlgebra
import Probability
import Resampling
import TestSupport
import Testing

/// Against `References/calibration/shrinkage.py`, which does it with dense matrices in numpy.
@Suite struct ShrinkageTests {
  private let estimates = [0.30, 0.22, 0.20, 0.16, 0.12]

  private func reference(_ quantity: String) throws -> [Double] {
    let table = try ReferenceCSV("calibration/shrinkage.csv")
    return zip(table.rows, table.numbers("value")).filter { $0.0[0] == quantity }.map(\.1)
  }

  private var covariance: SymmetricMatrix {
    let errors = [0.05, 0.04, 0.04, 0.03, 0.03]
    var result = SymmetricMatrix(order: 5)
    for i in 0..<5 { for j in 0...i { result[i, j] = errors[i] * errors[j] * (i == j ? 1 : -0.25) } }
    return result
  }

  /// ±√p times each column of V's factor: rows with mean zero and the covariance V exactly.
  private func replicates() throws -> [[Double]] {
    let factor = try reference("factor")
    return (0..<10).map { r -> [Double] in
      let size: Double = 5.0.squareRoot() * (r % 2 == 0 ? 1 : -1)
      return (0..<5).map { k -> Double in estimates[k] + size * factor[k * 5 + r / 2] }
    }
  }

  @Test func `the means are those of the documented model`() throws {
    let shrinkage = try #require(Shrinkage(estimates: estimates, covariance: covariance))
    // Components of less than a thousandth of the largest weight are left out.
    for (value, expected) in zip(shrinkage.means, try reference("mean")) { #expect(abs(value - expected) < 5e-4) }
  }

  /// Errors whose sum is fixed are nearly singular, and the mean is left open: of sixteen digits five or six are left.
  @Test func `draws of one component have its mean and covariance`() throws {
    let prior = Shrinkage.Prior(spreads: [0.05], outlierProbability: 0, outlierSpread: 0)
    let shrinkage = try #require(Shrinkage(estimates: estimates, covariance: covariance, prior: prior))
    let mean = try reference("single_mean")
    for (value, expected) in zip(shrinkage.means, mean) { #expect(abs(value - expected) < 2e-5) }
    let draws = shrinkage.draws(ReplicateColumns(rows: try replicates(), width: 5)).map(\.values)
    #expect(draws.count == 80)
    let expected = try reference("single_covariance")
    for i in 0..<5 {
      let average: Double = draws.reduce(0) { $0 + $1[i] } / 80
      #expect(abs(average - mean[i]) < 2e-5)
      for j in 0...i {
        var sum = 0.0
        for draw in draws { sum += (draw[i] - mean[i]) * (draw[j] - mean[j]) }
        #expect(abs(sum / 80 - expected[i * (i + 1) / 2 + j]) < 2e-5)
      }
    }
  }

  @Test func `independent errors of one size shrink by the classical factor`() throws {
    // θ̂ − mean is multiplied by τ²/(τ² + σ²).
    var errors = SymmetricMatrix(order: 4)
    for i in 0..<4 { errors[i, i] = 0.04 }
    let estimates = [1.0, 2, 4, 5]
    let prior = Shrinkage.Prior(spreads: [0.6], outlierProbability: 0, outlierSpread: 0)
    let shrinkage = try #require(Shrinkage(estimates: estimates, covariance: errors, prior: prior))
    for (value, estimate) in zip(shrinkage.means, estimates) {
      let expected: Double = 3 + 0.9 * (estimate - 3)
      #expect(abs(value - expected) < 1e-8)
    }
  }

  @Test func `shares stay shares, and without variation there is nothing to draw in`() throws {
    var stream = RandomStream(seed: 3, stream: 0)
    let rows = (0..<200).map { _ in
      let raw = [0.5, 0.3, 0.2].map { $0 * (1 + 0.2 * stream.normal()) }
      let sum = raw.reduce(0, +)
      return raw.map { $0 / sum }
    }
    let means = (0..<3).map { k in rows.reduce(0) { $0 + $1[k] } / 200 }
    var covariance = SymmetricMatrix(order: 3)
    for i in 0..<3 {
      for j in 0...i {
        var sum = 0.0
        for row in rows { sum += (row[i] - means[i]) * (row[j] - means[j]) }
        covariance[i, j] = sum / 199
      }
    }
    let shrinkage = try #require(Shrinkage(estimates: [0.5, 0.3, 0.2], covariance: covariance))
    #expect(abs(shrinkage.means.reduce(0, +) - 1) < 2e-5)
    for draw in shrinkage.draws(ReplicateColumns(rows: rows, width: 3), jobs: 2) {
      #expect(abs(draw.values.reduce(0, +) - 1) < 2e-5)
    }
    #expect(shrinkage.means[0] < 0.5 && shrinkage.means[2] > 0.2)
    #expect(Shrinkage(estimates: [0.5, 0.5], covariance: SymmetricMatrix(order: 2)) == nil)
    #expect(Shrinkage(estimates: [1, .nan], covariance: covariance.selecting([0, 1])) == nil)
    #expect(Shrinkage(estimates: [1], covariance: covariance.selecting([0])) == nil)
  }
}
