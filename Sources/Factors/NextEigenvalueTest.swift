import LinearAlgebra
import Platform
import Resampling

/// The next-eigenvalue-sufficiency test (Achim 2017, doi:10.20982/tqmp.13.1.p064): are k factors enough to explain that the
/// next eigenvalue, k + 1, is as large as it is?
///
/// For k = 0, 1, … the k-factor model of the correlations (minimum residuals) is taken for the truth, normal samples of the
/// same size are drawn from it, and k factors suffice once the data's eigenvalue k + 1 is not above the 95th percentile of
/// theirs. Parallel analysis asks the same of no factors at all, at every place; here what the factors before leave to the next
/// one is allowed for, also where they correlate.
package struct NextEigenvalueTest: Sendable, Equatable {
  /// The least k that suffices, or the most factors that the items can carry.
  package var factors: Int
  /// Of every k that was tried: the data's next eigenvalue, the percentile that it must exceed, and the share of samples with
  /// a larger one (the sample itself counted: a Monte Carlo p-value).
  package var steps: [Step]

  package struct Step: Sendable, Equatable {
    package var eigenvalue: Double
    package var reference: Double
    package var pValue: Double
  }

  static let level = 1 - ParallelAnalysis.percentile
  /// Work is bounded: eigenvalues of many items take their time.
  private static let manyItems = 60

  /// - Returns: `nil` without n or normal theory, with fewer respondents than samples can be drawn of, or when a model cannot be
  ///   fitted.
  package init?(_ input: CorrelationInput, replicates: Int, seed: UInt64, jobs: Int) {
    self.init(MinresSolutions(input), replicates: replicates, seed: seed, jobs: jobs)
  }

  init?(_ solutions: MinresSolutions, replicates: Int, seed: UInt64, jobs: Int) {
    let input = solutions.input
    guard let n = input.n, input.isNormalTheory, replicates >= 19 else { return nil }
    let p = input.names.count
    let most = FactorAnalysis.mostFactors(items: p)
    let own = SymmetricEigen(input.correlation).values
    // One sample less than a round number makes the test exact: the data are one more.
    let count = (min(replicates, p > Self.manyItems ? 200 : 1000) / 20) * 20 - 1
    steps = []
    for k in 0...most {
      guard k < most else {
        factors = most
        return
      }
      guard let model = Self.model(solutions, factors: k),
        let sampler = WishartSampler(scatter: model, degreesOfFreedom: n - 1)
      else { return nil }
      let drawn = SampledSpectra(
        order: p, numbers: .one(k), count: count, seed: seed, firstStream: UInt64(k) << 32, jobs: jobs
      ).run(makeWorkspace: { [Double](repeating: 0, count: sampler.scratchCount) }) { scratch, stream, spectra in
        scratch.withUnsafeMutableBufferPointer {
          sampler.draw(stream: &stream, into: spectra.scatter.pointer, scratch: $0.baseAddress!)
        }
        return nil
      }
      let sorted = drawn.column(0).sorted()
      guard sorted.count == count else { return nil }
      let larger = sorted.count { $0 >= own[k] }
      let step = Step(
        eigenvalue: own[k], reference: Quantile.ofSorted(sorted, ParallelAnalysis.percentile),
        pValue: Double(larger + 1) / Double(count + 1))
      steps.append(step)
      if step.pValue > Self.level {
        factors = k
        return
      }
    }
    return nil
  }

  /// ΛΛ' + Ψ of k factors.
  private static func model(_ solutions: MinresSolutions, factors: Int) -> SymmetricMatrix? {
    let input = solutions.input
    let p = input.names.count
    var model = SymmetricMatrix(order: p)
    for i in 0..<p { model[i, i] = 1 }
    guard factors > 0 else { return model }
    guard let fit = solutions.fit(factors: factors) else { return nil }
    for i in 0..<p {
      for j in 0..<i { model[i, j] = input.correlation[i, j] - fit.residuals[i, j] }
      model[i, i] = fit.communalities[i] + fit.uniquenesses[i]
    }
    return model
  }
}
