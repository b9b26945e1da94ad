/// What the diagonal of a published matrix holds, where its numbers do not tell.
public enum MatrixDiagonal: String, Sendable, CaseIterable, Codable {
  /// Nothing about the correlations (√AVE in the table of Fornell and Larcker): ones take its place.
  case ones
  /// Reliabilities (α, ω): ones take their place, and a correction for the error of measurement uses them.
  case reliability
  /// Variances: the numbers are covariances.
  case variances
}
