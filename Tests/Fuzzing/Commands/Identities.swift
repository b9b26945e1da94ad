import Foundation

/// What must hold in a result, whatever the survey.
struct Identities {
  let survey: DrawnSurvey
  let command: DrawnCommand
  let tables: [String: [[String: Any]]]
  /// Kinds of notes.
  let notes: Set<String>
  private(set) var failures: [String] = []

  init(_ survey: DrawnSurvey, _ command: DrawnCommand, _ result: [String: Any]) {
    self.survey = survey
    self.command = command
    notes = Set((result["notes"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String })
    tables = result["tables"] as? [String: [[String: Any]]] ?? [:]
    switch command.verb {
    case "drivers": checkDrivers()
    case "ipa": checkMatrix()
    case "describe": checkItems()
    case "correlate": checkCorrelations()
    case "factor": checkFactors()
    default: checkReliability()
    }
    if tables.values.allSatisfy(\.isEmpty) { failures.append("no table has a row") }
  }

  private mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { failures.append(what()) }
  }

  private mutating func expect(_ a: Double, _ b: Double, within tolerance: Double, _ what: @autoclosure () -> String) {
    if !(abs(a - b) <= tolerance) { failures.append("\(what()): \(a) is not \(b)") }
  }

  private func rows(_ table: String) -> [[String: Any]] { tables[table] ?? [] }

  /// The rows of one outcome of one group.
  private func parts(_ table: String) -> [String: [[String: Any]]] {
    Dictionary(grouping: rows(table)) { "\($0["group"] ?? "") \($0["outcome"] ?? "")" }
  }

  private mutating func checkInterval(_ row: [String: Any], _ low: String, _ value: String, _ high: String) {
    guard let a = row[low] as? Double, let b = row[high] as? Double else { return }
    expect(a <= b, "\(low) is above \(high) in \(row)")
  }

  // MARK: Drivers

  private mutating func checkDrivers() {
    let fits = parts("fit")
    for (part, rows) in parts("importance") {
      let rSquared = fits[part]?.first?["r_squared"] as? Double ?? .nan
      expect(rSquared >= -1e-12 && rSquared <= 1 + 1e-12, "\(part): R² is \(rSquared)")
      for (method, values) in Dictionary(grouping: rows, by: { $0["method"] as? String ?? "" }) {
        let shares = values.compactMap { $0["share"] as? Double }
        if shares.count == values.count {
          expect(shares.reduce(0, +), 1, within: 1e-9, "\(part), \(method): the sum of the shares")
        }
        let importance = values.compactMap { $0["importance"] as? Double }
        // Covariates that are always in take their part of R² first.
        if ["lmg", "genizi", "car", "pratt"].contains(method), importance.count == values.count,
          !command.options.contains("--always")
        {
          expect(importance.reduce(0, +), rSquared, within: 1e-7, "\(part), \(method): the sum of importance")
        }
        for row in values {
          checkInterval(row, "share_low", "share", "share_high")
          checkInterval(row, "conf_low", "importance", "conf_high")
          if let low = row["rank_low"] as? Double, let rank = row["rank"] as? Double,
            let high = row["rank_high"] as? Double
          {
            expect(low <= rank && rank <= high, "\(part), \(method): rank \(rank) outside \(low)–\(high)")
          }
        }
        let ranks = values.compactMap { $0["rank"] as? Double }
        expect(ranks.allSatisfy { $0 >= 1 && $0 <= Double(values.count) }, "\(part), \(method): ranks \(ranks)")
      }
      // The general dominance of one driver over another is the order of their lmg.
      let lmg = Dictionary(
        rows.filter { $0["method"] as? String == "lmg" }.compactMap { row in
          (row["driver"] as? String).flatMap { name in (row["importance"] as? Double).map { (name, $0) } }
        }, uniquingKeysWith: { first, _ in first })
      for row in parts("dominance")[part] ?? [] {
        guard let a = lmg[row["driver"] as? String ?? ""], let b = lmg[row["versus"] as? String ?? ""],
          let general = row["general"] as? Bool, abs(a - b) > 1e-9
        else { continue }
        expect(general == (a > b), "\(part): general dominance of \(row)")
      }
    }
  }

  // MARK: Importance and performance

  private mutating func checkMatrix() {
    let crosshairs = parts("crosshair")
    for (part, rows) in parts("ipa") {
      for row in rows {
        guard let importance = row["share"] as? Double ?? row["stated"] as? Double,
          let performance = row["performance"] as? Double,
          let crosshair = crosshairs[part]?.first,
          let y = crosshair["share"] as? Double ?? crosshair["stated"] as? Double,
          let x = crosshair["performance"] as? Double, let quadrant = row["quadrant"] as? String
        else { continue }
        expect(performance >= -1e-9 && performance <= 100 + 1e-9, "\(part): performance \(performance)")
        let expected =
          importance >= y
          ? performance >= x ? "keep_up_the_good_work" : "concentrate_here"
          : performance >= x ? "possible_overkill" : "low_priority"
        // On the line rounding decides.
        if abs(importance - y) > 1e-9, abs(performance - x) > 1e-9 {
          expect(quadrant == expected, "\(part), \(row["driver"] ?? ""): \(quadrant), not \(expected)")
        }
        let frequencies = ["concentrate_here", "keep_up_the_good_work", "low_priority", "possible_overkill"]
          .compactMap { row["p_\($0)"] as? Double }
        if frequencies.count == 4 { expect(frequencies.reduce(0, +), 1, within: 1e-9, "\(part): quadrant frequencies") }
        if let headroom = row["headroom"] as? Double { expect(headroom, 100 - performance, within: 1e-9, "headroom") }
        if let effect = row["effect_shrunken"] as? Double, let potential = row["potential"] as? Double {
          // At most what is left of the outcome's scale.
          let expected = effect * (100 - performance) / 10
          expect(potential, min(potential, expected), within: 1e-9 * max(1, abs(expected)), "potential")
        }
      }
    }
  }

  // MARK: Items and their correlations, against the survey as drawn

  private mutating func checkItems() {
    for row in rows("items") {
      guard let name = row["variable"] as? String, let drawn = survey.ratings(name), command.isPlain else { continue }
      let answers = drawn.compactMap { $0.map(Double.init) }
      expect(row["n"] as? Double ?? -1, Double(answers.count), within: 0, "\(name): n")
      expect(row["missing"] as? Double ?? -1, Double(drawn.count - answers.count), within: 0, "\(name): missing")
      if !command.isWeighted, let mean = row["mean"] as? Double {
        expect(mean, answers.reduce(0, +) / Double(answers.count), within: 1e-12 * mean, "\(name): mean")
      }
    }
  }

  private mutating func checkCorrelations() {
    for row in rows("correlations") {
      guard let r = row["correlation"] as? Double else { continue }
      expect(abs(r) <= 1, "r is \(r)")
      checkInterval(row, "conf_low", "correlation", "conf_high")
      guard command.isPlain, !command.isWeighted, let a = row["a"] as? String, let b = row["b"] as? String,
        let expected = pearson(a, b)
      else { continue }
      expect(r, expected, within: 1e-10, "r(\(a), \(b))")
    }
  }

  /// Over the respondents that answered every variable.
  private func pearson(_ a: String, _ b: String) -> Double? {
    let columns = command.variables.compactMap { survey.ratings($0) }
    guard columns.count == command.variables.count, let x = survey.ratings(a), let y = survey.ratings(b) else {
      return nil
    }
    let complete = (0..<survey.rowCount).filter { row in columns.allSatisfy { $0[row] != nil } }
    let n = Double(complete.count)
    let (u, v) = (complete.map { Double(x[$0]!) }, complete.map { Double(y[$0]!) })
    let (mu, mv) = (u.reduce(0, +) / n, v.reduce(0, +) / n)
    let product = zip(u, v).reduce(0) { $0 + ($1.0 - mu) * ($1.1 - mv) }
    let squares = u.reduce(0) { $0 + ($1 - mu) * ($1 - mu) } * v.reduce(0) { $0 + ($1 - mv) * ($1 - mv) }
    return squares > 0 ? product / squares.squareRoot() : nil
  }

  private mutating func checkFactors() {
    for row in rows("communalities") {
      guard let communality = row["communality"] as? Double, let uniqueness = row["uniqueness"] as? Double else {
        continue
      }
      expect(communality + uniqueness, 1, within: 1e-6, "\(row["item"] ?? ""): communality and uniqueness")
    }
    // A Heywood case has a loading above one, and a note.
    for row in rows("loadings") where !notes.contains("heywood_case") {
      if let loading = row["loading"] as? Double { expect(abs(loading) <= 1 + 1e-6, "a loading of \(loading)") }
    }
  }

  private mutating func checkReliability() {
    for row in rows("reliability") {
      for name in ["alpha", "omega_total", "lambda6", "ave", "composite_reliability"] {
        if let value = row[name] as? Double { expect(value <= 1 + 1e-9, "\(name) is \(value)") }
      }
      checkInterval(row, "alpha_low", "alpha", "alpha_high")
    }
  }
}
