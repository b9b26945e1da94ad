import Probability

/// Bootstrap replicates, and the jackknife ones that BCa intervals need.
package struct Resampled: Sendable {
  package var bootstrap: Replicates
  /// The sample without each unit or group of units; `nil` when BCa was not asked for, or there are no rows to leave out.
  package var jackknife: Replicates?
  /// How many respondents each jackknife value stands for.
  package var multiplicities: [Double]?
  /// Units less strata of a design whose units were drawn; `nil` for respondents of a simple sample.
  package var degrees: Double?

  package init(
    bootstrap: Replicates, jackknife: Replicates? = nil, multiplicities: [Double]? = nil, degrees: Double? = nil
  ) {
    self.degrees = degrees
    self.bootstrap = bootstrap
    self.jackknife = jackknife
    self.multiplicities = multiplicities
  }

  /// The jackknife, when every respondent could be left out: the acceleration is not defined without one of the values.
  package var wholeJackknife: Replicates? { jackknife.flatMap { $0.failureCount == 0 ? $0 : nil } }

  /// Why there are no BCa intervals; `nil` when there is what they need.
  package var missingForBca: String? {
    if wholeJackknife != nil { return nil }
    return jackknife == nil
      ? "they need the respondents' rows" : "without some of the respondents there is no result at all"
  }

  /// The share of replicates that an interval of that confidence takes in: with few units the spread of replicates is itself
  /// uncertain, and Student's t says how much further out the ends belong, 2Φ(t) − 1 in place of 2Φ(z) − 1 (Hesterberg 2015,
  /// doi:10.1080/00031305.2015.1089789).
  package func coverage(_ confidence: Double) -> Double {
    guard let degrees, degrees > 0 else { return confidence }
    // With one or two degrees of freedom nothing but the outermost replicates is left.
    return min(1 - 2 * Normal().upperTail(StudentT(degrees: degrees).quantile((1 + confidence) / 2)), 1.0.nextDown)
  }

  /// The interval of one column's estimate; `nil` as `Interval.of` has it.
  package func interval(
    _ kind: IntervalKind, column: Int, estimate: Double, confidence: Double
  ) -> Interval? {
    Interval.of(
      kind, estimate: estimate, replicates: bootstrap.column(column), failures: bootstrap.failureCount,
      confidence: coverage(confidence),
      jackknife: wholeJackknife.map {
        JackknifeValues(values: $0.column(column), multiplicities: multiplicities)
      })
  }

  /// The standard deviation of one column over the replicates; `nil` where more than 5 % of them have none.
  package func standardError(column: Int) -> Double? {
    let finite = bootstrap.column(column).filter(\.isFinite)
    let undefined = bootstrap.count - finite.count
    guard Double(undefined) <= Interval.largestUndefinedShare * Double(bootstrap.count), finite.count > 1 else {
      return nil
    }
    let mean = finite.reduce(0, +) / Double(finite.count)
    return (finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count - 1)).squareRoot()
  }
}
