import Probability

/// What estimates in units of their errors are held against: the normal distribution, or, where a design leaves few degrees of freedom
/// to variances (clusters, strata, replicate weights), t with these.
struct WaldReference: Sendable, Equatable {
  /// `nil`: normal.
  let degrees: Double?

  /// The half-width of an interval in errors.
  func quantile(_ confidence: Double) -> Double {
    let tail = (1 - confidence) / 2
    guard let degrees else { return -Normal().quantile(tail) }
    return degrees > 0 ? -StudentT(degrees: degrees).quantile(tail) : .nan
  }

  /// P(|T| ≥ |t|); `nil` without degrees of freedom.
  func twoSided(_ statistic: Double) -> Double? {
    guard let degrees else { return min(1, 2 * Normal().upperTail(abs(statistic))) }
    return degrees > 0 ? min(1, 2 * StudentT(degrees: degrees).upperTail(abs(statistic))) : nil
  }
}
