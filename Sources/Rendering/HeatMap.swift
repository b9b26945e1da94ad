import Platform

/// Numbers as coloured fields: rows and columns with names, the ground's colour at zero, deeper with size.
///
/// The deepest colour is that of the largest size in use, so that what differs is seen to differ; the key says which that is.
public struct HeatMap: Sendable, Equatable {
  /// Above the panel.
  public var title: String
  /// Before each row of cells.
  public var rows: [String]
  /// Above each column of cells.
  public var columns: [String]
  /// Row by row; `nil` leaves a field blank.
  public var values: [[Double?]]
  /// How the numbers are written into their fields.
  public var style: Table.Style
  /// No size beyond this one has a colour of its own.
  public var limit: Double
  /// What the colours mean.
  public var keyTitle: String
  /// How the ends of the key are written.
  public var keyStyle: Table.Style
  /// Values that the key marks: limits that a reader compares with, written as the fields are.
  public var marks: [Double]
  /// The range of several maps that are compared; `nil`: this one's own.
  public var sharedRange: ClosedRange<Double>?

  /// The values that the key shows: those in use, rounded outwards to tenths of the limit, with zero and the marks.
  public var range: ClosedRange<Double> {
    if let sharedRange { return sharedRange }
    let used = values.joined().compactMap { $0 }.filter(\.isFinite) + marks
    let step = limit / 10
    func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      // A value on a tenth stays there.
      max(-limit, min(limit, ((value / step) * (1 - 1e-12)).rounded(rule) * limit / 10))
    }
    let low = rounded(min(0, used.min() ?? 0), .down)
    let high = rounded(max(0, used.max() ?? 0), .up)
    return low < high ? low...high : 0...limit
  }

  /// The size that has the deepest colour.
  var deepest: Double { max(abs(range.lowerBound), abs(range.upperBound)) }

  public init(
    title: String, rows: [String], columns: [String], values: [[Double?]], style: Table.Style = .decimals(2),
    limit: Double = 1, keyTitle: String, keyStyle: Table.Style = .decimals(1), marks: [Double] = []
  ) {
    precondition(values.count == rows.count, "a row of numbers for each name")
    precondition(values.allSatisfy { $0.count == columns.count }, "a number, or none, for each column")
    precondition(limit > 0, "the darkest colour stands for a size")
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values
    self.style = style
    self.limit = limit
    self.keyTitle = keyTitle
    self.keyStyle = keyStyle
    self.marks = marks
  }
}
