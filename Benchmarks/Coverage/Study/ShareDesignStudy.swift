import Measures
import Probability
import Resampling
import Survey

/// How often linearised intervals of net promoter scores and top boxes hold the truth under weights, strata and clusters, and how often
/// two groups without a difference are told apart at 5 %.
///
/// Two clusters of `clusterSize` respondents are drawn in each stratum of an endless population. A cluster likes the firm more or less
/// than its stratum by `spread` with equal chance, so that the truth is that of the strata, weighted by their sizes. Strata are drawn with
/// unequal shares, and weights make up for it. Whom a respondent counts to of two groups is drawn besides, so that they do not differ.
public struct ShareDesignStudy: Sendable {
  public struct Cell: Sendable {
    var strata: Int
    var clusterSize: Int
    /// What a cluster's shares lie above or below the stratum's.
    var spread: Double
    /// The share of answers that are missing, whatever they were.
    var missing: Double

    public var name: String { "\(strata)-\(clusterSize)-\(spread)-\(missing)" }

    public static let all = [
      Cell(strata: 5, clusterSize: 10, spread: 0.1, missing: 0),
      Cell(strata: 10, clusterSize: 10, spread: 0, missing: 0),
      Cell(strata: 10, clusterSize: 10, spread: 0.1, missing: 0),
      Cell(strata: 10, clusterSize: 10, spread: 0.1, missing: 0.3),
      Cell(strata: 30, clusterSize: 10, spread: 0.1, missing: 0),
      Cell(strata: 30, clusterSize: 30, spread: 0.15, missing: 0.1),
    ]
  }

  public static let figures = ["nps", "top box", "nps as if simple", "groups held", "groups rejected"]

  public var samples: Int
  public var seed: UInt64

  public init(samples: Int, seed: UInt64) {
    self.samples = samples
    self.seed = seed
  }

  /// The mean of every figure.
  public func run(_ cell: Cell, jobs: Int) -> [Double] {
    let width = Self.figures.count
    let truth = cell.truth
    let drawn = ReplicateRunner.run(
      count: samples, width: width, jobs: jobs, seed: seed, makeWorkspace: { () }
    ) { _, _, stream, row in
      let (data, groups) = cell.draw(&stream)
      let item = AnalysisRoles.Item(name: "rec", scale: RatingScale(0, 10))
      let box = AnalysisRoles.Item(name: "box", scale: RatingScale(1, 5))
      var roles = AnalysisRoles(outcomes: [], players: [], weights: .init(variable: "w"))
      (roles.strata, roles.cluster) = ("stratum", "cluster")
      guard let found = try? data.shares([item, box], design: roles),
        let score = found.first(where: { $0.measure == .netPromoterScore }),
        let top = found.first(where: { $0.measure == .topBox }),
        let simple = try? data.shares([item], design: AnalysisRoles(outcomes: [], players: [])).first,
        let pair = try? data.shareDifferences([item], groups: groups, names: ["a", "b"], design: roles).first
      else { return .correlationUndefined }
      row[0] = StudyFigures.holds(score.low, score.high, 100 * truth.score)
      row[1] = StudyFigures.holds(top.low, top.high, 100 * truth.box)
      row[2] = StudyFigures.holds(simple.low, simple.high, 100 * truth.score)
      row[3] = StudyFigures.holds(pair.low, pair.high, 0)
      row[4] = pair.pValue.map { $0 < 0.05 ? 1 : 0 } ?? .nan
      return nil
    }
    return StudyFigures.means(drawn, width: width)
  }

  public static func markdown(_ cells: [(cell: Cell, found: [Double])]) -> String {
    var text = "| strata of two clusters | respondents of a cluster | spread | missing | "
    text += figures.joined(separator: " | ") + " |\n|" + String(repeating: "---|", count: 4 + figures.count) + "\n"
    for (cell, found) in cells {
      let shown = found.map { $0.isFinite ? ShareIntervalStudy.tenths(100 * $0) : "–" }
      text +=
        "| \(cell.strata) | \(cell.clusterSize) | \(cell.spread) | \(ShareIntervalStudy.tenths(100 * cell.missing)) % | "
        + shown.joined(separator: " | ") + " |\n"
    }
    return text
  }
}

extension ShareDesignStudy.Cell {
  /// Shares of promoters and detractors of a stratum.
  private func shares(_ stratum: Int) -> (plus: Double, minus: Double) {
    let place = Double(stratum) / Double(max(1, strata - 1))
    return (0.35 + 0.3 * place, 0.3 - 0.1 * place)
  }

  /// What a respondent of the stratum stands for; large strata are drawn thinly.
  private func weight(_ stratum: Int) -> Double { [0.5, 1, 1, 2][stratum % 4] }

  var truth: (score: Double, box: Double) {
    var (total, plus, minus) = (0.0, 0.0, 0.0)
    for stratum in 0..<strata {
      let own = shares(stratum)
      total += weight(stratum)
      plus += weight(stratum) * own.plus
      minus += weight(stratum) * own.minus
    }
    // The best point of the other question is chosen by whoever promotes.
    return ((plus - minus) / total, plus / total)
  }

  func draw(_ stream: inout RandomStream) -> (data: Dataset, groups: [Int]) {
    var columns: [String: [Double]] = [:]
    var groups: [Int] = []
    func add(_ name: String, _ value: Double) { columns[name, default: []].append(value) }
    for stratum in 0..<strata {
      let own = shares(stratum)
      for cluster in 0..<2 {
        let shift = stream.below(2) == 0 ? spread : -spread
        for _ in 0..<clusterSize {
          let draw = stream.uniform()
          // What promoters gain detractors lose.
          let (plus, minus) = (own.plus + shift, own.minus - shift)
          let isMissing = missing > 0 && stream.uniform() < missing
          add("rec", isMissing ? MissingValue.double(0) : draw < plus ? 9 : draw < plus + minus ? 5 : 7)
          add("box", isMissing ? MissingValue.double(0) : draw < plus ? 5 : 3)
          add("stratum", Double(stratum))
          add("cluster", Double(2 * stratum + cluster))
          add("w", weight(stratum))
          groups.append(stream.below(2))
        }
      }
    }
    let names = ["rec", "box", "stratum", "cluster", "w"]
    return (
      Dataset(variables: names.map { Variable(name: $0, values: .double(columns[$0]!)) }, rowCount: groups.count),
      groups
    )
  }
}
