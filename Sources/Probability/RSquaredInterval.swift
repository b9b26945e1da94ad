/// The interval of a regression's population R² from its F, the predictors held fixed.
///
/// F = (R²/m)/((1 − R²)/v) follows a noncentral F with λ = n·ρ²/(1 − ρ²), n = m + v + 1. The limits of λ are those at
/// which the observed F leaves (1 − confidence)/2 in the upper and in the lower tail; each turns into ρ² = λ/(λ + n)
/// (Smithson 2001, doi:10.1177/00131640121971392; Kelley 2007, doi:10.18637/jss.v020.i08). A limit that no λ ≥ 0
/// reaches is 0.
public struct RSquaredInterval: Sendable, Equatable {
  public let low: Double
  public let high: Double

  /// - Parameters:
  ///   - rSquared: the sample's R², 0 … 1.
  ///   - predictors: m ≥ 1, the degrees of freedom of the model.
  ///   - residualDegrees: v > 0; n is m + v + 1.
  public init(rSquared: Double, predictors: Double, residualDegrees: Double, confidence: Double = 0.95) {
    precondition(predictors > 0 && residualDegrees > 0, "degrees of freedom are above zero")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let n = predictors + residualDegrees + 1
    let tail = (1 - confidence) / 2
    let f = rSquared / predictors / ((1 - rSquared) / residualDegrees)
    // R² of 1, or so near that λ would overflow.
    guard rSquared < 1, f < 1e30 else {
      low = 1
      high = 1
      return
    }
    func limit(_ excess: (NoncentralF) -> Double) -> Double {
      func at(_ lambda: Double) -> Double {
        excess(NoncentralF(numerator: predictors, denominator: residualDegrees, noncentrality: lambda))
      }
      let atZero = at(0)
      if atZero >= 0 { return 0 }
      var upper = max(1, 2 * n * rSquared / (1 - rSquared))
      while at(upper) < 0, upper < 1e300 { upper *= 2 }
      let lambda = root(between: 0, and: upper, of: at) ?? upper
      return lambda / (lambda + n)
    }
    // Both are increasing in λ.
    low = limit { $0.upperTail(f) - tail }
    high = limit { tail - $0.lowerTail(f) }
  }
}
