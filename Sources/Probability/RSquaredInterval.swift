/// The interval of a regression's population R² from the sample's, under normal errors.
///
/// The limits are the values of the population's R² under which the observed one leaves (1 − confidence)/2 in the upper
/// and in the lower tail; a limit that no population reaches is 0. With fixed predictors the tails are those of a
/// noncentral F with λ = n·ρ²/(1 − ρ²) (Smithson 2001, doi:10.1177/00131640121971392); with random ones, which vary from
/// sample to sample as the outcome does and are jointly normal with it, those of `SampleRSquared` (Lee 1971, Journal of
/// the Royal Statistical Society B 33, 117–130; Steiger & Fouladi 1992, doi:10.3758/BF03203611). R's MBESS has both as
/// `ci.R2` (Kelley 2007, doi:10.18637/jss.v020.i08). In a survey nobody sets the predictors, and intervals for fixed ones
/// are then too short: about 90 % instead of 95 % where R² is .6.
public struct RSquaredInterval: Sendable, Equatable {
  /// How the predictors came about.
  public enum Predictors: Sendable {
    /// Set by the experimenter: another sample would have the same.
    case fixed
    /// Found in the respondents: another sample would have others.
    case random
  }

  /// Lower end, 0 … 1.
  public let low: Double
  /// Upper end, 0 … 1.
  public let high: Double

  /// - Parameters:
  ///   - rSquared: the sample's R², 0 … 1.
  ///   - predictors: m ≥ 1, the degrees of freedom of the model.
  ///   - residualDegrees: v > 0; n is m + v + 1.
  ///   - kind: whether the predictors are random or fixed.
  public init(
    rSquared: Double, predictors: Double, residualDegrees: Double, kind: Predictors = .random,
    confidence: Double = 0.95
  ) {
    precondition(predictors > 0 && residualDegrees > 0, "degrees of freedom are above zero")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let n = predictors + residualDegrees + 1
    let tail = (1 - confidence) / 2
    let f = rSquared / predictors / ((1 - rSquared) / residualDegrees)
    // R² of 1, or so near that the limits could not be told from it.
    guard rSquared < 1, f < 1e30 else {
      low = 1
      high = 1
      return
    }
    func tails(_ signal: Double) -> (lower: () -> Double, upper: () -> Double) {
      switch kind {
      case .fixed:
        let distribution = NoncentralF(
          numerator: predictors, denominator: residualDegrees, noncentrality: n * signal)
        return ({ distribution.lowerTail(f) }, { distribution.upperTail(f) })
      case .random:
        let distribution = SampleRSquared(
          predictors: predictors, residualDegrees: residualDegrees, signal: signal)
        return ({ distribution.lowerTail(rSquared) }, { distribution.upperTail(rSquared) })
      }
    }
    /// The ratio of variances γ at which an increasing function of it is zero, as ρ² = γ/(1 + γ).
    func limit(_ excess: (Double) -> Double) -> Double {
      if excess(0) >= 0 { return 0 }
      var upper = max(1 / n, 2 * rSquared / (1 - rSquared))
      while excess(upper) < 0, upper < 1e300 / n { upper *= 2 }
      let signal = root(between: 0, and: upper, of: excess) ?? upper
      return signal / (1 + signal)
    }
    low = limit { tails($0).upper() - tail }
    high = limit { tail - tails($0).lower() }
  }
}
