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
      guard let model = Self.model(input, factors: k),
        let sampler = WishartSampler(scatter: model, degreesOfFreedom: n - 1)
      else { return nil }
      let place = k
      let drawn = ReplicateRunner.run(
        count: count, width: 1, jobs: jobs, seed: seed, firstStream: UInt64(k) << 32,
        makeWorkspace: { Workspace(order: p, scratch: sampler.scratchCount) }
      ) { workspace, _, stream, row in
        sampler.draw(
          stream: &stream, into: workspace.spectra.scatter.pointer, scratch: workspace.scratch.pointer)
        guard workspace.spectra.components(into: workspace.values.pointer) else { return .eigenvaluesNotFound }
        row[0] = workspace.values[place]
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

  private final class Workspace {
    let spectra: Spectra
    let scratch: OwnedBuffer<Double>
    let values: OwnedBuffer<Double>

    init(order: Int, scratch count: Int) {
      spectra = Spectra(order: order)
      scratch = OwnedBuffer(count: count)
      values = OwnedBuffer(count: order)
    }
  }

  /// ΛΛ' + Ψ of k factors.
  private static func model(_ input: CorrelationInput, factors: Int) -> SymmetricMatrix? {
    let p = input.names.count
    var model = SymmetricMatrix(order: p)
    for i in 0..<p { model[i, i] = 1 }
    guard factors > 0 else { return model }
    guard let fit = try? FactorAnalysis(factors: factors, rotation: Rotation(.none), starts: 1).fit(to: input) else {
      return nil
    }
    for i in 0..<p {
      for j in 0..<i { model[i, j] = input.correlation[i, j] - fit.residuals[i, j] }
      model[i, i] = fit.communalities[i] + fit.uniquenesses[i]
    }
    return model
  }
}
