/// Horizontal bars of several series side by side: for each row one bar of each series, in the series' order.
public struct GroupedBarChart: Sendable, Equatable {
  /// One driver with a bar for each method.
  public struct Row: Sendable, Equatable {
    /// Before the bars.
    public var label: String
    /// One for each series; `nil` where it has no value.
    public var estimates: [Estimate?]
    /// Hatched: something about the row needs a second look.
    public var isFlagged: Bool
    public init(label: String, estimates: [Estimate?], isFlagged: Bool = false) {
      self.label = label
      self.estimates = estimates
      self.isFlagged = isFlagged
    }
  }
  /// Above the panel.
  public var title: String
  /// Below the bars.
  public var axis: Axis
  /// Names of the series, shown as a legend.
  public var series: [String]
  /// From the top.
  public var rows: [Row]
  /// What a flagged row means, shown as a key when there is one.
  public var flagMeaning: String?

  public init(title: String, axis: Axis, series: [String], rows: [Row], flagMeaning: String? = nil) {
    precondition(rows.allSatisfy { $0.estimates.count == series.count }, "one estimate for each series")
    self.title = title
    self.axis = axis
    self.series = series
    self.rows = rows
    self.flagMeaning = flagMeaning
  }
}
