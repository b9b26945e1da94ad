import LinearAlgebra
import Measures
import Resampling
import Survey

/// What work on each driver would bring to one outcome, which driver to work on first, and how sure that is.
///
/// An effect is points of the outcome per ten points of performance, the other drivers held where they are; a potential, effect ×
/// headroom / 10, is what perfect performance would bring. The largest of several estimated potentials is too large, the more
/// so the more drivers say nearly the same: effects are therefore drawn in towards each other as far as their errors warrant
/// (`Shrinkage`), and the pick is the driver whose potential so drawn in is the largest. In simulations of surveys whose drivers
/// correlate at .6 it was the best one more often than the largest plain potential, the best of the field 'concentrate here',
/// and the largest correlation in that field, but where one driver stands out (`Tests/References/calibration`).
struct WorkFirst {
  /// Of one driver; `nil` where there is no effect or no performance.
  struct Work {
    var shrunkenEffect: Double
    var potential: DriverAnalysis.Estimated
    /// Its part when every driver is perfect and the outcome stays on its scale.
    var together: Double
    var priority: Int?
    var priorityLow: Int?
    var priorityHigh: Int?
    /// How often it is the best to work on, in draws of the true effects.
    var frequencyOfBest: Double?
    /// Whether the data leave open that it is the best.
    var mayBeBest: Bool?
  }

  /// In the order of the analysis's players.
  private(set) var works: [Work?]
  /// Points of the outcome that the pick forgoes against the best, on average over what the data leave open.
  private(set) var expectedRegret: Double?
  /// What all potentials come to beyond what the outcome's scale leaves; `nil` when they do not.
  private(set) var excess: (sum: Double, room: Double)?

  /// - Parameter jobs: threads; the result does not depend on it.
  init(_ analysis: DriverAnalysis.Fit, outcome index: Int, jobs: Int = 1) {
    let outcome = analysis.outcomes[index]
    let confidence = analysis.specification.bootstrap.confidence
    works = [Work?](repeating: nil, count: analysis.players.count)
    // What is turned round says nothing of how large the others' effects are.
    let drivers = analysis.players.indices.filter {
      outcome.effects[$0]?.isFinite == true && analysis.performance[$0].value != nil && !outcome.isAgainst($0)
    }
    guard !drivers.isEmpty else { return }
    let effects = drivers.map { outcome.effects[$0]! }
    let headrooms = drivers.map { 100 - analysis.performance[$0].value! }
    let resampled = Self.replicates(analysis, outcome: index, drivers: drivers)
    let covariance =
      outcome.effectCovariance.map { $0.selecting(drivers) }.flatMap { $0.packed.allSatisfy(\.isFinite) ? $0 : nil }
      ?? resampled.flatMap { SymmetricMatrix(covarianceOf: $0.effects) }
    let shrinkage = covariance.flatMap { Shrinkage(estimates: effects, covariance: $0) }
    let means = shrinkage?.means ?? effects
    let room = Self.room(analysis, outcome: index)
    let plain = zip(means, headrooms).map { $0 * $1 / 10 }
    let sum = plain.reduce(0) { $0 + max(0, $1) }
    if let room, sum > room, room > 0 { excess = (sum, room) }
    let part = excess.map { $0.room / $0.sum } ?? 1
    for (d, k) in drivers.enumerated() {
      works[k] = Work(
        shrunkenEffect: means[d], potential: .init(value: min(plain[d], room ?? .infinity)),
        together: plain[d] * (plain[d] > 0 ? part : 1))
    }

    let eligible = drivers.indices.filter { effects[$0] > 0 && plain[$0] > 0 }
    let ranked = eligible.sorted { (plain[$0], -$0) > (plain[$1], -$1) }
    for (rank, d) in ranked.enumerated() { works[drivers[d]]!.priority = rank + 1 }
    guard let resampled, resampled.effects.count > 0 else { return }
    // One driver alone has no others to be drawn in to.
    let drawn = shrinkage?.draws(resampled.effects, jobs: jobs) ?? ShrunkenDraws(resampled.effects)
    let count = resampled.headrooms.count
    let draws = ReplicateColumns(count: drawn.count, width: drivers.count) { draw, d in
      min(
        drawn.values[draw * drivers.count + d] * resampled.headrooms.values[d * count + drawn.replicates[draw]] / 10,
        room ?? .infinity)
    }
    let coverage = analysis.resampled?.coverage(confidence) ?? confidence
    for (d, k) in drivers.enumerated() {
      let values = draws.column(d).filter { $0.isFinite }
      guard values.count > 1 else { continue }
      let interval = Interval.percentile(values, confidence: coverage)
      works[k]!.potential.low = interval.low
      works[k]!.potential.high = interval.high
    }
    settleOrder(
      drivers, eligible: eligible, ranked: ranked, draws: draws,
      potentials: drivers.indices.map { effects[$0] * headrooms[$0] / 10 },
      replicates: ReplicateColumns(count: count, width: drivers.count) { i, d in
        resampled.effects.values[d * count + i] * resampled.headrooms.values[d * count + i] / 10
      },
      confidence: confidence)
  }

  /// How often each driver is the best, which may be, between which ranks each eligible one lies, and what the pick forgoes.
  private mutating func settleOrder(
    _ drivers: [Int], eligible: [Int], ranked: [Int], draws: ReplicateColumns, potentials: [Double],
    replicates: ReplicateColumns, confidence: Double
  ) {
    guard let pick = ranked.first else { return }
    // A coefficient that chance turned negative may be the best driver's all the same.
    let frequencies = draws.frequencyOfFirst
    let open = RankComparison(potentials, replicates)?.mayBeFirst(confidence: confidence)
    for (d, k) in drivers.enumerated() {
      works[k]!.frequencyOfBest = frequencies?[d]
      // The pick is the best as far as the data tell.
      works[k]!.mayBeBest = open?[d] ?? true || d == pick
    }
    let ranks = RankComparison(eligible.map { potentials[$0] }, replicates.selecting(eligible))?
      .rankIntervals(confidence: confidence)
    for (e, d) in eligible.enumerated() {
      let k = drivers[d]
      let priority = works[k]!.priority!
      works[k]!.priorityLow = min(ranks?[e].low ?? 1, priority)
      works[k]!.priorityHigh = max(ranks?[e].high ?? eligible.count, priority)
    }
    var regret = 0.0
    for draw in 0..<draws.count {
      var largest = -Double.infinity
      for d in drivers.indices { largest = max(largest, draws.values[d * draws.count + draw]) }
      regret += largest - draws.values[pick * draws.count + draw]
    }
    expectedRegret = regret / Double(max(1, draws.count))
  }

  /// Points between the outcome's mean and the end of its scale.
  private static func room(_ analysis: DriverAnalysis.Fit, outcome: Int) -> Double? {
    guard let scale = analysis.outcomes[outcome].outcome.scale, let mean = analysis.outcomes[outcome].mean else {
      return nil
    }
    return scale.high - mean
  }

  /// Effects and headrooms of these drivers in each successful replicate in which both are known.
  private static func replicates(
    _ analysis: DriverAnalysis.Fit, outcome: Int, drivers: [Int]
  ) -> (effects: ReplicateColumns, headrooms: ReplicateColumns)? {
    guard let replicates = analysis.resampled?.draws, analysis.layout.terms > 0 else { return nil }
    let parts = drivers.map { analysis.outcomes[outcome].effectTerms[$0] ?? [] }
    let coefficients = replicates.columns(analysis.layout.coefficients(outcome))
    let performance = replicates.columns(analysis.layout.performance)
    let (count, p) = (coefficients.count, drivers.count)
    let both = ReplicateColumns(count: count, width: 2 * p) { i, d in
      d < p
        ? parts[d].reduce(0) { $0 + $1.weight * coefficients.values[$1.term * count + i] }
        : 100 - performance.values[drivers[d - p] * count + i]
    }.usable.columns
    return (both.selecting(Array(0..<p)), both.selecting(Array(p..<2 * p)))
  }
}

extension WorkFirst {
  /// Below this part of its ceiling an effect is little of what goes with the driver.
  static let caught = 1.0 / 3

  /// What to know before acting on the effects of an outcome.
  func notes(_ analysis: DriverAnalysis.Fit, outcome index: Int) -> [Note] {
    let outcome = analysis.outcomes[index]
    var notes: [Note] = []
    let names = analysis.players.indices.filter { k in
      guard works[k] != nil, let effect = outcome.effects[k], let ceiling = outcome.ceilings[k] else { return false }
      return effect > 0 && effect < Self.caught * ceiling
    }.map { analysis.players[$0].title }
    if !names.isEmpty {
      let title = outcome.outcome.title
      notes.append(
        Note(
          .caughtInHalo,
          names.count == 1
            ? "\(title): \(quoted(names)) is caught in the halo: with the other drivers held, its effect is less than a third of what goes with it among the respondents. It takes an experiment to tell whose the rest is."
            : "\(title): \(quoted(names)) are caught in the halo: with the other drivers held, their effect is less than a third of what goes with them among the respondents. It takes an experiment to tell whose the rest is."
        ))
    }
    if let excess {
      notes.append(
        Note(
          .potentialsDoNotAdd,
          "\(outcome.outcome.title): the potentials come to \(shown(excess.sum)) points together, and \(shown(excess.room)) are left on the scale: each is what its driver alone would bring, and they do not add (potential_together does)."
        ))
    }
    return notes
  }

  private func shown(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

extension ImportancePerformance.Position {
  mutating func take(_ work: WorkFirst.Work) {
    shrunkenEffect = work.shrunkenEffect
    potential = work.potential
    potentialTogether = work.together
    priority = work.priority
    priorityLow = work.priorityLow
    priorityHigh = work.priorityHigh
    frequencyOfBest = work.frequencyOfBest
    mayBeBest = work.mayBeBest
  }
}
