/// A picture: one or more panels under a title, over a caption. It knows positions and words, no statistics.
public struct Figure: Sendable, Equatable {
  public var title: String
  /// Under the picture: n, outcome, method, what the intervals are.
  public var caption: String
  public var panels: [Panel]
  /// What would have a panel and has none, such as a group that cannot be analysed: named under the caption.
  public var notDrawn: [String]

  public init(title: String, caption: String, panels: [Panel], notDrawn: [String] = []) {
    self.title = title
    self.caption = caption
    self.panels = panels
    self.notDrawn = notDrawn
  }

  public enum Panel: Sendable, Equatable {
    case quadrants(QuadrantMap)
    case bars(BarChart)
    case groupedBars(GroupedBarChart)
    case scatter(ScatterPlot)
    case heatMap(HeatMap)
    case lines(LineChart)
    case paths(PathDiagram)
  }
}

/// A value with its interval.
public struct Estimate: Sendable, Equatable {
  public var value: Double
  public var low: Double?
  public var high: Double?
  public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// An axis: its title, and how its numbers are written.
public struct Axis: Sendable, Equatable {
  public var title: String
  public var style: Table.Style
  /// The range to show at least; the renderer widens it to hold every point and interval, and rounds it.
  public var range: ClosedRange<Double>?
  public init(title: String, style: Table.Style = .decimals(0), range: ClosedRange<Double>? = nil) {
    self.title = title
    self.style = style
    self.range = range
  }
}

/// Points in four named quadrants around a crosshair, each with a horizontal and a vertical interval.
public struct QuadrantMap: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public var label: String
    public var x: Estimate
    public var y: Estimate
    /// Drawn hollow: something about it needs a second look (a negative coefficient).
    public var isFlagged: Bool
    public init(label: String, x: Estimate, y: Estimate, isFlagged: Bool = false) {
      self.label = label
      self.x = x
      self.y = y
      self.isFlagged = isFlagged
    }
  }
  public var title: String
  public var xAxis: Axis
  public var yAxis: Axis
  public var crosshairX: Double
  public var crosshairY: Double
  /// Names of the quadrants: top left, top right, bottom left, bottom right.
  public var quadrants: [String]
  public var points: [Point]
  /// What a flagged point means, shown as a key when there is one.
  public var flagMeaning: String?

  public init(
    title: String, xAxis: Axis, yAxis: Axis, crosshairX: Double, crosshairY: Double, quadrants: [String],
    points: [Point], flagMeaning: String? = nil
  ) {
    precondition(quadrants.count == 4, "four quadrants")
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.crosshairX = crosshairX
    self.crosshairY = crosshairY
    self.quadrants = quadrants
    self.points = points
    self.flagMeaning = flagMeaning
  }
}

/// Horizontal bars with intervals, in the given order from the top.
public struct BarChart: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    public var label: String
    public var estimate: Estimate
    /// Hatched (text: drawn with a lighter character): something about it needs a second look.
    public var isFlagged: Bool
    /// Written behind the bar in text output, e.g. `first in 93 %`.
    public var remark: String?
    public init(label: String, estimate: Estimate, isFlagged: Bool = false, remark: String? = nil) {
      self.label = label
      self.estimate = estimate
      self.isFlagged = isFlagged
      self.remark = remark
    }
  }
  public var title: String
  public var axis: Axis
  public var bars: [Bar]
  public var flagMeaning: String?

  public init(title: String, axis: Axis, bars: [Bar], flagMeaning: String? = nil) {
    self.title = title
    self.axis = axis
    self.bars = bars
    self.flagMeaning = flagMeaning
  }
}
