import LinearAlgebra
import Platform
import Probability
import Resampling
import Survey

extension CorrelationEngine {
  /// All correlations of the sample, packed.
  package func correlations(_ weights: [Double]) -> [Double] {
    var result = [Double](repeating: .nan, count: order * (order + 1) / 2)
    var workspace = makeWorkspace()
    weights.withUnsafeBufferPointer { w in
      result.withUnsafeMutableBufferPointer {
        guard let out = $0.baseAddress, let w = w.baseAddress else { return }
        evaluate(weights: w, workspace: &workspace, into: out)
      }
    }
    return result
  }
}

/// The moments of a replicate as they are, packed.
private struct MomentsThemselves: ReplicateMap {
  let width: Int

  func makeWorkspace(_ moments: ReplicateMoments) -> ReplicateMoments { moments }

  func evaluate(
    _ moments: ReplicateMoments, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    _ = row.update(fromContentsOf: UnsafeBufferPointer(start: moments.scatter, count: width))
    return nil
  }
}

extension CorrelationAnalysis {
  /// Rows are drawn, and everything is computed anew from their weights: ranks, thresholds, likelihoods. All correlations,
  /// packed.
  func resample(
    _ frame: ModelFrame, _ engine: CorrelationEngine, _ point: [Double], jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) -> Resampled? {
    guard bootstrap.replicates > 0 else { return nil }
    return ReplicatePlan(
      .correlations(frame, engine, .each), MomentsThemselves(width: point.count), bootstrap
    ).run(jobs: jobs, progress: progress)
  }

  /// Resampled intervals and errors in place of the analytic ones; the tests stay.
  func apply(_ resampled: Resampled, to pairs: inout [Pair]) {
    if let spread = resampled.variance { return apply(resampled, spread, to: &pairs) }
    // At ±1 there is none: resamples repeat the empty cells that brought it there.
    for k in pairs.indices where abs(pairs[k].correlation) < 1 {
      let column = SymmetricMatrix.position(pairs[k].a, pairs[k].b)
      let interval = resampled.interval(
        bootstrap.interval, column: column, estimate: pairs[k].correlation, confidence: bootstrap.confidence)
      pairs[k].low = interval?.low
      pairs[k].high = interval?.high
      pairs[k].standardError = resampled.standardError(column: column)
    }
  }

  /// Errors from replicate weights; intervals and tests on Fisher's scale, with their t. Ratings keep the score test.
  private func apply(_ resampled: Resampled, _ spread: ReplicateVariance, to pairs: inout [Pair]) {
    for k in pairs.indices where abs(pairs[k].correlation) < 1 {
      let r = pairs[k].correlation
      (pairs[k].standardError, pairs[k].low, pairs[k].high) = (nil, nil, nil)
      let isLatent = pairs[k].method == .polychoric || pairs[k].method == .polyserial
      if !isLatent { (pairs[k].pValue, pairs[k].isExact) = (nil, false) }
      let column = SymmetricMatrix.position(pairs[k].a, pairs[k].b)
      guard let error = resampled.standardError(column: column), error > 0, spread.degrees > 0 else { continue }
      let distribution = StudentT(degrees: spread.degrees)
      let onZ = error / ((1 - r) * (1 + r))
      pairs[k].standardError = error
      CorrelationInference.set(&pairs[k], error: onZ, quantile: distribution.quantile((1 + bootstrap.confidence) / 2))
      if !isLatent { pairs[k].pValue = distribution.twoSided(atanh(r) / onZ) }
    }
  }
}
