import Insight
import Measures
import Rendering
import Resampling
import Survey

/// What to work on first, in sentences.
enum WorkWords {
  /// Who may be as good to work on; none when the data tell.
  static func rivals(_ map: ImportancePerformance.Map, of best: ImportancePerformance.Position) -> [String] {
    others(map, than: best)
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
  ) -> Sentence? {
    guard let performance = best.performance.value, let effect = best.effect else { return nil }
    let place = place(map, best, Words.fixed(performance, 0))
    let outcome = map.outcome.title
    let more: Sentence
    if let interval = best.effectInterval {
      let range = range(interval, decimals: decimals(effect))
      more =
        best.ceiling.map {
          "Ten points more go with \(signed(effect)) (\(range)) points of \(outcome) if nothing else moves, \(signed($0)) if the rest moves along as it does among your respondents."
        } ?? "Ten points more go with \(signed(effect)) (\(range)) points of \(outcome) if nothing else moves."
    } else {
      more =
        best.ceiling.map {
          "Ten points more go with \(signed(effect)) points of \(outcome) if nothing else moves, \(signed($0)) if the rest moves along as it does among your respondents."
        } ?? "Ten points more go with \(signed(effect)) points of \(outcome) if nothing else moves."
    }
    let text = place + " " + more
    guard isWhole, let perfect = perfect(map, best) else { return text }
    return text + " " + perfect
  }

  /// Where the driver stands.
  private static func place(
    _ map: ImportancePerformance.Map, _ best: ImportancePerformance.Position, _ performance: String
  ) -> Sentence {
    let (outcome, driver) = (map.outcome.title, best.driver.title)
    guard let quadrant = best.quadrant else { return "\(outcome): \(driver) stands at \(performance) of 100." }
    // The fields compare drivers with each other, not what is left to gain.
    return quadrant == .concentrateHere
      ? "\(outcome): \(driver) stands at \(performance) of 100 and lies in '\(quadrant.words)'."
      : "\(outcome): \(driver) stands at \(performance) of 100 and lies in '\(quadrant.words)', yet has the most left to gain."
  }

  /// What perfect performance would bring, and how sure it is that this is the most.
  private static func perfect(
    _ map: ImportancePerformance.Map, _ best: ImportancePerformance.Position
  ) -> Sentence? {
    guard let potential = best.potential.value else { return nil }
    var gain = Sentence(signed(potential))
    if let low = best.potential.low, let high = best.potential.high {
      gain += " (\(range(Interval(low: low, high: high), decimals: decimals(potential))))"
    }
    if best.shrunkenEffect != best.effect {
      gain = "\(gain), with its effect drawn in as far as its error warrants"
    }
    guard map.positions.count(where: { $0.priority != nil }) > 1 else { return "If it were perfect, \(gain)." }
    guard let frequency = best.frequencyOfBest, let regret = map.expectedRegret else {
      return "If it were perfect, \(gain): more than any other."
    }
    let forgone: Sentence = regret < 0.005 ? "less than 0.01" : Sentence(Words.fixed(regret, 2))
    // Never rounded up to certainty: that is said of what the data tell.
    return frequency < 0.995
      ? "If it were perfect, \(gain): more than any other in \(Words.frequency(frequency)) of what the data leave open; on average the choice forgoes \(forgone) points."
      : "If it were perfect, \(gain): more than any other, as far as the data tell; on average the choice forgoes \(forgone) points."
  }

  /// `0.27–0.41`, or `−0.02 to +0.41`.
  private static func range(_ interval: Interval, decimals: Int) -> Sentence {
    guard interval.low < 0 else {
      return Sentence(Words.fixed(interval.low, decimals) + "–" + Words.fixed(interval.high, decimals))
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

extension Quadrant {
  /// Its name, which every language has.
  var words: Sentence {
    switch self {
    case .concentrateHere: "Concentrate here"
    case .keepUpTheGoodWork: "Keep up the good work"
    case .lowPriority: "Low priority"
    case .possibleOverkill: "Possible overkill"
    }
  }

  /// Its name as the document says it.
  var said: String { words.withOptions }
}

extension CrosshairRule {
  /// Its name, which every language has.
  var words: Sentence {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .scale: "scale"
    case .given: "given"
    }
  }
}
