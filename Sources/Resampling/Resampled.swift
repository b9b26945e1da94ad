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

  /// How variances are made of replicates whose weights came with the data; `nil` of resamples.
  package private(set) var variance: ReplicateVariance?
  /// With such weights: draws from the distribution that they give, where how often something happens is wanted.
  private var drawn: Replicates?
  private var points: [Double]?
  /// The weights of every resample were there before it was drawn.
  var isGiven = false

  /// What frequencies are counted in: the resamples, or draws in their place.
  package var draws: Replicates { drawn ?? bootstrap }

  /// - Parameters:
  ///   - point: the sample's own numbers.
  ///   - draws: how many are made.
  init(bootstrap: Replicates, variance: ReplicateVariance, point: [Double], draws: Int, seed: UInt64) {
    self.init(bootstrap: bootstrap, degrees: variance.degrees)
    let own = variance.keeping(bootstrap.failure.map { $0 < 0 })
    self.variance = own
    points = point
    if bootstrap.successCount > 0 { drawn = own.draws(bootstrap, point: point, count: draws, seed: seed) }
  }

  /// The same with other numbers made of every replicate, and of every draw.
  package func mapping(_ body: (Replicates) -> Replicates) -> Resampled {
    var copy = self
    copy.bootstrap = body(bootstrap)
    copy.jackknife = jackknife.map(body)
    copy.drawn = drawn.map(body)
    return copy
  }

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
    if variance != nil { return "with replicate weights intervals are the estimate ± t times its error" }
    if isGiven { return "the resamples' weights are given, and none leaves out a respondent" }
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
    interval(
      kind, estimate: estimate, values: bootstrap.column(column),
      jackknife: wholeJackknife.map {
        JackknifeValues(values: $0.column(column), multiplicities: multiplicities)
      }, confidence: confidence)
  }

  /// Whether so many replicates failed that nothing is made of the others.
  package var failsTooOften: Bool { bootstrap.failsTooOften }

  /// The interval of an estimate from its values in the replicates that succeeded; `nil` as `Interval.of` has it.
  package func interval(
    _ kind: IntervalKind, estimate: Double, values: [Double], jackknife: JackknifeValues? = nil, confidence: Double
  ) -> Interval? {
    if let variance {
      return failsTooOften ? nil : variance.interval(values, estimate: estimate, confidence: confidence)
    }
    return Interval.of(
      kind, estimate: estimate, replicates: values, failures: bootstrap.failureCount,
      confidence: coverage(confidence), jackknife: jackknife)
  }

  /// The standard deviation of one column over the replicates; `nil` where more than 5 % of them have none.
  package func standardError(column: Int) -> Double? {
    if let variance {
      let values = bootstrap.column(column)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      return failsTooOften ? nil : variance.variance(values, estimate: points?[column] ?? mean)?.squareRoot()
    }
    let finite = bootstrap.column(column).filter(\.isFinite)
    let undefined = bootstrap.count - finite.count
    guard Double(undefined) <= Interval.largestUndefinedShare * Double(bootstrap.count), finite.count > 1 else {
      return nil
    }
    let mean = finite.reduce(0, +) / Double(finite.count)
    return (finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count - 1)).squareRoot()
  }
}
