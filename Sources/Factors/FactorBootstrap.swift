import Glibc
import LinearAlgebra
package import Measures
public import Resampling
public import Survey

/// What resampling says about a rotated solution: every replicate is extracted and rotated again, from the sample's own
/// solution on, and its factors are matched with the sample's by congruence before anything is compared.
public struct FactorBootstrap: Sendable {
  /// An estimate's spread; `nil` where too few replicates have it.
  public struct Spread: Sendable, Equatable {
    /// Standard deviation over resamples; `nil` where too many failed.
    public var standardError: Double?
    /// Of the kind asked for; `nil` where too many failed.
    public var interval: Interval?

    public init(standardError: Double? = nil, interval: Interval? = nil) {
      self.standardError = standardError
      self.interval = interval
    }
  }

  /// Column-major, p × k, like the loadings.
  public var loadings: [Spread]
  /// In the order of the items.
  public var communalities: [Spread]
  /// Below the diagonal, row by row: (2, 1), (3, 1), (3, 2), …
  public var factorCorrelations: [Spread]
  /// Resamples that gave a solution.
  public var replicatesUsed: Int
  /// Resamples that gave none, by reason.
  public var failures: [(reason: String, count: Int)]
  /// Replicates with a uniqueness on its bound.
  public var heywoodReplicates: Int
  /// What the analyst should know.
  public var notes: [Note]
}

extension FactorBootstrap {
  /// Resamples the rows of a frame whose columns are the fit's items.
  ///
  /// - Parameter engine: makes the correlations of every replicate; `nil` for product moments.
  package init(
    _ fit: FactorAnalysis.Fit, frame: ModelFrame, engine: CorrelationEngine? = nil,
    _ specification: BootstrapSpecification, jobs: Int = 1,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    self.init(
      fit,
      FactorBootstrap.replicates(
        fit, frame: frame, engine: engine, specification, jobs: jobs, progress: progress),
      specification)
  }

  /// The replicates themselves, each a row of loadings and what follows from them (`FactorReplicates`).
  static func replicates(
    _ fit: FactorAnalysis.Fit, frame: ModelFrame, engine: CorrelationEngine?, _ specification: BootstrapSpecification,
    jobs: Int, firstStream: UInt64 = 0, progress: (@Sendable (Int) -> Void)? = nil
  ) -> Replicates {
    precondition(frame.columnCount == fit.names.count, "a column per item")
    let isFrequency = frame.weightsKind == .frequency
    let resampler = RowResampler(
      rowCount: frame.rowCount, frequency: isFrequency ? frame.weights : nil,
      multiplier: isFrequency ? nil : frame.weights, clusters: frame.clusters, strata: frame.strata)
    let evaluator = FactorReplicates(fit)
    let width = evaluator.width
    if let engine {
      return ReplicateRunner.run(
        count: specification.replicates, width: width, jobs: jobs, seed: specification.seed,
        firstStream: firstStream, progress: progress,
        makeWorkspace: {
          (FactorReplicates.Workspace(evaluator, rows: frame.rowCount, scratch: 0), engine.makeWorkspace())
        }
      ) { workspace, _, stream, row in
        resampler.draw(stream: &stream, into: workspace.0.weights)
        if let reason = engine.positiveDefinite(
          weights: workspace.0.weights.baseAddress!, workspace: &workspace.1, into: workspace.0.scatter)
        {
          return reason
        }
        return evaluator.evaluate(workspace.0, into: row)
      }
    }
    if frame.missing == .pairwise && frame.values.contains(where: \.isNaN) {
      return ReplicateRunner.run(
        count: specification.replicates, width: width, jobs: jobs, seed: specification.seed,
        firstStream: firstStream, progress: progress,
        makeWorkspace: { FactorReplicates.Workspace(evaluator, rows: frame.rowCount, scratch: 0) }
      ) { workspace, _, stream, row in
        resampler.draw(stream: &stream, into: workspace.weights)
        var moments = Moments(frame, weights: Array(workspace.weights))
        if !moments.scatter.packed.allSatisfy(\.isFinite) { return "a correlation is not defined in the resample" }
        if !Definiteness(moments.correlation).isSemidefinite { moments = moments.nearestCorrelations().moments }
        workspace.scatter.update(from: moments.scatter.packed, count: moments.scatter.packed.count)
        return evaluator.evaluate(workspace, into: row)
      }
    }
    let products = WeightedProducts(
      columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
    return ReplicateRunner.run(
      count: specification.replicates, width: width, jobs: jobs, seed: specification.seed, firstStream: firstStream,
      progress: progress,
      makeWorkspace: { FactorReplicates.Workspace(evaluator, rows: frame.rowCount, scratch: products.scratchCount) }
    ) { workspace, _, stream, row in
      resampler.draw(stream: &stream, into: workspace.weights)
      products.scatter(
        weights: workspace.weights.baseAddress!, into: workspace.scatter, scratch: workspace.scratch)
      return evaluator.evaluate(workspace, into: row)
    }
  }

  /// Draws matrices about the fit's correlations from the Wishart distribution, which assumes normal data.
  ///
  /// - Returns: `nil` without n.
  public init?(
    _ fit: FactorAnalysis.Fit, _ specification: BootstrapSpecification, jobs: Int = 1,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    guard let n = fit.input.n,
      let wishart = WishartSampler(scatter: fit.input.correlation, degreesOfFreedom: n - 1)
    else { return nil }
    let evaluator = FactorReplicates(fit)
    let drawn = ReplicateRunner.run(
      count: specification.replicates, width: evaluator.width, jobs: jobs, seed: specification.seed,
      progress: progress,
      makeWorkspace: { FactorReplicates.Workspace(evaluator, rows: 0, scratch: wishart.scratchCount) }
    ) { workspace, _, stream, row in
      wishart.draw(stream: &stream, into: workspace.scatter, scratch: workspace.scratch)
      return evaluator.evaluate(workspace, into: row)
    }
    self.init(fit, drawn, specification)
  }

  private init(_ fit: FactorAnalysis.Fit, _ drawn: Replicates, _ specification: BootstrapSpecification) {
    let p = fit.names.count
    let k = fit.specification.factors
    // Bias corrections need a jackknife, which is not run here.
    let kind: IntervalKind = specification.interval == .basic ? .basic : .percentile
    func spread(_ column: Int, _ estimate: Double) -> Spread {
      let values = drawn.column(column)
      let finite = values.filter(\.isFinite)
      let mean = finite.reduce(0, +) / Double(max(1, finite.count))
      let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, finite.count - 1))
      return Spread(
        standardError: finite.count >= 2 && !drawn.failsTooOften ? variance.squareRoot() : nil,
        interval: Interval.of(
          kind, estimate: estimate, replicates: values, failures: drawn.failureCount,
          confidence: specification.confidence))
    }
    loadings = (0..<p * k).map { spread($0, fit.loadings.storage[$0]) }
    communalities = (0..<p).map { spread(p * k + $0, fit.communalities[$0]) }
    var correlations: [Spread] = []
    for r in 0..<k {
      for s in 0..<r {
        correlations.append(spread(p * k + p + r * (r - 1) / 2 + s, fit.factorCorrelations[r, s]))
      }
    }
    factorCorrelations = correlations
    replicatesUsed = drawn.successCount
    failures = drawn.failuresByReason
    heywoodReplicates = drawn.column(p * k + p + k * (k - 1) / 2).count { $0 > 0 }
    notes = []
    if drawn.failureCount > 0 {
      let reasons = drawn.failuresByReason.map { "\($0.count) (\($0.reason))" }.joined(separator: ", ")
      notes.append(
        Note(
          .replicatesFailed,
          "\(drawn.failureCount) of \(drawn.count) replicates gave no solution: \(reasons)."
            + (drawn.failsTooOften
              ? " These are too many for intervals and standard errors, of which there are none." : "")
        ))
    }
    if heywoodReplicates > 0 {
      notes.append(
        Note(
          .heywoodReplicates,
          "In \(heywoodReplicates) of \(drawn.successCount) replicates a uniqueness stood at its lower bound; they are counted."
        ))
    }
    if specification.interval == .bca {
      notes.append(
        Note(.noBca, "Intervals of loadings are percentile ones: BCa is not built for factors."))
    }
  }
}
