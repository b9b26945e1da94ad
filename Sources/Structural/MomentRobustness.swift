import LinearAlgebra
import Platform

/// What a discrepancy makes of the moments of one group, in units in which its weight matrix is diagonal.
struct WeighedMoments {
  /// W.
  let weights: [Double]
  /// Γ: n times the moments' covariance.
  let covariance: SymmetricMatrix
  /// Δ: the moments' derivatives by a parameter.
  let delta: (ParameterPlace) -> [Double]

  /// Of ordered answers.
  init(_ group: OrderedDiscrepancy) {
    (weights, covariance, delta) = (group.weights, group.moments.covariance, group.delta)
  }

  /// Of covariances and means, at the point of the last value.
  init(_ group: Discrepancy, _ moments: MomentCovariance) throws {
    let p = group.p
    var weight = SymmetricMatrix(order: p)
    for i in 0..<p { for j in 0...i { weight[i, j] = group.weight[i * p + j] } }
    let root = try Cholesky(weight)
    weights = [Double](repeating: 1, count: moments.matrix.order)
    covariance = moments.standardized(by: root)
    let structure = group.structure
    delta = { place in
      let means = moments.withMeans ? (0..<p).map { structure.derivative(ofMean: $0, place) } : []
      let covariances = (0..<p).flatMap { i in (0...i).map { structure.derivative(ofCovariance: i, $0, place) } }
      return moments.standardized(means + covariances, by: root)
    }
  }
}

/// Errors and χ² of a discrepancy whose weight matrix W is not the inverse of the moments' covariance Γ: with E = Δ'WΔ and
/// U = W − WΔE⁻¹Δ'W the estimates' covariance is E⁻¹Δ'WΓWΔE⁻¹/n. χ² = n·F is divided by c = tr(UΓ)/df (Satorra & Bentler 1994), or
/// becomes a·χ² + b with a = √(df/tr(UΓUΓ)) and b = df − a·tr(UΓ), so that mean and variance are those of its degrees of freedom
/// (Asparouhov & Muthén 2010, "Simple second order chi-square correction").
struct MomentRobustness {
  let meat: SymmetricMatrix
  let inverse: SymmetricMatrix
  /// tr(UΓ) and tr(UΓUΓ).
  let trace: Double
  let squares: Double

  /// Of a fitted problem, at the point of its last value.
  init(_ problem: StructuralProblem, _ groups: [WeighedMoments], tangent: Tangent) throws {
    let count = problem.count
    let information = problem.information()
    inverse = tangent.expand(try Cholesky(tangent.project(information)).inverse)
    var (meat, squared) = (SymmetricMatrix(order: count), SymmetricMatrix(order: count))
    var (trace, squares) = (0.0, 0.0)
    for (g, own) in groups.enumerated() {
      let (w, gamma, share) = (own.weights, own.covariance, problem.shares[g])
      var columns = [[Double]](repeating: [Double](repeating: 0, count: w.count), count: count)
      for (index, place) in problem.free[g] {
        for (k, value) in own.delta(place).enumerated() where value != 0 { columns[index][k] += w[k] * value }
      }
      // ΓWΔ.
      let products = columns.map { gamma.times($0) }
      let scaled = products.map { product in product.indices.map { w[$0] * product[$0] } }
      for i in 0..<count {
        for j in 0...i {
          meat[i, j] += share * columns[j].product(products[i])
          squared[i, j] += share * products[j].product(scaled[i])
        }
      }
      var at = 0
      for i in w.indices {
        trace += w[i] * gamma.packed[at + i]
        var row = 0.0
        for j in 0..<i { row += w[j] * gamma.packed[at + j] * gamma.packed[at + j] }
        let diagonal = w[i] * gamma.packed[at + i]
        squares += 2 * w[i] * row + diagonal * diagonal
        at += i + 1
      }
    }
    self.meat = meat
    let sandwich = inverse.sandwiching(meat)
    self.trace = trace - inverse.traceOfProduct(meat)
    self.squares = squares - 2 * inverse.traceOfProduct(squared) + sandwich.traceOfProduct(meat)
  }

  /// One respondent's.
  var covariance: SymmetricMatrix { inverse.sandwiching(meat) }

  /// What χ² is divided by and what is added then, so that its mean and variance are those of df; `nil` where nothing tests the model.
  func shifted(_ degrees: Int) -> (scaling: Double, shift: Double)? {
    guard degrees > 0, squares > 0 else { return nil }
    let df = Double(degrees)
    let a = (df / squares).squareRoot()
    return (1 / a, df - a * trace)
  }
}
