import Importance
import Insight
import LinearAlgebra
import Measures
import Platform
import Probability
import Regression
import Resampling
import Survey

/// How often intervals hold the importance of constructs themselves, when constructs are means of items, means corrected by their
/// reliabilities, or factors of one model.
///
/// Three constructs that correlate, measured by four items each on seven points, the second of them badly; an outcome 0 to 10. The truth
/// is the importance of the constructs as they were drawn, of two million respondents.
public struct ConstructStudy: Sendable {
  public static let sizes = [200, 500]
  public static let figures = ["R²", "share 1", "share 2", "share 3"]
  static let scorings: [(name: String, scoring: ConstructScoring)] = [
    ("means of items", ConstructScoring()), ("corrected by reliability", ConstructScoring(correctsReliability: true)),
    ("factor model", ConstructScoring(isLatent: true)),
  ]

  private static let loadings = [[0.8, 0.75, 0.7, 0.65], [0.7, 0.6, 0.5, 0.5], [0.85, 0.8, 0.8, 0.75]]
  private static let weights = [0.5, 0.4, 0.15]

  public var samples: Int
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int, replicates: Int, seed: UInt64) {
    (self.samples, self.replicates, self.seed) = (samples, replicates, seed)
  }

  /// Of one size and scoring, by figure.
  public struct Found: Sendable {
    public var n: Int
    public var scoring: String
    public var coverage: [Double]
    /// Mean estimate less the truth, in points of a hundred.
    public var bias: [Double]
    /// Samples whose model had no proper solution.
    public var failed: Int
  }

  private static func draw(_ stream: inout RandomStream) -> (constructs: [Double], items: [Double], outcome: Double) {
    let common = stream.normal()
    let constructs = weights.map { _ in 0.5.squareRoot() * common + 0.5.squareRoot() * stream.normal() }
    var items: [Double] = []
    for (k, own) in loadings.enumerated() {
      for loading in own {
        let latent = loading * constructs[k] + (1 - loading * loading).squareRoot() * stream.normal()
        items.append(max(1, min(7, (4.7 + 1.3 * latent).rounded())))
      }
    }
    let outcome = zip(weights, constructs).reduce(0) { $0 + $1.0 * $1.1 } + 0.8 * stream.normal()
    return (constructs, items, max(0, min(10, (6.3 + 1.9 * outcome).rounded())))
  }

  private static let roles = AnalysisRoles(
    outcomes: [.init(name: "y")],
    players: (0..<3).map { k in
      .init(name: "f\(k + 1)", kind: .composite, items: (1...4).map { .init(name: "x\(4 * k + $0)") })
    })

  private static func sample(_ n: Int, _ stream: inout RandomStream) -> Dataset {
    var columns = [[Double]](repeating: [], count: 13)
    for _ in 0..<n {
      let own = draw(&stream)
      for (k, item) in own.items.enumerated() { columns[k].append(item) }
      columns[12].append(own.outcome)
    }
    return Dataset(
      variables: columns.enumerated().map { k, values in
        Variable(name: k < 12 ? "x\(k + 1)" : "y", values: .double(values))
      }, rowCount: n)
  }

  private func fit(_ data: Dataset, _ scoring: ConstructScoring) throws -> DriverAnalysis.Fit {
    let analysis = DriverAnalysis(
      bootstrap: BootstrapSpecification(replicates: replicates), dominance: false, folds: 0, scoring: scoring)
    guard scoring.needsItems else { return try analysis.fit(to: ModelFrame(data, roles: Self.roles)) }
    return try analysis.fit(
      toItems: ModelFrame(data, roles: ConstructScoring.itemRoles(Self.roles)), roles: Self.roles)
  }

  /// R² and shares of the constructs as they were drawn.
  private static func truth() throws -> [Double] {
    var stream = RandomStream(seed: 20_261_129, stream: 9)
    var columns = [[Double]](repeating: [], count: 4)
    for _ in 0..<2_000_000 {
      let own = draw(&stream)
      for k in 0..<3 { columns[k].append(own.constructs[k]) }
      columns[3].append(own.outcome)
    }
    let data = Dataset(
      variables: zip(["f1", "f2", "f3", "y"], columns).map { Variable(name: $0.0, values: .double($0.1)) },
      rowCount: columns[3].count)
    let roles = AnalysisRoles(
      outcomes: [.init(name: "y")], players: (1...3).map { .init(name: "f\($0)", items: [.init(name: "f\($0)")]) })
    let fit = try DriverAnalysis(
      errors: .classical, bootstrap: BootstrapSpecification(replicates: 0), dominance: false, folds: 0
    ).fit(to: ModelFrame(data, roles: roles))
    return figures(fit).map { $0.value ?? .nan }
  }

  private static func figures(_ fit: DriverAnalysis.Fit) -> [DriverAnalysis.Estimated] {
    [fit.outcomes[0].rSquared] + fit.outcomes[0].methods[0].drivers.map(\.share)
  }

  public func run(jobs: Int, _ report: (String) -> Void = { _ in }) throws -> [Found] {
    let truth = try Self.truth()
    let count = Self.figures.count
    let width = 2 * count
    return Self.sizes.flatMap { n in
      Self.scorings.map { scoring in
        report("\(n), \(scoring.name)")
        let drawn = ReplicateRunner.run(
          count: samples, width: width, jobs: jobs, seed: seed &+ UInt64(n), makeWorkspace: { () }
        ) { _, _, stream, row in
          guard let fit = try? self.fit(Self.sample(n, &stream), scoring.scoring) else { return .modelNotFound }
          for (k, figure) in Self.figures(fit).enumerated() {
            row[2 * k] = StudyFigures.holds(figure.low, figure.high, truth[k])
            row[2 * k + 1] = figure.value ?? .nan
          }
          return nil
        }
        let means = StudyFigures.means(drawn, width: width)
        return Found(
          n: n, scoring: scoring.name, coverage: (0..<count).map { means[2 * $0] },
          bias: (0..<count).map { 100 * (means[2 * $0 + 1] - truth[$0]) }, failed: drawn.failureCount)
      }
    }
  }

  /// Coverage, then in brackets the bias in points of a hundred.
  public static func markdown(_ found: [Found]) -> String {
    var text = "| n | constructs are | " + figures.joined(separator: " | ") + " | no solution |\n"
    text += "|" + String(repeating: "---|", count: 3 + figures.count) + "\n"
    for own in found {
      let shown = zip(own.coverage, own.bias).map {
        "\(StudyFigures.percent($0)) (\(Double((10 * $1).rounded()) / 10))"
      }
      text += "| \(own.n) | \(own.scoring) | \(shown.joined(separator: " | ")) | \(own.failed) |\n"
    }
    return text
  }
}
