import Factors
import LinearAlgebra
import Measures
import Probability
import Resampling
import Survey

/// How often intervals of maximum likelihood loadings and of correlations of factors hold the truth, and how often χ² rejects the
/// true number of factors at 5 %: three factors of four items that load .7 and correlate φ .5, answers on five points of which a
/// share is in the top box.
///
/// Items of one kind cut alike keep simple structure: their correlations are g(.49) within a factor and g(.245) between two, with g
/// the correlation of two cut normal variables, so that loadings are √g(.49) and φ is g(.245)/g(.49).
public struct FactorErrorStudy: Sendable {
  public struct Cell: Sendable {
    /// `nil`: normal items.
    var topBox: Double?
    var n: Int
    /// Clusters of ten respondents that share half of the variance of every factor.
    var isClustered = false

    public var name: String {
      "\(topBox.map { "top-\($0)" } ?? "normal")-\(n)\(isClustered ? "-clusters" : "")"
    }

    public static let all: [Cell] =
      [nil, 0.6, 0.75].flatMap { top in [200, 500, 1000].map { Cell(topBox: top, n: $0) } }
      + [Cell(topBox: 0.6, n: 500, isClustered: true), Cell(topBox: 0.6, n: 1000, isClustered: true)]
  }

  public static let figures = [
    "loadings", "φ", "χ² rejects", "χ² minres", "χ² polychoric ml", "χ² polychoric minres", "χ² not scaled",
  ]

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
      guard let frame = cell.draw(&stream) else { return .correlationUndefined }
      func fit(_ extraction: FactorAnalysis.Extraction, _ correlation: CorrelationMethod) -> FactorExploration.Fit? {
        try? FactorExploration(
          factors: 3, analysis: FactorAnalysis(factors: 3, extraction: extraction, starts: 2), parallelReplicates: 0,
          correlation: correlation
        ).fit(to: frame)
      }
      func rejects(_ fit: FactorExploration.Fit?) -> Double {
        fit?.solution.statistics.pValue.map { $0 < 0.05 ? 1 : 0 } ?? .nan
      }
      let own = fit(.maximumLikelihood, .pearson)
      row[2] = rejects(own)
      row[3] = rejects(fit(.minres, .pearson))
      if cell.topBox != nil {
        row[4] = rejects(fit(.maximumLikelihood, .polychoric))
        row[5] = rejects(fit(.minres, .polychoric))
      }
      if let plain = try? FactorAnalysis(factors: 3, extraction: .maximumLikelihood, starts: 1).fit(to: Moments(frame)),
        let p = plain.statistics.pValue
      {
        row[6] = p < 0.05 ? 1 : 0
      }
      guard let own, own.solution.loadingErrors != nil else { return nil }
      let held = cell.held(own, truth)
      (row[0], row[1]) = (held.loadings, held.correlations)
      return nil
    }
    return StudyFigures.means(drawn, width: width)
  }

  public static func markdown(_ cells: [(cell: Cell, found: [Double])]) -> String {
    var text = "| data | n | " + figures.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: 2 + figures.count) + "\n"
    for (cell, found) in cells {
      let data =
        (cell.topBox.map { "\(Int((100 * $0).rounded())) % top box" } ?? "normal")
        + (cell.isClustered ? ", clusters" : "")
      text += "| \(data) | \(cell.n) | " + found.map(StudyFigures.percent).joined(separator: " | ") + " |\n"
    }
    return text
  }
}

extension FactorErrorStudy.Cell {
  private static let (loading, correlation) = (0.7, 0.5)

  private var thresholds: [Double] {
    guard let topBox else { return [] }
    return [0.05, 0.15, 0.4, 1].map { Normal().quantile((1 - topBox) * $0) }
  }

  /// The correlation of two items whose normal variables correlate r.
  private func observed(_ r: Double) -> Double {
    let thresholds = thresholds
    guard !thresholds.isEmpty else { return r }
    func covariance(_ r: Double) -> Double {
      let pair = BivariateNormal(correlation: r)
      return thresholds.reduce(0) { sum, a in
        thresholds.reduce(sum) { $0 + pair.upperTail(a, $1) - Normal().upperTail(a) * Normal().upperTail($1) }
      }
    }
    return covariance(r) / covariance(1)
  }

  var truth: (loading: Double, correlation: Double) {
    let within = observed(Self.loading * Self.loading)
    return (within.squareRoot(), observed(Self.loading * Self.loading * Self.correlation) / within)
  }

  /// Shares of intervals that hold; factors are found by their items.
  func held(
    _ fit: FactorExploration.Fit, _ truth: (loading: Double, correlation: Double)
  ) -> (loadings: Double, correlations: Double) {
    var held = (0.0, 0.0)
    for f in 0..<3 {
      let own = (0..<3).max { fit.solution.loadings[4 * f, $0] < fit.solution.loadings[4 * f, $1] }!
      for i in 4 * f..<4 * f + 4 {
        if let interval = fit.loadingSpread(i + own * 12).interval,
          interval.low <= truth.loading, truth.loading <= interval.high
        {
          held.0 += 1 / 12
        }
      }
      for g in 0..<f {
        if let interval = fit.correlationSpread(f, g).interval,
          interval.low <= truth.correlation, truth.correlation <= interval.high
        {
          held.1 += 1 / 3
        }
      }
    }
    return held
  }

  func draw(_ stream: inout RandomStream) -> ModelFrame? {
    let cuts = thresholds
    var columns = [[Double]](repeating: [Double](repeating: 0, count: n), count: 12)
    let half = 0.5.squareRoot()
    var shared = [0.0, 0, 0]
    func factors(_ stream: inout RandomStream) -> [Double] {
      let general = stream.normal()
      return (0..<3).map { _ in half * general + half * stream.normal() }
    }
    for row in 0..<n {
      if isClustered, row % 10 == 0 { shared = factors(&stream) }
      var own = factors(&stream)
      if isClustered { for f in 0..<3 { own[f] = half * (own[f] + shared[f]) } }
      for i in 0..<12 {
        let value = Self.loading * own[i / 4] + (1 - Self.loading * Self.loading).squareRoot() * stream.normal()
        columns[i][row] = cuts.isEmpty ? value : Double(1 + cuts.count { value > $0 })
      }
    }
    let names = (1...12).map { "x\($0)" }
    var variables = zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }
    if isClustered { variables.append(Variable(name: "g", values: .double((0..<n).map { Double($0 / 10) }))) }
    return try? ModelFrame(
      Dataset(variables: variables, rowCount: n),
      roles: AnalysisRoles(
        outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) },
        cluster: isClustered ? "g" : nil), ratings: false)
  }
}
