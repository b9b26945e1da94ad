import Foundation
import Measures
import Survey
import TestSupport
import Testing

@Suite("Net promoter scores and shares")
struct ShareTests {
  /// The numbers of a line of `Tests/References/shares/shares.txt` (shares.R, R 4.2.2 with survey 4.1.1).
  private static func reference(_ name: String) throws -> [Double] {
    let text = try PackageFiles.text("Tests/References/shares/shares.txt")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
    return line.dropFirst(name.count).split(separator: " ").compactMap { Double($0) }
  }

  private static func survey(promoters: Int, detractors: Int, n: Int) -> Dataset {
    Small.survey(
      Small.numbers(
        "rec",
        [Double](repeating: 9, count: promoters) + [Double](repeating: 6, count: detractors)
          + [Double](repeating: 8, count: n - promoters - detractors)))
  }

  @Test(
    "intervals of the score are those of R",
    arguments: [[30, 10, 60], [5, 40, 50], [90, 3, 120], [1, 0, 20], [200, 100, 500]])
  func score(_ counts: [Int]) throws {
    let data = Self.survey(promoters: counts[0], detractors: counts[1], n: counts[2])
    let none = AnalysisRoles(outcomes: [], players: [])
    for kind in ShareIntervalKind.allCases {
      let found = try data.shares([Small.item("rec", 0, 10)], design: none, interval: kind)
      #expect(found.count == 1 && found[0].measure == .netPromoterScore)
      let share = try #require(found.first)
      let expected = try Self.reference("nps \(kind.rawValue) \(counts.map(String.init).joined(separator: " "))")
      #expect(abs(share.estimate - 100 * Double(counts[0] - counts[1]) / Double(counts[2])) < 1e-12)
      #expect(abs(share.low! - expected[0]) < 1e-6 && abs(share.high! - expected[1]) < 1e-6, "\(kind) \(share)")
      #expect(abs(share.promoters! + share.passives! + share.detractors! - 1) < 1e-15)
    }
  }

  @Test("boxes of a scale, turned round as it is") func boxes() throws {
    let values: [Double] = [1, 1, 2, 5, 6, 6, 7, 7, 7, 7]
    let none = AnalysisRoles(outcomes: [], players: [])
    func estimates(_ first: Double, _ last: Double, _ name: String = "sat") throws -> [String: Double] {
      let shares = try Small.survey(Small.numbers(name, values)).shares([Small.item(name, first, last)], design: none)
      return Dictionary(uniqueKeysWithValues: shares.map { ($0.measure.rawValue, $0.estimate) })
    }
    #expect(try estimates(1, 7) == ["top_box": 40, "top_two_box": 60, "bottom_box": 20])
    #expect(try estimates(7, 1) == ["top_box": 20, "top_two_box": 30, "bottom_box": 40])
    // Effort is told on seven points alone: the best three.
    #expect(try estimates(1, 7, "ces")["ces"] == 70)
    #expect(try estimates(1, 8, "ces")["ces"] == nil)
  }

  @Test("score intervals of shares are Wilson's, as R's prop.test", arguments: [[30, 60], [0, 20], [119, 120]])
  func wilson(_ counts: [Int]) throws {
    let values = [Double](repeating: 5, count: counts[0]) + [Double](repeating: 3, count: counts[1] - counts[0])
    let shares = try Small.survey(Small.numbers("q", values)).shares(
      [Small.item("q", 1, 5)], design: AnalysisRoles(outcomes: [], players: []), interval: .score)
    let expected = try Self.reference("share score \(counts[0]) \(counts[1])")
    let top = try #require(shares.first { $0.measure == .topBox })
    #expect(abs(top.low! - expected[0]) < 1e-9 && abs(top.high! - expected[1]) < 1e-9)
  }

  @Test("two shares are compared as R's prop.test and Newcombe do") func twoShares() throws {
    func group(_ best: Int, _ n: Int) -> [Double] {
      [Double](repeating: 5, count: best) + [Double](repeating: 3, count: n - best)
    }
    let data = Small.survey(Small.numbers("q", group(30, 60) + group(45, 70)))
    let found = try data.shareDifferences(
      [Small.item("q", 1, 5)], groups: [Int](repeating: 0, count: 60) + [Int](repeating: 1, count: 70),
      names: ["a", "b"], design: AnalysisRoles(outcomes: [], players: []), interval: .score)
    let top = try #require(found.first { $0.measure == .topBox })
    let expected = try Self.reference("two shares z p low high")
    #expect(abs(top.statistic! - expected[0]) < 1e-9 && abs(top.pValue! - expected[1]) < 1e-9)
    #expect(abs(top.low! - expected[2]) < 1e-9 && abs(top.high! - expected[3]) < 1e-9)
    #expect(top.adjusted == top.pValue)
  }

  @Test("under weights and designs score and difference are svymean's", arguments: [true, false])
  func design(_ isClustered: Bool) throws {
    let rows = try PackageFiles.text("Tests/References/shares/design.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    func column(_ place: Int) -> [Double] { rows.map { Double($0[place]) ?? .nan } }
    let data = Small.survey(
      Small.numbers("stratum", column(0)), Small.numbers("cluster", column(1)), Small.numbers("w", column(2)),
      Small.numbers("rec", column(4)))
    var roles = AnalysisRoles(outcomes: [], players: [], weights: .init(variable: "w"))
    if isClustered { (roles.strata, roles.cluster) = ("stratum", "cluster") }
    let name = isClustered ? "design" : "weights"
    let item = Small.item("rec", 0, 10)
    let share = try #require(try data.shares([item], design: roles).first)
    let all = try Self.reference("\(name) all")
    for (found, expected) in zip([share.estimate, share.low!, share.high!], all) {
      #expect(abs(found - expected) < 1e-8)
    }
    let pair = try #require(
      try data.shareDifferences([item], groups: rows.map { $0[3] == "a" ? 0 : 1 }, names: ["a", "b"], design: roles)
        .first)
    let expected = try Self.reference("\(name) a-b")
    #expect(abs(pair.difference - expected[0]) < 1e-8)
    #expect(abs(pair.statistic! - expected[2]) < 1e-8 && abs(pair.pValue! - expected[3]) < 1e-8)
  }

  @Test(
    "three groups of an export with holes differ as R says, with Holm's p, in a simple sample and in two clusters a stratum",
    arguments: ["simple", "design"])
  func groups(_ sampling: String) throws {
    // Tests/References/shares/groups.R, R 4.2.2 with survey 4.1.1.
    let rows = try PackageFiles.text("Tests/References/shares/groups.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) } }
    let names = ["stratum", "cluster", "w", "g", "rec", "sat"]
    let columns = names.indices.map { place in Small.numbers(names[place], rows.map { $0[place] }) }
    let data = Dataset(variables: columns, rowCount: rows.count)
    let isDesign = sampling == "design"
    var roles = AnalysisRoles(outcomes: [], players: [], weights: isDesign ? .init(variable: "w") : nil)
    if isDesign { (roles.strata, roles.cluster) = ("stratum", "cluster") }
    let found = try data.shareDifferences(
      [Small.item("rec", 0, 10), Small.item("sat", 1, 5)], groups: rows.map { Int($0[3]!) - 1 },
      names: ["1", "2", "3"], design: roles)
    for measure in [ShareMeasure.netPromoterScore, .topBox] {
      for pair in found where pair.measure == measure {
        let line = try #require(
          try PackageFiles.text("Tests/References/shares/groups.txt").split(separator: "\n")
            .first { $0.hasPrefix("\(sampling) \(measure.rawValue) \(pair.group)-\(pair.versus) ") })
        let expected = line.split(separator: " ").dropFirst(3).compactMap { Double($0) }
        let ends = isDesign ? [pair.low, pair.high] : []
        let numbers = [pair.difference, pair.statistic, pair.pValue] + ends + [pair.adjusted]
        #expect(numbers.count == expected.count)
        for (number, known) in zip(numbers, expected) { #expect(abs(number! - known) < 1e-8, "\(line)") }
      }
    }
  }

  @Test(
    "a net promoter score's interval holds the true one in 93 to 97 of 100 samples, counted over all samples",
    arguments: [50, 100, 300])
  func coverage(_ n: Int) throws {
    func logFactorial(_ k: Int) -> Double { lgamma(Double(k) + 1) }
    for (plus, minus) in [(0.7, 0.1), (0.85, 0.05), (0.05, 0.8), (0.4, 0.4), (0.5, 0.02), (0.3, 0.2)] {
      for kind in [ShareIntervalKind.adjusted, .score] {
        var covered = 0.0
        for a in 0...n {
          for b in 0...(n - a) {
            let chance = exp(
              logFactorial(n) - logFactorial(a) - logFactorial(b) - logFactorial(n - a - b) + Double(a) * log(plus)
                + Double(b) * log(minus) + Double(n - a - b) * log(1 - plus - minus))
            if chance < 1e-9 { continue }
            let ends = ShareInterval.difference(
              plus: Double(a), minus: Double(b), of: Double(n), kind, confidence: 0.95)
            if ends.low <= plus - minus, plus - minus <= ends.high { covered += chance }
          }
        }
        #expect(covered > 0.93 && covered < 0.97, "\(kind) \(n) \(plus) \(minus): \(covered)")
      }
    }
  }
}
