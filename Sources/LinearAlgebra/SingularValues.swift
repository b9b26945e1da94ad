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
    // Quadratic convergence: some six sweeps over all pairs do; thirty are never needed.
    for _ in 0..<30 {
      var isDone = true
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) {
          var (pp, qq, pq) = (0.0, 0.0, 0.0)
          for i in 0..<m {
            pp += a[i, p] * a[i, p]
            qq += a[i, q] * a[i, q]
            pq += a[i, p] * a[i, q]
          }
          guard abs(pq) > 1e-15 * (pp * qq).squareRoot() else { continue }
          isDone = false
          let zeta = (qq - pp) / (2 * pq)
          let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
          let c = 1 / (1 + t * t).squareRoot()
          let s = c * t
          for i in 0..<m { (a[i, p], a[i, q]) = (c * a[i, p] - s * a[i, q], s * a[i, p] + c * a[i, q]) }
          for i in 0..<n { (v[i, p], v[i, q]) = (c * v[i, p] - s * v[i, q], s * v[i, p] + c * v[i, q]) }
        }
      }
      if isDone { break }
    }
    let lengths = (0..<n).map { j in (0..<m).reduce(0) { $0 + a[$1, j] * a[$1, j] }.squareRoot() }
    let order = (0..<n).sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    values = order.map { lengths[$0] }
    var right = Matrix(rows: n, columns: n)
    for (k, j) in order.enumerated() { for i in 0..<n { right[i, k] = v[i, j] } }
    self.right = right
  }
}
