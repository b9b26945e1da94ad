import LinearAlgebra
import Importance
import Probability
import Resampling

/// How the pieces fit together: the importance of all players in every resample of the rows: one weighted cross product each, then only p × p work.
///
/// The rows are complete (listwise); each row of the replicates has the `width` numbers of `ImportanceEngine.evaluate`.
struct ImportanceBootstrap: Sendable {
  let engine: ImportanceEngine
  let resampler: RowResampler
  private let products: WeightedProducts

  /// - Parameters:
  ///   - products: of all columns that the engine's problem numbers.
  init(engine: ImportanceEngine, products: WeightedProducts, resampler: RowResampler) {
    precondition(products.rowCount == resampler.rowCount, "the same rows are resampled and multiplied")
    self.engine = engine
    self.products = products
    self.resampler = resampler
  }

  func replicates(
    count: Int, seed: UInt64, jobs: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) -> Replicates {
    ReplicateRunner.run(
      count: count, width: engine.width, jobs: jobs, seed: seed, progress: progress,
      makeWorkspace: { Workspace(engine, products) }
    ) { workspace, _, stream, row in
      resampler.draw(stream: &stream, into: workspace.weights)
      return evaluate(workspace, into: row)
    }
  }

  /// The same numbers without each group of the jackknife, for the acceleration of BCa intervals.
  func jackknife(_ jackknife: Jackknife, jobs: Int) -> Replicates {
    ReplicateRunner.run(
      count: jackknife.count, width: engine.width, jobs: jobs, seed: 0,
      makeWorkspace: { Workspace(engine, products) }
    ) { workspace, group, _, row in
      jackknife.omit(group, into: workspace.weights)
      return evaluate(workspace, into: row)
    }
  }

  private func evaluate(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) -> ReplicateFailure? {
    guard let weights = workspace.weights.baseAddress else { return .stopped("there are no rows") }
    products.scatter(weights: weights, into: workspace.scatter, scratch: workspace.scratch)
    return engine.evaluate(workspace.scatter, workspace: workspace.own, into: row)
  }

  private final class Workspace {
    let own: ImportanceEngine.Workspace
    let weights: UnsafeMutableBufferPointer<Double>
    let scatter: UnsafeMutablePointer<Double>
    let scratch: UnsafeMutablePointer<Double>

    init(_ engine: ImportanceEngine, _ products: WeightedProducts) {
      own = engine.makeWorkspace()
      weights = .allocate(capacity: products.rowCount)
      let q = products.columnCount
      scatter = .allocate(capacity: max(1, q * (q + 1) / 2))
      scratch = .allocate(capacity: max(1, products.scratchCount))
    }
    deinit {
      weights.deallocate()
      scatter.deallocate()
      scratch.deallocate()
    }
  }
}

extension ImportanceEngine {
  /// The same numbers in draws of scatter matrices, for moments without rows.
  func wishartReplicates(
    _ sampler: WishartSampler, count: Int, seed: UInt64, jobs: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) -> Replicates {
    ReplicateRunner.run(
      count: count, width: width, jobs: jobs, seed: seed, progress: progress,
      makeWorkspace: {
        (
          own: makeWorkspace(), scatter: SymmetricMatrix(order: sampler.order),
          scratch: [Double](repeating: 0, count: max(1, sampler.scratchCount))
        )
      }
    ) { workspace, _, stream, row in
      workspace.scratch.withUnsafeMutableBufferPointer { scratch in
        workspace.scatter.packed.withUnsafeMutableBufferPointer { scatter in
          sampler.draw(stream: &stream, into: scatter.baseAddress!, scratch: scratch.baseAddress!)
          return evaluate(scatter.baseAddress!, workspace: workspace.own, into: row)
        }
      }
    }
  }
}
