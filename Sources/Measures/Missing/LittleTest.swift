import LinearAlgebra
import Probability
import Survey

/// Whether answers are missing by chance alone (Little 1988, doi:10.1080/01621459.1988.10478722): the means of what each pattern of
/// respondents answered are set against the maximum likelihood means of all,
///
///     χ² = Σ n_j (ȳ_j − μ_j)′ Σ_jj⁻¹ (ȳ_j − μ_j)        df = Σ k_j − p
///
/// over the patterns, each with its k_j columns; Σ is that of maximum likelihood, divided by n. A small p-value says that who left
/// something out differs from the others in what they did answer; a large one proves nothing.
public struct LittleTest: Sendable, Equatable {
  /// As above.
  public let chiSquared: Double
  /// 0 when everybody answered the same questions: then there is nothing to test.
  public let degreesOfFreedom: Int
  /// `nil` without degrees of freedom.
  public let pValue: Double?
  /// Sets of questions answered.
  public let patterns: Int

  /// - Throws: `MissingFault.unsuitable` with weights: the test is of respondents drawn alike.
  public init(_ found: MaximumLikelihoodMoments) throws {
    if found.weights != nil {
      throw MissingFault.unsuitable(
        what: "A weight, of which Little's test knows nothing,", suggestion: "Leave the weights out for it.")
    }
    let patterns = found.patterns
    let p = patterns.width
    var sum = 0.0
    var degrees = -p
    for pattern in patterns.patterns {
      let k = pattern.answered.count
      degrees += k
      var covariance = SymmetricMatrix(order: k)
      var deviation = [Double](repeating: 0, count: k)
      for (a, place) in pattern.answered.enumerated() {
        for (b, other) in pattern.answered[...a].enumerated() {
          covariance[a, b] = found.estimate[p + SymmetricMatrix.position(place, other)]
        }
        let total = pattern.rows.indices.reduce(0) {
          $0 + patterns.values[pattern.start + ($1 - pattern.rows.lowerBound) * k + a]
        }
        deviation[a] = total / Double(pattern.rows.count) - found.estimate[place]
      }
      guard let factor = try? Cholesky(covariance) else { continue }
      sum += Double(pattern.rows.count) * zip(deviation, factor.solve(deviation)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    chiSquared = sum
    degreesOfFreedom = degrees
    pValue = degrees > 0 ? ChiSquared(degrees: Double(degrees)).upperTail(sum) : nil
    self.patterns = patterns.patterns.count
  }
}
