import LinearAlgebra
import Probability
import Resampling

/// Values with errors and intervals: from resamples, from draws of the coefficients, or by the delta method.
struct MediationNumbers {
  /// Where they come from.
  enum Basis {
    case resampled(Resampled, IntervalKind)
    /// Column by column, as a row of a replicate.
    case drawn([[Double]])
    /// The covariance of all coefficients, and standard errors to each side.
    case delta(SymmetricMatrix, quantile: Double)
    case none
  }

  let map: MediationReplicates
  /// The sample's.
  let coefficients: [Double]
  let basis: Basis
  let confidence: Double
  /// Where the map's numbers begin in a row of resamples that hold others before them.
  var firstColumn = 0
  /// The map's numbers of the sample where they are not those of its coefficients: means over completed data.
  var values: [Double]?

  private func value(_ k: Int) -> Double { values?[k] ?? map.sums[k].value(coefficients) }

  func sum(_ k: Int) -> MediationAnalysis.Estimate {
    let value = value(k)
    if case .delta(let covariance, let quantile) = basis {
      return Self.normal(value, map.sums[k].gradient(coefficients), covariance, quantile)
    }
    return estimate(value, column: k)
  }

  /// A quotient, with ends where the denominator's interval leaves zero out.
  func share(_ k: Int) -> MediationAnalysis.Estimate {
    let (a, b) = map.shares[k]
    let (part, whole) = (value(a), value(b))
    let value = part / whole
    guard sum(b).isClear == true else { return MediationAnalysis.Estimate(value) }
    if case .delta(let covariance, let quantile) = basis {
      let gradient = zip(map.sums[a].gradient(coefficients), map.sums[b].gradient(coefficients))
        .map { ($0 * whole - part * $1) / (whole * whole) }
      return Self.normal(value, gradient, covariance, quantile)
    }
    return estimate(value, column: map.column(ofShare: k))
  }

  /// A number that stands in a column of the replicates and is no function of the coefficients; `nil` where they are not resampled.
  func resampled(_ value: Double, column: Int) -> MediationAnalysis.Estimate? {
    if case .resampled = basis { return estimate(value, column: column) }
    return nil
  }

  private func estimate(_ value: Double, column: Int) -> MediationAnalysis.Estimate {
    switch basis {
    case .resampled(let resampled, let kind):
      let place = firstColumn + column
      let interval = resampled.interval(kind, column: place, estimate: value, confidence: confidence)
      return MediationAnalysis.Estimate(
        value, standardError: resampled.standardError(column: place), low: interval?.low, high: interval?.high)
    case .drawn(let columns):
      let drawn = columns[column]
      guard let interval = Interval.of(.percentile, estimate: value, replicates: drawn, confidence: confidence) else {
        return MediationAnalysis.Estimate(value)
      }
      let mean = drawn.reduce(0, +) / Double(drawn.count)
      let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
      return MediationAnalysis.Estimate(
        value, standardError: variance.squareRoot(), low: interval.low, high: interval.high)
    case .delta, .none: return MediationAnalysis.Estimate(value)
    }
  }

  /// √(g′Σg), and the value ± so many of them.
  private static func normal(
    _ value: Double, _ gradient: [Double], _ covariance: SymmetricMatrix, _ quantile: Double
  ) -> MediationAnalysis.Estimate {
    let used = gradient.indices.filter { gradient[$0] != 0 }
    var variance = 0.0
    for i in used { for j in used { variance += gradient[i] * gradient[j] * covariance[i, j] } }
    let error = max(0, variance).squareRoot()
    return MediationAnalysis.Estimate(
      value, standardError: error, low: value - quantile * error, high: value + quantile * error)
  }

  /// Draws from the normal distribution of the coefficients, and what comes of each: θ + Σ^½·z with the symmetric root, which takes a
  /// covariance of less than full rank as it is. Draw i owns stream i of the seed.
  static func drawn(
    _ map: MediationReplicates, _ coefficients: [Double], _ covariance: SymmetricMatrix, count: Int, seed: UInt64
  ) -> [[Double]] {
    // Intercepts are in no product, and one that is not known must not stand in the way.
    let places = coefficients.indices.filter { coefficients[$0].isFinite && covariance[$0, $0] > 0 }
    let scales = places.map { covariance[$0, $0].squareRoot() }
    var correlation = SymmetricMatrix(order: places.count)
    for i in places.indices {
      for j in 0...i { correlation[i, j] = covariance[places[i], places[j]] / (scales[i] * scales[j]) }
    }
    let root = SymmetricEigen(correlation).power(0.5)
    let width = map.sums.count + map.shares.count
    var columns = [[Double]](repeating: [], count: width)
    for k in columns.indices { columns[k].reserveCapacity(count) }
    var normals = [Double](repeating: 0, count: places.count)
    var values = coefficients
    var row = [Double](repeating: 0, count: width)
    for draw in 0..<count {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      for k in normals.indices { normals[k] = stream.normal() }
      for (i, place) in places.enumerated() {
        var sum = 0.0
        for j in normals.indices { sum += root[max(i, j), min(i, j)] * normals[j] }
        values[place] = coefficients[place] + scales[i] * sum
      }
      values.withUnsafeBufferPointer { values in
        row.withUnsafeMutableBufferPointer { map.write(values.baseAddress!, into: $0) }
      }
      for k in columns.indices { columns[k].append(row[k]) }
    }
    return columns
  }
}
