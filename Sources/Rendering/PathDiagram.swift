/// Indicators in boxes at the left, what they indicate in circles at the right, arrows between them with numbers, and
/// brackets for the ties of circles among themselves.
public struct PathDiagram: Sendable, Equatable {
  public struct Path: Sendable, Equatable {
    public var box: Int
    public var circle: Int
    public var value: Double
    public init(box: Int, circle: Int, value: Double) {
      self.box = box
      self.circle = circle
      self.value = value
    }
  }
  public struct Tie: Sendable, Equatable {
    public var first: Int
    public var second: Int
    public var value: Double
    public init(first: Int, second: Int, value: Double) {
      self.first = first
      self.second = second
      self.value = value
    }
  }
  public var title: String
  public var boxes: [String]
  public var circles: [String]
  public var paths: [Path]
  public var ties: [Tie]
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
