public import Importance
package import LinearAlgebra
public import Measures
public import Regression
public import Resampling
public import Survey

/// The main analysis: a regression of each outcome on its drivers, their relative importance by one or more methods,
/// and what resampling says about how sure that is. A specification: options without data.
public struct DriverAnalysis: Sendable {
  /// How importance is divided; the first is the one that sentences are about.
  public var methods: [ImportanceMethod]
  /// `nil`: linearised under sampling weights, clustered when there are clusters, else HC3 from rows (of very
  /// many, blocks left out in turn) and classical from moments.
  public var errors: LinearRegression.ErrorKind?
  /// How many resamples, from which seed, and which intervals they give.
  public var bootstrap: BootstrapSpecification
  /// Dominance needs every subset of drivers; it can be switched off.
  public var dominance: Bool
  /// Exchanges of each driver's rows for its permutation test; 0: none.
  public var permutations: Int
  /// Folds of the cross-validation; 0: none. `nil`: ten where there are rows, and not too many of them.
  public var folds: Int?
  /// Whether the regressions are examined: influence, specification tests, collinearity.
  public var diagnostics: Bool
  /// Blocks of a hierarchical regression, every covariate and driver in one; empty: none.
  public var blocks: [AnalysisRoles.ModelBlock]
  /// What sort of correlations everything starts from; another than `.pearson` gives standardised coefficients.
  public var correlation: CorrelationMethod
  /// How constructs are scored and corrected; `fit(toItems:)` is for what needs their items.
  public var scoring: ConstructScoring

  public init(
    methods: [ImportanceMethod] = [.lmg], errors: LinearRegression.ErrorKind? = nil,
    bootstrap: BootstrapSpecification = BootstrapSpecification(), dominance: Bool = true, permutations: Int = 0,
    folds: Int? = nil, diagnostics: Bool = false, blocks: [AnalysisRoles.ModelBlock] = [],
    correlation: CorrelationMethod = .pearson, scoring: ConstructScoring = ConstructScoring()
  ) {
    precondition(!methods.isEmpty, "at least one method")
    precondition(permutations >= 0, "a number of permutations is not negative")
    precondition(folds != 1 && folds ?? 0 >= 0, "at least two folds, or none")
    self.methods = methods
    self.errors = errors
    self.bootstrap = bootstrap
    self.dominance = dominance
    self.permutations = permutations
    self.folds = folds
    self.diagnostics = diagnostics
    self.blocks = blocks
    self.correlation = correlation
    self.scoring = scoring
  }

  /// A number with the ends of its interval; the ends are `nil` without resampling, or where none is defined.
  public struct Estimated: Sendable, Equatable {
    /// `nil` where it is not defined.
    public var value: Double?
    /// Lower end of the interval.
    public var low: Double?
    /// Upper end of the interval.
    public var high: Double?

    public init(value: Double?, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// One driver under one method.
  public struct DriverImportance: Sendable {
    /// In units of the method: for lmg a part of R².
    public var importance: Estimated
    /// importance / the sum over drivers.
    public var share: Estimated
    /// 1 is the largest; drivers without importance have none.
    public var rank: Int?
    /// The best rank that the data leave open, for all drivers at once; `nil` without resamples.
    public var rankLow: Int?
    /// The worst rank that the data leave open.
    public var rankHigh: Int?
    /// How often it is first when the shares are drawn in towards each other as far as their error warrants: calibrated where
    /// the frequency of resamples is too sure of itself.
    public var frequencyOfFirst: Double?
    /// Of the test that exchanges the driver's rows: could a driver unrelated to everything reach this importance?
    public var permutationPValue: Double?
    /// The frequency of resamples in which it came first, as it is.
    public var resampledFrequencyOfFirst: Double?
    /// Whether the data leave open that it is first: a test of its own (`RankUncertainty.mayBeFirst`).
    public var mayBeFirst: Bool?
    /// The share drawn in towards the others; `nil` without resamples.
    public var shrunkenShare: Double?
    /// Of the driver with the largest share alone: the interval that allows for its having been picked as the largest.
    public var leaderInterval: Interval?
  }

  /// The share of one driver against another's.
  public struct Difference: Sendable {
    /// Into `Fit.players`.
    public var driver: Int
    /// The driver compared with, into `Fit.players`.
    public var versus: Int
    /// Share of `driver` less the share of `versus`.
    public var difference: Estimated
  }

  /// All drivers under one method.
  public struct MethodFit: Sendable {
    /// How importance was divided.
    public var method: ImportanceMethod
    /// In the order of `Fit.players`.
    public var drivers: [DriverImportance]
    /// Every pair once, the earlier driver first.
    public var differences: [Difference]
    /// Draws of the true shares (`ShareUncertainty`); `nil` without resamples.
    var draws: ShrunkenDraws?
  }

  /// What one outcome's regression and importance come to.
  public struct OutcomeFit: Sendable {
    /// Its name, label and column.
    public var outcome: ModelFrame.Block
    /// All covariates and drivers together.
    public var regression: LinearRegression.Fit
    /// R² with the interval of the population's: analytic where there is one, else from the spread of the resamples.
    public var rSquared: Estimated
    /// R² of the covariates that always stay; 0 without any. What the drivers add is R² less this, which is what lmg divides.
    public var rSquaredAlways: Double
    /// The same adjusted for the number of terms; 0 without covariates.
    public var adjustedRSquaredAlways: Double {
      let terms = regression.terms.count { term in
        !term.isDropped && term.blockIndex.map { $0 < regression.blocks.count - signs.count } ?? false
      }
      guard terms > 0, let free = Optional(regression.n - 1 - Double(terms)), free > 0 else { return 0 }
      return 1 - (1 - rSquaredAlways) * (regression.n - 1) / free
    }
    /// Of each player, the sign of its coefficient in the full model: −1, 0, 1; `nil` for groups and categories.
    public var signs: [Int?]
    /// Of each player with the outcome, nothing held constant; of a group that of the mean of its items. `nil` for categories.
    public var correlations: [Double?] = []
    /// In the order of the specification's methods.
    public var methods: [MethodFit]
    /// Comparisons of every pair of drivers; `nil` where subsets were not all worked out.
    public var dominance: DominanceFit?
    /// Points of the outcome per ten points of the player's performance, the others held where they are; `nil` without a scale.
    public var effects: [Double?]
    /// With the confidence of the regression, from its errors.
    public var effectIntervals: [Interval?] = []
    /// The same when the others move along as they do among the respondents: cov(x, y)/var(x).
    public var ceilings: [Double?] = []
    /// Of the outcome; `nil` where the moments have none.
    public var mean: Double?
    /// Which coefficients make up an effect.
    package var effectTerms: [[EffectTerm]?] = []
    /// Of the effects, NaN where it is not known; `nil` without errors.
    package var effectCovariance: SymmetricMatrix?
    /// Standard errors that an interval of effects reaches to each side: of t, or without degrees of freedom of the normal.
    package var effectQuantile: Double?
    /// How players' performance and the outcome vary together; `nil` where the moments do not hold the outcome.
    package var movement: PlayerMovement?
    /// R² in rows that the regression had not seen; `nil` without rows.
    public var crossValidatedRSquared: Double?
    /// What each block adds; empty unless blocks are asked for.
    public var blocks: [HierarchicalRegression.Step] = []
    /// `nil` unless asked for.
    public var diagnostics: RegressionDiagnostics?

    /// Whether more of the player goes with less of the outcome, by itself as well as beside the others: no suppressor, but a
    /// scale turned round, or something that one wants less of.
    public func isAgainst(_ player: Int) -> Bool {
      guard correlations.indices.contains(player), let correlation = correlations[player] else { return false }
      let own = signs[player] ?? effects[player].map { $0 < 0 ? -1 : 1 }
      return correlation < 0 && own == -1
    }
  }

  /// The analysis of all outcomes, complete.
  public struct Fit: Sendable {
    /// The options that the fit was made with.
    public var specification: DriverAnalysis
    /// The drivers, in the order that every array of drivers has.
    public var players: [ModelFrame.Block]
    /// In the order of the roles.
    public var outcomes: [OutcomeFit]
    /// Mean of each player's items on 0–100 of their scale.
    public var performance: [Estimated]
    /// The fewest respondents who rated one of the player's items: those whom `performance` is of, whether they answered
    /// everything else or not. `nil` without items or rows.
    public var performanceCounts: [Double?] = []
    /// Mean stated importance on 0–100.
    public var stated: [Estimated]
    /// Respondents: rows, or the sum of frequency weights.
    public var n: Double
    /// Rows used; `nil` when only moments were given.
    public var rowsUsed: Int?
    /// `nil` when only moments were given.
    public var rowLoss: RowLoss?
    /// Respondents with missing answers count with what they answered: `n` are more than the sums rest on, and tests must not take
    /// it for the information that there is.
    public var countsIncomplete = false
    /// How missing answers were imputed; `nil` where they were not.
    public var imputation: ImputationStory?
    /// What mediators carry of effects and importance; `nil` where none are named.
    public var through: Through?
    /// The numbers of each completed data, in the layout of a replicate.
    package var imputedPoints: [[Double]] = []
    /// Replicates that succeeded, and those that failed, by reason.
    public var replicatesUsed: Int
    /// Resamples that gave no numbers, by reason.
    public var failures: [(reason: String, count: Int)]
    /// What the analyst should know, of the data and of every outcome.
    public var notes: [Note]
    /// The numbers behind the intervals: for the matrix, which reads quadrants off every replicate.
    package var resampled: Resampled?
    package var layout: ReplicateLayout
    package var point: [Double]

    /// What the rows behind a fit say of it.
    mutating func describe(_ frame: ModelFrame) {
      rowsUsed = frame.rowCount
      rowLoss = RowLoss(frame)
      count(frame.performanceMeans)
    }

    mutating func count(_ ratings: RatingMeans) {
      performanceCounts = players.indices.map { ratings.count(ofPlayer: $0) }
    }
  }
}

/// Where the numbers of a replicate stand: for each outcome what `ImportanceEngine` writes (R², R²_always, importance by
/// method and player, signs) and, when errors are resampled, the coefficients; then performance and stated importance of
/// each player, and what mediators carry.
package struct ReplicateLayout: Sendable {
  package let outcomes: Int
  package let players: Int
  package let engineWidth: Int
  /// Coefficients per outcome, the intercept included; 0 when none are kept.
  package let terms: Int
  /// What `CarriedSplit` writes; 0 without mediators.
  var splitWidth = 0

  private var outcomeWidth: Int { engineWidth + terms }
  package var width: Int { outcomes * outcomeWidth + 2 * players + splitWidth }

  package func engine(_ outcome: Int) -> Range<Int> {
    outcome * outcomeWidth..<outcome * outcomeWidth + engineWidth
  }
  package func rSquared(_ outcome: Int) -> Int { outcome * outcomeWidth + ImportanceEngine.rSquaredColumn }
  package func importance(_ outcome: Int, method: Int) -> Range<Int> {
    let start = outcome * outcomeWidth + 2 + method * players
    return start..<start + players
  }
  package func coefficients(_ outcome: Int) -> Range<Int> {
    let start = outcome * outcomeWidth + engineWidth
    return start..<start + terms
  }
  package var performance: Range<Int> {
    outcomes * outcomeWidth..<outcomes * outcomeWidth + players
  }
  /// Writes the importance of the sample itself; what is not defined stays NaN.
  func write(_ fit: ImportanceFit, outcome: Int, into point: inout [Double]) {
    let start = engine(outcome).lowerBound
    point[start + ImportanceEngine.rSquaredColumn] = fit.rSquared
    point[start + ImportanceEngine.rSquaredAlwaysColumn] = fit.rSquaredAlways
    for (m, values) in fit.importance.enumerated() {
      for (column, value) in zip(importance(outcome, method: m), values) { point[column] = value ?? .nan }
    }
  }

  package var stated: Range<Int> { performance.upperBound..<performance.upperBound + players }
  var split: Range<Int> { stated.upperBound..<stated.upperBound + splitWidth }
}
