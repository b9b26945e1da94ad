import LinearAlgebra
public import Measures
import Platform
import Probability
public import Survey

/// Hierarchical regression: blocks of predictors entered one after the other, what each adds to R², and whether that may
/// be chance.
///
/// The test of a block is that of its coefficients in the model *up to that block*. With classical errors it is the F of
/// the change, F = (ΔR²/q)/((1 − R²)/ν), with the residual of that model (SPSS's "F Change", R's `anova` of two models);
/// with other errors it is Wald's b'V⁻¹b/q on that model's degrees of freedom (`car::linearHypothesis`,
/// `survey::regTermTest`). Both are one formula: with classical errors Wald's statistic is F.
public struct HierarchicalRegression: Sendable {
  /// `nil`: those that fit the design of the rows.
  public var errors: LinearRegression.ErrorKind?
  /// Of intervals, 0 … 1.
  public var confidence: Double

  public init(errors: LinearRegression.ErrorKind? = nil, confidence: Double = 0.95) {
    self.errors = errors
    self.confidence = confidence
  }

  /// One block, entered after those before it.
  public struct Step: Sendable, Equatable {
    /// The block's name.
    public var block: String
    /// The names of its drivers and covariates.
    public var members: [String]
    /// Columns that it adds; those that depend on earlier ones do not count.
    public var addedTerms: Double
    /// Of the model up to this block.
    public var rSquared: Double
    /// Of the model up to this block, adjusted for the number of terms.
    public var adjustedRSquared: Double
    /// R² less that of the model before.
    public var change: Double
    /// Of the change; infinite for a perfect fit, `nil` when errors are not known by formula.
    public var fStatistic: Double?
    /// Columns of the model up to this block.
    public var modelDegrees: Double
    /// Denominator degrees of freedom of the test; `nil`: infinite, or no test.
    public var residualDegrees: Double?
    /// Small: the block adds something to those before it.
    public var pValue: Double?
  }

  /// Enters the blocks into a regression of outcome number `outcome` on the frame's rows.
  ///
  /// Throws as `LinearRegression.fit(to:outcome:)` does.
  public func fit(to frame: ModelFrame, outcome: Int, blocks: [AnalysisRoles.ModelBlock]) throws -> [Step] {
    try fit(to: frame, outcome: outcome, blocks: blocks, rows: nil)
  }

  /// - Parameter rows: random blocks of the frame's rows, which errors come from by default.
  package func fit(
    to frame: ModelFrame, outcome: Int, blocks: [AnalysisRoles.ModelBlock], rows: BlockMoments?
  ) throws -> [Step] {
    let known = frame.always + frame.players
    return try steps(blocks, known) { entered in
      var part = frame
      part.always = []
      part.players = entered
      return try LinearRegression(errors: errors, confidence: confidence).fit(
        to: part, outcome: outcome, moments: nil, blocks: rows)
    }
  }

  /// The same from moments: classical errors, or none.
  public func fit(
    to moments: Moments, outcome: Int, predictors: [ModelFrame.Block], blocks: [AnalysisRoles.ModelBlock]
  ) throws -> [Step] {
    try fit(to: moments, outcome: outcome, predictors: predictors, blocks: blocks, rows: nil)
  }

  /// - Parameter rows: random blocks of the rows behind the moments, which errors come from.
  package func fit(
    to moments: Moments, outcome: Int, predictors: [ModelFrame.Block], blocks: [AnalysisRoles.ModelBlock],
    rows: BlockMoments?
  ) throws -> [Step] {
    try steps(blocks, predictors) { entered in
      try LinearRegression(errors: errors, confidence: confidence)
        .fit(to: moments, outcome: outcome, predictors: entered, blocks: rows)
    }
  }

  private func steps(
    _ blocks: [AnalysisRoles.ModelBlock], _ known: [ModelFrame.Block],
    _ fit: ([ModelFrame.Block]) throws -> LinearRegression.Fit
  ) throws -> [Step] {
    var entered: [ModelFrame.Block] = []
    var before = (rSquared: 0.0, terms: 0.0)
    return try blocks.map { block in
      let first = entered.count
      entered += block.members.map { name in
        guard let member = known.first(where: { $0.name == name }) else {
          preconditionFailure("the block '\(block.name)' has the member '\(name)', which no predictor is called")
        }
        return member
      }
      let model = try fit(entered)
      let test = model.waldTest(ofBlocks: first..<entered.count)
      defer { before = (model.rSquared, model.dfModel) }
      return Step(
        block: block.name, members: block.members, addedTerms: model.dfModel - before.terms,
        rSquared: model.rSquared, adjustedRSquared: model.adjustedRSquared,
        change: max(0, model.rSquared - before.rSquared), fStatistic: test?.statistic, modelDegrees: model.dfModel,
        residualDegrees: test == nil ? nil : model.dfResidual, pValue: test?.pValue)
    }
  }
}

extension LinearRegression.Fit {
  /// The p-value of F of the part of R² that the blocks from this one on add, errors of equal variance taken for granted; `nil`
  /// for a perfect fit.
  package func changeTest(of change: Double, fromBlock first: Int) -> Double? {
    let added = Double(terms.count { !$0.isDropped && ($0.blockIndex ?? -1) >= first })
    let free = n - dfModel - (estimate.hasIntercept ? 1 : 0)
    guard added > 0, free > 0, rSquared < 1 else { return rSquared < 1 ? nil : 0 }
    return FDistribution(numerator: added, denominator: free).upperTail(change / added / ((1 - rSquared) / free))
  }

  /// The test that all coefficients of some blocks are zero: F = b'V⁻¹b/q; `nil` when V is not known, singular, or has no
  /// degrees of freedom. Upper tail of F on q and `dfResidual` degrees of freedom.
  package func waldTest(ofBlocks chosen: Range<Int>) -> (statistic: Double, pValue: Double)? {
    guard let covariance = knownCovariance, errors != .classical || dfResidual != nil else { return nil }
    let reported = terms.filter { $0.estimate != nil }
    let positions = reported.indices.filter { reported[$0].blockIndex.map(chosen.contains) ?? false }
    guard !positions.isEmpty, covariance.order == reported.count else { return nil }
    if let pooled { return pooled.test(of: positions).map { ($0.statistic, $0.pValue) } }
    let estimates = positions.map { reported[$0].estimate! }
    let deviations = positions.map { max(covariance[$0, $0], 0).squareRoot() }
    // A perfect fit leaves no error at all.
    if deviations.allSatisfy({ $0 == 0 }) { return estimates.contains { $0 != 0 } ? (.infinity, 0) : nil }
    guard deviations.allSatisfy({ $0 > 0 }) else { return nil }
    var correlation = covariance.selecting(positions)
    for i in 0..<correlation.order {
      for j in 0...i { correlation[i, j] /= deviations[i] * deviations[j] }
    }
    var sweep = Sweep(correlation)
    for i in 0..<correlation.order where !sweep.sweep(i) { return nil }
    guard let factor = try? Cholesky(correlation) else { return nil }
    let t = zip(estimates, deviations).map { $0 / $1 }
    let count = Double(positions.count)
    let statistic = zip(t, factor.solve(t)).reduce(0) { $0 + $1.0 * $1.1 } / count
    let degrees = errors == .bootstrap ? Double.infinity : dfResidual ?? .nan
    guard !degrees.isNaN else { return nil }
    return (statistic, FDistribution(numerator: count, denominator: degrees).upperTail(statistic))
  }
}
