package import LinearAlgebra
package import Probability

/// Resamples for published moments: scatter matrices of samples of normal data with the given one as their expectation.
///
/// Bartlett's (1933) decomposition: with Σ = scatter/ν and BB' = Σ, the draw is B·A·A'·B', A lower triangular with
/// a²ᵢᵢ ~ χ²(ν − i), i = 0 …, and standard normal numbers below the diagonal; ν = n − 1. B is the symmetric root, so a
/// singular scatter (a driver that is a sum of others) stays singular in every draw. Normality is an assumption that rows,
/// where there are any, do not need.
package struct WishartSampler: Sendable {
  package let order: Int
  package let degreesOfFreedom: Double
  /// B, scaled back to the units of the scatter: column-major, order × order.
  private let root: [Double]

  /// - Returns: `nil` when the matrix has a negative eigenvalue or ν is not above order − 1.
  package init?(scatter: SymmetricMatrix, degreesOfFreedom: Double) {
    let q = scatter.order
    guard degreesOfFreedom > Double(q - 1), degreesOfFreedom.isFinite, scatter.packed.allSatisfy(\.isFinite) else {
      return nil
    }
    // The eigenvalues of the correlations: units must not decide what counts as zero.
    let scales = (0..<q).map { max(0, scatter[$0, $0]).squareRoot() }
    var correlations = SymmetricMatrix(order: q)
    for i in 0..<q where scales[i] > 0 {
      for j in 0..<i where scales[j] > 0 { correlations[i, j] = scatter[i, j] / scales[i] / scales[j] }
      correlations[i, i] = 1
    }
    let eigen = SymmetricEigen(correlations)
    if let smallest = eigen.values.last, smallest < -1e-8 { return nil }
    let half = eigen.power(0.5)
    order = q
    self.degreesOfFreedom = degreesOfFreedom
    let unit = degreesOfFreedom.squareRoot()
    root = (0..<q).flatMap { j in (0..<q).map { i in half[i, j] * (scales[i] / unit) } }
  }

  /// Numbers that `draw` needs to work in.
  package var scratchCount: Int { 2 * order * order }

  /// Draws one scatter matrix.
  /// - Parameters:
  ///   - scatter: packed lower triangle, overwritten.
  ///   - scratch: `scratchCount` numbers.
  package func draw(
    stream: inout RandomStream, into scatter: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
  ) {
    let q = order
    let a = scratch
    let product = scratch + q * q
    for i in 0..<q {
      // A row is a column of A', an upper triangle: what lies below is not read.
      for j in 0..<i { a[i * q + j] = stream.normal() }
      a[i * q + i] = stream.chiSquared(degreesOfFreedom: degreesOfFreedom - Double(i)).squareRoot()
    }
    root.withUnsafeBufferPointer { product.update(from: $0.baseAddress!, count: q * q) }
    TriangularProducts.square(product, times: a, order: q, into: scatter)
  }
}
