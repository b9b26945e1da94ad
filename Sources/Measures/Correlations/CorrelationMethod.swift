/// What sort of correlation a number is.
public enum CorrelationMethod: String, Sendable, Codable, CaseIterable {
  /// The product-moment correlation r.
  case pearson
  /// Pearson's r of the midranks (ρ).
  case spearman
  /// Kendall's τ-b: concordant less discordant pairs, corrected for ties.
  case kendall
  /// Pearson's r of what the covariates, or else all other variables, leave of the two.
  case partial
  /// The correlation of two normal variables of which ratings show only between which thresholds they lie.
  case polychoric
  /// The same for one rating and one variable that is measured itself.
  case polyserial
  /// Polychoric, polyserial or Pearson, as the two variables' levels of measurement say.
  case mixed

  /// Whether a chi-squared of normal theory holds for a matrix of this kind: only of product moments.
  public var hasNormalTheory: Bool { self == .pearson || self == .partial }
}
