import Measures
import ModelSyntax
import Platform
import Probability
import Resampling
import Structural
import Survey

/// How often χ² rejects a model that holds, and how often intervals hold an indirect effect.
///
/// Two constructs and an effect between them that a third carries: x with four items, m and y with three. Items are normal, or graded on
/// five points with a ceiling that a third of the answers reach. The truth of graded items is the model's of half a million respondents.
public struct PathStudy: Sendable {
  public struct Cell: Sendable {
    var isGraded: Bool
    var n: Int

    public var name: String { "paths-\(isGraded ? "graded" : "normal")-\(n)" }

    public static let all = [false, true].flatMap { graded in [200, 500].map { Cell(isGraded: graded, n: $0) } }
  }

  /// Rejections at 5 %, then coverage of 95 % intervals.
  public static let figures = [
    "χ², ml", "χ², mlm", "χ², mlmv", "χ², mlr", "χ², Spearman", "delta, ml", "delta, mlr", "Monte Carlo, mlr",
    "percentile",
  ]

  public var samples: Int
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int, replicates: Int, seed: UInt64) {
    (self.samples, self.replicates, self.seed) = (samples, replicates, seed)
  }

  /// Of one cell, by figure, with how many samples it is of.
  public struct Found: Sendable {
    public var rates: [Double]
    public var counts: [Int]
  }

  private static let names = (1...4).map { "x\($0)" } + (1...3).map { "m\($0)" } + (1...3).map { "y\($0)" }
  private static let loadings = [0.8, 0.75, 0.7, 0.65, 0.85, 0.8, 0.75, 0.8, 0.75, 0.7]
  private static let text = """
    X =~ x1 + x2 + x3 + x4
    M =~ m1 + m2 + m3
    Y =~ y1 + y2 + y3
    M ~ X
    Y ~ M + X
    """

  private static func draw(_ cell: Cell, _ stream: inout RandomStream) -> ModelFrame {
    var columns = [[Double]](repeating: [Double](repeating: 0, count: cell.n), count: names.count)
    for row in 0..<cell.n {
      let x = stream.normal()
      let m = 0.5 * x + 0.75.squareRoot() * stream.normal()
      // Of the variance of y .36 + .04 + 2·.6·.2·.5 is explained.
      let y = 0.6 * m + 0.2 * x + 0.48.squareRoot() * stream.normal()
      for (k, loading) in loadings.enumerated() {
        let construct = k < 4 ? x : k < 7 ? m : y
        let item = loading * construct + (1 - loading * loading).squareRoot() * stream.normal()
        columns[k][row] = cell.isGraded ? max(1, min(5, (4.05 + 1.05 * item).rounded())) : item
      }
    }
    let data = Dataset(
      variables: zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }, rowCount: cell.n)
    let players = names.map { AnalysisRoles.Player(name: $0, items: [.init(name: $0)]) }
    do {
      return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: players), ratings: false)
    } catch { preconditionFailure("\(error)") }
  }

  private static func model(_ estimator: StructuralModel.Estimator) -> StructuralModel {
    do { return StructuralModel(try ModelSyntax(text), estimator: estimator) } catch { preconditionFailure("\(error)") }
  }

  /// Of rank correlations.
  private static var ranks: StructuralModel {
    var model = model(.ml)
    model.correlation = .spearman
    return model
  }

  private static func indirect(_ fit: StructuralModel.Fit) -> StructuralEffect.Value? {
    fit.effects.first { $0.from == "X" && $0.to == "Y" && $0.through == nil }?.indirect
  }

  private func run(_ cell: Cell, jobs: Int) throws -> Found {
    var stream = RandomStream(seed: 20_261_129, stream: 11)
    let population = Self.draw(Cell(isGraded: cell.isGraded, n: 500_000), &stream)
    guard let truth = Self.indirect(try Self.model(.ml).fit(to: [Moments(population)]))?.estimate else {
      preconditionFailure("the model has an indirect effect")
    }
    let width = Self.figures.count
    let drawn = ReplicateRunner.run(
      count: samples, width: width, jobs: jobs, seed: seed, makeWorkspace: { () }
    ) { _, sample, stream, row in
      let frame = Self.draw(cell, &stream)
      let moments = [Moments(frame)]
      func fit(_ model: StructuralModel) -> StructuralModel.Fit? { try? model.fit(to: moments, frames: [frame]) }
      func holds(_ value: StructuralEffect.Value?) -> Double {
        StudyFigures.holds(value?.low, value?.high, truth)
      }
      var carried = Self.model(.mlr)
      carried.monteCarloDraws = 2000
      carried.bootstrap.seed = UInt64(sample) + 1
      var resampled = Self.model(.ml)
      resampled.bootstrap = BootstrapSpecification(replicates: self.replicates, seed: UInt64(sample) + 1)
      guard let ml = fit(Self.model(.ml)), let mlm = fit(Self.model(.mlm)), let mlmv = fit(Self.model(.mlmv)),
        let mlr = fit(Self.model(.mlr)), let ranks = fit(Self.ranks),
        let drawn = fit(carried), let percentile = fit(resampled)
      else { return .modelNotFound }
      func rejects(_ p: Double?) -> Double { p.map { $0 < 0.05 ? 1 : 0 } ?? .nan }
      row[0] = rejects(ml.statistics.pValue)
      row[1] = rejects(mlm.statistics.robustPValue)
      row[2] = rejects(mlmv.statistics.robustPValue)
      row[3] = rejects(mlr.statistics.robustPValue)
      row[4] = rejects(ranks.statistics.robustPValue)
      row[5] = holds(Self.indirect(ml))
      row[6] = holds(Self.indirect(mlr))
      row[7] = holds(Self.indirect(drawn))
      row[8] = holds(Self.indirect(percentile))
      return nil
    }
    return Found(
      rates: StudyFigures.means(drawn, width: width),
      counts: (0..<width).map { drawn.column($0).count(where: \.isFinite) })
  }

  public func run(_ cells: [Cell], jobs: Int, _ report: (Cell) -> Void = { _ in }) throws -> [(
    cell: Cell, found: Found
  )] {
    try cells.map { cell in
      report(cell)
      return (cell, try run(cell, jobs: jobs))
    }
  }

  public static func markdown(_ cells: [(cell: Cell, found: Found)]) -> String {
    var text = "| items | n | " + figures.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: 2 + figures.count) + "\n"
    for (cell, found) in cells {
      text +=
        "| \(cell.isGraded ? "graded" : "normal") | \(cell.n) | "
        + found.rates.map(StudyFigures.percent).joined(separator: " | ") + " |\n"
    }
    return text
  }
}
