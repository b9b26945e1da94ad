import Foundation
import Probability
import TestSupport
import Testing

/// Numbers of `Tests/References/probability/distributions.R`.
struct ProbabilityReference: Decodable {
  struct Tail: Decodable {
    var distribution: String
    var x: Double
    var degrees: Numbers?
    var lower: Double
    var upper: Double
    var p: [Double]
    var quantiles: [Double]
  }
  struct Noncentral: Decodable {
    var f, m, v, ncp, lower, upper: Double
    var pf: Double?
  }
  struct Interval: Decodable {
    var r2, m, v, confidence, low, high: Double
  }
  /// R writes a vector of one as a number, an empty one as an empty object.
  struct Numbers: Decodable {
    var values: [Double]
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Double.self) {
        values = [one]
      } else {
        values = (try? container.decode([Double].self)) ?? []
      }
    }
  }
  var tails: [Tail]
  var noncentral: [Noncentral]
  var intervals: [Interval]

  static let shared: ProbabilityReference = {
    let file = PackageFiles.references.appending(path: "probability/distributions.json")
    return try! JSONDecoder().decode(ProbabilityReference.self, from: try! Data(contentsOf: file))
  }()
}

func agree(_ a: Double, _ b: Double, relative: Double, absolute: Double = 0) -> Bool {
  a == b || abs(a - b) <= max(relative * max(abs(a), abs(b)), absolute)
}

@Suite struct DistributionTests {
  @Test("tails and quantiles of the central distributions are R's")
  func central() {
    let reference = ProbabilityReference.shared
    #expect(reference.tails.count == 77)
    for tail in reference.tails {
      let degrees = tail.degrees?.values ?? []
      let distribution: any Distribution =
        switch tail.distribution {
        case "norm": Normal()
        case "t": StudentT(degrees: degrees[0])
        case "chisq": ChiSquared(degrees: degrees[0])
        default: FDistribution(numerator: degrees[0], denominator: degrees[1])
        }
      #expect(agree(distribution.lowerTail(tail.x), tail.lower, relative: 1e-14), "\(tail)")
      #expect(agree(distribution.upperTail(tail.x), tail.upper, relative: 1e-14), "\(tail)")
      for (p, quantile) in zip(tail.p, tail.quantiles) {
        #expect(agree(distribution.quantile(p), quantile, relative: 1e-12, absolute: 1e-15), "\(tail) \(p)")
      }
    }
  }

  @Test("a two-sided p-value keeps its digits far out")
  func farOut() {
    // Two degrees of freedom: P(|T| > t) = 1 − t/√(t² + 2) = (2/(t² + 2))/(1 + t/√(t² + 2)).
    let t = 1e6
    let exact = (2 / (t * t + 2)) / (1 + t / (t * t + 2).squareRoot())
    #expect(agree(StudentT(degrees: 2).twoSided(t), exact, relative: 1e-13))
    #expect(StudentT(degrees: 2).twoSided(-t) == StudentT(degrees: 2).twoSided(t))
    #expect(StudentT(degrees: 5).twoSided(0) == 1)
    #expect(StudentT(degrees: 5).twoSided(.infinity) == 0)
    #expect(Normal().twoSided(-37) > 0)
  }

  @Test("noncentral F agrees with its series written out, and with R's pf to its own accuracy")
  func noncentral() {
    let reference = ProbabilityReference.shared
    #expect(reference.noncentral.count == 186)
    for c in reference.noncentral {
      let distribution = NoncentralF(numerator: c.m, denominator: c.v, noncentrality: c.ncp)
      #expect(agree(distribution.lowerTail(c.f), c.lower, relative: 1e-11, absolute: 1e-30), "\(c)")
      #expect(agree(distribution.upperTail(c.f), c.upper, relative: 1e-11, absolute: 1e-30), "\(c)")
      if let pf = c.pf { #expect(agree(distribution.lowerTail(c.f), pf, relative: 0, absolute: 2e-9), "\(c)") }
    }
    #expect(NoncentralF(numerator: 2, denominator: 3, noncentrality: 1).lowerTail(0) == 0)
    #expect(NoncentralF(numerator: 2, denominator: 3, noncentrality: 1).upperTail(.infinity) == 0)
  }

  @Test("the tails of a noncentral F of huge noncentrality sum to one")
  func huge() {
    for ncp in [1e6, 1e9, 1e12] {
      let distribution = NoncentralF(numerator: 20, denominator: 1e6, noncentrality: ncp)
      for scale in [0.999, 1.0, 1.001] {
        let f = (20 + ncp) / 20 * scale
        let sum = distribution.lowerTail(f) + distribution.upperTail(f)
        #expect(agree(sum, 1, relative: 1e-9), "\(ncp) \(scale) \(sum)")
      }
    }
  }
}

@Suite struct RSquaredIntervalTests {
  @Test("intervals of R² for fixed predictors are those of the noncentral F inverted in R")
  func reference() {
    for c in ProbabilityReference.shared.intervals {
      let interval = RSquaredInterval(
        rSquared: c.r2, predictors: c.m, residualDegrees: c.v, kind: .fixed, confidence: c.confidence)
      #expect(agree(interval.low, c.low, relative: 1e-8, absolute: 1e-12), "\(c) \(interval)")
      #expect(agree(interval.high, c.high, relative: 1e-8, absolute: 1e-12), "\(c) \(interval)")
    }
  }

  @Test("at the ends of its range the interval stays within 0 … 1")
  func ends() {
    for (degrees, kind) in [1.0, 2, 5, 1e6].flatMap({ [($0, RSquaredInterval.Predictors.fixed), ($0, .random)] }) {
      let none = RSquaredInterval(rSquared: 0, predictors: 3, residualDegrees: degrees, kind: kind)
      #expect(none.low == 0 && none.high == 0)
      let all = RSquaredInterval(rSquared: 1, predictors: 3, residualDegrees: degrees, kind: kind)
      #expect(all.low == 1 && all.high == 1)
      for r2 in [1e-300, 1e-12, 0.5, 1 - 1e-12] {
        let interval = RSquaredInterval(rSquared: r2, predictors: 3, residualDegrees: degrees, kind: kind)
        #expect(0 <= interval.low && interval.low <= interval.high && interval.high <= 1, "\(r2) \(interval)")
      }
    }
  }

  @Test("a root is found where the signs differ, and refused where they do not")
  func roots() {
    #expect(agree(root(between: 0, and: 2, of: { $0 * $0 - 2 })!, 2.0.squareRoot(), relative: 1e-13))
    #expect(agree(root(between: 1e-8, and: 1e8, of: { 1 - 1e-3 / $0 })!, 1e-3, relative: 1e-12))
    #expect(root(between: 1, and: 2, of: { $0 }) == nil)
    #expect(root(between: 0, and: 1, of: { _ in .nan }) == nil)
  }
}
