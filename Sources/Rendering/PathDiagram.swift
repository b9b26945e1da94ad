/// Indicators in boxes at the left, what they indicate in circles at the right, arrows between them with numbers, and
/// brackets for the ties of circles among themselves.
public struct PathDiagram: Sendable, Equatable {
  /// An arrow from a circle to a box.
  public struct Path: Sendable, Equatable {
    /// Into `boxes`.
    public var box: Int
    /// Into `circles`.
    public var circle: Int
    /// Written on the line; the larger, the thicker, dashed when negative.
    public var value: Double
    public init(box: Int, circle: Int, value: Double) {
      self.box = box
      self.circle = circle
      self.value = value
    }
  }
  /// A bracket between two circles.
  public struct Tie: Sendable, Equatable {
    /// Into `circles`.
    public var first: Int
    /// Into `circles`.
    public var second: Int
    /// Written beside the bracket.
    public var value: Double
    public init(first: Int, second: Int, value: Double) {
      self.first = first
      self.second = second
      self.value = value
    }
  }
  /// Above the panel.
  public var title: String
  /// Down the left side: observed variables.
  public var boxes: [String]
  /// Down the right side: factors.
  public var circles: [String]
  /// Lines between the two.
  public var paths: [Path]
  /// Brackets beside the circles.
  public var ties: [Tie]
  /// How values are written.
  public var style: Table.Style
  /// What lines mean.
  public var key: String

  public init(
    title: String, boxes: [String], circles: [String], paths: [Path], ties: [Tie],
    style: Table.Style = .decimals(2), key: String
  ) {
    self.title = title
    self.boxes = boxes
    self.circles = circles
    self.paths = paths
    self.ties = ties
    self.style = style
    self.key = key
  }
}
