public import Measures
import Platform
import Probability

/// How often intervals of net promoter scores, of shares and of their differences hold the truth, and how often their tests reject
/// what is so at 5 %, in simple samples: counted over every sample there can be, so that nothing is drawn.
public struct ShareIntervalStudy: Sendable {
  /// Shares of promoters and detractors; of a share the second is 0.
  public struct Population: Sendable {
    public var plus: Double
    public var minus: Double

    public init(_ plus: Double, _ minus: Double = 0) { (self.plus, self.minus) = (plus, minus) }
    var truth: Double { plus - minus }
  }

  /// What is found of one kind of interval.
  public struct Finding: Sendable {
    /// The share of samples whose interval holds the truth.
    public var coverage = 0.0
    /// The interval's length, on average over samples, in points of 100.
    public var width = 0.0
    /// The share of samples whose test rejects; of differences.
    public var rejected = 0.0
  }

  public static let scores = [
    Population(0.5, 0.15), Population(0.3, 0.3), Population(0.7, 0.05), Population(0.9, 0.02), Population(0.05, 0.8),
  ]
  public static let shares = [0.02, 0.05, 0.1, 0.3, 0.5, 0.9].map { Population($0) }
  public static let sizes = [20, 50, 100, 300]

  public init() {}

  // MARK: One group

  /// Samples too rare to count, so many times the accuracy of a table.
  private static let rarest = 1e-10

  /// Every sample with its chance.
  private static func samples(_ population: Population, _ n: Int) -> [(plus: Int, minus: Int, chance: Double)] {
    let logs = (0...n).map { count -> Double in lgamma(Double(count) + 1) }
    func term(_ count: Int, _ share: Double) -> Double {
      count == 0 ? 0 : share > 0 ? Double(count) * log(share) : -.infinity
    }
    var found: [(plus: Int, minus: Int, chance: Double)] = []
    for plus in 0...n {
      for minus in 0...(population.minus > 0 ? n - plus : 0) {
        let rest = n - plus - minus
        let chance = exp(
          logs[n] - logs[plus] - logs[minus] - logs[rest] + term(plus, population.plus) + term(minus, population.minus)
            + term(rest, 1 - population.plus - population.minus))
        if chance > rarest { found.append((plus, minus, chance)) }
      }
    }
    return found
  }

  private static func ends(_ plus: Int, _ minus: Int, _ n: Int, _ kind: ShareIntervalKind, isScore: Bool) -> (
    low: Double, high: Double
  ) {
    isScore
      ? ShareInterval.difference(plus: Double(plus), minus: Double(minus), of: Double(n), kind, confidence: 0.95)
      : ShareInterval.share(Double(plus), of: Double(n), kind, confidence: 0.95)
  }

  /// Of one group of n answers.
  public static func single(_ population: Population, n: Int, _ kind: ShareIntervalKind) -> Finding {
    var found = Finding()
    for (plus, minus, chance) in samples(population, n) {
      let ends = ends(plus, minus, n, kind, isScore: population.minus > 0)
      found.width += chance * 100 * (ends.high - ends.low)
      // A bound that is the truth but for its last digit holds it.
      if ends.low <= population.truth + 1e-12, population.truth <= ends.high + 1e-12 { found.coverage += chance }
    }
    return found
  }

  // MARK: Two groups

  /// Of two groups of n and m answers.
  public static func pair(
    _ first: Population, n: Int, _ second: Population, m: Int, _ kind: ShareIntervalKind
  ) -> Finding {
    typealias Sample = (estimate: Double, low: Double, high: Double, plus: Double, minus: Double, chance: Double)
    let isScore = first.minus > 0 || second.minus > 0
    func known(_ population: Population, _ n: Int) -> [Sample] {
      samples(population, n).filter { $0.chance > 1e-7 }.map { plus, minus, chance in
        let ends = ends(plus, minus, n, kind, isScore: isScore)
        let (p, q) = (Double(plus) / Double(n), Double(minus) / Double(n))
        return (p - q, ends.low, ends.high, p, q, chance)
      }
    }
    let (ones, others) = (known(first, n), known(second, m))
    let truth = first.truth - second.truth
    let critical = Normal().quantile(0.975)
    var (found, all) = (Finding(), 0.0)
    for a in ones {
      for b in others {
        let chance = a.chance * b.chance
        let ends = ShareInterval.between((a.estimate, a.low, a.high), (b.estimate, b.low, b.high))
        all += chance
        found.width += chance * 100 * (ends.high - ends.low)
        if ends.low <= truth + 1e-12, truth <= ends.high + 1e-12 { found.coverage += chance }
        let z = ShareInterval.statistic(
          (a.plus, a.minus, Double(n)), (b.plus, b.minus, Double(m)), isPooled: !isScore && kind != .wald)
        if let z, abs(z) > critical { found.rejected += chance }
      }
    }
    // What was left out as too rare is taken to be like the rest.
    return Finding(coverage: found.coverage / all, width: found.width / all, rejected: found.rejected / all)
  }

  // MARK: Tables

  /// Pairs of the table of differences: populations of both groups, and their sizes.
  public static let pairs: [(first: Population, n: Int, second: Population, m: Int)] = [
    (Population(0.5, 0.15), 50, Population(0.5, 0.15), 50), (Population(0.7, 0.05), 50, Population(0.7, 0.05), 30),
    (Population(0.9, 0.02), 50, Population(0.9, 0.02), 50), (Population(0.6, 0.1), 50, Population(0.4, 0.2), 50),
    (Population(0.3), 50, Population(0.3), 50), (Population(0.3), 100, Population(0.3), 100),
    (Population(0.05), 100, Population(0.05), 100), (Population(0.9), 50, Population(0.9), 20),
    (Population(0.5), 100, Population(0.3), 100), (Population(0.1), 300, Population(0.05), 300),
  ]

  /// The three tables of the page.
  public static func markdown() -> String {
    let kinds = ShareIntervalKind.allCases
    func percent(_ share: Double) -> String { tenths(100 * share) }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    func rule(_ count: Int) -> String { "|" + String(repeating: "---|", count: count) + "\n" }
    var text = ""
    for (name, populations, isScore) in [("promoters, detractors", scores, true), ("share", shares, false)] {
      let heads = kinds.map { "\($0.rawValue)" } + kinds.map { "width, \($0.rawValue)" }
      text += row([name, "n"] + heads) + rule(2 + heads.count)
      for population in populations {
        for n in sizes {
          let found = kinds.map { single(population, n: n, $0) }
          let shown = isScore ? "\(percent(population.plus)), \(percent(population.minus))" : percent(population.plus)
          text += row([shown, "\(n)"] + found.map { percent($0.coverage) } + found.map { tenths($0.width) })
        }
      }
      text += "\n"
    }
    let heads = kinds.map { "\($0.rawValue)" } + ["rejects, wald", "rejects, else"]
    text += row(["groups", "n"] + heads) + rule(2 + heads.count)
    for pair in pairs {
      let found = kinds.map { Self.pair(pair.first, n: pair.n, pair.second, m: pair.m, $0) }
      func shown(_ population: Population) -> String {
        population.minus > 0
          ? "\(percent(population.plus)) − \(percent(population.minus))" : percent(population.plus)
      }
      let rejections = [found[kinds.firstIndex(of: .wald)!], found[kinds.firstIndex(of: .adjusted)!]]
      text += row(
        ["\(shown(pair.first)); \(shown(pair.second))", "\(pair.n), \(pair.m)"] + found.map { percent($0.coverage) }
          + rejections.map { percent($0.rejected) })
    }
    return text
  }

  static func tenths(_ value: Double) -> String { "\(Double((10 * value).rounded()) / 10)" }
}
