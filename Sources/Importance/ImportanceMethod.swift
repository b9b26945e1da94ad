/// A way of saying how much each driver contributes to the explained variance of an outcome.
///
/// All but `last` and `first` split R² (less the part of the covariates that always stay) among the drivers. Groups of
/// drivers and drivers of more than two categories have `lmg`, `last`, `first` and `pratt`; the others would depend on the
/// coding. Beside products only `lmg`, `last` and `first` are defined: the others depend on where the scales have zero.
public enum ImportanceMethod: String, CaseIterable, Sendable, Codable {
  /// The Shapley value of R²: the increase by a driver, averaged over all orders of entry.
  case lmg
  /// The increase of R² when the driver enters last: the squared semipartial correlation.
  case last
  /// R² of the driver alone: the squared correlation.
  case first
  /// The squared standardised coefficient.
  case betasq
  /// Standardised coefficient times correlation.
  case pratt
  /// Genizi's decomposition by the symmetric square root of the correlations.
  case genizi
  /// Johnson's relative weights: the same numbers as `genizi`, under the name by which they are known in the field.
  case relativeWeights = "relative-weights"
  /// Squared correlations of the outcome with the decorrelated drivers (CAR scores).
  case car
}
