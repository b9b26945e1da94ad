/// Estimates as marks with their intervals, one row each, beside a line that they are compared with: coefficients, means,
/// scores. Several series stand beneath each other in a row.
public struct ForestPlot: Sendable, Equatable {
  /// One term.
  public struct Row: Sendable, Equatable {
    /// Before the marks.
    public var label: String
    /// One for each series; `nil` where it has no value.
    public var estimates: [Estimate?]
    public init(label: String, estimates: [Estimate?]) {
      self.label = label
      self.estimates = estimates
    }
  }

  /// Series whose marks can be told apart.
  public static let mostSeries = 8

  /// Above the panel.
  public var title: String
  /// Below the marks.
  public var axis: Axis
  /// Names of the series, shown as a legend when there are several.
  public var series: [String]
  /// From the top.
  public var rows: [Row]
  /// A dashed line to compare with, such as no effect; `nil` for none.
  public var reference: Double?

  public init(title: String, axis: Axis, series: [String] = [""], rows: [Row], reference: Double? = 0) {
    precondition(rows.allSatisfy { $0.estimates.count == series.count }, "one estimate for each series")
    self.title = title
    self.axis = axis
    self.series = series
    self.rows = rows
    self.reference = reference
  }
}
