import Foundation
import Measures
import Probability
import Survey
import Testing

/// Calibrated weights within limits fulfil the conditions that make them the nearest ones: they reach the totals, log(w/d) of those
/// that are free is a sum of terms of the categories, and whoever is held at a limit would go beyond it.
@Suite struct CalibrationTests {
  private static func sample() -> (base: [Double], codes: [[Int32]]) {
    var stream = RandomStream(seed: 11, stream: 0)
    var (base, codes): ([Double], [[Int32]]) = ([], [[], [], []])
    for _ in 0..<600 {
      base.append(0.5 + stream.uniform())
      codes[0].append(Int32(stream.below(2)))
      codes[1].append(Int32(stream.below(4)))
      codes[2].append(Int32(stream.below(3)))
    }
    return (base, codes)
  }

  private static func margins(_ base: [Double], _ codes: [[Int32]], _ shares: [[Double]]) -> [Calibration.Margin] {
    let total = base.reduce(0, +)
    return zip(codes, shares).map { Calibration.Margin(codes: $0, targets: $1.map { $0 * total }) }
  }

  private static let shares = [[0.6, 0.4], [0.35, 0.25, 0.2, 0.2], [0.5, 0.3, 0.2]]

  @Test("within bounds and limits", arguments: [(0.4, 2.0), (0.42, 2.1), (0.35, 2.2)])
  func conditions(_ low: Double, _ high: Double) throws {
    let (base, codes) = Self.sample()
    let margins = Self.margins(base, codes, Self.shares)
    let free = Calibration(margins: margins, method: .raking, bounds: nil, limits: nil).weights(base)
    let calibration = Calibration(margins: margins, method: .raking, bounds: (low, high), limits: nil)
    let found = calibration.weights(base)
    #expect(found.isConverged && free.isConverged)
    for margin in margins {
      for (code, target) in margin.targets.enumerated() {
        let sum = margin.codes.indices.reduce(0) { $0 + (margin.codes[$1] == code ? found.weights[$1] : 0) }
        #expect(abs(sum / target - 1) < 1e-8)
      }
    }
    // log(w/d) of the free rows tells λ of every cell of the three margins, from effects that add up.
    let ratios = zip(found.weights, base).map { $0 / $1 }
    func isFree(_ ratio: Double) -> Bool { ratio > low * (1 + 1e-9) && ratio < high * (1 - 1e-9) }
    var logs: [[Int32]: Double] = [:]
    for i in base.indices where isFree(ratios[i]) { logs[codes.map { $0[i] }] = log(ratios[i]) }
    for (cell, value) in logs {
      for (other, second) in logs where other[0] == cell[0] {
        let (a, b) = ([1 - cell[0], cell[1], cell[2]], [1 - other[0], other[1], other[2]])
        guard let third = logs[a], let fourth = logs[b] else { continue }
        #expect(abs((value - third) - (second - fourth)) < 1e-8)
      }
    }
    #expect(ratios.allSatisfy { $0 >= low * (1 - 1e-12) && $0 <= high * (1 + 1e-12) })
    #expect(low > 0.39 ? found.stopped > 0 : free.isConverged)
    // No weights within the bounds that reach the totals are nearer: those halfway to others are farther.
    func distance(_ weights: [Double]) -> Double {
      zip(weights, base).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) - $1.0 + $1.1 }
    }
    let linear = Calibration(margins: margins, method: .linear, bounds: (low, high), limits: nil).weights(base)
    #expect(linear.isConverged)
    #expect(distance(found.weights) <= distance(linear.weights) + 1e-9)
    #expect(distance(free.weights) <= distance(found.weights) + 1e-9)
  }

  @Test("totals that no weights reach are not said to be reached") func impossible() {
    let (base, codes) = Self.sample()
    let margins = Self.margins(base, [codes[0], codes[0]], [[0.6, 0.4], [0.5, 0.5]])
    #expect(!Calibration(margins: margins, method: .raking, bounds: nil, limits: nil).weights(base).isConverged)
    let narrow = Calibration(
      margins: Self.margins(base, codes, Self.shares), method: .raking, bounds: (0.95, 1.05), limits: nil)
    #expect(!narrow.weights(base).isConverged)
    // The simplex method finds no weights within these either (scipy's linprog, samples drawn alike).
    let tight = Calibration(
      margins: Self.margins(base, codes, Self.shares), method: .raking, bounds: (0.5, 1.7), limits: nil)
    #expect(!tight.weights(base).isConverged)
  }

  @Test("raking recovers a population's mean, and its intervals hold it") func coverage() throws {
    // An outcome that the margins explain in part, a sample in which one category is rare: the plain mean is biased.
    var (held, plain) = (0, 0)
    let rounds = 300
    for round in 0..<rounds {
      var stream = RandomStream(seed: 77, stream: UInt64(round))
      var rows = "y,g,h\n"
      for _ in 0..<150 {
        let g = stream.uniform() < 0.3 ? 1 : 0
        let h = stream.uniform() < 0.5 ? 1 : 0
        rows += "\(2 * Double(g) + Double(h) + stream.normal()),\(g),\(h)\n"
      }
      let dataset = try Self.dataset(rows)
      var roles = AnalysisRoles(outcomes: [], players: [])
      let problem = try SampleRaking(
        RakingSpecification(margins: [
          .init(variables: ["g"], targets: [.init(cell: ["0"], value: 0.5), .init(cell: ["1"], value: 0.5)]),
          .init(variables: ["h"], targets: [.init(cell: ["0"], value: 0.4), .init(cell: ["1"], value: 0.6)]),
        ]), dataset, weights: nil)
      let raked = try problem.raked()
      roles.calibration = try problem.design(dataset, roles, raked)
      roles.weights = AnalysisRoles.Weighting(variable: "w")
      let weighted = dataset.replacing(
        Variable(name: "w", values: .double(raked.weights(of: dataset).map { $0 ?? 0 })))
      let item = try weighted.describe([.init(name: "y")], design: roles)[0]
      // 2·0.5 + 0.6.
      if item.meanLow! <= 1.6, item.meanHigh! >= 1.6 { held += 1 }
      let simple = try dataset.describe([.init(name: "y")], design: AnalysisRoles(outcomes: [], players: []))[0]
      if simple.meanLow! <= 1.6, simple.meanHigh! >= 1.6 { plain += 1 }
    }
    // 95 % with a standard error of 1.3 %.
    #expect(held > 274 && held < 297, "\(held) of \(rounds)")
    #expect(plain < 250, "\(plain) of \(rounds)")
  }

  private static func dataset(_ text: String) throws -> Dataset {
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    return Dataset(
      variables: lines[0].indices.map { place in
        Variable(name: lines[0][place], values: .double(lines.dropFirst().map { Double($0[place])! }))
      }, rowCount: lines.count - 1)
  }
}
