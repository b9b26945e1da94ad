import Survey

/// How large a matrix of moments may become, said before any of the work that grows with its square.
public enum ModelExtent {
  /// Columns of one model.
  public static let mostColumns = 1000
  /// Items of one factor model: a search for its uniquenesses takes work that grows with their third power, many times.
  public static let mostItems = 500
  /// Predictors up to which collinear ones are found before rows are called too few.
  private static let fewPredictors = 200

  /// Throws `DataFault.tooManyColumns`, or `.tooFewRows` when a regression on them could not be fitted anyway.
  ///
  /// - Parameters:
  ///   - columns: of the model, `outcomes` among them.
  ///   - rows: that will be used.
  static func require(columns: Int, outcomes: Int, rows: Int) throws {
    guard columns > mostColumns else { return }
    if outcomes > 0 { try requireRows(rows, predictors: columns - outcomes) }
    throw DataFault.tooManyColumns(count: columns, limit: mostColumns, analysis: "a model")
  }

  /// Throws `DataFault.tooFewRows` when a regression on many columns has hardly as many rows.
  private static func requireRows(_ rows: Int, predictors: Int) throws {
    guard predictors > fewPredictors, rows < predictors + 2 else { return }
    throw DataFault.tooFewRows(rows: rows, needed: predictors + 2, analysis: "a regression on \(predictors) columns")
  }

  /// Throws `DataFault.tooFewRows` when a regression of this frame's outcomes has hardly as many rows as columns.
  package static func requireRows(_ frame: ModelFrame) throws {
    // Frequencies stand for more respondents than there are rows.
    guard frame.weightsKind != .frequency, let outcome = frame.outcomes.first else { return }
    try requireRows(frame.rowCount, predictors: outcome.columns.lowerBound)
  }

  /// Throws `DataFault.tooManyColumns` for more items than a factor model takes.
  package static func requireItems(_ count: Int, analysis: String) throws {
    guard count <= mostItems else {
      throw DataFault.tooManyColumns(count: count, limit: mostItems, analysis: analysis)
    }
  }
}
