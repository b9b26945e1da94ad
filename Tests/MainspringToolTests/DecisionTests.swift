import Foundation
import TestSupport
import Testing

/// What the first sentences say of who matters most and what to work on, beside the tables.
@Suite struct DecisionTests {
  /// Answers 1–5 to `drivers` questions that share most of what makes them, and an outcome 0–10; the drivers count in proportion
  /// to `weights`. A small generator, so that files are the same everywhere.
  private func survey(_ respondents: Int, weights: [Int], turned: Set<Int> = [], seed: UInt64) -> String {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func draw(_ range: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(range))
    }
    var text = (1...weights.count).map { "x\($0)," }.joined() + "y\n"
    for _ in 0..<respondents {
      let common = draw(41) - 20 + draw(41) - 20
      var sum = 0
      for (k, weight) in weights.enumerated() {
        let level = common + draw(31) - 15 + draw(31) - 15
        let answer = max(1, min(5, 4 + (level + 100) / 14 - 7))
        sum += weight * level
        text += "\(turned.contains(k) ? 6 - answer : answer),"
      }
      let outcome = 7 + (sum / weights.reduce(0, +) + draw(21) - 10 + 100) / 7 - 14
      text += "\(max(0, min(10, outcome)))\n"
    }
    return text
  }

  private func run(_ verb: String, _ csv: String, _ arguments: [String]) throws -> (words: String, json: JSONReader) {
    let all = [verb, "data.csv", "--outcome", "y", "--bootstrap", "300", "--quiet"] + arguments
    let text = try Program.run(all, csv: csv)
    #expect(text.status == 0, "\(text.error)")
    let json = try Program.run(all + ["--format", "json"], csv: csv)
    return (
      text.output.split(whereSeparator: \.isWhitespace).joined(separator: " "), try JSONReader(json.output)
    )
  }

  private let scales = ["--scale", "1:5", "--scale", "y=0:10"]

  @Test func `ten near-ties have no driver that matters most`() throws {
    let drivers = ["--drivers", "x1:x10"] + scales
    let (words, json) = try run("drivers", survey(200, weights: Array(repeating: 1, count: 10), seed: 1), drivers)
    let first = try #require(json.rows("importance").first { $0["rank"] as? Int == 1 })
    #expect((first["rank_high"] as? Int ?? 0) > 1)
    #expect(!words.contains("matters most") && !words.contains("resamples)"))
    #expect(words.hasPrefix("y: \(first["driver"] ?? "-") has the largest share ("), "\(words.prefix(300))")
    let open = json.rows("importance").count { $0["may_be_first"] as? Bool == true } - 1
    #expect(open > 3)
    #expect(words.contains("; the data do not tell it from ") && words.contains(" and \(open - 2) others"))
    #expect(words.contains("is credited with") && words.contains("picked as the largest"))
    // Drawn in, a frequency is no larger than that of the resamples.
    let stated = first["p_first"] as? Double ?? .nan
    #expect(stated < (first["p_first_resamples"] as? Double ?? .nan))
    // The leader's interval holds its own and the share drawn in, and no other driver has one.
    let (low, high) = (first["leader_low"] as? Double ?? .nan, first["leader_high"] as? Double ?? .nan)
    #expect(low <= first["share_low"] as? Double ?? .nan && high >= first["share_high"] as? Double ?? .nan)
    #expect(json.rows("importance").count { $0["leader_low"] is Double } == 1)
    for column in ["p_first", "p_first_resamples", "shrunken_share"] {
      let sum = json.rows("importance").reduce(0) { $0 + ($1[column] as? Double ?? .nan) }
      #expect(abs(sum - 1) < 1e-9, "\(column)")
    }
  }

  @Test func `a driver that is first for sure matters most`() throws {
    let (words, json) = try run(
      "drivers", survey(600, weights: [9, 1, 1], seed: 2), ["--drivers", "x1:x3"] + scales)
    let first = try #require(json.rows("importance").first)
    #expect(first["rank_low"] as? Int == 1 && first["rank_high"] as? Int == 1 && first["may_be_first"] as? Bool == true)
    #expect(words.hasPrefix("y: x1 matters most"), "\(words.prefix(200))")
    #expect(json.rows("importance").dropFirst().allSatisfy { $0["may_be_first"] as? Bool == false })
  }

  @Test func `the pick is priority 1 in sentence and table, with its floor and ceiling`() throws {
    let (words, json) = try run(
      "ipa", survey(300, weights: [3, 2, 2, 1, 1, 1], seed: 3), ["--drivers", "x1:x6"] + scales)
    let rows = json.rows("ipa")
    let pick = try #require(rows.first { $0["priority"] as? Int == 1 })
    let best = rows.filter { $0["priority"] is Int }.max {
      ($0["potential"] as? Double ?? 0) < ($1["potential"] as? Double ?? 0)
    }
    #expect(pick["driver"] as? String == best?["driver"] as? String)
    #expect(words.contains("; work first on \(pick["driver"] ?? "-")"))
    #expect(words.contains("if nothing else moves, +"))
    #expect(words.contains("if the rest moves along as it does among your respondents."))
    #expect(pick["may_be_best"] as? Bool == true && pick["expected_regret"] is Double)
    #expect(rows.count { $0["expected_regret"] is Double } == 1)
    for row in rows {
      let effect = row["effect_shrunken"] as? Double ?? .nan
      let headroom = row["headroom"] as? Double ?? .nan
      #expect(abs((row["potential"] as? Double ?? .nan) - effect * headroom / 10) < 1e-12)
    }
  }

  @Test func `a scale that is turned round is asked about, and its driver has no field`() throws {
    let csv = survey(300, weights: [2, 2, 2, 1, 1], turned: [1], seed: 4)
    let (words, json) = try run("ipa", csv, ["--drivers", "x1:x5"] + scales)
    let row = try #require(json.rows("ipa").first { $0["driver"] as? String == "x2" })
    #expect(row["quadrant"] as? String == nil && row["p_concentrate_here"] as? Double == nil)
    #expect(row["priority"] as? Int == nil && row["potential"] as? Double == nil)
    let note = json.notes.first { $0.kind == "scale_turned" }?.message ?? ""
    #expect(note.contains("more of it goes with less of y") && note.contains("--scale x2=5:1"), "\(note)")
    #expect(words.contains("--scale x2=5:1"))
    #expect(words.contains("In no field x2"))
    // Said so, it is a driver like the others.
    let right = try run("ipa", csv, ["--drivers", "x1:x5"] + scales + ["--scale", "x2=5:1"]).json
    #expect(right.rows("ipa").allSatisfy { $0["quadrant"] is String })
    #expect(!right.notes.contains { $0.kind == "scale_turned" })
  }
}
