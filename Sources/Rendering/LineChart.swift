/// Values in a row joined by lines, several of them over one axis of places 1, 2, …
public struct LineChart: Sendable, Equatable {
  public struct Series: Sendable, Equatable {
    public enum Look: Sendable, Equatable { case marked, dashed, dotted }
    public var label: String
    public var values: [Double]
    public var look: Look
    public init(label: String, values: [Double], look: Look) {
      self.label = label
      self.values = values
      self.look = look
    }
  }
  public var title: String
  public var xTitle: String
  public var yAxis: Axis
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
