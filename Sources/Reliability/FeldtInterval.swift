import Probability
public import Resampling

/// Feldt's interval of α: (1 − α)/(1 − α̂) is distributed as F with n − 1 and (n − 1)(k − 1) degrees of freedom when the
/// items are normal with equal covariances (Feldt 1965, doi:10.1007/BF02289499; Feldt, Woodruff & Salih 1987).
public enum FeldtInterval {
  /// - Parameters:
  ///   - n: respondents, above 1.
  ///   - items: k, at least 2.
  public static func of(alpha: Double, n: Double, items: Int, confidence: Double = 0.95) -> Interval {
    precondition(n > 1 && items >= 2, "respondents and items enough for α")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let distribution = FDistribution(numerator: n - 1, denominator: (n - 1) * Double(items - 1))
    let tail = (1 - confidence) / 2
    return Interval(
      low: 1 - (1 - alpha) * distribution.quantile(1 - tail), high: 1 - (1 - alpha) * distribution.quantile(tail))
  }
}
