import LinearAlgebra
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

extension CorrelationAnalysis {
  /// Bootstrap replicates of all correlations (packed), and the jackknife ones that BCa intervals need.
  struct Resampled {
    var bootstrap: Replicates
    var jackknife: Replicates?
    var multiplicities: [Double]?
  }

  /// Rows are drawn, and everything is computed anew from their weights: ranks, thresholds, likelihoods.
  func resample(
    _ frame: ModelFrame, _ engine: CorrelationEngine, _ point: [Double], jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) -> Resampled? {
    guard bootstrap.replicates > 0 else { return nil }
    let isFrequency = frame.weightsKind == .frequency
    let resampler = RowResampler(
      rowCount: frame.rowCount, frequency: isFrequency ? frame.weights : nil,
      multiplier: isFrequency ? nil : frame.weights, clusters: frame.clusters, strata: frame.strata)
    struct Workspace {
      var engine: CorrelationEngine.Workspace
      var weights: [Double]
    }
    let make: @Sendable () -> Workspace = {
      Workspace(engine: engine.makeWorkspace(), weights: [Double](repeating: 0, count: resampler.rowCount))
    }
    let replicates = ReplicateRunner.run(
      count: bootstrap.replicates, width: point.count, jobs: jobs, seed: bootstrap.seed, progress: progress,
      makeWorkspace: make
    ) { workspace, _, stream, row in
      workspace.weights.withUnsafeMutableBufferPointer { weights in
        resampler.draw(stream: &stream, into: weights)
        engine.evaluate(
          weights: weights.baseAddress!, workspace: &workspace.engine, into: row.baseAddress!)
      }
      return nil
    }
    guard bootstrap.interval == .bca else { return Resampled(bootstrap: replicates) }
    let jackknife = Jackknife(resampler, seed: bootstrap.seed)
    let left = ReplicateRunner.run(
      count: jackknife.count, width: point.count, jobs: jobs, seed: bootstrap.seed, makeWorkspace: make
    ) { workspace, group, _, row in
      workspace.weights.withUnsafeMutableBufferPointer { weights in
        jackknife.omit(group, into: weights)
        engine.evaluate(
          weights: weights.baseAddress!, workspace: &workspace.engine, into: row.baseAddress!)
      }
      return nil
    }
    return Resampled(
      bootstrap: replicates, jackknife: left,
      multiplicities: (0..<jackknife.count).map { jackknife.multiplicity(of: $0) })
  }

  /// Resampled intervals and errors in place of the analytic ones; the tests stay.
  func apply(_ resampled: Resampled, to pairs: inout [Pair]) {
    // At ±1 there is none: resamples repeat the empty cells that brought it there.
    for k in pairs.indices where abs(pairs[k].correlation) < 1 {
      let column = SymmetricMatrix.position(pairs[k].a, pairs[k].b)
      let values = resampled.bootstrap.column(column)
      let jackknife = resampled.jackknife.map {
        JackknifeValues(values: $0.column(column), multiplicities: resampled.multiplicities)
      }
      let interval = Interval.of(
        bootstrap.interval, estimate: pairs[k].correlation, replicates: values,
        failures: resampled.bootstrap.failureCount, confidence: bootstrap.confidence, jackknife: jackknife)
      pairs[k].low = interval?.low
      pairs[k].high = interval?.high
      let finite = values.filter(\.isFinite)
      let undefined = resampled.bootstrap.count - finite.count
      pairs[k].standardError = nil
      if Double(undefined) <= Interval.largestUndefinedShare * Double(resampled.bootstrap.count), finite.count > 1 {
        let mean = finite.reduce(0, +) / Double(finite.count)
        pairs[k].standardError =
          (finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count - 1)).squareRoot()
      }
    }
  }
}
