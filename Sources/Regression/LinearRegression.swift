import LinearAlgebra
public import Measures
import Platform
import Resampling
import Survey

/// Least squares: y = a + b₁x₁ + … + bₚxₚ + e.
///
/// Without an intercept (a = 0) nothing is centred: R² is the share of Σy², not of the variance, βs and inflation factors
/// are those of the columns about zero, and R² has no interval.
///
/// This is the specification: options without data. `fit(to:outcome:)` gives a `Fit`.
public struct LinearRegression: Sendable, Equatable, Codable {
  /// Where the standard errors come from.
  public enum ErrorKind: String, CaseIterable, Sendable, Codable {
    /// s²(X'WX)⁻¹: equal error variance, or variances in proportion to 1/w.
    case classical
    /// White's sandwich without correction (1980, doi:10.2307/1912934).
    case hc0
    /// HC0·n/(n − k).
    case hc1
    /// Squared residuals over 1 − h (MacKinnon & White 1985, doi:10.1016/0304-4076(85)90158-7).
    case hc2
    /// Squared residuals over (1 − h)²: the default of independent rows. On ratings that pile up at the top of their scales,
    /// explained by drivers that go together, intervals from it held 94–96 % where classical ones held 87–88 %, at any n.
    case hc3
    /// Squared residuals over (1 − h)^min(4, nh/k) (Cribari-Neto 2004, doi:10.1016/S0167-9473(02)00366-3).
    case hc4
    /// Sums of scores within clusters, times G/(G − 1)·(n − 1)/(n − k); G − 1 degrees of freedom.
    case cluster
    /// Linearised under the sampling design: weights, strata and clusters (Binder 1983, doi:10.2307/1402588).
    case design
    /// Leaving out each random block of rows in turn (`BlockJackknife`): the default of very many independent rows, and what
    /// sums of rows that nobody keeps allow.
    case jackknife
    /// From replicate weights that came with the data (`ReplicateErrors`): the default where there are any.
    case replicates
    /// From resampling; filled in afterwards by `Fit.withCovariance`.
    case bootstrap
  }

  /// `nil` chooses: `replicates` with replicate weights, `design` with sampling weights, strata or a known population, else `cluster` with clusters, else `hc3`,
  /// or, where blocks of very many rows are at hand, `jackknife`; `classical` from moments, which tell nothing of single rows.
  public var errors: ErrorKind?
  /// Of every interval, between 0 and 1.
  public var confidence: Double
  /// Whether there is an a; a regression without one is fitted from rows.
  public var hasIntercept: Bool

  public init(errors: ErrorKind? = nil, confidence: Double = 0.95, hasIntercept: Bool = true) {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.errors = errors
    self.confidence = confidence
    self.hasIntercept = hasIntercept
  }

  /// Regresses outcome number `outcome` of the frame on its covariates and players.
  ///
  /// By Householder reflections on centred, scaled columns, times √w, and refinement in twice the precision; with very many
  /// rows from the moments when they are as good (see `EstimationPolicy`); a frame with pairwise treatment is fitted from
  /// its moments.
  ///
  /// - Parameters:
  ///   - moments: those of the frame, when they are known already.
  ///   - blocks: its rows in random blocks, which errors come from by default where they are as good as the rows.
  /// - Throws: `DataFault.constant`, `.notFinite`, `.tooFewRows`, `.tooFewClusters`, `DesignFault.loneUnit`, or `.request` when
  ///   the errors asked for, or a fit without intercept, need what the frame does not have.
  public func fit(to frame: ModelFrame, outcome: Int, moments: Moments? = nil) throws -> Fit {
    try fit(to: frame, outcome: outcome, moments: moments, blocks: nil)
  }

  package func fit(to frame: ModelFrame, outcome: Int, moments: Moments?, blocks: BlockMoments?) throws -> Fit {
    try frame.refuseImputation()
    if frame.missing == .em {
      guard hasIntercept else {
        throw DataFault.request(
          problem: "A regression without intercept needs rows that are complete",
          suggestion: "Use \(setting: .missing, "listwise").")
      }
      let found = try MaximumLikelihoodMoments(frame)
      return try fit(to: found, NormalInformation(found), frame: frame, outcome: outcome)
    }
    if frame.missing == .pairwise {
      guard hasIntercept else {
        throw DataFault.request(
          problem: "A regression without intercept needs rows that are complete",
          suggestion: "Use \(setting: .missing, "listwise").")
      }
      if let errors, errors != .classical, errors != .bootstrap, errors != .replicates {
        throw DataFault.request(
          problem: "\(setting: .errors, errors.rawValue) needs rows that are complete",
          suggestion: "Use \(setting: .missing, "listwise"), or \(setting: .errors, "bootstrap").")
      }
      return try fit(
        to: moments ?? Moments(frame), outcome: frame.outcomes[outcome].columns.lowerBound,
        predictors: frame.always + frame.players)
    }
    if errors ?? LinearRegression.defaultErrors(for: frame) == .replicates {
      guard frame.replicates?.variance != nil else { throw ReplicateFault.withoutColumns(setting: .errors) }
      guard hasIntercept else {
        throw DataFault.request(
          problem: "Errors of replicate weights are those of a regression with an intercept",
          suggestion: "Keep the intercept, or use other \(setting: .errors).")
      }
      var estimate = try LeastSquares(frame, outcome: outcome, hasIntercept: true)
      estimate.findLoneUnits(frame, outcome: outcome)
      return Fit(estimate, variance: nil, errors: .replicates, confidence: confidence)
        .withReplicates(frame, outcome: frame.outcomes[outcome].columns.lowerBound)
    }
    let first = errors ?? (blocks == nil || !hasIntercept ? LinearRegression.defaultErrors(for: frame) : .jackknife)
    var estimate =
      try estimateFromMoments(of: frame, outcome: outcome, moments: moments, errors: first)
      ?? LeastSquares(frame, outcome: outcome, hasIntercept: hasIntercept)
    estimate.isClustered = frame.clusters != nil
    estimate.findLoneUnits(frame, outcome: outcome)
    let column = frame.outcomes[outcome].columns.lowerBound
    var kind = first
    if errors == nil, first == .jackknife, let blocks,
      !EstimationPolicy.trusts(estimate) || (try? estimate.requireSquares(blocks.products, outcome: column)) == nil
    {
      kind = LinearRegression.defaultErrors(for: frame)
    }
    if kind == .jackknife {
      let dealt = try blocks ?? dealt(frame)
      if estimate.residual > 0 { try estimate.requireSquares(dealt.products, outcome: column) }
      return Fit(estimate, variance: nil, errors: kind, confidence: confidence)
        .withJackknife(
          dealt.products, outcome: column,
          effective: (moments ?? Moments(frame)).effectiveCount)
    }
    return Fit(estimate, variance: try estimate.variance(kind), errors: kind, confidence: confidence)
  }

  /// Regresses the variable at `outcome` of the moments on those that the blocks name by their position there.
  ///
  /// Errors are classical. Pairwise or sampling-weighted moments do not determine them: then they are `nil`, with a note.
  /// Throws `DataFault.needsRows` for other kinds, `.constant`, `.tooFewRows`, and `.notPositiveDefinite` when no data can
  /// have such moments.
  /// - Precondition: the model has an intercept.
  public func fit(to moments: Moments, outcome: Int, predictors: [ModelFrame.Block]) throws -> Fit {
    try fit(to: moments, outcome: outcome, predictors: predictors, blocks: nil)
  }

  /// - Parameter blocks: of the rows behind the moments, which errors come from where no others are asked for.
  package func fit(
    to moments: Moments, outcome: Int, predictors: [ModelFrame.Block], blocks: BlockMoments?
  ) throws -> Fit {
    precondition(hasIntercept, "a regression without intercept is fitted from rows")
    if let errors, errors != .classical, errors != .bootstrap, errors != .replicates,
      errors != .jackknife || blocks == nil
    {
      throw DataFault.needsRows(
        analysis: "\(setting: .errors, errors.rawValue)",
        suggestion: "Use \(setting: .errors, "classical"), or give the data themselves.")
    }
    let estimate = try LeastSquares(moments, outcome: outcome, predictors: predictors)
    if let blocks, errors ?? .jackknife == .jackknife {
      return Fit(estimate, variance: nil, errors: .jackknife, confidence: confidence)
        .withJackknife(blocks.products, outcome: outcome, effective: moments.effectiveCount)
    }
    let kind = errors ?? .classical
    return Fit(estimate, variance: try estimate.variance(kind), errors: kind, confidence: confidence)
  }

  /// The rows of a frame in random blocks, which a design does not allow.
  private func dealt(_ frame: ModelFrame) throws -> BlockMoments {
    guard hasIntercept, frame.clusters == nil, frame.strata == nil, !frame.design.isFinite else {
      throw DataFault.request(
        problem:
          "\(setting: .errors, "jackknife") deals respondents one by one, which \(hasIntercept ? "a sampling design" : "a regression without intercept") does not allow",
        suggestion: "Use \(setting: .errors, hasIntercept ? "design" : "hc3").")
    }
    return BlockMoments(frame, dealing: RandomBlocks(seed: 1))
  }

  /// The estimates from the frame's moments where `EstimationPolicy` finds them as good as the rows' own.
  private func estimateFromMoments(
    of frame: ModelFrame, outcome: Int, moments: Moments?, errors: ErrorKind
  ) throws -> LeastSquares? {
    let blocks = frame.always + frame.players
    let predictors = blocks.reduce(0) { $0 + $1.columns.count }
    guard
      EstimationPolicy.mayUseMoments(of: frame, predictors: predictors, errors: errors, hasIntercept: hasIntercept)
    else { return nil }
    let moments = moments ?? Moments(frame)
    // What is not finite, or constant, is named by the rows' own check.
    guard moments.scatter.packed.allSatisfy(\.isFinite) else { return nil }
    var estimate = try LeastSquares(
      moments, outcome: frame.outcomes[outcome].columns.lowerBound, predictors: blocks)
    guard EstimationPolicy.trusts(estimate) else { return nil }
    if frame.weightsKind == .precision, let weights = frame.weights {
      estimate.logWeightSum = weights.reduce(0) { $0 + log($1) }
    }
    return estimate
  }

  /// The same with one numeric predictor per position.
  public func fit(to moments: Moments, outcome: Int, predictors: [Int]) throws -> Fit {
    try fit(
      to: moments, outcome: outcome,
      predictors: predictors.map {
        ModelFrame.Block(name: moments.names[$0], label: nil, columns: $0..<$0 + 1, isCategorical: false)
      })
  }

  /// The errors that fit the design of the frame.
  public static func defaultErrors(for frame: ModelFrame) -> ErrorKind {
    if frame.replicates?.variance != nil { return .replicates }
    if frame.weightsKind == .sampling || frame.strata != nil || frame.design.isFinite { return .design }
    return frame.clusters != nil ? .cluster : .hc3
  }
}
