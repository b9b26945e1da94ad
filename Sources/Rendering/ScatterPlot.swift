/// Points of two measures, some of them named, with a line that they should follow and one that they do follow.
public struct ScatterPlot: Sendable, Equatable {
  /// One point.
  public struct Point: Sendable, Equatable {
    /// Across.
    public var x: Double
    /// Up.
    public var y: Double
    /// Written beside the point where there is room; `nil` for one among many.
    public var label: String?

    public init(x: Double, y: Double, label: String? = nil) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  /// Where the points lie when all is as it should be.
  public enum Reference: Sendable, Equatable {
    /// y = 0.
    case zero
    /// y = x.
    case diagonal
  }

  /// Above so many points a disc stands for all points of its place.
  static let pointsDrawnSingly = 1500

  /// Whether there are too many points to draw each by itself.
  public var isCrowded: Bool { points.count > ScatterPlot.pointsDrawnSingly }

  /// Above the panel.
  public var title: String
  /// Across.
  public var xAxis: Axis
  /// Up.
  public var yAxis: Axis
  /// Later ones are drawn over earlier ones.
  public var points: [Point]
  /// A line to compare the points with; `nil` for none.
  public var reference: Reference?
  /// The course of the points, from left to right; empty for none.
  public var trend: [Point]

  public init(
    title: String, xAxis: Axis, yAxis: Axis, points: [Point], reference: Reference? = nil, trend: [Point] = []
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.points = points
    self.reference = reference
    self.trend = trend
  }
}
