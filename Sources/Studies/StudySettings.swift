public import Insight
public import Languages
public import Measures
public import Regression
public import Rendering
public import Resampling
public import Survey
public import SurveyFiles

/// How a study is read and analysed: every choice that shapes a result and is no column of the data.
///
/// Which columns play which part, and how missing answers and weights are treated, is the `StudySpecification`'s. What is
/// `nil` was not said; each verb then takes its own default.
public struct StudySettings: Sendable, Equatable {
  /// Resampling.
  public struct Bootstrap: Sendable, Equatable {
    /// Resamples; 0 switches resampling off.
    public var replicates: Int?
    /// Replicate i draws from random stream i of this seed.
    public var seed: UInt64?
    /// How intervals are read off the resamples.
    public var interval: IntervalKind?

    /// What was said of resamples.
    public init(replicates: Int? = nil, seed: UInt64? = nil, interval: IntervalKind? = nil) {
      self.replicates = replicates
      self.seed = seed
      self.interval = interval
    }
  }

  /// Bytes between the fields of a data file; `nil`: recognised.
  public var separator: FieldSeparator?
  /// The mark before the decimals of a data file; `nil`: recognised.
  public var decimal: DecimalMark?
  /// The encoding of the data file's texts, by a name that iconv knows; `nil`: as the file says, or recognised.
  public var encoding: String?
  /// The sheet of a workbook, by name or number; `nil`: the first that holds a table.
  public var sheet: String?
  /// Answers in words that are on no scale that is known, the worst or least first, by columns.
  public var levels: [GivenLevels] = []
  /// The source is a file of moments, or of sums by block, that stands in for the study's data.
  public var takesMoments = false
  /// Rows are summed and not kept, however few they are.
  public var keepsNoRows = false

  /// The patterns of a verb that has no outcome: columns or constructs instead of those of the study.
  public var variables: [String]?
  /// Constructs of `reliability` instead of those of the study.
  public var namedConstructs: [StudySpecification.Group] = []

  /// Measures of importance in the order in which they are shown; empty: lmg.
  public var methods: [ImportancePerformance.Importance] = []
  /// The errors of coefficients; `nil`: as weights and design ask for.
  public var errors: LinearRegression.ErrorKind?
  /// What sort of correlation drivers and factors start from; `nil`: Pearson's.
  public var correlation: CorrelationMethod?
  /// How constructs become columns; `nil`: as means of items.
  public var scoreMethod: ConstructScoring.Scores?
  /// What importance is corrected for; `nil`: nothing.
  public var correction: ErrorCorrection?
  /// Given reliabilities by name, above 0 and at most 1.
  public var reliabilities: [String: Double] = [:]
  /// Where the lines of the importance–performance matrix stand; `nil`: at the means.
  public var crosshair: CrosshairRule?
  /// Exchanges of each driver's rows for its permutation test; 0 or `nil`: none.
  public var permutations: Int?
  /// Folds of the cross-validation; 0: none.
  public var folds: Int?
  /// What may carry the effects of the drivers, constructs or columns, for `drivers` to split them; empty: nothing.
  public var through: [String] = []
  /// Tests of the model's assumptions, influence of single rows, collinearity.
  public var diagnostics: Bool?

  /// Of resamples.
  public var bootstrap = Bootstrap()
  /// Coverage of every interval, in (0, 1); `nil`: 0.95.
  public var confidence: Double?

  /// How often missing answers are drawn; `nil`: as often as the fraction of missing information asks for.
  public var imputations: Int?
  /// How they are drawn: a method for all numbers, or `name=method`.
  public var imputationMethods: [String] = []
  /// Respondents are resampled first and every resample imputed anew; `nil`: resamples are of the completed data.
  public var imputesResamples: Bool?

  /// How intervals of shares and net promoter scores are made; `nil`: adjusted.
  public var shareInterval: ShareIntervalKind?

  /// How pictures are drawn.
  public var figure = FigureSettings()

  /// The smallest count of respondents that a report tells; `nil`: 5.
  public var smallestCell: Int?

  /// Of `factor`.
  public var factor = FactorSettings()
  /// Of models of constructs and paths.
  public var structural = StructuralSettings()
  /// Of what carries effects.
  public var mediation = MediationSettings()
  /// Of `correlate`.
  public var correlate = CorrelateSettings()
  /// The language of documents; `nil`: English.
  public var language: Language?
  /// Numbers for people have a decimal comma; `nil`: a point.
  public var usesDecimalComma: Bool?
  /// The one table that is asked for; `nil`: all of the verb's.
  public var table: String?

  /// Nothing said.
  public init() {}

  /// The bootstrap of a verb with so many resamples when nothing is said.
  func bootstrap(replicates: Int) -> BootstrapSpecification {
    BootstrapSpecification(
      replicates: bootstrap.replicates ?? replicates, seed: bootstrap.seed ?? 1,
      interval: bootstrap.interval ?? .percentile, confidence: confidence ?? 0.95)
  }
}

/// What importance can be corrected for.
public enum ErrorCorrection: String, Sendable, CaseIterable {
  /// The error of measurement, by reliabilities.
  case reliability
  /// The same, by a factor model of all constructs.
  case cfa
}
