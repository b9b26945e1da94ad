import Insight
import Measures
import Platform
import Probability
import Regression
import Resampling
import Survey

/// How often intervals of very many rows hold the truth, which come from random blocks of rows: coefficients and R² by leaving
/// blocks out, shares by reweighting them.
///
/// Three normal drivers with correlations .5, .3 and .4, coefficients .5, .3 and .2, and a residual whose spread is ½ + x₁². With
/// weights a respondent counts exp(x₂/2)·g, g from a gamma distribution of shape 2: the weighted population has the same
/// coefficients and shares, drivers about (.25, .5, .2), and a spread to match.
public struct BlockErrorStudy: Sendable {
  public struct Cell: Sendable {
    var n: Int
    var isWeighted: Bool

    public var name: String { "blocks-\(n)\(isWeighted ? "-weights" : "")" }

    public static let all = [false, true].flatMap { weighted in
      [50_000, 200_000].map { Cell(n: $0, isWeighted: weighted) }
    }
  }

  public static let figures = ["b₁", "b₂", "b₃", "R²", "share 1", "share 2", "share 3"]

  public var samples: Int
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int, replicates: Int, seed: UInt64) {
    self.samples = samples
    self.replicates = replicates
    self.seed = seed
  }

  /// The share of samples whose interval holds each figure.
  public func run(_ cell: Cell, jobs: Int) -> [Double] {
    let width = Self.figures.count
    let truth = cell.truth
    let analysis = DriverAnalysis(
      bootstrap: BootstrapSpecification(replicates: replicates), dominance: false, folds: 0)
    let drawn = ReplicateRunner.run(
      count: samples, width: width, jobs: jobs, seed: seed, makeWorkspace: { () }
    ) { _, _, stream, row in
      guard let frame = cell.draw(&stream), let fit = try? analysis.fit(to: frame) else {
        return .correlationUndefined
      }
      let outcome = fit.outcomes[0]
      for k in 0..<3 {
        let term = outcome.regression.terms[k + 1]
        row[k] = StudyFigures.holds(term.low, term.high, Cell.coefficients[k])
        let share = outcome.methods[0].drivers[k].share
        row[4 + k] = StudyFigures.holds(share.low, share.high, truth.shares[k])
      }
      row[3] = StudyFigures.holds(outcome.rSquared.low, outcome.rSquared.high, truth.rSquared)
      return outcome.regression.errors == .jackknife ? nil : .correlationUndefined
    }
    return StudyFigures.means(drawn, width: width)
  }

  public static func markdown(_ cells: [(cell: Cell, found: [Double])]) -> String {
    var text = "| data | n | " + figures.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: 2 + figures.count) + "\n"
    for (cell, found) in cells {
      text +=
        "| \(cell.isWeighted ? "weights" : "unweighted") | \(cell.n) | "
        + found.map(StudyFigures.percent).joined(separator: " | ") + " |\n"
    }
    return text
  }
}

extension BlockErrorStudy.Cell {
  static let coefficients = [0.5, 0.3, 0.2]
  private static let correlations = [[1, 0.5, 0.3], [0.5, 1, 0.4], [0.3, 0.4, 1]]

  /// R² of some of the drivers, times the outcome's variance.
  private static func explained(_ chosen: [Int]) -> Double {
    let with = (0..<3).map { i in (0..<3).reduce(0) { $0 + correlations[i][$1] * coefficients[$1] } }
    switch chosen.count {
    case 0: return 0
    case 1: return with[chosen[0]] * with[chosen[0]]
    case 2:
      let (a, b, r) = (with[chosen[0]], with[chosen[1]], correlations[chosen[0]][chosen[1]])
      return (a * a - 2 * r * a * b + b * b) / (1 - r * r)
    default: return zip(coefficients, with).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Shares by their definition: the mean of what each adds over the six orders; and R².
  var truth: (shares: [Double], rSquared: Double) {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var shares = [0.0, 0, 0]
    for order in orders {
      for place in 0..<3 {
        let before = Array(order[..<place]).sorted()
        let after = (before + [order[place]]).sorted()
        shares[order[place]] += (Self.explained(after) - Self.explained(before)) / 6
      }
    }
    let whole = Self.explained([0, 1, 2])
    // E(½ + x²)² of a normal x about m.
    let m = isWeighted ? 0.25 : 0
    let residual = 0.25 + (1 + m * m) + (3 + 6 * m * m + m * m * m * m)
    return (shares.map { $0 / whole }, whole / (whole + residual))
  }

  func draw(_ stream: inout RandomStream) -> ModelFrame? {
    var columns = [[Double]](repeating: [Double](repeating: 0, count: n), count: 5)
    // The rows of a root of the correlations.
    let (b, c, d) = (0.75.squareRoot(), (0.4 - 0.15) / 0.75.squareRoot(), 0.0)
    let rest = (1 - 0.09 - c * c - d).squareRoot()
    for row in 0..<n {
      let (u, v, w) = (stream.normal(), stream.normal(), stream.normal())
      let x = [u, 0.5 * u + b * v, 0.3 * u + c * v + rest * w]
      for k in 0..<3 { columns[k][row] = x[k] }
      columns[3][row] = 1 + zip(x, Self.coefficients).reduce(0) { $0 + $1.0 * $1.1 } + (0.5 + u * u) * stream.normal()
      // A sum of two exponential numbers.
      columns[4][row] = -exp(0.5 * x[1]) * (log(1 - stream.uniform()) + log(1 - stream.uniform()))
    }
    let names = ["x1", "x2", "x3", "y", "w"]
    let variables = zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }
    return try? ModelFrame(
      Dataset(variables: variables, rowCount: n),
      roles: AnalysisRoles(
        outcomes: [.init(name: "y")], players: names.prefix(3).map { .init(name: $0, items: [.init(name: $0)]) },
        weights: isWeighted ? .init(variable: "w", kind: .sampling) : nil), ratings: false)
  }
}
