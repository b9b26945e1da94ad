import LinearAlgebra
import Measures
import ModelSyntax
import Platform

/// The estimates of a model with everything that is made of them later: errors, standardised values, effects, tests.
final class StructuralSolution {
  let problem: StructuralProblem
  let samples: [SampleMoments]
  let point: [Double]
  let constraints: ConstraintSet
  let tangent: Tangent
  /// Respondents of all groups, n or n − 1 as the estimator counts.
  let multiplier: Double
  /// Of one respondent: expected.
  let information: SymmetricMatrix
  /// Covariances of the estimates.
  var covariance: SymmetricMatrix
  /// Errors and χ² hold.
  var hasErrors = true
  /// Of t, for each group's own estimates, where a design leaves few; empty: errors are held against the normal distribution.
  var degrees: [Double] = []

  /// Of completed data, of which the covariance is Rubin's.
  var pooled: PooledVector?

  var table: ParameterTable { problem.table }
  var total: Double { samples.reduce(0) { $0 + $1.n } }

  /// - Throws: `StructuralFault.notIdentified`.
  init(
    problem: StructuralProblem, samples: [SampleMoments], point: [Double], constraints: ConstraintSet,
    multiplier: Double
  ) throws {
    self.problem = problem
    self.samples = samples
    self.point = point
    self.constraints = constraints
    self.multiplier = multiplier
    _ = problem.value(at: point)
    information = problem.information()
    guard let tangent = Tangent(constraints.jacobian(at: point)) else {
      throw StructuralFault.contradiction(constraint: constraints.all[constraints.active.last!].text)
    }
    self.tangent = tangent
    let projected = tangent.project(information)
    if let culprits = Self.nullSpace(projected) {
      throw StructuralFault.notIdentified(parameters: Self.names(culprits, tangent, problem.table))
    }
    let inverse = try Cholesky(projected).inverse
    covariance = tangent.expand(SymmetricMatrix(order: inverse.order, packed: inverse.packed.map { $0 / multiplier }))
  }

  /// The direction in which the information vanishes, of parameters brought to one scale; `nil` where there is none.
  static func nullSpace(_ information: SymmetricMatrix) -> [Double]? {
    let q = information.order
    guard q > 0 else { return nil }
    if let flat = (0..<q).first(where: { !(information[$0, $0] > 0) || !information[$0, $0].isFinite }) {
      return (0..<q).map { $0 == flat ? 1 : 0 }
    }
    let scales = (0..<q).map { 1 / information[$0, $0].squareRoot() }
    var scaled = information
    for i in 0..<q { for j in 0...i { scaled[i, j] *= scales[i] * scales[j] } }
    // A factor with sound pivots spares the eigenvalues.
    if let factor = try? Cholesky(scaled),
      (0..<q).allSatisfy({ factor.packed[SymmetricMatrix.position($0, $0)] > 1e-3 })
    {
      return nil
    }
    let eigen = SymmetricEigen(scaled)
    guard eigen.values[q - 1] < 1e-10 * Double(q) else { return nil }
    return (0..<q).map { eigen.vectors[$0, q - 1] * scales[$0] }
  }

  private static func names(_ direction: [Double], _ tangent: Tangent, _ table: ParameterTable) -> [String] {
    let full = tangent.expand(direction)
    let largest = full.reduce(0) { max($0, abs($1)) }
    let chosen = full.indices.filter { abs(full[$0]) > 0.05 * largest }.sorted { abs(full[$0]) > abs(full[$1]) }
    return chosen.prefix(6).map { table.name(ofFree: $0) }
  }

  /// √(g'Vg) of a derivative by the free parameters.
  func error(_ gradient: [Double]) -> Double {
    var sum = 0.0
    for i in gradient.indices where gradient[i] != 0 {
      for j in gradient.indices where gradient[j] != 0 { sum += gradient[i] * gradient[j] * covariance[i, j] }
    }
    return max(0, sum).squareRoot()
  }

  /// What a number of a group is held against; `nil`: one of all groups together, with the fewest degrees of any.
  ///
  /// - Parameter gradient: its derivatives by the free parameters, which say what missing answers cost it.
  func reference(_ group: Int?, _ gradient: [Double]) -> WaldReference {
    if let pooled {
      let degrees = pooled.estimate(of: gradient).degrees
      return WaldReference(degrees: degrees.isFinite ? degrees : nil)
    }
    return WaldReference(degrees: group.map { degrees.isEmpty ? nil : degrees[$0] } ?? degrees.min())
  }

  func structure(_ group: Int) -> CovarianceStructure { problem.groups[group].structure }

  /// The value of a parameter.
  func value(_ parameter: ModelParameter) -> Double {
    parameter.free.map { point[$0] } ?? problem.fixedValue(parameter)
  }

  /// ∂C(a, b)/∂θ.
  func gradient(ofCovariance a: Int, _ b: Int, group: Int) -> [Double] {
    gradient(group) { structure(group).derivative(ofCovariance: a, b, $0) }
  }

  func gradient(_ group: Int, _ derivative: (ParameterPlace) -> Double) -> [Double] {
    var gradient = [Double](repeating: 0, count: point.count)
    for (index, place) in problem.free[group] { gradient[index] += derivative(place) }
    return gradient
  }
}
