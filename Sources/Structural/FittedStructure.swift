import LinearAlgebra
import Platform

/// The matrices of one group at the estimates, row by row, for what is made of a fit later: scores, draws.
struct FittedStructure: Sendable {
  /// All variables, the observed ones first.
  let variables: Int
  /// B, C = Cov(η) and E(η).
  let effects: [Double]
  let covariance: [Double]
  let means: [Double]
  /// Of the observed variables: the model's, where it has any, else the sample's, if known.
  let centres: [Double]?

  init(_ structure: CovarianceStructure, sampleMeans: [Double]?, hasMeans: Bool) {
    variables = structure.v
    effects = Array(structure.effects.values)
    covariance = Array(structure.covariance.values)
    means = Array(structure.means.values)
    centres = hasMeans ? Array(structure.means.values.prefix(structure.p)) : sampleMeans
  }
}
