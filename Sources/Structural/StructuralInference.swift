import Probability

/// P(|Z| ≥ |z|) of a standard normal Z.
private func twoSided(_ z: Double) -> Double { min(1, 2 * Normal().upperTail(abs(z))) }

extension StructuralModel.Parameter {
  /// Two-sided p-value of z; `nil` without an error.
  public var pValue: Double? { statistic.map(twoSided) }
}

extension StructuralEffect.Value {
  /// Two-sided p-value of z; `nil` without an error.
  public var pValue: Double? { statistic.map(twoSided) }

  /// The interval leaves zero out; `nil` without one.
  public var isClear: Bool? {
    guard let low, let high else { return nil }
    return low > 0 || high < 0
  }
}

extension StructuralModel.Fit {
  /// Estimate ± z·error with all variables of variance 1; `nil` where there is no error.
  public func standardizedInterval(_ parameter: StructuralModel.Parameter) -> (low: Double, high: Double)? {
    guard let estimate = parameter.standardized, let error = parameter.standardizedError else { return nil }
    let quantile = -Normal().quantile((1 - specification.confidence) / 2)
    return (estimate - quantile * error, estimate + quantile * error)
  }
}
