public import LinearAlgebra

/// How alike the factors of two groups are: Tucker's (1951) congruence Σab/√(Σa²·Σb²) of the loadings, once the second
/// group's have been turned as near to the first group's as they go.
///
/// The first group's loadings are the target. After an orthogonal rotation the second group's unrotated loadings are turned by
/// orthogonal Procrustes (Schönemann 1966, doi:10.1007/BF02289451); after an oblique one by least squares, the factors brought
/// to variance one (Hurley & Cattell 1962). From 0.95 on factors count as the same, from 0.85 as alike (Lorenzo-Seva & ten Berge
/// 2006, doi:10.1027/1614-2241.2.2.57).
public struct FactorCongruence: Sendable, Equatable {
  /// Of each factor of the first group.
  public var factors: [Double]
  /// Of all loadings together.
  public var total: Double
  /// What identical groups of these sizes would show.
  public struct Identical: Sendable, Equatable {
    /// Such groups have this congruence or less in no more than 5 % of samples, with a confidence of .95.
    public var low: Double
    /// How many of them have no more than was found: small where the groups are not identical.
    public var pValue: Double
  }

  /// Of the factors, and at the end of the total; empty without exchanges.
  public var identical: [Identical?]
  /// The second group's loadings, turned.
  public var turned: Matrix

  /// - Precondition: as many items and factors in both.
  public init(_ target: FactorAnalysis.Fit, _ other: FactorAnalysis.Fit) {
    precondition(
      target.loadings.rows == other.loadings.rows && target.loadings.columns == other.loadings.columns,
      "the same items and as many factors")
    turned = FactorCongruence.turn(other.unrotated, to: target.loadings, isOblique: target.isOblique)
    (factors, total) = FactorCongruence.congruence(target.loadings, turned)
    identical = []
  }

  /// The unrotated loadings `a` turned towards `b`.
  static func turn(_ a: Matrix, to b: Matrix, isOblique: Bool) -> Matrix {
    let k = a.columns
    var x = [Double](repeating: 0, count: k * k)
    var gram = SymmetricMatrix(order: k)
    var cross = Matrix(rows: k, columns: k)
    for r in 0..<k {
      for s in 0..<k {
        for i in 0..<a.rows { cross[r, s] += a[i, r] * b[i, s] }
        if s <= r { for i in 0..<a.rows { gram[r, s] += a[i, r] * a[i, s] } }
      }
    }
    if isOblique, let factor = try? Cholesky(gram) {
      let solved = factor.solve(cross)
      // Factors of variance one: the diagonal of (X'X)⁻¹ is 1.
      var inner = SymmetricMatrix(order: k)
      for r in 0..<k { for s in 0...r { for i in 0..<k { inner[r, s] += solved[i, r] * solved[i, s] } } }
      if let inverse = try? Cholesky(inner).inverse {
        for s in 0..<k { for r in 0..<k { x[r + s * k] = solved[r, s] * inverse[s, s].squareRoot() } }
        return product(a, x)
      }
    }
    // The polar factor of A'B, X = A'B(B'AA'B)^−½.
    var inner = SymmetricMatrix(order: k)
    for r in 0..<k { for s in 0...r { for i in 0..<k { inner[r, s] += cross[i, r] * cross[i, s] } } }
    let root = SymmetricEigen(inner).power(-0.5)
    for s in 0..<k { for r in 0..<k { for i in 0..<k { x[r + s * k] += cross[r, i] * root[i, s] } } }
    return product(a, x)
  }

  private static func product(_ a: Matrix, _ x: [Double]) -> Matrix {
    let k = a.columns
    var result = Matrix(rows: a.rows, columns: k)
    for s in 0..<k { for r in 0..<k { for i in 0..<a.rows { result[i, s] += a[i, r] * x[r + s * k] } } }
    return result
  }

  /// Of each pair of columns, and of all numbers together.
  static func congruence(_ a: Matrix, _ b: Matrix) -> (factors: [Double], total: Double) {
    var all = (ab: 0.0, aa: 0.0, bb: 0.0)
    var factors: [Double] = []
    for j in 0..<a.columns {
      var own = (ab: 0.0, aa: 0.0, bb: 0.0)
      for i in 0..<a.rows {
        own.ab += a[i, j] * b[i, j]
        own.aa += a[i, j] * a[i, j]
        own.bb += b[i, j] * b[i, j]
      }
      factors.append(own.aa > 0 && own.bb > 0 ? own.ab / (own.aa * own.bb).squareRoot() : 0)
      all = (all.ab + own.ab, all.aa + own.aa, all.bb + own.bb)
    }
    return (factors, all.aa > 0 && all.bb > 0 ? all.ab / (all.aa * all.bb).squareRoot() : 0)
  }
}
