/// Values in a row joined by lines, several of them over one axis of places 1, 2, …
public struct LineChart: Sendable, Equatable {
  /// Values at 1, 2, 3, … joined by lines.
  public struct Series: Sendable, Equatable {
    /// How a line is drawn, so that lines differ without colour.
    public enum Look: Sendable, Equatable {
      case marked, dashed, dotted
      /// One of many.
      case thin
    }
    /// In the key; a line without one has no place there.
    public var label: String
    /// At 1, 2, 3, …; what is not finite is left out.
    public var values: [Double]
    /// How the line is drawn.
    public var look: Look
    public init(label: String, values: [Double], look: Look) {
      self.label = label
      self.values = values
      self.look = look
    }
  }
  /// Above the panel.
  public var title: String
  /// Below the axis of 1, 2, 3, ….
  public var xTitle: String
  /// Up.
  public var yAxis: Axis
  /// The first is drawn over the others.
  public var series: [Series]
  /// A level to compare with, drawn as a thin line across.
  public var level: Double?

  public init(title: String, xTitle: String, yAxis: Axis, series: [Series], level: Double? = nil) {
    self.title = title
    self.xTitle = xTitle
    self.yAxis = yAxis
    self.series = series
    self.level = level
  }
}
