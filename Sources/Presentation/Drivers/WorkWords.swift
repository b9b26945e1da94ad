import Insight
import Measures
import Rendering
import Resampling

/// What to work on first, in sentences.
enum WorkWords {
  /// Who may be as good to work on, in brackets; nothing when the data tell.
  static func rivals(_ map: ImportancePerformance.Map, of best: ImportancePerformance.Position) -> String {
    let others = others(map, than: best)
    return others.isEmpty ? "" : " (the data leave \(Words.few(others)) open)"
  }

  private static func others(
    _ map: ImportancePerformance.Map, than best: ImportancePerformance.Position
  ) -> [String] {
    map.positions.filter { $0.mayBeBest == true && $0.driver.name != best.driver.name }
      .sorted { ($0.priority ?? Int.max) < ($1.priority ?? Int.max) }.map(\.driver.title)
  }

  /// Where the driver stands, what ten points more go with if nothing else moves and if the rest moves along, and how sure it
  /// is that it is the best to work on.
  static func reasons(
    _ map: ImportancePerformance.Map, _ best: ImportancePerformance.Position, isWhole: Bool
  ) -> String? {
    guard let performance = best.performance.value, let effect = best.effect else { return nil }
    var text = "\(map.outcome.title): \(best.driver.title) stands at \(Words.fixed(performance, 0)) of 100"
    if let quadrant = best.quadrant {
      text += " and lies in '\(quadrant.title)'"
      // The fields compare drivers with each other, not what is left to gain.
      if quadrant != .concentrateHere { text += ", yet has the most left to gain" }
    }
    text += ". Ten points more go with \(signed(effect))"
    if let interval = best.effectInterval {
      text += " (\(range(interval, decimals: decimals(effect))))"
    }
    text += " points of \(map.outcome.title) if nothing else moves"
    if let ceiling = best.ceiling {
      text += ", \(signed(ceiling)) if the rest moves along as it does among your respondents"
    }
    text += "."
    return isWhole ? text + perfect(map, best) : text
  }

  /// What perfect performance would bring, and how sure it is that this is the most.
  private static func perfect(
    _ map: ImportancePerformance.Map, _ best: ImportancePerformance.Position
  ) -> String {
    guard let potential = best.potential.value else { return "" }
    var text = " If it were perfect, \(signed(potential))"
    if let low = best.potential.low, let high = best.potential.high {
      text += " (\(range(Interval(low: low, high: high), decimals: decimals(potential))))"
    }
    if best.shrunkenEffect != best.effect { text += ", with its effect drawn in as far as its error warrants" }
    guard map.positions.count(where: { $0.priority != nil }) > 1 else { return text + "." }
    text += ": more than any other"
    guard let frequency = best.frequencyOfBest, let regret = map.expectedRegret else { return text + "." }
    // Never rounded up to certainty: that is said of what the data tell.
    text +=
      frequency < 0.995 ? " in \(Words.frequency(frequency)) of what the data leave open" : ", as far as the data tell"
    let forgone = regret < 0.005 ? "less than 0.01" : Words.fixed(regret, 2)
    return text + "; on average the choice forgoes \(forgone) points."
  }

  /// `0.27–0.41`, or `−0.02 to +0.41`.
  private static func range(_ interval: Interval, decimals: Int) -> String {
    guard interval.low < 0 else {
      return "\(Words.fixed(interval.low, decimals))–\(Words.fixed(interval.high, decimals))"
    }
    return "\(signed(interval.low, decimals)) to \(signed(interval.high, decimals))"
  }

  private static func signed(_ value: Double) -> String { signed(value, decimals(value)) }

  private static func signed(_ value: Double, _ decimals: Int) -> String {
    (value >= 0 ? "+" : "−") + Words.fixed(abs(value), decimals)
  }

  /// As many as two digits that are not zero need, at least two.
  private static func decimals(_ value: Double) -> Int {
    var decimals = 2
    while decimals < 6, abs(value) < 0.5 * power(decimals - 1), value != 0 { decimals += 1 }
    return decimals
  }

  private static func power(_ decimals: Int) -> Double {
    var result = 1.0
    for _ in 0..<decimals { result /= 10 }
    return result
  }
}
