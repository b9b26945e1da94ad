import Platform

/// What the variances of estimates of measured variables rest on.
package enum MeasuredInformation: Sendable {
  /// Cross products of the scores of normal answers, as in Muthén's weight matrix and lavaan's: right where measured variables are
  /// normal, as all that is behind ratings is taken to be.
  case scores
  /// What respondents do to means, variances and covariances in truth: right whatever the distribution.
  case answers
}

/// Mean and variance of a measured variable, and what each row does to them.
///
/// With z = (x − x̄)/s of maximum likelihood, rows of weight w and W = Σw the parts are w·z/W of the mean over s and w·(z² − 1)/W of the
/// variance over s². By the cross products Q = [1, m₃; m₃, m₄ − 1] of (z, z² − 1) they are w·Q⁻¹(z, z² − 1)'/W, the second twice.
struct MeasuredStep: Sendable {
  let mean: Double
  let deviation: Double
  /// NaN where nothing was answered.
  let z: [Double]
  /// Of a row of weight 1, in units of the deviation and of the variance; zero where nothing was answered.
  let meanParts: [Double]
  let varianceParts: [Double]
  /// By the scores its variance's error is within a factor of √2 of what the answers say: (m₄ − 1)(m₄ − 1 − m₃²) is 4 of a normal
  /// variable, and between 2 and 8.
  let isNormal: Bool

  /// `nil` where the variable does not vary, or takes two values, of which cross products say too little.
  init?(_ column: CorrelationColumn, weights: [Double], information: MeasuredInformation) {
    var z = [Double](repeating: 0, count: weights.count)
    let own = weights.withUnsafeBufferPointer { w in
      z.withUnsafeMutableBufferPointer { column.standardize(w.baseAddress!, into: $0.baseAddress!) }
    }
    guard own.deviation > 0, own.total > 0 else { return nil }
    (mean, deviation) = (own.mean, own.deviation)
    var (third, fourth) = (0.0, -1.0)
    for (row, value) in z.enumerated() where !value.isNaN {
      let square = value * value
      third += weights[row] * square * value / own.total
      fourth += weights[row] * square * square / own.total
    }
    isNormal = (2...8).contains(fourth * (fourth - third * third))
    if information == .answers { (third, fourth) = (0, 2) }
    let determinant = fourth - third * third
    guard determinant > 1e-8 else { return nil }
    let scale = 1 / (determinant * own.total)
    meanParts = z.map { $0.isNaN ? 0 : (fourth * $0 - third * ($0 * $0 - 1)) * scale }
    varianceParts = z.map { $0.isNaN ? 0 : 2 * (($0 * $0 - 1) - third * $0) * scale }
    self.z = z
  }
}
