public import LinearAlgebra
import Probability

/// One number estimated from several completed data, by Rubin's rules (1987, doi:10.1002/9780470316696).
///
/// With Q̄ the mean of the m estimates, Ū that of their variances and B the variance of the estimates,
///
///     T = Ū + (1 + 1/m)B        λ = (1 + 1/m)B/T        r = (1 + 1/m)B/Ū
///
/// Student's t has the degrees of freedom of Barnard & Rubin (1999, doi:10.1093/biomet/86.4.948), which never exceed those that
/// complete data would have: 1/ν = 1/ν_m + 1/ν_obs, ν_m = (m − 1)/λ², ν_obs = (ν + 1)/(ν + 3)·ν(1 − λ).
public struct PooledEstimate: Sendable, Equatable {
  /// Completed data.
  public let count: Int
  public let estimate: Double
  /// Ū.
  public let within: Double
  /// B.
  public let between: Double
  /// Of the complete data; infinite for a normal test.
  public let completeDegrees: Double

  /// `nil` with fewer than two estimates, or where one is not known.
  public init?(estimates: [Double], variances: [Double], degrees: Double = .infinity) {
    precondition(estimates.count == variances.count, "a variance for each estimate")
    guard estimates.count > 1, estimates.allSatisfy(\.isFinite), variances.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      return nil
    }
    let m = Double(estimates.count)
    count = estimates.count
    let mean = estimates[0] + estimates.reduce(0) { $0 + ($1 - estimates[0]) } / m
    estimate = mean
    within = variances.reduce(0, +) / m
    between = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (m - 1)
    completeDegrees = degrees
  }

  package init(count: Int, estimate: Double, within: Double, between: Double, degrees: Double) {
    (self.count, self.estimate, self.within, self.between) = (count, estimate, within, between)
    completeDegrees = degrees
  }

  private var inflated: Double { (1 + 1 / Double(count)) * between }
  /// T.
  public var variance: Double { within + inflated }
  public var standardError: Double { variance.squareRoot() }
  /// λ: the share of the variance that comes of missing answers.
  public var missingShare: Double { variance > 0 ? inflated / variance : 0 }
  /// r: by how much missing answers add to the variance.
  public var relativeIncrease: Double { within > 0 ? inflated / within : between > 0 ? .infinity : 0 }

  /// Of t; infinite where nothing is missing and the test of complete data is normal.
  public var degrees: Double {
    let lambda = missingShare
    let ofImputations = lambda > 0 ? Double(count - 1) / (lambda * lambda) : .infinity
    guard completeDegrees.isFinite else { return ofImputations }
    let observed = (completeDegrees + 1) / (completeDegrees + 3) * completeDegrees * (1 - lambda)
    guard ofImputations.isFinite else { return observed }
    return observed > 0 ? ofImputations * observed / (ofImputations + observed) : 0
  }

  /// The fraction of missing information, (r + 2/(ν + 3))/(r + 1).
  public var missingInformation: Double {
    let r = relativeIncrease
    guard r.isFinite else { return 1 }
    let df = degrees
    return (r + (df.isFinite ? 2 / (df + 3) : 0)) / (r + 1)
  }
}

/// Several numbers estimated together from several completed data.
public struct PooledVector: Sendable, Equatable {
  public let count: Int
  /// Q̄.
  public let estimates: [Double]
  /// Ū.
  public let within: SymmetricMatrix
  /// B.
  public let between: SymmetricMatrix
  public let completeDegrees: Double

  /// - Parameters:
  ///   - estimates: by completed data.
  ///   - covariances: of each.
  public init(estimates given: [[Double]], covariances: [SymmetricMatrix], degrees: Double) {
    precondition(given.count == covariances.count && given.count > 1, "a covariance for each of several estimates")
    let (m, width) = (Double(given.count), given[0].count)
    count = given.count
    let means = (0..<width).map { j in given[0][j] + given.reduce(0) { $0 + ($1[j] - given[0][j]) } / m }
    var within = SymmetricMatrix(order: width)
    var between = SymmetricMatrix(order: width)
    for i in 0..<width {
      for j in 0...i {
        within[i, j] = covariances.reduce(0) { $0 + $1[i, j] } / m
        between[i, j] = given.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) } / (m - 1)
      }
    }
    (estimates, self.within, self.between, completeDegrees) = (means, within, between, degrees)
  }

  /// T = Ū + (1 + 1/m)B.
  public var covariance: SymmetricMatrix {
    var result = within
    for k in result.packed.indices { result.packed[k] += (1 + 1 / Double(count)) * between.packed[k] }
    return result
  }

  /// The test that some of the numbers are all zero, as if missing answers added the same to all their variances: D₁ of Li,
  /// Raghunathan & Rubin (1991, doi:10.1080/01621459.1991.10475152) with the degrees of freedom of Reiter (2007,
  /// doi:10.1093/biomet/asm028), or, for normal tests, their own.
  ///
  /// - Returns: F, its denominator's degrees of freedom and upper tail; `nil` where the variances do not allow it.
  public func test(of chosen: [Int]) -> (statistic: Double, degrees: Double, pValue: Double)? {
    let k = Double(chosen.count)
    guard k > 0, let factor = try? Cholesky(within.selecting(chosen)) else { return nil }
    let q = chosen.map { estimates[$0] }
    let b = between.selecting(chosen)
    var trace = 0.0
    for j in chosen.indices { trace += factor.solve(chosen.indices.map { b[$0, j] })[j] }
    let r = (1 + 1 / Double(count)) * trace / k
    let statistic = zip(q, factor.solve(q)).reduce(0) { $0 + $1.0 * $1.1 } / (k * (1 + r))
    let degrees = Self.degrees(k: k, t: k * Double(count - 1), r: r, complete: completeDegrees)
    guard degrees > 0, statistic.isFinite else { return nil }
    return (statistic, degrees, FDistribution(numerator: k, denominator: degrees).upperTail(statistic))
  }

  private static func degrees(k: Double, t: Double, r: Double, complete: Double) -> Double {
    guard r > 0 else { return complete }
    guard complete.isFinite, t > 4 else {
      if t > 4 {
        let root = 1 + (1 - 2 / t) / r
        return 4 + (t - 4) * root * root
      }
      return t * (1 + 1 / k) * (1 + 1 / r) * (1 + 1 / r) / 2
    }
    let a = r * t / (t - 2)
    let v = (complete + 1) / (complete + 3) * complete
    let (c0, c1, c2) = (1 / (t - 4), v - 2 * (1 + a), v - 4 * (1 + a))
    let a2 = a * a
    let z =
      1 / c2 + c0 * (a2 * c1 / ((1 + a) * (1 + a) * c2))
      + c0 * (8 * a2 * c1 / ((1 + a) * c2 * c2) + 4 * a2 / ((1 + a) * c2))
      + c0 * (4 * a2 / (c2 * c1) + 16 * a2 * c1 / (c2 * c2 * c2)) + c0 * (8 * a2 / (c2 * c2))
    let result = 4 + 1 / z
    return result.isFinite && result > 0 ? result : complete
  }
}
