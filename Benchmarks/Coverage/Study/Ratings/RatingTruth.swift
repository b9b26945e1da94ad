import Insight
import LinearAlgebra
import Measures
import Probability
import Regression
import Resampling
import Survey

/// What the analysis of infinitely many respondents would find, from the exact moments of the answers: E[XY] of two answers
/// is a sum of bivariate normal probabilities over pairs of cuts.
struct RatingTruth {
  /// Of the answers in an outcome that is their combination; the deviation of its residual.
  let slopes: [Double]
  let residual: Double
  let coefficients: [Double]
  let rSquared: Double
  let shares: [Double]
  /// 1 is the largest.
  let ranks: [Int]
  /// On 0–100.
  let performance: [Double]
  /// With the crosshair at the means.
  let positions: [ImportancePerformance.Position]
  /// Points of the outcome per ten points of performance, the other drivers held, and how many there are to gain.
  let effects: [Double]
  let potentials: [Double]
  /// The mean correlation of two drivers' answers, and that of the outcome with them.
  let meanCorrelation: Double

  /// How far an outcome of unequal spread spreads for an answer of 1 … 5 to the first driver.
  static func spread(_ answer: Double) -> Double { 1 + 3 * (5 - answer) / 4 }

  init(_ population: RatingPopulation) throws {
    let p = population.drivers
    let cuts = (0..<p).map { population.cuts($0) } + [RatingPopulation.outcomeCuts]
    let normal = Normal()
    let base = [Double](repeating: 1, count: p) + [0]
    var means = zip(base, cuts).map { start, cuts in start + cuts.reduce(0) { $0 + normal.upperTail($1) } }
    /// Covariance of two answers whose normal variables correlate so.
    func covariance(_ a: Int, _ b: Int, _ r: Double) -> Double {
      var sum = 0.0
      for x in cuts[a] {
        for y in cuts[b] {
          let both = a == b ? normal.upperTail(max(x, y)) : BivariateNormal(correlation: r).upperTail(x, y)
          sum += both - normal.upperTail(x) * normal.upperTail(y)
        }
      }
      return sum
    }
    let r = population.correlation
    let latent = population.latentWeights.slopes
    let total = latent.reduce(0, +)
    var matrix = SymmetricMatrix(order: p + 1)
    for a in 0..<p { for b in 0...a { matrix[a, b] = covariance(a, b, r) } }
    let direction = population.direction
    if population.outcome == .scale {
      for a in 0..<p { matrix[p, a] = covariance(p, a, (1 - r) * latent[a] + r * total) }
      matrix[p, p] = covariance(p, p, 1)
      (slopes, residual) = ([Double](repeating: 0, count: p), 0)
    } else {
      // Scaled so that the drivers explain what they should.
      slopes = direction.map { $0 / direction[0] }
      let slopes = slopes
      let along = (0..<p).map { a in (0..<p).reduce(0) { $0 + matrix[max(a, $1), min(a, $1)] * slopes[$1] } }
      let explained = zip(along, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      let left = explained * (1 - RatingPopulation.explained) / RatingPopulation.explained
      // The mean of the squared spread over the answers to the first driver.
      var spread = 1.0
      if population.outcome == .unequal {
        let above = [1] + cuts[0].map(normal.upperTail) + [0]
        spread = 0
        for point in 0..<RatingPopulation.points {
          let deviation = RatingTruth.spread(Double(point + 1))
          spread += (above[point] - above[point + 1]) * deviation * deviation
        }
      }
      residual = (left / spread).squareRoot()
      for a in 0..<p { matrix[p, a] = along[a] }
      matrix[p, p] = explained + left
      means[p] = zip(slopes, means).reduce(0) { $0 + $1.0 * $1.1 }
    }
    // As many respondents as leave the covariances as they are.
    let n = 1e12
    let moments = Moments(
      names: population.names + [RatingPopulation.outcomeName], n: n, sumOfWeights: n, sumOfSquaredWeights: n,
      means: means, scatter: SymmetricMatrix(order: p + 1, packed: matrix.packed.map { $0 * (n - 1) }))
    var roles = population.roles
    (roles.weights, roles.strata, roles.cluster) = (nil, nil, nil)
    let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0), dominance: false)
      .fit(to: moments, roles: roles)
    let outcome = fit.outcomes[0]
    coefficients = outcome.regression.terms.dropFirst().map { $0.estimate ?? .nan }
    rSquared = outcome.regression.rSquared
    let shares = outcome.methods[0].drivers.map { $0.share.value ?? .nan }
    self.shares = shares
    // Shares that differ by rounding alone are a tie, and the lowest rank of it counts.
    ranks = shares.map { share in 1 + shares.count { $0 > share + 1e-9 } }
    performance = fit.performance.map { $0.value ?? .nan }
    positions = try ImportancePerformance().fit(fit).maps[0].positions
    effects = positions.map { $0.effect ?? .nan }
    potentials = positions.map { ($0.effect ?? .nan) * ($0.headroom ?? .nan) / 10 }
    var sum = 0.0
    for a in 0..<p { for b in 0..<a { sum += matrix[a, b] / (matrix[a, a] * matrix[b, b]).squareRoot() } }
    meanCorrelation = sum / Double(p * (p - 1) / 2)
  }
}
