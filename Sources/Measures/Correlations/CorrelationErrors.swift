/// Where the intervals of Pearson's and of partial correlations come from.
public enum CorrelationErrors: String, CaseIterable, Sendable, Codable {
  /// What each respondent does to the correlation, whatever the answers' distribution.
  case influence
  /// Fisher's 1/√(n − 3): answers that are jointly normal.
  case classical
}
