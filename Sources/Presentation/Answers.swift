import Importance
import Insight
import Measures
import Resampling

/// The plain sentences that a result begins with.
enum Answers {
  /// Which driver is first, how sure that is, and how much all of them explain.
  static func drivers(_ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit, group: String?) -> String {
    guard let method = outcome.methods.first, let first = method.drivers.firstIndex(where: { $0.rank == 1 }) else {
      return "\(prefix(outcome, group)) no driver explains anything of it."
    }
    let driver = method.drivers[first]
    let ties = method.drivers.count { $0.rank == 1 }
    var text =
      ties > 1
      ? "\(prefix(outcome, group)) \(Words.list(method.drivers.indices.filter { method.drivers[$0].rank == 1 }.map { fit.players[$0].title })) matter equally."
      : "\(prefix(outcome, group)) \(fit.players[first].title) matters most."
    if fit.players.count > 1, let share = driver.share.value {
      text +=
        " \(ties > 1 ? "Each" : "It") accounts for \(Words.percent(share)) of what the \(fit.players.count) drivers explain"
      if let low = driver.share.low, let high = driver.share.high {
        text +=
          " (\(Words.percent(fit.specification.bootstrap.confidence)) interval \(Words.fixed(low * 100, 0))–\(Words.percent(high)))"
      }
      if let frequency = driver.frequencyOfFirst {
        text +=
          " and comes first in \(Words.frequency(frequency)) of \(Words.count(Double(fit.replicatesUsed))) resamples"
      }
      text += "."
      if let low = driver.rankLow, let high = driver.rankHigh, low == 1, high > 1 {
        let rivals = method.drivers.indices.filter { $0 != first && method.drivers[$0].rankLow == 1 }
        if !rivals.isEmpty {
          text +=
            " The data leave open whether \(Words.list(rivals.map { fit.players[$0].title })) \(rivals.count == 1 ? "matters" : "matter") as much."
        }
      }
    }
    if let rSquared = outcome.rSquared.value {
      text += " Together the drivers explain \(Words.percent(rSquared)) of its variance."
    }
    return text
  }

  /// What to work on: the driver with the most to gain among those that the matrix asks to concentrate on, else of all.
  static func work(_ map: ImportancePerformance.Map, outcome: DriverAnalysis.OutcomeFit, group: String?) -> String? {
    let ranked = map.positions.filter { $0.priority != nil }.sorted { $0.priority! < $1.priority! }
    let urgent = ranked.filter { $0.quadrant == .concentrateHere }
    guard let best = urgent.first ?? ranked.first, let performance = best.performance.value, let effect = best.effect
    else { return nil }
    var text = "\(prefix(outcome, group)) work first on \(best.driver.title)"
    if let quadrant = best.quadrant {
      text +=
        quadrant == .concentrateHere
        ? ", which is important and not done well (\(quadrant.title)" : " (\(quadrant.title)"
      text += best.frequencies?[quadrant].map { " in \(Words.frequency($0)) of the resamples)" } ?? ")"
    }
    text +=
      ". It stands at \(Words.fixed(performance, 0)) of 100; ten points more go with \(signed(effect)) points of \(outcome.outcome.title)."
    if urgent.count > 1 {
      text += " Then: \(Words.list(urgent.dropFirst().map(\.driver.title)))."
    }
    if let largest = ranked.first, largest.driver.name != best.driver.name, let potential = largest.potential {
      text +=
        " Most is left to gain in all from \(largest.driver.title): \(signed(potential)) points if its performance were perfect."
    }
    return text
  }

  /// The four fields with the drivers in each, and how often resamples agree.
  static func fields(_ map: ImportancePerformance.Map, isOnly: Bool) -> String {
    var lines = isOnly ? [] : ["\(map.outcome.title) (\(map.importance.name))"]
    let width = Quadrant.allCases.map(\.title.count).max() ?? 0
    for quadrant in Quadrant.allCases {
      let drivers = map.positions.filter { $0.quadrant == quadrant }.map { position in
        position.driver.title + (position.frequencies?[quadrant].map { " (\(Words.fixed($0 * 100, 0)) %)" } ?? "")
      }
      let indent = String(repeating: " ", count: width + 2)
      var line = quadrant.title + String(repeating: " ", count: width + 2 - quadrant.title.count)
      if drivers.isEmpty { line += "-" }
      for (k, driver) in drivers.enumerated() {
        let word = driver + (k + 1 < drivers.count ? ", " : "")
        if line.count + word.count > 79, line.count > indent.count {
          lines.append(line)
          line = indent
        }
        line += word
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func prefix(_ outcome: DriverAnalysis.OutcomeFit, _ group: String?) -> String {
    group.map { "\(outcome.outcome.title) (\($0)):" } ?? "\(outcome.outcome.title):"
  }

  private static func signed(_ value: Double) -> String {
    var decimals = 2
    while decimals < 6, abs(value) < 0.5 * power(decimals - 1), value != 0 { decimals += 1 }
    return (value >= 0 ? "+" : "−") + Words.fixed(abs(value), decimals)
  }

  private static func power(_ decimals: Int) -> Double {
    var result = 1.0
    for _ in 0..<decimals { result /= 10 }
    return result
  }
}
