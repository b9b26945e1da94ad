import LinearAlgebra
import Measures
import Optimization
import Platform
import Resampling

/// The model fitted anew under every set of replicate weights, from the sample's estimates on: errors are those that the replicates'
/// estimates give, Σ c_r·(θ_r − θ̄)(θ_r − θ̄)' (`ReplicateVariance`), with the design's degrees of freedom, as R's `withReplicates` has
/// them. All groups are fitted at once, so that what they share (clusters, equal parameters) is in the covariance.
struct ReplicateRefits: Sendable {
  let table: ParameterTable
  let kind: Discrepancy.Kind
  let estimator: StructuralModel.Estimator
  /// With `replicated` frames.
  let rows: [StructuralRows]
  /// Of the sample itself.
  let samples: [SampleMoments]
  let point: [Double]

  /// What replicates say of the free parameters.
  struct Result {
    let covariance: SymmetricMatrix
    /// Replicates without estimates, of how many.
    let failed: Int
    let count: Int
  }

  private var variance: ReplicateVariance { rows[0].replicated!.replicates!.variance! }
  private var count: Int { rows[0].replicated!.replicates!.count }

  /// - Throws: `StructuralFault.replicatesNotFound` where more than one in twenty have no estimates.
  func covariance(jobs: Int) throws -> Result {
    let width = point.count
    let found = ReplicateRunner.run(
      count: count, width: width, jobs: jobs, seed: 1, makeWorkspace: makeProblem
    ) { problem, replicate, _, row in
      guard let problem, let estimates = estimates(problem, replicate) else { return .modelNotFound }
      for k in 0..<width { row[k] = estimates[k] }
      return nil
    }
    guard !found.failsTooOften, found.successCount > 1 else {
      throw StructuralFault.replicatesNotFound(failed: found.failureCount, replicates: count)
    }
    let kept = variance.keeping(found.failure.map { $0 < 0 })
    let all = kept.covariance((0..<width).map(found.column), estimates: point)
    return Result(covariance: all, failed: found.failureCount, count: count)
  }

  private func makeProblem() -> StructuralProblem? {
    let problem = StructuralProblem(table: table, kind: kind, answers: rows.compactMap(\.answers))
    return (try? problem.take(samples)) == nil ? nil : problem
  }

  private func estimates(_ problem: StructuralProblem, _ replicate: Int) -> [Double]? {
    guard let samples = reweight(problem, replicate), (try? problem.take(samples)) != nil else { return nil }
    var own = point
    var constraints = ConstraintSet(table)
    let story = try? ScoringSearch(problem: problem).minimise(&own, &constraints)
    return story?.isConverged == true ? own : nil
  }

  /// The moments under the replicate's weights; of answers with gaps their likelihood takes the weights, and the moments are the
  /// sample's, of which only causes without gaps make use.
  private func reweight(_ problem: StructuralProblem, _ replicate: Int) -> [SampleMoments]? {
    var result: [SampleMoments] = []
    for (g, sample) in samples.enumerated() {
      let (frame, given) = (rows[g].replicated!, rows[g].replicated!.replicates!)
      let weights = Array(given.weights[replicate * given.rowCount..<replicate * given.rowCount + frame.rowCount])
      var own = sample
      own.n = weights.reduce(0, +)
      guard own.n > 0 else { return nil }
      if let group = problem.groups[g] as? IncompleteDiscrepancy {
        weights.withUnsafeBufferPointer { group.likelihood.reweight($0.baseAddress!) }
        guard group.likelihood.coversPairs else { return nil }
      } else {
        let moments = Moments(frame, weights: weights)
        own.covariance = SymmetricMatrix(
          order: moments.scatter.order, packed: moments.scatter.packed.map { $0 / moments.sumOfWeights })
        if own.means != nil { own.means = moments.means }
      }
      result.append(own)
    }
    return estimator.sharing(result)
  }
}
