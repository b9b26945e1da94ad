import Foundation
import LinearAlgebra
import Measures
import Probability
import Resampling
import Survey
import Testing

@Suite("Correlations: closed forms and identities")
struct CorrelationIdentityTests {
  /// Answers with ties, two measured columns, weights.
  static func survey(_ count: Int, seed: UInt64) -> Dataset {
    var stream = RandomStream(seed: seed, stream: 0)
    var columns: [[Double]] = Array(repeating: [], count: 6)
    for _ in 0..<count {
      let f = stream.normal()
      let x = (0..<5).map { 0.4 + 0.1 * Double($0) }.map { $0 * f + (1 - $0 * $0).squareRoot() * stream.normal() }
      columns[0].append((2 * x[0]).rounded())
      columns[1].append(max(-2, min(2, x[1].rounded())))
      columns[2].append(x[2] > 0.3 ? 1 : 0)
      columns[3].append(exp(x[3]))
      columns[4].append(x[4])
      columns[5].append(0.5 + stream.uniform())
    }
    return Dataset(
      variables: zip(["a", "b", "c", "d", "e", "w"], columns).map { Variable(name: $0, values: .double($1)) },
      rowCount: count)
  }
  static let variables = ["a", "b", "c", "d", "e"]

  func frame(_ survey: Dataset, _ variables: [String] = Self.variables, always: [String] = []) throws -> ModelFrame {
    try ModelFrame(
      survey, roles: Small.roles([], variables.map { Small.player($0) }, always: always, weights: "w"))
  }

  /// Two answers each, thresholds at zero: the share of like answers is 1/2 + asin(ρ)/π.
  @Test(arguments: [(30.0, 20.0), (17, 33), (40, 10), (25, 25), (1, 49)])
  func tetrachoricOfHalvesIsASine(_ like: Double, _ unlike: Double) throws {
    let survey = Small.survey(
      Small.numbers("x", [0, 0, 1, 1]), Small.numbers("y", [0, 1, 0, 1]),
      Small.numbers("count", [like, unlike, unlike, like]))
    let fit = try CorrelationAnalysis(method: .polychoric)
      .fit(survey, ["x", "y"], weights: "count", kind: .frequency)
    let expected = sin(.pi * (like / (like + unlike) - 0.5))
    #expect(abs(fit.pairs[0].correlation - expected) < 1e-12)
    #expect(fit.n == 2 * (like + unlike))
  }

  /// A part is the weight times the derivative of the estimate in it.
  @Test(arguments: [CorrelationMethod.pearson, .spearman, .kendall, .partial])
  func partsAreDerivatives(_ method: CorrelationMethod) throws {
    let survey = Self.survey(60, seed: 3)
    for always in method == .partial ? [[], ["e"]] : [[]] {
      let variables = Self.variables.filter { !always.contains($0) }
      let frame = try frame(survey, variables, always: always)
      let engine = try CorrelationEngine(
        frame, columns: Array(0..<5), always: always.count, method: method)
      let weights = try #require(frame.weights)
      let point = engine.correlations(weights)
      let influence = CorrelationInfluence(engine, weights: weights)
      for (i, j) in [(1, 0), (3, 1), (3, 2)] {
        let at = SymmetricMatrix.position(i, j)
        let parts = try #require(influence.parts(i, j, correlation: point[at]))
        #expect(abs(parts.reduce(0, +)) < 1e-13)
        for row in stride(from: 0, to: 60, by: 7) {
          var (up, down) = (weights, weights)
          up[row] += 1e-5
          down[row] -= 1e-5
          let slope = (engine.correlations(up)[at] - engine.correlations(down)[at]) / 2e-5
          #expect(abs(weights[row] * slope - parts[row]) < 1e-9, "\(method) \(i) \(j) row \(row)")
        }
      }
    }
  }

  /// Two-step estimates of a right model: cross products of scores stand for derivatives, so that these agree as n grows.
  @Test func partsOfLatentCorrelationsAreNearlyDerivatives() throws {
    let survey = Self.survey(4000, seed: 4)
    let frame = try frame(survey, ["b", "c", "e"])
    let engine = try CorrelationEngine(frame, columns: [0, 1, 2], method: .mixed)
    let weights = try #require(frame.weights)
    let point = engine.correlations(weights)
    let influence = CorrelationInfluence(engine, weights: weights)
    for (i, j) in [(1, 0), (2, 0), (2, 1)] {
      let at = SymmetricMatrix.position(i, j)
      let parts = try #require(influence.parts(i, j, correlation: point[at]))
      let scale = (parts.reduce(0) { $0 + $1 * $1 } / 4000).squareRoot()
      var squares = 0.0
      for row in stride(from: 0, to: 4000, by: 100) {
        var (up, down) = (weights, weights)
        up[row] += 1e-3
        down[row] -= 1e-3
        let slope = (engine.correlations(up)[at] - engine.correlations(down)[at]) / 2e-3
        squares += (weights[row] * slope - parts[row]) * (weights[row] * slope - parts[row])
      }
      #expect((squares / 40).squareRoot() < 0.1 * scale, "\(i) \(j)")
    }
  }

  @Test func kendallIsTheCountOfPairs() throws {
    let survey = Self.survey(90, seed: 5)
    let frame = try frame(survey)
    let engine = try CorrelationEngine(frame, columns: Array(0..<5), method: .kendall)
    let weights = try #require(frame.weights)
    let found = engine.correlations(weights)
    let columns = Self.variables.map { survey[$0]!.doubles }
    for i in 0..<5 {
      for j in 0..<i {
        var (sum, x, y) = (0.0, 0.0, 0.0)
        for r in 0..<90 {
          for s in 0..<90 {
            let w = weights[r] * weights[s]
            let dx = columns[i][r] - columns[i][s]
            let dy = columns[j][r] - columns[j][s]
            sum += w * (dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0)
            x += dx == 0 ? 0 : w
            y += dy == 0 ? 0 : w
          }
        }
        #expect(abs(found[SymmetricMatrix.position(i, j)] - sum / (x * y).squareRoot()) < 1e-13)
      }
    }
  }

  /// Equal sampling weights of independent rows: the linearised error is the sum of squares times n/(n − 1).
  @Test func designErrorsOfClusters() throws {
    let survey = Self.survey(200, seed: 6)
    let clusters = Small.numbers("cluster", (0..<200).map { Double($0 / 5) })
    let with = Dataset(variables: survey.variables + [clusters], rowCount: 200)
    let fit = try CorrelationAnalysis().fit(with, ["a", "e"], cluster: "cluster")
    let (x, y) = (survey["a"]!.doubles, survey["e"]!.doubles)
    func standardized(_ v: [Double]) -> [Double] {
      let mean = v.reduce(0, +) / 200
      let deviation = (v.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200).squareRoot()
      return v.map { ($0 - mean) / deviation }
    }
    let (zx, zy) = (standardized(x), standardized(y))
    let r = fit.pairs[0].correlation
    var sums = [Double](repeating: 0, count: 40)
    for i in 0..<200 { sums[i / 5] += (zx[i] * zy[i] - r / 2 * (zx[i] * zx[i] + zy[i] * zy[i])) / 200 }
    let variance = 40.0 / 39 * sums.reduce(0) { $0 + $1 * $1 }
    #expect(abs(fit.pairs[0].standardError! - variance.squareRoot()) < 1e-14)
    let half = StudentT(degrees: 39).quantile(0.975) * variance.squareRoot() / (1 - r * r)
    #expect(abs(fit.pairs[0].low! - tanh(atanh(r) - half)) < 1e-13)
  }

  @Test(arguments: [CorrelationMethod.pearson, .spearman, .kendall, .mixed])
  func resamplesDoNotDependOnThreads(_ method: CorrelationMethod) throws {
    let survey = Self.survey(80, seed: 7)
    let analysis = CorrelationAnalysis(method: method, bootstrap: BootstrapSpecification(replicates: 60, seed: 9))
    let one = try analysis.fit(survey, Self.variables.filter { $0 != "a" }, jobs: 1)
    let two = try analysis.fit(survey, Self.variables.filter { $0 != "a" }, jobs: 3)
    #expect(one.pairs == two.pairs)
    #expect(one.replicatesUsed == 60)
    for pair in one.pairs {
      let (low, high) = (try #require(pair.low), try #require(pair.high))
      #expect(low < pair.correlation && pair.correlation < high)
    }
  }

  @Test func aMatrixOfRatingsFeedsModels() throws {
    let survey = Self.survey(150, seed: 8)
    let fit = try CorrelationAnalysis(method: .mixed).fit(survey, ["b", "c", "d", "e"])
    let made = fit.moments()
    #expect(made.moments.isCorrelation && made.moments.n == 150)
    #expect(made.moments.treatment.correlation == .mixed && !made.moments.treatment.hasNormalTheory)
    for pair in fit.pairs {
      #expect(abs(made.moments.covariance[pair.a, pair.b] - pair.correlation) < 1e-14)
    }
    #expect(made.notes.isEmpty)
  }

  @Test func aMatrixThatContradictsItselfIsReplacedByTheNearest() throws {
    // Yes/no items of few respondents.
    let survey = Small.survey(
      Small.numbers("x", [1, 1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 1]),
      Small.numbers("y", [1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1]),
      Small.numbers("z", [0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 1]),
      Small.numbers("v", [0, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0]))
    let fit = try CorrelationAnalysis(method: .polychoric).fit(survey, ["x", "y", "z", "v"])
    guard fit.note("not_positive_definite") != nil else {
      #expect(SymmetricEigen(fit.matrix).values.last! > 0)
      return
    }
    let made = fit.moments()
    #expect(made.notes.map(\.kind.name) == ["nearest_matrix"])
    #expect(SymmetricEigen(made.moments.correlation).values.last! > 0)
  }

  /// Higham (2002), page 334: the example with its solution.
  @Test func nearestMatrixOfHighamsExample() {
    let given = SymmetricMatrix(order: 3, packed: [1, 1, 1, 0, 1, 1])
    let found = NearestCorrelation(given)
    #expect(abs(found.matrix[1, 0] - 0.7607) < 5e-5)
    #expect(abs(found.matrix[2, 0] - 0.1573) < 5e-5)
    #expect(abs(found.matrix[2, 1] - 0.7607) < 5e-5)
  }

  @Test func aPublishedMatrixHasProductMomentsOnly() throws {
    let moments = Moments(
      names: ["x", "y", "z"], n: 50, sumOfWeights: 50, sumOfSquaredWeights: 50, means: nil,
      scatter: SymmetricMatrix(order: 3, packed: [1, 0.5, 1, 0.3, 0.4, 1].map { $0 * 49 }), isCorrelation: true)
    let roles = Small.roles([], ["x", "y", "z"].map { Small.player($0) })
    let plain = try CorrelationAnalysis().fit(to: moments, roles: roles)
    #expect(abs(plain.pair("x", "y")!.correlation - 0.5) < 1e-15)
    #expect(abs(plain.pair("x", "y")!.low! - tanh(atanh(0.5) - Normal().quantile(0.975) / 47.0.squareRoot())) < 1e-14)
    let partial = try CorrelationAnalysis(method: .partial).fit(to: moments, roles: roles)
    let expected = (0.5 - 0.3 * 0.4) / ((1 - 0.09) * (1 - 0.16)).squareRoot()
    #expect(abs(partial.pair("x", "y")!.correlation - expected) < 1e-14)
    #expect(
      throws: DataFault.needsRows(
        analysis: "\(setting: .method, "kendall")", suggestion: "A matrix allows pearson and partial.")
    ) { try CorrelationAnalysis(method: .kendall).fit(to: moments, roles: roles) }
  }
}
