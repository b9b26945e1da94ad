import LinearAlgebra
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
}
