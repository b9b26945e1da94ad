/// When a column counts as a combination of the columns before it.
///
/// Columns are taken in the order in which they are named, each centred at its (weighted) mean. What the columns kept so
/// far leave of a column is compared with the column itself; when less than `pivot` of its length is left, the column is
/// dropped: the *earlier* of two collinear columns stays, whatever their scale. This is the rule of R's `lm`, not that
/// of a QR with full pivoting (`dgeqp3`), which may throw out the column the analyst named first. R's tolerance 1e-7
/// would also drop a column of NIST's Filip problem, whose smallest relative pivot is 5e-8; an exact duplicate leaves
/// about 1e-16, so 1e-11 lies far from both.
///
/// Moments hold squares of lengths, hence half the digits: there the same number is set against the share of a column's
/// *variance* that is left (an exact duplicate leaves about 1e-15).
public enum RankPolicy {
  /// The least relative length that a column must keep in an orthogonal factorization of rows.
  public static let pivot = 1e-11
  /// The least share of its variance that a column must keep in an elimination on moments.
  public static let variance = 1e-11

  /// Whether a remaining variance says that the column depends on the ones taken before it.
  @inlinable public static func isDependent(remaining: Double, of variance: Double) -> Bool {
    !(remaining > RankPolicy.variance * variance)
  }
}
