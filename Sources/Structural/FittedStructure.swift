import LinearAlgebra
import Platform

/// The matrices of one group at the estimates, row by row, for what is made of a fit later: scores, draws.
struct FittedStructure: Sendable {
  /// All variables but auxiliary ones, the observed ones first.
  let variables: Int
  /// B, C = Cov(η) and E(η).
  let effects: [Double]
  let covariance: [Double]
  let means: [Double]
  /// Of the observed variables: the model's, where it has any, else the sample's, if known.
  let centres: [Double]?

  /// - Parameter auxiliary: places of variables that lead nowhere and come from nowhere.
  init(
    _ structure: CovarianceStructure, sampleMeans: [Double]?, hasMeans: Bool, without auxiliary: Range<Int> = 0..<0
  ) {
    let v = structure.v
    let kept = (0..<v).filter { !auxiliary.contains($0) }
    func square(_ values: UnsafePointer<Double>) -> [Double] { kept.flatMap { i in kept.map { values[i * v + $0] } } }
    let observed = structure.p - auxiliary.count
    variables = kept.count
    effects = square(structure.effects.pointer)
    covariance = square(structure.covariance.pointer)
    means = kept.map { structure.means[$0] }
    centres = hasMeans ? Array(means.prefix(observed)) : sampleMeans.map { Array($0.prefix(observed)) }
  }
}
