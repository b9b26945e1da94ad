import Structural
public import Measures
public import Reliability
public import Survey

/// Everything that a report tells of a study: its answers described, its drivers, its constructs; of the whole and of groups.
///
/// What the data do not hold is absent, and a note says so where that does not go without saying.
public struct StudyReport: Sendable {
  /// The whole sample, or one group of it.
  public struct View: Sendable {
    /// The grouping columns, their values, and what the values are called; `nil` of the whole.
    public var by: String?
    /// The values of the grouping columns; `nil` of the whole.
    public var value: String?
    /// What the values are called.
    public var label: String?
    /// Respondents; `nil` where no rows were read.
    public var respondents: Double?
    /// Items one by one; `nil` without rows.
    public var items: [ItemDescription]?
    /// What of the answers is worth a look.
    public var quality: [QualityCheck] = []
    /// As `drivers` prints them; `nil` where they cannot be analysed.
    public var drivers: AnalysedGroup?
    /// As `ipa` prints it, with a map for each measure of importance; `nil` where drivers have no performance.
    public var matrix: AnalysedGroup?

    /// `segment = New customers`; `nil` of the whole.
    public var title: String? { GroupedFit(by: by, value: value, label: label, fit: ()).title }
  }

  /// What the study is called.
  public var title: String?
  /// The whole, then the groups in order of their values.
  public var views: [View]
  /// What each part was made of, by verb; only of parts that are there.
  public var runs: [(verb: Verb, run: RunDescription)] = []
  /// Scores and shares compared between the groups that are shown.
  public var shareDifferences: [ShareDifference] = []
  /// Of the whole, in a study with constructs.
  public var reliability: StudyResult<ReliabilityAnalysis.Fit>?
  /// Of the whole, in a study with constructs.
  public var factors: FactorStudy?
  /// The model of constructs and paths, of the whole, in a study that has one.
  public var structural: StructuralStudy?
  /// What the analyst must know, of every part.
  public var notes: [Note] = []
  /// Counts of fewer respondents are not told.
  public var smallestCell: Int
  /// How loadings are shown.
  public var factorSettings = FactorSettings()
  /// Every group of the grouping columns was large enough to be shown, and every respondent is in one.
  public var isWhollyGrouped = true

  /// Of the whole: those read, or of a matrix without drivers those that its path model is of.
  public var respondents: Double? {
    views[0].respondents ?? (views[0].drivers == nil ? structural?.result.groups.first?.fit.statistics.n : nil)
  }

  /// The run of a verb.
  public func run(_ verb: Verb) -> RunDescription? { runs.first { $0.verb == verb }?.run }
}
