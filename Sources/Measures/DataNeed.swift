/// What an analysis must have of a survey: its specification says it, and whoever opens the survey asks.
public enum DataNeed: Sendable, Equatable {
  /// Every respondent's answers.
  case rows
  /// The moments of all variables at once; rows are kept where there are any.
  case moments
  /// Sums over rows that nobody keeps.
  case sums
  /// The same, and how often answers were given together (`PairTables`).
  case tables
}

extension CorrelationAnalysis {
  /// Product moments of very many rows are summed, and the pairs of answers of ratings counted; the rest is made of rows.
  public var need: DataNeed { isOfSums ? .sums : isOfTables ? .tables : .rows }
}
