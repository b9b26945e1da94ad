package import LinearAlgebra
import Platform

/// The correlation matrix nearest to a symmetric matrix in the Frobenius norm: positive definite, ones on the diagonal.
///
/// Alternating projections with Dykstra's correction (Higham 2002, doi:10.1093/imanum/22.3.329): onto the matrices without
/// negative eigenvalues, then onto those with a unit diagonal, until nothing moves. The limit is singular; its eigenvalues
/// are then lifted to `floor` and the diagonal scaled back to one, which moves it by an amount of that order.
package struct NearestCorrelation: Sendable {
  package let matrix: SymmetricMatrix
  /// ‖A − X‖ in the Frobenius norm.
  package let distance: Double
  package let iterations: Int
  package let hasConverged: Bool

  /// The smallest eigenvalue that the result is given.
  package static let floor = 1e-8

  package init(_ given: SymmetricMatrix, tolerance: Double = 1e-12, limit: Int = 10_000) {
    let order = given.order
    var y = given
    var correction = SymmetricMatrix(order: order)
    var iterations = 0
    var change = Double.infinity
    while iterations < limit, change > tolerance {
      iterations += 1
      var r = y
      for k in r.packed.indices { r.packed[k] -= correction.packed[k] }
      let x = NearestCorrelation.lifted(SymmetricEigen(r), to: 0)
      for k in r.packed.indices { correction.packed[k] = x.packed[k] - r.packed[k] }
      var next = x
      for i in 0..<order { next[i, i] = 1 }
      change = NearestCorrelation.distance(next, y) / max(1, NearestCorrelation.norm(next))
      y = next
    }
    hasConverged = change <= tolerance
    self.iterations = iterations
    let eigen = SymmetricEigen(y)
    if let smallest = eigen.values.last, smallest < NearestCorrelation.floor {
      y = NearestCorrelation.lifted(eigen, to: NearestCorrelation.floor)
      let roots = (0..<order).map { y[$0, $0].squareRoot() }
      for i in 0..<order {
        for j in 0..<i { y[i, j] = y[i, j] / roots[i] / roots[j] }
        y[i, i] = 1
      }
    }
    matrix = y
    distance = NearestCorrelation.distance(given, y)
  }

  private static func lifted(_ eigen: SymmetricEigen, to floor: Double) -> SymmetricMatrix {
    let order = eigen.order
    var result = SymmetricMatrix(order: order)
    for (k, value) in eigen.values.enumerated() {
      let size = max(value, floor)
      if size == 0 { continue }
      for i in 0..<order {
        let scaled = size * eigen.vectors[i, k]
        for j in 0...i { result[i, j] += scaled * eigen.vectors[j, k] }
      }
    }
    return result
  }

  private static func norm(_ a: SymmetricMatrix) -> Double { distance(a, SymmetricMatrix(order: a.order)) }

  private static func distance(_ a: SymmetricMatrix, _ b: SymmetricMatrix) -> Double {
    var sum = 0.0
    for i in 0..<a.order {
      for j in 0...i {
        let d = a[i, j] - b[i, j]
        sum += (i == j ? 1 : 2) * d * d
      }
    }
    return sum.squareRoot()
  }
}
