/// A picture: one or more panels under a title, over a caption. It knows positions and words, no statistics.
public struct Figure: Sendable, Equatable {
  /// Above all panels.
  public var title: String
  /// Under the picture: n, outcome, method, what the intervals are.
  public var caption: String
  /// In the order that they are read.
  public var panels: [Panel]
  /// What would have a panel and has none, such as a group that cannot be analysed: named under the caption.
  public var notDrawn: [String]

  public init(title: String, caption: String, panels: [Panel], notDrawn: [String] = []) {
    self.title = title
    self.caption = caption
    self.panels = panels
    self.notDrawn = notDrawn
  }

  /// One drawing of a picture.
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
  /// The point.
  public var value: Double
  /// The end of the interval; without both ends no interval is drawn.
  public var low: Double?
  /// The other end.
  public var high: Double?
  public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// An axis: its title, and how its numbers are written.
public struct Axis: Sendable, Equatable {
  /// Beside the axis, with the unit.
  public var title: String
  /// How its numbers are written.
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
  /// One driver.
  public struct Point: Sendable, Equatable {
    /// Beside the point, moved where labels would collide.
    public var label: String
    /// Across, with its interval.
    public var x: Estimate
    /// Up, with its interval.
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
  /// Above the panel.
  public var title: String
  /// Across.
  public var xAxis: Axis
  /// Up.
  public var yAxis: Axis
  /// Where the vertical line stands, in units of the axis.
  public var crosshairX: Double
  /// Where the horizontal line stands.
  public var crosshairY: Double
  /// Names of the quadrants: top left, top right, bottom left, bottom right.
  public var quadrants: [String]
  /// In any order; later ones are drawn over earlier ones.
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
  /// One bar with its whisker.
  public struct Bar: Sendable, Equatable {
    /// Before the bar.
    public var label: String
    /// The bar's length, and its whisker.
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
  /// Above the bars.
  public var title: String
  /// Below them.
  public var axis: Axis
  /// From the top.
  public var bars: [Bar]
  /// What a flagged bar means, in the key; `nil` when none is flagged.
  public var flagMeaning: String?

  public init(title: String, axis: Axis, bars: [Bar], flagMeaning: String? = nil) {
    self.title = title
    self.axis = axis
    self.bars = bars
    self.flagMeaning = flagMeaning
  }
}
