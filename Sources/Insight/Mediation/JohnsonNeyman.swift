import LinearAlgebra
import Measures
import Platform
import Probability

/// Where along a moderator the coefficient b + b′·w differs from zero: the roots of
///
///     (b + b′w)² = t²·(V₁₁ + 2w·V₁₂ + w²·V₂₂)
///
/// part the values observed into regions (Johnson & Neyman 1936; Bauer & Curran 2005, doi:10.1207/s15327906mbr4003_5). Each value of w
/// has its own interval; that the coefficient differs from zero somewhere is not tested.
package struct JohnsonNeyman {
  let b: Double
  let slope: Double
  let variance: Double
  let covariance: Double
  let slopeVariance: Double
  /// Standard errors to each side.
  let quantile: Double

  package init(
    b: Double, slope: Double, variance: Double, covariance: Double, slopeVariance: Double, quantile: Double
  ) {
    (self.b, self.slope, self.quantile) = (b, slope, quantile)
    (self.variance, self.covariance, self.slopeVariance) = (variance, covariance, slopeVariance)
  }

  /// Ascending; none where the sign of the comparison is the same everywhere.
  package var roots: [Double] {
    let q2 = quantile * quantile
    let a = slope * slope - q2 * slopeVariance
    let half = b * slope - q2 * covariance
    let c = b * b - q2 * variance
    guard abs(a) > 1e-300 else { return half == 0 ? [] : [-c / (2 * half)] }
    let discriminant = half * half - a * c
    guard discriminant > 0 else { return [] }
    // The root that loses no digits first, the other by their product c/a.
    let sum = -(half + (half < 0 ? -1 : 1) * discriminant.squareRoot())
    return sum == 0 ? [0] : [sum / a, c / sum].sorted()
  }

  /// 1 or −1 where the interval leaves zero out, else 0.
  func sign(at w: Double) -> Int {
    let value = b + slope * w
    let reach = quantile * max(0, variance + 2 * w * covariance + w * w * slopeVariance).squareRoot()
    return value > reach ? 1 : value < -reach ? -1 : 0
  }

  /// The regions of the values observed, in their order, with the share of all weight that lies in each.
  package func regions(
    _ values: some Collection<Double>, weights: [Double]?
  ) -> [(low: Double, high: Double, sign: Int, share: Double)] {
    guard let least = values.min(), let most = values.max(), least < most else { return [] }
    let cuts = [least] + roots.filter { $0 > least && $0 < most } + [most]
    let all = weights?.reduce(0, +) ?? Double(values.count)
    return zip(cuts, cuts.dropFirst()).enumerated().map { k, ends in
      var inside = 0.0
      for (i, value) in values.enumerated()
      where value >= ends.0 && (value < ends.1 || k == cuts.count - 2) {
        inside += weights?[i] ?? 1
      }
      return (ends.0, ends.1, sign(at: (ends.0 + ends.1) / 2), inside / all)
    }
  }
}
