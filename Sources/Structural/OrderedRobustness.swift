import LinearAlgebra
import Platform

/// Errors and χ² of diagonally weighted least squares: with E = Δ'WΔ and U = W − WΔE⁻¹Δ'W the estimates' covariance is
/// E⁻¹Δ'WΓWΔE⁻¹/n, and χ² = n·F becomes a·χ² + b with a = √(df/tr(UΓUΓ)) and b = df − a·tr(UΓ), so that mean and variance are
/// those of its degrees of freedom (Asparouhov & Muthén 2010, "Simple second order chi-square correction").
struct OrderedRobustness {
  let meat: SymmetricMatrix
  let inverse: SymmetricMatrix
  /// tr(UΓ) and tr(UΓUΓ).
  let trace: Double
  let squares: Double

  /// Of a fitted problem, at the point of its last value.
  init(_ problem: StructuralProblem, tangent: Tangent) throws {
    let count = problem.count
    let information = problem.information()
    inverse = tangent.expand(try Cholesky(tangent.project(information)).inverse)
    var (meat, squared) = (SymmetricMatrix(order: count), SymmetricMatrix(order: count))
    var (trace, squares) = (0.0, 0.0)
    for (g, group) in problem.groups.enumerated() {
      guard let own = group as? OrderedDiscrepancy else { continue }
      let (w, gamma, share) = (own.weights, own.moments.covariance, problem.shares[g])
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
}
