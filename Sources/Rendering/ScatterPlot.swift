/// Points of two measures, some of them named, with a line that they should follow and one that they do follow.
public struct ScatterPlot: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public var x: Double
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

  public var title: String
  public var xAxis: Axis
  public var yAxis: Axis
  public var points: [Point]
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
