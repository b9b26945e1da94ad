import Importance
import Insight
import Measures
import Regression
import Rendering
import Resampling
import Survey

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

  /// The answer in one sentence: which driver is first, as far as the data tell, and what to work on.
  static func lead(
    _ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit, map: ImportancePerformance.Map?
  ) -> Sentence {
    let title = outcome.outcome.title
    guard let method = headline(outcome, fit), !leaders(method, fit).isEmpty else {
      let isDefined = outcome.methods.contains { method in
        method.drivers.indices.contains {
          fit.players[$0].powers.isEmpty && method.drivers[$0].importance.value != nil
        }
      }
      if isDefined { return "\(title): no driver explains anything of it." }
      let names = Words.list(outcome.methods.map(\.method.rawValue))
      return outcome.methods.count == 1
        ? "\(title): \(names) is not defined for these drivers; \(setting: .methods, "lmg") is."
        : "\(title): \(names) are not defined for these drivers; \(setting: .methods, "lmg") is."
    }
    let first = first(method, fit)
    if let p = fit.jointPValue(of: outcome), chanceMayExplain(outcome, fit) {
      return
        "\(title): \(first); but the drivers together explain no more of it than chance may (\(Words.percent(explained(outcome))), p = \(Words.proportion(p, 2)))."
    }
    guard let map, let best = best(map) else { return "\(title): \(first)." }
    let rivals = WorkWords.rivals(map, of: best)
    return rivals.isEmpty
      ? "\(title): \(first); work first on \(best.driver.title)."
      : "\(title): \(first); work first on \(best.driver.title) (the data leave \(Words.few(rivals)) open)."
  }

  /// Who is first: "matters most" only of a driver that has no other rank to the data. Of every other it is said that its share
  /// is the largest, and whose the data do not tell it from.
  private static func first(_ method: DriverAnalysis.MethodFit, _ fit: DriverAnalysis.Fit) -> Sentence {
    let leaders = leaders(method, fit)
    let names = Words.list(leaders.map { fit.players[$0].title })
    guard fit.players.count(where: \.powers.isEmpty) > 1 else { return "\(names) is the only driver" }
    let driver = method.drivers[leaders[0]]
    if leaders.count == 1, driver.rankHigh == 1 { return "\(names) matters most" }
    var text: Sentence
    switch (driver.share.value.map(Words.percent), leaders.count > 1) {
    case (let share?, true): text = "\(names) have the largest share (\(share) each)"
    case (let share?, false): text = "\(names) has the largest share (\(share))"
    case (nil, true): text = "\(names) have the largest share"
    case (nil, false): text = "\(names) has the largest share"
    }
    if let rank = driver.rank, rank > 1 { text += ", products aside" }
    guard driver.rankHigh != nil else { return text }
    let rivals = rivals(method, fit).map { fit.players[$0].title }
    if rivals.isEmpty { return text }
    return leaders.count > 1
      ? "\(text); the data do not tell them from \(Words.few(rivals))"
      : "\(text); the data do not tell it from \(Words.few(rivals))"
  }

  /// Whom the data do not tell from the first, the largest share first: who may be first as well, each tested on its own;
  /// where nobody may, who may be when all ranks are to hold at once.
  private static func rivals(_ method: DriverAnalysis.MethodFit, _ fit: DriverAnalysis.Fit) -> [Int] {
    let leaders = leaders(method, fit)
    let others = method.drivers.indices.filter { !leaders.contains($0) && fit.players[$0].powers.isEmpty }
      .sorted { (method.drivers[$0].rank ?? Int.max, $0) < (method.drivers[$1].rank ?? Int.max, $1) }
    let own = others.filter { method.drivers[$0].mayBeFirst == true }
    return own.isEmpty ? others.filter { method.drivers[$0].rankLow == 1 } : own
  }

  /// Whether the drivers together explain no more than chance may.
  static func chanceMayExplain(_ outcome: DriverAnalysis.OutcomeFit, _ fit: DriverAnalysis.Fit) -> Bool {
    fit.jointPValue(of: outcome).map { $0 > 0.05 } ?? false
  }

  /// What the drivers explain beyond the covariates, adjusted for the number of terms: the sample's own R² is too large.
  private static func explained(_ outcome: DriverAnalysis.OutcomeFit) -> Double {
    max(0, outcome.regression.adjustedRSquared - outcome.adjustedRSquaredAlways)
  }

  /// How much all drivers explain, what of it the first one is credited with, and how sure that is.
  static func drivers(_ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit) -> Sentence? {
    guard let method = headline(outcome, fit), let first = leaders(method, fit).first,
      outcome.rSquared.value != nil
    else { return nil }
    let driver = method.drivers[first]
    let count = fit.players.count
    let isBeyond = outcome.regression.blocks.count > count
    var text = explained(outcome, by: fit, isBeyond: isBeyond)
    if count > 1, let share = driver.share.value {
      let credited: Sentence =
        "\(fit.players[first].title) is credited with \(Words.percent(share)) of that"
      text += "; " + credited
      let confidence = Words.percent(fit.specification.bootstrap.confidence)
      if let own = driver.leaderInterval {
        text +=
          " (\(confidence) interval \(Words.fixed(own.low * 100, 0))–\(Words.percent(own.high)), which allows for its having been picked as the largest)"
      } else if let low = driver.share.low, let high = driver.share.high {
        text += " (\(confidence) interval \(Words.fixed(low * 100, 0))–\(Words.percent(high)))"
      }
    }
    if isBeyond { text += "; with the covariates it is \(Words.percent(max(0, outcome.regression.adjustedRSquared)))" }
    return text + "."
  }

  /// "3 drivers explain", "2 drivers and their product explain", and how much.
  private static func explained(
    _ outcome: DriverAnalysis.OutcomeFit, by fit: DriverAnalysis.Fit, isBeyond: Bool
  ) -> Sentence {
    let title = outcome.outcome.title
    let share = Words.percent(explained(outcome))
    let products = fit.players.count(where: { !$0.powers.isEmpty })
    let drivers = fit.players.count - products
    if products > 0 {
      let parts: Sentence =
        "\(Words.plural(drivers, { "\($0) driver" }, { "\($0) drivers" })) and \(Words.plural(products, { "\($0) product" }, { "\($0) products" }))"
      return isBeyond
        ? "\(title): beyond the covariates the \(parts) explain \(share) of its variance"
        : "\(title): the \(parts) explain \(share) of its variance"
    }
    if drivers == 1 {
      return isBeyond
        ? "\(title): beyond the covariates the driver explains \(share) of its variance"
        : "\(title): the driver explains \(share) of its variance"
    }
    return isBeyond
      ? "\(title): beyond the covariates the \(drivers) drivers explain \(share) of its variance"
      : "\(title): the \(drivers) drivers explain \(share) of its variance"
  }

  /// The driver to work on first.
  private static func best(_ map: ImportancePerformance.Map) -> ImportancePerformance.Position? {
    map.positions.first { $0.priority == 1 }
  }

  /// Why to work on that driver: where it stands, what ten points more go with; as a whole also what there is to gain and how
  /// sure the choice is.
  static func work(_ map: ImportancePerformance.Map, isWhole: Bool) -> Sentence? {
    best(map).flatMap { WorkWords.reasons(map, $0, isWhole: isWhole) }
  }

  /// A name that leaves room beside the name of its field.
  private static func shortened(_ name: String) -> String {
    let name = VisibleText.line(name)
    return name.count > 44 ? name.prefix(43) + "…" : name
  }

  /// The four fields with the drivers in each, and how often resamples agree.
  static func fields(_ map: ImportancePerformance.Map, isOnly: Bool) -> String {
    var lines = isOnly ? [] : ["\(VisibleText.line(map.outcome.title)) (\(map.importance.name))"]
    let width = Quadrant.allCases.map(\.said.count).max() ?? 0
    for quadrant in Quadrant.allCases {
      let drivers = map.positions.filter { $0.quadrant == quadrant }.map { position in
        shortened(position.driver.title)
          + (position.frequencies?[quadrant].map { $0 >= 1 ? " (100 %)" : said(" (\(Words.frequency($0)))") } ?? "")
      }
      lines += field(quadrant.said, drivers, width: width)
    }
    // Of these more goes with less of the outcome; without performance or importance there is no point to place.
    let apart = map.positions.filter {
      $0.quadrant == nil && $0.performance.value != nil && $0.importance.value != nil
    }
    if !apart.isEmpty { lines += field(said("In no field"), apart.map { shortened($0.driver.title) }, width: width) }
    return lines.joined(separator: "\n")
  }

  /// The title of a field and its drivers, in lines of a terminal.
  private static func field(_ title: String, _ drivers: [String], width: Int) -> [String] {
    var lines: [String] = []
    let indent = String(repeating: " ", count: width + 2)
    var line = title + String(repeating: " ", count: width + 2 - title.count)
    if drivers.isEmpty { line += "-" }
    for (k, driver) in drivers.enumerated() {
      let word = driver + (k + 1 < drivers.count ? ", " : "")
      if line.count + word.count > 79, line.count > indent.count {
        lines.append(line)
        line = indent
      }
      line += word
    }
    return lines + [line]
  }
}
