/// Numbers as coloured fields: rows and columns with names, white at zero, darker with size.
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
  /// The size that has the darkest colour.
  public var limit: Double
  /// What the colours mean.
  public var keyTitle: String
  /// How the ends of the key are written.
  public var keyStyle: Table.Style
  /// Values that the key marks: limits that a reader compares with, written as the fields are.
  public var marks: [Double]

  /// The values that the key shows: without a negative number they begin at zero.
  public var range: ClosedRange<Double> {
    values.joined().contains { ($0 ?? 0) < 0 } ? -limit...limit : 0...limit
  }

  public init(
    title: String, rows: [String], columns: [String], values: [[Double?]], style: Table.Style = .decimals(2),
    limit: Double = 1, keyTitle: String, keyStyle: Table.Style = .decimals(0), marks: [Double] = []
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
