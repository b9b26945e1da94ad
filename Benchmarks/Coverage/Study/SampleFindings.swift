import Importance
import Insight
import Measures
import Probability
import Regression
import Resampling
import Simulation

/// What one sample's intervals do, as a row of numbers: 1 where an interval holds the truth, 0 where not, NaN where there
/// is none; and widths.
struct SampleFindings {
  /// The intervals of R² that are compared.
  enum RSquaredKind: Int, CaseIterable {
    case fixed, random, percentile, bca
  }

  private static let p = StudyDesign.drivers
  static func share(_ kind: IntervalKind, _ driver: Int) -> Int { index(kind) * 2 * p + driver }
  static func shareWidth(_ kind: IntervalKind, _ driver: Int) -> Int { index(kind) * 2 * p + p + driver }
  private static let afterShares = 3 * 2 * p
  static let ranks = afterShares
  static let percentileRanks = afterShares + 1
  /// The mean number of ranks that a driver's set holds.
  static let rankWidth = afterShares + 2
  static func rSquared(_ kind: RSquaredKind) -> Int { afterShares + 3 + kind.rawValue }
  static func rSquaredWidth(_ kind: RSquaredKind) -> Int {
    afterShares + 3 + RSquaredKind.allCases.count + kind.rawValue
  }
  private static let afterRSquared = afterShares + 3 + 2 * RSquaredKind.allCases.count
  static func performance(_ driver: Int) -> Int { afterRSquared + driver }
  /// How often resamples put the driver into its commonest quadrant, and whether that is the population's.
  static func quadrantFrequency(_ driver: Int) -> Int { afterRSquared + p + driver }
  static func quadrant(_ driver: Int) -> Int { afterRSquared + 2 * p + driver }
  static let width = afterRSquared + 3 * p

  private static func index(_ kind: IntervalKind) -> Int { IntervalKind.allCases.firstIndex(of: kind)! }

  let design: StudyDesign
  let model: SurveyModel
  let truth: StudyTruth
  let respondents: Int
  let replicates: Int
  static let confidence = 0.95

  init(_ cell: StudyCell, replicates: Int) throws {
    design = cell.design
    model = try cell.design.model()
    truth = try StudyTruth(cell.design, model)
    respondents = cell.respondents
    self.replicates = replicates
  }

  /// Draws a sample, analyses it as the program does, and writes its row.
  ///
  /// - Returns: why there is no analysis of this sample, or `nil`.
  func fill(_ row: UnsafeMutableBufferPointer<Double>, from stream: inout RandomStream) -> ReplicateFailure? {
    row.update(repeating: .nan)
    do {
      let survey = try model.draw(respondents: respondents, seed: stream.next())
      // With BCa the analysis keeps everything that the other kinds are read off, too.
      let analysis = DriverAnalysis(
        bootstrap: BootstrapSpecification(
          replicates: replicates, seed: stream.next(), interval: .bca, confidence: SampleFindings.confidence),
        dominance: false)
      let fit = try analysis.fit(to: ModelFrame(survey, roles: design.roles))
      guard let resampled = fit.resampled else { return .stopped("nothing was resampled") }
      write(rSquared: fit, resampled, row)
      for k in 0..<StudyDesign.drivers {
        let column = fit.layout.performance.lowerBound + k
        let interval = Interval.of(
          .percentile, estimate: fit.point[column], replicates: resampled.bootstrap.column(column),
          confidence: SampleFindings.confidence)
        row[SampleFindings.performance(k)] = held(interval, truth.performance[k])
      }
      if truth.shares != nil {
        write(shares: fit, resampled, row)
        write(ranks: fit, resampled, row)
        try write(quadrants: fit, row)
      }
      return nil
    } catch {
      return .stopped("\(error)")
    }
  }

  private func held(_ interval: Interval?, _ truth: Double) -> Double {
    interval.map { $0.contains(truth) ? 1 : 0 } ?? .nan
  }

  private func write(
    shares fit: DriverAnalysis.Fit, _ resampled: Resampled, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    let columns = fit.layout.importance(0, method: 0)
    let point = ImportanceFit.shares(Array(fit.point[columns]))
    let replicates = resampled.bootstrap.rows(columns).map { ImportanceFit.shares($0) }
    for k in 0..<StudyDesign.drivers {
      let column = replicates.map { $0[k] }
      for kind in [IntervalKind.percentile, .basic] {
        let interval = Interval.of(
          kind, estimate: point[k], replicates: column, confidence: SampleFindings.confidence)
        row[SampleFindings.share(kind, k)] = held(interval, truth.shares![k])
        row[SampleFindings.shareWidth(kind, k)] = interval.map { $0.high - $0.low } ?? .nan
      }
      let bca = SampleFindings.interval(fit.outcomes[0].methods[0].drivers[k].share)
      row[SampleFindings.share(.bca, k)] = held(bca, truth.shares![k])
      row[SampleFindings.shareWidth(.bca, k)] = bca.map { $0.high - $0.low } ?? .nan
    }
  }

  private static func interval(_ estimate: DriverAnalysis.Estimated) -> Interval? {
    guard let low = estimate.low, let high = estimate.high else { return nil }
    return Interval(low: low, high: high)
  }

  private func write(
    ranks fit: DriverAnalysis.Fit, _ resampled: Resampled, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    let drivers = fit.outcomes[0].methods[0].drivers
    let ranks = truth.ranks!
    // What rests on one respondent has no intervals, and no ranks.
    guard drivers.allSatisfy({ $0.rankLow != nil && $0.rankHigh != nil }) else { return }
    row[SampleFindings.ranks] = zip(drivers, ranks).allSatisfy { $0.rankLow! <= $1 && $1 <= $0.rankHigh! } ? 1 : 0
    row[SampleFindings.rankWidth] =
      drivers.reduce(0) { $0 + Double($1.rankHigh! - $1.rankLow! + 1) } / Double(drivers.count)
    // For contrast: quantiles of each rank over the resamples.
    let replicates = resampled.bootstrap.rows(fit.layout.importance(0, method: 0)).map { row in
      row.map { value in Double(1 + row.count { $0 > value }) }
    }
    let tail = (1 - SampleFindings.confidence) / 2
    row[SampleFindings.percentileRanks] =
      ranks.indices.allSatisfy { k in
        let sorted = replicates.map { $0[k] }.sorted()
        let rank = Double(ranks[k])
        return Quantile.ofSorted(sorted, tail).rounded(.down) <= rank
          && rank <= Quantile.ofSorted(sorted, 1 - tail).rounded(.up)
      } ? 1 : 0
  }

  private func write(
    rSquared fit: DriverAnalysis.Fit, _ resampled: Resampled, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    let value = fit.outcomes[0].regression.rSquared
    let column = fit.layout.rSquared(0)
    let jackknife = resampled.jackknife.map { JackknifeValues(values: $0.column(column)) }
    for kind in RSquaredKind.allCases {
      let interval: Interval?
      switch kind {
      case .fixed, .random:
        let analytic = RSquaredInterval(
          rSquared: value, predictors: Double(StudyDesign.drivers),
          residualDegrees: Double(respondents - StudyDesign.drivers - 1), kind: kind == .fixed ? .fixed : .random,
          confidence: SampleFindings.confidence)
        interval = Interval(low: analytic.low, high: analytic.high)
      case .percentile, .bca:
        interval = Interval.of(
          kind == .percentile ? .percentile : .bca, estimate: value, replicates: resampled.bootstrap.column(column),
          confidence: SampleFindings.confidence, jackknife: jackknife)
      }
      row[SampleFindings.rSquared(kind)] = held(interval, truth.rSquared)
      row[SampleFindings.rSquaredWidth(kind)] = interval.map { $0.high - $0.low } ?? .nan
    }
  }

  private func write(quadrants fit: DriverAnalysis.Fit, _ row: UnsafeMutableBufferPointer<Double>) throws {
    let map = try ImportancePerformance().fit(fit).maps[0]
    for (k, position) in map.positions.enumerated() {
      guard let frequencies = position.frequencies else { continue }
      // In the order of the cases, so that a tie is always settled alike.
      let commonest = Quadrant.allCases.max { frequencies[$0]! < frequencies[$1]! }!
      row[SampleFindings.quadrantFrequency(k)] = frequencies[commonest]!
      row[SampleFindings.quadrant(k)] = commonest == truth.quadrants![k] ? 1 : 0
    }
  }
}
