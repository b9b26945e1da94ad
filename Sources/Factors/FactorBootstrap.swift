import LinearAlgebra
package import Measures
import Platform
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
  /// - Parameters:
  ///   - engine: makes the correlations of every replicate; `nil` for product moments.
  ///   - found: maximum likelihood moments of the rows, where the fit is of these.
  package init(
    _ fit: FactorAnalysis.Fit, frame: ModelFrame, engine: CorrelationEngine? = nil,
    found: MaximumLikelihoodMoments? = nil, _ specification: BootstrapSpecification, jobs: Int = 1,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    self.init(
      fit,
      FactorBootstrap.plan(fit, frame: frame, engine: engine, found: found, specification).run(
        jobs: jobs, progress: progress),
      specification)
  }

  /// Replicates, each a row of loadings and what follows from them (`FactorReplicates`).
  static func plan(
    _ fit: FactorAnalysis.Fit, frame: ModelFrame, engine: CorrelationEngine?,
    found: MaximumLikelihoodMoments? = nil, _ specification: BootstrapSpecification,
    firstStream: UInt64 = 0
  ) -> ReplicatePlan<FactorReplicates> {
    precondition(frame.columnCount == fit.names.count, "a column per item")
    let source: ReplicateSource
    if let found {
      source = .maximumLikelihood(frame, found, columns: Array(frame.columns.indices))
    } else if let engine {
      source = .correlations(frame, engine, .nearest)
    } else if frame.missing == .pairwise && frame.values.contains(where: \.isNaN) {
      source = .pairwise(frame, makesDefinite: true)
    } else {
      source = .rows(frame)
    }
    return ReplicatePlan(source, FactorReplicates(fit), specification, firstStream: firstStream)
  }

  /// Reweights random blocks of very many rows, whose columns are the fit's items.
  package init(
    _ fit: FactorAnalysis.Fit, blocks: BlockMoments, _ specification: BootstrapSpecification, jobs: Int = 1,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    let plan = ReplicatePlan(.blocks(blocks, order: fit.names.count), FactorReplicates(fit), specification)
    self.init(fit, plan.run(jobs: jobs, progress: progress), specification)
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
    let plan = ReplicatePlan(ReplicateSource(wishart), FactorReplicates(fit), specification)
    self.init(fit, plan.run(jobs: jobs, progress: progress), specification)
  }

  private init(_ fit: FactorAnalysis.Fit, _ resampled: Resampled, _ specification: BootstrapSpecification) {
    let p = fit.names.count
    let k = fit.specification.factors
    let drawn = resampled.bootstrap
    let missing = specification.interval == .bca ? resampled.missingForBca : nil
    let kind = missing == nil ? specification.interval : .percentile
    func spread(_ column: Int, _ estimate: Double) -> Spread {
      Spread(
        standardError: resampled.standardError(column: column),
        interval: resampled.interval(
          kind, column: column, estimate: estimate, confidence: specification.confidence))
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
    failures = drawn.failuresByReason.map { ($0.reason.words, $0.count) }
    heywoodReplicates = drawn.column(p * k + p + k * (k - 1) / 2).count { $0 > 0 }
    notes = []
    if drawn.failureCount > 0 {
      let reasons = Sentence.joined(
        drawn.failuresByReason.map { "\($0.count) (\(Sentence(stringLiteral: $0.reason.words)))" }, separator: ", ")
      let text: Sentence = "\(drawn.failureCount) of \(drawn.count) replicates gave no solution: \(reasons)."
      notes.append(
        Note(
          .replicatesFailed,
          drawn.failsTooOften
            ? text + " These are too many for intervals and standard errors, of which there are none." : text))
    }
    if heywoodReplicates > 0 {
      notes.append(
        Note(
          .heywoodReplicates,
          "In \(heywoodReplicates) of \(drawn.successCount) replicates a uniqueness stood at its lower bound; they are counted."
        ))
    }
    if let missing {
      notes.append(
        Note(
          .noBca,
          "Intervals of loadings are percentile ones. There are no BCa intervals: \(Sentence(stringLiteral: missing)).")
      )
    }
  }
}
