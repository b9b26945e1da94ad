import Imputation
import Insight
import Measures
import Platform
import Probability
import Regression
import Resampling
public import Survey

/// How often intervals hold the truth when answers are missing, by complete rows, by maximum likelihood moments and by multiple
/// imputation, of which resamples are of the completed data or are imputed anew.
///
/// Three items rated 1 to 7 that share a factor and pile up at the top, and an outcome 0 to 10 with a ceiling of its own. Of the second
/// and third item about a share `missing` is not answered: by chance alone (MCAR), or by those who recommend little (MAR, given
/// the outcome, which everybody answers). The truth is that of two million respondents.
public struct MissingStudy: Sendable {
  public struct Cell: Sendable {
    var isAtRandom: Bool
    var missing: Double
    var n: Int

    public var name: String { "missing-\(isAtRandom ? "mar" : "mcar")-\(missing)-\(n)" }

    public static let all = [false, true].flatMap { atRandom in
      [200, 500].map { Cell(isAtRandom: atRandom, missing: 0.3, n: $0) }
    }
  }

  /// What is done about missing answers; `anew`: every resample is imputed for itself.
  public struct Treatment: Sendable {
    public var missing: MissingTreatment
    public var anew = false

    public var name: String { missing.rawValue + (anew ? ", resamples anew" : "") }
  }

  public static let treatments = [
    Treatment(missing: .listwise), Treatment(missing: .em), Treatment(missing: .impute),
    Treatment(missing: .impute, anew: true),
  ]
  public static let figures = ["b₁", "b₂", "b₃", "R²", "share 1", "share 2", "share 3", "performance 2"]

  public var samples: Int
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int, replicates: Int, seed: UInt64) {
    self.samples = samples
    self.replicates = replicates
    self.seed = seed
  }

  /// Of one treatment, by figure.
  public struct Found: Sendable {
    public var treatment: Treatment
    /// The share of samples whose interval holds the truth.
    public var coverage: [Double]
    /// Mean estimate less the truth, in standard deviations of the estimates.
    public var bias: [Double]
    /// Mean length of the intervals.
    public var length: [Double]
  }

  /// The figures of a fit: estimate and ends of the interval.
  private static func figures(_ fit: DriverAnalysis.Fit) -> [DriverAnalysis.Estimated] {
    let outcome = fit.outcomes[0]
    return outcome.regression.terms.dropFirst().map { .init(value: $0.estimate, low: $0.low, high: $0.high) }
      + [outcome.rSquared] + outcome.methods[0].drivers.map(\.share) + [fit.performance[1]]
  }

  private static func fit(
    _ data: Dataset, _ treatment: Treatment, _ analysis: DriverAnalysis, seed: UInt64
  ) throws -> DriverAnalysis.Fit {
    let roles = Cell.roles(treatment.missing)
    guard treatment.missing == .impute else { return try analysis.fit(to: ModelFrame(data, roles: roles)) }
    return try analysis.fit(
      imputing: data, roles: roles, by: MultipleImputation(seed: seed), imputations: MultipleImputation.fewest,
      imputesResamples: treatment.anew)
  }

  /// Of everybody, from a population drawn once.
  private func truth() throws -> [Double] {
    var stream = RandomStream(seed: 20_261_129, stream: 7)
    let data = Cell(isAtRandom: false, missing: 0, n: 2_000_000).draw(&stream)
    let analysis = DriverAnalysis(
      errors: .classical, bootstrap: BootstrapSpecification(replicates: 0), dominance: false, folds: 0)
    return Self.figures(try Self.fit(data, Treatment(missing: .listwise), analysis, seed: 1)).map { $0.value ?? .nan }
  }

  public func run(_ cells: [Cell], jobs: Int, _ report: (Cell) -> Void = { _ in }) throws -> [(
    cell: Cell, found: [Found]
  )] {
    let truth = try truth()
    return cells.map { cell in
      report(cell)
      return (cell, run(cell, truth, jobs: jobs))
    }
  }

  private func run(_ cell: Cell, _ truth: [Double], jobs: Int) -> [Found] {
    let count = Self.figures.count
    let width = 3 * count * Self.treatments.count
    let analysis = DriverAnalysis(
      bootstrap: BootstrapSpecification(replicates: replicates), dominance: false, folds: 0)
    let drawn = ReplicateRunner.run(
      count: samples, width: width, jobs: jobs, seed: seed, makeWorkspace: { () }
    ) { _, sample, stream, row in
      let data = cell.draw(&stream)
      for (t, treatment) in Self.treatments.enumerated() {
        guard let fit = try? Self.fit(data, treatment, analysis, seed: UInt64(sample) + 1) else {
          return .correlationUndefined
        }
        for (k, figure) in Self.figures(fit).enumerated() {
          let at = 3 * (t * count + k)
          row[at] = StudyFigures.holds(figure.low, figure.high, truth[k])
          row[at + 1] = figure.value ?? .nan
          row[at + 2] = (figure.high ?? .nan) - (figure.low ?? .nan)
        }
      }
      return nil
    }
    let means = StudyFigures.means(drawn, width: width)
    return Self.treatments.enumerated().map { t, treatment in
      var found = Found(treatment: treatment, coverage: [], bias: [], length: [])
      for k in 0..<count {
        let at = 3 * (t * count + k)
        let values = drawn.column(at + 1).filter(\.isFinite)
        let variance =
          values.reduce(0) { $0 + ($1 - means[at + 1]) * ($1 - means[at + 1]) } / Double(max(1, values.count - 1))
        found.coverage.append(means[at])
        found.bias.append((means[at + 1] - truth[k]) / variance.squareRoot())
        found.length.append(means[at + 2])
      }
      return found
    }
  }

  /// Coverage, then in brackets the bias in standard deviations.
  public static func markdown(_ cells: [(cell: Cell, found: [Found])]) -> String {
    var text = "| missing | n | treatment | " + figures.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: 3 + figures.count) + "\n"
    for (cell, found) in cells {
      for own in found {
        let shown = zip(own.coverage, own.bias).map { share, bias in
          "\(StudyFigures.percent(share)) (\(Double((100 * bias).rounded()) / 100))"
        }
        text +=
          "| \(cell.isAtRandom ? "MAR" : "MCAR") | \(cell.n) | \(own.treatment.name) | \(shown.joined(separator: " | ")) |\n"
      }
    }
    return text
  }
}

extension MissingStudy.Cell {
  static func roles(_ missing: MissingTreatment) -> AnalysisRoles {
    AnalysisRoles(
      outcomes: [.init(name: "y")],
      players: ["x1", "x2", "x3"].map { .init(name: $0, items: [.init(name: $0, scale: RatingScale(1, 7))]) },
      missing: missing)
  }

  func draw(_ stream: inout RandomStream) -> Dataset {
    var columns = [[Double]](repeating: [Double](repeating: 0, count: n), count: 4)
    for row in 0..<n {
      let common = stream.normal()
      var sum = 0.0
      for k in 0..<3 {
        let latent = 0.65 * common + 0.76 * stream.normal()
        // A fifth give the best mark.
        columns[k][row] = max(1, min(7, (5.2 + 1.5 * latent).rounded()))
        sum += [0.5, 0.35, 0.2][k] * columns[k][row]
      }
      let y = max(0, min(10, (1.9 + sum + 1.4 * stream.normal()).rounded()))
      columns[3][row] = y
      guard missing > 0 else { continue }
      for k in 1...2 {
        // About `missing` on average: half of the outcomes are below 7.5.
        let chance = isAtRandom ? missing * (y < 7.5 ? 1.7 : 0.3) : missing
        if stream.uniform() < chance { columns[k][row] = MissingValue.double(0) }
      }
    }
    return Dataset(
      variables: zip(["x1", "x2", "x3", "y"], columns).map { Variable(name: $0.0, values: .double($0.1)) }, rowCount: n)
  }
}
