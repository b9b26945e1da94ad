import Importance
import Insight
import Measures
import Regression
import Rendering
import Resampling

/// The plain sentences that a result begins with.
enum Answers {
  /// The first method that says something of these drivers: one that is not defined for them, or of products alone, is passed
  /// over.
  static func headline(_ outcome: DriverAnalysis.OutcomeFit, _ fit: DriverAnalysis.Fit) -> DriverAnalysis.MethodFit? {
    outcome.methods.first { method in
      method.drivers.indices.contains {
        fit.players[$0].powers.isEmpty && method.drivers[$0].rank != nil && method.drivers[$0].share.value != nil
      }
    }
  }

  /// The most important drivers, products aside: these are no answer to what to work on.
  private static func leaders(_ method: DriverAnalysis.MethodFit, _ fit: DriverAnalysis.Fit) -> [Int] {
    let ranked = method.drivers.indices.filter { method.drivers[$0].rank != nil && fit.players[$0].powers.isEmpty }
    let best = ranked.compactMap { method.drivers[$0].rank }.min()
    return ranked.filter { method.drivers[$0].rank == best }
  }

  /// The answer in one sentence: which driver is first, in what share of resamples, what to work on.
  static func lead(
    _ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit, map: ImportancePerformance.Map?
  ) -> String {
    guard let method = headline(outcome, fit), let first = leaders(method, fit).first else {
      let isDefined = outcome.methods.contains { method in
        method.drivers.indices.contains {
          fit.players[$0].powers.isEmpty && method.drivers[$0].importance.value != nil
        }
      }
      return isDefined
        ? "\(outcome.outcome.title): no driver explains anything of it."
        : "\(outcome.outcome.title): \(Words.list(outcome.methods.map(\.method.rawValue))) \(outcome.methods.count == 1 ? "is" : "are") not defined for these drivers; --methods lmg is."
    }
    let leaders = leaders(method, fit)
    var text = "\(outcome.outcome.title): \(Words.list(leaders.map { fit.players[$0].title })) "
    let drivers = fit.players.filter(\.powers.isEmpty).count
    text += leaders.count > 1 ? "matter equally" : drivers > 1 ? "matters most" : "is the only driver"
    if let rank = method.drivers[first].rank, rank > 1 {
      text += ", products aside"
    } else if leaders.count == 1, drivers > 1, let frequency = method.drivers[first].frequencyOfFirst {
      text += " (first in \(Words.frequency(frequency)) of \(Words.count(Double(fit.replicatesUsed))) resamples)"
    }
    if let p = jointPValue(outcome, fit), p > 0.05 {
      return text
        + "; but the drivers together explain no more of it than chance may (\(Words.percent(explained(outcome))), p = \(Words.fixed(p, 2)))."
    }
    if let map, let best = best(map) {
      text +=
        best.quadrant == .concentrateHere
        ? "; work first on \(best.driver.title)" : "; most is left to gain from \(best.driver.title)"
    }
    return text + "."
  }

  /// Of the test that the drivers explain nothing beyond the covariates that always stay.
  private static func jointPValue(_ outcome: DriverAnalysis.OutcomeFit, _ fit: DriverAnalysis.Fit) -> Double? {
    let covariates = outcome.regression.blocks.count - fit.players.count
    guard covariates > 0 else { return outcome.regression.pValue }
    return outcome.regression.waldTest(ofBlocks: covariates..<outcome.regression.blocks.count)?.pValue
  }

  /// What the drivers explain beyond the covariates, adjusted for the number of terms: the sample's own R² is too large.
  private static func explained(_ outcome: DriverAnalysis.OutcomeFit) -> Double {
    max(0, outcome.regression.adjustedRSquared - outcome.adjustedRSquaredAlways)
  }

  /// How large the first driver's share is, who rivals it, and how much all drivers explain.
  static func drivers(_ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit) -> String? {
    guard let method = headline(outcome, fit), let first = leaders(method, fit).first,
      outcome.rSquared.value != nil
    else { return nil }
    let driver = method.drivers[first]
    let count = fit.players.count
    let isBeyond = outcome.regression.blocks.count > count
    var text =
      "\(outcome.outcome.title): \(isBeyond ? "beyond the covariates " : "")the \(explainers(fit)) \(Words.percent(explained(outcome))) of its variance"
    if count > 1, let share = driver.share.value {
      text += ", \(fit.players[first].title) \(Words.percent(share)) of that"
      if let low = driver.share.low, let high = driver.share.high {
        text +=
          " (\(Words.percent(fit.specification.bootstrap.confidence)) interval \(Words.fixed(low * 100, 0))–\(Words.percent(high)))"
      }
    }
    if isBeyond { text += "; with the covariates it is \(Words.percent(max(0, outcome.regression.adjustedRSquared)))" }
    text += "."
    if let high = driver.rankHigh, high > 1 {
      let rivals = method.drivers.indices.filter {
        method.drivers[$0].rank != driver.rank && method.drivers[$0].rankLow == 1 && fit.players[$0].powers.isEmpty
      }
      if !rivals.isEmpty {
        text +=
          " The data leave open whether \(Words.list(rivals.map { fit.players[$0].title })) \(rivals.count == 1 ? "matters" : "matter") as much."
      }
    }
    return text
  }

  /// "3 drivers explain", "2 drivers and their product explain".
  private static func explainers(_ fit: DriverAnalysis.Fit) -> String {
    let products = fit.players.count(where: { !$0.powers.isEmpty })
    let drivers = fit.players.count - products
    guard products > 0 else { return drivers == 1 ? "driver explains" : "\(drivers) drivers explain" }
    return "\(Words.plural(drivers, "driver", "drivers")) and \(Words.plural(products, "product", "products")) explain"
  }

  /// The driver to work on first: the one with the most to gain among those that the matrix asks to concentrate on, else
  /// among all with a positive coefficient.
  private static func best(_ map: ImportancePerformance.Map) -> ImportancePerformance.Position? {
    let ranked = ranked(map)
    return ranked.first { $0.quadrant == .concentrateHere } ?? ranked.first
  }

  private static func ranked(_ map: ImportancePerformance.Map) -> [ImportancePerformance.Position] {
    map.positions.filter { $0.priority != nil }.sorted { $0.priority! < $1.priority! }
  }

  /// Why to work on that driver: where it stands, what ten points more go with, and where most is left to gain.
  static func work(_ map: ImportancePerformance.Map, outcome: DriverAnalysis.OutcomeFit) -> String? {
    guard let best = best(map), let performance = best.performance.value, let effect = best.effect else { return nil }
    var text =
      "\(outcome.outcome.title): \(best.driver.title) stands at \(Words.fixed(performance, 0)) of 100"
    if let quadrant = best.quadrant {
      text += " and lies in '\(quadrant.title)'"
      if let frequency = best.frequencies?[quadrant] { text += " in \(Words.frequency(frequency)) of the resamples" }
    }
    text += "; ten points more go with \(signed(effect)) points of \(outcome.outcome.title)."
    let others = ranked(map).filter { $0.quadrant == .concentrateHere && $0.driver.name != best.driver.name }
    if !others.isEmpty { text += " Then: \(Words.list(others.map(\.driver.title)))." }
    if let largest = ranked(map).first, largest.driver.name != best.driver.name, let potential = largest.potential {
      text +=
        " Most is left to gain in all from \(largest.driver.title): \(signed(potential)) points if its performance were perfect."
    }
    return text
  }

  /// A name that leaves room beside the name of its field.
  private static func shortened(_ name: String) -> String {
    let name = VisibleText.line(name)
    return name.count > 44 ? name.prefix(43) + "…" : name
  }

  /// The four fields with the drivers in each, and how often resamples agree.
  static func fields(_ map: ImportancePerformance.Map, isOnly: Bool) -> String {
    var lines = isOnly ? [] : ["\(VisibleText.line(map.outcome.title)) (\(map.importance.name))"]
    let width = Quadrant.allCases.map(\.title.count).max() ?? 0
    for quadrant in Quadrant.allCases {
      let drivers = map.positions.filter { $0.quadrant == quadrant }.map { position in
        shortened(position.driver.title)
          + (position.frequencies?[quadrant].map { " (\($0 >= 1 ? "100 %" : Words.frequency($0)))" } ?? "")
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
