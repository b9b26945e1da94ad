public import LinearAlgebra
public import Resampling
public import Survey

/// Correlations of every kind between the variables of a survey. A specification: options without data.
///
/// | method | estimate | interval | p-value |
/// |---|---|---|---|
/// | pearson | product moments | Fisher's z, s.e. by leaving each respondent out (`DeletedCorrelation`), t with n − 2 df; `classical`, and of a matrix: 1/√(n − 3), normal | t with n − 2 df |
/// | spearman | Pearson's r of midranks | Fisher's z, s.e. √((1 + ρ²/2)/(n − 3)) (Bonett & Wright 2000, doi:10.1007/BF02294183) | exact of at most nine respondents without ties, else t with n − 2 df |
/// | kendall | τ-b | Fisher's z of τ, s.e. from each row's part (Hájek's projection), right under ties | exact of at most nine respondents without ties, else normal, variance corrected for ties |
/// | partial | from the inverse of the matrix; given `always`, from what these covariates leave | Fisher's z, s.e. from the rows' parts, t with n − 2 − k df; `classical`, and of a matrix: 1/√(n − 3 − k), normal | t with n − 2 − k df |
/// | polychoric, polyserial | two-step maximum likelihood | Fisher's z, s.e. from the asymptotic covariance (Muthén 1984, doi:10.1007/BF02294210) | score test at ρ = 0 (`ScoreTest`) |
///
/// With sampling weights, clusters or strata all of them are weighted, and errors come from the rows' parts (linearisation)
/// summed by cluster within strata, interval and test from Fisher's z with a t of the design's degrees of freedom (of polychoric and polyserial correlations the score test's).
/// `mixed` takes whole numbers with at most `largestScale` different answers for ratings, everything else as measured.
public struct CorrelationAnalysis: Sendable, Equatable {
  /// The largest number of different answers that a rating may have.
  public static let largestScale = 11

  /// What sort of correlation each pair gets.
  public var method: CorrelationMethod
  /// What p-values are adjusted for.
  public var adjustment: PValueAdjustment
  /// Variables that `mixed` takes for ratings, or for measured, whatever they look like.
  public var ordinal: [String]
  /// Variables that count as measured whatever their values look like.
  public var continuous: [String]
  /// Of Pearson's and partial correlations of independent rows.
  public var errors: CorrelationErrors
  /// Resampled intervals when there are replicates; `confidence` is that of every interval.
  public var bootstrap: BootstrapSpecification

  public init(
    method: CorrelationMethod = .pearson, adjustment: PValueAdjustment = .none, ordinal: [String] = [],
    continuous: [String] = [], errors: CorrelationErrors = .influence,
    bootstrap: BootstrapSpecification = BootstrapSpecification(replicates: 0)
  ) {
    self.method = method
    self.adjustment = adjustment
    self.ordinal = ordinal
    self.continuous = continuous
    self.errors = errors
    self.bootstrap = bootstrap
  }

  /// Two variables; `b` is the earlier one, so that pairs run along the rows of the lower triangle.
  public struct Pair: Sendable, Equatable {
    /// The earlier variable, into `Fit.names`.
    public var a: Int
    /// The later variable, into `Fit.names`.
    public var b: Int
    /// What the number is: with `mixed` one of three.
    public var method: CorrelationMethod
    /// −1 … 1.
    public var correlation: Double
    /// Respondents with both answers; with frequency weights their sum.
    public var n: Double
    /// Of the correlation itself; `nil` where none is known.
    public var standardError: Double?
    /// Lower end of its interval; `nil` at ±1 and where none is known.
    public var low: Double?
    /// Upper end of its interval.
    public var high: Double?
    /// Two-sided, of no correlation; adjusted as the specification says.
    public var pValue: Double?
    /// Whether the p-value counts all orders of the answers, where the method's usual one is an approximation.
    public var isExact = false

    public init(a: Int, b: Int, method: CorrelationMethod, correlation: Double, n: Double) {
      self.a = a
      self.b = b
      self.method = method
      self.correlation = correlation
      self.n = n
    }
  }

  /// Every pair of the variables, complete.
  public struct Fit: Sendable {
    /// The options that the fit was made with.
    public var specification: CorrelationAnalysis
    /// The variables, in the order of rows of the matrix.
    public var names: [String]
    /// Their labels; `nil` where there is none.
    public var labels: [String?]
    /// Row by row of the lower triangle, without the diagonal.
    public var pairs: [Pair]
    /// What the partial correlations hold constant, when it is not simply all other variables.
    public var always: [String]
    /// Respondents: rows used, with frequency weights their sum; with pairwise deletion the smallest count of any pair,
    /// which is the n that enters a χ² later.
    public var n: Double
    /// Σw over the rows used; n without weights.
    public var sumOfWeights: Double
    /// Σw² over the rows used; n without weights.
    public var sumOfSquaredWeights: Double
    /// How missing answers were treated.
    public var missing: MissingTreatment
    /// What weights mean; `nil` without any.
    public var weightsKind: WeightsKind?
    /// Rows with an answer to anything that counts; `nil` from a matrix.
    public var rowsUsed: Int?
    /// `nil` when only moments were given.
    public var rowLoss: RowLoss?
    /// Resamples that gave numbers; 0 when none were asked for.
    public var replicatesUsed: Int
    /// What the analyst should know.
    public var notes: [Note]

    /// All correlations, 1 on the diagonal.
    public var matrix: SymmetricMatrix {
      var result = SymmetricMatrix(order: names.count)
      for i in names.indices { result[i, i] = 1 }
      for pair in pairs { result[pair.a, pair.b] = pair.correlation }
      return result
    }
  }
}
