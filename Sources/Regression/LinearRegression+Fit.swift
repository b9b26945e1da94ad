public import LinearAlgebra
public import Measures
public import Survey

extension LinearRegression {
  /// A fitted regression: one row per term, and what the model explains.
  public struct Fit: Sendable {
    /// What an interval of R² rests on.
    public enum RSquaredBasis: String, Sendable {
      /// What each row does to R², whatever the errors (see `RSquaredInfluence`).
      case influence
      /// Errors that are independent, normal and of equal variance (see `RSquaredInterval`).
      case normalTheory
    }

    /// One row of the table of coefficients. What is not defined, or not known from these data, is `nil`.
    public struct Term: Sendable, Equatable {
      /// `(Intercept)`, a variable's or composite's name, or `variable=level`.
      public let name: String
      /// Into `blocks`; `nil` for the intercept.
      public let blockIndex: Int?
      /// The column depends on columns before it, and has no coefficient.
      public let isDropped: Bool
      public internal(set) var estimate: Double?
      public internal(set) var stdError: Double?
      /// estimate / stdError; infinite when the fit is perfect.
      public internal(set) var statistic: Double?
      /// Of Student's t; `nil` for the normal distribution.
      public internal(set) var df: Double?
      /// Two-sided.
      public internal(set) var pValue: Double?
      public internal(set) var low: Double?
      public internal(set) var high: Double?
      /// b·s_x/s_y, with weighted standard deviations.
      public internal(set) var beta: Double?
      /// Correlation of what is left of the term and of the outcome after all other terms: ±√(q/(q + rss)) with
      /// q = b²/[(X'WX)⁻¹]ⱼⱼ, the sum of squares that the term adds last.
      public internal(set) var partialCorrelation: Double?
      /// Correlation of what is left of the term with the whole outcome: ±√(q/tss). Its square is what R² would lose.
      public internal(set) var partCorrelation: Double?
      /// Variance inflation 1/(1 − R²ⱼ); for the indicators of a categorical variable its generalised one, the same on
      /// each (Fox & Monette 1992, doi:10.1080/01621459.1992.10475190).
      public internal(set) var vif: Double?
    }

    /// Its name.
    public let outcome: String
    /// Covariates, then players.
    public let blocks: [ModelFrame.Block]
    /// The intercept first, then one per predictor column.
    public internal(set) var terms: [Term]
    /// Where the standard errors come from.
    public internal(set) var errors: ErrorKind
    /// Of intervals, 0 … 1.
    public let confidence: Double
    /// Of the terms with an estimate, in their order; `nil` when it is not known. So it is when the error of one of
    /// them is not known.
    public internal(set) var covariance: SymmetricMatrix?

    /// Respondents: rows of positive weight, or the sum of frequency weights.
    public let n: Double
    /// Share of the outcome's variance that the model explains.
    public internal(set) var rSquared: Double
    /// Of the population's R², the predictors random; `nil` where these data do not tell it.
    public internal(set) var rSquaredLow: Double?
    public internal(set) var rSquaredHigh: Double?
    /// What the interval of R² rests on; `nil` without one, and for one that was given.
    public internal(set) var rSquaredBasis: RSquaredBasis?
    /// 1 − (1 − R²)(n − 1)/(n − k).
    public internal(set) var adjustedRSquared: Double
    /// √(Σwe²/(n − k)); sampling weights are first brought to mean 1.
    public internal(set) var sigma: Double
    /// F of all predictors together; with other than classical errors Wald's χ²/df_model. Infinite for a perfect fit.
    public internal(set) var fStatistic: Double?
    /// Columns with a coefficient, the intercept not counted.
    public let dfModel: Double
    /// Of the F; `nil`: infinite.
    public internal(set) var dfResidual: Double?
    public internal(set) var pValue: Double?
    /// Normal likelihood at the estimates; `nil` under sampling weights, which have none.
    public internal(set) var logLikelihood: Double?
    public internal(set) var notes: [Note]

    let estimate: LeastSquares
    /// The covariance, NaN in the rows of terms whose error is not known.
    var knownCovariance: SymmetricMatrix?
    /// Of several completed data: the terms with an estimate; `nil` of one.
    package internal(set) var pooled: PooledVector?

    /// Blocks whose every coefficient rests on one respondent or cluster: resamples without it know nothing of them.
    package var loneBlocks: Set<Int> {
      var lone = Set(
        estimate.lone.undetermined(.bootstrap, hasClusters: estimate.isClustered).map { estimate.reportedPositions[$0] }
      )
      lone.formUnion(estimate.loneTerms.map(estimate.position))
      lone.formUnion(termsOnOneBlock)
      return Set(
        blocks.indices.filter { block in
          let own = terms.indices.filter { terms[$0].blockIndex == block && !terms[$0].isDropped }
          return !own.isEmpty && own.allSatisfy(lone.contains)
        })
    }

    /// Terms whose coefficient the rows without some random block do not tell, so that leaving blocks out gives it no error.
    private var termsOnOneBlock: [Int] {
      errors == .jackknife ? terms.indices.filter { terms[$0].estimate != nil && terms[$0].stdError == nil } : []
    }

    /// Whether some coefficient rests on one random block, which only the rows say more of.
    package var restsOnOneBlock: Bool { !termsOnOneBlock.isEmpty }

    /// The term of that name.
    public func term(_ name: String) -> Term? { terms.first { $0.name == name } }
  }
}

/// Least squares tells what every fitted model does; criteria count σ as a parameter (as R does).
extension LinearRegression.Fit: FittedModel {
  /// The terms' names, in their order.
  public var coefficientNames: [String] { terms.map(\.name) }
  /// The terms' estimates.
  public var estimates: [Double?] { terms.map(\.estimate) }
  /// Of the terms' t; `nil` for the normal distribution.
  public var testDegrees: Double? { dfResidual }
  /// Coefficients and σ.
  public var parameterCount: Double { estimate.parameters + 1 }
}
