package import LinearAlgebra
import Probability

/// Variances of estimates from their values under replicate weights: Σ c_r·(θ_r − θ̄)², about the replicates' mean, or about
/// the estimate itself (R's `survey::svrVar`).
package struct ReplicateVariance: Sendable, Equatable {
  /// c_r: scale·rscale_r.
  package let factors: [Double]
  package let isAboutEstimate: Bool
  /// Of t: the rank of the replicate weights less one.
  package let degrees: Double

  package init(factors: [Double], isAboutEstimate: Bool, degrees: Double) {
    self.factors = factors
    self.isAboutEstimate = isAboutEstimate
    self.degrees = degrees
  }

  /// What squares are taken about; R leaves replicates that count nothing out of the mean.
  private func centre(_ values: [Double], _ estimate: Double) -> Double {
    if isAboutEstimate { return estimate }
    var (sum, count) = (0.0, 0.0)
    for (value, factor) in zip(values, factors) where factor > 0 {
      // Close numbers about the estimate lose no digits.
      sum += value - estimate
      count += 1
    }
    return count > 0 ? estimate + sum / count : .nan
  }

  /// - Parameters:
  ///   - values: one for each replicate.
  ///   - estimate: of the sample itself.
  /// - Returns: `nil` where a replicate has no value.
  package func variance(_ values: [Double], estimate: Double) -> Double? {
    precondition(values.count == factors.count, "a value for every replicate")
    guard estimate.isFinite, values.allSatisfy(\.isFinite) else { return nil }
    let centre = centre(values, estimate)
    return zip(values, factors).reduce(0) { $0 + $1.1 * ($1.0 - centre) * ($1.0 - centre) }
  }

  /// Of several estimates, each with its values; NaN in the row and column of one without.
  package func covariance(_ values: [[Double]], estimates: [Double]) -> SymmetricMatrix {
    let centred = zip(values, estimates).map { values, estimate -> [Double] in
      guard estimate.isFinite, values.allSatisfy(\.isFinite) else {
        return [Double](repeating: .nan, count: values.count)
      }
      let centre = centre(values, estimate)
      return values.map { $0 - centre }
    }
    var result = SymmetricMatrix(order: values.count)
    for i in values.indices {
      for j in 0...i {
        result[i, j] = factors.indices.reduce(0) { $0 + factors[$1] * centred[i][$1] * centred[j][$1] }
      }
    }
    return result
  }

  /// estimate ± t·error with the degrees of freedom; `nil` where there are none, or no error.
  package func interval(_ values: [Double], estimate: Double, confidence: Double) -> Interval? {
    guard degrees > 0, let variance = variance(values, estimate: estimate) else { return nil }
    let half = StudentT(degrees: degrees).quantile((1 + confidence) / 2) * variance.squareRoot()
    return Interval(low: estimate - half, high: estimate + half)
  }

  /// Some replicates gave nothing: the others count for them.
  package func keeping(_ isKept: [Bool]) -> ReplicateVariance {
    let kept = zip(factors, isKept).filter(\.1).map(\.0)
    guard kept.count < factors.count, !kept.isEmpty else { return self }
    let share = Double(factors.count) / Double(kept.count)
    return ReplicateVariance(
      factors: kept.map { $0 * share }, isAboutEstimate: isAboutEstimate, degrees: degrees)
  }

  /// Draws of all numbers at once from the normal distribution with the covariance that the replicates give:
  /// point + Σ √c_r·(θ_r − θ̄)·z_r. Replicates of a jackknife lie far closer together than samples do; how often one driver comes
  /// before another is seen in these.
  ///
  /// - Parameters:
  ///   - replicates: those that succeeded, `factors` in their order.
  ///   - point: the sample's own numbers, NaN where one is not defined.
  func draws(_ replicates: Replicates, point: [Double], count: Int, seed: UInt64) -> Replicates {
    let width = replicates.width
    let columns = (0..<width).map { column -> [Double] in
      let values = replicates.column(column)
      guard point[column].isFinite, values.allSatisfy(\.isFinite) else {
        return [Double](repeating: .nan, count: values.count)
      }
      let centre = centre(values, point[column])
      return zip(values, factors).map { ($0 - centre) * $1.squareRoot() }
    }
    var values = [Double](repeating: .nan, count: count * width)
    var normals = [Double](repeating: 0, count: factors.count)
    for draw in 0..<count {
      // Streams that no replicate owns.
      var stream = RandomStream(seed: seed, stream: (1 << 41) &+ UInt64(draw))
      for r in normals.indices { normals[r] = stream.normal() }
      for column in 0..<width {
        var sum = point[column]
        columns[column].withUnsafeBufferPointer { own in
          for r in normals.indices { sum += own[r] * normals[r] }
        }
        values[draw * width + column] = sum
      }
    }
    return Replicates(
      count: count, width: width, values: values, reasons: [ReplicateFailure?](repeating: nil, count: count))
  }
}

/// The weights of some rows in every replicate.
package struct GivenReplicates: Sendable, Equatable {
  package let rowCount: Int
  package let count: Int
  /// Replicate-major.
  package let weights: [Double]
  /// How variances are made of replicates; `nil` of resamples, whose quantiles make intervals.
  package let variance: ReplicateVariance?
  /// Of resamples: units less strata.
  package let degrees: Double?

  package init(rowCount: Int, weights: [Double], variance: ReplicateVariance?, degrees: Double? = nil) {
    precondition(rowCount > 0 && weights.count % rowCount == 0, "a weight for every row and replicate")
    self.rowCount = rowCount
    self.weights = weights
    count = weights.count / rowCount
    self.variance = variance
    self.degrees = degrees
  }

  /// The weights of the first rows in one replicate.
  package func fill(_ replicate: Int, into target: UnsafeMutableBufferPointer<Double>) {
    precondition(target.count <= rowCount && replicate < count, "rows and replicates that there are")
    weights.withUnsafeBufferPointer {
      _ = target.update(
        fromContentsOf: UnsafeBufferPointer(rebasing: $0[replicate * rowCount..<replicate * rowCount + target.count]))
    }
  }

  /// The first rows.
  package func prefix(_ rows: Int) -> GivenReplicates { rows == rowCount ? self : selecting(Array(0..<rows)) }

  /// Some of the rows.
  package func selecting(_ rows: [Int]) -> GivenReplicates {
    var chosen: [Double] = []
    chosen.reserveCapacity(rows.count * count)
    for replicate in 0..<count { for row in rows { chosen.append(weights[replicate * rowCount + row]) } }
    return GivenReplicates(rowCount: rows.count, weights: chosen, variance: variance, degrees: degrees)
  }
}

extension GivenReplicates {
  /// A number of each replicate from its weights.
  package func values(_ body: (UnsafeBufferPointer<Double>) -> Double) -> [Double] {
    weights.withUnsafeBufferPointer { all in
      (0..<count).map { body(UnsafeBufferPointer(rebasing: all[$0 * rowCount..<($0 + 1) * rowCount])) }
    }
  }
}

/// The rank of columns as `qr` of R has it (LINPACK's dqrdc2): a column depends on those before it where less than the tolerance
/// of its length is left over.
package enum ReplicateRank {
  /// - Parameter columns: `count` columns of `rowCount` numbers, one after the other.
  package static func rank(_ columns: [Double], rowCount: Int, count: Int, tolerance: Double = 1e-5) -> Int {
    guard rowCount > 0, count > 0 else { return 0 }
    // Modified Gram–Schmidt, twice: weights are alike, and their differences are what counts.
    var basis: [[Double]] = []
    for k in 0..<count where basis.count < rowCount {
      var own = Array(columns[k * rowCount..<(k + 1) * rowCount])
      let length = own.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { continue }
      for _ in 0..<2 {
        for direction in basis {
          var product = 0.0
          for i in 0..<rowCount { product += own[i] * direction[i] }
          for i in 0..<rowCount { own[i] -= product * direction[i] }
        }
      }
      let rest = own.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard rest >= tolerance * length else { continue }
      basis.append(own.map { $0 / rest })
    }
    return basis.count
  }
}
