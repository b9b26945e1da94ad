public import LinearAlgebra
import Platform
import Probability

/// Whether items have enough in common for a factor analysis.
public struct Suitability: Sendable, Equatable {
  /// Kaiser, Meyer & Olkin: Σr²/(Σr² + Σq²) over the correlations r and partial correlations q (all other items held
  /// constant) of all pairs (Kaiser & Rice 1974, doi:10.1177/001316447403400115).
  public var kmo: Double
  /// The same over the pairs of each item.
  public var itemKMO: [Double]
  /// |R|: 0 when an item is a combination of others, 1 when none correlate.
  public var determinant: Double
  /// Bartlett's (1950) test that no items correlate, −(n − 1 − (2p + 5)/6)·ln|R|; `nil` without n or normal theory.
  public var bartlett: Double?
  /// p(p − 1)/2.
  public var bartlettDegreesOfFreedom: Int
  /// Small: some items correlate. `nil` where χ² is.
  public var bartlettPValue: Double?
  /// Partial correlations with their sign turned, the measures of sampling adequacy on the diagonal.
  public var antiImage: SymmetricMatrix

  /// - Throws: `DataFault.notPositiveDefinite`.
  public init(_ input: CorrelationInput) throws {
    let factor = try input.factor
    let inverse = factor.inverse
    let p = input.names.count
    var antiImage = SymmetricMatrix(order: p)
    var correlations = [Double](repeating: 0, count: p)
    var partials = [Double](repeating: 0, count: p)
    for i in 0..<p {
      for j in 0..<i {
        let q = inverse[i, j] / (inverse[i, i] * inverse[j, j]).squareRoot()
        let r = input.correlation[i, j]
        antiImage[i, j] = q
        for item in [i, j] {
          correlations[item] += r * r
          partials[item] += q * q
        }
      }
    }
    // Without any correlation there is nothing to share.
    func measure(_ r: Double, _ q: Double) -> Double { r + q > 0 ? r / (r + q) : 0.5 }
    itemKMO = zip(correlations, partials).map(measure)
    kmo = measure(correlations.reduce(0, +), partials.reduce(0, +))
    for i in 0..<p { antiImage[i, i] = itemKMO[i] }
    self.antiImage = antiImage
    determinant = exp(factor.logDeterminant)
    bartlettDegreesOfFreedom = p * (p - 1) / 2
    if let n = input.n, input.isNormalTheory {
      let statistic = -(n - 1 - Double(2 * p + 5) / 6) * factor.logDeterminant
      bartlett = statistic
      bartlettPValue = ChiSquared(degrees: Double(bartlettDegreesOfFreedom)).upperTail(max(0, statistic))
    }
  }
}
