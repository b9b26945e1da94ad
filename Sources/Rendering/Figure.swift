/// A picture: one or more panels under a title, over a caption. It knows positions and words, no statistics.
public struct Figure: Sendable, Equatable {
  /// By which it is asked for among the figures of a document.
  public var name: String
  /// Above all panels.
  public var title: String
  /// Under the title: how the panels differ.
  public var subtitle: String
  /// Under the picture: n, outcome, method, what the intervals are.
  public var caption: String
  /// Behind the caption: what the intervals are; left out with them.
  public var intervals: String
  /// In the order that they are read.
  public var panels: [Panel]
  /// What would have a panel and has none, such as a group that cannot be analysed: named under the caption.
  public var notDrawn: [String]

  public init(
    name: String = "", title: String, subtitle: String = "", caption: String, intervals: String = "", panels: [Panel],
    notDrawn: [String] = []
  ) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.intervals = intervals
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
    case model(ModelDiagram)
    case forest(ForestPlot)
    case likert(LikertChart)
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
