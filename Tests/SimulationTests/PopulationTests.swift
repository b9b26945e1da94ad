import Foundation
import LinearAlgebra
import Measures
import Simulation
import Studies
import Survey
import TestSupport
import Testing

@Suite struct PopulationTests {
  /// Three continuous items that are the factors themselves, with every correlation r: importance has a closed form.
  static func linear(_ r: Double, _ b: [Double]) -> SurveyModel {
    var correlations = SymmetricMatrix(order: b.count)
    let names = b.indices.map { "f\($0)" }
    for i in b.indices { for j in 0...i { correlations[i, j] = i == j ? 1 : r } }
    let answer = SurveyModel.Answer(scale: nil, thresholds: .rounded(mean: 0, deviation: 1))
    return SurveyModel(
      respondents: 1000,
      factors: names.enumerated().map { .init(name: $1, items: ["x\($0)"]) },
      correlations: correlations,
      items: names.enumerated().map {
        .init(name: "x\($0)", loadings: [.init(from: $1, coefficient: 1)], answer: answer)
      },
      outcomes: [.init(name: "y", paths: zip(names, b).map { .init(from: $0, coefficient: $1) }, answer: answer)])
  }

  @Test func orthogonalDriversHaveTheirSquaredCoefficients() throws {
    let shares = try Self.linear(0, [0.6, 0.3, -0.2]).populationShares()[0]
    #expect(abs(shares.rSquared - 0.49) < 1e-14)
    for (found, expected) in zip(shares.importance, [0.36, 0.09, 0.04]) { #expect(abs(found - expected) < 1e-14) }
  }

  @Test func twoCorrelatedDriversFollowTheClosedForm() throws {
    // LMG of two drivers: half of (its own R² + R² − the other's R²), with corr(x1, y) = b1 + r b2.
    let (r, b1, b2) = (0.5, 0.5, 0.2)
    let shares = try Self.linear(r, [b1, b2]).populationShares()[0]
    let (c1, c2) = (b1 + r * b2, b2 + r * b1)
    let rSquared = b1 * c1 + b2 * c2
    #expect(abs(shares.rSquared - rSquared) < 1e-14)
    #expect(abs(shares.importance[0] - (c1 * c1 + rSquared - c2 * c2) / 2) < 1e-14)
    #expect(abs(shares.importance[1] - (c2 * c2 + rSquared - c1 * c1) / 2) < 1e-14)
    #expect(abs(shares.shares[0] + shares.shares[1] - 1) < 1e-14)
  }

  @Test func importanceIsTheAverageOverAllOrders() throws {
    // The definition, naively: each order of four drivers, R² by elimination.
    let model = Self.linear(0.3, [0.4, 0.3, -0.1, 0.2])
    let moments = try model.populationMoments()
    func explained(_ set: [Int]) -> Double {
      var a = set.map { i in set.map { moments.scatter[i, $0] } + [moments.scatter[i, 4]] }
      var sum = 0.0
      for k in set.indices {
        sum += a[k][set.count] * a[k][set.count] / a[k][k]
        for i in (k + 1)..<max(set.count, k + 1) {
          let f = a[i][k] / a[k][k]
          for j in k...set.count { a[i][j] -= f * a[k][j] }
        }
      }
      return sum / moments.scatter[4, 4]
    }
    func orders(_ rest: [Int]) -> [[Int]] {
      rest.isEmpty ? [[]] : rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
    }
    var expected = [0.0, 0, 0, 0]
    for order in orders([0, 1, 2, 3]) {
      for k in order.indices {
        expected[order[k]] += (explained(Array(order[...k])) - explained(Array(order[..<k]))) / 24
      }
    }
    let found = try model.populationShares()[0].importance
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-13) }
  }

  @Test func groupsOfItemsShareWhatTheirItemsExplainTogether() throws {
    let text = """
      answers: {scale: continuous}
      factors:
        a: {items: {a1: 0.9, a2: 0.6}}
        b: {items: {b1: 0.8, b2: 0.5}}
      outcomes: {y: {paths: {a: 0.5, b: 0.4}}}
      """
    let model = try SurveyModel.parse(text, file: "m")
    let groups = try model.populationShares(players: .groups)[0]
    let items = try model.populationShares(players: .items)[0]
    #expect(groups.drivers == ["a", "b"])
    #expect(items.drivers == ["a1", "a2", "b1", "b2"])
    // Uncorrelated factors: a group's share is the sum of its items'.
    #expect(abs(groups.importance[0] - items.importance[0] - items.importance[1]) < 1e-14)
    // Regression of the factor on its two items: R² = Σ λᵢ² / (1 − λᵢ²) over one plus the same (Spearman's formula).
    let odds = 0.81 / 0.19 + 0.36 / 0.64
    #expect(abs(groups.importance[0] - 0.25 * odds / (1 + odds)) < 1e-13)
  }

  @Test func twoPointAnswersHaveTheTetrachoricMoments() throws {
    // Medians split: E[(x − 1)(y − 1)] is Sheppard's quadrant probability.
    let text = """
      answers: {scale: [1, 2]}
      factors: {f: {items: {x: 0.8}}}
      outcomes: {y: {paths: {f: 0.5}}}
      """
    let moments = try SurveyModel.parse(text, file: "m").populationMoments()
    let covariance = asin(0.4) / (2 * .pi)
    #expect(abs(moments.covariance[0, 1] - covariance) < 1e-14)
    #expect(abs(moments.covariance[0, 0] - 0.25) < 1e-14)
    #expect(abs(moments.means![0] - 1.5) < 1e-14)
  }

  @Test func aContinuousOutcomeOnARatedItemFollowsTheDensityAtTheCuts() throws {
    // Cov(1{X > τ}, Y) = ρ φ(τ): a point-biserial correlation.
    let text = """
      factors: {f: {items: {x: 1}}}
      answers: {scale: [0, 1], cumulative: [0.8]}
      outcomes: {y: {scale: continuous, mean: 10, deviation: 2, paths: {f: 0.6}}}
      """
    let moments = try SurveyModel.parse(text, file: "m").populationMoments()
    let tau = 0.8416212335729142961  // Φ⁻¹(0.8)
    #expect(abs(moments.covariance[0, 1] - 2 * 0.6 * exp(-tau * tau / 2) / (2 * .pi).squareRoot()) < 1e-13)
    #expect(abs(moments.covariance[0, 0] - 0.16) < 1e-14)
    #expect(abs(moments.means![1] - 10) < 1e-14)
    #expect(abs(moments.covariance[1, 1] - 4) < 1e-13)
  }

  @Test func missingItemsMakeACompositeNoisier() throws {
    // Two uncorrelated items of variance 1, each missing with chance q, one answer suffices:
    // var = ((1 − q)² · 1/2 + 2q(1 − q) · 1) / (1 − q²).
    let text = """
      answers: {scale: continuous, empty: 0.2}
      factors: {f: {items: {x1: 0, x2: 0}}}
      outcomes: {y: {paths: {f: 0.5}}}
      """
    let moments = try SurveyModel.parse(text, file: "m").populationMoments(answeredShare: 0.5)
    #expect(abs(moments.covariance[0, 0] - (0.64 / 2 + 0.32) / 0.96) < 1e-14)
    let strict = try SurveyModel.parse(text, file: "m").populationMoments(answeredShare: 1)
    #expect(abs(strict.covariance[0, 0] - 0.5) < 1e-14)
  }

  @Test func segmentsMixByTheirShareOfThePopulation() throws {
    // Means ±: the mixture adds between-group variance p(1 − p)d².
    let text = """
      answers: {scale: continuous}
      factors: {f: {items: {x: 1}}}
      outcomes: {y: {paths: {f: 0.5}}}
      segments:
        variable: s
        parts: {a: {share: 0.25, sampled: 0.5, means: {f: 2}}, b: {share: 0.75, sampled: 0.5, paths: {y: {f: -0.5}}}}
      weights: {variable: w}
      """
    let model = try SurveyModel.parse(text, file: "m")
    let all = try model.populationMoments()
    #expect(abs(all.means![0] - 0.5) < 1e-14)
    #expect(abs(all.covariance[0, 0] - (1 + 0.25 * 0.75 * 4)) < 1e-14)
    // E[xy] = ¼ · ½ · E[x²|a] − ¾ · ½ · E[x²|b] = ¼ · ½ · 5 − ¾ · ½; E[x] E[y] = ½ · ¼.
    #expect(abs(all.covariance[0, 1] - (0.625 - 0.375 - 0.125)) < 1e-14)
    let b = try model.populationMoments(segment: "b")
    #expect(abs(b.covariance[0, 1] + 0.5) < 1e-14)
    #expect(throws: DataFault.self) { try model.populationMoments(segment: "c") }
  }

  /// 400,000 respondents of the webshop: every weighted mean and covariance of composites and outcomes within 4.5 of its
  /// own standard errors of the population's (23 quantities; by chance in one run of six thousand).
  @Test func aLargeSampleOfTheWebshopHasThePopulationsMoments() throws {
    let folder = PackageFiles.datasets.appending(path: "webshop")
    let model = try SurveyModel.read(path: folder.appending(path: "model.yaml").path)
    let n = 400_000
    let data = try model.draw(respondents: n, seed: 7, areCodesMissing: true)
    let columns = [
      ["pq1", "pq2", "pq3", "pq4"], ["pe1", "pe2", "pe3", "pe4"], ["sc1", "sc2", "sc3", "sc4"], ["recommend"],
      ["repurchase"],
    ]
    .map { items -> [Double] in
      let values = items.map { data[$0]!.doubles }
      return (0..<n).map { i in
        let answered = values.map { $0[i] }.filter { !$0.isNaN }
        return answered.count * 2 >= items.count ? answered.reduce(0, +) / Double(answered.count) : .nan
      }
    }
    for wave in [nil, "1", "2"] as [String?] {
      let moments = try model.populationMoments(wave: wave)
      let waves = data["wave"]!.doubles
      let rows = (0..<n).filter { i in
        (wave == nil || waves[i] == Double(wave!)) && columns.allSatisfy { !$0[i].isNaN }
      }
      let w = data["weight"]!.doubles
      let total = rows.reduce(0) { $0 + w[$1] }
      func check(_ name: String, _ expected: Double, _ value: (Int) -> Double) {
        let mean = rows.reduce(0) { $0 + w[$1] * value($1) } / total
        let error = rows.reduce(0) { $0 + pow(w[$1] * (value($1) - mean), 2) }.squareRoot() / total
        #expect(
          abs(mean - expected) < 4.5 * error, "\(name) in wave \(wave ?? "all"): \(mean) for \(expected) ± \(error)")
      }
      for a in columns.indices {
        check(moments.names[a], moments.means![a]) { columns[a][$0] }
        for b in 0...a {
          check("\(moments.names[a]) × \(moments.names[b])", moments.covariance[a, b]) {
            (columns[a][$0] - moments.means![a]) * (columns[b][$0] - moments.means![b])
          }
        }
      }
    }
  }

  @Test func theWebshopIsAsItsDescriptionSays() throws {
    let folder = PackageFiles.datasets.appending(path: "webshop")
    let model = try SurveyModel.read(path: folder.appending(path: "model.yaml").path)
    for wave in ["1", "2"] {
      for shares in try model.populationShares(wave: wave) {
        #expect(shares.drivers == ["product_quality", "process_ease", "staff_courtesy"])
        #expect(shares.shares[0] > shares.shares[1] && shares.shares[1] > 1.0 / 3 && shares.shares[2] < 0.2)
        #expect(shares.rSquared > 0.42 && shares.rSquared < 0.58)
      }
      let means = try #require(try model.populationMoments(wave: wave).means)
      #expect(means[1] < means[0] && means[0] < means[2])
    }
  }
}
