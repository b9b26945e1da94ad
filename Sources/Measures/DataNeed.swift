/// What an analysis must have of a survey: its specification says it, and whoever opens the survey asks.
public enum DataNeed: Sendable, Equatable {
  /// Every respondent's answers.
  case rows
  /// The moments of all variables at once; rows are kept where there are any.
  case moments
  /// Sums over rows that nobody keeps.
  case sums
}

extension CorrelationAnalysis {
  /// Ranks, tables of answers and thresholds are made of rows; product moments of very many are summed.
  public var need: DataNeed { isOfSums ? .sums : method.hasNormalTheory ? .moments : .rows }
}
