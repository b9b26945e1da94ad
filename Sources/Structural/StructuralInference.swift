extension StructuralModel.Parameter {
  /// Two-sided p-value of z, or of t with the degrees of freedom; `nil` without an error.
  public var pValue: Double? { statistic.flatMap(WaldReference(degrees: degrees).twoSided) }
}

extension StructuralEffect.Value {
  /// Two-sided p-value of z, or of t with the degrees of freedom; `nil` without an error.
  public var pValue: Double? { statistic.flatMap(WaldReference(degrees: degrees).twoSided) }

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
    let quantile = WaldReference(degrees: parameter.degrees).quantile(specification.confidence)
    return (estimate - quantile * error, estimate + quantile * error)
  }
}
