import Measures
import Platform
import Probability
import Resampling
import Survey

/// A population of ratings as surveys have them: five points with ceilings, constructs that share a halo, an outcome that is
/// skewed, spread unequally or heavy-tailed, two clusters a stratum.
///
/// Behind every answer is a normal variable; any two of them correlate alike. An answer is that variable cut into 1 … 5, so
/// that the top box holds 30 % (first driver) to 68 % (last). The outcome is another normal variable that follows from
/// those behind the answers, cut into 0 … 10 with most answers at 9 and 10; or a linear combination of the *answers* and a
/// residual. Either way the moments of the answers are known exactly.
public struct RatingPopulation: Sendable, Equatable {
  /// What the outcome is.
  public enum Outcome: String, Sendable, CaseIterable {
    /// 0 … 10, most at the top.
    case scale
    /// Answers' combination and a residual whose spread grows fourfold with the first driver's answer.
    case unequal
    /// Answers' combination and an exponential residual, skewed downwards.
    case skewed
    /// Answers' combination and a residual with Student's t of five degrees of freedom.
    case heavy
  }

  /// How respondents are found.
  public enum Sampling: String, Sendable, CaseIterable {
    case simple
    /// Twenty strata of two clusters each, weights of design effect 2.
    case clusters
  }

  /// How the drivers' part is shared.
  public enum Pattern: String, Sendable, CaseIterable {
    /// Coefficients in proportion to p … 1.
    case graded
    /// The first two of ten matter more; eight are alike.
    case ties
  }

  public var drivers: Int
  /// Of the variables behind the answers.
  public var correlation: Double
  public var pattern: Pattern
  public var outcome: Outcome
  public var sampling: Sampling

  /// Ten drivers whose answers correlate about .61.
  public init(
    drivers: Int = 10, correlation: Double = 0.705, pattern: Pattern = .graded, outcome: Outcome = .scale,
    sampling: Sampling = .simple
  ) {
    precondition(correlation > 0 && correlation < 1, "a halo is a positive correlation")
    self.drivers = drivers
    self.correlation = correlation
    self.pattern = pattern
    self.outcome = outcome
    self.sampling = sampling
  }

  static let points = 5
  /// The part of the outcome's variance (behind its answers, or of itself) that the drivers explain.
  static let explained = 0.5
  /// The part of every variance that respondents of one cluster share.
  static let clusterShare = 0.1
  static let strata = 20

  var names: [String] { (1...drivers).map { "x\($0)" } }
  static let outcomeName = "y"

  /// Where the variable behind an answer is cut, from low to high.
  func cuts(_ driver: Int) -> [Double] {
    let topBox = 0.30 + 0.38 * Double(driver) / Double(max(drivers - 1, 1))
    let highest = Normal().quantile(1 - topBox)
    return [highest - 2.25, highest - 1.5, highest - 0.75, highest]
  }

  /// Where the outcome behind 0 … 10 is cut: 30 % at 10, a long tail to 0.
  static let outcomeCuts = [0.01, 0.02, 0.03, 0.05, 0.08, 0.13, 0.20, 0.32, 0.50, 0.70].map(Normal().quantile)

  /// The direction of the coefficients.
  var direction: [Double] {
    switch pattern {
    case .graded: (0..<drivers).map { Double(drivers - $0) }
    case .ties: (0..<drivers).map { $0 < 2 ? 2 : 1 }
    }
  }

  /// Weights of the variables behind the answers, and the deviation of what they leave over: the outcome has variance one.
  var latentWeights: (slopes: [Double], residual: Double) {
    let d = direction
    let sum = d.reduce(0, +)
    let squares = d.reduce(0) { $0 + $1 * $1 }
    let variance = (1 - correlation) * squares + correlation * sum * sum
    let unit = (RatingPopulation.explained / variance).squareRoot()
    return (d.map { $0 * unit }, (1 - RatingPopulation.explained).squareRoot())
  }

  /// What the analysis is told of the columns.
  var roles: AnalysisRoles {
    let isDesigned = sampling == .clusters
    return AnalysisRoles(
      outcomes: [.init(name: RatingPopulation.outcomeName)],
      players: names.map { .init(name: $0, items: [.init(name: $0, scale: RatingScale(1, 5))]) },
      weights: isDesigned ? .init(variable: "w", kind: .sampling) : nil, strata: isDesigned ? "stratum" : nil,
      cluster: isDesigned ? "cluster" : nil)
  }
}

extension RatingPopulation {
  /// A sample of it.
  func draw(_ n: Int, _ truth: RatingTruth, from stream: inout RandomStream) -> Dataset {
    let isClustered = sampling == .clusters
    let clusters = isClustered ? 2 * RatingPopulation.strata : 0
    let (common, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    let shared = isClustered ? RatingPopulation.clusterShare.squareRoot() : 0
    let alone = isClustered ? (1 - RatingPopulation.clusterShare).squareRoot() : 1
    // What a cluster's respondents share: of the halo, of each driver, of the residual.
    var ofCluster = [[Double]]()
    for _ in 0..<clusters { ofCluster.append((0..<drivers + 2).map { _ in stream.normal() }) }
    let cuts = (0..<drivers).map { self.cuts($0) }
    let (slopes, residual) = latentWeights

    var answers = [[Double]](repeating: [], count: drivers)
    var outcomes: [Double] = []
    var (weights, strata, units) = ([Double](), [Double](), [Double]())
    for i in 0..<n {
      let unit = isClustered ? i * clusters / n : 0
      func value(_ k: Int, _ draw: Double) -> Double {
        isClustered ? shared * ofCluster[unit][k] + alone * draw : draw
      }
      let halo = value(0, stream.normal())
      var latent = 0.0
      var combination = 0.0
      var first = 0.0
      for k in 0..<drivers {
        let behind = common * halo + own * value(k + 1, stream.normal())
        let answer = 1 + Double(cuts[k].count { behind > $0 })
        if k == 0 { first = answer }
        answers[k].append(answer)
        latent += slopes[k] * behind
        combination += truth.slopes[k] * answer
      }
      let error = value(drivers + 1, stream.normal())
      switch outcome {
      case .scale:
        let behind = latent + residual * error
        outcomes.append(Double(RatingPopulation.outcomeCuts.count { behind > $0 }))
      case .unequal:
        outcomes.append(combination + truth.residual * RatingTruth.spread(first) * error)
      case .skewed:
        outcomes.append(combination + truth.residual * (1 - stream.exponential()))
      case .heavy:
        let t = stream.normal() / (stream.chiSquared(degreesOfFreedom: 5) / 5).squareRoot()
        outcomes.append(combination + truth.residual * t / (5.0 / 3).squareRoot())
      }
      if isClustered {
        // Lognormal with a coefficient of variation of one.
        weights.append(exp(log(2).squareRoot() * stream.normal()))
        strata.append(Double(unit / 2))
        units.append(Double(unit))
      }
    }
    var columns = zip(names, answers).map { Variable(name: $0, values: .double($1)) }
    columns.append(Variable(name: RatingPopulation.outcomeName, values: .double(outcomes)))
    if isClustered {
      columns.append(Variable(name: "w", values: .double(weights)))
      columns.append(Variable(name: "stratum", values: .double(strata)))
      columns.append(Variable(name: "cluster", values: .double(units)))
    }
    return Dataset(variables: columns, rowCount: n)
  }
}
