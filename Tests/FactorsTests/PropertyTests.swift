import Factors
import Foundation
import LinearAlgebra
import Measures
import Optimization
import Platform
import Probability
import Resampling
import Survey
import Testing

@Suite struct FactorPropertyTests {
  @Test(arguments: [Discrepancy.Kind.leastSquares, .likelihood, .weighted])
  func `derivatives agree with differences of the function`(kind: Discrepancy.Kind) throws {
    let (input, _, _) = try Reference.set("thurstone")
    let function = Discrepancy(kind, items: 9, factors: 2)
    let matrix = kind == .weighted ? try Cholesky(input.correlation).inverse : input.correlation
    function.load(matrix.packed)
    let point = (0..<9).map { i in
      let psi = 0.3 + 0.05 * Double(i)
      return kind == .leastSquares ? psi : log(psi)
    }
    func derivatives(_ at: [Double]) -> (value: Double, gradient: [Double], hessian: [Double]) {
      var gradient = [Double](repeating: 0, count: 9)
      var hessian = [Double](repeating: 0, count: 45)
      var fallback = hessian
      let value = function.value(at: at)
      function.derivatives(gradient: &gradient, hessian: &hessian, fallback: &fallback)
      return (value, gradient, hessian)
    }
    let here = derivatives(point)
    let step = 1e-5
    for a in 0..<9 {
      var above = point
      above[a] += step
      var below = point
      below[a] -= step
      let (up, down) = (derivatives(above), derivatives(below))
      #expect(abs((up.value - down.value) / (2 * step) - here.gradient[a]) < 1e-7)
      for b in 0..<9 {
        let difference = (up.gradient[b] - down.gradient[b]) / (2 * step)
        #expect(abs(difference - here.hessian[SymmetricMatrix.position(a, b)]) < 1e-6)
      }
    }
  }

  @Test(arguments: FactorAnalysis.Extraction.allCases.filter { $0 != .components })
  func `a population is recovered exactly`(extraction: FactorAnalysis.Extraction) throws {
    let population = Population(factors: 3, itemsPerFactor: 4, correlation: 0.4)
    let fit = try FactorAnalysis(factors: 3, extraction: extraction).fit(to: population.input(n: nil))
    #expect(distance(fit.loadings, (0..<12).map { i in (0..<3).map { population.loadings[i, $0] } }) < 1e-6)
    for r in 0..<3 { for s in 0..<r { #expect(abs(fit.factorCorrelations[r, s] - 0.4) < 1e-6) } }
    #expect(fit.statistics.rmsr < 1e-7)
    #expect(fit.statistics.chiSquared == nil)
  }

  @Test(arguments: Rotation.Criterion.allCases.filter { $0 != .target && $0 != .targetOrthogonal })
  func `rotation leaves communalities and the model as they are`(criterion: Rotation.Criterion) throws {
    let (input, k, _) = try Reference.set("webshop")
    let plain = try FactorAnalysis(factors: k, rotation: Rotation(.none)).fit(to: input)
    let fit = try FactorAnalysis(factors: k, rotation: Rotation(criterion)).fit(to: input)
    #expect(distance(fit.communalities, plain.communalities) < 1e-9)
    #expect(distance(fit.residuals.packed, plain.residuals.packed) < 1e-9)
    let sum = fit.sumsOfSquares.reduce(0, +)
    #expect(abs(sum - fit.communalities.reduce(0, +)) < 1e-9)
    for j in 0..<k { #expect((0..<12).reduce(0) { $0 + fit.loadings[$1, j] } >= 0) }
    // The pattern is the unrotated loadings times the transformation.
    for i in 0..<12 {
      for j in 0..<k {
        let product = (0..<k).reduce(0) { $0 + fit.unrotated[i, $1] * fit.transformation[$1, j] }
        #expect(abs(product - fit.loadings[i, j]) < 1e-9)
      }
    }
    if fit.isOblique {
      // Φ = (X'X)⁻¹.
      for r in 0..<k {
        for s in 0..<k {
          var sum = 0.0
          for l in 0..<k {
            sum +=
              (0..<k).reduce(0) { $0 + fit.transformation[$1, r] * fit.transformation[$1, l] }
              * fit.factorCorrelations[l, s]
          }
          #expect(abs(sum - (r == s ? 1 : 0)) < 1e-9)
        }
      }
    }
  }

  @Test func `components are eigenvectors and take all variance`() throws {
    let (input, _, _) = try Reference.set("attitude")
    let fit = try FactorAnalysis(factors: 7, extraction: .components, rotation: Rotation(.none)).fit(to: input)
    #expect(distance(fit.communalities, [Double](repeating: 1, count: 7)) < 1e-12)
    #expect(distance(fit.sumsOfSquares, SymmetricEigen(input.correlation).values) < 1e-12)
    #expect(fit.statistics.chiSquared == nil && fit.statistics.rmsr < 1e-12)
    // Regression scores of components are the components: they correlate with them perfectly.
    let two = try FactorAnalysis(factors: 2, extraction: .components, rotation: Rotation(.varimax)).fit(to: input)
    for value in try FactorScores(two).determinacies { #expect(abs(value - 1) < 1e-12) }
  }

  @Test func `scores have the properties that name them`() throws {
    let (input, k, _) = try Reference.set("webshop")
    let fit = try FactorAnalysis(factors: k, extraction: .maximumLikelihood).fit(to: input)
    func covariance(_ w: Matrix, _ a: Int, _ b: Int) -> Double {
      var sum = 0.0
      for i in 0..<12 { for l in 0..<12 { sum += w[i, a] * input.correlation[i, l] * w[l, b] } }
      return sum
    }
    let bartlett = try FactorScores(fit, method: .bartlett)
    let tenBerge = try FactorScores(fit, method: .tenBerge)
    let regression = try FactorScores(fit)
    for a in 0..<k {
      for b in 0..<k {
        // Bartlett's are unbiased, W'Λ = I; ten Berge's correlate as the factors do.
        let product = (0..<12).reduce(0) { $0 + bartlett.weights[$1, a] * fit.loadings[$1, b] }
        #expect(abs(product - (a == b ? 1 : 0)) < 1e-9)
        #expect(abs(covariance(tenBerge.weights, a, b) - fit.factorCorrelations[a, b]) < 1e-9)
      }
      // Nothing correlates higher with the factor than regression scores.
      #expect(regression.determinacies[a] >= bartlett.determinacies[a] - 1e-12)
      #expect(regression.determinacies[a] >= tenBerge.determinacies[a] - 1e-12)
      #expect(
        abs(2 * regression.determinacies[a] * regression.determinacies[a] - 1 - regression.leastCorrelations[a]) < 1e-9)
    }
  }

  @Test func `intervals of maximum likelihood loadings cover, and χ² keeps its size`() throws {
    let population = Population(factors: 2, itemsPerFactor: 4, correlation: 0.3)
    let analysis = FactorAnalysis(factors: 2, extraction: .maximumLikelihood, starts: 1)
    var covered = 0
    var counted = 0
    var rejected = 0
    let samples = 400
    for s in 0..<samples {
      let sampler = WishartSampler(scatter: population.correlation, degreesOfFreedom: 399)!
      var scatter = [Double](repeating: 0, count: 36)
      var scratch = [Double](repeating: 0, count: sampler.scratchCount)
      var stream = RandomStream(seed: 11, stream: UInt64(s))
      sampler.draw(stream: &stream, into: &scatter, scratch: &scratch)
      let moments = Moments(
        names: population.names, n: 400, sumOfWeights: 400, sumOfSquaredWeights: 400, means: nil,
        scatter: SymmetricMatrix(order: 8, packed: scatter))
      let fit = try analysis.fit(to: moments)
      if fit.statistics.pValue! < 0.05 { rejected += 1 }
      guard let errors = fit.loadingErrors else { continue }
      // Factors of a sample may come in the other order.
      let isSwapped = fit.loadings[0, 0] < fit.loadings[0, 1]
      for i in 0..<8 {
        for j in 0..<2 {
          let column = isSwapped ? 1 - j : j
          counted += 1
          if abs(fit.loadings[i, column] - population.loadings[i, j]) <= 1.959964 * errors[i, column] { covered += 1 }
        }
      }
    }
    let share = Double(covered) / Double(counted)
    #expect(share > 0.935 && share < 0.965, "\(share)")
    // Within three standard errors of 5 %.
    let size = Double(rejected) / Double(samples)
    #expect(abs(size - 0.05) < 3 * (0.05 * 0.95 / Double(samples)).squareRoot(), "\(size)")
  }

  @Test func `the bootstrap agrees with the information and does not depend on threads`() throws {
    let population = Population(factors: 3, itemsPerFactor: 3, correlation: 0.3)
    let columns = population.rows(600, seed: 5, stream: 1)
    let frame = try population.frame(columns)
    let fit = try FactorAnalysis(factors: 3, extraction: .maximumLikelihood).fit(to: CorrelationInput(Moments(frame)))
    let specification = BootstrapSpecification(replicates: 400, seed: 3)
    let one = FactorBootstrap(fit, frame: frame, specification, jobs: 1)
    let two = FactorBootstrap(fit, frame: frame, specification, jobs: 2)
    #expect(one.loadings == two.loadings && one.factorCorrelations == two.factorCorrelations)
    #expect(one.replicatesUsed == 400)
    let errors = try #require(fit.loadingErrors)
    var ratio = 0.0
    for at in 0..<27 { ratio += one.loadings[at].standardError! / errors.storage[at] / 27 }
    #expect(abs(ratio - 1) < 0.1, "\(ratio)")
    let wishart = try #require(FactorBootstrap(fit, specification))
    var other = 0.0
    for at in 0..<27 { other += wishart.loadings[at].standardError! / errors.storage[at] / 27 }
    #expect(abs(other - 1) < 0.1, "\(other)")
    for r in 0..<3 {
      for s in 0..<r {
        let spread = one.factorCorrelations[r * (r - 1) / 2 + s]
        #expect(abs(spread.standardError! / fit.correlationErrors![r, s] - 1) < 0.25)
      }
    }
  }

  @Test func `a replicate that is the sample itself gives the sample's solution`() throws {
    // Draws about the sample with ten million respondents barely move it.
    let (input, k, _) = try Reference.set("thurstone")
    var large = input
    large.n = 1e10
    for criterion in [Rotation.Criterion.none, .varimax, .promax, .oblimin, .geomin, .bifactor] {
      let fit = try FactorAnalysis(factors: k, rotation: Rotation(criterion)).fit(to: large)
      let drawn = try #require(FactorBootstrap(fit, BootstrapSpecification(replicates: 40, seed: 1)))
      #expect(drawn.replicatesUsed == 40)
      for (spread, loading) in zip(drawn.loadings, fit.loadings.storage) {
        #expect(
          abs(spread.interval!.low - loading) < 1e-2 && abs(spread.interval!.high - loading) < 1e-2, "\(criterion)")
      }
    }
  }
}
