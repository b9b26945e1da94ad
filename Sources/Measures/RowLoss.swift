public import Survey

/// How many respondents an analysis is on, and what it lost: for the sentence that a result begins with.
public struct RowLoss: Sendable, Equatable {
  /// Rows selected with a weight above zero, and those among them that were used.
  public var read: Int
  /// Rows that the analysis is on.
  public var used: Int
  /// What cost rows, the most expensive variable first; a row can be lost to several.
  public var lost: [DataFault.Loss]

  public init(read: Int, used: Int, lost: [DataFault.Loss]) {
    self.read = read
    self.used = used
    self.lost = lost
  }

  public init(_ frame: ModelFrame) {
    self.init(
      read: frame.rowsRead - frame.zeroWeights, used: frame.rowCount,
      lost: frame.lost.map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
  }

  /// `nil` when only moments were given.
  public init?(_ model: ModelMoments) {
    guard let read = model.rowsRead, let used = model.rowCount else { return nil }
    self.init(
      read: read - model.zeroWeights, used: used,
      lost: model.lost.map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
  }

  /// Of the rows read, those that it is not on: 0 … 1.
  public var share: Double { read > 0 ? Double(read - used) / Double(read) : 0 }
}
