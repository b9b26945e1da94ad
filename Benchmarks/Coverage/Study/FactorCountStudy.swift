import Factors
import Measures
import Probability
import Resampling
import Survey

/// How often the rules for the number of factors find it: samples from populations with three factors, or one.
///
/// Every item loads .7 on one factor, factors correlate φ. Items are normal, or answers on five points of which about 60 % are in
/// the top box.
public struct FactorCountStudy: Sendable {
  /// One population and a size of samples.
  public struct Cell: Sendable {
    var factors: Int
    var items: Int
    var correlation: Double
    var n: Int
    var isSkewed: Bool

    public var name: String {
      "\(isSkewed ? "skewed" : "normal")-\(factors)-\(items)-\(correlation)-\(n)"
    }

    public static let all: [Cell] = [false, true].flatMap { isSkewed in
      [500, 200, 2000].flatMap { n in
        [3, 4, 6].flatMap { items in
          [0, 0.5, 0.7, 0.8].map { Cell(factors: 3, items: items, correlation: $0, n: n, isSkewed: isSkewed) }
        }
          + [6, 12].map { Cell(factors: 1, items: $0, correlation: 0, n: n, isSkewed: isSkewed) }
      }
    }
  }

  public static let rules = [
    "parallel_factors_95", "parallel_factors_mean", "parallel_components_95", "parallel_components_mean",
    "next_eigenvalue", "comparison_data", "map", "empirical_kaiser", "kaiser", "hull",
  ]

  public var samples: Int
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int, replicates: Int, seed: UInt64) {
    self.samples = samples
    self.replicates = replicates
    self.seed = seed
  }

  /// Of every rule the share of samples in which it finds the number of factors, and what it keeps in the mean.
  public func run(_ cell: Cell, jobs: Int) -> [(hits: Double, mean: Double)] {
    let width = Self.rules.count
    let drawn = ReplicateRunner.run(
      count: samples, width: width, jobs: jobs, seed: seed, makeWorkspace: { () }
    ) { _, _, stream, row in
      guard let frame = cell.draw(&stream), let input = try? CorrelationInput(Moments(frame)) else {
        return .correlationUndefined
      }
      let count = FactorCount(input, frame: frame, replicates: replicates, seed: seed)
      for (k, rule) in Self.rules.enumerated() {
        if let factors = count.factors(by: rule) { row[k] = Double(factors) }
      }
      return nil
    }
    return (0..<width).map { k in
      let found = drawn.column(k)
      let defined = found.filter(\.isFinite)
      return (
        Double(found.count { $0 == Double(cell.factors) }) / Double(max(1, found.count)),
        defined.reduce(0, +) / Double(max(1, defined.count))
      )
    }
  }
}

extension FactorCountStudy.Cell {
  /// Five points with 60 % in the top box.
  private static let thresholds = [0.03, 0.08, 0.19, 0.40].map { Normal().quantile($0) }

  func draw(_ stream: inout RandomStream) -> ModelFrame? {
    let p = factors * items
    var columns = [[Double]](repeating: [Double](repeating: 0, count: n), count: p)
    let (own, common) = ((1 - correlation).squareRoot(), correlation.squareRoot())
    for row in 0..<n {
      let shared = stream.normal()
      for f in 0..<factors {
        let factor = common * shared + own * stream.normal()
        for i in 0..<items {
          let value = 0.7 * factor + 0.51.squareRoot() * stream.normal()
          columns[f * items + i][row] =
            isSkewed ? Double(1 + Self.thresholds.count { value > $0 }) : value
        }
      }
    }
    let names = (1...p).map { "x\($0)" }
    return try? ModelFrame(
      Dataset(variables: zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }, rowCount: n),
      roles: AnalysisRoles(outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) }),
      ratings: false)
  }
}

extension FactorCountStudy {
  /// The table of the page: hits in per cent, one row per cell.
  public static func markdown(_ cells: [(cell: Cell, found: [(hits: Double, mean: Double)])]) -> String {
    func percent(_ share: Double) -> String { String(Int((100 * share).rounded())) }
    var text = "| data | factors | items | φ | n | " + rules.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: 5 + rules.count) + "\n"
    for (cell, found) in cells {
      text +=
        "| \(cell.isSkewed ? "skewed" : "normal") | \(cell.factors) | \(cell.items) | \(cell.factors == 1 ? "–" : "\(cell.correlation)") | \(cell.n) | "
        + found.map { percent($0.hits) }.joined(separator: " | ") + " |\n"
    }
    return text
  }
}
