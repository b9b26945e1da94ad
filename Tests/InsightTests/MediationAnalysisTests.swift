import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

import Insight

/// Indirect effects in samples of known populations, and their parts against formulas written out.
@Suite struct MediationAnalysisTests {
  /// x → m → y with these coefficients, and c past the mediator.
  private static func sample(_ rows: Int, a: Double, b: Double, c: Double, seed: UInt64) -> Dataset {
    var stream = RandomStream(seed: seed, stream: 0)
    let x = (0..<rows).map { _ in stream.normal() }
    let m = x.map { a * $0 + stream.normal() }
    let y = zip(x, m).map { c * $0 + b * $1 + stream.normal() }
    return Samples.dataset([("x", x), ("m", m), ("y", y)])
  }

  private static let roles = AnalysisRoles(
    outcomes: [.init(name: "y")],
    players: ["x", "m"].map { .init(name: $0, items: [.init(name: $0)]) })

  private static func fit(
    _ data: Dataset, _ inference: MediationAnalysis.Inference = .bootstrap, replicates: Int = 199
  ) throws -> MediationAnalysis.Fit {
    try MediationAnalysis(
      drivers: ["x"], mediators: ["m"], outcomes: ["y"], inference: inference,
      bootstrap: BootstrapSpecification(replicates: replicates)
    ).fit(to: ModelFrame(data, roles: roles))
  }

  @Test("a gradient is the limit of differences") func gradient() {
    let sum = PathSum([[.init(0), .init(1)], [.init(places: [0, 2], factors: [1, 0.5]), .init(1), .init(3)]])
    let point = [0.3, -1.2, 2, 0.7]
    #expect(abs(sum.value(point) - (0.3 * -1.2 + (0.3 + 0.5 * 2) * -1.2 * 0.7)) < 1e-15)
    for k in point.indices {
      var (up, down) = (point, point)
      up[k] += 1e-5
      down[k] -= 1e-5
      #expect(abs((sum.value(up) - sum.value(down)) / 2e-5 - sum.gradient(point)[k]) < 1e-9)
    }
    #expect(abs((sum - sum).value(point)) < 1e-15)
  }

  @Test("a region ends where the interval of the line touches zero") func regions() {
    let line = JohnsonNeyman(
      b: 0.2, slope: 0.3, variance: 0.04, covariance: -0.01, slopeVariance: 0.01, quantile: 1.96)
    for w in line.roots {
      let error = (0.04 - 0.02 * w + 0.01 * w * w).squareRoot()
      #expect(abs(abs(0.2 + 0.3 * w) - 1.96 * error) < 1e-12)
    }
    let regions = line.regions([-3.0, -1, 0, 1, 3], weights: nil)
    #expect(abs(regions.reduce(0) { $0 + $1.share } - 1) < 1e-15)
    #expect(zip(regions, regions.dropFirst()).allSatisfy { $0.high == $1.low && $0.sign != $1.sign })
  }

  @Test("where nothing is carried the sentence claims it in at most one sample of twenty or so") func size() throws {
    var claims = 0
    let samples = 100
    for seed in 0..<samples {
      let data = Self.sample(80, a: 0.5, b: 0, c: 0.3, seed: UInt64(seed))
      claims += try Self.fit(data, .delta).effects[0].verdict == .open ? 0 : 1
    }
    // Of 5 % in a hundred samples more than eleven come about once in two hundred times.
    #expect(claims <= 11)
  }

  @Test("verdicts ask both intervals") func verdicts() throws {
    let part = try Self.fit(Self.sample(400, a: 0.6, b: 0.6, c: 0.6, seed: 3)).effects[0]
    #expect(part.verdict == .inPart)
    let against = try Self.fit(Self.sample(400, a: 0.6, b: 0.6, c: -0.6, seed: 4)).effects[0]
    #expect(against.verdict == .against)
    // All is carried: with few respondents that cannot be told, since the direct effect may be large.
    let few = try Self.fit(Self.sample(60, a: 0.8, b: 0.8, c: 0, seed: 5)).effects[0]
    #expect(few.verdict == .atLeastInPart && few.direct?.isClear == false)
    let many = try Self.fit(Self.sample(4000, a: 1, b: 1, c: 0, seed: 6), .delta).effects[0]
    #expect(many.verdict == .wholly && (many.share.low ?? 0) >= 0.8)
  }
}
