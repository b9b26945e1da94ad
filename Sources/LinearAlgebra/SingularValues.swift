/// A = U·diag(μ)·Vᵀ of a small matrix: singular values, the largest first, and V.
///
/// By one-sided rotations of pairs of columns until all are orthogonal (Hestenes 1958, doi:10.1137/0106005): small values
/// come out to nearly full relative accuracy (Demmel & Veselić 1992, doi:10.1137/0613074), where the eigenvalues of AᵀA
/// lose half of the digits.
public struct SingularValues: Sendable {
  /// μ, descending.
  public let values: [Double]
  /// Orthonormal columns in the order of `values`.
  public let right: Matrix

  /// Decomposes a matrix of finite numbers.
  public init(_ matrix: Matrix) {
    precondition(matrix.storage.allSatisfy(\.isFinite), "singular values of a matrix with numbers that are not finite")
    let (m, n) = (matrix.rows, matrix.columns)
    var a = matrix
    var v = Matrix(rows: n, columns: n)
    for j in 0..<n { v[j, j] = 1 }
    a.storage.withUnsafeMutableBufferPointer { a in
      v.storage.withUnsafeMutableBufferPointer { v in
        guard let a = a.baseAddress, let v = v.baseAddress else { return }
        // Quadratic convergence: some six sweeps over all pairs do; thirty are never needed.
        for _ in 0..<30 { if !SingularValues.sweep(a, v, rows: m, columns: n) { break } }
      }
    }
    let lengths = (0..<n).map { j in (0..<m).reduce(0) { $0 + a[$1, j] * a[$1, j] }.squareRoot() }
    let order = (0..<n).sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    values = order.map { lengths[$0] }
    var right = Matrix(rows: n, columns: n)
    for (k, j) in order.enumerated() { for i in 0..<n { right[i, k] = v[i, j] } }
    self.right = right
  }

  /// Turns every pair of columns that is not orthogonal; `false` when there was none.
  private static func sweep(
    _ a: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, rows m: Int, columns n: Int
  ) -> Bool {
    var hasTurned = false
    for p in 0..<n {
      for q in p + 1..<max(n, p + 1) {
        let (x, y) = (a + p * m, a + q * m)
        let pp = LaneSums.product(x, x, m)
        let qq = LaneSums.product(y, y, m)
        let pq = LaneSums.product(x, y, m)
        guard abs(pq) > 1e-15 * (pp * qq).squareRoot() else { continue }
        hasTurned = true
        let zeta = (qq - pp) / (2 * pq)
        let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
        let c = 1 / (1 + t * t).squareRoot()
        turn(x, y, c, c * t, m)
        turn(v + p * n, v + q * n, c, c * t, n)
      }
    }
    return hasTurned
  }

  @inline(__always)
  private static func turn(
    _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ c: Double, _ s: Double, _ count: Int
  ) {
    for i in 0..<count {
      let (first, second) = (x[i], y[i])
      x[i] = c * first - s * second
      y[i] = s * first + c * second
    }
  }
}
