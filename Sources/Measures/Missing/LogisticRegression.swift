import LinearAlgebra
import Platform
import Probability

/// Who does something, as a logit of what else is known of respondents: ln(p/(1 − p)) = a + Σ bⱼxⱼ, by maximum likelihood (Fisher
/// scoring), errors from the information.
struct LogisticRegression {
  /// Without the intercept.
  let coefficients: [Double]
  let errors: [Double]
  let pValues: [Double]

  private static let mostSteps = 50

  /// - Parameters:
  ///   - columns: predictors, each of mean 0 and deviation 1.
  ///   - weights: frequencies; `nil` for ones.
  /// - Returns: `nil` where the search does not end: a predictor that tells the two apart without fail has no coefficient.
  init?(_ outcome: [Bool], columns: [[Double]], weights: [Double]?) {
    let k = columns.count + 1
    var b = [Double](repeating: 0, count: k)
    func row(_ i: Int, _ j: Int) -> Double { j == 0 ? 1 : columns[j - 1][i] }
    for _ in 0..<Self.mostSteps {
      var information = SymmetricMatrix(order: k)
      var score = [Double](repeating: 0, count: k)
      for i in outcome.indices {
        let w = weights?[i] ?? 1
        let eta = (0..<k).reduce(0) { $0 + b[$1] * row(i, $1) }
        guard abs(eta) < 30 else { return nil }
        let p = 1 / (1 + exp(-eta))
        for a in 0..<k {
          let x = row(i, a)
          score[a] += w * ((outcome[i] ? 1 : 0) - p) * x
          for c in 0...a { information[a, c] += w * p * (1 - p) * x * row(i, c) }
        }
      }
      guard let factor = try? Cholesky(information) else { return nil }
      let step = factor.solve(score)
      for a in 0..<k { b[a] += step[a] }
      guard step.allSatisfy(\.isFinite) else { return nil }
      if step.allSatisfy({ abs($0) < 1e-9 }) {
        let inverse = factor.inverse
        coefficients = Array(b.dropFirst())
        errors = (1..<k).map { inverse[$0, $0].squareRoot() }
        pValues = zip(coefficients, errors).map { Normal().twoSided($0 / $1) }
        return
      }
    }
    return nil
  }
}
