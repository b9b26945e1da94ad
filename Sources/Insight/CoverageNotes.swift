import Importance
import Measures
import Regression
import Resampling
import Survey

/// What the coverage study (its page in the documentation) says of intervals such as these: a note where it found them
/// more than two points below what they promise, and no other.
///
/// How much a sample knows of shares goes by n·R² per parameter: with the same n·R² surveys of R² .1 and of R² .5 cover
/// alike. The adjusted R² stands for the population's, which the sample's own overstates.
struct CoverageNotes {
  let outcomes: [DriverAnalysis.OutcomeFit]
  let players: [String]
  let interval: IntervalKind

  /// n·R² per parameter below which percentile intervals of shares miss for some driver, and BCa intervals on the whole.
  static let weakForPercentile = 5.0
  static let weakForBCa = 15.0
  /// An adjusted R² below this is little, fewer respondents per term than that are few.
  static let little = 0.1
  static let fewPerTerm = 25.0
  /// Lower ends of shares below this are next to zero.
  static let nextToZero = 0.01

  var notes: [Note] {
    [basic, weakSignal, resampledRSquared, nearZero].compactMap { $0 }
  }

  private static func signal(_ outcome: DriverAnalysis.OutcomeFit) -> Double {
    outcome.regression.n * max(0, outcome.regression.adjustedRSquared)
  }

  private func lmg(_ outcome: DriverAnalysis.OutcomeFit) -> [DriverAnalysis.DriverImportance] {
    outcome.methods.first { $0.method == .lmg }?.drivers.filter { $0.share.low != nil } ?? []
  }

  private var basic: Note? {
    guard interval == .basic else { return nil }
    return Note(
      .basicInterval,
      "Basic intervals of importance cover less often than they say (61–95 % instead of 95 % in simulations, the least where little is explained); percentile intervals, the default, do better. Ends that would lie beyond 0 and 1 are set there."
    )
  }

  private var weakSignal: Note? {
    let limit: Double
    switch interval {
    case .percentile: limit = CoverageNotes.weakForPercentile
    case .bca: limit = CoverageNotes.weakForBCa
    // These have their own note, whatever the sample.
    case .basic: return nil
    }
    let weak = outcomes.filter {
      !lmg($0).isEmpty && CoverageNotes.signal($0) < limit * $0.regression.dfModel
    }
    guard !weak.isEmpty else { return nil }
    let found: Sentence =
      interval == .percentile
      ? "95 % intervals of shares held only some 90 % for some drivers: unequal drivers look more alike than they are"
      : "95 % BCa intervals of shares held only 80 to 93 %; percentile intervals, the default, do better"
    let reason = CoverageNotes.reason(
      weak.map(\.outcome.title), little: weak.allSatisfy { $0.regression.adjustedRSquared < CoverageNotes.little },
      few: weak.allSatisfy { $0.regression.n < CoverageNotes.fewPerTerm * $0.regression.dfModel })
    return Note(.weakSignal, "\(reason) In simulations of such samples \(found).")
  }

  /// What makes shares rough: that little is explained, that respondents are few for the terms, both, or neither by itself.
  private static func reason(_ outcomes: [String], little: Bool, few: Bool) -> Sentence {
    let names = quoted(outcomes)
    switch (little, few) {
    case (true, true): return "So little of \(names) is explained, for so few respondents, that shares are rough."
    case (true, false):
      return "So little of \(names) is explained that shares are rough, although respondents are not few."
    case (false, true): return "For so many terms there are so few respondents that the shares of \(names) are rough."
    case (false, false):
      return
        "What is explained of \(names) is not much for the number of respondents and terms, so that shares are rough."
    }
  }

  /// From the spread of resamples 95 % intervals of R² held 88 to 93 % with six respondents per driver and 91 to 96 % with
  /// twenty, of answers that pile up at the top of their scales.
  private var resampledRSquared: Note? {
    let rough = outcomes.filter { outcome in
      guard outcome.regression.rSquaredLow == nil, outcome.rSquared.low != nil else { return false }
      return outcome.regression.n < CoverageNotes.fewPerTerm * outcome.regression.dfModel
    }
    guard !rough.isEmpty else { return nil }
    return Note(
      .rSquaredInterval,
      "The interval of R² of \(quoted(rough.map(\.outcome.title))) rests on the spread of the resamples, since no formula gives it here: with few respondents for the terms 95 % intervals of this kind held only 88 to 93 % in simulations."
    )
  }

  private var nearZero: Note? {
    guard interval != .basic else { return nil }
    var names: [String] = []
    for outcome in outcomes {
      guard let fit = outcome.methods.first(where: { $0.method == .lmg }) else { continue }
      for (name, driver) in zip(players, fit.drivers) where !names.contains(name) {
        if let low = driver.share.low, low < CoverageNotes.nextToZero { names.append(name) }
      }
    }
    guard !names.isEmpty else { return nil }
    return Note(
      .shareNearZero,
      "The share of \(quoted(names)) may be next to nothing. A share cannot be negative, so its interval never holds zero, true or not: whether a driver adds anything is for the test of its coefficient to say."
    )
  }

  /// Of the matrix: where no two drivers are told apart, the line between important and unimportant goes by chance.
  static func quadrants(_ analysis: DriverAnalysis.Fit) -> Note? {
    let count = analysis.players.count
    guard count > 2, analysis.resampled != nil else { return nil }
    let vague = analysis.outcomes.filter { outcome in
      guard let fit = outcome.methods.first(where: { $0.method == .lmg }) else { return false }
      return fit.drivers.allSatisfy { $0.rankLow == 1 && $0.rankHigh == count }
    }
    guard !vague.isEmpty else { return nil }
    return Note(
      .quadrantsVague,
      "For \(quoted(vague.map(\.outcome.title))) the sample does not tell any two drivers apart by importance. In simulations of such samples a quadrant stated with 90 % or more was the true one in only 60 to 90 % of cases."
    )
  }
}
