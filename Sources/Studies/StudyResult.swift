public import Insight
public import Measures
public import Survey

/// What came of a study, or of every group of it.
public struct StudyResult<Fit: Sendable>: Sendable {
  /// One per value of the grouping columns, in order of the values; a single one without them.
  public var groups: [GroupedFit<Fit>]
  /// What the study is called.
  public var title: String?
  /// What the result was made of.
  public var run: RunDescription
  /// What the analyst must know of the data and of the run; each fit has its own notes.
  public var notes: [Note]
  /// The titles of groups that could not be analysed; a note tells why.
  public var leftOut: [String] = []
  /// What variables are called in reports, by name.
  public var labels: [String: String] = [:]
  /// Net promoter scores and shares of outcomes compared between the groups; of a description by groups.
  public var shareDifferences: [ShareDifference] = []
  /// Shares of importance if answers are not missing at random, by group; of what is missing.
  public var sensitivity: [GroupedFit<[ShiftedShare]>] = []
  /// Whether the groups differ in each item; of a description by groups.
  public var groupTests: [GroupTest] = []
  /// What of the answers is worth a look, by group; of a description.
  public var quality: [GroupedFit<[QualityCheck]>] = []
}

/// The drivers of a survey, and where they stand in the importance–performance matrix.
public struct DriverStudyFit: Sendable {
  /// Importance, coefficients and what belongs to them.
  public var drivers: DriverAnalysis.Fit
  /// `nil` when the drivers have no performance (categories, moments without means).
  public var matrix: ImportancePerformance.Fit?
}

/// One group's drivers.
public typealias AnalysedGroup = GroupedFit<DriverStudyFit>

extension GroupedFit where Fit == DriverStudyFit {
  /// The drivers of the group.
  public var drivers: DriverAnalysis.Fit { fit.drivers }
  /// The matrix; `nil` without performance.
  public var matrix: ImportancePerformance.Fit? { fit.matrix }
}
