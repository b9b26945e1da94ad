/// Where the intervals of effects, which are products of coefficients, come from.
public enum EffectInference: String, Sendable, CaseIterable, Codable {
  /// Rows are drawn again and every model is fitted to them: nothing is assumed of the distribution of a product.
  case bootstrap
  /// Coefficients are drawn from the normal distribution that their estimates have (MacKinnon, Lockwood & Williams 2004,
  /// doi:10.1207/s15327906mbr3901_4).
  case monteCarlo = "monte-carlo"
  /// The estimate ± a quantile times the error of first order (Sobel 1982), which takes a product for normal.
  case delta

  /// Draws of the coefficients, which cost little: they leave an end uncertain by about a fiftieth of a standard error.
  package static let draws = 20_000
}
