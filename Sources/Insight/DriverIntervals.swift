import Importance
import LinearAlgebra
import Measures
import Platform
import Probability
import Regression
import Resampling
import Survey

/// Reads estimates and their intervals off the sample's numbers and the replicates.
struct DriverIntervals {
  let specification: DriverAnalysis
  let layout: ReplicateLayout
  let point: [Double]
  let resampled: Resampled?
  /// Threads.
  let jobs: Int

  init(specification: DriverAnalysis, layout: ReplicateLayout, point: [Double], resampled: Resampled?, jobs: Int) {
    self.specification = specification
    self.layout = layout
    self.point = point
    self.resampled = resampled
    self.jobs = jobs
  }

  var bootstrap: BootstrapSpecification { specification.bootstrap }

  private var jackknife: Replicates? { resampled?.wholeJackknife }

  /// A number of the layout with its interval.
  func estimated(_ column: Int, within bounds: ClosedRange<Double>? = nil) -> DriverAnalysis.Estimated {
    estimated(
      point[column], resampled?.bootstrap.column(column) ?? [], jackknife: jackknife?.column(column), within: bounds)
  }

  /// A basic interval turns the replicates round and can leave what is possible, and any can by rounding: `bounds` cut it off
  /// there.
  private func estimated(
    _ value: Double, _ replicates: [Double], jackknife: [Double]?, within bounds: ClosedRange<Double>? = nil
  ) -> DriverAnalysis.Estimated {
    guard value.isFinite else { return DriverAnalysis.Estimated(value: nil) }
    let interval =
      replicates.isEmpty
      ? nil
      : resampled?.interval(
        bootstrap.interval, estimate: value, values: replicates,
        jackknife: jackknife.map { JackknifeValues(values: $0, multiplicities: resampled?.multiplicities) },
        confidence: bootstrap.confidence)
    guard let interval else { return DriverAnalysis.Estimated(value: value) }
    guard let bounds else {
      return DriverAnalysis.Estimated(value: value, low: interval.low, high: interval.high)
    }
    func inside(_ end: Double) -> Double { min(max(end, bounds.lowerBound), bounds.upperBound) }
    return DriverAnalysis.Estimated(value: value, low: inside(interval.low), high: inside(interval.high))
  }

  func ratings(_ columns: Range<Int>) -> [DriverAnalysis.Estimated] { columns.map { estimated($0) } }

  /// The analytic interval where there is one. Else, of ranks, polychorics, pairs and corrected moments, that of the
  /// resamples' standard deviation about what is left when their mean excess over the estimate is taken off: percentiles lie
  /// too high by twice what R² itself does.
  ///
  /// The deviation is that of adjusted R²s, since resamples leave less over than the sample does.
  func rSquared(_ regression: LinearRegression.Fit, outcome: Int) -> DriverAnalysis.Estimated {
    let value = regression.rSquared
    if let low = regression.rSquaredLow, let high = regression.rSquaredHigh {
      return DriverAnalysis.Estimated(value: value, low: low, high: high)
    }
    if let spread = resampled?.variance, let values = resampled?.bootstrap.column(layout.rSquared(outcome)) {
      guard let own = spread.interval(values, estimate: value, confidence: bootstrap.confidence) else {
        return DriverAnalysis.Estimated(value: value)
      }
      let adjusted = min(1, max(0, regression.adjustedRSquared))
      let half = (own.high - own.low) / 2
      let ends = RSquaredInfluence.limits(adjusted, halfLength: half) ?? (0, min(1, adjusted + half))
      return DriverAnalysis.Estimated(value: value, low: ends.low, high: ends.high)
    }
    let drawn = resampled?.bootstrap.column(layout.rSquared(outcome)).filter(\.isFinite) ?? []
    let failures = (resampled?.bootstrap.count ?? 0) - drawn.count
    guard drawn.count > 1, Double(failures) <= Interval.largestUndefinedShare * Double(drawn.count + failures) else {
      return DriverAnalysis.Estimated(value: value)
    }
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
    let inflation = value < 1 ? (1 - regression.adjustedRSquared) / (1 - value) : 1
    let half = Normal().quantile((1 + bootstrap.confidence) / 2) * inflation * variance.squareRoot()
    let centre = min(1, max(0, 2 * value - mean))
    let ends = RSquaredInfluence.limits(centre, halfLength: half) ?? (0, min(1, centre + half))
    return DriverAnalysis.Estimated(value: value, low: ends.low, high: ends.high)
  }

  /// Importance, shares, ranks and differences of one method.
  ///
  /// - Parameter lone: drivers that rest on one respondent or cluster, of which resamples say nothing.
  func method(_ index: Int, outcome: Int, lone: Set<Int>) -> DriverAnalysis.MethodFit {
    let columns = layout.importance(outcome, method: index)
    let players = layout.players
    let importance = Array(point[columns])
    let shares = ImportanceFit.shares(importance)
    let drawn = resampled?.bootstrap.columns(columns)
    let shareColumns = drawn?.shares
    let left = jackknife?.columns(columns).shares

    let ranks = ImportanceFit.ranks(importance.map { $0.isFinite ? $0 : nil })
    // How often something happens is counted in draws, which with replicate weights are not the replicates themselves.
    let all = resampled?.draws.columns(columns)
    let drawnShares = all?.shares
    let hasReplicates = (all?.count ?? 0) > 0
    let comparison = hasReplicates ? drawnShares.flatMap { RankComparison(shares, $0) } : nil
    let rankIntervals = comparison?.rankIntervals(confidence: bootstrap.confidence)
    let open = comparison?.mayBeFirst(confidence: bootstrap.confidence)
    let resampledFirst = all?.frequencyOfFirst
    let uncertainty =
      hasReplicates
      ? drawnShares.map {
        ShareUncertainty(shares: shares, replicates: $0, confidence: bootstrap.confidence, jobs: jobs)
      } : nil
    let frequencies = uncertainty?.frequencyOfFirst

    // Only Pratt's values can be negative, and squared coefficients exceed what there is to divide.
    let kind = specification.methods[index]
    let bounds: ClosedRange<Double>? = kind == .pratt ? nil : 0...1
    let drivers = (0..<players).map { k in
      guard !lone.contains(k) else {
        return DriverAnalysis.DriverImportance(
          importance: .init(value: importance[k].isFinite ? importance[k] : nil),
          share: .init(value: shares[k].isFinite ? shares[k] : nil), rank: ranks[k])
      }
      var driver = DriverAnalysis.DriverImportance(
        importance: estimated(columns.lowerBound + k, within: kind == .betasq ? nil : bounds),
        share: estimated(shares[k], shareColumns?.column(k) ?? [], jackknife: left?.column(k), within: bounds),
        rank: ranks[k])
      guard let rank = ranks[k], let uncertainty else { return driver }
      driver.rankLow = rankIntervals?[k].low ?? 1
      driver.rankHigh = rankIntervals?[k].high ?? players
      driver.frequencyOfFirst = frequencies?[k]
      driver.resampledFrequencyOfFirst = resampledFirst?[k]
      driver.mayBeFirst = open?[k] ?? true
      driver.shrunkenShare = uncertainty.means?[k]
      if rank == 1, let low = driver.share.low, let high = driver.share.high {
        driver.leaderInterval = uncertainty.leader(k, own: Interval(low: low, high: high))
      }
      return driver
    }
    return DriverAnalysis.MethodFit(
      method: specification.methods[index], drivers: drivers,
      differences: differences(shares, shareColumns, left: left, lone: lone), draws: uncertainty?.draws)
  }

  /// Of every pair of drivers, in order.
  private func differences(
    _ shares: [Double], _ replicates: ReplicateColumns?, left: ReplicateColumns?, lone: Set<Int>
  ) -> [DriverAnalysis.Difference] {
    let pairs = shares.indices.flatMap { j in (j + 1..<max(shares.count, j + 1)).map { (first: j, second: $0) } }
    let one = DriverAnalysis.Difference(driver: 0, versus: 0, difference: .init(value: nil))
    var result = [DriverAnalysis.Difference](repeating: one, count: pairs.count)
    result.withUnsafeMutableBufferPointer { result in
      let slots = Slots(differences: result)
      TaskSharing.run(tasks: (pairs.count + 63) / 64, jobs: jobs, makeWorkspace: { () }) { _, task in
        for at in task * 64..<min(pairs.count, (task + 1) * 64) {
          let (j, k) = pairs[at]
          let value = shares[j] - shares[k]
          slots.differences[at] = DriverAnalysis.Difference(
            driver: j, versus: k,
            difference: lone.contains(j) || lone.contains(k)
              ? .init(value: value.isFinite ? value : nil)
              : estimated(value, replicates?.difference(j, k) ?? [], jackknife: left?.difference(j, k)))
        }
      }
    }
    return result
  }

  /// What the threads fill; no two write the same one.
  private struct Slots: @unchecked Sendable {
    let differences: UnsafeMutableBufferPointer<DriverAnalysis.Difference>
  }

  /// Standard errors from the spread of the replicates' coefficients.
  func withBootstrapErrors(
    _ fit: LinearRegression.Fit, outcome: Int, replicates: Replicates
  ) -> LinearRegression.Fit {
    // A dropped term has no estimate; nor has the intercept of a regression on correlations.
    let columns = zip(layout.coefficients(outcome), fit.terms).filter { $0.1.estimate != nil }.map(\.0)
    let rows = columns.map { replicates.column($0) }
    if let spread = resampled?.variance {
      let covariance = spread.covariance(rows, estimates: fit.terms.compactMap(\.estimate))
      return fit.withCovariance(
        covariance, df: spread.degrees - fit.dfModel,
        undetermined: (0..<covariance.order).filter { !covariance[$0, $0].isFinite }, errors: .replicates)
    }
    // A coefficient that many resamples cannot estimate, as when it rests on one respondent, has no error of its own; the
    // others keep theirs.
    let least = (1 - Interval.largestUndefinedShare) * Double(replicates.successCount)
    let undetermined = rows.indices.filter { Double(rows[$0].count(where: \.isFinite)) < least }
    let defined = rows.indices.filter { !undetermined.contains($0) }
    let usable = (0..<replicates.successCount).filter { i in defined.allSatisfy { rows[$0][i].isFinite } }
    guard usable.count > 1, Double(usable.count) >= least else { return fit }
    let count = Double(usable.count)
    let means = rows.map { row in usable.reduce(0) { $0 + row[$1] } / count }
    var covariance = SymmetricMatrix(order: columns.count)
    for a in defined {
      for b in defined where b <= a {
        covariance[a, b] = usable.reduce(0) { $0 + (rows[a][$1] - means[a]) * (rows[b][$1] - means[b]) } / (count - 1)
      }
    }
    return fit.withCovariance(covariance, df: fit.dfResidual, undetermined: undetermined, errors: .bootstrap)
  }

  /// Drivers whose share lies outside its own interval.
  static func outside(_ outcomes: [DriverAnalysis.OutcomeFit], _ players: [String]) -> Note? {
    var names: [String] = []
    for outcome in outcomes {
      for method in outcome.methods {
        for (name, driver) in zip(players, method.drivers) where !names.contains(name) {
          guard let value = driver.share.value, let low = driver.share.low, let high = driver.share.high else {
            continue
          }
          if value < low || value > high { names.append(name) }
        }
      }
    }
    guard !names.isEmpty else { return nil }
    return Note(
      .estimateOutsideInterval,
      "The share of \(quoted(names)) lies outside its own interval: resamples repeat rows and so explain more by chance than the sample does. There are too many columns for so few rows; leave some out, or ask more respondents."
    )
  }

  /// What the reader must know of the resampling.
  var notes: [Note] {
    var notes: [Note] = []
    if let replicates = resampled?.bootstrap, replicates.failureCount > 0 {
      let reasons = Sentence.reasons(replicates)
      notes.append(
        Note(
          .replicatesFailed,
          "\(replicates.failureCount) of \(replicates.count) resamples gave no result and are left out: \(reasons)."))
    }
    if bootstrap.interval == .bca, let missing = resampled?.missingForBca {
      notes.append(
        Note(.noBca, "There are no BCa intervals: \(Sentence(stringLiteral: missing)). Use percentile intervals."))
    }
    return notes
  }
}

extension Sentence {
  /// Why resamples gave no result, and how many.
  static func reasons(_ replicates: Replicates) -> Sentence {
    joined(
      replicates.failuresByReason.map { failure in
        "\(Sentence(stringLiteral: failure.reason.words)) (\(failure.count))"
      }, separator: "; ")
  }
}
