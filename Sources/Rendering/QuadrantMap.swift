/// Points in four named quadrants around a crosshair, each with a horizontal and a vertical interval.
public struct QuadrantMap: Sendable, Equatable {
  /// A place on the map.
  public struct Spot: Sendable, Equatable {
    /// Across.
    public var x: Double
    /// Up.
    public var y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

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
    /// Marked with a ring: where work begins.
    public var isFirst = false
    /// What the point's area stands for, not negative; `nil`: all points are of one size.
    public var weight: Double?
    /// Where it stood before, the earliest first: arrows lead from there to the point.
    public var earlier: [Spot] = []
    public init(label: String, x: Estimate, y: Estimate, isFlagged: Bool = false) {
      self.label = label
      self.x = x
      self.y = y
      self.isFlagged = isFlagged
    }
  }

  /// What marks mean, said below a map that has them.
  public struct Meanings: Sendable, Equatable {
    /// Of a hollow point.
    public var flag: String?
    /// Of the ring.
    public var first: String?
    /// Of a point's area.
    public var weight: String?
    /// Of arrows.
    public var arrow: String?
    /// Of fields that are shaded more or less firmly.
    public var shade: String?
    public init() {}
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
  /// How firmly each is shaded, 0–1, in their order; empty: all fully.
  public var firmness: [Double] = []
  /// In any order; later ones are drawn over earlier ones.
  public var points: [Point]
  /// What marks mean.
  public var meanings = Meanings()
  /// The crosshairs of all maps that this one is compared with: their axes leave room around each, and so are the same.
  public var crosshairs: [Spot] = []

  /// What a flagged point means, shown as a key when there is one.
  public var flagMeaning: String? {
    get { meanings.flag }
    set { meanings.flag = newValue }
  }

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
    self.meanings.flag = flagMeaning
  }
}
